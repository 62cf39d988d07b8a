### Questions to the organisers, calls for help, answers.

plain-ask = question | ask a question | write to the organisers
command-ask = ask the organisers
contacts-escorts = Your escort
button-ask = ✉️ Write to the organisers
button-where-am-i = 📍 Send where I am
button-pass-on = ✉️ Pass on to the organisers

## A question
ask-write = Write your question to the organisers. It may be several messages: text, voice, photos, files.
ask-unsent = You have a question not sent yet: { $count ->
    [one] { $count } message
   *[other] { $count } messages
  }. Add to it, or send it.
ask-kept = { $count ->
    [one] ✅ { $count } message written down. Send it to the organisers?
   *[other] ✅ { $count } messages written down. Send them to the organisers?
  }
ask-empty = The question is empty. Write it first.
ask-sent = ✅ Question No. { $number } has gone to the organisers. The answer will come here.
ask-nobody = Question No. { $number } is saved, but no organiser has joined the bot yet. If it is urgent, please call: /contacts
ask-dropped = The question was not sent.
button-ask-send = ✅ Send to the organisers
button-ask-drop = Do not send

## Where I am
key-send-place = 📍 Send my place
key-send-nothing = Do not send
place-ask = Tap “Send my place” below. The organisers and your escort will have it at once.
place-sent = ✅ Your place has been sent. Please stay reachable: the answer will come here.
place-not-sent = Your place was not sent.
place-nobody = Your place is saved, but nobody can receive it yet: no organiser has joined the bot. Please call: /contacts
pin-help = Needs help

## At the organisers'
question-question = ❓ Question No. { $number }
question-place = 🆘 Help needed: a delegate has sent their place (No. { $number })
question-more = ❓ More on question No. { $number }
question-number = Question No. { $number }
question-short = No. { $number }
question-hint = To answer, press this message and choose “Reply”.
question-answered = ✅ Answered by { $who } ({ $when })
question-closed = ☑️ Closed without an answer by { $who } ({ $when })
question-closed-now = The question is closed
question-not-open = This question has been answered or closed already
question-asker-left = Whoever asked this is no longer in the delegation.
reply-asker-left = Whoever asked this is no longer in the delegation: the answer was not sent. Please pass it on by other means.
button-answer = Answer
button-close = Close without an answer
reply-write = Write the answer to question No. { $number } in one message.
reply-sent = ✅ Answer sent: { $who }
reply-more = Write to the organisers in one message.
reply-dropped = Nothing was sent.
reply-passed = ✅ Passed on to the organisers.

## The answer
answer-question = ✉️ The organisers' answer
answer-place = ✉️ Answer to your call for help
button-write-more = Write more
answer-undelivered = 📵 The answer to question No. { $number } did not arrive: { $who }. They have stopped the bot or left Telegram. Please answer by other means.

## The list
desk-questions = ❓ Delegates' questions
questions-open = Questions without an answer: { $total }
questions-all = All questions: { $total }
questions-none-open = No question is waiting for an answer.
questions-none = There have been no questions yet.
button-questions-all = All questions
button-questions-open = Without an answer only

## The log
deed-answer-question = answered a question
deed-close-question = closed a question without an answer
