import type { Redis } from "ioredis";
import type { Keys } from "./keys.ts";
import { recordForm } from "./record.ts";

/** How a delivery ended. */
export type Outcome = "delivered" | "superseded" | "expired" | "unreachable" | "failed";

export interface LedgerEntry {
  readonly outcome: Outcome;
  /** Programme time, epoch milliseconds. */
  readonly at: number;
  /** Where and as which message it was delivered. */
  readonly chat?: number;
  readonly message?: number;
  /** All its messages where there are several, as of an album. */
  readonly messages?: readonly number[];
  /** It came in the message of another, whose identity this is. */
  readonly within?: string;
  /** Of a message that is kept true: a print of what it said last; `lost` when it can be edited no more. */
  readonly says?: string;
  /** What became of pinning it: it is on top of the chat, or nothing is left to be done. */
  readonly pin?: "pinned" | "over";
}

/**
 * Whether an entry says, at programme time `now`, that its delivery has ended. What was delivered was delivered; any
 * other end that lies ahead was decided while the clock was wrong, and is decided again.
 */
export function hasEnded(entry: LedgerEntry | undefined, now: number): boolean {
  return entry !== undefined && (entry.outcome === "delivered" || entry.at <= now);
}

/** How one delivery to one recipient ended. */
export interface OutcomeOf extends LedgerEntry {
  readonly seat: string;
  readonly identity: string;
}

/** So many ledgers are read at once, and so many outcomes are worth paging through. */
const READ_AT_ONCE = 25;
const MOST_LATEST = 500;

const entryForm = recordForm<LedgerEntry>("ledger entry");

/** Longer than a message can be edited or recalled; in seconds of machine time since the last entry. */
const KEPT_FOR = 60 * 24 * 60 * 60;
/** How long a job holds a recipient unless it renews its lease, in milliseconds of machine time. */
const LEASE = 15_000;
/** How often it is to be renewed while a message waits, be it for Telegram or at the gate. */
export const RENEW_LEASE_EVERY = 4_000;

const RENEW = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0`;
const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

/**
 * The ledger: what became of every delivery. An identity in it has ended, once and for good. Entries are kept per
 * recipient and bounded by what a programme can owe one person.
 */
export class Ledger {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async of(mission: string, seat: string): Promise<Map<string, LedgerEntry>> {
    const stored = await this.#redis.hgetall(this.#keys.ledger(mission, seat));
    return new Map(Object.entries(stored).map(([identity, entry]) => [identity, entryForm.decode(entry)]));
  }

  /** Whose delivery a message in a chat is, by its identity. */
  async identityOf(mission: string, seat: string, where: { chat: number; message: number }) {
    const entries = [...(await this.of(mission, seat))];
    return entries.find(([, { chat, message }]) => chat === where.chat && message === where.message)?.[0];
  }

  /** The newest outcomes of several recipients; `total` counts what there is to page through. */
  async latest(
    mission: string,
    seats: readonly string[],
    { from, most }: { from: number; most: number },
  ): Promise<{ outcomes: OutcomeOf[]; total: number }> {
    let newest: OutcomeOf[] = [];
    for (let start = 0; start < seats.length; start += READ_AT_ONCE) {
      const some = seats.slice(start, start + READ_AT_ONCE);
      const ledgers = await Promise.all(some.map((seat) => this.of(mission, seat)));
      const found = some.flatMap((seat, index) =>
        [...(ledgers[index] ?? [])]
          .filter(([identity]) => !isAttachment(identity))
          .map(([identity, entry]) => ({ ...entry, seat, identity })),
      );
      newest = [...newest, ...found].sort((a, b) => b.at - a.at).slice(0, MOST_LATEST);
    }
    return { outcomes: newest.slice(from, from + most), total: newest.length };
  }

  /** How many deliveries to each of several recipients Telegram has refused for good since an instant. */
  async failedSince(mission: string, seats: readonly string[], since: number): Promise<Map<string, number>> {
    const failed = new Map<string, number>();
    for (let start = 0; start < seats.length; start += READ_AT_ONCE) {
      const some = seats.slice(start, start + READ_AT_ONCE);
      const ledgers = await Promise.all(some.map((seat) => this.of(mission, seat)));
      for (const [index, seat] of some.entries()) {
        const refused = [...(ledgers[index]?.values() ?? [])].filter(
          ({ outcome, at }) => outcome === "failed" && at >= since,
        );
        if (refused.length > 0) failed.set(seat, refused.length);
      }
    }
    return failed;
  }

  /** How certain deliveries to each of several recipients ended, in the order asked; nothing where one has not. */
  async endings(
    mission: string,
    seats: readonly string[],
    identities: readonly string[],
  ): Promise<Map<string, (LedgerEntry | undefined)[]>> {
    if (seats.length === 0 || identities.length === 0) return new Map();
    const steps = this.#redis.pipeline();
    for (const seat of seats) steps.hmget(this.#keys.ledger(mission, seat), ...identities);
    const answers = (await steps.exec()) ?? [];
    return new Map(
      seats.map((seat, place) => {
        const [error, stored] = answers[place] ?? [];
        if (error) throw error;
        // HMGET gives a list of what it was asked for.
        const entries = (stored ?? []) as (string | null)[];
        return [seat, entries.map((entry) => (entry === null ? undefined : entryForm.decode(entry)))];
      }),
    );
  }

  /** Enters outcomes in one step. Only the job that holds the recipient's lease does. */
  async enter(mission: string, seat: string, entries: ReadonlyMap<string, LedgerEntry>): Promise<void> {
    if (entries.size === 0) return;
    const key = this.#keys.ledger(mission, seat);
    const steps = this.#redis.multi();
    for (const [identity, entry] of entries) steps.hset(key, identity, entryForm.encode(entry));
    await steps.expire(key, KEPT_FOR).exec();
  }

  /** Forgets what was entered after an instant of programme time: a rehearsal has turned the clock back. */
  async forgetAfter(mission: string, seat: string, at: number): Promise<void> {
    const later = [...(await this.of(mission, seat))].filter(([, entry]) => entry.at > at);
    if (later.length === 0) return;
    await this.#redis.hdel(this.#keys.ledger(mission, seat), ...later.map(([identity]) => identity));
  }

  /**
   * Gives a job the right to send to a recipient. A job that crashed and runs again still has it; another waits until
   * the first is done with it.
   */
  async lease(recipient: string, job: string): Promise<boolean> {
    const key = this.#keys.lease(recipient);
    const holder = await this.#redis.set(key, job, "PX", LEASE, "NX", "GET");
    return holder === null || holder === job;
  }

  async renew(recipient: string, job: string): Promise<void> {
    await this.#redis.eval(RENEW, 1, this.#keys.lease(recipient), job, LEASE);
  }

  async release(recipient: string, job: string): Promise<void> {
    await this.#redis.eval(RELEASE, 1, this.#keys.lease(recipient), job);
  }
}

/** What came below another message, as `question/3.1/m12` came with `question/3.1`, has no news of its own. */
function isAttachment(identity: string): boolean {
  return identity.split("/").length > 2;
}
