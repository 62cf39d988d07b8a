### 日程のファイル：受け取る、送る、比べる

export-which = どのファイルをお送りしますか。日程：第{ $revision }版
export-general = 📄 訪問日程（Word）
export-working = 📄 詳細行程表（Word）
export-xlsx = 📊 日程と参加者（Excel）
export-template = 📊 空のひな形（Excel）
export-json = 🗂 訪問データ（JSON）
file-too-big = ファイルが大きすぎます。2MB以内の日程ファイルを送ってください。
file-no-answer = ファイルを取得できませんでした。もう一度送ってください。
file-problems = { $count ->
   *[other] ❗ ファイルに{ $count }件の誤りがあります。何も変更していません：
  }
file-problems-more = ほか{ $count }件
file-problems-end = 修正して、もう一度送ってください。
file-new-mission = 新しい訪問：予定{ $events }件、席{ $seats }。追加しますか。
file-others-mission = 同じidの訪問がすでにあり、その主催者ではないため取り込めません。別のidにしてください。
file-other-mission = これは別の訪問のファイルです。先に選んでください：/missions
file-differs = 📂 サーバー上の訪問ファイルが、現在の日程と異なります
file-differs-choose = 現在の日程がそのまま有効です。ファイルの内容を取り込みますか。
file-left = 現在の日程がそのまま有効です。
button-file-take = ✅ ファイルから取り込む
button-file-leave = このままにする
button-add-mission = ✅ 訪問を追加

## ファイルの参加者
file-people-heading = 👥 役割・グループ・バス：現在 → ファイル
file-people-role = 役割：{ $now } → { $file }
file-people-groups = グループ：{ $change }
file-people-vehicle = バス：{ $now } → { $file }
file-people-organiser = 主催者
file-people-delegate = 参加者
file-people-none = なし
file-people-more = ほか{ $count }席
file-people-stay = 現在のままにします。
file-people-taken = ❗ ファイルの内容にします。
file-people-added = ➕ 新しい席：{ $count }
file-people-removed = ➖ ファイルにない空席{ $count }席は削除されます
button-people-take = 👥 役割・グループ：ファイル
button-people-stay = 👥 役割・グループ：現在のまま
