/** The steps of seating that must hold together, as Redis runs them. */

/** Whether somebody besides this seat has joined as an organiser. */
const OTHERS_ORGANISE = `
local function roleOf(seats, id)
  local seat = redis.call('HGET', seats, id)
  return seat and cjson.decode(seat).role
end
local function othersOrganise(seats, participants, besides)
  for _, id in ipairs(redis.call('HKEYS', participants)) do
    if id ~= besides and roleOf(seats, id) == 'organiser' then return true end
  end
  return false
end`;

/** The record of the person in a seat, if it still is this person by this joining. */
const SITTING = `
local function sitting(participants, seat, user, joinedAt)
  local stored = redis.call('HGET', participants, seat)
  if not stored then return nil end
  local person = cjson.decode(stored)
  if person.user == tonumber(user) and person.joinedAt == tonumber(joinedAt) then return stored end
  return nil
end`;

/** What a hash holds of a seat under `seat/…`, as pairs of field and value; among it the picks, with the event each is of. */
const FIELDS = `
local function fieldsOf(hash, seat)
  local fields, all = {}, redis.call('HGETALL', hash)
  for i = 1, #all, 2 do
    if string.sub(all[i], 1, #seat + 1) == seat .. '/' then fields[#fields + 1] = { all[i], all[i + 1] } end
  end
  return fields
end
local function forget(hash, seat)
  for _, field in ipairs(fieldsOf(hash, seat)) do redis.call('HDEL', hash, field[1]) end
end
local function carry(hash, from, to)
  for _, field in ipairs(fieldsOf(hash, from)) do
    redis.call('HDEL', hash, field[1])
    redis.call('HSET', hash, to .. string.sub(field[1], #from + 1), field[2])
  end
end
local function unpick(choices, picked, seat)
  for _, pick in ipairs(fieldsOf(choices, seat)) do
    redis.call('HINCRBY', picked, pick[2], -1)
    redis.call('HDEL', choices, pick[1])
  end
end`;

/** A record that names another seat; what is to stand there closes its own quotes. Ids hold none. */
const RESEATED = `
local function reseated(record, from, to)
  local first, last = string.find(record, '"seat":"' .. from .. '"', 1, true)
  if not first then return record end
  return string.sub(record, 1, first - 1) .. '"seat":"' .. to .. string.sub(record, last + 1)
end`;

/**
 * Rewrites a seat's record if it is still the one that was read.
 * KEYS: seats, participants. ARGV: seat, record read, record to be, 1 if an organiser is to be none.
 */
export const REWRITE = `${OTHERS_ORGANISE}
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 'meanwhile' end
local joined = redis.call('HEXISTS', KEYS[2], ARGV[1]) == 1
if ARGV[4] == '1' and joined and not othersOrganise(KEYS[1], KEYS[2], ARGV[1]) then return 'last organiser' end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 'changed'`;

/**
 * KEYS: participants, seats, user, choices, picked, revocations, index of the seat's invitations, ledger, notes of the
 * seat, open note, readiness, seen, notes, notices, live lists, answers to prompts, sieves, nudges. ARGV: mission, seat, user, joined at, field of the
 * revocations, 1 if replaced.
 */
export const LEAVE = `${OTHERS_ORGANISE}${SITTING}${FIELDS}${RESEATED}
if not sitting(KEYS[1], ARGV[2], ARGV[3], ARGV[4]) then return 'gone' end
if roleOf(KEYS[2], ARGV[2]) == 'organiser' and not othersOrganise(KEYS[2], KEYS[1], ARGV[2]) then
  return 'last organiser'
end
redis.call('HDEL', KEYS[1], ARGV[2])
redis.call('HDEL', KEYS[3], ARGV[1])
if redis.call('HLEN', KEYS[3]) == 0 then redis.call('HDEL', KEYS[12], ARGV[3]) end
unpick(KEYS[4], KEYS[5], ARGV[2])
redis.call('HINCRBY', KEYS[6], ARGV[5], 1)
for _, note in ipairs(redis.call('ZRANGE', KEYS[9], 0, -1)) do
  local head = redis.call('HGET', KEYS[13], note)
  if head then redis.call('HSET', KEYS[13], note, reseated(head, ARGV[2], ARGV[2] .. '","former":true')) end
end
redis.call('DEL', KEYS[7], KEYS[8], KEYS[9], KEYS[10])
redis.call('HDEL', KEYS[14], ARGV[2])
redis.call('HDEL', KEYS[15], ARGV[2])
redis.call('DEL', KEYS[16])
redis.call('HDEL', KEYS[17], ARGV[2])
forget(KEYS[18], ARGV[2])
if ARGV[6] == '1' then forget(KEYS[11], ARGV[2]) end
return 'left'`;

/**
 * KEYS: participants, seats, user, choices, picked, revocations, index of the new seat's invitations, ledgers of the
 * old seat and the new, notes of the old seat and the new, notes, notices, live lists, drafts, sieves, nudges, answers
 * to prompts from the old seat and the new, wakings. ARGV: mission, old seat, user, joined at, field of the revocations,
 * new seat.
 */
export const MOVE = `${OTHERS_ORGANISE}${SITTING}${FIELDS}${RESEATED}
local from, to = ARGV[2], ARGV[6]
local person = sitting(KEYS[1], from, ARGV[3], ARGV[4])
if not person or redis.call('HEXISTS', KEYS[2], to) == 0 then return 'gone' end
if redis.call('HEXISTS', KEYS[1], to) == 1 then return 'seat taken' end
if roleOf(KEYS[2], from) == 'organiser' and roleOf(KEYS[2], to) ~= 'organiser'
  and not othersOrganise(KEYS[2], KEYS[1], from) then return 'last organiser' end
redis.call('HDEL', KEYS[1], from)
redis.call('HSET', KEYS[1], to, reseated(person, from, to .. '"'))
redis.call('HSET', KEYS[3], ARGV[1], to)
unpick(KEYS[4], KEYS[5], to)
carry(KEYS[4], from, to)
redis.call('HINCRBY', KEYS[6], ARGV[5], 1)
redis.call('DEL', KEYS[7], KEYS[9], KEYS[11])
if redis.call('EXISTS', KEYS[8]) == 1 then redis.call('RENAME', KEYS[8], KEYS[9]) end
for _, kept in ipairs({ KEYS[13], KEYS[14], KEYS[15], KEYS[16] }) do
  local one = redis.call('HGET', kept, from)
  redis.call('HDEL', kept, from, to)
  if one then redis.call('HSET', kept, to, one) end
end
if redis.call('EXISTS', KEYS[10]) == 1 then
  for _, note in ipairs(redis.call('ZRANGE', KEYS[10], 0, -1)) do
    local head = redis.call('HGET', KEYS[12], note)
    if head then redis.call('HSET', KEYS[12], note, reseated(head, from, to .. '"')) end
  end
  redis.call('RENAME', KEYS[10], KEYS[11])
end
forget(KEYS[17], to)
carry(KEYS[17], from, to)
redis.call('DEL', KEYS[19])
if redis.call('EXISTS', KEYS[18]) == 1 then redis.call('RENAME', KEYS[18], KEYS[19]) end
local woken = ARGV[1] .. '/' .. from .. '/'
for _, waking in ipairs(redis.call('ZRANGE', KEYS[20], 0, -1)) do
  if string.sub(waking, 1, #woken) == woken then
    local at = string.sub(waking, #woken + 1)
    redis.call('ZREM', KEYS[20], waking)
    redis.call('ZADD', KEYS[20], at, ARGV[1] .. '/' .. to .. '/' .. at)
  end
end
return 'moved'`;
