### Everything the bot says in English. Short and polite: first what and when, then where, then what to bring.

## Keyboard
key-today = Today
key-now = What's on
key-note = Take a note
key-help = I need help

## Words that work as commands (separated by bars)
plain-today = today | what's today | programme for today
plain-tomorrow = tomorrow | what's tomorrow
plain-now = what's on | now | what's next | where
plain-programme = programme | program | whole programme
plain-note = take a note | note | write
plain-notes = notes | my notes
plain-needhelp = i need help | help me | emergency | phone | whom to call
plain-settings = settings | language
plain-help = commands | help
plain-done = done | that's all
plain-thanks = thanks | thank you | many thanks | ok | okay | got it

## Programme
day-empty = Nothing is planned for you on this day.
programme-empty = The programme has no events for you yet.
programme-day = { $day } — { $count ->
    [one] { $count } event
   *[other] { $count } events
  }
zone = 🕐 Local time: { $zone }
zone-and-home = 🕐 Local time: { $zone } ({ $home }: { $difference } h)
until = until { $time }
mark-tentative = (tentative)
mark-undecided = (choose one)
mark-optional = (optional)
mark-picked = (your choice)
gathering = ⏰ Gather at { $time }
gathering-at = ⏰ Gather at { $time }, { $place }
departs = 🚌 Departs at { $time }
bus-departs = 🚌 { $bus }, departs at { $time }
now-nothing = Nothing is on right now.
now-on = Now
now-next = Next
now-next-day = Next, { $day }
now-over = The programme is over.

## Event card
card-tentative = ❔ Tentative: the time or the place may still change
card-undecided = 🔀 Runs in parallel with others: choose one
card-optional = Optional
card-picked = ✅ Your choice
card-dress = 👔 { $what }
card-bring = 🎒 Bring: { $what }
card-weather = 🌡 { $what }
card-interpreter = 🗣 { $what }
card-host = Host: { $what }
card-brief = Brief for the delegation
card-role-yours = ❗ Your part: { $role }
button-programme = Whole programme
button-details = Details
button-map = 📍 Map
button-pick = ✅ I choose this one
button-unpick = 🔀 Change my choice
button-note = 📝 Take a note
button-day = ‹ { $day }
picked = Your choice is noted.
pick-full = No places left. Please choose another one.
pick-late = It has already begun; the choice is closed.
reminder-pick = These run in parallel. Please choose which one you will attend.

## Joining by invitation
outsider = This bot works by invitation only. Open the link in your invitation, or ask the person who invited you.
invitation-unknown = This link does not work: it has expired or has been used. Please ask the organiser for a new one.
guesses-too-many = Too many attempts. Try again in an hour, or ask the organiser for a new link.
join-who = Is this you: { $who }?
organiser = organiser
join-consent = The bot will keep your position, your language, your notes, contacts and attendance, to remind you of the programme and to put the results together. Notes and attendance are seen by the organisers, the list of members by the delegation. Please confirm that this is you and that you agree.
join-yes = ✅ Yes, it's me, and I agree
join-no = No
join-no-answer = Very well, nothing has been recorded. If the link reached you by mistake, please tell the person who sent it.
join-position = You are invited to the group “{ $group }”. Please write your position and organisation in one message, as they should appear in the list.
join-position-long = That is too long. Please write your position and organisation in up to 200 characters.
join-position-text = Please write in words: your position and organisation.
join-use-buttons = Please tap one of the buttons above.
join-welcome =
    Welcome! You are on the list: { $who }.

    The bot will remind you of every gathering and tell you of changes in the programme. The buttons below are all you need on the way.
join-already = You are on the list. Your programme:
join-welcome-organiser = Invite members: /invite. What will be sent: /deliveries.
join-elsewhere = You are already on this delegation's list in another seat. Ask the organiser if it has to change.
join-seat-taken = This seat has been taken. If that is a mistake, please tell the organiser.

## Invitations
invite-whom =
    Whom to invite? { $joined } of { $seats } have joined.

    A seat's link is for one person, a group's link for several.
invite-group = 👥 To the group: { $group }
invite-forward = Forward this message to those you invite
invite-link-seat =
    Invitation: { $whom }

    Your programme and reminders are in the bot. This link is for you alone and works until { $until } inclusive.
invite-link-group =
    Invitation to the group: { $whom }

    Your programme and reminders are in the bot. The link lets in { $uses ->
        [one] { $uses } person
       *[other] { $uses } people
    } and works until { $until } inclusive.
invite-taken = This seat has already been taken.

## Notes
note-which = What is the note about?
note-which-kept = ✅ Saved. What is it about?
note-no-event = The trip as a whole
note-write = Write, dictate, send photos, files and contacts, as many as you like. Each message is saved at once.
note-saved = { $count ->
    [one] ✅ { $count } message saved
   *[other] ✅ { $count } messages saved
  }
note-closed = ✅ Note closed: { $about }. { $count ->
    [one] { $count } message saved.
   *[other] { $count } messages saved.
  }
note-closed-empty = Nothing was written.
note-kept = ✅ Saved: { $about }
note-gone = This note no longer exists.
note-sticker = A message of this sort cannot be saved. Send text, a photo, a voice message, a file or a contact.
notes-mine = Your notes: { $total }
notes-all = The delegation's notes: { $total }
notes-none = You have no notes yet. Tap “Take a note” to begin the first.
notes-none-at-all = There are no notes yet.
note-delete-sure = Delete the note “{ $note }”? It cannot be brought back.
note-deleted = The note is deleted.
button-done = Done
button-note-media = Show attachments
button-note-add = Add to it
button-note-delete = Delete
button-delete-yes = Yes, delete
button-delete-no = No, keep it
button-back = ‹ Back to the list
item-photo = 🖼 Photo
item-voice = 🎤 Voice message
item-video = 🎬 Video
item-videoNote = 🎬 Video message
item-audio = 🎵 Audio
item-document = 📎 File
item-animation = 🎞 Animation
item-sticker = 🙂 Sticker
item-contact = 👤 Contact
item-place = 📍 Place
item-passedOn = 📊 Poll or game
unplaced = I did not understand. Save this as a note?
button-contacts = ☎️ Whom to call
unplaced-no-event = 📝 The trip as a whole
unplaced-drop = Do not save
unplaced-dropped = Not saved.

## Help and settings
command-today = today's programme
command-tomorrow = tomorrow's programme
command-now = what is on and what is next
command-programme = the whole programme by day
command-note = write down what came of a meeting
command-notes = my notes; search: /notes word
command-settings = reminders, quiet hours, language
command-privacy = what data is kept
command-help = this help
command-invite = invite members
command-missions = choose the mission
help-programme = Programme
help-results = Results of meetings
help-help = People and questions
help-bot = The bot
help-desk = For organisers
help-changing = Changes of programme
help-report = Report and files
help-words = Plain words work too: “today”, “tomorrow”, “what's on”, “take a note”.
contacts-heading = Whom to call
contacts-none = The programme gives no contacts.
contacts-emergency = Emergency services: 112 (in Japan 110 and 119)
privacy =
    The bot keeps:
    • your position and seat in the delegation, your language;
    • your choice among parallel events, where you said you cannot come and why, and where you were present;
    • your notes and your questions to the organisers;
    • your place if you send it yourself;
    • which messages were delivered to you and when you last used the bot;
    • ticks that say whether your pass, ticket, room and badge are ready (not the data themselves);
    • your Telegram name if you ask for access: the organisers see it;
    • for up to 30 days, a message that could not be processed, to mend the fault.

    Who sees what:
    • your notes: you and the organisers, and the whole delegation or the press secretary if you choose so;
    • your questions: you and the organisers;
    • your place: the organisers and your escort.
    The questionnaire at the end is kept without names. The bot does not answer outsiders.

    You can delete a note in /notes.
language-name = English
language-set = Language: { $language }
missions-which = Which mission shall I show?
mission-set = Done
mission-draft = The programme is still being prepared. It will be here as soon as it is approved.

## When something is wrong
redis-away = I can neither read nor save right now: the storage does not answer. Please repeat in a minute.
not-saved = ❗ Not saved: the storage does not answer. Please send it again in a minute.
broken = That did not work. Please try again in a minute.
old-button = This button is out of date. Open /today.
event-gone = This event is no longer in your programme.
unknown-command = There is no such command. The list of commands: /help

## Digests, and what organisers are told
evening-heading = Tomorrow, { $day }
evening-first = ⏰ Begins at { $time }
evening-undecided = 🔀 Please choose which of the parallel events you will attend
button-day-details = More about the day
alert-unreachable = 📵 Messages do not reach { $who }. They have stopped the bot or left Telegram. Please tell them the programme by other means.

## Settings of reminders
settings-heading = Settings
settings-language = Language: { $language }
settings-all = Reminders: { $state ->
    [on] 🔔 on
   *[off] 🔕 off
  }
settings-evening = Evening digest: { $state ->
    [on] on
   *[off] off
  }
settings-morning = Morning digest: { $state ->
    [on] on
   *[off] off
  }
settings-quiet = Quiet hours: { $hours }
settings-quiet-off = none
settings-quiet-note = In quiet hours only gatherings are reminded of.
settings-lead = { $sort }: { $lead }
sort-gathering = Gatherings
sort-firstOfDay = Start of day
sort-event = Events
sort-travel = Flights and transfers
lead-minutes = { $minutes ->
    [one] { $minutes } minute before
   *[other] { $minutes } minutes before
  }
lead-hours = { $hours ->
    [one] { $hours } hour before
   *[other] { $hours } hours before
  }
lead-none = no reminder
lead-mission = as planned
settings-lead-question = { $sort }: when to remind you?
settings-quiet-question = Quiet hours
settings-language-question = Language
button-settings-back = ‹ Settings
button-mute = 🔕 Do not remind me of this
button-unmute = 🔔 Remind me of this

## What was sent and what will be
command-deliveries = what will be sent, and why something was not
upcoming-heading = What will be sent
upcoming-line = { $when } — { $event }: to { $recipients ->
    [one] { $recipients } person
   *[other] { $recipients } people
  }
upcoming-none = Nothing lies ahead.
digest-evening = evening digest
digest-morning = morning digest
button-why = Why did it not come?
why-who = Who did not get it?
why-what = { $who }. Which event?
fate-delivered = ✅ Delivered { $when }
fate-within = ✅ Delivered { $when }, in one message with another reminder
fate-superseded = Superseded by a later reminder ({ $when })
fate-expired = Could not be sent in time and lost its meaning ({ $when })
fate-unreachable = 📵 The person could not be reached ({ $when })
fate-failed = Telegram refused the message ({ $when })
fate-ahead = Will be sent { $when }
fate-before = Was due before they joined or changed their settings ({ $when })
fate-on-its-way = On its way
fate-none-gone = This event is no longer in the programme.
fate-none-draft = The programme is still a draft, which delegates do not see.
fate-none-organisers = The event is for organisers only.
fate-none-group = The event is not for this person's group.
fate-none-choice = They chose another of the parallel events.
fate-none-muted = They muted the reminders of this event.
fate-none-muted-all = They muted all reminders.
fate-none-quiet = The reminder falls into their quiet hours.
fate-none-programme = There are no reminders of such events: the programme has it so, or they are already on the spot.
fate-none-held = The event is delayed and its time will follow. A reminder will come once it is known.
fate-none-after-held = It waits for an event that is delayed. A reminder will come once the time is known.
