import type { Redis } from "ioredis";
import type { Keys } from "./keys.ts";

/** Up to which instant (programme time) what a revision owes has been handed to the queue. */
export interface TickMark {
  readonly revision: number;
  readonly upTo: number;
}

export class Ticks {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async all(): Promise<Map<string, TickMark>> {
    const stored = await this.#redis.hgetall(this.#keys.ticks);
    return new Map(
      Object.entries(stored).map(([mission, mark]) => {
        const [revision, upTo] = mark.split(" ").map(Number);
        return [mission, { revision: revision ?? 0, upTo: upTo ?? 0 }];
      }),
    );
  }

  /** Two processes may set it at once: what one of them has handed over twice is still delivered once. */
  async set(mission: string, { revision, upTo }: TickMark): Promise<void> {
    await this.#redis.hset(this.#keys.ticks, mission, `${revision} ${upTo}`);
  }
}
