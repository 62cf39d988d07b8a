### 日程のファイル：受け取る、送る、比べる

export-which = 日程 第{ $revision }版。どの形式で送りますか。
export-general = 📄 Word：訪問日程
export-working = 📄 Word：詳細行程表
export-xlsx = 📊 Excel：日程と参加者
export-template = 📊 Excel：空のひな形
export-json = 🗂 JSON：ミッションファイル
file-too-big = ファイルが大きすぎます。2MB以内の日程ファイルを送ってください。
file-no-answer = ファイルを取得できませんでした。もう一度送ってください。
file-problems = { $count ->
   *[other] ❗ ファイルに{ $count }件の誤りがあります。何も変更していません：
  }
file-problems-more = ほか{ $count }件
file-problems-end = 修正して、もう一度送ってください。
file-new-mission = 新しいミッション：予定{ $events }件、席{ $seats }。追加しますか。
file-others-mission = 同じidのミッションがあり、あなたはその主催者ではありません。別のidにしてください。
file-other-mission = これは別のミッションのファイルです。先に選んでください：/missions
file-differs = 📂 サーバー上のミッションファイルが、現在の日程と異なります
file-differs-choose = 現在の日程がそのまま有効です。ファイルの内容を取り込みますか。
file-left = 現在の日程がそのまま有効です。
button-file-take = ✅ ファイルから取り込む
button-file-leave = このままにする
button-add-mission = ✅ ミッションを追加
