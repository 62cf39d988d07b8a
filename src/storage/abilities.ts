import type { Redis } from "ioredis";
import type { Keys } from "./keys.ts";

/** What newer Bot API servers can do and older ones cannot. */
export type Ability = "ephemeral" | "rich";

/** A server that could not do something may have been updated since; seconds of machine time. */
const KEPT_FOR = 7 * 24 * 60 * 60;

/** What a Bot API server was found to be able to do, so that it is not tried anew with every message. */
export class Abilities {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** Whether a server (its address) can do something; nothing while that is not known. */
  async of(server: string, ability: Ability): Promise<boolean | undefined> {
    const stored = await this.#redis.get(this.#keys.ability(server, ability));
    return stored === null ? undefined : stored === "yes";
  }

  async note(server: string, ability: Ability, can: boolean): Promise<void> {
    await this.#redis.set(this.#keys.ability(server, ability), can ? "yes" : "no", "EX", KEPT_FOR);
  }
}
