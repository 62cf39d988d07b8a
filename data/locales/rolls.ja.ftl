### 点呼と出欠。

plain-rollcall = 点呼 | 点呼を取る
command-rollcall = 点呼：到着の確認
desk-rolls = 📋 点呼
button-here = ✅ 到着しました
button-here-done = ✅ 到着済み { $time }
here-noted = 到着を記録しました。
here-already = 到着はすでに記録されています。
here-late = この予定は終了しています。
here-closed = 点呼は終了しました。引率者に到着をお伝えください。

## 引率者のカード
roll-all = 代表団全員
roll-event-gone = 取り消された予定
roll-headline = { $what }：{ $here } / { $all }名
roll-begun = 開始：{ $time }
roll-closed = ☑️ { $time }に終了
roll-missing = 未確認：{ $count }名
roll-absent = 不在：{ $count }名
roll-excused = 欠席の連絡あり：{ $count }名
roll-complete = ✅ 連絡のない不在者はいません。
roll-how = 名前を押すと到着を記録し、もう一度押すと取り消します。
roll-out = ボット未登録
roll-closed-already = 点呼はすでに終了しています。
button-roll-write = ✍️ グループに連絡
button-roll-close = ☑️ 点呼を終了
button-roll-close-yes = はい、終了します
button-roll-reopen = ↩️ 点呼を再開
roll-close-complete = 点呼を終了しますか。結果は保存されます。
roll-close-missing = 点呼を終了しますか。{ $count }名を不在として記録し、主催者に名簿を送ります。

## グループへの連絡
roll-write-whom = 誰に連絡しますか。
roll-write-nobody = 連絡できる相手がいません。ボットに登録した方がいません。
roll-write-all = 全員：{ $count }名
roll-write-missing = 未確認の方だけ：{ $count }名
roll-write-now = メッセージをお書きください。送信前に確認します。
roll-write-words = 文章でお書きください。ファイルや音声はここでは送れません。
roll-write-long = 長すぎます（{ $length }文字）。{ $most }文字以内に短くして、もう一度お送りください。
roll-write-sure = 送信しますか。{ $what }、宛先{ $count }名
button-roll-send = 送信：{ $count }名
roll-write-sent = 送信しています。宛先：{ $count }名
roll-words-from = ✍️ { $what }。{ $who }より

## 新しい点呼
rolls-heading = 📋 点呼
rolls-none = 点呼はまだありません。集合の前には自動で始まります。
button-roll-new = ➕ 点呼を始める
roll-whom = 誰の点呼を取りますか。
roll-nobody = 点呼を取る相手がいません。日程にグループもバスもありません。
roll-sure = 点呼を始めますか：{ $what }
roll-rings = 音の鳴るメッセージの宛先：{ $count }名
roll-others = ボット未登録で、手で記録する方：{ $count }名
button-roll-go = 始める
roll-called = 点呼を始めました。
roll-called-already = 同じ点呼がすでに行われています。
roll-asked = 📋 点呼です。到着をお知らせください。
alert-roll = 📋 点呼終了 { $what }
button-roll-back = ‹ 戻る
button-presence = 🙋 出欠
presence-none = この予定の点呼はまだありません。
sent-roll = 点呼の呼び出し
sent-roll-card = 点呼のカード
sent-roll-words = 引率者からグループへの連絡
sent-roll-missing = 点呼の不在者名簿
deed-roll-called = 点呼を開始
deed-roll-closed = 点呼を終了
deed-roll-reopened = 点呼を再開
