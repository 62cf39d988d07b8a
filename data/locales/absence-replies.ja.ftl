### 欠席する人への返信。

away-said = 欠席します：{ $what }
away-said-for = { $who }は欠席します：{ $what }
reply-absent-left = この方はすでに代表団にいないため、返信は送信されませんでした。
