### The delegation: who is who, who answers for what.

command-people = the delegation, by surname or position
button-find = 🔎 Find
delegation-heading = 👥 Members of the delegation: { $count }
delegation-found = 🔎 “{ $query }”: { $count } found
delegation-nobody = Nobody was found. Try a part of the surname, the position or the organisation.
delegation-find = Write a surname, a position or an organisation; a part of it will do.
