### Последние отправки и журнал.

desk-outcomes = 📬 Последние отправки
outcomes-heading = 📬 Последние отправки
outcomes-none = Пока ничего не отправлялось.
outcome-delivered = ✅ доставлено
outcome-superseded = заменено более поздним
outcome-expired = ⌛ не отправлено вовремя
outcome-unreachable = 📵 участник недоступен
outcome-failed = ⚠️ Telegram отказал
sent-reminder = Напоминание: { $event }
sent-reminder-gone = Напоминание о событии, которого больше нет
sent-question = Вопрос № { $number }
sent-answer = Ответ на вопрос № { $number }
sent-undelivered = Ответ на вопрос № { $number } не дошёл
sent-alert = Оповещение организаторам
sent-change = Изменение в программе
sent-broadcast = Рассылка
sent-broadcast-of = Рассылка: { $words }
sent-broadcast-card = Ход рассылки
sent-other = Сообщение

desk-journal = 📓 Журнал
journal-heading = 📓 Журнал: { $total ->
    [one] { $total } запись
    [few] { $total } записи
   *[other] { $total } записей
  }
journal-none = Записей пока нет.
journal-number = № { $number }
