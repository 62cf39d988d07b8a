### Помощники: программа и изменения за руководителя.

aide-for = 👤 За: { $who }
aide-both = 👥 Вам и за: { $who }
aide-legend = 👥 вам и за: { $who } · 👤 только за руководителя
aide-their-day = 👤 День: { $who }
aide-own-day = ‹ Мой день
aide-picked = Ваш помощник выбрал за вас: { $title }
aide-unpicked = Ваш помощник отменил ваш выбор: { $title }
aide-attached =
    Вы — помощник: { $who }.

    Напоминания и изменения в программе за руководителя теперь приходят и вам с пометкой «За:». Вы можете читать программу руководителя, делать за него выбор, подтверждать «Принято», отмечать, что он на месте или не сможет быть.
aide-detached = Вы больше не помощник: { $who }. Сообщения за руководителя вам больше не приходят.
button-aide = Помощник руководителя
aide-question = Чей это помощник? Напоминания и изменения за выбранного участника будут приходить и помощнику.
aide-none = Ничей
aide-circle = Так нельзя: получится, что участники помогают друг другу по кругу.
seat-aide-of = Помощник: { $who }
seat-aides = Его помощник: { $who }

mark-away-for = 🚫 Отмечено: не будет
for-principal-away-sure = Участника не будет на этом событии?
for-principal-away-noted = 🚫 Отмечено: участника не будет.
for-principal-away-undone = Отмечено: участник будет.
for-principal-button-away = 🚫 Участник не сможет быть
for-principal-button-away-yes = Да, не сможет
for-principal-button-away-undo = ↩️ Всё-таки будет
alert-away-aide = Со слов помощника
aide-said-away = Ваш помощник сообщил, что вас не будет: { $title }
aide-said-back = Ваш помощник сообщил, что вы всё-таки будете: { $title }

button-here-for = ✅ На месте: { $who }
button-here-done-for = ✅ На месте, { $time }: { $who }
for-principal-here-noted = Отметили: участник на месте.
for-principal-here-already = Уже отмечено: участник на месте.

deed-seat-aide = назначен помощник
deed-seat-aide-none = помощник откреплён
deed-aide-pick = помощник сделал выбор за участника
deed-aide-unpick = помощник отменил выбор за участника
deed-aide-accept = помощник подтвердил изменение за участника
deed-aide-confirm = помощник подтвердил сообщение за участника
deed-aide-away = помощник сообщил, что участник не сможет быть
deed-aide-back = помощник сообщил, что участник всё-таки будет
