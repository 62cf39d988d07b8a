### カレンダー：ファイルと購読リンク。

plain-calendar = カレンダー | カレンダーに追加
command-calendar = カレンダー用の日程ファイル
button-calendar = 📅 カレンダーに追加
calendar-file = ファイルを開くと、ご自身の日程をカレンダーに追加できます。変更後は /calendar をもう一度送信してください。
calendar-empty = 対象の予定がまだないため、カレンダーに追加できるものはありません。
calendar-link-heading = 日程カレンダーの購読
calendar-link-how =
    リンクをコピーしてカレンダーに追加すると、変更が自動で反映されます。

    iPhone：カレンダー → カレンダー → カレンダーを追加 → 照会カレンダーを追加
    Google（パソコン）：他のカレンダー → URL で追加
    Outlook：予定表の追加 → Web から登録
calendar-link-private = このリンクはご本人専用です。知っている人は日程を見られますので、転送しないでください。
calendar-link-ended = リンクを無効にしました。このリンクのカレンダーは更新されません。
calendar-renew-sure = 新しいリンクを作成しますか。以前のリンクは無効になり、購読し直す必要があります。
calendar-end-sure = リンクを無効にしますか。購読中のカレンダーは更新されなくなります。
button-calendar-link = 🔗 購読用リンク
button-calendar-copy = 📋 リンクをコピー
button-calendar-renew = 新しいリンク
button-calendar-yes-renew = はい、新しいリンクにする
button-calendar-end = リンクを無効にする
button-calendar-yes-end = はい、無効にする
button-calendar-keep = いいえ、そのまま
