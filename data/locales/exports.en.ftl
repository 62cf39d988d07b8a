### Exports: notes, contacts, agreements, attendance, everything, attachments; made in the background.

file-kind-report = 📘 Final report
file-kind-notes = 📝 Notes (Excel)
file-kind-contacts = 👤 Contacts (Excel)
file-kind-agreements = 🤝 Agreements (Excel)
file-kind-attendance = ✅ Attendance (Excel)
file-kind-all = 🗂 Everything (JSON)
file-kind-media = 🗄 Attachments (zip)
file-kind-mine = 🗄 My materials
making-begun = ⏳ Working on it. The file will come to this chat; you can carry on.
making-going = ⏳ Working on it. Done: { $done }
making-done = { $files ->
    [one] ✅ Done, { $files } file.
   *[other] ✅ Done, { $files } files.
  }
making-nothing = There is nothing yet.
making-failed = ❗ This did not work. Please try again; if it fails, tell whoever runs the bot.
making-left-out = { $count ->
    [one] ⚠️ { $count } file was left out. Telegram does not give bots files over 20 MB. The list with the reasons is in the archive.
   *[other] ⚠️ { $count } files were left out. Telegram does not give bots files over 20 MB. The list with the reasons is in the archive.
  }
privacy-files = Organisers can export the results of the mission (notes, contacts, agreements, attendance) and put them into the report; phones and e-mails of people you met go into the report only with their consent. The button below gives you everything of your own as files.
button-mine = 🗄 My materials
xlsx-date = yyyy-mm-dd
xlsx-time = yyyy-mm-dd hh:mm
xlsx-sheet-notes = Notes
xlsx-sheet-contacts = Contacts
xlsx-sheet-agreements = Agreements
xlsx-sheet-attendance = Attendance
xlsx-event = Event
xlsx-event-date = Date of the event
xlsx-author = Author
xlsx-written = Written
xlsx-kind = Kind
xlsx-text = Text
xlsx-marks = Marks
xlsx-readers = Read by
xlsx-file = File
xlsx-note = Note no.
xlsx-name = Name
xlsx-position = Position
xlsx-organisation = Organisation
xlsx-phone = Phone
xlsx-email = E-mail
xlsx-met = Met on
xlsx-met-by = Met by
xlsx-share = Consent
xlsx-remark = Remark
xlsx-sort = Kind
xlsx-what = Item
xlsx-owner = Responsible
xlsx-helpers = Others taking part
xlsx-to = To
xlsx-deadline = Deadline
xlsx-state = Status
xlsx-made = Written
xlsx-made-by = Written by
xlsx-person = Member
xlsx-attendance = Attendance
xlsx-came = came
xlsx-excused = excused
xlsx-absent = absent
xlsx-unknown = not marked
archive-left-out = Not in the archive
archive-big = over 20 MB: Telegram does not give bots such files; it is still in its author's chat
archive-no-answer = Telegram did not give the file
archive-all = All attachments are in the archive.
archive-checksums = Checksums (SHA-256) are in manifest.json.
deed-file-report = made the final report
deed-file-notes = exported the notes
deed-file-contacts = exported the contacts
deed-file-agreements = exported the agreements
deed-file-attendance = exported attendance
deed-file-all = exported all results
deed-file-media = exported the attachments
