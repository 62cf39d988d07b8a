### ボットの日本語の文言。短く丁寧に。まず何をいつ、次にどこで、最後に持ち物。

## キーボード
key-today = 今日
key-now = 現在の予定
key-note = メモする
key-help = 連絡先・緊急

## コマンドとして使える言葉(縦線で区切る)
plain-today = 今日 | 今日の予定 | 本日
plain-tomorrow = 明日 | 明日の予定
plain-now = 現在の予定 | 今は何 | 今 | 次は | どこ
plain-programme = 日程 | 全日程 | 訪問日程
plain-note = メモする | メモ | 記録
plain-notes = メモ一覧 | 私のメモ
plain-needhelp = 連絡先・緊急 | 助けが必要 | 助けて | 緊急 | 連絡先 | 電話
plain-settings = 設定 | 言語
plain-help = ヘルプ | コマンド
plain-done = 完了 | 以上 | 終わり
plain-thanks = ありがとう | ありがとうございます | 了解 | 了解です | 承知しました | ok

## 日程
day-empty = この日の予定はありません。
programme-empty = ご予定はまだありません。
programme-day = { $day } — { $count ->
   *[other] { $count }件
  }
zone = 🕐 現地時間：{ $zone }
zone-and-home = 🕐 現地時間：{ $zone }（{ $home }：{ $difference }時間）
until = { $time }まで
mark-tentative = （仮）
mark-undecided = （いずれか選択）
mark-optional = （任意）
mark-picked = （選択済み）
gathering = ⏰ 集合 { $time }
gathering-at = ⏰ 集合 { $time } { $place }
departs = 🚌 出発 { $time }
bus-departs = 🚌 { $bus } 出発 { $time }
now-nothing = 現在進行中の予定はありません。
now-on = 現在
now-next = 次の予定
now-next-day = 次の予定 { $day }
now-over = 日程は終了しました。

## 予定の詳細
card-tentative = ❔ 仮の予定：時間や場所が変わることがあります
card-undecided = 🔀 同時開催です。一つお選びください
card-optional = 任意参加
card-picked = ✅ 選択済み
card-dress = 👔 { $what }
card-bring = 🎒 持ち物：{ $what }
card-weather = 🌡 { $what }
card-interpreter = 🗣 { $what }
card-host = 受入側：{ $what }
card-brief = 代表団向け資料
card-role-yours = ❗ ご担当：{ $role }
button-programme = 全日程
button-details = 詳細
button-map = 📍 地図
button-pick = ✅ これを選ぶ
button-unpick = 🔀 選び直す
button-note = 📝 メモする
button-day = ‹ { $day }
picked = 選択を記録しました。
pick-full = 満席です。別のものをお選びください。
pick-late = すでに始まったため、選択は締め切りました。
reminder-pick = 同時開催です。参加するものをお選びください。

## 招待による参加
outsider = このボットは招待制です。招待のリンクを開くか、招待してくださった方にお問い合わせください。
invitation-unknown = このリンクは無効です。期限切れか使用済みです。主催者に新しいリンクをご依頼ください。
guesses-too-many = 試行回数が多すぎます。1時間後にもう一度試すか、主催者に新しいリンクをご依頼ください。
join-who = { $who } の方ですか。
organiser = 主催者
join-consent = ボットは、日程のお知らせと成果の取りまとめのために、役職、言語、メモ、名刺情報、出欠を保存します。メモと出欠は主催者が、参加者名簿は代表団全員が閲覧できます。ご本人であることと、保存への同意をご確認ください。
join-yes = ✅ はい、本人です。同意します
join-no = いいえ
join-no-answer = 承知しました。何も記録していません。リンクが誤って届いた場合は、送った方にお知らせください。
join-position = グループ「{ $group }」に招待されています。名簿に載せる役職と所属を、一つのメッセージでお書きください。
join-position-long = 長すぎます。役職と所属を200字以内でお書きください。
join-position-text = 役職と所属を文字でお書きください。
join-use-buttons = 上のボタンのいずれかを押してください。
join-welcome =
    ようこそ。名簿に登録しました：{ $who }

    集合のたびにお知らせし、日程変更もお伝えします。移動中は下のボタンだけで足ります。
join-already = 名簿に登録済みです。日程は以下のとおりです。
join-welcome-organiser = 参加者の招待は /invite、送信予定は /deliveries です。
join-elsewhere = すでにこの代表団の別の席で登録されています。変更は主催者にご相談ください。
join-seat-taken = この席はすでに使われています。誤りの場合は主催者にお知らせください。

## 招待
invite-whom =
    どなたを招待しますか。{ $seats }人中{ $joined }人が参加済みです。

    個人のリンクは一人用、グループのリンクは複数人用です。
invite-group = 👥 グループへ：{ $group }
invite-forward = このメッセージを招待する方に転送してください
invite-link-seat =
    招待：{ $whom }

    日程とお知らせはこちらのボットでご覧いただけます。ご本人専用のリンクです（{ $until }まで有効）。
invite-link-group =
    グループへの招待：{ $whom }

    日程とお知らせはこちらのボットでご覧いただけます。{ $uses ->
       *[other] { $uses }人
    }まで使えるリンクです（{ $until }まで有効）。
invite-taken = この席にはすでに参加者がいます。

## メモ
note-which = 何についてのメモですか。
note-which-kept = ✅ 保存しました。何についてですか。
note-no-event = 訪問全体
note-write = 文章、音声、写真、ファイル、連絡先をいくつでもお送りください。一件ごとにすぐ保存します。
note-saved = { $count ->
   *[other] ✅ { $count }件保存しました
  }
note-closed = ✅ メモを閉じました：{ $about }。{ $count ->
   *[other] { $count }件保存しました。
  }
note-closed-empty = 何も記録していません。
note-kept = ✅ 保存しました：{ $about }
note-gone = このメモはもうありません。
note-sticker = この種類のメッセージは保存できません。文章、写真、音声、ファイル、連絡先をお送りください。
notes-mine = ご自身のメモ：{ $total }件
notes-all = 代表団のメモ：{ $total }件
notes-none = まだメモがありません。「メモする」を押すと始められます。
notes-none-at-all = まだメモがありません。
note-delete-sure = メモ「{ $note }」を削除しますか。元に戻せません。
note-deleted = メモを削除しました。
button-done = 完了
button-note-media = 添付を表示
button-note-add = 追記する
button-note-delete = 削除
button-delete-yes = はい、削除する
button-delete-no = いいえ、残す
button-back = ‹ 一覧へ
item-photo = 🖼 写真
item-voice = 🎤 音声
item-video = 🎬 動画
item-videoNote = 🎬 ビデオメッセージ
item-audio = 🎵 オーディオ
item-document = 📎 ファイル
item-animation = 🎞 アニメーション
item-sticker = 🙂 スタンプ
item-contact = 👤 連絡先
item-place = 📍 場所
item-passedOn = 📊 アンケートなど
unplaced = 理解できませんでした。メモとして保存しますか。
button-contacts = ☎️ 連絡先
unplaced-no-event = 📝 訪問全体
unplaced-drop = 保存しない
unplaced-dropped = 保存しませんでした。

## ヘルプと設定
command-today = 今日の日程
command-tomorrow = 明日の日程
command-now = 今の予定と次の予定
command-programme = 全日程（日別）
command-note = 会談などの成果をメモする
command-notes = 自分のメモ（検索：/notes 言葉）
command-settings = お知らせ、静音時間、言語
command-privacy = 保存されるデータ
command-help = このヘルプ
command-invite = 参加者を招待する
command-missions = 訪問を選ぶ
help-programme = 日程
help-results = 会談などの成果
help-help = 参加者・質問
help-bot = ボット
help-desk = 主催者用
help-changing = 日程の変更
help-report = 報告書・ファイル
help-words = 言葉でも使えます：「今日」「明日」「現在の予定」「メモする」
contacts-heading = 連絡先
contacts-none = 日程に連絡先は記載されていません。
contacts-emergency = 緊急通報：112（日本では110と119）
privacy =
    ボットが保存するもの：
    • 役職と代表団での席、言語
    • 同時開催の選択、欠席の連絡とその理由、到着の記録
    • メモ、主催者への質問
    • ご自身で送信した現在地
    • 配信済みのメッセージの記録、最後のご利用日時
    • 通行証・航空券・客室・名札の準備状況（内容そのものは保存しません）
    • 参加を希望された場合、Telegramのお名前（主催者に表示されます）
    • 処理できなかったメッセージ（不具合を直すため最長30日間）

    閲覧できる人：
    • メモ：ご本人と主催者（ご本人が選べば代表団全員または報道担当）
    • 質問：ご本人と主催者
    • 現在地：主催者と引率者
    最後のアンケートは匿名で保存します。部外者には応答しません。

    メモは /notes で削除できます。
language-name = 日本語
language-set = 言語：{ $language }
missions-which = どの訪問を表示しますか。
mission-set = 切り替えました
mission-draft = 日程は準備中です。確定次第、こちらでご覧いただけます。

## 問題が起きたとき
redis-away = 現在、読み込みも保存もできません。保管先が応答していません。1分後にもう一度お試しください。
not-saved = ❗ 保存できませんでした。保管先が応答していません。1分後にもう一度お送りください。
broken = うまくいきませんでした。1分後にもう一度お試しください。
old-button = このボタンは古くなっています。/today を開いてください。
event-gone = この予定は、ご自身の日程にはもうありません。
unknown-command = そのコマンドはありません。コマンド一覧：/help

## まとめと主催者への連絡
evening-heading = 明日 { $day }
evening-first = ⏰ 開始 { $time }
evening-undecided = 🔀 同時開催です。参加するものをお選びください
button-day-details = この日の詳細
alert-unreachable = 📵 { $who } にメッセージが届きません。ボットを停止したか、Telegramを退会しています。別の方法で日程をお伝えください。

## お知らせの設定
settings-heading = 設定
settings-language = 言語：{ $language }
settings-all = お知らせ：{ $state ->
    [on] 🔔 オン
   *[off] 🔕 オフ
  }
settings-evening = 夜のまとめ：{ $state ->
    [on] オン
   *[off] オフ
  }
settings-morning = 朝のまとめ：{ $state ->
    [on] オン
   *[off] オフ
  }
settings-quiet = 静音時間：{ $hours }
settings-quiet-off = なし
settings-quiet-note = 静音時間には集合のお知らせだけが届きます。
settings-lead = { $sort }：{ $lead }
sort-gathering = 集合
sort-firstOfDay = その日の最初の予定
sort-event = 予定の開始
sort-travel = 航空便と移動
lead-minutes = { $minutes ->
   *[other] { $minutes }分前
  }
lead-hours = { $hours ->
   *[other] { $hours }時間前
  }
lead-none = お知らせしない
lead-mission = 日程のとおり
settings-lead-question = { $sort }：いつお知らせしますか。
settings-quiet-question = 静音時間
settings-language-question = 言語
button-settings-back = ‹ 設定
button-mute = 🔕 これはお知らせしない
button-unmute = 🔔 これをお知らせする

## 送信済みと送信予定
command-deliveries = 送信予定と、届かなかった理由
upcoming-heading = 送信予定
upcoming-line = { $when } — { $event }：{ $recipients ->
   *[other] { $recipients }人
  }
upcoming-none = 今後の送信予定はありません。
digest-evening = 夜のまとめ
digest-morning = 朝のまとめ
button-why = 届かなかった理由
why-who = どなたに届きませんでしたか。
why-what = { $who }。どの予定ですか。
fate-delivered = ✅ { $when }に配信済み
fate-within = ✅ { $when }に他のお知らせと一緒に配信済み
fate-superseded = 後のお知らせに置き換え（{ $when }）
fate-expired = 間に合わず無効になりました（{ $when }）
fate-unreachable = 📵 連絡がつきませんでした（{ $when }）
fate-failed = Telegramがメッセージを拒否しました（{ $when }）
fate-ahead = { $when }に送信予定
fate-before = 参加または設定変更より前の分です（{ $when }）
fate-on-its-way = 送信中
fate-none-gone = この予定は日程にもうありません。
fate-none-draft = 日程はまだ案の段階で、参加者には見えません。
fate-none-organisers = 主催者だけの予定です。
fate-none-group = この方のグループの予定ではありません。
fate-none-choice = 同時開催の別の予定を選んでいます。
fate-none-muted = この予定のお知らせを切っています。
fate-none-muted-all = お知らせをすべて切っています。
fate-none-quiet = 静音時間に当たります。
fate-none-programme = この種の予定にはお知らせがありません。日程の設定か、すでに会場にいるためです。
fate-none-held = この予定は遅れており、時刻は調整中です。決まりしだいお知らせします。
fate-none-after-held = 遅れている予定の後に続くため待機中です。時刻が決まりしだいお知らせします。
