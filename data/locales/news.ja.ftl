### 日程変更：変更前と変更後

news-heading = { $count ->
   *[other] 🔁 日程変更（{ $count }件）
  }
news-more = { $count ->
   *[other] ほか{ $count }件の変更があります。全日程をご確認ください。
  }
news-cancelled = ❌ 中止：{ $title }
news-not-yours = ➖ ご予定から外れました：{ $title }
news-added = ➕ 追加：{ $title }
news-restored = ↩️ 復活：{ $title }
news-time = 変更前 { $before } → 変更後 { $after }
news-same = { $what }（変更なし）
news-earlier = { $now }（変更前：{ $before }）
news-unsaid = 指定なし
news-place = 📍 変更前：{ $before } → 変更後：{ $after }
news-nowhere = 場所未定
news-gathering-none = ⏰ 個別の集合はありません
news-confirmed = ✅ 確定：時刻・場所とも決定しました
news-held = ⏳ 遅れています。時刻は追ってお知らせします（変更前：{ $before }）
news-resumed = ▶️ 行われます：{ $after }
news-no-vehicle = 🚌 バスはありません
news-no-dress = 👔 服装の指定はありません
news-no-bring = 🎒 持ち物はありません
news-no-choice = 🔀 選択の必要はなくなりました
news-no-role = この行事でのご担当はなくなりました
news-approved = ✅ 日程が承認されました。
news-withdrawn = 日程は再調整中です。承認され次第、ここに表示されます。
news-replaced = 🔁 この変更は新しいものに差し替えられました。下をご覧ください。
button-accept = ✅ 確認しました
accept-thanks = ありがとうございます。記録しました。
accept-old = さらに新しい変更が下にあります。そちらをご確認ください。
accepted = ✅ { $time } 確認済み
