### The last deliveries and the log.

desk-outcomes = 📬 Last deliveries
outcomes-heading = 📬 Last deliveries
outcomes-none = Nothing has been sent yet.
outcome-delivered = ✅ delivered
outcome-superseded = replaced by a later one
outcome-expired = ⌛ not sent in time
outcome-unreachable = 📵 unreachable
outcome-failed = ⚠️ refused by Telegram
sent-reminder = Reminder: { $event }
sent-reminder-gone = Reminder of an event that is no longer there
sent-question = Question No. { $number }
sent-answer = Answer to question No. { $number }
sent-undelivered = The answer to question No. { $number } did not arrive
sent-alert = Alert to organisers
sent-change = Change in the programme
sent-broadcast = Broadcast
sent-broadcast-of = Broadcast: { $words }
sent-broadcast-card = Progress of a broadcast
sent-other = A message

desk-journal = 📓 Log
journal-heading = 📓 Log: { $total ->
    [one] { $total } entry
   *[other] { $total } entries
  }
journal-none = There are no entries yet.
journal-number = No. { $number }
