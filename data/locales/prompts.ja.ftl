### 行事の直後の質問、主催者からの催促、最後のアンケート。

prompt-results = どのような成果がありましたか。
prompt-people = どなたと知り合いましたか。
prompt-hospital = ⚕️ 患者さんの写真や個人情報は含めないでください。
prompt-how = 文章、音声、写真、連絡先のどれでも結構です。このメッセージに返信するだけで記録されます。
prompt-later = { $time }にもう一度お尋ねします。
prompt-closed = 承知しました。この行事についてはもうお尋ねしません。何か思い出されたら「メモする」を押してください。
prompt-evening = 📝 メモ：{ $events }
button-prompt-note = 📝 メモする
button-prompt-later = 後で
button-prompt-nothing = 特になし
prompt-later-too-often = 先送りは二回までです。ご都合のよい時にメモしてください：/note
nudge = 📝 主催者が成果をまとめています。次のメモをお待ちしています：

survey-heading = ご意見・ご提案
survey-question = 今回の訪問の運営はいかがでしたか。1（悪い）から5（とても良い）でお答えください。
survey-anonymous = アンケートは匿名です。評価は氏名・役職・時刻なしで保存されます。三人以上の回答後に主催者が結果を見られます。
survey-rated = ✅ ありがとうございます。評価を受け付けました。
survey-words = よろしければご意見・ご提案もお書きください。こちらも匿名です。
survey-write = 一つのメッセージでお書きください。氏名と役職は保存されません。
survey-written = ✅ ありがとうございます。匿名で保存しました。
survey-rated-before = 評価はすでに受け付けています。
survey-wrote-before = ご意見はすでに受け付けています。
survey-text = 文章で、一つのメッセージにお書きください。
button-survey-words = ✍️ 書く
survey-few = { $answered ->
    [0] まだ回答がありません。
   *[other] これまでに{ $answered }人が回答しました。
  } 匿名を保つため、結果は三人以上の回答後に表示されます。
survey-results = 回答 { $answered }人、平均 { $average }
survey-no-words = 文章での回答はありません。

sent-prompt = 成果の確認：{ $event }
sent-nudge = メモの督促
sent-survey = 最後のアンケート
