### Переклички и присутствие.

plain-rollcall = перекличка | переклички | провести перекличку
command-rollcall = перекличка: кто на месте
desk-rolls = 📋 Переклички
button-here = ✅ Я на месте
button-here-done = ✅ Вы на месте, { $time }
here-noted = Отметили: вы на месте.
here-already = Вы уже отмечены: на месте.
here-late = Это событие уже прошло.
here-closed = Перекличка уже закончена. Сообщите старшему, что вы на месте.

## Карточка старшего
roll-all = Вся делегация
roll-event-gone = Событие отменено
roll-headline = { $what }: { $here } из { $all }
roll-begun = Начата { $time }
roll-closed = ☑️ Закончена в { $time }
roll-missing = Нет отметки: { $count }
roll-absent = Отсутствуют: { $count }
roll-excused = Не смогут быть: { $count }
roll-complete = ✅ Отсутствующих без причины нет.
roll-how = Нажмите на имя, чтобы отметить того, кто на месте, или снять отметку.
roll-out = не присоединился к боту
roll-closed-already = Перекличка уже закончена.
button-roll-write = ✍️ Написать группе
button-roll-close = ☑️ Закончить перекличку
button-roll-close-yes = Да, закончить
button-roll-reopen = ↩️ Продолжить перекличку
roll-close-complete = Закончить перекличку? Результат сохранится.
roll-close-missing = Закончить перекличку? Будут отмечены как отсутствующие: { $count }. Организаторы получат список.

## Сообщение группе
roll-write-whom = Кому написать?
roll-write-nobody = Писать некому: никто из этих людей не присоединился к боту.
roll-write-all = Всем: { $count }
roll-write-missing = Только тем, кого нет: { $count }
roll-write-now = Напишите сообщение. Перед отправкой бот переспросит.
roll-write-words = Напишите это словами: файлы и голосовые здесь не передаются.
roll-write-long = Слишком длинно: { $length } знаков, помещается { $most }. Сократите и пришлите снова.
roll-write-sure = Отправить? { $what }, получателей: { $count }
button-roll-send = Отправить: { $count }
roll-write-sent = Отправляем. Получателей: { $count }
roll-words-from = ✍️ { $what }. Пишет { $who }

## Новая перекличка
rolls-heading = 📋 Переклички
rolls-none = Перекличек ещё не было. Перед каждым сбором она начинается сама.
button-roll-new = ➕ Начать перекличку
roll-whom = Кого перекликать?
roll-nobody = Перекликать некого: в программе нет групп и автобусов.
roll-sure = Начать перекличку: { $what }?
roll-rings = Сообщение со звуком получат: { $count }
roll-others = Не присоединились к боту, их отметите сами: { $count }
button-roll-go = Начать
roll-called = Перекличка начата.
roll-called-already = Такая перекличка уже идёт.
roll-asked = 📋 Перекличка. Отметьтесь, пожалуйста.
alert-roll = 📋 Перекличка закончена. { $what }
button-roll-back = ‹ Назад
button-presence = 🙋 Кто будет
presence-none = Перекличек на этом событии не было.
sent-roll = Вызов на перекличку
sent-roll-card = Карточка переклички
sent-roll-words = Сообщение группе от старшего
sent-roll-missing = Список отсутствующих на перекличке
deed-roll-called = начата перекличка
deed-roll-closed = закончена перекличка
deed-roll-reopened = перекличка продолжена
