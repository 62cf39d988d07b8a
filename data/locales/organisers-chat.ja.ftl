### 主催者チャットと対応が必要なこと

command-bind = 主催者・代表団のチャットの設定
organisers-chat = 主催者チャット
bind-done = ✅ このチャットを主催者チャットに設定しました：
bind-what =
    参加者からの質問、助けの求め、対応が必要なことの一覧がここに届きます。このチャットの全員が見ることができます。

    参加者に回答するには、質問のメッセージを長押しして「返信」を選んでください。解除：/unbind
bind-now = 主催者チャット：「{ $title }」
bind-none = 主催者チャットは設定されていません。質問とお知らせは各主催者に個別に届きます。
bind-how = 設定するには、グループにボットを追加し、そこで /bind を送信して、どのチャットかを選んでください。解除：そのグループで /unbind
unbind-done = 主催者チャットを解除しました。質問とお知らせは再び各主催者に個別に届きます。
unbind-none = 解除するチャットはありません。
alert-chat-lost = ⚠️ ボットは主催者チャット「{ $title }」に書き込めなくなりました。質問とお知らせは再び個別に届きます。元に戻すには、チャットにボットを追加し、そこで /bind を送信してください。

desk-attention = 🔔 対応が必要なこと
attention-heading = 🔔 対応が必要なこと
attention-none = ✅ 現在、対応が必要なことはありません。
attention-no-reply = これは一覧のため、回答は誰にも送信されていません。参加者に回答するには、質問のメッセージで「返信」を選んでください。
attention-ended = このチャットはもう主催者チャットではありません。
attention-requests = 👤 参加希望：{ $count }件
attention-questions = ❓ 未回答の質問：{ $count }件
attention-unreachable = 📵 メッセージが届かない参加者：{ $count ->
   *[other] { $count }名
  }
attention-failed = ⚠️ 24時間以内の未配信：{ $count ->
   *[other] { $count }件
  }
attention-more = … ほか{ $count }件

deed-bind-chat = 主催者チャットを設定
deed-unbind-chat = 主催者チャットを解除
