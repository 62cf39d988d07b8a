### The day: the pinned card, the picture.

card-stamp = Right as of { $time }, programme revision { $revision }
card-more = and { $count ->
    [one] { $count } more event
   *[other] { $count } more events
  }
button-picture = 🖼 As a picture
picture-away = you will not be there
picture-held = delayed, time to be confirmed
