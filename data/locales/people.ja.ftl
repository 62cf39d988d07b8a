### 参加者：一覧、席、グループ、招待、参加希望

plain-people = 参加者 | 参加者一覧 | 名簿
desk-people = 👥 参加者

## 一覧
people-heading = 参加者：{ $seats }名中{ $joined }名が参加済み
people-listed = { $what }：{ $count }名
people-filter-out = 未参加
people-filter-lost = 連絡不可
people-marks = ✓ 参加済み · ○ 未参加 · ★ 主催者 · 📵 連絡不可
people-all = 全員を表示
people-out = 未参加：{ $count }名
people-lost = 📵 連絡不可：{ $count }名
people-teams = グループとバス
people-requests = 🙋 参加希望：{ $count }件
people-invite-all = 🖨 残り全員を招待：{ $count }名

## 席
role-delegate = 参加者
seat-role = 役割：{ $role }
seat-groups = グループ：{ $groups }
seat-vehicle = バス：{ $vehicle }
seat-escort = 引率担当：{ $what }
seat-ready = 準備状況：{ $flags }
seat-out = まだ参加していません。
seat-no-link = 有効な招待リンクはありません。
seat-link = 招待は{ $until }まで有効です。
seat-joined = { $when }に参加しました。
seat-seen = 最後のご利用：{ $when }
seat-lost = 📵 { $when }から連絡できません。
seat-deed = 直近の操作：{ $deed }、{ $when }
seat-changed = すでに変更されています。参加者一覧を開き直してください。
button-seat = ‹ 戻る
button-no = いいえ、変更しない
button-invite = ✉️ 招待を発行
button-links-renew = ✉️ 新しいリンクに切り替える
button-links-revoke = 🚫 リンクを取り消す
button-ready = 準備状況
button-to-organiser = 主催者にする
button-to-delegate = 主催者の役割を外す
button-groups = グループ
button-vehicle = バス
button-move = 別の席へ移す
button-replace = 担当者を交代する
button-free = 席を空ける

## 準備状況
ready-pass = 通行証
ready-ticket = 航空券
ready-room = 客室
ready-badge = 名札
ready-question = 準備できたものを押すと、印が付きます。もう一度押すと外れます。通行証は、情報を提出した時点で印を付けてください。

## 役割、グループ、バス
role-sure-organiser =
    { $who } を主催者にしますか。

    主催者はすべてのメモを閲覧し、参加者と日程を管理できます。
role-sure-delegate = { $who } の主催者の役割を外しますか。
role-sure-own =
    ご自身（{ $who }）の主催者の役割を外しますか。

    元に戻せるのは、ほかの主催者だけです。
role-given-up = 主催者ではなくなりました。
last-organiser = 主催者はこの方だけです。先にほかの方を主催者にしてください。
button-role-yes = はい、変更する
groups-question = どのグループですか。押すと追加・解除できます。
vehicle-question = どのバスですか。
vehicle-none = バスなし

## 移動、交代、解放
move-where = { $who } をどの空席へ移しますか。
move-none = 空席がありません。
move-sure =
    席を移しますか。

    現在：{ $from }
    移動先：{ $to }
move-to-organiser = 移動先の席には主催者の権限があります。
move-to-delegate = 移動先の席には主催者の権限がありません。
move-done = 別の席へ移りました。/today を開いてください。
button-move-yes = はい、移す
replace-sure =
    { $who } の担当者を交代しますか。

    現在の方の利用権とリンクは直ちに無効になります。席は残り、新しい招待を発行します。
replace-done = ご利用は終了し、席が空きました。後任の方への招待は下にあります。
button-replace-yes = はい、交代する
free-sure =
    { $who } の席を空けますか。

    現在の方の利用権と席へのリンクは直ちに無効になります。
free-done = ご利用は終了し、席が空きました。
button-free-yes = はい、空ける

## グループとバス
teams-heading = グループとバス
teams-none = 日程にはグループもバスもありません。
team-joined = { $seats }名中{ $joined }名が参加済み
team-escort = 引率者：{ $who }
team-escort-none = 引率者は決まっていません。
team-link = 有効なリンクであと{ $uses ->
   *[other] { $uses }
  }名が参加できます。最終期限は{ $until }です。
button-escort = 引率者を決める
button-escort-file = 日程のとおりに戻す
button-team-people = 名簿
button-teams = ‹ グループとバス
button-invite-group = ✉️ グループのリンクを発行
escort-question = { $what } の引率者はどなたですか。

## リンク
links-renew-sure = { $who } の新しいリンクを発行しますか。これまでのリンクは直ちに無効になります。
links-revoke-sure = { $who } のリンクを取り消しますか。直ちに無効になります。
links-revoked = リンクを取り消しました。
button-renew-yes = はい、発行する
button-revoke-yes = はい、取り消す
invite-all-none = 招待する方はいません。すべての席が埋まっています。
invite-all-wait = 招待状を準備しています…
invite-all-done =
    印刷用の招待状{ $count ->
       *[other] { $count }
    }通です。{ $until }まで有効です。

    リンクはお一人ずつ異なります。印刷したカードをお渡しください。ファイルそのものは転送しないでください。
sheet-title = 招待状：{ $mission }
sheet-hint = スマートフォンのカメラをコードに向け、Telegramでボットを開いてください。
sheet-or-link = またはリンクを開いてください：
sheet-until = ご本人専用です。{ $until }まで有効です。

## 参加希望
button-ask-access = 参加を希望する
request-sent = ご希望を主催者に伝えました。お返事はここに届きます。
request-waiting = ご希望は主催者に伝えてあります。お返事はここに届きます。
request-too-many = ただいま希望が集中しています。招待元の方にご連絡いただくか、明日もう一度お試しください。
request-refused = 主催者の承認が得られませんでした。お心当たりがない場合は、招待元の方にご連絡ください。
request-granted-to-you = ✅ 主催者が承認しました。
request-heading =
    🙋 参加希望：{ $name }、{ $when }

    名前はTelegramでご本人が設定したものです。どなたかご確認ください。
request-nameless = 名前なし
request-decided = この希望はすでに処理されています。
request-gone = この希望はもうありません。
request-granted = ✅ 承認しました：{ $name }。招待を発行：{ $to }
request-granted-elsewhere = ✅ 承認済み：{ $name }
request-declined = 承認しませんでした：{ $name }
request-unreachable = 📵 招待は発行しましたが、連絡が届きませんでした。相手がボットを停止しています。
requests-heading = 参加希望
requests-none = 参加希望はありません。
button-admit = ✅ 席を割り当てる
button-admit-to = ✅ 席を割り当てる：{ $mission }
button-decline = 承認しない
button-decline-yes = はい、承認しない
admit-question =
    { $name }：どの席にしますか。

    { $mission }
decline-sure = { $name } の希望を承認しませんか。1日後に再び希望を出せます。

## 参加者への連絡
member-organiser = 主催者になりました。主催者の作業一覧：/desk
member-delegate = 主催者ではなくなりました。日程とメモはそのままご利用いただけます。
member-vehicle = 🚌 ご乗車のバスが変わりました：{ $vehicle }
member-no-vehicle = 🚌 バスの割り当てがなくなりました。
member-escort = 引率者になりました：{ $what }
member-moved = 席が変わりました：{ $seat }。日程：/today
member-left = ご利用は終了しました：{ $mission }。お心当たりがない場合は、主催者にご連絡ください。

## 記録
deed-invite-seat = 招待を発行
deed-invite-group = グループのリンクを発行
deed-invite-all = 印刷用の招待状を発行
deed-links-revoked = リンクを取り消し
deed-links-renewed = 新しいリンクに切り替え
deed-seat-ready = 準備状況を変更
deed-seat-organiser = 主催者に指定
deed-seat-delegate = 主催者の役割を解除
deed-seat-groups = グループを変更
deed-seat-vehicle = バスを変更
deed-seat-moved = この席へ移動
deed-seat-replaced = 担当者を交代
deed-seat-freed = 席を解放
deed-team-escort = 引率者を指定
deed-request-granted = 参加希望を承認
deed-request-declined = 参加希望を不承認
