### Вопросы организаторам, просьба о помощи, ответы.

plain-ask = вопрос | задать вопрос | написать организаторам
command-ask = задать вопрос организаторам
contacts-escorts = Ваш сопровождающий
button-ask = ✉️ Написать организаторам
button-where-am-i = 📍 Отправить, где я
button-pass-on = ✉️ Передать организаторам

## Вопрос
ask-write = Напишите вопрос организаторам. Можно несколько сообщений: текст, голос, фото, файлы.
ask-unsent = У вас есть неотправленный вопрос: { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
   *[other] { $count } сообщений
  }. Дополните его или отправьте.
ask-kept = { $count ->
    [one] ✅ Записано { $count } сообщение. Отправить организаторам?
    [few] ✅ Записано { $count } сообщения. Отправить организаторам?
   *[other] ✅ Записано { $count } сообщений. Отправить организаторам?
  }
ask-empty = Вопрос пуст. Сначала напишите его.
ask-sent = ✅ Вопрос № { $number } передан организаторам. Ответ придёт сюда.
ask-nobody = Вопрос № { $number } сохранён, но организаторы ещё не подключились к боту. Если срочно, позвоните: /contacts
ask-dropped = Вопрос не отправлен.
button-ask-send = ✅ Отправить организаторам
button-ask-drop = Не отправлять

## Где я
key-send-place = 📍 Отправить моё место
key-send-nothing = Не отправлять
place-ask = Нажмите «Отправить моё место» внизу. Его сразу получат организаторы и ваш сопровождающий.
place-sent = ✅ Ваше место передано. Оставайтесь на связи: ответ придёт сюда.
place-not-sent = Место не отправлено.
place-nobody = Место сохранено, но принять его пока некому: организаторы ещё не подключились к боту. Позвоните: /contacts
pin-help = Нужна помощь

## У организаторов
question-question = ❓ Вопрос № { $number }
question-place = 🆘 Нужна помощь: участник прислал своё место (№ { $number })
question-more = ❓ Дополнение к вопросу № { $number }
question-number = Вопрос № { $number }
question-short = № { $number }
question-hint = Чтобы ответить, ответьте на это сообщение.
question-answered = ✅ На вопрос ответили: { $who } ({ $when })
question-closed = ☑️ Закрыто без ответа: { $who } ({ $when })
question-closed-now = Вопрос закрыт
question-not-open = На этот вопрос уже ответили, или он закрыт
button-answer = Ответить
button-close = Закрыть без ответа
reply-write = Напишите ответ на вопрос № { $number } одним сообщением.
reply-sent = ✅ Ответ отправлен: { $who }
reply-more = Напишите организаторам одним сообщением.
reply-passed = ✅ Передано организаторам.

## Ответ
answer-question = ✉️ Ответ организаторов
answer-place = ✉️ Ответ на вашу просьбу о помощи
button-write-more = Написать ещё
answer-undelivered = 📵 Ответ на вопрос № { $number } не дошёл: { $who }. Участник остановил бота или удалил Telegram. Ответьте другим способом.

## Список
desk-questions = ❓ Вопросы участников
questions-open = Вопросы без ответа: { $total }
questions-all = Все вопросы: { $total }
questions-none-open = Вопросов без ответа нет.
questions-none = Вопросов пока не было.
button-questions-all = Все вопросы
button-questions-open = Только без ответа

## Журнал
deed-answer-question = дан ответ на вопрос
deed-close-question = вопрос закрыт без ответа
