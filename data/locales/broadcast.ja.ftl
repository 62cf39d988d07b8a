### 主催者の一斉連絡

plain-broadcast = 一斉連絡 | 連絡
command-broadcast = 参加者への一斉連絡
desk-broadcast = 📣 一斉連絡

## 文面
cast-write = 送る内容をお送りください。文章、写真、ファイル、音声、連絡先、場所が使え、複数でもかまいません。確定するまで誰にも送られません。
cast-written = ✅ { $count }件を受け取りました。続けて送るか、「完了」を押してください。
button-cast-written = 完了
cast-cannot-send = この種類のメッセージは送れません。文章、写真、ファイル、音声、アンケート、連絡先、場所をお送りください。
cast-full = 一回の連絡は20件までです。これは追加していません。「完了」を押してください。
cast-too-long = 長すぎます。一つのメッセージは4096文字までです。追加していませんので、分けて送ってください。
cast-no-answer = Telegramが今応答していません。一斉連絡は保存され、誰にも送られていません。1分ほど後に「完了」をもう一度押してください。
cast-refused = このメッセージはTelegramが受け付けないため、一斉連絡から外しました。別のものを送ってください。
cast-not-organiser = 主催者ではなくなったため、一斉連絡を中止しました。誰にも送られていません。

## 宛先
cast-to-whom = 誰に送りますか。
cast-to-all = 参加者全員（{ $people }人）
cast-to-groups = グループ…
cast-to-event = 行事の参加者…
cast-to-undecided = 行事を選んでいない人（{ $people }人）
cast-to-unconfirmed = 以前の連絡が未確認の人…
cast-which-groups = どのグループですか。複数選べます。
cast-which-event = どの行事の参加者ですか。
cast-which-earlier = 確認していない連絡はどれですか。
button-cast-to = 次へ（{ $people }人）
button-cast-whom-back = ‹ 戻る
cast-nobody = 今は該当する人がいません。ほかの宛先を選んでください。
cast-audience-all = 宛先：参加者全員
cast-audience-groups = 宛先：{ $groups }
cast-audience-event = 宛先：「{ $event }」の参加者
cast-audience-undecided = 宛先：行事を選んでいない人
cast-audience-unconfirmed = 宛先：以前の連絡を確認していない人

## 送り方と時刻
cast-how-loud = どのように送りますか。
button-cast-quiet = 通常（通知音なし）
button-cast-loud = ❗ 重要（要確認）
cast-when = いつ送りますか。「今すぐ」を押すか、18:30、明日9:00、11月17日18:30 のように時刻を書いてください。現地時刻：{ $zone }
button-cast-now = 今すぐ
cast-time-unread = 時刻を読み取れませんでした。18:30、明日9:00、11月17日18:30 のように書いてください。
cast-time-past = その時刻は過ぎています。これからの時刻を書くか、「今すぐ」を押してください。
cast-time-none = その日時は存在しません。日付と時刻を確かめて、もう一度書いてください。

## 確認と確定
cast-moment = { $day } { $time }（{ $zone }）
cast-preview = 👆 受け取る人にはこのように表示されます。
cast-people = 宛先の人数：{ $people }人
cast-is-important = ❗ 重要：通知音と「確認しました」ボタンつき
cast-is-quiet = 通常：通知音なし
cast-at-once = 今すぐ送信
cast-at = 送信日時：{ $when }
button-cast-send = 送信（{ $people }人）
button-cast-schedule = 予約する
button-cast-text = 文面を変更
button-cast-whom = 宛先を変更
button-cast-time = 時刻を変更
button-cast-drop = 中止
cast-changed = その後、内容が変わりました。もう一度お確かめください。
cast-too-late = この連絡はすでに送信、中止、または変更されています。/desk から一覧をご覧ください。
cast-goes = 📣 送信を始めました。経過は下に表示されます。
cast-held = 送信を保留しました。新しい文面を確定すると送られます。
cast-ok-preview = これは見本です。受け取った人がこのボタンを押します。

## 経過と結果
cast-working-send = 📣 一斉連絡を送信中
cast-working-update = ✏️ 一斉連絡を更新中
cast-working-recall = ↩️ 一斉連絡を取り消し中
cast-done-send = ✅ 一斉連絡を送りました
cast-done-update = ✅ 一斉連絡を更新しました
cast-done-recall = ✅ 一斉連絡を取り消しました
cast-count-send = 送信済み：{ $total }人中{ $people }人
cast-count-update = 更新済み：{ $total }人中{ $people }人
cast-count-recall = 取り消し済み：{ $total }人中{ $people }人
cast-count-unreachable = 届かない人：{ $people }人
cast-count-failed = できなかった人：{ $people }人
cast-count-withdrawn = 何も届いていなかった人：{ $people }人
cast-count-left = 代表団を離れた人：{ $people }人
cast-left-minute = 残り1分未満
cast-left = 残り約{ $minutes }分
cast-nobody-left = 送信時に宛先の人がいなかったため、何も送られていません。
button-cast-people = 受け取った人
button-cast-waiting = 確認していない人
button-cast-recall = 連絡を取り消す
button-cast-view = ‹ 一斉連絡
cast-standing-ahead = 送信中
cast-standing-delivered = 送信済み
cast-standing-unreachable = 届きません
cast-standing-failed = 送れませんでした
cast-standing-withdrawn = 送信前に取り消し
cast-standing-left = 代表団を離れました
cast-confirmed-at = 確認 { $when }

## 確認
button-cast-ok = 確認しました
cast-confirm-please = ❗ お読みになったら確認をお願いします。
cast-ok-thanks = ありがとうございます。記録しました
cast-confirmed = 確認済み：{ $total }人中{ $people }人
cast-waiting = 未確認：{ $of }人中{ $people }人
cast-waiting-none = 全員が確認しました。
cast-chased = { $when }に再度お願いしました。{ $until }までに確認のない人について引率者に知らせます。
button-cast-chase = 未確認の人に再度知らせる
button-cast-refresh = 一覧を更新
cast-sure-chase = 「{ $words }」を確認していない{ $people }人に再度知らせますか。一度だけできます。
button-cast-sure-chase = 知らせる
cast-chase = ❗ 重要な連絡がまだ確認されていません：{ $words }
cast-escort = ❗ 担当の{ $people }人が重要な連絡「{ $words }」を確認していません。直接お伝えください。
cast-and-more = … ほか{ $people }人

## 取り消しと訂正
cast-sure-recall = 「{ $words }」を取り消しますか。受け取った{ $people }人の画面から消えます。
button-cast-sure-recall = 取り消す
cast-recall-goes = ↩️ 取り消しを始めました。経過は下に表示されます。
cast-recalled-copy = ↩️ 取り消されました
cast-edited-sent = 送信済みの連絡の文面を変更しました。受け取った{ $people }人の分も更新しますか。
cast-edited-scheduled = 予約済みの連絡の文面を変更しました。新しい文面で送りますか。
button-cast-update = 全員の分を更新
button-cast-replace = 新しい文面で送る
button-cast-leave = そのままにする
cast-left-alone = そのままにしました。
cast-update-goes = ✏️ 更新を始めました。経過は下に表示されます。
cast-replaced = ✅ 予約の時刻に新しい文面で送ります。
cast-edit-taken = ✅ 訂正を反映しました。
cast-edit-differs = メッセージの種類が変わったため、反映できません。新しく送り直してください。

## 一覧
button-casts = 一斉連絡の一覧
button-cast-new = ➕ 新しい一斉連絡
casts-heading = 一斉連絡
casts-none = 一斉連絡はまだありません。
button-cast-go-on = 続ける
button-cast-off = 送信をやめる
button-cast-back = 下書きに戻す
cast-state-draft = ✏️ 下書き（未送信）
cast-state-scheduled = 🕓 送信予定：{ $when }
cast-state-sent = ✅ 送信済み：{ $when }
cast-state-recalled = ↩️ 取り消し：{ $when }
cast-state-dropped = 一斉連絡を中止しました。誰にも送られていません。

## 記録
deed-broadcast-sent = 一斉連絡を送信
deed-broadcast-scheduled = 一斉連絡の時刻を設定
deed-broadcast-called-off = 一斉連絡の送信を中止
deed-broadcast-chased = 未確認の人に再度連絡
deed-broadcast-recalled = 一斉連絡を取り消し
deed-broadcast-updated = 一斉連絡を訂正
