### 報道向けのメモ：閲覧できる人と、お知らせ。

button-notes-press = 📰 報道向け
notes-press = 報道向けのメモ：{ $total }件
notes-none-press = 報道向けに提案されたメモはまだありません。
proposed-press = 📰 報道向けの提案：{ $count ->
   *[other] メモ{ $count }件
  }
sent-press = 報道向けに提案されたメモ
