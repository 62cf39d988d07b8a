# Ошибки в файле миссии. Место в файле указывается перед предложением: events[3].end: …

problem-line = { $path }: { $sentence }
problem-near = { $sentence }; возможно, имелось в виду «{ $near }»
problem-options = { $sentence }; укажите одно из: { $options }

## Файл в целом

problem-file-big = Файл больше { $most } МБ. Миссия – это только текст; изображения и документы разместите отдельно и дайте ссылки.
problem-not-utf8 = Файл не в кодировке UTF-8. Сохраните его ещё раз в кодировке UTF-8.
problem-file-empty = Файл пуст.
problem-nesting-deep = Скобки вложены глубже { $most } уровней; это не файл миссии.
problem-json-unclosed = Строка { $line }, столбец { $column }: открытая здесь скобка { $bracket } не закрыта.
problem-json-comma-trailing = Строка { $line }, столбец { $column }: перед закрывающей скобкой { $symbol } стоит лишняя запятая; уберите её.
problem-json-comma-missing = Строка { $line }, столбец { $column }: перед { $symbol } не хватает запятой.
problem-json-colon-missing = Строка { $line }, столбец { $column }: между полем и его значением не хватает двоеточия.
problem-json-comment = Строка { $line }, столбец { $column }: комментарии в этом файле недопустимы; уберите их.
problem-json-quotes = Строка { $line }, столбец { $column }: { $symbol } – не та кавычка; пишите прямые двойные кавычки: "…".
problem-json-string-unclosed = Строка { $line }, столбец { $column }: в этой строке не хватает закрывающей кавычки.
problem-json-escape = Строка { $line }, столбец { $column }: после обратной косой черты допустимы только " \ / b f n r t u; саму черту пишите как \\.
problem-json-control = Строка { $line }, столбец { $column }: в тексте невидимый символ; наберите текст заново.
problem-json-symbol = Строка { $line }, столбец { $column }: { $symbol } здесь стоять не может; тексты и названия полей пишутся в двойных кавычках.
problem-json-extra = Строка { $line }, столбец { $column }: миссия закончилась, но далее следует { $symbol }.
problem-json-malformed = Строка { $line }, столбец { $column }: это не JSON.
problem-not-an-object = В файле должна быть одна миссия в фигурных скобках, от {"{"} до {"}"}, а в нём { $found }.
problem-key-twice = указано дважды (повторно в строке { $line }); оставьте одно

## Содержание полей

problem-field-unknown = неизвестное поле
problem-field-missing = не заполнено
problem-field-null = не может быть null; заполните поле или уберите его
problem-wrong-type =
    { $expected ->
        [string] нужен текст в двойных кавычках, а здесь { $found }
        [text] нужен текст или тексты по языкам, а здесь { $found }
        [number] нужно число без кавычек, а здесь { $found }
        [boolean] нужно true или false без кавычек, а здесь { $found }
        [array] нужен список в квадратных скобках, а здесь { $found }
       *[object] нужны поля в фигурных скобках, а здесь { $found }
    }
problem-not-among = «{ $value }» здесь недопустимо
problem-kind-unknown = вида события «{ $value }» нет
problem-language-unknown = языка «{ $value }» у бота нет
problem-format-unknown = формат «{ $value }» бот не читает; укажите 1
problem-id-malformed = «{ $value }» не годится как обозначение; нужно от 1 до 40 строчных латинских букв, цифр и дефисов, например bus-2
problem-text-empty = пусто; впишите текст или уберите поле
problem-text-long = слишком длинно: { $length } знаков, допустимо не более { $most }
problem-list-empty = список пуст; нужен хотя бы один элемент
problem-list-long = слишком много: { $length }, допустимо не более { $most }
problem-zone-unknown = «{ $value }» – не часовой пояс; укажите его название, например Asia/Krasnoyarsk
problem-time-malformed = «{ $value }» – не дата и время; пишите так: 2016-11-17T10:00
problem-time-offset = в «{ $value }» указано смещение; пишите только местное время, например 2016-11-17T10:00: часовой пояс берётся у места
problem-date-impossible = «{ $value }»: такой даты или такого времени в календаре нет
problem-clock-malformed = «{ $value }» – не время суток; пишите так: 07:30
problem-duration-malformed = «{ $value }» – не промежуток времени; пишите PT15M (15 минут), PT1H (час), P1D (сутки)
problem-lead-zero = «{ $value }» – нулевой промежуток; напоминание приходит до события
problem-lead-long = «{ $value }» – слишком рано; напоминание приходит не более чем за 7 суток
problem-number-whole = { $value }: нужно целое число
problem-capacity-range = { $value }: недопустимое число мест; от 1 до 100000
problem-latitude-range = { $value } – не широта; от -90 до 90
problem-longitude-range = { $value } – не долгота; от -180 до 180
problem-coordinates-swapped = { $value } – не широта; похоже, широта и долгота ({ $longitude }) перепутаны местами
problem-phone-malformed = «{ $value }» – не номер в международном формате; пишите так: +7 000 000-00-00
problem-telegram-malformed = «{ $value }» – не имя в Telegram; пишите так: @name
problem-url-malformed = «{ $value }» – не адрес в интернете; укажите его полностью, начиная с https://
problem-colour-malformed = «{ $value }» – не цвет; пишите так: #1f5fa8
problem-unreadable = «{ $value }» прочитать не удалось

## Программа

problem-id-twice = «{ $value }» уже есть в { $other }; обозначения не должны повторяться
problem-id-unknown =
    { $section ->
        [venues] места с обозначением «{ $value }» нет
        [groups] группы с обозначением «{ $value }» нет
        [vehicles] транспорта с обозначением «{ $value }» нет
        [contacts] контакта с обозначением «{ $value }» нет
       *[people] участника с обозначением «{ $value }» нет
    }
problem-id-unknown-often =
    { $section ->
        [venues] места с обозначением «{ $value }» нет, а указано оно здесь и ещё в нескольких местах ({ $others })
        [groups] группы с обозначением «{ $value }» нет, а указано оно здесь и ещё в нескольких местах ({ $others })
        [vehicles] транспорта с обозначением «{ $value }» нет, а указано оно здесь и ещё в нескольких местах ({ $others })
        [contacts] контакта с обозначением «{ $value }» нет, а указано оно здесь и ещё в нескольких местах ({ $others })
       *[people] участника с обозначением «{ $value }» нет, а указано оно здесь и ещё в нескольких местах ({ $others })
    }
problem-aide-self = никто не может быть помощником самому себе
problem-aide-circle = помощники указаны по кругу: { $circle }
problem-language-twice = «{ $value }» указан дважды
problem-time-skipped = времени { $time } в поясе { $zone } не бывает: часы переводят вперёд
problem-end-before-start = раньше начала ({ $first } → { $second })
problem-end-at-start = совпадает с началом ({ $first } → { $second }); если окончание неизвестно, уберите его
problem-gathering-late = не раньше начала события ({ $first } → { $second })
problem-departs-early = раньше сбора ({ $first } → { $second })
problem-departs-late = позже начала события ({ $first } → { $second })

## Предупреждения

problem-time-repeated = часы в поясе { $zone } показывают { $time } дважды; взято более раннее
problem-gathering-placeless = не указано место сбора
problem-overlap = те же участники в это время заняты в { $other }
problem-choice-single = в «{ $value }» только это событие; выбирать не из чего
problem-choice-apart = не совпадает по времени с другими событиями выбора «{ $value }»
problem-to-idle = в другое место ведут только трансфер (transfer) и переезд (travel), а здесь «{ $kind }»
problem-capacity-idle = без поля choice не действует
problem-lead-twice = «{ $value }»: напоминание на это время уже есть
problem-listed-twice = «{ $value }» указано дважды
problem-language-unlisted = нет «{ $value }», хотя тексты на этом языке есть (первый – { $first })

## Что npm run check-mission сообщает помимо ошибок

check-usage = Укажите хотя бы один файл миссии: npm run check-mission -- data/missions/krasnoyarsk.json [--language en|ru|ja]
check-file-missing = { $file }: такого файла нет или его не удаётся прочитать.
check-dates = { $first } – { $last }, { $zone }
check-counts = Событий: { $events }, дней: { $days }, участников: { $people }, групп: { $groups }, мест: { $venues }
