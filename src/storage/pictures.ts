import type { Redis } from "ioredis";
import type { Keys } from "./keys.ts";

/** Seconds of machine time. */
const KEPT_FOR = 2 * 24 * 60 * 60;

/** Pictures Telegram already has: what is asked for again goes by its file id. */
export class Pictures {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async of(look: string): Promise<string | undefined> {
    return (await this.#redis.get(this.#keys.picture(look))) ?? undefined;
  }

  async keep(look: string, fileId: string): Promise<void> {
    await this.#redis.set(this.#keys.picture(look), fileId, "EX", KEPT_FOR);
  }
}
