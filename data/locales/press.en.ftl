### Notes for the press: who reads them and who is told of them.

button-notes-press = 📰 For the press
notes-press = Notes for the press: { $total }
notes-none-press = Nothing has been proposed for the press yet.
proposed-press = 📰 Proposed for the press: { $count ->
    [one] { $count } note
   *[other] { $count } notes
  }
sent-press = A note proposed for the press
