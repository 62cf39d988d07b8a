### Изменение программы организаторами: черновик, выпуск, задержка, история.

plain-change = изменить программу | изменить | изменение
plain-history = история | история изменений | редакции
words-delay = задержка | задержка на | опаздываем на
command-change = изменить программу
command-delay = задержка: /delay 20
command-history = редакции программы
command-export = файлы: программа, заметки, контакты, явка, архив
desk-change = ✏️ Изменить программу
desk-delay = ⏱ Задержка
desk-history = 🕘 История
desk-exports = 📄 Файлы

## Что изменить
change-which-day = Какой день изменить?
change-which-event = { $day }. Что изменить?
change-what = Что сделать?
change-move = 🕐 Перенести
change-place = 📍 Другое место
change-hold = ⏳ Время уточняется
change-resume = ▶️ Состоится как намечено
change-cancel = ❌ Отменить
change-confirm = ✅ Подтвердить время и место
change-tentative = ❔ Предварительно
change-duplicate = ➕ Сделать копию
change-more = ⚙️ Изменить другое
change-move-ask = На сколько минут перенести? Или напишите новое время: 15:30, завтра 9:00, +25.
change-place-ask = Выберите место или напишите название нового.
change-more-ask = Что изменить?
change-event-gone = Этого события в программе нет: его отменили, возможно, вы сами в черновике. Откройте /change.
change-refused = Так изменить нельзя, ничего не сохранено:
change-no-organiser = Вы больше не организатор этой миссии. Черновик сохранён, ничего не выпущено.
held = ⏳ Задерживается, время уточняется
button-show-draft = 📝 Открыть черновик
button-approve = ✅ Утвердить программу
button-restore-event = ↩️ Вернуть: { $event }
button-add-event = ➕ Добавить событие
button-other-day = ‹ Другой день
button-other-event = ‹ Другое событие
button-change-stop = ‹ Назад
field-title = Название
field-end = Окончание
field-gathering = Сбор
field-room = Зал
field-dressCode = Форма одежды
field-bring = Что взять
field-description = Описание
field-interpreter = Перевод
field-host = Кто принимает
field-brief = Справка
field-weather = Погода
field-capacity = Число мест
field-fixed = Время нельзя сдвигать
field-optional = По желанию
field-group = Группа: { $group }
field-groups = Группы
field-audience = Для кого
field-documents = Документы
field-roles = Роли
field-contact = Контакт
ask-start = Напишите новое время: 15:30, завтра 9:00, +25.
ask-place = Напишите место.
ask-copy = Когда состоится копия? Например: 15:30, завтра 9:00, +60.
ask-new = Напишите время и название, на второй строке место: «15:30–16:30 Встреча с ректором».
ask-title = Напишите новое название.
ask-end = Во сколько окончание? Например: 17:00.
ask-gathering = Во сколько и где сбор? Например: 10:15 холл гостиницы.
ask-room = В каком зале?
ask-dressCode = Какая форма одежды?
ask-bring = Что взять с собой? Через запятую.
ask-description = Напишите описание.
ask-interpreter = Кто и как переводит?
ask-host = Кто принимает?
ask-brief = Напишите справку для делегации.
ask-weather = Какая погода?
ask-capacity = Сколько мест? Напишите число.
ask-now = Сейчас: { $current }
ask-clear = Чтобы убрать, пришлите один дефис: -
typed-no-time = Не понял время. Напишите, например: 15:30, завтра 9:00 или +20.
typed-past = Это время уже прошло. Напишите время впереди.
typed-no-such-time = Такого времени в этот день нет. Напишите другое.
typed-long = Слишком длинно. Напишите короче.
typed-no-number = Напишите целое число, например: 30.
typed-no-event = Не понял. Напишите так: «15:30–16:30 Встреча с ректором».
typed-empty = Напишите, пожалуйста, словами.

## Черновик и выпуск
draft-heading = 📝 Черновик изменений к редакции № { $revision }
draft-affected = 👥 Узнают об этом: { $affected } из { $members }
draft-gathered = 🔔 О том, что раньше чем через сутки, сообщим сразу, об остальном — вечером.
draft-at-once = 🔔 Сообщим всем сразу.
draft-no-difference = Программа остаётся прежней.
draft-approves = ✅ Программа будет утверждена, участники её увидят.
draft-withdraws = Программа станет проектом, участники перестанут её видеть.
draft-renamed = ✏️ Прежнее название: { $before }
draft-reworded = ✏️ Изменено: { $field }
draft-reworded-from = ✏️ { $field }: было «{ $before }» → стало «{ $after }»
draft-yes = да
draft-no = нет
draft-everybody = все участники
draft-organisers = только организаторы
draft-stale = ⚠️ Пока вы готовили изменения, вышла редакция № { $revision }: { $who }
draft-stale-choose = Наложить ваши изменения на неё?
draft-gone = Черновика больше нет: он выпущен, удалён или заменён другим. Начать новый: /change
draft-dropped = Черновик удалён, программа не изменилась.
draft-waiting = 📝 Ваш прежний черновик отложен. Он откроется, когда вы выпустите или удалите этот.
draft-replaces = ⚠️ Прежний черновик ({ $how }) не выпущен: его заменил этот.
draft-takes-back = ⚠️ Отменяются все изменения редакций с № { $from } по № { $to }.
draft-moved-on = Черновик с тех пор изменился. Проверьте его ещё раз.
button-release = ✅ Выпустить
button-at-once = 🔔 Сообщить всем сразу
button-gather = 🌙 Сообщить вечером
button-change-more = ➕ Изменить ещё
button-undo-last = ↩️ Убрать последнее
button-drop-draft = 🗑 Удалить черновик
button-lay-anew = ✅ Наложить мои изменения
released = ✅ Редакция № { $revision } выпущена в { $at }
released-affected = { $affected ->
    [0] Никого не касается, сообщений не будет.
    [one] Сообщаем { $affected } участнику.
    [few] Сообщаем { $affected } участникам.
   *[other] Сообщаем { $affected } участникам.
  }
button-reception = 👁 Кто подтвердил
button-undo-release = ↩️ Вернуть как было
clash-heading = ⚠️ Накладки
clash-two-places = Одновременно, { $people } чел.: { $one } и { $other }
clash-room-twice = Один зал занят дважды: { $one } и { $other }
clash-called-away = Сбор раньше, чем закончится предыдущее, { $people } чел.: { $one } → { $other }
clash-way-short = Не успеть доехать, { $people } чел.: { $one } → { $other } (есть { $there } мин, нужно { $needed })
clash-more = И ещё накладок: { $count }

## Задержка
delay-how-long = На сколько минут задержка?
delay-from-which = +{ $minutes } мин. Какое событие задерживается? За ним сдвинется всё до ближайшего, которое сдвигать нельзя.
no-delay-minutes = Напишите, на сколько минут задержка: от 1 до 600. Например: /delay 20
no-delay-event-gone = Этого события в программе уже нет. Выберите другое.
no-delay-over = Это событие уже закончилось. Выберите другое.
no-delay-nothing-ahead = Впереди ничего нет.
no-delay-fixed-ahead = Ближайшее событие помечено «сдвигать нельзя». Если задерживается именно оно, выберите его.
no-delay-clock-set-back = Этой ночью часы переводят назад, сдвинуть так нельзя. Перенесите событие на точное время: /change
button-delay-other = Другое событие
button-delay-also = ⏱ Задерживается и это: { $event }
button-fit-shift = Сдвинуть всё, как есть
button-fit-shorten = Сократить то, что не войдёт
button-fit-absorb = Только за счёт перерывов
button-fit-drop = Отменить то, что не войдёт

## История
history-heading = 🕘 Редакции программы
history-first = № { $revision }, { $how }
history-line = № { $revision }, { $when }, { $how }: { $who }
history-button = № { $revision }
history-beginning = С неё началась программа.
how-change = изменение
how-delay = задержка
how-file = из файла
how-restore = возврат к прежней
how-approval = утверждение
button-history = ‹ История
button-restore-revision = ↩️ Вернуть эту редакцию
deed-release = выпущена редакция программы

## Кто подтвердил
reception-heading = Редакция № { $revision }: подтвердили { $confirmed } из { $all }
reception-unconfirmed = Не подтвердили
reception-unreachable = 📵 Недоступны
reception-ahead = Ещё не отправлено
reception-confirmed = ✅ Подтвердили
reception-nobody = Эта редакция никого не касается.
button-refresh = 🔄 Обновить
