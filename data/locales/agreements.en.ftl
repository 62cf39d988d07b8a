### Agreements (with the hosts) and assignments (inside the delegation).

plain-agreements = agreements | assignments
command-agreements = agreements and assignments
desk-agreements = 🤝 Agreements and assignments

sort-agreement = 🤝 Agreement
sort-assignment = 📌 Assignment
sign-agreement = 🤝
sign-assignment = 📌

agreements-mine = Your agreements and assignments: { $total }
agreements-all = All agreements and assignments: { $total }
agreements-overdue = ⌛ Overdue: { $total }
agreements-none = Agreements with the hosts and assignments will be here. Make one of a note (/notes), or with a button below.
agreements-none-overdue = Nothing is overdue.
agreements-more = And { $count } more

agreement-made = ✅ Saved. Please check who does it and by when.
agreement-owner = Who: { $value }
agreement-to = Promised to: { $value }
agreement-deadline = Deadline: { $value }
agreement-deadline-none = none set
agreement-state = State: { $value }
agreement-event = Event: { $value }
agreement-until = by { $date }
agreement-overdue = ⌛ by { $date }, overdue
agreement-no-deadline = no deadline
agreement-state-open = open
agreement-state-moved = open, deadline moved
agreement-state-done = ✅ done
agreement-state-dropped = dropped
agreement-change = { $when } · { $what } · { $who }
agreement-did-made = written down
agreement-did-what = text changed
agreement-did-owner = given to somebody else
agreement-did-to = said to whom it was promised
agreement-did-deadline = deadline { $date }
agreement-did-moved = deadline moved to { $date }
agreement-did-done = done
agreement-did-dropped = dropped
agreement-did-reopened = reopened

agreement-ask-new-agreement = What has been agreed with the hosts? Write it in one message, up to 500 characters.
agreement-ask-new-assignment = What is to be done? Write it in one message, up to 500 characters.
agreement-ask-what = Write the new text, up to 500 characters.
agreement-ask-to = To whom has it been promised? Up to 120 characters.
agreement-ask-owner-agreement = Who is to do it? Choose somebody of the delegation, or write who of the hosts.
agreement-ask-owner-assignment = Who is to do it? Choose somebody of the delegation.
agreement-ask-deadline = By when? Choose, or write: “1 December”, “Friday”, “in two weeks”.
agreement-words = Please write it in words, up to 500 characters.
agreement-who-words = Please write it in words, up to 120 characters.
agreement-choose-owner = Somebody of the delegation carries out an assignment: choose them with a button.
agreement-not-a-date = This does not look like a date. Write it like “1 December”, “2016-12-01” or “Friday”.
agreement-date-past = This date has passed. Write another, or add the year.
agreement-gone = This is no longer there, or no longer yours. Open /agreements.

button-note-agreement = 🤝 Make it an agreement
button-note-assignment = 📌 Make it an assignment
button-agreement-new = ➕ Agreement
button-assignment-new = ➕ Assignment
button-agreements = ‹ Agreements
button-agreements-mine = Mine
button-agreements-all = All
button-agreements-overdue = ⌛ Overdue
button-agreement-done = ✅ Done
button-agreement-dropped = 🚫 Drop
button-agreement-reopened = ↩️ Reopen
button-agreement-deadline = 📅 Deadline
button-agreement-owner = 👤 Who does it
button-agreement-to = Promised to whom
button-agreement-what = ✏️ Text
button-agreement-note = 📝 Note
button-agreement-back = ‹ Back
button-plus-week = +1 week: { $date }
button-plus-month = +1 month: { $date }
button-no-deadline = No deadline

agreements-week = 🗓 Your open agreements and assignments: { $count }
agreements-before = { $count ->
    [1] ⏰ Due tomorrow
   *[other] ⏰ Due tomorrow: { $count }
  }
agreements-after = { $count ->
    [1] ⌛ The deadline has passed
   *[other] ⌛ The deadline has passed: { $count }
  }
agreements-given = { $count ->
    [1] 📌 You have been asked to do this
   *[other] 📌 You have been asked to do these: { $count }
  }

deed-make-agreement = wrote down an agreement or assignment
deed-change-agreement = changed an agreement or assignment
deed-done-agreement = marked one as done
deed-dropped-agreement = dropped an agreement or assignment
deed-reopened-agreement = reopened an agreement or assignment
