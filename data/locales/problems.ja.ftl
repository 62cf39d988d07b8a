# ミッションファイルの誤り。文の前にファイル内の位置を記す。例: events[3].end: …

problem-line = { $path }: { $sentence }
problem-near = { $sentence }(「{ $near }」の誤りではありませんか)
problem-options = { $sentence }(使用可能: { $options })

## ファイル全体

problem-file-big = ファイルが { $most } MB を超えています。ミッションは文字だけです。画像や文書は別の場所に置き、リンクを記入してください。
problem-not-utf8 = ファイルの文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。
problem-file-empty = ファイルが空です。
problem-nesting-deep = 括弧の入れ子が { $most } 段を超えています。ミッションのファイルではありません。
problem-json-unclosed = { $line } 行 { $column } 文字目: ここで開いた括弧 { $bracket } が閉じられていません。
problem-json-comma-trailing = { $line } 行 { $column } 文字目: 閉じ括弧 { $symbol } の前に余分なコンマがあります。削除してください。
problem-json-comma-missing = { $line } 行 { $column } 文字目: { $symbol } の前にコンマがありません。
problem-json-colon-missing = { $line } 行 { $column } 文字目: 項目名と値の間にコロンがありません。
problem-json-comment = { $line } 行 { $column } 文字目: このファイルにコメントは書けません。削除してください。
problem-json-quotes = { $line } 行 { $column } 文字目: { $symbol } は使えません。半角の二重引用符 "…" を使ってください。
problem-json-string-unclosed = { $line } 行 { $column } 文字目: この行に閉じの引用符がありません。
problem-json-escape = { $line } 行 { $column } 文字目: バックスラッシュの後に置けるのは " \ / b f n r t u だけです。バックスラッシュ自体は \\ と書いてください。
problem-json-control = { $line } 行 { $column } 文字目: 文中に見えない文字があります。入力し直してください。
problem-json-symbol = { $line } 行 { $column } 文字目: ここに { $symbol } は置けません。文と項目名は二重引用符で囲んでください。
problem-json-extra = { $line } 行 { $column } 文字目: ミッションの終わりの後に { $symbol } があります。
problem-json-malformed = { $line } 行 { $column } 文字目: JSON ではありません。
problem-not-an-object = ファイルには {"{"} から {"}"} までの一つのミッションが必要ですが、{ $found } があります。
problem-key-twice = 二回記入されています({ $line } 行目に再出)。一方を残してください

## 項目の内容

problem-field-unknown = 不明な項目です
problem-field-missing = 記入されていません
problem-field-null = null は使えません。記入するか、項目を削除してください
problem-wrong-type =
    { $expected ->
        [string] 二重引用符で囲んだ文が必要ですが、{ $found } があります
        [text] 文、または言語ごとの文が必要ですが、{ $found } があります
        [number] 引用符なしの数値が必要ですが、{ $found } があります
        [boolean] 引用符なしの true か false が必要ですが、{ $found } があります
        [array] 角括弧で囲んだ一覧が必要ですが、{ $found } があります
       *[object] 波括弧で囲んだ項目が必要ですが、{ $found } があります
    }
problem-not-among = 「{ $value }」はここでは使えません
problem-kind-unknown = 「{ $value }」という行事の種類はありません
problem-language-unknown = 「{ $value }」はボットの言語にありません
problem-format-unknown = 形式「{ $value }」は読めません。1 と記入してください
problem-id-malformed = 「{ $value }」は ID として使えません。半角の英小文字・数字・ハイフンで 1~40 文字にしてください(例: bus-2)
problem-text-empty = 空です。文を記入するか、項目を削除してください
problem-text-long = 長すぎます: { $length } 文字(上限 { $most } 文字)
problem-list-empty = 一覧が空です。一つ以上必要です
problem-list-long = 多すぎます: { $length } 件(上限 { $most } 件)
problem-zone-unknown = 「{ $value }」というタイムゾーンはありません。Asia/Krasnoyarsk のように記入してください
problem-time-malformed = 「{ $value }」は日時ではありません。2016-11-17T10:00 のように記入してください
problem-time-offset = 「{ $value }」に時差が付いています。2016-11-17T10:00 のように現地時間だけを記入してください。タイムゾーンは会場のものになります
problem-date-impossible = 「{ $value }」: 暦にない日時です
problem-clock-malformed = 「{ $value }」は時刻ではありません。07:30 のように記入してください
problem-duration-malformed = 「{ $value }」は時間の長さではありません。PT15M(15 分)、PT1H(1 時間)、P1D(1 日)のように記入してください
problem-lead-zero = 「{ $value }」は長さがゼロです。お知らせは行事の前に届きます
problem-lead-long = 「{ $value }」は早すぎます。お知らせは 7 日前までです
problem-number-whole = { $value }: 整数を記入してください
problem-capacity-range = { $value }: 定員は 1~100000 名です
problem-latitude-range = { $value } は緯度ではありません。-90~90 で記入してください
problem-longitude-range = { $value } は経度ではありません。-180~180 で記入してください
problem-coordinates-swapped = { $value } は緯度ではありません。緯度と経度({ $longitude })が逆のようです
problem-phone-malformed = 「{ $value }」は国際電話番号ではありません。+7 000 000-00-00 のように記入してください
problem-telegram-malformed = 「{ $value }」は Telegram のユーザー名ではありません。@name のように記入してください
problem-url-malformed = 「{ $value }」はウェブアドレスではありません。https:// から記入してください
problem-colour-malformed = 「{ $value }」は色ではありません。#1f5fa8 のように記入してください
problem-unreadable = 「{ $value }」は読み取れません

## 日程

problem-id-twice = 「{ $value }」は { $other } に既にあります。別の ID にしてください
problem-id-unknown =
    { $section ->
        [venues] 「{ $value }」という ID の会場はありません
        [groups] 「{ $value }」という ID のグループはありません
        [vehicles] 「{ $value }」という ID の車両はありません
        [contacts] 「{ $value }」という ID の連絡先はありません
       *[people] 「{ $value }」という ID の参加者はいません
    }
problem-id-unknown-often =
    { $section ->
        [venues] 「{ $value }」という ID の会場はありません(ここのほか { $others } か所で使用)
        [groups] 「{ $value }」という ID のグループはありません(ここのほか { $others } か所で使用)
        [vehicles] 「{ $value }」という ID の車両はありません(ここのほか { $others } か所で使用)
        [contacts] 「{ $value }」という ID の連絡先はありません(ここのほか { $others } か所で使用)
       *[people] 「{ $value }」という ID の参加者はいません(ここのほか { $others } か所で使用)
    }
problem-aide-self = 自分自身の補佐にはなれません
problem-aide-circle = 補佐の関係が循環しています: { $circle }
problem-language-twice = 「{ $value }」が二回記入されています
problem-time-skipped = { $zone } に { $time } という時刻はありません(時計が進められます)
problem-end-before-start = 開始より前です({ $first } → { $second })
problem-end-at-start = 開始と同じ時刻です({ $first } → { $second })。終了が未定の場合は項目を削除してください
problem-gathering-late = 行事の開始より前ではありません({ $first } → { $second })
problem-departs-early = 集合より前です({ $first } → { $second })
problem-departs-late = 行事の開始より後です({ $first } → { $second })

## 注意

problem-time-repeated = { $zone } では { $time } が二回あります。早い方とします
problem-gathering-placeless = 集合場所が記入されていません
problem-overlap = 同じ参加者がこの時間に { $other } にも入っています
problem-choice-single = 「{ $value }」の行事はこれだけです。選べるものがありません
problem-choice-apart = 選択「{ $value }」の他の行事と時間が重なりません
problem-to-idle = 別の会場へ向かうのは送迎(transfer)と移動(travel)だけですが、これは「{ $kind }」です
problem-capacity-idle = choice がないため無効です
problem-lead-twice = 「{ $value }」: 同じ時刻のお知らせが既にあります
problem-listed-twice = 「{ $value }」が二回記入されています
problem-language-unlisted = 「{ $value }」がありませんが、この言語の文があります(最初は { $first })

## npm run check-mission の出力(誤り以外)

check-usage = ミッションファイルを指定してください: npm run check-mission -- data/missions/krasnoyarsk.json [--language en|ru|ja]
check-file-missing = { $file }: ファイルがないか、読み取れません。
check-dates = { $first }~{ $last }、{ $zone }
check-counts = 行事: { $events }、日数: { $days }、参加者: { $people }、グループ: { $groups }、会場: { $venues }
