### День на картинке.

picture-tentative = предварительно
picture-undecided = на выбор
picture-optional = по желанию
picture-more = и ещё { $count ->
    [one] { $count } событие
    [few] { $count } события
   *[other] { $count } событий
  }
