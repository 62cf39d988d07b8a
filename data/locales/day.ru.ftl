### День: закреплённая карточка, картинка.

card-stamp = Верно на { $time }, редакция программы № { $revision }
card-more = и ещё { $count ->
    [one] { $count } событие
    [few] { $count } события
   *[other] { $count } событий
  }
button-picture = 🖼 Картинкой
picture-away = вас не будет
picture-held = задерживается, время уточняется
