### 合意事項（受入側と）と指示事項（代表団内）

plain-agreements = 合意事項 | 指示事項
command-agreements = 合意事項と指示事項
desk-agreements = 🤝 合意事項と指示事項

sort-agreement = 🤝 合意事項
sort-assignment = 📌 指示事項
sign-agreement = 🤝
sign-assignment = 📌

agreements-mine = ご自身の合意・指示事項：{ $total }件
agreements-all = すべての合意・指示事項：{ $total }件
agreements-overdue = ⌛ 期限超過：{ $total }件
agreements-none = 受入側との合意事項と、代表団内の指示事項がここに並びます。メモ（/notes）から、または下のボタンで登録できます。
agreements-none-overdue = 期限超過はありません。
agreements-more = ほか{ $count }件

agreement-made = ✅ 登録しました。担当と期限をご確認ください。
agreement-owner = 担当：{ $value }
agreement-to = 相手：{ $value }
agreement-deadline = 期限：{ $value }
agreement-deadline-none = 未定
agreement-state = 状態：{ $value }
agreement-event = 予定：{ $value }
agreement-until = { $date }まで
agreement-overdue = ⌛ { $date }まで（期限超過）
agreement-no-deadline = 期限なし
agreement-state-open = 進行中
agreement-state-moved = 進行中（期限変更）
agreement-state-done = ✅ 完了
agreement-state-dropped = 取り下げ
agreement-change = { $when } · { $what } · { $who }
agreement-did-made = 登録
agreement-did-what = 内容を変更
agreement-did-owner = 担当を変更
agreement-did-to = 相手を記入
agreement-did-deadline = 期限を{ $date }に設定
agreement-did-moved = 期限を{ $date }に変更
agreement-did-done = 完了
agreement-did-dropped = 取り下げ
agreement-did-reopened = 再開

agreement-ask-new-agreement = 受入側と何を合意しましたか。1通にまとめて、500字以内で書いてください。
agreement-ask-new-assignment = 何を指示しますか。1通にまとめて、500字以内で書いてください。
agreement-ask-what = 新しい内容を500字以内で書いてください。
agreement-ask-to = 誰に約束しましたか。120字以内で書いてください。
agreement-ask-owner-agreement = 担当は誰ですか。代表団から選ぶか、受入側の担当を書いてください。
agreement-ask-owner-assignment = 担当は誰ですか。代表団から選んでください。
agreement-ask-deadline = いつまでですか。選ぶか、書いてください：「12月1日」「金曜日」「2週間後」
agreement-words = 文字で、500字以内で書いてください。
agreement-who-words = 文字で、120字以内で書いてください。
agreement-choose-owner = 指示事項の担当は代表団の人です。ボタンで選んでください。
agreement-not-a-date = 日付として読めません。「12月1日」「2016-12-01」「金曜日」のように書いてください。
agreement-date-past = 過ぎた日付です。別の日付を書くか、年を付けてください。
agreement-gone = この項目はもうないか、ご担当ではなくなりました。/agreements を開いてください。

button-note-agreement = 🤝 合意事項にする
button-note-assignment = 📌 指示事項にする
button-agreement-new = ➕ 合意事項
button-assignment-new = ➕ 指示事項
button-agreements = ‹ 合意・指示事項
button-agreements-mine = 自分のもの
button-agreements-all = すべて
button-agreements-overdue = ⌛ 期限超過
button-agreement-done = ✅ 完了
button-agreement-dropped = 🚫 取り下げ
button-agreement-reopened = ↩️ 再開
button-agreement-deadline = 📅 期限
button-agreement-owner = 👤 担当
button-agreement-to = 相手
button-agreement-what = ✏️ 内容
button-agreement-note = 📝 メモ
button-agreement-back = ‹ 戻る
button-plus-week = 1週間後：{ $date }
button-plus-month = 1か月後：{ $date }
button-no-deadline = 期限なし

agreements-week = 🗓 進行中の合意・指示事項：{ $count }件
agreements-before = ⏰ 明日が期限です：{ $count }件
agreements-after = ⌛ 期限が過ぎました：{ $count }件
agreements-given = 📌 ご担当になりました：{ $count }件

deed-make-agreement = 合意・指示事項を登録
deed-change-agreement = 合意・指示事項を変更
deed-done-agreement = 完了を記録
deed-dropped-agreement = 合意・指示事項を取り下げ
deed-reopened-agreement = 合意・指示事項を再開
