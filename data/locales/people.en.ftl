### People: the list, seats, groups, invitations, requests to join.

plain-people = people | participants | list of participants
desk-people = 👥 People

## The list
people-heading = People: { $joined } of { $seats } joined
people-listed = { $what }: { $count }
people-filter-out = Not joined yet
people-filter-lost = Unreachable
people-marks = ✓ joined · ○ not yet · ★ organiser · 📵 unreachable
people-all = Show everybody
people-out = Not joined yet: { $count }
people-lost = 📵 Unreachable: { $count }
people-teams = Groups and buses
people-requests = 🙋 Requests to join: { $count }
people-invite-all = 🖨 Invite the others: { $count }

## A seat
role-delegate = delegate
seat-role = Role: { $role }
seat-groups = Groups: { $groups }
seat-vehicle = Bus: { $vehicle }
seat-escort = Escort of: { $what }
seat-ready = Ready: { $flags }
seat-out = Not joined yet.
seat-no-link = There is no valid invitation link.
seat-link = The invitation is valid until { $until }.
seat-joined = Joined on { $when }.
seat-seen = Last used the bot on { $when }.
seat-lost = 📵 Unreachable since { $when }.
seat-deed = Last action: { $deed }, { $when }.
seat-changed = Something has changed here meanwhile. Please open the list of people again.
button-seat = ‹ Back
button-no = No, leave as it is
button-invite = ✉️ Make an invitation
button-links-renew = ✉️ Make a new link
button-links-revoke = 🚫 Revoke the links
button-ready = What is ready
button-to-organiser = Make organiser
button-to-delegate = Take away the organiser's role
button-groups = Groups
button-vehicle = Bus
button-move = Move to another seat
button-replace = Replace the person
button-free = Free the seat

## Readiness
ready-pass = pass
ready-ticket = ticket
ready-room = room
ready-badge = badge
ready-question = What is ready? Tap to tick or untick. For the pass, tick once the data have been handed in.

## Role, groups, bus
role-sure-organiser =
    Make { $who } an organiser?

    Organisers see all notes and manage the people and the programme.
role-sure-delegate = Take the organiser's role away from { $who }?
role-sure-own =
    Give up your own organiser's role ({ $who })?

    Only another organiser can give it back.
role-given-up = You are no longer an organiser.
last-organiser = This is the only organiser. First make somebody else an organiser.
button-role-yes = Yes, change the role
groups-question = Which groups? Tap to add or remove.
vehicle-question = Which bus?
vehicle-none = No bus

## Moving, replacing, freeing
move-where = To which free seat should { $who } move?
move-none = There are no free seats.
move-sure =
    Move this person?

    Now: { $from }
    Then: { $to }
move-to-organiser = The new seat has an organiser's rights.
move-to-delegate = The new seat has no organiser's rights.
move-done = You have been moved to another seat. Open /today.
button-move-yes = Yes, move
replace-sure =
    Replace the person in the seat { $who }?

    Their access and links end at once. The seat stays, and a new invitation to it is made.
replace-done = Your access has ended and the seat is free. The invitation for your successor is below.
button-replace-yes = Yes, replace
free-sure =
    Free the seat { $who }?

    The person's access and the links to the seat end at once.
free-done = Your access has ended and the seat is free.
button-free-yes = Yes, free it

## Groups and buses
teams-heading = Groups and buses
teams-none = The programme has neither groups nor buses.
team-joined = { $joined } of { $seats } joined
team-escort = Escort: { $who }
team-escort-none = No escort has been named.
team-link = Valid links let in { $uses ->
    [one] { $uses } more person
   *[other] { $uses } more people
  }, the last until { $until }.
button-escort = Name the escort
button-escort-file = As in the programme
button-team-people = Who is in it
button-teams = ‹ Groups and buses
button-invite-group = ✉️ Make a link to the group
escort-question = Who is the escort: { $what }?

## Links
links-renew-sure = Make a new link for { $who }? Earlier ones end at once.
links-revoke-sure = Revoke the links for { $who }? They end at once.
links-revoked = The links have been revoked.
button-renew-yes = Yes, make a new one
button-revoke-yes = Yes, revoke
invite-all-none = There is nobody to invite: every seat is taken.
invite-all-wait = Preparing the invitations…
invite-all-done =
    { $count ->
        [one] { $count } invitation
       *[other] { $count } invitations
    } to print, valid until { $until } inclusive.

    Each link is personal: print and hand out the cards, and do not forward the file itself.
sheet-title = Invitations: { $mission }
sheet-hint = Point your phone's camera at the code and open the bot in Telegram.
sheet-or-link = Or open the link:
sheet-until = A personal invitation, valid until { $until } inclusive.

## Requests to join
button-ask-access = Ask for access
request-sent = Your request has gone to the organisers. The answer will come here.
request-waiting = Your request has gone to the organisers; the answer will come here.
request-too-many = There are too many requests just now. Please turn to whoever invited you, or try again tomorrow.
request-refused = The organisers did not approve your request. If this is a mistake, please turn to whoever invited you.
request-granted-to-you = ✅ The organisers have approved your request.
request-heading =
    🙋 Request to join: { $name }, { $when }

    The name is from Telegram, where people choose it themselves. Make sure you know who this is.
request-nameless = no name
request-decided = This request has been decided already.
request-gone = This request no longer exists.
request-granted = ✅ Request approved: { $name }. Invitation made: { $to }.
request-granted-elsewhere = ✅ Request approved: { $name }.
request-declined = Request declined: { $name }.
request-unreachable = 📵 The invitation has been made, but the message did not arrive: the person has stopped the bot.
requests-heading = Requests to join
requests-none = There are no requests to join.
button-admit = ✅ Give a seat
button-admit-to = ✅ Give a seat: { $mission }
button-decline = Decline
button-decline-yes = Yes, decline
admit-question =
    { $name }: which seat?

    { $mission }
decline-sure = Decline the request of { $name }? It can be made again after a day.

## What members are told
member-organiser = You are now an organiser. Everything for organisers: /desk
member-delegate = You are no longer an organiser. Your programme and notes stay with you.
member-vehicle = 🚌 Your bus is now: { $vehicle }
member-no-vehicle = 🚌 You are no longer assigned to a bus.
member-escort = You have been named escort of: { $what }
member-moved = You have been moved to another seat: { $seat }. Programme: /today
member-left = Your access has ended: { $mission }. If this is a mistake, please turn to the organisers.

## The log
deed-invite-seat = invitation made
deed-invite-group = link to the group made
deed-invite-all = invitations made for print
deed-links-revoked = links revoked
deed-links-renewed = new link made, earlier ones ended
deed-seat-ready = readiness changed
deed-seat-organiser = made organiser
deed-seat-delegate = organiser's role taken away
deed-seat-groups = groups changed
deed-seat-vehicle = bus changed
deed-seat-moved = person moved to this seat
deed-seat-replaced = person replaced
deed-seat-freed = seat freed
deed-team-escort = escort named
deed-request-granted = request to join approved
deed-request-declined = request to join declined
