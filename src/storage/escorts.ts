import type { Redis } from "ioredis";
import type { ChosenEscorts, Escorted } from "../domain/escorts.ts";
import type { Keys } from "./keys.ts";

/** The escorts organisers chose in chat; the programme names the others. */
export class Escorts {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async chosen(mission: string): Promise<ChosenEscorts> {
    return this.#redis.hgetall(this.#keys.escorts(mission));
  }

  async choose(mission: string, of: Escorted, seat: string): Promise<void> {
    await this.#redis.hset(this.#keys.escorts(mission), of, seat);
  }

  /** The programme's own escort again. */
  async forget(mission: string, of: Escorted): Promise<void> {
    await this.#redis.hdel(this.#keys.escorts(mission), of);
  }
}
