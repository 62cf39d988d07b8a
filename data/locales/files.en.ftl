### The programme as a file: to get, to send, to compare.

export-which = What shall I send as a file? Programme: revision { $revision }.
export-general = 📄 Programme (Word)
export-working = 📄 Working programme (Word)
export-xlsx = 📊 Programme, people (Excel)
export-template = 📊 Empty template (Excel)
export-json = 🗂 Mission file (JSON)
file-too-big = The file is too large. Please send a programme file of up to 2 MB.
file-no-answer = The file could not be fetched. Please send it once more.
file-problems = { $count ->
    [one] ❗ The file has { $count } mistake, nothing was changed:
   *[other] ❗ The file has { $count } mistakes, nothing was changed:
  }
file-problems-more = More mistakes: { $count }
file-problems-end = Please correct them and send the file again.
file-new-mission = A new mission: { $events } events, { $seats } seats. Add it?
file-others-mission = There already is a mission with this id, and you do not organise it. Give the file another id.
file-other-mission = This is the file of another mission of yours. Choose that one first: /missions
file-differs = 📂 The mission file on the server has changed and differs from the programme in force
file-differs-choose = The programme in force stays. Take the changes from the file?
file-left = The programme in force stays.
button-file-take = ✅ Take from the file
button-file-leave = Leave it as it is
button-add-mission = ✅ Add the mission

## People of the file
file-people-heading = 👥 Roles, groups, buses: now → in the file
file-people-role = role { $now } → { $file }
file-people-groups = groups: { $change }
file-people-vehicle = bus: { $now } → { $file }
file-people-organiser = “organiser”
file-people-delegate = “delegate”
file-people-none = none
file-people-more = And { $count } more
file-people-stay = They stay as they are now.
file-people-taken = ❗ They will be as in the file.
file-people-added = { $count ->
    [one] ➕ { $count } new seat
   *[other] ➕ { $count } new seats
  }
file-people-removed = { $count ->
    [one] ➖ { $count } empty seat is not in the file and will go
   *[other] ➖ { $count } empty seats are not in the file and will go
  }
button-people-take = 👥 Roles, groups of the file
button-people-stay = 👥 Roles, groups as now
