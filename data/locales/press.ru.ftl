### Заметки для прессы: кто их читает и кому о них говорят.

button-notes-press = 📰 Для прессы
notes-press = Заметки для прессы: { $total }
notes-none-press = Для прессы пока ничего не предложено.
proposed-press = 📰 Предложено для прессы: { $count ->
    [one] { $count } заметка
    [few] { $count } заметки
   *[other] { $count } заметок
  }
sent-press = Заметка, предложенная для прессы
