import type { Redis } from "ioredis";
import type { Keys } from "./keys.ts";
import { recordForm } from "./record.ts";

/** Something an organiser did. */
export interface Deed {
  /** Programme time, epoch milliseconds. */
  readonly at: number;
  /** The organiser's seat. */
  readonly by: string;
  /** What was done; `deed-…` in the locales says it in words. */
  readonly did: string;
  /** To whom or what: a seat, a group, a revision; never anybody's words or telephone. */
  readonly about?: string;
}

const deedForm = recordForm<Deed>("deed");

/** Far more than a mission sees. */
const KEPT = 10_000;

/** The audit log: what organisers did, kept with the mission. */
export class Audit {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async enter(mission: string, deed: Deed): Promise<void> {
    const key = this.#keys.audit(mission);
    await this.#redis
      .multi()
      .lpush(key, deedForm.encode(deed))
      .ltrim(key, 0, KEPT - 1)
      .exec();
  }

  /** The newest first, from one on. */
  async page(
    mission: string,
    { from, most }: { from: number; most: number },
  ): Promise<{ deeds: Deed[]; total: number }> {
    const key = this.#keys.audit(mission);
    const [stored, total] = await Promise.all([
      this.#redis.lrange(key, from, from + most - 1),
      this.#redis.llen(key),
    ]);
    return { deeds: stored.map(deedForm.decode), total };
  }
}
