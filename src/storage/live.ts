import type { Redis } from "ioredis";
import type { Keys } from "./keys.ts";
import { recordForm } from "./record.ts";

/** A list an organiser has open, to be redrawn as people confirm. */
export interface LiveList {
  readonly revision: number;
  readonly chat: number;
  readonly message: number;
}

const liveForm = recordForm<LiveList>("live list");

/** Of each organiser the list they looked at last. */
export class LiveLists {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async open(mission: string, seat: string, list: LiveList): Promise<void> {
    await this.#redis.hset(this.#keys.live(mission), seat, liveForm.encode(list));
  }

  async of(mission: string, seat: string): Promise<LiveList | undefined> {
    const stored = await this.#redis.hget(this.#keys.live(mission), seat);
    return stored === null ? undefined : liveForm.decode(stored);
  }

  /** Whoever has a list of this mission open. */
  async readers(mission: string): Promise<string[]> {
    return this.#redis.hkeys(this.#keys.live(mission));
  }

  /** What this message shows from now on is something else. */
  async leave(
    mission: string,
    seat: string,
    { chat, message }: Pick<LiveList, "chat" | "message">,
  ): Promise<void> {
    const open = await this.of(mission, seat);
    if (open?.chat === chat && open.message === message) await this.forget(mission, seat);
  }

  async forget(mission: string, seat: string): Promise<void> {
    await this.#redis.hdel(this.#keys.live(mission), seat);
  }
}
