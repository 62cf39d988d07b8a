### Choosing among parallel events.

desk-coverages = 🔀 Choices
button-choice = 🔀 Choose: { $what }, { $day }
button-choice-all = 🔀 Compare the options
button-choice-drop = Drop the choice
choice-heading = 🔀 Choose where you will go
choice-heading-picked = 🔀 Your choice is noted
choice-until = You may change it until { $time }.
choice-closed = The choice is closed.
choice-closed-early = The organisers have closed the list. To change your choice, write to them: /ask.
choice-gone = There is nothing left to choose in your programme.
choice-full = ⛔ Full
choice-places = Places left: { $left } of { $capacity }
choice-overlap = ⚠️ At the same time: { $what }
choice-asked = The organisers ask you to choose.
choice-name = { $what }, { $day }, { $time }
picked-overlap = Your choice is noted. Please mind that at the same time you have: { $what }

## For organisers
coverage-none = There are no parallel events in the programme.
coverage-which = Which choice? ⚠️ — somewhere there is nobody, or not everybody has chosen.
coverage-empty = ⚠️ No. { $number }: nobody. { $title }
coverage-count = Chosen by: { $count }
coverage-count-of = Chosen by: { $count }, places: { $capacity }
coverage-undecided = Have not chosen: { $count }
coverage-out = Have not joined yet: { $count }
coverage-asked = Asked: { $asked }, reached: { $reached }
coverage-missed = 📵 Not reached: { $who }
coverage-asking = Asking: { $count }
coverage-closed = 🔒 The list is closed: members cannot change their choice.
coverage-nobody = There is nobody to ask.
button-ask-undecided = ❓ Ask the others: { $count }
button-close-choice = 🔒 Close the list
button-open-choice = 🔓 Open the list
button-option-names = No. { $number }: the list, { $count }
sent-choice = a request to choose
deed-choice-asked = asked people to choose
deed-choice-closed = closed the list of a choice
deed-choice-opened = opened the list of a choice
