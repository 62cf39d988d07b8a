### Aides: the programme and its changes on the principal's behalf.

aide-for = 👤 For: { $who }
aide-both = 👥 For you and for: { $who }
aide-legend = 👥 for you and for: { $who } · 👤 for them only
aide-their-day = 👤 The day of: { $who }
aide-own-day = ‹ My day
aide-picked = Your aide has chosen for you: { $title }
aide-unpicked = Your aide has taken back your choice: { $title }
aide-attached =
    You are the aide of: { $who }.

    Their reminders and programme changes now come to you as well, marked “For:”. You can read their programme, choose for them, confirm “Got it”, and say that they are here or cannot come.
aide-detached = You are no longer the aide of: { $who }. Their messages do not come to you any more.
button-aide = Aide of a principal
aide-question = Whose aide is this? The reminders and changes of the member you choose will come to the aide as well.
aide-none = Nobody's
aide-circle = That cannot be: members would assist each other in a circle.
seat-aide-of = Aide of: { $who }
seat-aides = Their aide: { $who }

mark-away-for = 🚫 Noted: will not come
for-principal-away-sure = Will the member not come to this event?
for-principal-away-noted = 🚫 Noted: the member will not come.
for-principal-away-undone = Noted: the member will come.
for-principal-button-away = 🚫 The member cannot come
for-principal-button-away-yes = Yes, they cannot come
for-principal-button-away-undo = ↩️ They will come after all
alert-away-aide = As their aide says
aide-said-away = Your aide has said that you will not come: { $title }
aide-said-back = Your aide has said that you will come after all: { $title }

button-here-for = ✅ Is here: { $who }
button-here-done-for = ✅ Here, { $time }: { $who }
for-principal-here-noted = Noted: the member is here.
for-principal-here-already = The member is already noted as here.

deed-seat-aide = attached an aide
deed-seat-aide-none = detached an aide
deed-aide-pick = an aide chose for a member
deed-aide-unpick = an aide took back a member's choice
deed-aide-accept = an aide confirmed a change for a member
deed-aide-confirm = an aide confirmed a message for a member
deed-aide-away = an aide said that a member cannot come
deed-aide-back = an aide said that a member will come after all
