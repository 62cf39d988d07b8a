### Contacts: the people the delegation met. Whom to call for help is in en.ftl.

plain-contacts = contacts | cards | business cards | my contacts
command-contacts = contacts: whom we have met
desk-contacts = 👤 The delegation’s contacts

met-heading = 👤 Contacts: { $total }
met-found = 👤 Found: { $total } (“{ $search }”)
met-none = The people you meet will be here. Send a Telegram contact, a .vcf file or a photo of a business card, or tap “Add a contact”.
met-none-found = Nobody found.
met-no-organisation = No organisation
met-nameless = No name given
met-add =
    Send a Telegram contact, a .vcf file, a photo of a business card, or write in one message: name, position, organisation, phone, e-mail, in any order.

    For example: Surname Name, director, Camomile Ltd, +7 000 000-00-00
met-saved = ✅ Contact saved. Please check it.
met-saved-many = { $count ->
    [one] ✅ { $count } contact saved. Open it to check:
   *[other] ✅ { $count } contacts saved. Open each to check:
  }
met-not-a-card = This contact could not be read. Write the name, position, organisation and phone in words, or send a .vcf file of up to 512 KB.
met-where = { $where } · { $who }
met-alike = ⚠️ This person seems to be recorded already.
met-share-ask = Does this person agree that the whole delegation sees their contact?
met-seen-yes = The whole delegation sees this contact.
met-seen-no = Those who recorded this contact and the organisers see it: there is no consent to more.
met-seen-unknown = Those who recorded this contact and the organisers see it: consent has not been asked for.
met-edit-ask = What should be corrected?
met-type = Write what is right. To clear it, send “-”.
met-type-name = Write what is right.
met-type-remark = Write a remark, up to 1,000 characters. Those who recorded this contact and the organisers see it. To clear it, send “-”.
met-remark-words = Please write in words, up to 1,000 characters.
met-find-ask = Whom are you looking for? Write a name, an organisation, a position or part of a number.
met-photo-ask = Send a photo of the business card: { $who }. Both sides can come as one album.
met-photos-full = There are { $count } photos on this contact already. Remove them to add new ones.
met-photo-first = 📷 The photo of the card is saved. Now write in one message what it says: name, position, organisation, phone, e-mail.
met-photos-off-ask = Remove all photos from the contact “{ $who }”? They cannot be brought back.
met-gone-member = a former member
met-words = Please write in words.
met-not-phone = This does not look like a phone number. Write it with its code, for example +7 000 000-00-00; several with commas.
met-not-email = This does not look like an e-mail address. Write all of it, for example name@example.com; several with commas.
met-event-ask = Where did you meet?
met-no-event = Outside the programme
met-same-ask = Is this the same person?
met-same-note = Merging keeps both authors, all meetings, phones and addresses. It can be undone.
met-merged = Contacts merged.
met-part-ask = Separate the contact “{ $who }”? The two former cards come back; what was corrected after merging is lost.
met-parted = Contacts separated.
met-delete-ask = Delete the contact “{ $who }”? It cannot be brought back.
met-deleted = Contact deleted.
met-gone = This contact is no longer there or has changed. Open /contacts.
met-doubles-none = Nobody is recorded twice.
met-doubles = { $count ->
    [one] { $count } person seems to be recorded twice. Open and decide:
   *[other] { $count } people seem to be recorded twice. Open and decide:
  }

button-met-add = 👤 Add a contact
button-met-find = 🔎 Find
button-met-all = Show all
button-met-doubles = ⚠️ Possible doubles: { $count }
button-met-vcf = 📇 For an address book (.vcf)
button-met-xlsx = 📊 Excel table (.xlsx)
button-met-list = ‹ Contacts
button-met-share-yes = ✅ Agrees: show to everybody
button-met-share-no = 🚫 Does not agree
button-met-share-unknown = ❔ Not asked
button-met-edit = ✏️ Correct
button-met-photos = 📷 Photos of the card: { $count }
button-met-add-photo = 📷 Add a photo of the card
button-met-photos-off = Remove photos
button-met-photos-off-yes = Yes, remove
button-met-later = Write later
button-met-note = 📝 { $about }
button-met-field = { $field }: { $value }
button-met-same = 🔗 Compare: { $who }
button-met-merge = 🔗 Yes, merge
button-met-other = No, different people
button-met-part = ↩️ Separate
button-met-part-yes = Yes, separate
button-met-delete = 🗑 Delete
button-met-delete-yes = Yes, delete
button-met-back = ‹ Back

met-sheet = Contacts
met-date-format = dd/mm/yyyy
met-column-name = Name
met-column-position = Position
met-column-organisation = Organisation
met-column-phone = Phone
met-column-email = E-mail
met-column-event = Event
met-column-date = Date
met-column-by = Recorded by
met-column-remark = Remark
met-column-share = Consent
met-share-yes = yes
met-share-no = no
met-share-unknown = not asked

deed-edit-contact = corrected a contact
deed-merge-contacts = merged contacts
deed-part-contacts = separated contacts
deed-delete-contact = deleted a contact
deed-export-contacts = exported contacts
privacy-brought = Contacts you record are seen by you and the organisers, and by the whole delegation only if that person agrees. Agreements and assignments are seen by whoever wrote them down, whoever carries them out, and the organisers. Contacts are corrected and deleted in /contacts.
