import type { Redis } from "ioredis";
import type { Keys } from "./keys.ts";
import { recordForm } from "./record.ts";

/** To whom of a roll call something is written. */
export type Whom = "all" | "missing";

/** Something that is being written to the people of a roll call. */
export interface RollDraft {
  readonly mission: string;
  readonly roll: string;
  readonly whom: Whom;
  /** Once there are words: the id they will be sent under. */
  readonly id?: string;
  readonly text?: string;
}

/** Something that has been sent to them. */
export interface SentWords {
  readonly id: string;
  readonly roll: string;
  /** The seat of whoever wrote it. */
  readonly by: string;
  readonly text: string;
  readonly at: number;
}

const wordsForm = recordForm<SentWords>("message to the people of a roll call");

/** How long words are awaited and kept unsent, in seconds of machine time. */
const AWAITED_FOR = 30 * 60;

/** What escorts write to their people. */
export class RollWords {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async write(user: number, draft: RollDraft): Promise<void> {
    await this.#redis.set(this.#keys.rollDraft(user), JSON.stringify(draft), "EX", AWAITED_FOR);
  }

  async draft(user: number): Promise<RollDraft | undefined> {
    const stored = await this.#redis.get(this.#keys.rollDraft(user));
    return stored === null ? undefined : (JSON.parse(stored) as RollDraft);
  }

  async drop(user: number): Promise<void> {
    await this.#redis.del(this.#keys.rollDraft(user));
  }

  /** Keeps what is sent; false when it has been before. */
  async send(mission: string, words: SentWords): Promise<boolean> {
    return (await this.#redis.hsetnx(this.#keys.rollWords(mission), words.id, wordsForm.encode(words))) === 1;
  }

  async find(mission: string, id: string): Promise<SentWords | undefined> {
    const stored = await this.#redis.hget(this.#keys.rollWords(mission), id);
    return stored === null ? undefined : wordsForm.decode(stored);
  }
}
