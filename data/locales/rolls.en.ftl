### Roll calls and attendance.

plain-rollcall = roll call | rollcall | roll-call | roll calls
command-rollcall = roll call: who is here
desk-rolls = 📋 Roll calls
button-here = ✅ I am here
button-here-done = ✅ You are here, { $time }
here-noted = Noted: you are here.
here-already = You are already noted as here.
here-late = This event is over.
here-closed = The roll call is over. Please tell your escort that you are here.

## The escort's card
roll-all = The whole delegation
roll-event-gone = Event cancelled
roll-headline = { $what }: { $here } of { $all }
roll-begun = Begun { $time }
roll-closed = ☑️ Closed at { $time }
roll-missing = Not seen yet: { $count }
roll-absent = Absent: { $count }
roll-excused = Cannot come: { $count }
roll-complete = ✅ Nobody is missing without a reason.
roll-how = Tap a name to mark somebody as here, or to take the mark away.
roll-out = has not joined the bot
roll-closed-already = The roll call is already closed.
button-roll-write = ✍️ Write to the group
button-roll-close = ☑️ Close the roll call
button-roll-close-yes = Yes, close
button-roll-reopen = ↩️ Continue the roll call
roll-close-complete = Close the roll call? The result will be kept.
roll-close-missing = Close the roll call? To be marked as absent: { $count }. The organisers will get the list.

## Writing to the group
roll-write-whom = To whom?
roll-write-nobody = There is nobody to write to: none of these people has joined the bot.
roll-write-all = To all: { $count }
roll-write-missing = Only to those missing: { $count }
roll-write-now = Write the message. The bot will ask before sending it.
roll-write-words = Please write it in words: files and voice messages are not passed on here.
roll-write-long = Too long: { $length } characters, { $most } fit. Please shorten it and send it again.
roll-write-sure = Send it? { $what }, recipients: { $count }
button-roll-send = Send: { $count }
roll-write-sent = Sending. Recipients: { $count }
roll-words-from = ✍️ { $what }. From { $who }

## A new roll call
rolls-heading = 📋 Roll calls
rolls-none = There has been no roll call yet. One begins by itself before every gathering.
button-roll-new = ➕ Call the roll
roll-whom = Of whom?
roll-nobody = There is nobody to call: the programme has no groups and no buses.
roll-sure = Call the roll: { $what }?
roll-rings = A message with a sound will go to: { $count }
roll-others = Have not joined the bot, to be marked by you: { $count }
button-roll-go = Begin
roll-called = The roll call has begun.
roll-called-already = Such a roll call is already under way.
roll-asked = 📋 Roll call. Please say that you are here.
alert-roll = 📋 Roll call closed. { $what }
button-roll-back = ‹ Back
button-presence = 🙋 Who will be there
presence-none = There has been no roll call at this event.
sent-roll = A roll call
sent-roll-card = The card of a roll call
sent-roll-words = An escort's message to the group
sent-roll-missing = The list of those missing at a roll call
deed-roll-called = called the roll
deed-roll-closed = closed a roll call
deed-roll-reopened = continued a roll call
