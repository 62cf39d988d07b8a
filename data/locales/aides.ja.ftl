### 随行担当者:上司の日程と変更

aide-for = 👤 代理：{ $who }
aide-both = 👥 ご本人と代理：{ $who }
aide-legend = 👥 ご本人と代理：{ $who } · 👤 代理のみ
aide-their-day = 👤 この方の日程：{ $who }
aide-own-day = ‹ 自分の日程
aide-picked = 随行担当者が代わりに選択しました：{ $title }
aide-unpicked = 随行担当者が選択を取り消しました：{ $title }
aide-attached =
    随行担当者に設定されました：{ $who }

    この方へのお知らせと日程の変更が「代理」の表示付きで届きます。日程の閲覧、選択、「確認しました」の回答、到着や欠席の連絡を代わりに行えます。
aide-detached = 随行担当者の設定が解除されました：{ $who }。この方へのお知らせは届かなくなります。
button-aide = 随行担当者の設定
aide-question = どなたの随行担当者ですか。選んだ参加者へのお知らせと変更が、随行担当者にも届きます。
aide-none = なし
aide-circle = 参加者同士が互いに随行担当者となるため、設定できません。
seat-aide-of = 随行先：{ $who }
seat-aides = 随行担当者：{ $who }

mark-away-for = 🚫 欠席として記録済み
for-principal-away-sure = この方はこの予定を欠席されますか。
for-principal-away-noted = 🚫 欠席として記録しました。
for-principal-away-undone = 出席として記録しました。
for-principal-button-away = 🚫 この方は欠席
for-principal-button-away-yes = はい、欠席です
for-principal-button-away-undo = ↩️ やはり出席
alert-away-aide = 随行担当者からの連絡です
aide-said-away = 随行担当者が欠席の連絡をしました：{ $title }
aide-said-back = 随行担当者が出席の連絡をしました：{ $title }

button-here-for = ✅ 到着：{ $who }
button-here-done-for = ✅ 到着済み { $time }：{ $who }
for-principal-here-noted = この方の到着を記録しました。
for-principal-here-already = この方の到着はすでに記録されています。

deed-seat-aide = 随行担当者を設定
deed-seat-aide-none = 随行担当者を解除
deed-aide-pick = 随行担当者が参加者に代わり選択
deed-aide-unpick = 随行担当者が参加者の選択を取り消し
deed-aide-accept = 随行担当者が参加者に代わり変更を確認
deed-aide-confirm = 随行担当者が参加者に代わりお知らせを確認
deed-aide-away = 随行担当者が参加者の欠席を連絡
deed-aide-back = 随行担当者が参加者の出席を連絡
