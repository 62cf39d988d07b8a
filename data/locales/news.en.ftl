### Changes of the programme: what was, and what is now.

news-heading = { $count ->
    [one] 🔁 Change of programme
   *[other] 🔁 Changes of programme: { $count }
  }
news-more = { $count ->
    [one] And { $count } more change. Please open the programme.
   *[other] And { $count } more changes. Please open the programme.
  }
news-cancelled = ❌ Cancelled: { $title }
news-not-yours = ➖ No longer in your programme: { $title }
news-added = ➕ Added: { $title }
news-restored = ↩️ Restored: { $title }
news-time = Was { $before } → now { $after }
news-same = { $what } (unchanged)
news-earlier = { $now } (was: { $before })
news-unsaid = not given
news-place = 📍 Was: { $before } → now: { $after }
news-nowhere = no place given
news-gathering-none = ⏰ No separate gathering
news-confirmed = ✅ Confirmed: time and place are final
news-held = ⏳ Delayed, the time will follow (was: { $before })
news-resumed = ▶️ Takes place: { $after }
news-no-vehicle = 🚌 No bus
news-no-dress = 👔 No dress code
news-no-bring = 🎒 Nothing to bring
news-no-choice = 🔀 There is nothing to choose any more
news-no-role = You no longer have a role at this event
news-approved = ✅ The programme has been approved.
news-withdrawn = The programme is being revised. It will appear here again once it is approved.
news-replaced = 🔁 This change has been replaced by a newer one, see below.
button-accept = ✅ Got it
accept-thanks = Thank you, noted.
accept-old = There is a newer change below. Please confirm that one.
accepted = ✅ Confirmed at { $time }
