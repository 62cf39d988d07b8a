### 名刺：代表団が知り合った人々。緊急の連絡先は ja.ftl にあります。

plain-contacts = 名刺 | 名刺一覧 | 連絡先一覧
command-contacts = 名刺：知り合った方々
desk-contacts = 👤 代表団の名刺

met-heading = 👤 名刺：{ $total }件
met-found = 👤 検索結果：{ $total }件（「{ $search }」）
met-none = 知り合った方がここに並びます。Telegramの連絡先、.vcfファイル、名刺の写真を送るか、「名刺を登録」を押してください。
met-none-found = 見つかりませんでした。
met-no-organisation = 所属なし
met-nameless = 氏名なし
met-add =
    Telegramの連絡先、.vcfファイル、名刺の写真を送るか、氏名・役職・所属・電話・メールを1通にまとめて書いてください。順番は自由です。

    例：姓名、部長、株式会社サクラ、03-0000-0000
met-saved = ✅ 名刺を登録しました。内容をご確認ください。
met-saved-many = { $count ->
   *[other] ✅ { $count }件の名刺を登録しました。開いてご確認ください：
  }
met-not-a-card = 名刺を読み取れませんでした。氏名・役職・所属・電話を文字で書くか、512KBまでの.vcfファイルを送ってください。
met-where = { $where } · { $who }
met-alike = ⚠️ すでに登録されている方のようです。
met-share-ask = この方は、代表団全員に名刺を見せることに同意していますか。
met-seen-yes = この名刺は代表団全員が見られます。
met-seen-no = この名刺は登録した人と主催者だけが見られます（それ以上の同意なし）。
met-seen-unknown = この名刺は登録した人と主催者だけが見られます（同意は未確認）。
met-edit-ask = どこを直しますか。
met-type = 正しい内容を書いてください。消すには「-」を送ってください。
met-type-name = 正しい内容を書いてください。
met-type-remark = 備考を1000字以内で書いてください。登録した人と主催者が見られます。消すには「-」を送ってください。
met-remark-words = 文字で、1000字以内で書いてください。
met-find-ask = どなたを探しますか。氏名、所属、役職、または番号の一部を書いてください。
met-photo-ask = { $who }の名刺の写真を送ってください。表と裏はアルバムでまとめて送れます。
met-photos-full = すでに写真が{ $count }枚あります。追加するには、前の写真を外してください。
met-photo-first = 📷 名刺の写真を保存しました。続けて、氏名・役職・所属・電話・メールを1通にまとめて書いてください。
met-photos-off-ask = 「{ $who }」の写真をすべて外しますか。元に戻せません。
met-gone-member = 元の代表団員
met-words = 文字で書いてください。
met-not-phone = 電話番号として読めません。国番号・市外局番から書いてください。例：+81 0-0000-0000。複数はカンマで区切ります。
met-not-email = メールアドレスとして読めません。全体を書いてください。例：name@example.com。複数はカンマで区切ります。
met-event-ask = どこで知り合いましたか。
met-no-event = 日程外
met-same-ask = 同じ方ですか。
met-same-note = まとめても、登録者、面会、電話、メールはすべて残ります。元に戻せます。
met-merged = 名刺をまとめました。
met-part-ask = 「{ $who }」の名刺を分けますか。元の2枚に戻り、まとめた後の修正は失われます。
met-parted = 名刺を分けました。
met-delete-ask = 「{ $who }」の名刺を削除しますか。元に戻せません。
met-deleted = 名刺を削除しました。
met-gone = この名刺はもうないか、変更されています。/contacts を開いてください。
met-doubles-none = 重複はありません。
met-doubles = { $count ->
   *[other] { $count }名が二重に登録されているようです。開いて決めてください：
  }

button-met-add = 👤 名刺を登録
button-met-find = 🔎 探す
button-met-all = すべて表示
button-met-doubles = ⚠️ 重複の可能性：{ $count }
button-met-vcf = 📇 アドレス帳用（.vcf）
button-met-xlsx = 📊 Excel表（.xlsx）
button-met-list = ‹ 名刺一覧
button-met-share-yes = ✅ 同意あり：全員に表示
button-met-share-no = 🚫 同意なし
button-met-share-unknown = ❔ 未確認
button-met-edit = ✏️ 直す
button-met-photos = 📷 名刺の写真：{ $count }枚
button-met-add-photo = 📷 名刺の写真を追加
button-met-photos-off = 写真を外す
button-met-photos-off-yes = はい、外す
button-met-later = 後で書く
button-met-note = 📝 { $about }
button-met-field = { $field }：{ $value }
button-met-same = 🔗 比べる：{ $who }
button-met-merge = 🔗 はい、まとめる
button-met-other = いいえ、別の方です
button-met-part = ↩️ 分ける
button-met-part-yes = はい、分ける
button-met-delete = 🗑 削除
button-met-delete-yes = はい、削除
button-met-back = ‹ 戻る

met-sheet = 名刺
met-date-format = yyyy/mm/dd
met-column-name = 氏名
met-column-position = 役職
met-column-organisation = 所属
met-column-phone = 電話
met-column-email = メール
met-column-event = 予定
met-column-date = 日付
met-column-by = 登録者
met-column-remark = 備考
met-column-share = 同意
met-share-yes = あり
met-share-no = なし
met-share-unknown = 未確認

deed-edit-contact = 名刺を修正
deed-merge-contacts = 名刺を統合
deed-part-contacts = 名刺を分割
deed-delete-contact = 名刺を削除
deed-export-contacts = 名刺を書き出し
privacy-brought = 登録した名刺を見られるのは、ご本人と主催者です。代表団全員が見られるのは、相手の同意がある場合だけです。合意事項と指示事項は、登録者、担当者、主催者が見られます。名刺の修正と削除は /contacts でできます。
