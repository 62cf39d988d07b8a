import type { Redis } from "ioredis";
import { isReadyFlag, type ReadyFlag } from "../domain/readiness.ts";
import type { Keys } from "./keys.ts";

/** Which seats are ready in what; ticks by organisers. */
export class Readiness {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** Ticks a flag at programme time `now`, or takes the tick away. */
  async set(mission: string, seat: string, flag: ReadyFlag, ticked: boolean, now: number): Promise<void> {
    const key = this.#keys.readiness(mission);
    if (ticked) await this.#redis.hset(key, `${seat}/${flag}`, now);
    else await this.#redis.hdel(key, `${seat}/${flag}`);
  }

  /** What is ticked, by seat. */
  async all(mission: string): Promise<Map<string, Set<ReadyFlag>>> {
    const fields = await this.#redis.hkeys(this.#keys.readiness(mission));
    const bySeat = new Map<string, Set<ReadyFlag>>();
    for (const field of fields) {
      const [seat = "", flag = ""] = field.split("/");
      if (!isReadyFlag(flag)) continue;
      bySeat.set(seat, (bySeat.get(seat) ?? new Set()).add(flag));
    }
    return bySeat;
  }
}
