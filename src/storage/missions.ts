import { createHash } from "node:crypto";
import type { Redis } from "ioredis";
import type { Draftable } from "../domain/edits.ts";
import type { SeatChanges } from "../domain/file-people.ts";
import type { Mission } from "../domain/mission.ts";
import {
  type Aside,
  firstRelease,
  type MissionInForce,
  nothingAside,
  programmeOf,
  type Release,
} from "../domain/timetable.ts";
import type { Keys } from "./keys.ts";
import { recordForm } from "./record.ts";

/** One numbered state of a programme. Events keep their `handles` (short numbers for buttons) across revisions. */
interface Revision {
  readonly number: number;
  /** Machine time, epoch milliseconds. */
  readonly releasedAt: number;
  readonly mission: Mission;
  readonly handles: Readonly<Record<string, number>>;
  readonly aside?: Aside;
  /** Absent from the first, which comes from a file. */
  readonly release?: Release;
}

/** A revision as history lists it. */
export interface HistoryLine extends Release {
  readonly number: number;
}

/** What is to become the next revision. */
export interface NextRevision {
  /** The revision that must still be in force. */
  readonly base: number;
  readonly state: Draftable;
  readonly release: Release;
  /** The draft it comes from, which must still be as it was read and is consumed by it. */
  readonly from: { readonly owner: string; readonly stored: string };
  /** What becomes of the seats with it, asked again where one has been changed meanwhile. */
  readonly seats?: ((now: readonly SeatRecord[]) => SeatChanges) | undefined;
}

export type ReleaseOutcome =
  | { readonly kind: "released"; readonly revision: number }
  /** Another revision has come into force meanwhile. */
  | { readonly kind: "stale" }
  /** The draft has been released, dropped or changed meanwhile. */
  | { readonly kind: "gone" };

export type ImportOutcome = "imported" | "unchanged" | "differs";

const revisionForm = recordForm<Revision>("revision of a programme");

/**
 * Imports a first revision in one step, so that two processes starting together import it once.
 * KEYS: missions, in-force, revisions, seats. ARGV: mission id, revision record, then seat ids and records by turns.
 */
const IMPORT = `
if redis.call('HEXISTS', KEYS[2], ARGV[1]) == 1 then return 0 end
redis.call('HSETNX', KEYS[1], ARGV[1], redis.call('HLEN', KEYS[1]) + 1)
redis.call('HSET', KEYS[3], 1, ARGV[2])
for i = 3, #ARGV, 2 do redis.call('HSETNX', KEYS[4], ARGV[i], ARGV[i + 1]) end
redis.call('HSET', KEYS[2], ARGV[1], 1)
return 1`;

/**
 * Releases a draft in one step: consumed once, on the revision it was seen against, and with seats that are as they were
 * read. Seats a file no longer has go only where nobody sits.
 * KEYS: in-force, revisions, drafts, seats, participants. ARGV: mission id, base, revision record, draft's owner, draft as
 * read, how many seats to set, of each its id, the record read or '' and the one to be, then ids of seats to remove.
 */
const RELEASE = `
if redis.call('HGET', KEYS[3], ARGV[4]) ~= ARGV[5] then return 'gone' end
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 'stale' end
local last = 6 + 3 * tonumber(ARGV[6])
for i = 7, last, 3 do
  if (redis.call('HGET', KEYS[4], ARGV[i]) or '') ~= ARGV[i + 1] then return 'seats' end
end
redis.call('HDEL', KEYS[3], ARGV[4])
redis.call('HSET', KEYS[2], ARGV[2] + 1, ARGV[3])
for i = 7, last, 3 do redis.call('HSET', KEYS[4], ARGV[i], ARGV[i + 2]) end
for i = last + 1, #ARGV do
  if redis.call('HEXISTS', KEYS[5], ARGV[i]) == 0 then redis.call('HDEL', KEYS[4], ARGV[i]) end
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] + 1)
return 'released'`;

/** Earlier revisions kept compiled: those a few people have still been told last. */
const EARLIER_KEPT = 32;

/** The programmes: a JSON file is where one begins, Redis is where it lives. */
export class Missions {
  readonly #redis: Redis;
  readonly #keys: Keys;
  /** Compiled revisions; a revision never changes, so what is here is never stale, only superseded. */
  readonly #compiled = new Map<string, MissionInForce>();
  readonly #earlier = new Map<string, MissionInForce>();

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** Brings a mission from a checked file into force, unless one of that id already is: then the file is only compared. */
  async import(mission: Mission): Promise<ImportOutcome> {
    const handles = handlesFor(mission, {});
    const revision = revisionForm.encode({ number: 1, releasedAt: Date.now(), mission, handles });
    const seats = (mission.people ?? []).flatMap((seat) => [seat.id, seatForm.encode(seat)]);
    const { missions, inForce, revisions, seats: seatsKey } = this.#keys;
    const imported = await this.#redis.eval(
      IMPORT,
      4,
      missions,
      inForce,
      revisions(mission.id),
      seatsKey(mission.id),
      mission.id,
      revision,
      ...seats,
    );
    if (imported === 1) return "imported";
    const current = await this.inForce(mission.id);
    const same = JSON.stringify(current?.programme.mission) === JSON.stringify(mission);
    return same ? "unchanged" : "differs";
  }

  /**
   * Whether this very file has not been seen before; it is now. A file that stays as it was while the programme went on
   * in chat says nothing new.
   */
  async seesFile(mission: Mission): Promise<boolean> {
    const digest = digestOf(mission);
    const before = await this.#redis.hget(this.#keys.filesSeen, mission.id);
    await this.#redis.hset(this.#keys.filesSeen, mission.id, digest);
    return before !== digest;
  }

  async ids(): Promise<string[]> {
    return (await this.#redis.hkeys(this.#keys.inForce)).sort();
  }

  async inForce(id: string): Promise<MissionInForce | undefined> {
    const number = await this.#redis.hget(this.#keys.inForce, id);
    return number === null ? undefined : this.#latest(id, Number(number));
  }

  /** A revision that is or was in force. */
  async revision(id: string, number: number): Promise<MissionInForce | undefined> {
    const latest = this.#compiled.get(id);
    if (latest?.programme.revision === number) return latest;
    const key = `${id}/${number}`;
    const known = this.#earlier.get(key);
    if (known !== undefined) return known;
    const compiled = await this.#compile(id, number);
    if (compiled === undefined) return undefined;
    this.#earlier.set(key, compiled);
    const [oldest] = this.#earlier.keys();
    if (this.#earlier.size > EARLIER_KEPT && oldest !== undefined) this.#earlier.delete(oldest);
    return compiled;
  }

  /** Every revision there was, the newest first. */
  async history(id: string): Promise<HistoryLine[]> {
    const stored = await this.#redis.hvals(this.#keys.revisions(id));
    const lines = stored.map(revisionForm.decode).map(({ number, release = firstRelease }) => ({
      ...release,
      number,
    }));
    return lines.sort((a, b) => b.number - a.number);
  }

  /** Brings a draft into force as the next revision. Events keep their handles, also across cancellation. */
  async release(id: string, next: NextRevision): Promise<ReleaseOutcome> {
    const before = await this.revision(id, next.base);
    if (before === undefined) return { kind: "stale" };
    const { mission, aside } = next.state;
    const number = next.base + 1;
    const record = revisionForm.encode({
      number,
      releasedAt: Date.now(),
      mission,
      handles: handlesFor(mission, before.handles),
      aside,
      release: next.release,
    });
    const { inForce, revisions, drafts, seats, participants } = this.#keys;
    const keys = [inForce, revisions(id), drafts(id), seats(id), participants(id)];
    for (;;) {
      const stored = next.seats === undefined ? {} : await this.#redis.hgetall(seats(id));
      const { set = [], remove = [] } = next.seats?.(Object.values(stored).map(seatForm.decode)) ?? {};
      const seatArgs = set.flatMap((seat) => [seat.id, stored[seat.id] ?? "", seatForm.encode(seat)]);
      const outcome = await this.#redis.eval(
        RELEASE,
        keys.length,
        ...keys,
        ...[id, next.base, record, next.from.owner, next.from.stored, set.length, ...seatArgs, ...remove],
      );
      if (outcome === "released") return { kind: "released", revision: number };
      if (outcome !== "seats") return { kind: outcome === "stale" ? "stale" : "gone" };
    }
  }

  /** Every mission in force, at the cost of one look at Redis while nothing changes. */
  async all(): Promise<MissionInForce[]> {
    const numbers = await this.#redis.hgetall(this.#keys.inForce);
    const missions = Object.entries(numbers).map(([id, number]) => this.#latest(id, Number(number)));
    return (await Promise.all(missions)).sort((a, b) => a.handle - b.handle);
  }

  async #latest(id: string, number: number): Promise<MissionInForce> {
    const known = this.#compiled.get(id);
    if (known?.programme.revision === number) return known;
    const compiled = await this.#compile(id, number);
    if (compiled === undefined)
      throw new Error(`Redis names revision ${number} of ${id} but does not hold it`);
    this.#compiled.set(id, compiled);
    return compiled;
  }

  async #compile(id: string, number: number): Promise<MissionInForce | undefined> {
    const [stored, handle] = await Promise.all([
      this.#redis.hget(this.#keys.revisions(id), String(number)),
      this.#redis.hget(this.#keys.missions, id),
    ]);
    if (stored === null) return undefined;
    const { mission, handles, aside = nothingAside, release = firstRelease } = revisionForm.decode(stored);
    const programme = programmeOf(mission, number, aside);
    return { programme, handle: Number(handle), handles, aside, release };
  }
}

function digestOf(mission: Mission): string {
  return createHash("sha256").update(JSON.stringify(mission)).digest("base64url").slice(0, 16);
}

/** The handles there were, and the next free numbers for events that have none yet. */
function handlesFor({ events }: Mission, before: Readonly<Record<string, number>>): Record<string, number> {
  const handles = { ...before };
  let last = Math.max(0, ...Object.values(before));
  for (const { id } of events) handles[id] ??= ++last;
  return handles;
}

type SeatRecord = NonNullable<Mission["people"]>[number];
/** Seats of the file and those made in chat are kept alike. */
export const seatForm = recordForm<SeatRecord>("seat");
