### Answers to those who will not come.

away-said = I cannot come: { $what }
away-said-for = { $who } cannot come: { $what }
reply-absent-left = This person is no longer in the delegation: your answer was not sent.
