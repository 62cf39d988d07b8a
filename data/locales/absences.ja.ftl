### 「欠席します」。

button-away = 🚫 欠席します
button-away-yes = はい、欠席します
button-away-skip = 理由なし
button-away-undo = ↩️ やはり出席します
mark-away = 🚫 欠席と登録済み
away-sure = この予定を欠席されますか。
away-means = 主催者に伝わり、この予定のお知らせは届かなくなります。予定が終わるまで取り消せます。
away-noted = 🚫 欠席と登録しました。
away-reason = 主催者にお伝えしました。理由を添える場合は、次のメッセージでお書きください。
away-reason-noted = 理由を主催者にお伝えしました。
away-undone = 出席と登録しました。
away-late = この予定は終了しています。
away-because = 理由：{ $reason }
alert-away = 🚫 欠席：{ $who }
alert-away-back = ↩️ 出席に変更：{ $who }
attention-absences = 🚫 欠席：{ $count }件
sent-away = 欠席の連絡
fate-none-away = この予定を欠席と登録しています。
