### Рассылки организаторов.

plain-broadcast = рассылка | рассылки
command-broadcast = рассылка участникам
desk-broadcast = 📣 Рассылка

## Что пишет организатор
cast-write = Пришлите сообщение для рассылки: текст, фото, файл, голосовое, контакт или место. Можно несколько. Никому ничего не уйдёт, пока вы не подтвердите.
cast-written = ✅ { $count ->
    [one] Принято { $count } сообщение
    [few] Приняты { $count } сообщения
   *[other] Принято { $count } сообщений
  }. Пришлите ещё или нажмите «Готово».
button-cast-written = Готово
cast-cannot-send = Такое сообщение бот разослать не может. Пришлите текст, фото, файл, голосовое, опрос, контакт или место.
cast-full = В одной рассылке не больше 20 сообщений. Это не добавлено; нажмите «Готово».
cast-too-long = Слишком длинно: в одном сообщении не больше 4096 знаков. Это не добавлено; пришлите его частями.
cast-no-answer = Telegram сейчас не отвечает. Рассылка сохранена, никому не отправлена. Нажмите «Готово» ещё раз через минуту.
cast-refused = Это сообщение Telegram не принимает, в рассылку оно не войдёт. Пришлите другое.
cast-not-organiser = Вы больше не организатор, поэтому рассылка не продолжена. Никому ничего не отправлено.

## Кому
cast-to-whom = Кому отправить?
cast-to-all = Всем участникам ({ $people })
cast-to-groups = Группам…
cast-to-event = Участникам события…
cast-to-undecided = Кто не выбрал мероприятие ({ $people })
cast-to-unconfirmed = Кто не подтвердил раньше…
cast-which-groups = Каким группам? Можно отметить несколько.
cast-which-event = Участникам какого события?
cast-which-earlier = Какое сообщение они не подтвердили?
button-cast-to = Далее ({ $people ->
    [one] { $people } человек
    [few] { $people } человека
   *[other] { $people } человек
  })
button-cast-whom-back = ‹ Назад
cast-nobody = Сейчас таких участников нет. Выберите других получателей.
cast-audience-all = Кому: все участники
cast-audience-groups = Кому: { $groups }
cast-audience-event = Кому: участники события «{ $event }»
cast-audience-undecided = Кому: кто не выбрал мероприятие
cast-audience-unconfirmed = Кому: кто не подтвердил прошлое сообщение

## Как и когда
cast-how-loud = Как отправить?
button-cast-quiet = Обычное, без звука
button-cast-loud = ❗ Важное, с подтверждением
cast-when = Когда отправить? Нажмите «Сейчас» или напишите время, например 18:30, завтра 9:00 или 17.11 18:30. Время местное: { $zone }.
button-cast-now = Сейчас
cast-time-unread = Не удалось понять время. Напишите, например, 18:30, завтра 9:00 или 17.11 18:30.
cast-time-past = Это время уже прошло. Напишите время, которое ещё впереди, или нажмите «Сейчас».
cast-time-none = Такого времени не бывает. Проверьте число и часы и напишите ещё раз.

## Проверка и подтверждение
cast-moment = { $day }, { $time } ({ $zone })
cast-preview = 👆 Так сообщение увидят получатели.
cast-people = Получателей: { $people }
cast-is-important = ❗ Важное: со звуком и кнопкой «Принято»
cast-is-quiet = Обычное: без звука
cast-at-once = Отправить сейчас
cast-at = Отправить { $when }
button-cast-send = Отправить ({ $people })
button-cast-schedule = Запланировать
button-cast-text = Изменить текст
button-cast-whom = Изменить получателей
button-cast-time = Изменить время
button-cast-drop = Отменить
cast-changed = Рассылка изменилась с тех пор. Проверьте её ещё раз.
cast-too-late = Эту рассылку уже отправили, отменили или изменили. Откройте /desk и посмотрите список рассылок.
cast-goes = 📣 Рассылка отправляется. Ход отправки появится ниже.
cast-held = Отправка приостановлена. Рассылка уйдёт, только когда вы подтвердите новый текст.
cast-ok-preview = Это образец. Получатели нажмут эту кнопку.

## Ход отправки и итог
cast-working-send = 📣 Рассылка отправляется
cast-working-update = ✏️ Рассылка обновляется
cast-working-recall = ↩️ Рассылка отзывается
cast-done-send = ✅ Рассылка отправлена
cast-done-update = ✅ Рассылка обновлена
cast-done-recall = ✅ Рассылка отозвана
cast-count-send = Доставлено: { $people } из { $total }
cast-count-update = Обновлено: { $people } из { $total }
cast-count-recall = Отозвано: { $people } из { $total }
cast-count-unreachable = Недоступны: { $people }
cast-count-failed = Не удалось: { $people }
cast-count-withdrawn = Ничего не было получено: { $people }
cast-count-left = Больше не в делегации: { $people }
cast-left-minute = Осталось меньше минуты
cast-left = Осталось около { $minutes ->
    [one] { $minutes } минуты
    [few] { $minutes } минут
   *[other] { $minutes } минут
  }
cast-nobody-left = К моменту отправки получателей не осталось. Ничего не отправлено.
button-cast-people = Кто получил
button-cast-waiting = Кто не подтвердил
button-cast-recall = Отозвать рассылку
button-cast-view = ‹ Рассылка
cast-standing-ahead = отправляется
cast-standing-delivered = доставлено
cast-standing-unreachable = недоступен
cast-standing-failed = не удалось отправить
cast-standing-withdrawn = отозвано до отправки
cast-standing-left = больше не в делегации
cast-confirmed-at = принято { $when }

## Подтверждения
button-cast-ok = Принято
cast-confirm-please = ❗ Подтвердите, пожалуйста, что прочитали.
cast-ok-thanks = Спасибо, отмечено
cast-confirmed = Подтвердили: { $people } из { $total }
cast-waiting = Не подтвердили: { $people } из { $of }
cast-waiting-none = Подтвердили все.
cast-chased = Напоминание отправлено { $when }. О тех, кто не ответит до { $until }, узнают их старшие.
button-cast-chase = Напомнить о подтверждении
button-cast-refresh = Обновить список
cast-sure-chase = Напомнить о сообщении «{ $words }»? Его не подтвердили: { $people }. Напомнить можно один раз.
button-cast-sure-chase = Напомнить
cast-chase = ❗ Вы ещё не подтвердили важное сообщение: { $words }
cast-escort = ❗ Важное сообщение не подтвердили ваши участники ({ $people }): «{ $words }» Передайте его, пожалуйста, лично.
cast-and-more = … и ещё { $people }

## Отзыв и исправление
cast-sure-recall = Отозвать рассылку «{ $words }»? Она исчезнет у получателей ({ $people }).
button-cast-sure-recall = Отозвать
cast-recall-goes = ↩️ Рассылка отзывается. Ход появится ниже.
cast-recalled-copy = ↩️ Отозвано
cast-edited-sent = Вы изменили сообщение, которое уже разослано. Обновить его у получателей ({ $people })?
cast-edited-scheduled = Вы изменили сообщение запланированной рассылки. Отправить новый текст?
button-cast-update = Обновить у всех
button-cast-replace = Да, новый текст
button-cast-leave = Оставить как было
cast-left-alone = Оставлено как было.
cast-update-goes = ✏️ Рассылка обновляется. Ход появится ниже.
cast-replaced = ✅ В назначенное время уйдёт новый текст.
cast-edit-taken = ✅ Исправление принято в рассылку.
cast-edit-differs = Такое исправление в рассылку внести нельзя: сообщение стало другого вида. Отправьте новую рассылку.

## Список рассылок
button-casts = Все рассылки
button-cast-new = ➕ Новая рассылка
casts-heading = Рассылки
casts-none = Рассылок ещё не было.
button-cast-go-on = Продолжить
button-cast-off = Снять с отправки
button-cast-back = Вернуть в черновики
cast-state-draft = ✏️ Черновик, никому не отправлен
cast-state-scheduled = 🕓 Будет отправлено { $when }
cast-state-sent = ✅ Отправлено { $when }
cast-state-recalled = ↩️ Отозвано { $when }
cast-state-dropped = Рассылка отменена. Никому ничего не отправлено.

## В журнале
deed-broadcast-sent = отправлена рассылка
deed-broadcast-scheduled = рассылке назначено время
deed-broadcast-called-off = рассылка снята с отправки
deed-broadcast-chased = отправлено напоминание не подтвердившим
deed-broadcast-recalled = рассылка отозвана
deed-broadcast-updated = рассылка исправлена
