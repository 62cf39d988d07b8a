/** What the steps of seating are made of, as Redis runs them. */

/** Whether somebody besides this seat has joined as an organiser. */
export const OTHERS_ORGANISE = `
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
export const SITTING = `
local function sitting(participants, seat, user, joinedAt)
  local stored = redis.call('HGET', participants, seat)
  if not stored then return nil end
  local person = cjson.decode(stored)
  if person.user == tonumber(user) and person.joinedAt == tonumber(joinedAt) then return stored end
  return nil
end`;

/** What a hash holds of a seat under `seat/…`, as pairs of field and value; among it the picks, with the event each is of. */
export const FIELDS = `
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
local function rename(key, to)
  redis.call('DEL', to)
  if redis.call('EXISTS', key) == 1 then redis.call('RENAME', key, to) end
end
local function unpick(choices, picked, seat)
  for _, pick in ipairs(fieldsOf(choices, seat)) do
    redis.call('HINCRBY', picked, pick[2], -1)
    redis.call('HDEL', choices, pick[1])
  end
end`;

/** A record that names another seat; what is to stand there closes its own quotes. Ids hold none. */
export const RESEATED = `
local function reseated(record, from, to)
  local first, last = string.find(record, '"seat":"' .. from .. '"', 1, true)
  if not first then return record end
  return string.sub(record, 1, first - 1) .. '"seat":"' .. to .. string.sub(record, last + 1)
end`;

/** A record with every one of some words of its own replaced; what people wrote has its quotes escaped and is not met. */
export const REWORDED = `
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

/**
 * Everything a person brought goes along to another seat: the people they met, wherever a card says so, and what they
 * have to do. A meeting names its seat and its user one behind the other, an agreement its maker's.
 */
export const TAKEN_ALONG = `
local function takeAlong(met, agreements, ofOld, ofNew, from, to, user)
  local function named(what, seat, who) return '"' .. what .. '":"' .. seat .. '","' .. who .. '":' .. user .. ',' end
  local cards = redis.call('HGETALL', met)
  for i = 1, #cards, 2 do
    local card = reworded(cards[i + 1], named('seat', from, 'user'), named('seat', to, 'user'))
    if card ~= cards[i + 1] then redis.call('HSET', met, cards[i], card) end
  end
  for _, one in ipairs(redis.call('SMEMBERS', ofOld)) do
    local record = redis.call('HGET', agreements, one)
    if record then
      record = reseated(record, from, to .. '"')
      record = reworded(record, named('madeBy', from, 'maker'), named('madeBy', to, 'maker'))
      redis.call('HSET', agreements, one, record)
    end
    redis.call('SADD', ofNew, one)
  end
  return redis.call('DEL', ofOld) == 1
end`;

/** The broadcasts as sent to another seat in the place of one, or to nobody there; with what that seat confirmed. */
export const READDRESSED = `
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
export const ASKED = `
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
