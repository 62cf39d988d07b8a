### Всё, что бот говорит по-русски. На «вы», коротко: сначала что и когда, потом где, потом что взять.

## Клавиатура
key-today = Сегодня
key-now = Что сейчас
key-note = Записать
key-help = Нужна помощь

## Слова, которые работают как команды (через черту)
plain-today = сегодня | программа на сегодня | что сегодня
plain-tomorrow = завтра | что завтра | программа на завтра
plain-now = что сейчас | сейчас | что дальше | куда
plain-programme = программа | вся программа
plain-note = записать | заметка | запись
plain-notes = заметки | мои заметки
plain-needhelp = нужна помощь | контакты | телефон
plain-settings = настройки | язык
plain-help = справка | команды | помощь
plain-done = готово | всё | все
plain-thanks = спасибо | большое спасибо | благодарю | хорошо | понял | поняла | ок | ok

## Программа
day-empty = На этот день для вас ничего не назначено.
programme-empty = В программе пока нет событий для вас.
programme-day = { $day } — { $count ->
    [one] { $count } событие
    [few] { $count } события
   *[other] { $count } событий
  }
zone = 🕐 Время местное: { $zone }
zone-and-home = 🕐 Время местное: { $zone } ({ $home }: { $difference } ч)
until = до { $time }
mark-tentative = (предварительно)
mark-undecided = (на выбор)
mark-optional = (по желанию)
mark-picked = (ваш выбор)
gathering = ⏰ Сбор в { $time }
gathering-at = ⏰ Сбор в { $time }, { $place }
departs = 🚌 Отправление в { $time }
bus-departs = 🚌 { $bus }, отправление в { $time }
now-nothing = Сейчас ничего не идёт.
now-on = Сейчас
now-next = Далее
now-next-day = Далее, { $day }
now-over = Программа завершена.

## Карточка события
card-tentative = ❔ Предварительно: время или место ещё могут измениться
card-undecided = 🔀 Идёт параллельно с другими: выберите одно
card-optional = По желанию
card-picked = ✅ Ваш выбор
card-dress = 👔 { $what }
card-bring = 🎒 С собой: { $what }
card-weather = 🌡 { $what }
card-interpreter = 🗣 { $what }
card-host = Принимает: { $what }
card-brief = Справка для делегации
card-role-yours = ❗ Ваша роль: { $role }
button-programme = Вся программа
button-details = Подробнее
button-map = 📍 На карте
button-pick = ✅ Выбираю это
button-unpick = 🔀 Изменить выбор
button-note = 📝 Записать
button-day = ‹ { $day }
picked = Записали ваш выбор.
pick-full = Мест больше нет. Выберите другое.
pick-late = Уже началось, выбор закрыт.
reminder-pick = Идут параллельно. Выберите, куда пойдёте.

## Вход по приглашению
outsider = Этот бот работает только по приглашениям. Откройте ссылку из приглашения или обратитесь к тому, кто вас пригласил.
invitation-unknown = Эта ссылка не действует: она устарела или уже использована. Попросите у организатора новую.
guesses-too-many = Слишком много попыток. Попробуйте через час или попросите у организатора новую ссылку.
join-who = Вы — { $who }?
organiser = организатор
join-consent = Бот будет хранить вашу должность, язык и заметки, чтобы напоминать о программе и собрать итоги. Эти сведения видят только организаторы. Подтвердите, что это вы и что вы согласны.
join-yes = ✅ Да, это я, согласие даю
join-no = Нет
join-no-answer = Хорошо, ничего не записано. Если ссылка пришла вам по ошибке, сообщите об этом тому, кто её прислал.
join-position = Вас приглашают в группу «{ $group }». Напишите одним сообщением вашу должность и организацию, как их указать в списке.
join-position-long = Слишком длинно. Напишите должность и организацию короче, до 200 знаков.
join-position-text = Напишите, пожалуйста, словами: должность и организация.
join-use-buttons = Нажмите, пожалуйста, одну из кнопок выше.
join-welcome =
    Добро пожаловать! Вы записаны: { $who }.

    Бот напомнит о каждом сборе и сообщит об изменениях в программе. Кнопки внизу — всё, что нужно в дороге.
join-already = Вы в списке делегации. Ваша программа:
join-welcome-organiser = Пригласить участников: /invite. Что будет отправлено: /deliveries.
join-elsewhere = Вы уже в списке этой делегации на другом месте. Если нужно изменить место, обратитесь к организатору.
join-seat-taken = Это место уже занято. Если это ошибка, обратитесь к организатору.

## Приглашения
invite-whom =
    Кого пригласить? Присоединились { $joined } из { $seats }.

    Ссылка на место — одному человеку, ссылка в группу — нескольким.
invite-group = 👥 В группу: { $group }
invite-forward = Перешлите это сообщение тому, кого приглашаете
invite-link-seat =
    Приглашение: { $whom }

    Программа и напоминания – в боте. Ссылка личная, действует до { $until } включительно.
invite-link-group =
    Приглашение в группу: { $whom }

    Программа и напоминания – в боте. По ссылке могут войти { $uses ->
        [one] { $uses } человек
        [few] { $uses } человека
       *[other] { $uses } человек
    }, она действует до { $until } включительно.
invite-taken = Это место уже занято участником.

## Заметки
note-which = О чём запись?
note-which-kept = ✅ Сохранено. О чём это?
note-no-event = О поездке в целом
note-write = Пишите, диктуйте, присылайте фото, файлы и контакты, сколько нужно. Каждое сообщение сохраняется сразу.
note-saved = { $count ->
    [one] ✅ Сохранено { $count } сообщение
    [few] ✅ Сохранено { $count } сообщения
   *[other] ✅ Сохранено { $count } сообщений
  }
note-closed = ✅ Запись закрыта: { $about }. { $count ->
    [one] Сохранено { $count } сообщение.
    [few] Сохранено { $count } сообщения.
   *[other] Сохранено { $count } сообщений.
  }
note-closed-empty = Ничего не записано.
note-kept = ✅ Сохранено: { $about }
note-gone = Этой заметки больше нет.
note-sticker = Такое сообщение сохранить нельзя. Пришлите текст, фото, голос, файл или контакт.
notes-mine = Ваши заметки: { $total }
notes-all = Заметки делегации: { $total }
notes-none = У вас пока нет заметок. Чтобы сделать первую, нажмите «Записать».
notes-none-at-all = Заметок пока нет.
note-delete-sure = Удалить заметку «{ $note }»? Вернуть её будет нельзя.
note-deleted = Заметка удалена.
button-done = Готово
button-note-media = Показать вложения
button-note-add = Дополнить
button-note-delete = Удалить
button-delete-yes = Да, удалить
button-delete-no = Нет, оставить
button-back = ‹ К списку
item-photo = 🖼 Фото
item-voice = 🎤 Голосовое
item-video = 🎬 Видео
item-videoNote = 🎬 Видеосообщение
item-audio = 🎵 Аудио
item-document = 📎 Файл
item-animation = 🎞 Анимация
item-contact = 👤 Контакт
item-place = 📍 Место
unplaced = Не понял. Сохранить это как заметку?
button-contacts = ☎️ Кому позвонить
unplaced-no-event = 📝 О поездке в целом
unplaced-drop = Не сохранять
unplaced-dropped = Не сохранено.

## Справка и настройки
command-today = программа на сегодня
command-tomorrow = программа на завтра
command-now = что сейчас и что дальше
command-programme = вся программа по дням
command-note = записать итоги встречи
command-notes = мои заметки; поиск: /notes слово
command-contacts = кому позвонить
command-settings = напоминания, тихие часы, язык
command-privacy = какие данные хранятся
command-help = эта справка
command-invite = пригласить участников
command-missions = выбрать миссию
help-intro = Что умеет бот:
help-words = Можно и словами: «сегодня», «завтра», «что сейчас», «записать».
contacts-heading = Кому позвонить
contacts-none = Контакты в программе не указаны.
contacts-emergency = Экстренные службы: 112 (в Японии 110 и 119)
privacy =
    Бот хранит: вашу должность и место в делегации, язык, выбор параллельных мероприятий, заметки и то, какие сообщения вам доставлены. Сообщение, которое не удалось обработать, хранится до 30 дней, чтобы исправить ошибку.

    Заметки видите вы и организаторы, а если вы так выберете, и вся делегация. Анкета в конце поездки хранится без имени. Посторонним бот не отвечает.

    Удалить заметку можно в /notes.
language-name = русский
language-set = Язык: { $language }
missions-which = Какую миссию показать?
mission-set = Готово
mission-draft = Программа ещё готовится. Она появится здесь, как только её утвердят.

## Когда что-то не так
redis-away = Сейчас не могу ни прочитать, ни сохранить: нет связи с хранилищем. Повторите через минуту.
not-saved = ❗ Не сохранено: нет связи с хранилищем. Пришлите ещё раз через минуту.
broken = Не получилось. Повторите, пожалуйста, через минуту.
old-button = Эта кнопка устарела. Откройте /today.
event-gone = Этого события в вашей программе больше нет.
unknown-command = Такой команды нет. Список команд: /help

## Сводки и сообщения организаторам
evening-heading = Завтра, { $day }
evening-first = ⏰ Начало в { $time }
evening-undecided = 🔀 Выберите, куда пойдёте: мероприятия идут параллельно
button-day-details = Подробнее о дне
alert-unreachable = 📵 Не доходят сообщения: { $who }. Участник остановил бота или удалил Telegram. Передайте ему программу другим способом.

## Настройки напоминаний
settings-heading = Настройки
settings-language = Язык: { $language }
settings-all = Напоминания: { $state ->
    [on] 🔔 включены
   *[off] 🔕 выключены
  }
settings-evening = Вечерняя сводка: { $state ->
    [on] включена
   *[off] выключена
  }
settings-morning = Утренняя сводка: { $state ->
    [on] включена
   *[off] выключена
  }
settings-quiet = Тихие часы: { $hours }
settings-quiet-off = нет
settings-quiet-note = В тихие часы приходят только напоминания о сборах.
settings-lead = { $sort }: { $lead }
sort-gathering = Сбор
sort-firstOfDay = Первое событие дня
sort-event = Начало мероприятий
sort-travel = Рейсы и переезды
lead-minutes = за { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[other] { $minutes } минут
  }
lead-hours = за { $hours ->
    [one] { $hours } час
    [few] { $hours } часа
   *[other] { $hours } часов
  }
lead-none = не напоминать
lead-mission = как в программе
settings-lead-question = { $sort }: когда напоминать?
settings-quiet-question = Тихие часы
settings-language-question = Язык
button-settings-back = ‹ Настройки
button-mute = 🔕 Не напоминать об этом
button-unmute = 🔔 Напоминать об этом

## Что отправлено и что будет отправлено
command-deliveries = что будет отправлено и почему не пришло
upcoming-heading = Что будет отправлено
upcoming-line = { $when } — { $event }: { $recipients ->
    [one] { $recipients } участнику
    [few] { $recipients } участникам
   *[other] { $recipients } участникам
  }
upcoming-none = Впереди ничего нет.
digest-evening = вечерняя сводка
digest-morning = утренняя сводка
button-why = Почему не пришло?
why-who = Кому не пришло?
why-what = { $who }. О каком событии?
fate-delivered = ✅ Доставлено { $when }
fate-within = ✅ Доставлено { $when } одним сообщением с другим напоминанием
fate-superseded = Заменено более поздним напоминанием ({ $when })
fate-expired = Не отправлено вовремя и потеряло смысл ({ $when })
fate-unreachable = 📵 Участник был недоступен ({ $when })
fate-failed = Telegram отказался принять сообщение ({ $when })
fate-ahead = Будет отправлено { $when }
fate-before = Было до того, как участник присоединился или изменил настройки ({ $when })
fate-on-its-way = Отправляется
fate-none-gone = Этого события больше нет в программе.
fate-none-draft = Программа ещё в проекте, участники её не видят.
fate-none-organisers = Событие только для организаторов.
fate-none-group = Событие не для группы этого участника.
fate-none-choice = Участник выбрал другое из параллельных событий.
fate-none-muted = Участник отключил напоминания об этом событии.
fate-none-muted-all = Участник отключил все напоминания.
fate-none-quiet = Напоминание попадает в тихие часы участника.
fate-none-programme = О таких событиях напоминаний нет: так задано в программе или участник уже на месте.
