### What a revision of the programme changed, in a few words.

gist = { $event }: { $what }
gist-events = { $count ->
    [one] { $count } event: { $events }
   *[other] { $count } events: { $events }
  }
gist-from = { $before } → { $after }
gist-none = none
gist-added = added
gist-cancelled = cancelled
gist-restored = restored
gist-held = time to be announced
gist-resumed = the time is known
gist-gathering = gathering { $what }
gist-other = elsewhere
gist-place = address corrected
gist-tentative = tentative
gist-confirmed = confirmed
gist-vehicles = buses
gist-dress = dress code
gist-bring = what to bring
gist-role = roles
gist-choice = the choice
gist-worded = details amended
