### 最近の配信と記録

desk-outcomes = 📬 最近の配信
outcomes-heading = 📬 最近の配信
outcomes-none = まだ何も送信されていません。
outcome-delivered = ✅ 配信済み
outcome-superseded = 後の通知に置き換え
outcome-expired = ⌛ 時間内に送信できず
outcome-unreachable = 📵 連絡不可
outcome-failed = ⚠️ Telegramが拒否
sent-reminder = お知らせ：{ $event }
sent-reminder-gone = 日程から削除された予定のお知らせ
sent-question = 質問 第{ $number }号
sent-answer = 質問 第{ $number }号への回答
sent-undelivered = 質問 第{ $number }号への回答が届かず
sent-alert = 主催者へのお知らせ
sent-change = 日程の変更
sent-broadcast = 一斉連絡
sent-broadcast-of = 一斉連絡：{ $words }
sent-broadcast-card = 一斉連絡の状況
sent-other = メッセージ

desk-journal = 📓 記録
journal-heading = 📓 記録：{ $total ->
   *[other] { $total }件
  }
journal-none = 記録はまだありません。
journal-number = 第{ $number }版
