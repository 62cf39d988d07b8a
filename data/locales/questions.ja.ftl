### 主催者への質問、助けの求め、回答

plain-ask = 質問 | 質問する | 主催者に連絡
command-ask = 主催者に質問する
contacts-escorts = 担当の引率者
button-ask = ✉️ 主催者に連絡する
button-where-am-i = 📍 現在地を送る
button-pass-on = ✉️ 主催者に伝える

## 質問
ask-write = 主催者への質問をお書きください。複数のメッセージ（文章、音声、写真、ファイル）でも構いません。
ask-unsent = 未送信の質問があります({ $count ->
   *[other] { $count }件
  })。続きを書くか、送信してください。
ask-kept = { $count ->
   *[other] ✅ { $count }件を保存しました。主催者に送信しますか。
  }
ask-empty = 質問がまだ書かれていません。先にお書きください。
ask-sent = ✅ 質問 第{ $number }号を主催者に送信しました。回答はここに届きます。
ask-nobody = 質問 第{ $number }号を保存しましたが、主催者はまだボットに参加していません。お急ぎの場合はお電話ください：/contacts
ask-dropped = 質問は送信されていません。
button-ask-send = ✅ 主催者に送信
button-ask-drop = 送信しない

## 現在地
key-send-place = 📍 現在地を送信
key-send-nothing = 送信しない
place-ask = 下の「現在地を送信」を押してください。主催者と引率者にすぐ届きます。
place-sent = ✅ 現在地を送信しました。連絡の取れる状態でお待ちください。回答はここに届きます。
place-not-sent = 現在地は送信されていません。
place-nobody = 現在地を保存しましたが、主催者がまだボットに参加していないため届きません。お電話ください：/contacts
pin-help = 助けが必要です

## 主催者側
question-question = ❓ 質問 第{ $number }号
question-place = 🆘 助けが必要です：参加者が現在地を送信しました（第{ $number }号）
question-more = ❓ 質問 第{ $number }号の補足
question-number = 質問 第{ $number }号
question-short = 第{ $number }号
question-hint = 回答するには、このメッセージを長押しして「返信」を選んでください。
question-answered = ✅ 回答済み：{ $who }（{ $when }）
question-closed = ☑️ 回答なしで終了：{ $who }（{ $when }）
question-closed-now = 質問を終了しました
question-not-open = この質問は回答済み、または終了しています
question-asker-left = 質問した方は、すでに代表団にいません。
reply-asker-left = 質問した方は、すでに代表団にいません。回答は送信していません。別の方法でお伝えください。
button-answer = 回答する
button-close = 回答せずに終了
reply-write = 質問 第{ $number }号への回答を1つのメッセージでお書きください。
reply-sent = ✅ 回答を送信しました：{ $who }
reply-more = 主催者への連絡を1つのメッセージでお書きください。
reply-dropped = 何も送信していません。
reply-passed = ✅ 主催者に伝えました。

## 回答
answer-question = ✉️ 主催者からの回答
answer-place = ✉️ 助けの求めへの回答
button-write-more = さらに書く
answer-undelivered = 📵 質問 第{ $number }号への回答が届きませんでした：{ $who }。ボットを停止したか、Telegramを退会しています。別の方法でお伝えください。

## 一覧
desk-questions = ❓ 参加者からの質問
questions-open = 未回答の質問：{ $total }件
questions-all = すべての質問：{ $total }件
questions-none-open = 未回答の質問はありません。
questions-none = 質問はまだありません。
button-questions-all = すべての質問
button-questions-open = 未回答のみ

## 記録
deed-answer-question = 質問に回答
deed-close-question = 質問を回答なしで終了
