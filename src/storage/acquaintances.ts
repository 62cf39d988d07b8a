import type { Redis } from "ioredis";
import type { Acquaintance } from "../domain/acquaintances.ts";
import type { Keys } from "./keys.ts";
import { recordForm } from "./record.ts";

const form = recordForm<Acquaintance>("acquaintance");

/**
 * Rewrites or deletes several records together, only if all of them are still what was read. KEYS: the hash. ARGV: id,
 * what was read (empty: nothing), what is to stand there (empty: nothing), and so on.
 */
const REWRITE = `
for i = 1, #ARGV, 3 do
  if (redis.call('HGET', KEYS[1], ARGV[i]) or '') ~= ARGV[i + 1] then return 0 end
end
for i = 1, #ARGV, 3 do
  if ARGV[i + 2] == '' then redis.call('HDEL', KEYS[1], ARGV[i])
  else redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 2]) end
end
return 1`;

/** One record as it was read, and as it is to be; nothing deletes it. */
interface Rewriting {
  readonly id: string;
  readonly was: Acquaintance | undefined;
  readonly now: Acquaintance | undefined;
}

/** The people a delegation met. A mission brings home hundreds of cards, so a list reads them all. */
export class Acquaintances {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** Keeps a new card. Its id comes from the update that brought it, so that one delivered twice makes one card. */
  async add(mission: string, card: Acquaintance): Promise<void> {
    await this.#redis.hsetnx(this.#keys.acquaintances(mission), card.id, form.encode(card));
  }

  async find(mission: string, id: string): Promise<Acquaintance | undefined> {
    const stored = await this.#redis.hget(this.#keys.acquaintances(mission), id);
    return stored === null ? undefined : form.decode(stored);
  }

  async all(mission: string): Promise<Acquaintance[]> {
    return (await this.#redis.hvals(this.#keys.acquaintances(mission))).map(form.decode);
  }

  /** Changes a card, however many others do at the same moment; the answer is the card as it is now, if it exists. */
  async change(
    mission: string,
    id: string,
    change: (was: Acquaintance) => Acquaintance,
  ): Promise<Acquaintance | undefined> {
    for (;;) {
      const was = await this.find(mission, id);
      if (was === undefined) return undefined;
      const now = change(was);
      if (await this.#rewrite(mission, [{ id, was, now }])) return now;
    }
  }

  /** Puts one card in the place of the two it was made of; false when either has changed since. */
  merge(
    mission: string,
    [a, b]: readonly [Acquaintance, Acquaintance],
    merged: Acquaintance,
  ): Promise<boolean> {
    return this.#rewrite(
      mission,
      [a, b].map((was) => ({ id: was.id, was, now: was.id === merged.id ? merged : undefined })),
    );
  }

  /** Puts the two cards one was made of back in its place; false when it has changed since, or was not made of two. */
  async part(mission: string, merged: Acquaintance): Promise<boolean> {
    if (merged.from === undefined) return false;
    return this.#rewrite(
      mission,
      merged.from.map((now) => ({ id: now.id, was: now.id === merged.id ? merged : undefined, now })),
    );
  }

  async delete(mission: string, id: string): Promise<void> {
    await this.#redis.hdel(this.#keys.acquaintances(mission), id);
  }

  async #rewrite(mission: string, list: readonly Rewriting[]): Promise<boolean> {
    const args = list.flatMap(({ id, was, now }) => [
      id,
      ...[was, now].map((card) => (card ? form.encode(card) : "")),
    ]);
    return (await this.#redis.eval(REWRITE, 1, this.#keys.acquaintances(mission), ...args)) === 1;
  }
}
