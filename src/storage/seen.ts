import type { Redis } from "ioredis";
import type { Keys } from "./keys.ts";

/** How far apart two entries of one person are, at least; programme time, milliseconds. */
const A_MINUTE = 60_000;

/** Enters an instant unless one within a minute before it stands. KEYS: seen. ARGV: user, now, a minute. */
const NOTE = `
local last = tonumber(redis.call('HGET', KEYS[1], ARGV[1]))
local now = tonumber(ARGV[2])
if last and last <= now and now - last < tonumber(ARGV[3]) then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 1`;

/** When people were last seen: wrote, or tapped a button. */
export class Seen {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** Somebody showed up at programme time `now`; written once a minute at most. */
  async note(user: number, now: number): Promise<void> {
    await this.#redis.eval(NOTE, 1, this.#keys.seen, user, now, A_MINUTE);
  }

  /** Programme time, epoch milliseconds. */
  async last(user: number): Promise<number | undefined> {
    const stored = await this.#redis.hget(this.#keys.seen, String(user));
    return stored === null ? undefined : Number(stored);
  }
}
