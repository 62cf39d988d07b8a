### 一日：固定カード、画像。

card-stamp = { $time }現在（日程 第{ $revision }版）
card-more = ほか{ $count }件
button-picture = 🖼 画像で見る
picture-away = 欠席
picture-held = 遅延・時刻調整中
