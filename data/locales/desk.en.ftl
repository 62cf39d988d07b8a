### The organisers' desk: the menu that leads to everything organisers do.

plain-desk = desk | organisers | organisers' desk
command-desk = everything for organisers
desk-heading = 🗂 Organisers' desk
desk-revision = Programme, revision No. { $revision }
desk-results = 📚 Results and report
desk-records = 🗃 Deliveries and log
desk-invite = ✉️ Invitations
desk-deliveries = 📤 What will be sent
button-desk = ‹ Organisers' desk
