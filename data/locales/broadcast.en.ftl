### Organisers' broadcasts.

plain-broadcast = broadcast | broadcasts
command-broadcast = a message to many
desk-broadcast = 📣 Broadcast

## What an organiser writes
cast-write = Send the message to be broadcast: text, photo, file, voice, contact or place. There may be several. Nothing goes out until you confirm.
cast-written = ✅ { $count ->
    [one] { $count } message
   *[other] { $count } messages
  } taken. Send more, or tap “Done”.
button-cast-written = Done
cast-cannot-send = The bot cannot send on a message of this kind. Send text, a photo, file, voice, poll, contact or place.
cast-full = A broadcast has at most 20 messages. This one was not added; tap “Done”.
cast-too-long = Too long: one message holds at most 4096 characters. It has not been added; please send it in parts.
cast-no-answer = Telegram does not answer just now. The broadcast is kept and has gone to nobody. Tap “Done” again in a minute.
cast-refused = Telegram does not take this message, so it is left out of the broadcast. Please send another.
cast-not-organiser = You are no longer an organiser, so the broadcast was not continued. Nothing was sent to anybody.

## To whom
cast-to-whom = Who is it for?
cast-to-all = All participants ({ $people })
cast-to-groups = Groups…
cast-to-event = Participants of an event…
cast-to-undecided = Who has not chosen ({ $people })
cast-to-unconfirmed = Who did not confirm earlier…
cast-which-groups = Which groups? You may tick several.
cast-which-event = Participants of which event?
cast-which-earlier = Which message did they not confirm?
button-cast-to = Next ({ $people ->
    [one] { $people } person
   *[other] { $people } people
  })
button-cast-whom-back = ‹ Back
cast-nobody = There is nobody like that now. Please choose other recipients.
cast-audience-all = To: all participants
cast-audience-groups = To: { $groups }
cast-audience-event = To: participants of “{ $event }”
cast-audience-undecided = To: those who have not picked an event
cast-audience-unconfirmed = To: those who did not confirm an earlier message

## How and when
cast-how-loud = How should it be sent?
button-cast-quiet = Ordinary, without sound
button-cast-loud = ❗ Important, to be confirmed
cast-when = When should it be sent? Tap “Now” or write a time, such as 18:30, tomorrow 9:00 or 17 Nov 18:30. Local time: { $zone }.
button-cast-now = Now
cast-time-unread = That could not be read as a time. Write, for example, 18:30, tomorrow 9:00 or 17 Nov 18:30.
cast-time-past = That time has passed. Write one that is still ahead, or tap “Now”.
cast-time-none = There is no such time. Check the day and the hour and write it again.

## Checking and confirming
cast-moment = { $day }, { $time } ({ $zone })
cast-preview = 👆 This is what recipients will see.
cast-people = Recipients: { $people }
cast-is-important = ❗ Important: with sound and a “Got it” button
cast-is-quiet = Ordinary: without sound
cast-at-once = To be sent now
cast-at = To be sent on { $when }
button-cast-send = Send ({ $people })
button-cast-schedule = Schedule
button-cast-text = Change the text
button-cast-whom = Change the recipients
button-cast-time = Change the time
button-cast-drop = Cancel
cast-changed = The broadcast has changed since. Please check it again.
cast-too-late = This broadcast has already been sent, cancelled or changed. Open /desk and look at the list of broadcasts.
cast-goes = 📣 The broadcast is on its way. Its progress will appear below.
cast-held = Sending is on hold. The broadcast will go only when you confirm the new text.
cast-ok-preview = This is a sample. Recipients will tap this button.

## Progress and account
cast-working-send = 📣 The broadcast is being sent
cast-working-update = ✏️ The broadcast is being updated
cast-working-recall = ↩️ The broadcast is being recalled
cast-done-send = ✅ The broadcast has been sent
cast-done-update = ✅ The broadcast has been updated
cast-done-recall = ✅ The broadcast has been recalled
cast-count-send = Delivered: { $people } of { $total }
cast-count-update = Updated: { $people } of { $total }
cast-count-recall = Recalled: { $people } of { $total }
cast-count-unreachable = Cannot be reached: { $people }
cast-count-failed = Did not work: { $people }
cast-count-withdrawn = Had received nothing: { $people }
cast-count-left = No longer in the delegation: { $people }
cast-left-minute = Less than a minute left
cast-left = About { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  } left
cast-nobody-left = By the time of sending there were no recipients left. Nothing was sent.
button-cast-people = Who received it
button-cast-waiting = Who has not confirmed
button-cast-recall = Recall the broadcast
button-cast-view = ‹ Broadcast
cast-standing-ahead = being sent
cast-standing-delivered = delivered
cast-standing-unreachable = cannot be reached
cast-standing-failed = could not be sent
cast-standing-withdrawn = recalled before sending
cast-standing-left = no longer in the delegation
cast-confirmed-at = confirmed on { $when }

## Confirmations
button-cast-ok = Got it
cast-confirm-please = ❗ Please confirm that you have read this.
cast-ok-thanks = Thank you, noted
cast-confirmed = Confirmed: { $people } of { $total }
cast-waiting = Not confirmed: { $people } of { $of }
cast-waiting-none = Everybody has confirmed.
cast-chased = A reminder was sent on { $when }. The escorts of those who have not answered by { $until } will be told.
button-cast-chase = Remind them to confirm
button-cast-refresh = Refresh the list
cast-sure-chase = Remind of “{ $words }”? Not confirmed by: { $people }. This can be done once.
button-cast-sure-chase = Remind
cast-chase = ❗ You have not yet confirmed an important message: { $words }
cast-escort = ❗ An important message has not been confirmed by your people ({ $people }): “{ $words }” Please tell them in person.
cast-and-more = … and { $people } more

## Recalling and correcting
cast-sure-recall = Recall “{ $words }”? It will disappear from the recipients' chats ({ $people }).
button-cast-sure-recall = Recall
cast-recall-goes = ↩️ The broadcast is being recalled. The progress will appear below.
cast-recalled-copy = ↩️ Recalled
cast-edited-sent = You have changed a message that has already been broadcast. Update it for the recipients ({ $people })?
cast-edited-scheduled = You have changed a message of a scheduled broadcast. Send the new text?
button-cast-update = Update for everybody
button-cast-replace = Yes, the new text
button-cast-leave = Leave as it was
cast-left-alone = Left as it was.
cast-update-goes = ✏️ The broadcast is being updated. The progress will appear below.
cast-replaced = ✅ The new text will go at the set time.
cast-edit-taken = ✅ The correction is in the broadcast.
cast-edit-differs = This change cannot go into the broadcast: the message is of another kind now. Please send a new one.

## The list
button-casts = All broadcasts
button-cast-new = ➕ New broadcast
casts-heading = Broadcasts
casts-none = There have been no broadcasts yet.
button-cast-go-on = Continue
button-cast-off = Do not send
button-cast-back = Back to drafts
cast-state-draft = ✏️ Draft, sent to nobody
cast-state-scheduled = 🕓 Will be sent on { $when }
cast-state-sent = ✅ Sent on { $when }
cast-state-recalled = ↩️ Recalled on { $when }
cast-state-dropped = The broadcast is cancelled. Nothing was sent to anybody.

## In the log
deed-broadcast-sent = sent a broadcast
deed-broadcast-scheduled = set the time of a broadcast
deed-broadcast-called-off = called off a broadcast
deed-broadcast-chased = reminded those who had not confirmed
deed-broadcast-recalled = recalled a broadcast
deed-broadcast-updated = corrected a broadcast
