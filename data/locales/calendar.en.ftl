### The calendar: the file, and the link to subscribe by.

plain-calendar = calendar | to my calendar | add to calendar
command-calendar = the programme for your phone's calendar
button-calendar = 📅 To my phone's calendar
calendar-file = Open the file to add your programme to your calendar. After changes, send /calendar again.
calendar-empty = The programme has no events for you yet: there is nothing to add to a calendar.
calendar-link-heading = Subscribe to your programme
calendar-link-how =
    Copy the link and add it to your calendar: changes will come by themselves.

    iPhone: Calendar → Calendars → Add Calendar → Add Subscription Calendar.
    Google (on a computer): Other calendars → From URL.
    Outlook: Add calendar → Subscribe from web.
calendar-link-private = The link is personal: whoever knows it sees your programme. Please do not forward it.
calendar-link-ended = The link has been switched off. Calendars no longer follow by it.
calendar-renew-sure = Make a new link? The one before will stop working, and you will have to subscribe again.
calendar-end-sure = Switch the link off? Calendars that subscribed by it will no longer follow.
button-calendar-link = 🔗 Link to subscribe
button-calendar-copy = 📋 Copy the link
button-calendar-renew = A new link
button-calendar-yes-renew = Yes, a new link
button-calendar-end = Switch the link off
button-calendar-yes-end = Yes, switch it off
button-calendar-keep = No, keep it
