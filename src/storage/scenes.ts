import type { Redis } from "ioredis";
import type { Keys } from "./keys.ts";

/** A scene nobody has answered for this long is over; what was given in it is kept elsewhere. Seconds, machine time. */
const KEPT_FOR = 7 * 24 * 60 * 60;

/** Where the conversations plugin keeps what a chat's scenes have seen; the form is the plugin's own. */
export class Scenes<State> {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async read(chat: string): Promise<State | undefined> {
    const stored = await this.#redis.get(this.#keys.scene(chat));
    return stored === null ? undefined : (JSON.parse(stored) as State);
  }

  async write(chat: string, state: State): Promise<void> {
    await this.#redis.set(this.#keys.scene(chat), JSON.stringify(state), "EX", KEPT_FOR);
  }

  async delete(chat: string): Promise<void> {
    await this.#redis.del(this.#keys.scene(chat));
  }
}
