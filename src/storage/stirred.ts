import { randomBytes } from "node:crypto";
import type { Redis } from "ioredis";
import type { Keys } from "./keys.ts";

/** A recipient about whom something has changed that no instant of the programme announces. */
export interface Stirred {
  readonly mission: string;
  readonly seat: string;
  /** Tells this stir from a later one of the same seat. */
  readonly nonce: string;
}

/** Forgets stirs, except those that have been renewed since. KEYS: stirred. ARGV: fields and nonces by turns. */
const SETTLE = `
for i = 1, #ARGV, 2 do
  if redis.call('HGET', KEYS[1], ARGV[i]) == ARGV[i + 1] then redis.call('HDEL', KEYS[1], ARGV[i]) end
end`;

/**
 * Who is to be looked at by the next tick: their seat has changed, they can be reached again, or they joined just as a
 * revision was released. To be here without reason costs one look.
 */
export class StirredSeats {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async add(mission: string, ...seats: readonly string[]): Promise<void> {
    if (seats.length === 0) return;
    const nonce = randomBytes(6).toString("base64url");
    await this.#redis.hset(
      this.#keys.stirred,
      Object.fromEntries(seats.map((seat) => [`${mission}/${seat}`, nonce])),
    );
  }

  async all(): Promise<Stirred[]> {
    const stored = await this.#redis.hgetall(this.#keys.stirred);
    return Object.entries(stored).map(([field, nonce]) => {
      const [mission = "", seat = ""] = field.split("/");
      return { mission, seat, nonce };
    });
  }

  /** Whoever has been handed to the queue needs no further look. */
  async settle(seen: readonly Stirred[]): Promise<void> {
    if (seen.length === 0) return;
    const args = seen.flatMap(({ mission, seat, nonce }) => [`${mission}/${seat}`, nonce]);
    await this.#redis.eval(SETTLE, 1, this.#keys.stirred, ...args);
  }
}
