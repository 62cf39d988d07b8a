### What is seen of the bot before the first word, and a test of the sound.

bot-description = A delegate's companion: today's programme, where to be and when, reminders of gatherings, changes of the programme, notes of meetings. Joining is by an organiser's invitation.
bot-short-description = A delegation's programme, reminders and notes. By invitation.
bot-start = begin
join-welcome-other = For now the bot shows another mission of yours: { $mission }. To switch: /missions
sound-ask = 🔔 This is how reminders arrive. Did you hear it?
sound-yes = Yes
sound-no = No
sound-heard = 👌 Good, you will hear the reminders.
sound-how =
    Switch on the sound of this chat: tap its name at the top, then “Notifications” or “Mute” → “Unmute”.

    Check the phone as well: silent mode and “Do not disturb” silence reminders.
