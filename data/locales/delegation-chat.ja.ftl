### 代表団チャット:届く内容と回答の方法

bind-question = これはどのチャットですか。
bind-as-delegation = 代表団チャット
bind-as-organisers = 主催者チャット
delegation-bound = ✅ このチャットを代表団チャットに設定しました：
delegation-what =
    日程の変更と全員への重要なお知らせが、音を鳴らさず一度だけ届きます。このチャットの全員が見ることができます。

    ここで /today を送信すると、その日の日程が送信者だけに表示されます。ボットがチャットの管理者ならこの場で、そうでなければ個別チャットで回答します。解除：/unbind
delegation-now = 代表団チャット：「{ $title }」
delegation-none = 代表団チャットは設定されていません。
delegation-unbound = 代表団チャットを解除しました。日程の変更は引き続き各自に個別に届きます。
delegation-own = ご自身の日程は、ボットとの個別チャットでご覧いただけます。
delegation-answered = ボットとの個別チャットに回答しました。
delegation-start-bot = ボットから個別にメッセージを送れません。@{ $bot } を開き、「開始」を押してください。
alert-delegation-lost = ⚠️ ボットは代表団チャット「{ $title }」に書き込めなくなりました。変更は引き続き各自に個別に届きます。元に戻すには、チャットにボットを追加し、そこで /bind を送信してください。

deed-bind-delegation = 代表団チャットを設定
deed-unbind-delegation = 代表団チャットを解除
