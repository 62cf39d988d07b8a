### The day as a picture.

picture-tentative = tentative
picture-undecided = pick one
picture-optional = optional
picture-more = and { $count ->
    [one] { $count } more event
   *[other] { $count } more events
  }
