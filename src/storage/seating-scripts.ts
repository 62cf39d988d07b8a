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

/** The picks of a seat, as pairs of field and event. */
const PICKS = `
local function picksOf(choices, seat)
  local picks, all = {}, redis.call('HGETALL', choices)
  for i = 1, #all, 2 do
    if string.sub(all[i], 1, #seat + 1) == seat .. '/' then picks[#picks + 1] = { all[i], all[i + 1] } end
  end
  return picks
end
local function unpick(choices, picked, seat)
  for _, pick in ipairs(picksOf(choices, seat)) do
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

/** A record with every one of some words of its own replaced; what people wrote has its quotes escaped and is not met. */
const REWORDED = `
local function reworded(record, was, is)
  local parts, from = {}, 1
  while true do
    local first, last = string.find(record, was, from, true)
    if not first then break end
    parts[#parts + 1] = string.sub(record, from, first - 1) .. is
    from = last + 1
  end
  return table.concat(parts) .. string.sub(record, from)
end`;

/** The broadcasts as sent to another seat in the place of one, or to nobody there; with what that seat confirmed. */
const READDRESSED = `
local function readdressed(broadcasts, confirmed, from, to)
  local all = redis.call('HGETALL', broadcasts)
  for i = 1, #all, 2 do
    local record = to and reworded(all[i + 1], '"by":"' .. from .. '"', '"by":"' .. to .. '"') or all[i + 1]
    local sent = string.find(record, '"sent":{', 1, true)
    local _, opens = string.find(record, '"to":[', sent or #record, true)
    if opens then
      local seats, known = {}, {}
      local closes = string.find(record, ']', opens, true)
      for seat in string.gmatch(string.sub(record, opens + 1, closes - 1), '"([^"]*)"') do
        local now = seat
        if seat == from then now = to end
        if now and not known[now] then seats[#seats + 1] = '"' .. now .. '"' end
        if now then known[now] = true end
      end
      record = string.sub(record, 1, opens) .. table.concat(seats, ',') .. string.sub(record, closes)
    end
    if record ~= all[i + 1] then redis.call('HSET', broadcasts, all[i], record) end
    local list = string.gsub(confirmed, '%*', all[i])
    local at = redis.call('HGET', list, from)
    redis.call('HDEL', list, from)
    if to then redis.call('HDEL', list, to) end
    if to and at then redis.call('HSET', list, to, at) end
  end
end`;

/** The questions the person in a seat has asked, as pairs of number and record. */
const ASKED = `
local function askedFrom(questions, seat)
  local asked, all = {}, redis.call('HGETALL', questions)
  for i = 1, #all, 2 do
    local _, own = string.find(all[i + 1], '"seat":"' .. seat .. '"', 1, true)
    local former = '","former":true'
    if own and string.sub(all[i + 1], own, own + #former - 1) ~= former then
      asked[#asked + 1] = { all[i], all[i + 1] }
    end
  end
  return asked
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
 * seat, open note, readiness, seen, notes, notices, live lists, broadcasts, questions, open questions. ARGV: mission,
 * seat, user, joined at, field of the revocations, 1 if replaced, key of what confirmed a broadcast (* for its id),
 * seat of who does it, when.
 */
export const LEAVE = `${OTHERS_ORGANISE}${SITTING}${PICKS}${RESEATED}${REWORDED}${READDRESSED}${ASKED}
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
readdressed(KEYS[16], ARGV[7], ARGV[2], nil)
for _, question in ipairs(askedFrom(KEYS[17], ARGV[2])) do
  local left = ARGV[2] .. '","former":true'
  if redis.call('ZREM', KEYS[18], question[1]) == 1 then
    left = left .. ',"closed":{"by":"' .. ARGV[8] .. '","at":' .. ARGV[9] .. '}'
  end
  redis.call('HSET', KEYS[17], question[1], reseated(question[2], ARGV[2], left))
end
if ARGV[6] == '1' then
  for _, flag in ipairs(redis.call('HKEYS', KEYS[11])) do
    if string.sub(flag, 1, #ARGV[2] + 1) == ARGV[2] .. '/' then redis.call('HDEL', KEYS[11], flag) end
  end
end
return 'left'`;

/**
 * KEYS: participants, seats, user, choices, picked, revocations, index of the new seat's invitations, ledgers of the
 * old seat and the new, notes of the old seat and the new, notes, notices, live lists, drafts, broadcasts, questions.
 * ARGV: mission, old seat, user, joined at, field of the revocations, new seat, key of what confirmed a broadcast (* for
 * its id).
 */
export const MOVE = `${OTHERS_ORGANISE}${SITTING}${PICKS}${RESEATED}${REWORDED}${READDRESSED}${ASKED}
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
for _, pick in ipairs(picksOf(KEYS[4], from)) do
  redis.call('HDEL', KEYS[4], pick[1])
  redis.call('HSET', KEYS[4], to .. string.sub(pick[1], #from + 1), pick[2])
end
redis.call('HINCRBY', KEYS[6], ARGV[5], 1)
redis.call('DEL', KEYS[7], KEYS[9], KEYS[11])
if redis.call('EXISTS', KEYS[8]) == 1 then redis.call('RENAME', KEYS[8], KEYS[9]) end
for _, kept in ipairs({ KEYS[13], KEYS[14], KEYS[15] }) do
  local one = redis.call('HGET', kept, from)
  redis.call('HDEL', kept, from, to)
  if one then redis.call('HSET', kept, to, one) end
end
readdressed(KEYS[16], ARGV[7], from, to)
for _, question in ipairs(askedFrom(KEYS[17], from)) do
  local said = reworded(question[2], '"by":"' .. from .. '"', '"by":"' .. to .. '"')
  redis.call('HSET', KEYS[17], question[1], reseated(said, from, to .. '"'))
end
if redis.call('EXISTS', KEYS[10]) == 1 then
  for _, note in ipairs(redis.call('ZRANGE', KEYS[10], 0, -1)) do
    local head = redis.call('HGET', KEYS[12], note)
    if head then redis.call('HSET', KEYS[12], note, reseated(head, from, to .. '"')) end
  end
  redis.call('RENAME', KEYS[10], KEYS[11])
end
return 'moved'`;
