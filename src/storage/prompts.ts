import type { Redis } from "ioredis";
import type { Keys } from "./keys.ts";

/** A person to be looked at for notes at an instant (programme time). */
export interface Waking {
  readonly mission: string;
  readonly seat: string;
  readonly at: number;
}

/** What one person said to the prompts they got, by event. */
export interface Said {
  /** Until when (programme time) a prompt was put off, the first time and the second. */
  readonly later: readonly (number | undefined)[];
  readonly nothing: boolean;
}

/** Takes a nudge unless another took it that day. KEYS: nudges. ARGV: `seat/date`, update. */
const NUDGE = `
local by = redis.call('HGET', KEYS[1], ARGV[1])
if not by then redis.call('HSET', KEYS[1], ARGV[1], ARGV[2]) return 1 end
return by == ARGV[2] and 1 or 0`;

/**
 * What prompts need to remember beyond the ledger: what people put off, that they have nothing to add, when to look at
 * somebody again. To look without reason costs one look; what is owed is derived anew each time.
 */
export class Prompts {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async saidBy(mission: string, seat: string): Promise<Map<string, Said>> {
    const stored = await this.#redis.hgetall(this.#keys.prompts(mission, seat));
    return read(stored);
  }

  /** What each of several people said. */
  async saidByAll(mission: string, seats: readonly string[]): Promise<Map<string, Map<string, Said>>> {
    const all = await Promise.all(seats.map((seat) => this.saidBy(mission, seat)));
    return new Map(seats.map((seat, index) => [seat, all[index] ?? new Map()]));
  }

  /** Puts an event's prompt off, the first or the second time; the answer is until when, which stays as first said. */
  async putOff(mission: string, seat: string, event: string, time: 1 | 2, until: number): Promise<number> {
    const key = this.#keys.prompts(mission, seat);
    const field = `${event}/later-${time}`;
    await this.#redis.hsetnx(key, field, until);
    const kept = Number(await this.#redis.hget(key, field));
    await this.wake([{ mission, seat, at: kept }]);
    return kept;
  }

  /** They have nothing to add about an event, and are not asked again. */
  async sayNothing(mission: string, seat: string, event: string, now: number): Promise<void> {
    await this.#redis.hset(this.#keys.prompts(mission, seat), `${event}/nothing`, now);
  }

  async wake(wakings: readonly Waking[]): Promise<void> {
    if (wakings.length === 0) return;
    const members = wakings.flatMap(({ mission, seat, at }) => [at, `${mission}/${seat}/${at}`]);
    await this.#redis.zadd(this.#keys.wakings, ...members);
  }

  /** Who is to be looked at by now. */
  async due(now: number): Promise<Waking[]> {
    const stored = await this.#redis.zrangebyscore(this.#keys.wakings, "-inf", now);
    return stored.map((one) => {
      const [mission = "", seat = "", at = ""] = one.split("/");
      return { mission, seat, at: Number(at) };
    });
  }

  /** The next instant after `now` at which somebody is to be looked at. */
  async next(now: number): Promise<number | undefined> {
    const [, at] = await this.#redis.zrangebyscore(
      this.#keys.wakings,
      `(${now}`,
      "+inf",
      "WITHSCORES",
      "LIMIT",
      0,
      1,
    );
    return at === undefined ? undefined : Number(at);
  }

  /** Whoever has been handed to the queue needs no further look at that instant. */
  async settle(seen: readonly Waking[]): Promise<void> {
    if (seen.length === 0) return;
    await this.#redis.zrem(
      this.#keys.wakings,
      ...seen.map(({ mission, seat, at }) => `${mission}/${seat}/${at}`),
    );
  }

  /** Takes the nudge somebody may get on a date; false when they have been nudged that day by another tap. */
  async nudge(mission: string, seat: string, date: string, update: number): Promise<boolean> {
    return (await this.#redis.eval(NUDGE, 1, this.#keys.nudges(mission), `${seat}/${date}`, update)) === 1;
  }

  async isNudged(mission: string, seat: string, date: string): Promise<boolean> {
    return (await this.#redis.hexists(this.#keys.nudges(mission), `${seat}/${date}`)) === 1;
  }

  /** Who has been nudged on a date. */
  async nudged(mission: string, date: string): Promise<Set<string>> {
    const fields = await this.#redis.hkeys(this.#keys.nudges(mission));
    return new Set(
      fields.filter((field) => field.endsWith(`/${date}`)).map((field) => field.split("/")[0] ?? ""),
    );
  }
}

function read(stored: Readonly<Record<string, string>>): Map<string, Said> {
  const events = new Set(Object.keys(stored).map((field) => field.split("/")[0] ?? ""));
  const at = (field: string) => (stored[field] === undefined ? undefined : Number(stored[field]));
  return new Map(
    [...events].map((event) => [
      event,
      { later: [at(`${event}/later-1`), at(`${event}/later-2`)], nothing: `${event}/nothing` in stored },
    ]),
  );
}
