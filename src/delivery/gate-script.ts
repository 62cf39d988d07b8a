/**
 * What the processes decide together about sending, as Lua that Redis runs in one piece. All times are Redis' own, in
 * microseconds, so that the machines' clocks need not agree.
 */

/**
 * Asks for one permit.
 *
 * The pace is a virtual schedule (GCRA): `next` is when the next permit falls due, and each permit moves it on by an
 * interval. Permits are for now and never for later: a process that stalls cannot hold several and let them go at once.
 * `slack` lets a late wake-up be made good by the next few.
 *
 * Who is told to wait is written down with its priority until shortly after it should be back, and while somebody
 * better is written down, the others stand back. Every eighth permit goes to whoever had none for longest, so that bulk
 * moves on however much is urgent.
 *
 * An even pace is not yet a limit kept, for a line or a busy machine may bunch what left evenly. So each message counts
 * from its permit until a second after it was answered, less the shortest way there and back (see `answered`): as long
 * as Telegram could see it in one second with the next. Of these there are never more than Telegram allows.
 *
 * KEYS: pace, waiting, counted, paused, the chat's pause, the chat's log (the newest sendings there)
 * ARGV: process, priority (0 first), interval, slack, weight (messages in this request), most in a second, the name it is
 *       counted by ('' to leave its time empty), how long it counts unless answered, how many messages the chat takes in
 *       how long (0: it does not count there)
 * Answer: {"go", 0}, {"pace", µs to wait} or {"chat", µs to wait}
 */
export const takePermit = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local me, priority, interval, slack = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local weight, ceiling, name, unanswered = tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7], tonumber(ARGV[8])
local most, span = tonumber(ARGV[9]), tonumber(ARGV[10])
local turnPatience = 30000
local turnRetry = 2000

local function waiting(turn, until_)
  redis.call('HSET', KEYS[2], me, string.format('%d %.0f %.0f', priority, turn, until_))
  redis.call('PEXPIRE', KEYS[2], 60000)
end

local lastTurn = 0
local mine = redis.call('HGET', KEYS[2], me)
if mine then lastTurn = tonumber(string.match(mine, '^%S+ (%S+)')) end

local pause = tonumber(redis.call('GET', KEYS[4]) or 0)
if pause > now then
  waiting(lastTurn, pause + turnPatience)
  return {'pace', pause - now}
end

local chatFree = tonumber(redis.call('GET', KEYS[5]) or 0)
if most > 0 then
  local oldest = redis.call('LINDEX', KEYS[6], math.max(most - weight, 0))
  if oldest then chatFree = math.max(chatFree, oldest + span) end
end
if chatFree > now then
  waiting(lastTurn, 0)
  return {'chat', chatFree - now}
end

local pace = redis.call('HMGET', KEYS[1], 'next', 'count', 'rate', 'at')
local due = tonumber(pace[1] or 0)
local count = tonumber(pace[2] or 0)
-- A clock set back must not hold everybody up until it has caught up again.
if due > now + 60000000 then due = now end
if due > now then
  waiting(lastTurn, due + turnPatience)
  return {'pace', due - now}
end

local counts = name ~= ''
if counts then
  redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now)
  if redis.call('ZCARD', KEYS[3]) > math.max(ceiling - weight, 0) then
    waiting(lastTurn, now + turnRetry + turnPatience)
    return {'pace', turnRetry}
  end
end

local everybodysTurn = count % 8 == 7
local others = redis.call('HGETALL', KEYS[2])
for i = 1, #others, 2 do
  local theirs, turn, until_ = string.match(others[i + 1], '^(%S+) (%S+) (%S+)')
  if tonumber(until_) < now - 60000000 then
    redis.call('HDEL', KEYS[2], others[i])
  elseif others[i] ~= me and tonumber(until_) > now then
    local better
    if everybodysTurn then better = tonumber(turn) < lastTurn else better = tonumber(theirs) < priority end
    if better then
      waiting(lastTurn, now + turnRetry + turnPatience)
      return {'pace', turnRetry}
    end
  end
end

local nextDue = string.format('%.0f', math.max(due, now - slack) + interval * weight)
-- How many went in the last second or so: a sum that fades away.
local rate = (pace[3] or 0) * math.exp(((pace[4] or 0) - now) / 1000000) + weight
redis.call('HSET', KEYS[1], 'next', nextDue, 'count', count + 1, 'rate', rate, 'at', string.format('%.0f', now))
redis.call('PEXPIRE', KEYS[1], 600000)
waiting(count + 1, 0)
if counts then
  for i = 1, weight do redis.call('ZADD', KEYS[3], string.format('%.0f', now + unanswered), name .. ':' .. i) end
  redis.call('PEXPIRE', KEYS[3], math.ceil(unanswered / 1000))
end
if most > 0 then
  for _ = 1, math.min(weight, most) do redis.call('LPUSH', KEYS[6], string.format('%.0f', now)) end
  redis.call('LTRIM', KEYS[6], 0, most - 1)
  redis.call('PEXPIRE', KEYS[6], math.ceil(span / 1000))
end
return {'go', 0}
`;

/**
 * Notes that a request was answered: Telegram counted it by now, and will have forgotten it a second from now. What is
 * sent then needs its own way there, and the answer took its way back, so that it may leave that much earlier.
 *
 * KEYS: counted
 * ARGV: the name it is counted by, its weight, the shortest way there and back lately
 */
export const answered = `
local time = redis.call('TIME')
local over = string.format('%.0f', time[1] * 1000000 + time[2] + 1000000 - ARGV[3])
for i = 1, tonumber(ARGV[2]) do redis.call('ZADD', KEYS[1], 'XX', over, ARGV[1] .. ':' .. i) end
`;

/**
 * Takes a 429 to heart: holds the chat, or everything, for as long as Telegram asked.
 *
 * Telegram does not say whether it was the whole bot or one chat that wrote too much. It is taken for the chat's own
 * limit when lately we wrote at less than half our pace, when the chat's own log is nearly full, or when this chat was
 * refused a short while ago as well; unless another chat was refused in that while, for then it is everybody's.
 * To err towards everybody costs time only; to err towards the chat is put right by the next chat's refusal.
 *
 * KEYS: pace, paused, the chat's pause, the chat's log, the chats refused lately
 * ARGV: chat ('' if none is known), µs to wait, interval, how many messages the chat takes in how long
 * Answer: 'all' or 'chat'
 */
export const holdBack = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local chat, wait, interval = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local most, span = tonumber(ARGV[4]), tonumber(ARGV[5])
local memory = wait + 10000000

local whole = true
if chat ~= '' then
  redis.call('ZREMRANGEBYSCORE', KEYS[5], '-inf', now)
  local again = redis.call('ZSCORE', KEYS[5], chat)
  local others = redis.call('ZCARD', KEYS[5]) - (again and 1 or 0)
  local pace = redis.call('HMGET', KEYS[1], 'rate', 'at')
  local rate = (pace[1] or 0) * math.exp(((pace[2] or 0) - now) / 1000000)
  local nearlyOldest = redis.call('LINDEX', KEYS[4], math.ceil(most * 0.75) - 1)
  local full = nearlyOldest and nearlyOldest + span > now
  whole = others > 0 or not (again or full or rate < 500000 / interval)
  redis.call('ZADD', KEYS[5], string.format('%.0f', now + memory), chat)
  redis.call('PEXPIRE', KEYS[5], math.ceil(memory / 1000))
end

local held = whole and KEYS[2] or KEYS[3]
local ends = math.max(now + wait, tonumber(redis.call('GET', held) or 0))
redis.call('SET', held, string.format('%.0f', ends), 'PX', math.ceil((ends - now) / 1000))
return whole and 'all' or 'chat'
`;
