### Выбор среди параллельных мероприятий.

desk-coverages = 🔀 Выбор мероприятий
button-choice = 🔀 Выбрать: { $what }, { $day }
button-choice-all = 🔀 Сравнить варианты
button-choice-drop = Снять выбор
choice-heading = 🔀 Выберите, куда пойдёте
choice-heading-picked = 🔀 Ваш выбор отмечен
choice-until = Изменить выбор можно до { $time }.
choice-closed = Выбор закрыт.
choice-closed-early = Организаторы закрыли запись. Если выбор нужно изменить, напишите им: /ask.
choice-gone = Выбирать больше не нужно: мероприятий на выбор в вашей программе нет.
choice-full = ⛔ Мест нет
choice-places = Свободно мест: { $left } из { $capacity }
choice-overlap = ⚠️ В это же время: { $what }
choice-asked = Организаторы просят определиться.
choice-name = { $what }, { $day }, { $time }
picked-overlap = Записали ваш выбор. Обратите внимание, в это же время: { $what }

## Для организаторов
coverage-none = В программе нет параллельных мероприятий.
coverage-which = Какой выбор показать? ⚠️ — где никого нет или не все определились.
coverage-empty = ⚠️ № { $number }: никого. { $title }
coverage-count = Выбрали: { $count }
coverage-count-of = Выбрали: { $count } из { $capacity } мест
coverage-undecided = Не определились: { $count }
coverage-out = Ещё не присоединились: { $count }
coverage-asked = Спросили: { $asked }, дошло: { $reached }
coverage-missed = 📵 Не дошло: { $who }
coverage-asking = Спрашиваем: { $count }
coverage-closed = 🔒 Запись закрыта: участники не могут изменить выбор.
coverage-nobody = Спрашивать некого.
button-ask-undecided = ❓ Спросить остальных: { $count }
button-close-choice = 🔒 Закрыть запись
button-open-choice = 🔓 Открыть запись
button-option-names = № { $number }: список, { $count }
sent-choice = просьба определиться с выбором
deed-choice-asked = отправлена просьба определиться с выбором
deed-choice-closed = закрыта запись на выбор мероприятий
deed-choice-opened = открыта запись на выбор мероприятий
