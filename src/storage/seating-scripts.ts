/**
 * The steps of seating that must hold together, as Redis runs them. Their keys and arguments go by the names the calls
 * in seating.ts give them.
 */
import {
  ASKED,
  FIELDS,
  OTHERS_ORGANISE,
  READDRESSED,
  RESEATED,
  REWORDED,
  SITTING,
  TAKEN_ALONG,
} from "./seating-fragments.ts";

/**
 * Rewrites a seat's record if it is still the one that was read. `demotes` is 1 if the mission would lose one.
 */
export const REWRITE = `${OTHERS_ORGANISE}
if redis.call('HGET', seats, seat) ~= was then return 'meanwhile' end
local joined = redis.call('HEXISTS', participants, seat) == 1
if demotes == '1' and joined and not othersOrganise(seats, participants, seat) then return 'last organiser' end
redis.call('HSET', seats, seat, is)
return 'changed'`;

/** Takes a person off their seat. `confirmed` is the key of what confirmed a broadcast, with * for its id. */
export const LEAVE = `${OTHERS_ORGANISE}${SITTING}${FIELDS}${RESEATED}${REWORDED}${READDRESSED}${ASKED}
if not sitting(participants, seat, user, joinedAt) then return 'gone' end
if roleOf(seats, seat) == 'organiser' and not othersOrganise(seats, participants, seat) then
  return 'last organiser'
end
redis.call('HDEL', participants, seat)
redis.call('HDEL', seatsOfUser, mission)
if redis.call('HLEN', seatsOfUser) == 0 then redis.call('HDEL', seen, user) end
unpick(choices, picked, seat)
redis.call('HINCRBY', revocations, invited, 1)
for _, note in ipairs(redis.call('ZRANGE', notesBySeat, 0, -1)) do
  local head = redis.call('HGET', notes, note)
  if head then redis.call('HSET', notes, note, reseated(head, seat, seat .. '","former":true')) end
end
redis.call('DEL', invitations, ledger, notesBySeat, openNote, prompts)
for _, kept in ipairs({ notices, live, sieves }) do redis.call('HDEL', kept, seat) end
forget(nudges, seat)
readdressed(broadcasts, confirmed, seat, nil)
for _, question in ipairs(askedFrom(questions, seat)) do
  local left = seat .. '","former":true'
  if redis.call('ZREM', openQuestions, question[1]) == 1 then
    left = left .. ',"closed":{"by":"' .. by .. '","at":' .. at .. '}'
  end
  redis.call('HSET', questions, question[1], reseated(question[2], seat, left))
end
if replaced == '1' then forget(readiness, seat) end
return 'left'`;

/** Moves a person from one seat to another. `confirmed` as above. */
export const MOVE = `${OTHERS_ORGANISE}${SITTING}${FIELDS}${RESEATED}${REWORDED}${READDRESSED}${ASKED}${TAKEN_ALONG}
local person = sitting(participants, from, user, joinedAt)
if not person or redis.call('HEXISTS', seats, to) == 0 then return 'gone' end
if redis.call('HEXISTS', participants, to) == 1 then return 'seat taken' end
if roleOf(seats, from) == 'organiser' and roleOf(seats, to) ~= 'organiser'
  and not othersOrganise(seats, participants, from) then return 'last organiser' end
redis.call('HDEL', participants, from)
redis.call('HSET', participants, to, reseated(person, from, to .. '"'))
redis.call('HSET', seatsOfUser, mission, to)
redis.call('HDEL', spokenFor, to)
unpick(choices, picked, to)
carry(choices, from, to)
redis.call('HINCRBY', revocations, invited, 1)
redis.call('DEL', invitations)
rename(ledgerFrom, ledgerTo)
for _, kept in ipairs({ notices, live, drafts, sieves }) do
  local one = redis.call('HGET', kept, from)
  redis.call('HDEL', kept, from, to)
  if one then redis.call('HSET', kept, to, one) end
end
readdressed(broadcasts, confirmed, from, to)
for _, question in ipairs(askedFrom(questions, from)) do
  local said = reworded(question[2], '"by":"' .. from .. '"', '"by":"' .. to .. '"')
  redis.call('HSET', questions, question[1], reseated(said, from, to .. '"'))
end
for _, note in ipairs(redis.call('ZRANGE', notesFrom, 0, -1)) do
  local head = redis.call('HGET', notes, note)
  if head then redis.call('HSET', notes, note, reseated(head, from, to .. '"')) end
end
rename(notesFrom, notesTo)
forget(nudges, to)
carry(nudges, from, to)
rename(promptsFrom, promptsTo)
local woken = mission .. '/' .. from .. '/'
for _, waking in ipairs(redis.call('ZRANGE', wakings, 0, -1)) do
  if string.sub(waking, 1, #woken) == woken then
    local due = string.sub(waking, #woken + 1)
    redis.call('ZREM', wakings, waking)
    redis.call('ZADD', wakings, due, mission .. '/' .. to .. '/' .. due)
  end
end
if takeAlong(acquaintances, agreements, agreementsFrom, agreementsTo, from, to, user) then
  redis.call('ZADD', agreementsDue, 0, mission .. '/' .. to)
  redis.call('HINCRBY', agreementChanges, mission, 1)
end
return 'moved'`;
