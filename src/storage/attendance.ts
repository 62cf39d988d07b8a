import type { Redis } from "ioredis";
import { bucketOf, type Closing, type Mark, type RollCall } from "../domain/roll-calls.ts";
import type { Keys } from "./keys.ts";
import { recordForm } from "./record.ts";

const rollForm = recordForm<RollCall>("roll call");
const markForm = recordForm<Mark>("mark of attendance");
const closingForm = recordForm<Closing>("closing of a roll call");

/** `gone`: the person has left the seat meanwhile. */
export type MarkOutcome = "marked" | "already" | "closed" | "gone";

/**
 * Notes what is said of a seat, unless the same has been said of the same person. Whoever speaks for themselves must
 * still sit there. KEYS: marks, closings, participants. ARGV: field, roll call, mark, seat, user or ''.
 */
const MARK = `
if redis.call('HEXISTS', KEYS[2], ARGV[2]) == 1 then return 'closed' end
local person = redis.call('HGET', KEYS[3], ARGV[4])
local sits = person and cjson.decode(person).user
if ARGV[5] ~= '' and sits ~= tonumber(ARGV[5]) then return 'gone' end
local before = redis.call('HGET', KEYS[1], ARGV[1])
if before then
  local was, is = cjson.decode(before), cjson.decode(ARGV[3])
  if was.presence == is.presence and was.user == is.user then return 'already' end
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 'marked'`;

/** KEYS: marks, closings. ARGV: roll call, then fields. */
const UNMARK = `
if redis.call('HEXISTS', KEYS[2], ARGV[1]) == 1 then return 'closed' end
local gone = 0
for i = 2, #ARGV do gone = gone + redis.call('HDEL', KEYS[1], ARGV[i]) end
return gone > 0 and 'marked' or 'already'`;

/**
 * Ends a roll call, once, and says of everybody left what is to be said, where the mark is still the one that was read.
 * KEYS: marks, closings, roll calls. ARGV: roll call, closing, roll call as a record, then field, mark read or '', mark.
 */
const CLOSE = `
if redis.call('HSETNX', KEYS[2], ARGV[1], ARGV[2]) == 0 then return 0 end
redis.call('HSETNX', KEYS[3], ARGV[1], ARGV[3])
for i = 4, #ARGV, 3 do
  local before = redis.call('HGET', KEYS[1], ARGV[i]) or ''
  if before == ARGV[i + 1] then redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 2]) end
end
return 1`;

/** A mark to be written on closing, in place of the one that was read. */
export interface LastWord {
  readonly mark: Mark;
  readonly instead?: Mark;
}

/** Roll calls, and who was present at what. Kept with the mission. */
export class Attendance {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** Begins a roll call, unless one of that id has been. */
  async begin(mission: string, roll: RollCall): Promise<void> {
    await this.#redis.hsetnx(this.#keys.rolls(mission), roll.id, rollForm.encode(roll));
  }

  /** One that was called in chat, or has been closed. */
  async find(mission: string, roll: string): Promise<RollCall | undefined> {
    const stored = await this.#redis.hget(this.#keys.rolls(mission), roll);
    return stored === null ? undefined : rollForm.decode(stored);
  }

  /** Every one that was called in chat, or has been closed; the newest first. */
  async rolls(mission: string): Promise<RollCall[]> {
    const stored = await this.#redis.hvals(this.#keys.rolls(mission));
    return stored.map(rollForm.decode).sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  }

  async closing(mission: string, roll: string): Promise<Closing | undefined> {
    const stored = await this.#redis.hget(this.#keys.rollsClosed(mission), roll);
    return stored === null ? undefined : closingForm.decode(stored);
  }

  async closings(mission: string): Promise<Map<string, Closing>> {
    const stored = await this.#redis.hgetall(this.#keys.rollsClosed(mission));
    return new Map(Object.entries(stored).map(([roll, closing]) => [roll, closingForm.decode(closing)]));
  }

  /** Says something of a seat while the roll call is open; `self`: the person does, and must still sit there. */
  async mark(mission: string, roll: string, mark: Mark, { self }: { self: boolean }): Promise<MarkOutcome> {
    const keys = [
      this.#keys.marks(mission),
      this.#keys.rollsClosed(mission),
      this.#keys.participants(mission),
    ];
    const user = self ? String(mark.user ?? "") : "";
    const args = [fieldOf(mark), roll, markForm.encode(mark), mark.seat, user];
    // The script returns nothing else.
    return (await this.#redis.eval(MARK, keys.length, ...keys, ...args)) as MarkOutcome;
  }

  /** Takes back what was said. */
  async unmark(mission: string, roll: string, mark: Pick<Mark, "bucket" | "seat">): Promise<MarkOutcome> {
    const keys = [this.#keys.marks(mission), this.#keys.rollsClosed(mission)];
    // The script returns nothing else.
    return (await this.#redis.eval(UNMARK, keys.length, ...keys, roll, fieldOf(mark))) as MarkOutcome;
  }

  /** Ends a roll call with the last word about everybody who was not seen; false when it has been ended before. */
  async close(
    mission: string,
    roll: RollCall,
    closing: Closing,
    words: readonly LastWord[],
  ): Promise<boolean> {
    const keys = [this.#keys.marks(mission), this.#keys.rollsClosed(mission), this.#keys.rolls(mission)];
    const args = words.flatMap(({ mark, instead }) => [
      fieldOf(mark),
      instead === undefined ? "" : markForm.encode(instead),
      markForm.encode(mark),
    ]);
    const about = [roll.id, closingForm.encode(closing), rollForm.encode(roll)];
    return (await this.#redis.eval(CLOSE, keys.length, ...keys, ...about, ...args)) === 1;
  }

  /** Opens a closed one again; what was said of everybody stays. */
  async reopen(mission: string, roll: string): Promise<boolean> {
    return (await this.#redis.hdel(this.#keys.rollsClosed(mission), roll)) === 1;
  }

  /** What was said in one roll call, or in those of one gathering. */
  async marks(mission: string, roll: string): Promise<Mark[]> {
    return (await this.all(mission)).filter(({ bucket }) => bucket === bucketOf(roll));
  }

  /** Everything that was said, of every roll call. */
  async all(mission: string): Promise<Mark[]> {
    return (await this.#redis.hvals(this.#keys.marks(mission))).map(markForm.decode);
  }

  /** How often somebody's card of a roll call has been drawn, and when last (machine time). */
  async drawn(mission: string, card: string): Promise<{ times: number; at: number }> {
    const [times, at] = await this.#redis.hmget(this.#keys.rollCards(mission), card, `${card}/at`);
    return { times: Number(times ?? 0), at: Number(at ?? 0) };
  }

  /** Notes that it is drawn from here on; who changes something later asks for it to be drawn once more. */
  async beginCard(mission: string, card: string): Promise<void> {
    await this.#redis
      .multi()
      .hincrby(this.#keys.rollCards(mission), card, 1)
      .hset(this.#keys.rollCards(mission), `${card}/at`, Date.now())
      .exec();
  }
}

function fieldOf({ bucket, seat }: Pick<Mark, "bucket" | "seat">): string {
  return `${bucket}/${seat}`;
}
