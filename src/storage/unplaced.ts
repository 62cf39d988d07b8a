import type { Redis } from "ioredis";
import type { NoteItem } from "../domain/notes.ts";
import type { Keys } from "./keys.ts";
import { inOrder, itemForm } from "./notes.ts";

/** How long an unplaced message waits for a place, in seconds of machine time. */
const UNPLACED_FOR = 30 * 24 * 60 * 60;

/** What people wrote outside any scene, until they say where it belongs. */
export class Unplaced {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async keep(user: number, item: NoteItem): Promise<void> {
    const key = this.#keys.unplaced(user);
    await this.#redis.multi().hset(key, item.key, itemForm.encode(item)).expire(key, UNPLACED_FOR).exec();
  }

  /** A message with all that was sent together with it, in order; nothing when it has found its place. */
  async albumOf(user: number, key: string): Promise<NoteItem[]> {
    const stored = await this.#redis.hget(this.#keys.unplaced(user), key);
    if (stored === null) return [];
    const item = itemForm.decode(stored);
    if (item.album === undefined) return [item];
    const all = (await this.#redis.hvals(this.#keys.unplaced(user))).map(itemForm.decode);
    return all.filter(({ album }) => album === item.album).sort(inOrder);
  }

  /** Changes a message that still waits; whether it does. */
  async amend(user: number, item: NoteItem): Promise<boolean> {
    const waits = (await this.#redis.hexists(this.#keys.unplaced(user), item.key)) === 1;
    if (waits) await this.keep(user, item);
    return waits;
  }

  async forget(user: number, items: readonly NoteItem[]): Promise<void> {
    if (items.length === 0) return;
    await this.#redis.hdel(this.#keys.unplaced(user), ...items.map(({ key }) => key));
  }
}
