import type { Redis } from "ioredis";
import type { Mission } from "../domain/mission.ts";
import { type MissionInForce, programmeOf } from "../domain/timetable.ts";
import type { Keys } from "./keys.ts";
import { recordForm } from "./record.ts";

/** One numbered state of a programme. Events keep their `handles` (short numbers for buttons) across revisions. */
interface Revision {
  readonly number: number;
  /** Machine time, epoch milliseconds. */
  readonly releasedAt: number;
  readonly mission: Mission;
  readonly handles: Readonly<Record<string, number>>;
}

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

/** The programmes: a JSON file is where one begins, Redis is where it lives. */
export class Missions {
  readonly #redis: Redis;
  readonly #keys: Keys;
  /** Compiled revisions; a revision never changes, so what is here is never stale, only superseded. */
  readonly #compiled = new Map<string, MissionInForce>();

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** Brings a mission from a checked file into force, unless one of that id already is: then the file is only compared. */
  async import(mission: Mission): Promise<ImportOutcome> {
    const handles = Object.fromEntries(mission.events.map(({ id }, index) => [id, index + 1]));
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

  async ids(): Promise<string[]> {
    return (await this.#redis.hkeys(this.#keys.inForce)).sort();
  }

  async inForce(id: string): Promise<MissionInForce | undefined> {
    const number = await this.#redis.hget(this.#keys.inForce, id);
    return number === null ? undefined : this.#revision(id, Number(number));
  }

  /** Every mission in force, at the cost of one look at Redis while nothing changes. */
  async all(): Promise<MissionInForce[]> {
    const numbers = await this.#redis.hgetall(this.#keys.inForce);
    const missions = Object.entries(numbers).map(([id, number]) => this.#revision(id, Number(number)));
    return (await Promise.all(missions)).sort((a, b) => a.handle - b.handle);
  }

  async #revision(id: string, number: number): Promise<MissionInForce> {
    const known = this.#compiled.get(id);
    if (known?.programme.revision === number) return known;
    const [stored, handle] = await Promise.all([
      this.#redis.hget(this.#keys.revisions(id), String(number)),
      this.#redis.hget(this.#keys.missions, id),
    ]);
    if (stored === null) throw new Error(`Redis names revision ${number} of ${id} but does not hold it`);
    const { mission, handles } = revisionForm.decode(stored);
    const inForce = { programme: programmeOf(mission, number), handle: Number(handle), handles };
    this.#compiled.set(id, inForce);
    return inForce;
  }
}

type SeatRecord = NonNullable<Mission["people"]>[number];
/** Seats of the file and those made in chat are kept alike. */
export const seatForm = recordForm<SeatRecord>("seat");
