import type { Redis } from "ioredis";
import { type Agreement, keeperSeat } from "../domain/agreements.ts";
import type { Keys } from "./keys.ts";
import { recordForm } from "./record.ts";

const form = recordForm<Agreement>("agreement");

/**
 * Writes an agreement if it is still what was read, moves it to its owner's list, and has its owner looked at no later
 * than at an instant. KEYS: agreements, the old owner's list, the new owner's list, due, changes. ARGV: id, what was
 * read (empty: nothing), what is to stand there, mission, whom to look at (empty: nobody), when.
 */
const WRITE = `
if (redis.call('HGET', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
redis.call('SREM', KEYS[2], ARGV[1])
redis.call('SADD', KEYS[3], ARGV[1])
redis.call('HINCRBY', KEYS[5], ARGV[4], 1)
if ARGV[5] ~= '' then
  local due = redis.call('ZSCORE', KEYS[4], ARGV[5])
  if not due or tonumber(due) > tonumber(ARGV[6]) then redis.call('ZADD', KEYS[4], ARGV[6], ARGV[5]) end
end
return 1`;

/** Says when to look at an owner next, unless agreements have changed since. KEYS: due, changes. ARGV: member, mission, changes seen, when (empty: never). */
const LOOK_NEXT = `
if (redis.call('HGET', KEYS[2], ARGV[2]) or '0') ~= ARGV[3] then return 0 end
if ARGV[4] == '' then redis.call('ZREM', KEYS[1], ARGV[1]) else redis.call('ZADD', KEYS[1], ARGV[4], ARGV[1]) end
return 1`;

/** An owner to be looked at: they may be owed a reminder that was due at that instant. */
export interface DueOwner {
  readonly mission: string;
  readonly seat: string;
  readonly dueAt: number;
}

/** Agreements and assignments, and who is next to be reminded of theirs. */
export class Agreements {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async find(mission: string, id: string): Promise<Agreement | undefined> {
    const stored = await this.#redis.hget(this.#keys.agreements(mission), id);
    return stored === null ? undefined : form.decode(stored);
  }

  async all(mission: string): Promise<Agreement[]> {
    return (await this.#redis.hvals(this.#keys.agreements(mission))).map(form.decode);
  }

  /** What one seat has to do, or to watch. */
  async ofOwner(mission: string, seat: string): Promise<Agreement[]> {
    const ids = await this.#redis.smembers(this.#keys.agreementsOf(mission, seat));
    if (ids.length === 0) return [];
    const stored = await this.#redis.hmget(this.#keys.agreements(mission), ...ids);
    return stored.filter((one) => one !== null).map(form.decode);
  }

  /**
   * Keeps a new one. Its id comes from the update that brought it, so that one delivered twice makes one; `next` is the
   * first instant at which its owner can be reminded of it.
   */
  async add(mission: string, agreement: Agreement, next: number | undefined): Promise<void> {
    await this.#write(mission, undefined, agreement, next);
  }

  /** Changes one, however many others do at the same moment; the answer is how it was and how it is now, if it exists. */
  async change(
    mission: string,
    id: string,
    change: (was: Agreement) => Agreement,
    nextOf: (now: Agreement) => number | undefined,
  ): Promise<{ was: Agreement; now: Agreement } | undefined> {
    for (;;) {
      const was = await this.find(mission, id);
      if (was === undefined) return undefined;
      const now = change(was);
      if (now === was || (await this.#write(mission, was, now, nextOf(now)))) return { was, now };
    }
  }

  /** Everybody to be looked at by an instant of programme time, and the next instant after those. */
  async due(now: number): Promise<{ owners: DueOwner[]; next: number | undefined }> {
    const [found, ahead] = await Promise.all([
      this.#redis.zrangebyscore(this.#keys.agreementsDue, "-inf", now, "WITHSCORES"),
      this.#redis.zrangebyscore(this.#keys.agreementsDue, `(${now}`, "+inf", "WITHSCORES", "LIMIT", 0, 1),
    ]);
    const owners = found.flatMap((member, index): DueOwner[] => {
      const [mission = "", seat = ""] = member.split("/");
      return index % 2 === 0 ? [{ mission, seat, dueAt: Number(found[index + 1]) }] : [];
    });
    return { owners, next: ahead[1] === undefined ? undefined : Number(ahead[1]) };
  }

  /** How often a mission's agreements have changed; see {@link lookNext}. */
  async changes(mission: string): Promise<string> {
    return (await this.#redis.hget(this.#keys.agreementChanges, mission)) ?? "0";
  }

  /**
   * Says when an owner is next to be looked at. If anything of the mission's has changed since `changes` was read, they
   * stay where they are: to be looked at in vain costs one look.
   */
  async lookNext(
    { mission, seat }: Omit<DueOwner, "dueAt">,
    next: number | undefined,
    changes: string,
  ): Promise<void> {
    const keys = [this.#keys.agreementsDue, this.#keys.agreementChanges];
    await this.#redis.eval(LOOK_NEXT, 2, ...keys, `${mission}/${seat}`, mission, changes, next ?? "");
  }

  async #write(
    mission: string,
    was: Agreement | undefined,
    now: Agreement,
    next: number | undefined,
  ): Promise<boolean> {
    const listOf = (one: Agreement) => this.#keys.agreementsOf(mission, keeperSeat(one));
    const written = await this.#redis.eval(
      WRITE,
      5,
      this.#keys.agreements(mission),
      listOf(was ?? now),
      listOf(now),
      this.#keys.agreementsDue,
      this.#keys.agreementChanges,
      ...[now.id, was === undefined ? "" : form.encode(was), form.encode(now), mission],
      ...[next === undefined ? "" : `${mission}/${keeperSeat(now)}`, next ?? ""],
    );
    return written === 1;
  }
}
