### The organisers' chat, and what requires attention.

command-bind = the organisers' and the delegation's chats
organisers-chat = The organisers' chat
bind-done = ✅ This is now the organisers' chat of:
bind-what =
    Delegates' questions, calls for help and the summary of what needs attention come here. Everybody in this chat sees them.

    To answer a delegate, press the message with their question and choose “Reply”. To unbind the chat: /unbind
bind-now = The organisers' chat: “{ $title }”.
bind-none = No organisers' chat is bound: questions and alerts come to each organiser privately.
bind-how = To bind a chat, add the bot to the group, send /bind there and choose whose chat it is. To unbind it: send /unbind there
unbind-done = The organisers' chat is unbound. Questions and alerts come to each organiser privately again.
unbind-none = There is no chat to unbind here.
alert-chat-lost = ⚠️ The bot can no longer write in the organisers' chat “{ $title }”. Questions and alerts come to each of you privately again. To restore it, add the bot to the chat and send /bind there.

desk-attention = 🔔 Needs attention
attention-heading = 🔔 Needs attention
attention-none = ✅ All is well.
attention-no-reply = This is the summary, and your answer went to nobody. To answer a delegate, choose “Reply” on the message with their question.
attention-ended = This is no longer the organisers' chat.
attention-requests = 👤 Requests to join: { $count }
attention-questions = ❓ Questions without an answer: { $count }
attention-unreachable = 📵 Messages do not reach { $count ->
    [one] { $count } person
   *[other] { $count } people
  }
attention-failed = ⚠️ Not delivered in the last 24 hours: { $count ->
    [one] { $count } message
   *[other] { $count } messages
  }
attention-more = … and { $count } more

deed-bind-chat = bound the organisers' chat
deed-unbind-chat = unbound the organisers' chat
