import type { Redis } from "ioredis";
import type { Keys } from "./keys.ts";

/** Takes a free lease, or renews one's own. KEYS: lease. ARGV: holder, milliseconds. */
const TAKE = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

/**
 * Asks for a chat's turn: it goes to the oldest update among those who ask, when the one before has ended. A turn asked
 * for and not asked for again is forgotten: its process died. KEYS: turn, who waits (by update id), until when each is
 * believed (milliseconds, Redis' clock). ARGV: update, lease, patience, holder.
 */
const TAKE_TURN = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', now)) do
  redis.call('ZREM', KEYS[2], gone)
  redis.call('ZREM', KEYS[3], gone)
end
local free = redis.call('EXISTS', KEYS[1]) == 0
local oldest = redis.call('ZRANGE', KEYS[2], 0, 0, 'WITHSCORES')[2]
if free and (not oldest or tonumber(oldest) >= tonumber(ARGV[1])) then
  redis.call('SET', KEYS[1], ARGV[4], 'PX', ARGV[2])
  redis.call('ZREM', KEYS[2], ARGV[4])
  redis.call('ZREM', KEYS[3], ARGV[4])
  return 1
end
redis.call('ZADD', KEYS[2], ARGV[1], ARGV[4])
redis.call('ZADD', KEYS[3], now + ARGV[3], ARGV[4])
redis.call('PEXPIRE', KEYS[2], ARGV[3])
redis.call('PEXPIRE', KEYS[3], ARGV[3])
return 0`;

/** Stops waiting, or ends the turn. KEYS as above. ARGV: holder. */
const LEAVE = `
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('ZREM', KEYS[3], ARGV[1])
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;

/** How long somebody who waits for a turn is believed to wait still, in milliseconds of machine time. */
const PATIENCE = 2000;

/**
 * What only one process may do at a time. A lease ends by itself when its holder does not renew it, by Redis' own clock;
 * `holder` must be nobody else's name, and lengths are milliseconds of machine time.
 */
export class Leases {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** Takes the right to poll Telegram, or renews it; false while another holds it. */
  async takePolling(holder: string, ms: number): Promise<boolean> {
    return (await this.#redis.eval(TAKE, 1, this.#keys.poller, holder, ms)) === 1;
  }

  async releasePolling(holder: string): Promise<void> {
    await this.#redis.eval(RELEASE, 1, this.#keys.poller, holder);
  }

  /**
   * Takes a chat's turn for an update, or gets into line for it by the update's number; false: ask again within two
   * seconds, or lose the place.
   */
  async takeTurn(chat: string, update: number, holder: string, ms: number): Promise<boolean> {
    return (await this.#redis.eval(TAKE_TURN, 3, ...this.#turn(chat), update, ms, PATIENCE, holder)) === 1;
  }

  /** Keeps a turn already taken; false when it was lost. */
  async renewTurn(chat: string, holder: string, ms: number): Promise<boolean> {
    return (await this.#redis.eval(TAKE, 1, this.#turn(chat)[0], holder, ms)) === 1;
  }

  /** Ends a turn, or leaves the line. */
  async leaveTurn(chat: string, holder: string): Promise<void> {
    await this.#redis.eval(LEAVE, 3, ...this.#turn(chat), holder);
  }

  #turn(chat: string): [string, string, string] {
    const turn = this.#keys.turn(chat);
    return [turn, `${turn}:waiting`, `${turn}:believed`];
  }
}
