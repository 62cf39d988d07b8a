import type { Redis } from "ioredis";
import type { Keys } from "./keys.ts";
import { recordForm } from "./record.ts";

/** Longer than Telegram keeps an update it could deliver again (24 hours), in seconds. */
const KEPT_FOR = 48 * 60 * 60;
/** What was set aside is kept for the developer so long, in seconds, and so many of it, the newest. */
const ASIDE_FOR = 30 * 24 * 60 * 60;
const MOST_ASIDE = 200;

/** Counts a try, unless the update is done, or was begun before and the asker did not know. */
const BEGIN = `
local before = redis.call('GET', KEYS[1])
if before == 'done' then return -1 end
if before and ARGV[2] == 'first' then return 0 end
local tries = redis.call('INCR', KEYS[1])
redis.call('EXPIRE', KEYS[1], ARGV[1])
return tries`;

/** An update that could not be handled, as a developer will want to see it. */
export interface SetAside {
  readonly update: { readonly update_id: number };
  /** What the last try failed with. */
  readonly error: string;
  /** Machine time, epoch milliseconds. */
  readonly at: number;
}

const asideForm = recordForm<SetAside>("update set aside");

/** What became of each update; Telegram delivers one again whenever it is not sure that it arrived. */
export class Updates {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /**
   * Counts a try before it is made, so that one that kills the process counts too; the answer is the number of this
   * try. On the `first` a process makes it counts nothing if there was one before: that one did not come to its end.
   */
  async begin(update: number, which: "first" | "further"): Promise<number | "handled" | "begun before"> {
    const tries = await this.#redis.eval(BEGIN, 1, this.#keys.update(update), KEPT_FOR, which);
    if (tries === -1) return "handled";
    return tries === 0 ? "begun before" : Number(tries);
  }

  /** The update has had its effect; it will have none again. */
  async done(update: number): Promise<void> {
    await this.#redis.set(this.#keys.update(update), "done", "EX", KEPT_FOR);
  }

  /** Gives an update up: it is done, and kept for whoever finds out why. */
  async setAside(aside: SetAside): Promise<void> {
    const { at, update } = aside;
    const key = this.#keys.setAside;
    await this.#redis
      .multi()
      .zadd(key, at, asideForm.encode(aside))
      .zremrangebyscore(key, "-inf", at - ASIDE_FOR * 1000)
      .zremrangebyrank(key, 0, -MOST_ASIDE - 1)
      .expire(key, ASIDE_FOR)
      .set(this.#keys.update(update.update_id), "done", "EX", KEPT_FOR)
      .exec();
  }

  /** What was set aside, the oldest first. */
  async aside(): Promise<SetAside[]> {
    return (await this.#redis.zrange(this.#keys.setAside, "0", "-1")).map(asideForm.decode);
  }

  async asideCount(): Promise<number> {
    return this.#redis.zcard(this.#keys.setAside);
  }
}
