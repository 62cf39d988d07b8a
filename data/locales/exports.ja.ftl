### 書き出し：メモ、連絡先、合意事項、出欠、一括、添付ファイル。作成は裏で行います。

export-results = ミッションの成果：
file-kind-report = 📘 最終報告書
file-kind-notes = 📝 メモ（Excel）
file-kind-contacts = 👤 連絡先（Excel）
file-kind-agreements = 🤝 合意事項・指示事項（Excel）
file-kind-attendance = ✅ 出欠（Excel）
file-kind-all = 🗂 すべてを1ファイルに（JSON）
file-kind-media = 🗄 添付ファイルの書庫（zip）
file-kind-mine = 🗄 自分の資料
making-begun = ⏳ 作成中です。完成したらこのチャットに届きます。ほかの操作もできます。
making-going = ⏳ 作成中です。完了：{ $done }件
making-done = { $files ->
   *[other] ✅ 完成しました（{ $files }ファイル）。
  }
making-nothing = まだ何もありません。
making-failed = ❗ 作成できませんでした。もう一度お試しください。続く場合はボットの管理者にお知らせください。
making-left-out = { $count ->
   *[other] ⚠️ { $count }ファイルは含まれていません。Telegramは20 MBを超えるファイルをボットに渡しません。一覧は書庫の中にあります。
  }
button-mine = 🗄 自分の資料
xlsx-date = yyyy/mm/dd
xlsx-time = yyyy/mm/dd hh:mm
xlsx-sheet-notes = メモ
xlsx-sheet-contacts = 連絡先
xlsx-sheet-agreements = 合意事項
xlsx-sheet-attendance = 出欠
xlsx-event = 行事
xlsx-event-date = 行事の日付
xlsx-author = 記入者
xlsx-written = 記入日時
xlsx-kind = 種類
xlsx-text = 本文
xlsx-marks = 目印
xlsx-readers = 閲覧者
xlsx-file = ファイル
xlsx-note = メモ番号
xlsx-name = 氏名
xlsx-position = 役職
xlsx-organisation = 所属
xlsx-phone = 電話
xlsx-email = メール
xlsx-met = 面会日
xlsx-met-by = 面会者
xlsx-share = 同意
xlsx-remark = 備考
xlsx-sort = 種類
xlsx-what = 内容
xlsx-owner = 担当
xlsx-helpers = 協力
xlsx-to = 相手
xlsx-deadline = 期限
xlsx-state = 状況
xlsx-made = 記入日時
xlsx-made-by = 記入者
xlsx-person = 団員
xlsx-attendance = 出欠
xlsx-came = 出席
xlsx-excused = 事前連絡
xlsx-absent = 欠席
xlsx-unknown = 記録なし
archive-left-out = 書庫に含まれていないもの
archive-big = 20 MB超：Telegramはこの大きさのファイルをボットに渡しません。記入者のチャットには残っています
archive-no-answer = Telegramから取得できませんでした
archive-all = 添付ファイルはすべて書庫に含まれています。
archive-checksums = チェックサム（SHA-256）は manifest.json にあります。
