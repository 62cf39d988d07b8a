### Участники: список, места, группы, приглашения, запросы на доступ.

plain-people = участники | список участников | состав делегации
desk-people = 👥 Участники

## Список
people-heading = Участники: присоединились { $joined } из { $seats }
people-listed = { $what }: { $count }
people-filter-out = Ещё не присоединились
people-filter-lost = Не доходят сообщения
people-marks = ✓ присоединился · ○ ещё нет · ★ организатор · 📵 не доходят сообщения
people-all = Показать всех
people-out = Ещё не присоединились: { $count }
people-lost = 📵 Не доходят сообщения: { $count }
people-teams = Группы и автобусы
people-requests = 🙋 Запросы на доступ: { $count }
people-invite-all = 🖨 Пригласить остальных: { $count }

## Место
role-delegate = участник
seat-role = Роль: { $role }
seat-groups = Группы: { $groups }
seat-vehicle = Автобус: { $vehicle }
seat-escort = Старший: { $what }
seat-ready = Готовность: { $flags }
seat-out = Ещё не присоединился.
seat-no-link = Действующей ссылки-приглашения нет.
seat-link = Приглашение действует до { $until }.
seat-joined = Присоединился { $when }.
seat-seen = Последнее обращение к боту: { $when }.
seat-lost = 📵 Сообщения не доходят с { $when }.
seat-deed = Последнее действие: { $deed }, { $when }.
seat-changed = Здесь уже что-то изменилось. Откройте список участников заново.
button-seat = ‹ Назад
button-no = Нет, не менять
button-invite = ✉️ Выдать приглашение
button-links-renew = ✉️ Выдать новую ссылку
button-links-revoke = 🚫 Отозвать ссылки
button-ready = Готовность документов
button-to-organiser = Сделать организатором
button-to-delegate = Снять роль организатора
button-groups = Группы
button-vehicle = Автобус
button-move = Перевести на другое место
button-replace = Заменить человека
button-free = Освободить место

## Готовность
ready-pass = пропуск
ready-ticket = билет
ready-room = номер
ready-badge = бейдж
ready-question = Что готово? Нажмите, чтобы отметить или снять отметку. Для пропуска отмечают, что данные поданы.

## Роль, группы, автобус
role-sure-organiser =
    Сделать организатором: { $who }?

    Организатор видит все заметки, управляет списком участников и программой.
role-sure-delegate = Снять роль организатора: { $who }?
role-sure-own =
    Снять роль организатора с себя: { $who }?

    Вернуть её сможет только другой организатор.
role-given-up = Вы больше не организатор.
last-organiser = Это единственный организатор. Сначала сделайте организатором кого-нибудь ещё.
button-role-yes = Да, изменить роль
groups-question = В каких группах? Нажмите, чтобы добавить или убрать.
vehicle-question = В каком автобусе?
vehicle-none = Без автобуса

## Перевести, заменить, освободить
move-where = На какое свободное место перевести: { $who }?
move-none = Свободных мест нет.
move-sure =
    Перевести на другое место?

    Сейчас: { $from }
    Станет: { $to }
move-to-organiser = На новом месте – права организатора.
move-to-delegate = На новом месте прав организатора нет.
move-done = Вы переведены на другое место. Откройте /today.
button-move-yes = Да, перевести
replace-sure =
    Заменить человека на месте: { $who }?

    Его доступ и ссылки сразу перестанут действовать. Место останется, на него будет выдано новое приглашение.
replace-done = Ваш доступ завершён, место освобождено. Приглашение для преемника – ниже.
button-replace-yes = Да, заменить
free-sure =
    Освободить место: { $who }?

    Доступ человека и ссылки на место сразу перестанут действовать.
free-done = Ваш доступ завершён, место освобождено.
button-free-yes = Да, освободить

## Группы и автобусы
teams-heading = Группы и автобусы
teams-none = В программе нет ни групп, ни автобусов.
team-joined = Присоединились { $joined } из { $seats }
team-escort = Старший: { $who }
team-escort-none = Старший не назначен.
team-link = По действующим ссылкам могут войти ещё { $uses ->
    [one] { $uses } человек
    [few] { $uses } человека
   *[other] { $uses } человек
  }, последняя – до { $until }.
button-escort = Назначить старшего
button-escort-file = Как указано в программе
button-team-people = Список
button-teams = ‹ Группы и автобусы
button-invite-group = ✉️ Выдать ссылку в группу
escort-question = Кто старший: { $what }?

## Ссылки
links-renew-sure = Выдать новую ссылку: { $who }? Прежние сразу перестанут действовать.
links-revoke-sure = Отозвать ссылки: { $who }? Они сразу перестанут действовать.
links-revoked = Ссылки отозваны.
button-renew-yes = Да, выдать новую
button-revoke-yes = Да, отозвать
invite-all-none = Приглашать некого: все места заняты.
invite-all-wait = Готовлю приглашения…
invite-all-done =
    { $count ->
        [one] { $count } приглашение
        [few] { $count } приглашения
       *[other] { $count } приглашений
    } для печати, действуют до { $until } включительно.

    Каждая ссылка личная: распечатайте и раздайте карточки, сам файл никому не пересылайте.
sheet-title = Приглашения: { $mission }
sheet-hint = Наведите камеру телефона на код и откройте бота в Telegram.
sheet-or-link = Или откройте ссылку:
sheet-until = Приглашение личное, действует до { $until } включительно.

## Запросы на доступ
button-ask-access = Попросить доступ
request-sent = Ваш запрос передан организаторам. Ответ придёт сюда.
request-waiting = Ваш запрос передан организаторам, ответ придёт сюда.
request-too-many = Сейчас запросов слишком много. Обратитесь к тому, кто вас пригласил, или повторите завтра.
request-refused = Организаторы не подтвердили ваш запрос. Если это ошибка, обратитесь к тому, кто вас пригласил.
request-granted-to-you = ✅ Организаторы подтвердили ваш запрос.
request-heading =
    🙋 Запрос на доступ: { $name }, { $when }

    Имя взято из Telegram, его выбирает сам человек. Убедитесь, что знаете, кто это.
request-nameless = без имени
request-decided = Этот запрос уже рассмотрен.
request-gone = Этого запроса больше нет.
request-granted = ✅ Запрос подтверждён: { $name }. Приглашение выдано: { $to }.
request-granted-elsewhere = ✅ Запрос подтверждён: { $name }.
request-declined = Запрос отклонён: { $name }.
request-unreachable = 📵 Приглашение выдано, но сообщение о нём не дошло: человек остановил бота.
requests-heading = Запросы на доступ
requests-none = Запросов на доступ нет.
button-admit = ✅ Дать место
button-admit-to = ✅ Дать место: { $mission }
button-decline = Отклонить
button-decline-yes = Да, отклонить
admit-question =
    { $name } – какое место?

    { $mission }
decline-sure = Отклонить запрос: { $name }? Повторить его можно будет через сутки.

## Что узнаёт участник
member-organiser = Вы теперь организатор. Всё для организаторов: /desk
member-delegate = Вы больше не организатор. Программа и заметки остаются с вами.
member-vehicle = 🚌 Ваш автобус теперь: { $vehicle }
member-no-vehicle = 🚌 За вами больше не закреплён автобус.
member-escort = Вы назначены старшим: { $what }
member-moved = Вас перевели на другое место: { $seat }. Программа: /today
member-left = Ваш доступ завершён: { $mission }. Если это ошибка, обратитесь к организаторам.

## Журнал
deed-invite-seat = выдано приглашение
deed-invite-group = выдана ссылка в группу
deed-invite-all = выданы приглашения для печати
deed-links-revoked = ссылки отозваны
deed-links-renewed = выдана новая ссылка вместо прежних
deed-seat-ready = изменены отметки готовности
deed-seat-organiser = назначен организатором
deed-seat-delegate = снята роль организатора
deed-seat-groups = изменены группы
deed-seat-vehicle = изменён автобус
deed-seat-moved = человек переведён на это место
deed-seat-replaced = человек на месте заменён
deed-seat-freed = место освобождено
deed-team-escort = назначен старший
deed-request-granted = подтверждён запрос на доступ
deed-request-declined = отклонён запрос на доступ
