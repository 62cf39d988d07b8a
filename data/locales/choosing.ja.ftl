### 同時開催の行事の選択。

desk-coverages = 🔀 行事の選択状況
button-choice = 🔀 選ぶ：{ $what }（{ $day }）
button-choice-all = 🔀 行事を比べる
button-choice-drop = 選択を取り消す
choice-heading = 🔀 参加する行事をお選びください
choice-heading-picked = 🔀 選択を記録しました
choice-until = { $time }まで変更できます。
choice-closed = 選択は締め切られました。
choice-closed-early = 受付は締め切られました。変更をご希望の方は /ask から主催者へご連絡ください。
choice-gone = 選択が必要な行事はもうありません。
choice-full = ⛔ 満席
choice-places = 空席：{ $left } / { $capacity }
choice-overlap = ⚠️ 同じ時間の予定：{ $what }
choice-asked = 主催者より、行事の選択のお願いです。
choice-name = { $what }、{ $day }、{ $time }
picked-overlap = 選択を記録しました。同じ時間に次の予定があります：{ $what }

## 主催者用
coverage-none = 同時開催の行事はありません。
coverage-which = どの選択を表示しますか。⚠️は参加者のいない行事、または未選択の方がいるものです。
coverage-empty = ⚠️ { $number }番：参加者なし。{ $title }
coverage-count = 選択：{ $count }名
coverage-count-of = 選択：{ $count }名（定員{ $capacity }名）
coverage-undecided = 未選択：{ $count }名
coverage-out = 未登録：{ $count }名
coverage-asked = お願いを送信：{ $asked }名、到達：{ $reached }名
coverage-missed = 📵 届いていません：{ $who }
coverage-asking = { $count }名に送信しています
coverage-closed = 🔒 受付は締め切り済みです。参加者は選択を変更できません。
coverage-nobody = 送信する相手がいません。
button-ask-undecided = ❓ 未選択の方に依頼：{ $count }名
button-close-choice = 🔒 受付を締め切る
button-open-choice = 🔓 受付を再開する
button-option-names = { $number }番の名簿：{ $count }名
sent-choice = 行事選択のお願い
deed-choice-asked = 行事の選択を依頼
deed-choice-closed = 選択の受付を締め切り
deed-choice-opened = 選択の受付を再開
