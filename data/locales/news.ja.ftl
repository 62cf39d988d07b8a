### 日程変更：変更前と変更後

news-heading = { $count ->
   *[other] 🔁 日程変更（{ $count }件）
  }
news-more = { $count ->
   *[other] ほか{ $count }件の変更があります。全日程をご確認ください。
  }
news-cancelled = ❌ 中止：{ $title }
news-not-yours = ➖ あなたの日程から外れました：{ $title }
news-added = ➕ 追加：{ $title }
news-time = 変更前 { $before } → 変更後 { $after }
news-was = 変更前 { $what }
news-place = 📍 変更前：{ $before } → 変更後：{ $after }
news-place-same = { $place }（変更なし）
news-nowhere = 場所未定
news-departs = 🚌 { $time }出発
news-gathering-none = ⏰ 個別の集合はありません
news-confirmed = ✅ 確定：時刻・場所とも決定しました
news-held = ⏳ 遅れています。時刻は追ってお知らせします（変更前 { $before }）
news-resumed = ▶️ 予定どおり行われます：{ $after }
news-no-vehicle = 🚌 バスはありません
news-no-role = この行事でのあなたの役割はなくなりました
news-approved = ✅ 日程が承認されました。
news-withdrawn = 日程は再調整中です。承認され次第、ここに表示されます。
news-replaced = 🔁 この変更は新しいものに差し替えられました。下をご覧ください。
button-accept = ✅ 確認しました
accept-thanks = ありがとうございます。記録しました。
accept-old = さらに新しい変更が下にあります。そちらをご確認ください。
accepted = ✅ { $time } 確認済み
