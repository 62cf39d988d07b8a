### “I cannot come”.

button-away = 🚫 I cannot come
button-away-yes = Yes, I cannot come
button-away-skip = No reason
button-away-undo = ↩️ I will come after all
mark-away = 🚫 Noted: you will not come
away-sure = You will not be at this event?
away-means = The organisers will know, and you will get no more reminders of it. You can undo this until the event is over.
away-noted = 🚫 Noted: you will not be there.
away-reason = The organisers have been told. If you wish to give a reason, write it in your next message.
away-reason-noted = The reason has been passed to the organisers.
away-undone = Noted: you will be there.
away-late = This event is over.
away-because = Reason: { $reason }
alert-away = 🚫 Cannot come: { $who }
alert-away-back = ↩️ Will come after all: { $who }
attention-absences = 🚫 Cannot come: { $count }
sent-away = News that somebody cannot come
fate-none-away = They said they cannot come to this event.
