# What can be wrong with a mission file. The place in the file is written before the sentence: events[3].end: …

problem-line = { $path }: { $sentence }
problem-near = { $sentence }; did you mean «{ $near }»?
problem-options = { $sentence }; write one of: { $options }

## The file as such

problem-file-big = The file is larger than { $most } MB. A mission is text only; move pictures and documents elsewhere and link to them.
problem-not-utf8 = The file is not in UTF-8. Save it again with the encoding UTF-8.
problem-file-empty = The file is empty.
problem-nesting-deep = Brackets are nested more than { $most } deep; this cannot be a mission.
problem-json-unclosed = Line { $line }, column { $column }: the bracket { $bracket } opened here is never closed.
problem-json-comma-trailing = Line { $line }, column { $column }: there is a comma before the closing bracket { $symbol }; take the comma out.
problem-json-comma-missing = Line { $line }, column { $column }: a comma is missing before { $symbol }.
problem-json-colon-missing = Line { $line }, column { $column }: a colon is missing between the field and its value.
problem-json-comment = Line { $line }, column { $column }: comments are not possible in this file; take them out.
problem-json-quotes = Line { $line }, column { $column }: { $symbol } is not the right quotation mark; write straight double quotes: "…".
problem-json-string-unclosed = Line { $line }, column { $column }: the closing quotation mark is missing on this line.
problem-json-escape = Line { $line }, column { $column }: after a backslash only " \ / b f n r t u may stand; write a backslash itself as \\.
problem-json-control = Line { $line }, column { $column }: there is an invisible character in the text; write it anew.
problem-json-symbol = Line { $line }, column { $column }: { $symbol } cannot stand here; texts and names of fields are written in double quotes.
problem-json-extra = Line { $line }, column { $column }: the mission has ended, but { $symbol } follows.
problem-json-malformed = Line { $line }, column { $column }: this is not JSON.
problem-not-an-object = The file must be one mission in braces, from {"{"} to {"}"}, but it is { $found }.
problem-key-twice = given twice (again on line { $line }); keep one of the two

## What a field may hold

problem-field-unknown = unknown field
problem-field-missing = missing
problem-field-null = must not be null; fill the field in or leave it out
problem-wrong-type =
    { $expected ->
        [string] must be text in double quotes, but is { $found }
        [text] must be text, or texts by language, but is { $found }
        [number] must be a number without quotation marks, but is { $found }
        [boolean] must be true or false, without quotation marks, but is { $found }
        [array] must be a list in square brackets, but is { $found }
       *[object] must be fields in braces, but is { $found }
    }
problem-not-among = «{ $value }» is not possible here
problem-kind-unknown = «{ $value }» is not a kind of event
problem-language-unknown = «{ $value }» is not a language of the bot
problem-format-unknown = «{ $value }» is not a format the bot reads; write 1
problem-id-malformed = «{ $value }» is not an id; write 1 to 40 small Latin letters, digits and hyphens, such as bus-2
problem-text-empty = empty; write the text or leave the field out
problem-text-long = too long: { $length } characters, at most { $most }
problem-list-empty = the list is empty; at least one is needed
problem-list-long = too many: { $length }, at most { $most }
problem-zone-unknown = «{ $value }» is not a time zone; write its name such as Asia/Krasnoyarsk
problem-time-malformed = «{ $value }» is not a date and time; write it as 2016-11-17T10:00
problem-time-offset = «{ $value }» carries an offset; write local time alone, such as 2016-11-17T10:00: the zone is the venue's
problem-date-impossible = «{ $value }»: there is no such date or time in the calendar
problem-clock-malformed = «{ $value }» is not a time of day; write it as 07:30
problem-duration-malformed = «{ $value }» is not a length of time; write PT15M for 15 minutes, PT1H for an hour, P1D for a day
problem-lead-zero = «{ $value }» is no time at all; a reminder comes before the event
problem-lead-long = «{ $value }» is too early; a reminder comes at most 7 days before
problem-number-whole = { $value } must be a whole number
problem-capacity-range = { $value } is not possible; from 1 to 100000 people
problem-latitude-range = { $value } is not a latitude; from -90 to 90
problem-longitude-range = { $value } is not a longitude; from -180 to 180
problem-coordinates-swapped = { $value } is not a latitude; latitude and longitude ({ $longitude }) seem to be swapped
problem-phone-malformed = «{ $value }» is not an international phone number; write it as +7 000 000-00-00
problem-telegram-malformed = «{ $value }» is not a Telegram name; write it as @name
problem-url-malformed = «{ $value }» is not a web address; write it in full, beginning with https://
problem-colour-malformed = «{ $value }» is not a colour; write it as #1f5fa8
problem-unreadable = «{ $value }» cannot be read

## The programme

problem-id-twice = «{ $value }» stands already at { $other }; give each its own
problem-id-unknown =
    { $section ->
        [venues] no venue has the id «{ $value }»
        [groups] no group has the id «{ $value }»
        [vehicles] no vehicle has the id «{ $value }»
        [contacts] no contact has the id «{ $value }»
       *[people] no person has the id «{ $value }»
    }
problem-id-unknown-often =
    { $section ->
        [venues] no venue has the id «{ $value }», which stands here and in { $others } other places
        [groups] no group has the id «{ $value }», which stands here and in { $others } other places
        [vehicles] no vehicle has the id «{ $value }», which stands here and in { $others } other places
        [contacts] no contact has the id «{ $value }», which stands here and in { $others } other places
       *[people] no person has the id «{ $value }», which stands here and in { $others } other places
    }
problem-aide-self = nobody is their own aide
problem-aide-circle = the aides go in a circle: { $circle }
problem-language-twice = «{ $value }» is listed twice
problem-time-skipped = { $time } does not exist in { $zone }: the clock is set forward and passes over it
problem-end-before-start = before its start ({ $first } → { $second })
problem-end-at-start = at the very time of its start ({ $first } → { $second }); where the end is not known, leave it out
problem-gathering-late = not before the event's start ({ $first } → { $second })
problem-departs-early = before the gathering ({ $first } → { $second })
problem-departs-late = after the event's start ({ $first } → { $second })

## Warnings

problem-time-repeated = the clock in { $zone } shows { $time } twice; the earlier is taken
problem-gathering-placeless = does not say where to gather
problem-overlap = the same people are also at { $other } then
problem-choice-single = «{ $value }» has only this one event; there is nothing to choose from
problem-choice-apart = runs beside no other event of the choice «{ $value }»
problem-to-idle = only a transfer or a flight (travel) goes to another venue; this is «{ $kind }»
problem-capacity-idle = has no effect without a choice
problem-lead-twice = «{ $value }»: there is a reminder at that time already
problem-listed-twice = «{ $value }» is listed twice
problem-language-unlisted = «{ $value }» is missing, though there are texts in it (the first is { $first })

## What `npm run check-mission` says beside problems

check-usage = Name at least one mission file: npm run check-mission -- data/missions/krasnoyarsk.json [--language en|ru|ja]
check-file-missing = { $file }: there is no such file, or it cannot be read.
check-dates = { $first } to { $last }, { $zone }
check-counts = Events: { $events }, days: { $days }, people: { $people }, groups: { $groups }, venues: { $venues }
