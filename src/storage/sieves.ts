import type { Redis } from "ioredis";
import type { Sieve } from "../domain/notes.ts";
import type { Keys } from "./keys.ts";
import { recordForm } from "./record.ts";

const sieveForm = recordForm<Sieve>("sieve of notes");

/** What the list of notes each person looks at is narrowed to: words searched for are too long for a button. */
export class Sieves {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async of(mission: string, seat: string): Promise<Sieve> {
    const stored = await this.#redis.hget(this.#keys.sieves(mission), seat);
    return stored === null ? {} : sieveForm.decode(stored);
  }

  /** The whole list is looked at again. */
  async clear(mission: string, seat: string): Promise<void> {
    await this.#redis.hdel(this.#keys.sieves(mission), seat);
  }

  async set(mission: string, seat: string, sieve: Sieve): Promise<void> {
    await this.#redis.hset(this.#keys.sieves(mission), seat, sieveForm.encode(sieve));
  }
}
