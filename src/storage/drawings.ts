import type { Redis } from "ioredis";
import type { Keys } from "./keys.ts";

/**
 * How often each seat's cards have been drawn. What changes before a drawing begins is shown by it; who changes
 * something later asks for the next one.
 */
export class Drawings {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async begin(mission: string, seat: string): Promise<void> {
    await this.#redis.hincrby(this.#keys.drawings(mission), seat, 1);
  }

  /** In the order of the seats. */
  async begun(mission: string, seats: readonly string[]): Promise<number[]> {
    if (seats.length === 0) return [];
    return (await this.#redis.hmget(this.#keys.drawings(mission), ...seats)).map(Number);
  }
}
