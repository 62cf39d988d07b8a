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

    Their reminders and programme changes now come to you as well, marked “For:”. You can read their programme, choose for them and confirm “Got it”.
aide-detached = You are no longer the aide of: { $who }. Their messages do not come to you any more.
button-aide = Aide of a principal
aide-question = Whose aide is this? The reminders and changes of the member you choose will come to the aide as well.
aide-none = Nobody's
aide-circle = That cannot be: members would assist each other in a circle.
seat-aide-of = Aide of: { $who }
seat-aides = Their aide: { $who }

deed-seat-aide = attached an aide
deed-seat-aide-none = detached an aide
deed-aide-pick = an aide chose for a member
deed-aide-unpick = an aide took back a member's choice
deed-aide-accept = an aide confirmed a change for a member
deed-aide-confirm = an aide confirmed a message for a member
