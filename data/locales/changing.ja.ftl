### 主催者による日程変更：下書き、発行、遅延、履歴

plain-change = 日程変更 | 変更 | 日程を変更
plain-history = 履歴 | 変更履歴
words-delay = 遅延 | 遅れ | 遅延 +
command-change = 日程を変更する
command-delay = 遅延：/delay 20
command-history = 日程の版一覧
command-export = 日程をファイルで：JSON・Word・Excel
desk-change = ✏️ 日程を変更
desk-delay = ⏱ 遅延
desk-history = 🕘 履歴
desk-exports = 📄 日程のファイル

## 何を変更するか
change-which-day = どの日を変更しますか。
change-which-event = { $day }。どの予定を変更しますか。
change-what = どうしますか。
change-move = 🕐 時刻を変更
change-place = 📍 場所を変更
change-hold = ⏳ 遅延（時刻は後ほど）
change-resume = ▶️ 予定どおり実施
change-cancel = ❌ 中止
change-confirm = ✅ 時刻・場所を確定
change-tentative = ❔ 「予定」にする
change-duplicate = ➕ 複製
change-more = ⚙️ ほかの項目を変更
change-move-ask = 何分ずらしますか。または新しい時刻を入力してください：15:30、明日 9:00、+25
change-place-ask = 場所を選ぶか、新しい場所の名称を入力してください。
change-more-ask = 何を変更しますか。
change-event-gone = この予定はもう日程にありません。/change を開いてください。
change-refused = この変更はできません。何も保存されていません：
change-no-organiser = この代表団の主催者ではなくなりました。下書きは残っていますが、何も発行されていません。
held = ⏳ 遅延（時刻は後ほどお知らせします）
button-show-draft = 📝 下書きを開く
button-approve = ✅ 日程を承認
button-restore-event = ↩️ 元に戻す：{ $event }
button-add-event = ➕ 予定を追加
button-other-day = ‹ ほかの日
button-other-event = ‹ ほかの予定
button-change-stop = ‹ 戻る
field-title = 名称
field-end = 終了
field-gathering = 集合
field-room = 会場
field-dressCode = 服装
field-bring = 持ち物
field-description = 説明
field-interpreter = 通訳
field-host = 受入側
field-brief = 資料
field-weather = 天気
field-capacity = 定員
field-fixed = 時刻は動かせない
field-optional = 任意参加
field-group = グループ：{ $group }
ask-start = 新しい時刻を入力してください：15:30、明日 9:00、+25
ask-place = 場所を入力してください。
ask-new = 時刻と名称を入力し、2行目に場所を入力してください：「15:30–16:30 学長との会談」
ask-title = 新しい名称を入力してください。
ask-end = 終了時刻を入力してください。例：17:00
ask-gathering = 集合の時刻と場所を入力してください。例：10:15 ホテルロビー
ask-room = 会場を入力してください。
ask-dressCode = 服装を入力してください。
ask-bring = 持ち物を読点で区切って入力してください。
ask-description = 説明を入力してください。
ask-interpreter = 通訳の担当と方式を入力してください。
ask-host = 受入側を入力してください。
ask-brief = 代表団向けの資料を入力してください。
ask-weather = 天気を入力してください。
ask-capacity = 定員を数字で入力してください。
ask-now = 現在：{ $current }
ask-clear = 削除するにはハイフンを1つ送ってください： -
typed-no-time = 時刻がわかりません。例：15:30、明日 9:00、+20
typed-past = その時刻は過ぎています。これからの時刻を入力してください。
typed-no-such-time = その日にその時刻はありません。別の時刻を入力してください。
typed-long = 長すぎます。短くしてください。
typed-no-number = 整数を入力してください。例：30
typed-no-event = わかりませんでした。このように入力してください：「15:30–16:30 学長との会談」
typed-empty = 文字で入力してください。

## 下書きと発行
draft-heading = 📝 第{ $revision }版への変更（下書き）
draft-affected = 👥 お知らせする人：{ $members }人中{ $affected }人
draft-gathered = 🔔 24時間以内のものはすぐに、それ以外は夕方にまとめてお知らせします。
draft-at-once = 🔔 全員にすぐお知らせします。
draft-no-difference = 日程に変更はありません。
draft-approves = ✅ 日程が承認され、参加者に表示されます。
draft-withdraws = 日程は案に戻り、参加者には表示されなくなります。
draft-renamed = ✏️ 以前の名称：{ $before }
draft-reworded = ✏️ 変更：{ $field }
draft-stale = ⚠️ 準備中に第{ $revision }版が発行されました：{ $who }
draft-stale-choose = その上にあなたの変更を適用しますか。
draft-gone = 下書きはもうありません（発行済みまたは削除済み）。新しく始める：/change
draft-dropped = 下書きを削除しました。日程は変わっていません。
button-release = ✅ 発行
button-at-once = 🔔 全員にすぐ知らせる
button-gather = 🌙 急ぎでなければ夕方に知らせる
button-change-more = ➕ さらに変更
button-undo-last = ↩️ 最後の変更を取り消す
button-drop-draft = 🗑 下書きを削除
button-lay-anew = ✅ 自分の変更を適用
released = ✅ 第{ $revision }版を{ $at }に発行しました
released-affected = { $affected ->
    [0] 該当者はいません。お知らせは送られません。
   *[other] { $affected }人にお知らせします。
  }
button-reception = 👁 確認状況
button-undo-release = ↩️ 元に戻す
clash-heading = ⚠️ 重なり
clash-two-places = 同時刻（{ $people }人）：{ $one } と { $other }
clash-room-twice = 同じ会場が重複：{ $one } と { $other }
clash-called-away = 前の予定が終わる前に集合（{ $people }人）：{ $one } → { $other }
clash-way-short = 移動時間が足りません（{ $people }人）：{ $one } → { $other }（{ $there }分、必要 { $needed }分）
clash-more = ほかの重なり：{ $count }件

## 遅延
delay-how-long = 何分の遅れですか。
delay-from-which = +{ $minutes }分。どの予定が遅れていますか。動かせない次の予定まで、後の予定も移動します。
no-delay-minutes = 遅れを1～600分で入力してください。例：/delay 20
no-delay-event-gone = この予定はもう日程にありません。別の予定を選んでください。
no-delay-over = この予定は終了しています。別の予定を選んでください。
no-delay-nothing-ahead = この先に予定はありません。
no-delay-fixed-ahead = 次の予定は「動かせない」ものです。それが遅れている場合は選んでください。
no-delay-clock-set-back = その夜は時計が戻るため、この方法では移動できません。正確な時刻に変更してください：/change
button-delay-other = ほかの予定
button-delay-also = ⏱ これも遅れる：{ $event }
button-fit-shift = そのまま全部ずらす
button-fit-shorten = 入らないものを短縮
button-fit-absorb = 休憩で吸収
button-fit-drop = 入らないものを中止

## 履歴
history-heading = 🕘 日程の版一覧
history-first = 第{ $revision }版、{ $how }
history-line = 第{ $revision }版、{ $when }、{ $how }：{ $who }
history-button = 第{ $revision }版
history-beginning = この版から始まりました。
how-change = 変更
how-delay = 遅延
how-file = ファイルから
how-restore = 以前の版に戻す
how-approval = 承認
button-history = ‹ 履歴
button-restore-revision = ↩️ この版に戻す
deed-release = 日程の版を発行

## 確認状況
reception-heading = 第{ $revision }版：{ $all }人中{ $confirmed }人が確認
reception-unconfirmed = 未確認
reception-unreachable = 📵 連絡不可
reception-ahead = 未送信
reception-confirmed = ✅ 確認済み
reception-nobody = この版に該当する人はいません。
button-refresh = 🔄 更新
