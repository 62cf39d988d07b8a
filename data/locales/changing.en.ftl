### Organisers change the programme: draft, release, delay, history.

plain-change = change the programme | change programme | change
plain-history = history | revisions
words-delay = delay | delayed by | we are late by
command-change = change the programme
command-delay = a delay: /delay 20
command-history = revisions of the programme
command-export = the programme as a file: JSON, Word, Excel
desk-change = ✏️ Change the programme
desk-delay = ⏱ Delay
desk-history = 🕘 History
desk-exports = 📄 Programme as a file

## What to change
change-which-day = Which day is to change?
change-which-event = { $day }. What is to change?
change-what = What is to be done?
change-move = 🕐 Move
change-place = 📍 Another place
change-hold = ⏳ Delayed, the time will follow
change-resume = ▶️ Takes place as planned
change-cancel = ❌ Cancel
change-confirm = ✅ Confirm time and place
change-tentative = ❔ Mark as tentative
change-duplicate = ➕ Duplicate
change-more = ⚙️ Change something else
change-move-ask = By how many minutes? Or type a new time: 15:30, tomorrow 9:00, +25.
change-place-ask = Choose a place, or type the name of a new one.
change-more-ask = What is to change?
change-event-gone = This event is no longer in the programme. Open /change.
change-refused = It cannot be changed like this, nothing was saved:
change-no-organiser = You no longer organise this mission. The draft is kept, nothing was released.
held = ⏳ Delayed, the time will follow
button-show-draft = 📝 Open the draft
button-approve = ✅ Approve the programme
button-restore-event = ↩️ Restore: { $event }
button-add-event = ➕ Add an event
button-other-day = ‹ Another day
button-other-event = ‹ Another event
button-change-stop = ‹ Back
field-title = Title
field-end = End
field-gathering = Gathering
field-room = Room
field-dressCode = Dress code
field-bring = What to bring
field-description = Description
field-interpreter = Interpreter
field-host = Host
field-brief = Brief
field-weather = Weather
field-capacity = Capacity
field-fixed = Must not be moved
field-optional = Optional
field-group = Group: { $group }
field-groups = Groups
field-audience = For whom
field-documents = Documents
field-roles = Roles
field-contact = Contact
ask-start = Type the new time: 15:30, tomorrow 9:00, +25.
ask-place = Type the place.
ask-copy = When does the copy take place? For example: 15:30, tomorrow 9:00, +60.
ask-new = Type the time and the title, and the place on a second line: “15:30–16:30 Meeting with the rector”.
ask-title = Type the new title.
ask-end = When does it end? For example: 17:00.
ask-gathering = When and where do people gather? For example: 10:15 hotel lobby.
ask-room = Which room?
ask-dressCode = What is the dress code?
ask-bring = What is to be brought? Separate by commas.
ask-description = Type the description.
ask-interpreter = Who interprets, and how?
ask-host = Who receives the delegation?
ask-brief = Type the brief for the delegation.
ask-weather = What is the weather like?
ask-capacity = How many places? Type a number.
ask-now = Now: { $current }
ask-clear = To remove it, send a single hyphen: -
typed-no-time = I did not understand the time. Type, for example: 15:30, tomorrow 9:00 or +20.
typed-past = That time has passed. Type one that lies ahead.
typed-no-such-time = There is no such time on that day. Type another.
typed-long = Too long. Please make it shorter.
typed-no-number = Type a whole number, for example: 30.
typed-no-event = I did not understand. Type it like this: “15:30–16:30 Meeting with the rector”.
typed-empty = Please type it in words.

## Draft and release
draft-heading = 📝 Draft of changes to revision No. { $revision }
draft-affected = 👥 Will be told: { $affected } of { $members }
draft-gathered = 🔔 What is less than a day ahead is told at once, the rest in the evening.
draft-at-once = 🔔 Everybody is told at once.
draft-no-difference = The programme stays as it is.
draft-approves = ✅ The programme will be approved, and delegates will see it.
draft-withdraws = The programme will be a draft, and delegates will no longer see it.
draft-renamed = ✏️ Former title: { $before }
draft-reworded = ✏️ Changed: { $field }
draft-stale = ⚠️ While you were preparing this, revision No. { $revision } was released: { $who }
draft-stale-choose = Apply your changes on top of it?
draft-gone = The draft is no longer there: it has been released or deleted. Begin another: /change
draft-dropped = The draft is deleted, the programme has not changed.
draft-moved-on = The draft has changed since then. Please look at it again.
button-release = ✅ Release
button-at-once = 🔔 Tell everybody at once
button-gather = 🌙 Tell in the evening unless urgent
button-change-more = ➕ Change more
button-undo-last = ↩️ Take back the last change
button-drop-draft = 🗑 Delete the draft
button-lay-anew = ✅ Apply my changes
released = ✅ Revision No. { $revision } was released at { $at }
released-affected = { $affected ->
    [0] It concerns nobody, no messages will be sent.
    [one] Telling { $affected } person.
   *[other] Telling { $affected } people.
  }
button-reception = 👁 Who has confirmed
button-undo-release = ↩️ Back to how it was
clash-heading = ⚠️ Clashes
clash-two-places = At the same time, people concerned { $people }: { $one } and { $other }
clash-room-twice = One room is taken twice: { $one } and { $other }
clash-called-away = Gathering before the one before is over, people concerned { $people }: { $one } → { $other }
clash-way-short = Too little time for the way, people concerned { $people }: { $one } → { $other } ({ $there } min, needed { $needed })
clash-more = More clashes: { $count }

## Delay
delay-how-long = By how many minutes are you late?
delay-from-which = +{ $minutes } min. Which event is late? What follows moves with it, up to the next one that must not be moved.
no-delay-minutes = Type by how many minutes, from 1 to 600. For example: /delay 20
no-delay-event-gone = This event is no longer in the programme. Choose another.
no-delay-over = This event is already over. Choose another.
no-delay-nothing-ahead = There is nothing ahead.
no-delay-fixed-ahead = The next event is marked “must not be moved”. If it is the one that is late, choose it.
no-delay-clock-set-back = The clocks go back that night, so it cannot be shifted like this. Move it to an exact time: /change
button-delay-other = Another event
button-delay-also = ⏱ This one is late as well: { $event }
button-fit-shift = Shift everything as it is
button-fit-shorten = Shorten what does not fit
button-fit-absorb = Use up the breaks only
button-fit-drop = Cancel what does not fit

## History
history-heading = 🕘 Revisions of the programme
history-first = No. { $revision }, { $how }
history-line = No. { $revision }, { $when }, { $how }: { $who }
history-button = No. { $revision }
history-beginning = The programme began with it.
how-change = change
how-delay = delay
how-file = from a file
how-restore = back to an earlier one
how-approval = approval
button-history = ‹ History
button-restore-revision = ↩️ Restore this revision
deed-release = released a revision of the programme

## Who has confirmed
reception-heading = Revision No. { $revision }: { $confirmed } of { $all } have confirmed
reception-unconfirmed = Have not confirmed
reception-unreachable = 📵 Cannot be reached
reception-ahead = Not sent yet
reception-confirmed = ✅ Have confirmed
reception-nobody = This revision concerns nobody.
button-refresh = 🔄 Refresh
