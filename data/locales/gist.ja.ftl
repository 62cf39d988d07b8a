### 改訂の内容（短く）

gist = { $event }：{ $what }
gist-events = { $count ->
   *[other] { $count }件：{ $events }
  }
gist-from = { $before } → { $after }
gist-none = なし
gist-added = 追加
gist-cancelled = 中止
gist-restored = 復活
gist-held = 時刻未定
gist-resumed = 時刻決定
gist-gathering = 集合 { $what }
gist-other = 場所を変更
gist-place = 住所を訂正
gist-tentative = 仮
gist-confirmed = 確定
gist-vehicles = バスを変更
gist-dress = 服装を変更
gist-bring = 持ち物を変更
gist-role = 役割を変更
gist-choice = 選択を変更
gist-worded = 記載を修正
