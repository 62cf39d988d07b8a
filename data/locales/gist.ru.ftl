### Что изменила редакция программы, в нескольких словах.

gist = { $event }: { $what }
gist-events = { $count ->
    [one] { $count } событие: { $events }
    [few] { $count } события: { $events }
   *[other] { $count } событий: { $events }
  }
gist-from = { $before } → { $after }
gist-none = нет
gist-added = добавлено
gist-cancelled = отменено
gist-restored = восстановлено
gist-held = время уточняется
gist-resumed = время известно
gist-gathering = сбор { $what }
gist-other = в другом месте
gist-place = уточнён адрес
gist-tentative = предварительно
gist-confirmed = подтверждено
gist-vehicles = автобусы
gist-dress = форма одежды
gist-bring = что взять
gist-role = роли
gist-choice = выбор
gist-worded = уточнены сведения
