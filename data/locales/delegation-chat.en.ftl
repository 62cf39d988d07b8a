### The delegation's chat: what comes there, and how people are answered there.

bind-question = Whose chat is this?
bind-as-delegation = The delegation's chat
bind-as-organisers = The organisers' chat
delegation-bound = ✅ This is now the delegation's chat of:
delegation-what =
    Programme changes and important messages for everybody come here, once and without a sound. Everybody in this chat sees them.

    /today sent here shows the day to the asker only: right here if the bot is an administrator of the chat, else in their private chat. To unbind the chat: /unbind
delegation-now = The delegation's chat: “{ $title }”.
delegation-none = No delegation's chat is bound.
delegation-unbound = The delegation's chat is unbound. Programme changes still come to everybody privately.
delegation-own = Your own programme is in your private chat with the bot.
delegation-answered = The answer is in your private chat with the bot.
delegation-start-bot = The bot cannot write to you privately. Open @{ $bot } and press “Start”.
alert-delegation-lost = ⚠️ The bot can no longer write in the delegation's chat “{ $title }”. Changes still come to everybody privately. To restore it, add the bot to the chat and send /bind there.

deed-bind-delegation = bound the delegation's chat
deed-unbind-delegation = unbound the delegation's chat
