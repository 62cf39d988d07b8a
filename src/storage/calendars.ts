import { createHash, randomBytes } from "node:crypto";
import type { Redis } from "ioredis";
import type { Participant } from "../domain/seats.ts";
import type { TimedEvent } from "../domain/timetable.ts";
import type { Keys } from "./keys.ts";
import { recordForm } from "./record.ts";

/** An entry of somebody's calendar as it was last given out. */
export interface CalendarEntry {
  /** How often it has changed: a calendar takes no change without a higher number (RFC 5545, SEQUENCE). */
  readonly sequence: number;
  /** A print of what it said; nothing once it is no longer theirs. */
  readonly print?: string;
  /** When it last changed: programme time, epoch milliseconds. */
  readonly at: number;
  readonly timed: TimedEvent;
}

/** A private address of somebody's calendar, for as long as they keep the seat they had when it was made. */
interface Link {
  readonly token: string;
  readonly joinedAt: number;
}

const entryForm = recordForm<CalendarEntry>("calendar entry");
const linkForm = recordForm<Link>("calendar link");

/** Longer than calendars keep asking; in seconds of machine time since the last change. */
const KEPT_FOR = 400 * 24 * 60 * 60;

/** Rewrites entries only if all of them are still as they were read. ARGV: fields, what was read, what is to be, by turns. */
const RENEW = `
for i = 1, #ARGV, 3 do
  if (redis.call('HGET', KEYS[1], ARGV[i]) or '') ~= ARGV[i + 1] then return 0 end
end
for i = 1, #ARGV, 3 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 2]) end
return 1`;

/** What calendars outside have been given, so that they take what has changed; and the links they ask by. */
export class Calendars {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /**
   * Takes down what somebody's calendar is to say now, by event id, and answers with all it has ever been told of: what
   * is no longer among it is without a print.
   */
  async renew(
    mission: string,
    user: number,
    current: ReadonlyMap<string, Required<Pick<CalendarEntry, "print" | "timed">>>,
    now: number,
  ): Promise<Map<string, CalendarEntry>> {
    const key = this.#keys.calendar(mission, user);
    for (;;) {
      const stored = await this.#redis.hgetall(key);
      const entries = new Map<string, CalendarEntry>();
      const changes: string[] = [];
      for (const id of new Set([...Object.keys(stored), ...current.keys()])) {
        const before = stored[id];
        const was = before === undefined ? undefined : entryForm.decode(before);
        const is = nextEntry(was, current.get(id), now);
        if (is === undefined) continue;
        entries.set(id, is);
        if (is !== was) changes.push(id, before ?? "", entryForm.encode(is));
      }
      if (changes.length === 0) return entries;
      if ((await this.#redis.eval(RENEW, 1, key, ...changes)) !== 1) continue;
      await this.#redis.expire(key, KEPT_FOR);
      return entries;
    }
  }

  /** The token of somebody's link; made where there is none yet, or none of this joining. */
  async link(mission: string, participant: Participant): Promise<string> {
    const link = await this.#linkOf(mission, participant);
    if (link === undefined) return this.renewLink(mission, participant);
    await this.#redis.hset(this.#keys.calendarTokens, digest(link.token), `${mission} ${participant.user}`);
    return link.token;
  }

  /** A new link in place of the one before, which ends. */
  async renewLink(mission: string, participant: Participant): Promise<string> {
    await this.endLink(mission, participant.user);
    const token = randomBytes(24).toString("base64url");
    const { user, joinedAt } = participant;
    await this.#redis
      .multi()
      .hset(this.#keys.calendarLinks(mission), user, linkForm.encode({ token, joinedAt }))
      .hset(this.#keys.calendarTokens, digest(token), `${mission} ${user}`)
      .exec();
    return token;
  }

  async endLink(mission: string, user: number): Promise<void> {
    const stored = await this.#redis.hget(this.#keys.calendarLinks(mission), String(user));
    if (stored === null) return;
    await this.#redis
      .multi()
      .hdel(this.#keys.calendarTokens, digest(linkForm.decode(stored).token))
      .hdel(this.#keys.calendarLinks(mission), String(user))
      .exec();
  }

  /** Whose calendar a token is said to open; whether it still does, {@link isLinkOf} knows. */
  async opened(token: string): Promise<{ mission: string; user: number } | undefined> {
    const stored = await this.#redis.hget(this.#keys.calendarTokens, digest(token));
    const [mission = "", user = ""] = stored?.split(" ") ?? [];
    return stored === null ? undefined : { mission, user: Number(user) };
  }

  /** Whether a token is a participant's link, made since they joined. */
  async isLinkOf(mission: string, participant: Participant, token: string): Promise<boolean> {
    return (await this.#linkOf(mission, participant))?.token === token;
  }

  async #linkOf(mission: string, { user, joinedAt }: Participant): Promise<Link | undefined> {
    const stored = await this.#redis.hget(this.#keys.calendarLinks(mission), String(user));
    const link = stored === null ? undefined : linkForm.decode(stored);
    return link?.joinedAt === joinedAt ? link : undefined;
  }
}

/** An entry after something is, or is not, to be said of its event; the very one there was if nothing has changed. */
function nextEntry(
  was: CalendarEntry | undefined,
  current: Required<Pick<CalendarEntry, "print" | "timed">> | undefined,
  now: number,
): CalendarEntry | undefined {
  if (current === undefined) {
    if (was?.print === undefined) return was;
    return { sequence: was.sequence + 1, at: now, timed: was.timed };
  }
  if (was?.print === current.print) return was;
  return { sequence: was === undefined ? 0 : was.sequence + 1, at: now, ...current };
}

/** Tokens are looked up by what cannot be turned back into them. */
function digest(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
