import type { Redis } from "ioredis";
import type { Notice } from "../domain/news.ts";
import type { Keys } from "./keys.ts";
import { amend, recordForm } from "./record.ts";

const noticeForm = recordForm<Notice>("change notice");

/** The change notices people were sent: of each seat the latest, with its «Принято». */
export class Notices {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async of(mission: string, seat: string): Promise<Notice | undefined> {
    const stored = await this.#redis.hget(this.#keys.notices(mission), seat);
    return stored === null ? undefined : noticeForm.decode(stored);
  }

  /** Everybody's, by seat. */
  async all(mission: string): Promise<Map<string, Notice>> {
    const stored = await this.#redis.hgetall(this.#keys.notices(mission));
    return new Map(Object.entries(stored).map(([seat, notice]) => [seat, noticeForm.decode(notice)]));
  }

  async set(mission: string, seat: string, notice: Notice): Promise<void> {
    await this.#redis.hset(this.#keys.notices(mission), seat, noticeForm.encode(notice));
  }

  /** Forgets a seat's notice: somebody else sits there now. */
  async forget(mission: string, seat: string): Promise<void> {
    await this.#redis.hdel(this.#keys.notices(mission), seat);
  }

  /** The notice before has been removed from the chat. */
  async hasReplaced(mission: string, seat: string, revision: number): Promise<void> {
    await this.#amend(mission, seat, revision, ({ replaces: _, ...notice }) => notice);
  }

  /**
   * Notes at programme time `now` that a notice was confirmed. False when it is not the latest any more: what it said is
   * no longer all there is to know.
   */
  confirm(mission: string, seat: string, revision: number, now: number): Promise<boolean> {
    return this.#amend(mission, seat, revision, (notice) => ({ confirmedAt: now, ...notice }));
  }

  async #amend(
    mission: string,
    seat: string,
    revision: number,
    change: (was: Notice) => Notice,
  ): Promise<boolean> {
    const key = this.#keys.notices(mission);
    const outcome = await amend({ redis: this.#redis, key, field: seat, form: noticeForm }, (notice) =>
      notice.revision === revision ? change(notice) : undefined,
    );
    return outcome !== "refused";
  }
}
