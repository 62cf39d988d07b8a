### 一日の予定の画像。

picture-tentative = 仮
picture-undecided = いずれか選択
picture-optional = 任意参加
picture-more = { $count ->
   *[other] ほか{ $count }件
  }
