import type { Redis } from "ioredis";
import type { Broadcast } from "../domain/broadcasts.ts";
import type { Keys } from "./keys.ts";
import { recordForm } from "./record.ts";

const form = recordForm<Broadcast>("broadcast");

/** How long a broadcast being written takes messages when its writer says nothing, in seconds of machine time. */
const OPEN_FOR = 2 * 60 * 60;
/** How long an organiser's message is known to belong to a broadcast; longer than anybody can edit one. Seconds. */
const SOURCES_KEPT_FOR = 60 * 24 * 60 * 60;

/**
 * Rewrites a broadcast if it is still the one that was read, and what is due of it in the same step.
 * KEYS: broadcasts, due. ARGV: id, record read, record to be, what is no longer due or '', then instants and what is due
 * by turns.
 */
const AMEND = `
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
if ARGV[4] ~= '' then redis.call('ZREM', KEYS[2], ARGV[4]) end
for i = 5, #ARGV, 2 do redis.call('ZADD', KEYS[2], ARGV[i], ARGV[i + 1]) end
return 1`;

/** What the tick has to hand over. */
export type Task = "send" | "chase" | "escort" | "recall" | "update";

export interface DueTask {
  readonly mission: string;
  readonly id: string;
  readonly task: Task;
  /** Of which version: a later update is another task. */
  readonly version?: number;
}

/** A broadcast as it is to be, and what falls due of it when (programme time, epoch milliseconds). */
export interface Amendment {
  readonly to: Broadcast;
  readonly due?: Readonly<Partial<Record<Task, number>>>;
  readonly noLongerDue?: Task;
}

/** Which broadcast something belongs to. */
export interface BroadcastRef {
  readonly mission: string;
  readonly id: string;
}

/** A broadcast being written, and what its writer was last asked for in words of their own. */
export interface OpenBroadcast extends BroadcastRef {
  readonly asks: "words" | "time";
}

/** Broadcasts: what was written, for whom, when it is due, and who has confirmed it. */
export class Broadcasts {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** Begins one, unless one of that id has been. */
  async begin(mission: string, broadcast: Broadcast): Promise<void> {
    await this.#redis.hsetnx(this.#keys.broadcasts(mission), broadcast.id, form.encode(broadcast));
  }

  async find(mission: string, id: string): Promise<Broadcast | undefined> {
    const stored = await this.#redis.hget(this.#keys.broadcasts(mission), id);
    return stored === null ? undefined : form.decode(stored);
  }

  /** All of a mission, the newest first. */
  async all(mission: string): Promise<Broadcast[]> {
    const stored = await this.#redis.hvals(this.#keys.broadcasts(mission));
    return stored.map(form.decode).sort(newestFirst);
  }

  /**
   * Changes one in one step; `change` sees what is there at that very moment and may be asked again, and where it gives
   * nothing nothing changes. The answer is the broadcast as it now is, if it was changed.
   */
  async amend(
    mission: string,
    id: string,
    change: (was: Broadcast) => Amendment | undefined,
  ): Promise<Broadcast | undefined> {
    const key = this.#keys.broadcasts(mission);
    for (;;) {
      const stored = await this.#redis.hget(key, id);
      const amendment = stored === null ? undefined : change(form.decode(stored));
      if (stored === null || amendment === undefined) return undefined;
      const { to, due = {}, noLongerDue } = amendment;
      const gone = noLongerDue === undefined ? "" : memberOf({ mission, id, task: noLongerDue });
      const tasks = Object.entries(due) as [Task, number][];
      const version = to.version;
      const added = tasks.flatMap(([task, at]) => [
        at,
        memberOf({ mission, id, task, ...(task === "update" ? { version } : {}) }),
      ]);
      const args = [id, stored, form.encode(to), gone, ...added];
      if ((await this.#redis.eval(AMEND, 2, key, this.#keys.broadcastsDue, ...args)) === 1) return to;
    }
  }

  /** What is due at programme time `now`, and when the next thing will be. */
  async due(now: number): Promise<{ tasks: DueTask[]; next: number | undefined }> {
    const key = this.#keys.broadcastsDue;
    const [due, ahead] = await Promise.all([
      this.#redis.zrangebyscore(key, "-inf", now),
      this.#redis.zrangebyscore(key, `(${now}`, "+inf", "WITHSCORES", "LIMIT", 0, 1),
    ]);
    return { tasks: due.map(taskOf), next: ahead[1] === undefined ? undefined : Number(ahead[1]) };
  }

  /** Takes off the list what was due by `now` and has been handed over; what has been put off meanwhile stays. */
  async handedOver(task: DueTask, now: number): Promise<void> {
    const key = this.#keys.broadcastsDue;
    await this.#redis.eval(HANDED_OVER, 1, key, memberOf(task), now);
  }

  /** Notes that a seat has confirmed, at programme time `at`; false when it had before. */
  async confirm(mission: string, id: string, seat: string, at: number): Promise<boolean> {
    return (await this.#redis.hsetnx(this.#keys.confirmed(mission, id), seat, at)) === 1;
  }

  /** Who has confirmed, and when (programme time, epoch milliseconds); by seat. */
  async confirmed(mission: string, id: string): Promise<Map<string, number>> {
    const stored = await this.#redis.hgetall(this.#keys.confirmed(mission, id));
    return new Map(Object.entries(stored).map(([seat, at]) => [seat, Number(at)]));
  }

  /** Opens a broadcast for the messages a person sends, until it is closed or they say nothing for two hours. */
  async open(user: number, broadcast: OpenBroadcast): Promise<void> {
    await this.#redis.set(this.#keys.openBroadcast(user), JSON.stringify(broadcast), "EX", OPEN_FOR);
  }

  async opened(user: number): Promise<OpenBroadcast | undefined> {
    const stored = await this.#redis.get(this.#keys.openBroadcast(user));
    return stored === null ? undefined : (JSON.parse(stored) as OpenBroadcast);
  }

  async close(user: number): Promise<void> {
    await this.#redis.del(this.#keys.openBroadcast(user));
  }

  /** Remembers which broadcast a person's message has gone into. */
  async rememberSource(user: number, message: number, broadcast: BroadcastRef): Promise<void> {
    const key = this.#keys.broadcastSources(user);
    const steps = this.#redis.multi().hset(key, String(message), JSON.stringify(broadcast));
    await steps.expire(key, SOURCES_KEPT_FOR).exec();
  }

  async ofSource(user: number, message: number): Promise<BroadcastRef | undefined> {
    const stored = await this.#redis.hget(this.#keys.broadcastSources(user), String(message));
    return stored === null ? undefined : (JSON.parse(stored) as BroadcastRef);
  }

  /** What a card showed last; nothing after an hour of machine time. */
  async shown(mission: string, card: string): Promise<string | undefined> {
    return (await this.#redis.get(this.#keys.cardShown(mission, card))) ?? undefined;
  }

  async setShown(mission: string, card: string, text: string): Promise<void> {
    await this.#redis.set(this.#keys.cardShown(mission, card), text, "EX", 3600);
  }

  /** Forgets what was sent after an instant of programme time: a rehearsal has turned the clock back. */
  async forgetAfter(mission: string, at: number): Promise<void> {
    for (const { id, sent } of await this.all(mission)) {
      if (sent === undefined || sent.at <= at) continue;
      await this.amend(mission, id, ({ sent: _, chasedAt: __, recalledAt: ___, ...was }) => ({
        to: { ...was, state: "scheduled" },
        due: { send: was.at ?? at },
      }));
      await this.#redis.del(this.#keys.confirmed(mission, id));
    }
  }
}

/** Ids are numbers that grow, in letters and digits. */
function newestFirst(a: Broadcast, b: Broadcast): number {
  return b.createdAt - a.createdAt || Number.parseInt(b.id, 36) - Number.parseInt(a.id, 36);
}

/** KEYS: due. ARGV: what was handed over, now. */
const HANDED_OVER = `
local at = redis.call('ZSCORE', KEYS[1], ARGV[1])
if at and tonumber(at) <= tonumber(ARGV[2]) then return redis.call('ZREM', KEYS[1], ARGV[1]) end
return 0`;

/** Ids have no spaces. */
function memberOf({ mission, id, task, version }: DueTask): string {
  return [mission, id, task, ...(version === undefined ? [] : [version])].join(" ");
}

function taskOf(member: string): DueTask {
  const [mission = "", id = "", task, version] = member.split(" ");
  // Written by memberOf.
  const what = { mission, id, task: task as Task };
  return version === undefined ? what : { ...what, version: Number(version) };
}
