import type { Redis } from "ioredis";
import type { Draft } from "../domain/drafts.ts";
import type { Keys } from "./keys.ts";
import { recordForm } from "./record.ts";

const draftForm = recordForm<Draft>("draft");

/** A draft, with the very text that is kept: a release takes it only if it is still that. */
export interface KeptDraft {
  readonly draft: Draft;
  readonly stored: string;
}

/** Drafts of changes: one for each organiser of a mission, and one for its file. */
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

  async drop(mission: string, owner: string): Promise<void> {
    await this.#redis.hdel(this.#keys.drafts(mission), owner);
  }
}
