import type { Redis } from "ioredis";
import type { Draft } from "../domain/drafts.ts";
import type { Keys } from "./keys.ts";
import { recordForm } from "./record.ts";

/** No seat has an id with a slash. */
const asideOf = (owner: string) => `${owner}/aside`;

const draftForm = recordForm<Draft>("draft");

/** A draft, with the very text that is kept: a release takes it only if it is still that. */
export interface KeptDraft {
  readonly draft: Draft;
  readonly stored: string;
}

/** Drafts of changes: one for each organiser of a mission, perhaps one more laid aside for it, and one for its file. */
export class Drafts {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async of(mission: string, owner: string): Promise<KeptDraft | undefined> {
    const stored = await this.#redis.hget(this.#keys.drafts(mission), owner);
    return stored === null ? undefined : { draft: draftForm.decode(stored), stored };
  }

  async save(mission: string, owner: string, draft: Draft): Promise<KeptDraft> {
    const stored = draftForm.encode(draft);
    await this.#redis.hset(this.#keys.drafts(mission), owner, stored);
    return { draft, stored };
  }

  /** Lays a draft aside for another of the same owner's; one laid aside before gives way. */
  async putAside(mission: string, owner: string, { stored }: KeptDraft): Promise<void> {
    const key = this.#keys.drafts(mission);
    await this.#redis.multi().hset(key, asideOf(owner), stored).hdel(key, owner).exec();
  }

  async hasAside(mission: string, owner: string): Promise<boolean> {
    return (await this.#redis.hexists(this.#keys.drafts(mission), asideOf(owner))) === 1;
  }

  /** Makes the draft that was laid aside the owner's own again, in the place of whatever is there. */
  async takeUp(mission: string, owner: string): Promise<KeptDraft | undefined> {
    const key = this.#keys.drafts(mission);
    const stored = await this.#redis.hget(key, asideOf(owner));
    if (stored === null) return undefined;
    await this.#redis.multi().hset(key, owner, stored).hdel(key, asideOf(owner)).exec();
    return { draft: draftForm.decode(stored), stored };
  }

  async drop(mission: string, owner: string): Promise<void> {
    await this.#redis.hdel(this.#keys.drafts(mission), owner);
  }
}
