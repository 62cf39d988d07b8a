import { createHash, randomUUID } from "node:crypto";
import { HttpError } from "grammy";
import type { Redis } from "ioredis";
import type { Log } from "../log.ts";
import { isRedisAway } from "../storage/redis.ts";
import { answered, holdBack, takePermit } from "./gate-script.ts";
import { GateClosed, GateExpired, Lane, type Passage, type Verdict } from "./lane.ts";
import { Outdated, priorities, type Sending } from "./sending.ts";

/** Whether a request was not made because it would have said what is no longer true; knows grammY's wrapping. */
export function isOutdated(error: unknown): boolean {
  return error instanceof Outdated || (error instanceof HttpError && isOutdated(error.error));
}

/** Whether a request was not made because its deadline would have passed first; knows grammY's wrapping. */
export function isGateExpired(error: unknown): boolean {
  return error instanceof GateExpired || (error instanceof HttpError && isGateExpired(error.error));
}

/** Whether a request was not made because the program is stopping; knows grammY's wrapping. */
export function isGateClosed(error: unknown): boolean {
  return error instanceof GateClosed || (error instanceof HttpError && isGateClosed(error.error));
}

/** What cannot be found out now is asked again by whoever tries again. */
async function isStillTrue({ isStillTrue }: Sending): Promise<boolean> {
  try {
    return isStillTrue === undefined || (await isStillTrue());
  } catch {
    return false;
  }
}

/** So many messages in so many milliseconds. */
export interface Allowance {
  readonly messages: number;
  readonly ms: number;
}

/**
 * What one chat takes: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this (one a second in
 * a chat with short bursts, twenty a minute in a group). The quarter of a second is for a line that bunches requests.
 */
const usualAllowances = {
  private: { messages: 3, ms: 3000 },
  group: { messages: 20, ms: 60_250 },
} as const;

/** So many questions are under way at once that Redis need not answer faster than this, in milliseconds. */
const answerMs = 5;
/** So late a wake-up is made good, in microseconds: two intervals, within these bounds. */
const leastSlack = 12_000;
const mostSlack = 70_000;
/** While Redis is away each process keeps to this part of the pace, for it cannot know how many others there are. */
const partAlone = 0.25;
/** What bots may do for nothing: https://core.telegram.org/bots/faq#broadcasting-to-users. */
const freeLimit = 30;
/** Above that, the figure is Telegram's own limit, and the pace needs a little room below it. */
const paidShare = 0.985;
/** What has waited longer for its permit may say what is no longer so, in milliseconds. */
const agedMs = 500;
/** So long a request whose process died counts, in microseconds: longer than any call may take. */
const mostUnanswered = 16_000_000;

export interface GateOptions {
  readonly redis: Redis;
  /** Stands before its keys; gates with one prefix share one pace. */
  readonly prefix: string;
  readonly log: Log;
  /** Up to 30, which is what Telegram allows in any second; a little less leaves room for a line that bunches. */
  readonly messagesPerSecond: number;
  /** For requests with allow_paid_broadcast; without it they keep to the ordinary pace. */
  readonly paidMessagesPerSecond?: number | undefined;
  readonly allowances?: { readonly private: Allowance; readonly group: Allowance };
}

/** What of a request the gate judges by. */
export interface Request {
  readonly chat: string | undefined;
  /** Whether it weighs on the chat, as messages and edits do, or on the whole only, as deletions and pins do. */
  readonly countsInChat: boolean;
  readonly weight: number;
  readonly paid: boolean;
}

interface Pace {
  readonly name: string;
  /** The most Telegram may see in one second. */
  readonly ceiling: number;
  /** Microseconds. */
  readonly interval: number;
  readonly lane: Lane;
  /** When a permit is due while Redis is away, on the scale of `performance.now()`. */
  nextAlone: number;
}

/**
 * The one place every real request passes: paced evenly over all processes through Redis, fair to chats' own limits,
 * the urgent first. While Redis is away it lets a fraction of the answers pass, so that people can be told so,
 * and nothing else.
 */
export class Gate {
  readonly #options: GateOptions;
  readonly #process = randomUUID();
  readonly #ways = new ShortestWay();
  #requests = 0;
  readonly #free: Pace;
  readonly #paid: Pace;

  constructor(options: GateOptions) {
    this.#options = options;
    this.#free = this.#pace("free", options.messagesPerSecond);
    const paid = options.paidMessagesPerSecond;
    this.#paid = paid === undefined ? this.#free : this.#pace("paid", paid);
  }

  /**
   * Makes the request when it may be made, and gives what comes of it.
   *
   * @throws GateExpired, GateClosed, Outdated, the signal's reason, or that Redis is away: then it was not made
   */
  async through<T>(request: Request, how: Sending, send: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const pace = request.paid ? this.#paid : this.#free;
    const name = `${this.#process}:${this.#requests++}`;
    const passage: Passage = {
      rank: priorities.indexOf(how.priority),
      chat: request.chat,
      countsInChat: request.countsInChat,
      weight: request.weight,
      name,
      // What the bot sends by itself could not be noted in the ledger, and would be sent again.
      alone: how.priority === "answer",
      // From here on the computer's clock may be set without anything expiring by it.
      deadline:
        how.deadline === undefined ? Number.POSITIVE_INFINITY : performance.now() + how.deadline - Date.now(),
    };
    // An album arrives all at once: the room before it is left empty first, the room after it with the last permit.
    const room = { ...passage, chat: undefined, countsInChat: false, weight: 1, name: undefined };
    for (let i = 1; i < request.weight; i += 1) await pace.lane.enter(room, signal);
    const asked = performance.now();
    await pace.lane.enter(passage, signal);
    if (performance.now() - asked > agedMs && !(await isStillTrue(how))) {
      void this.#answered(pace, name, request.weight);
      throw new Outdated("What was to be sent is no longer true");
    }
    const start = performance.now();
    try {
      return await send();
    } finally {
      this.#ways.add(performance.now() - start);
      void this.#answered(pace, name, request.weight);
    }
  }

  /** Telegram answered 429: nothing goes to that chat, or to anybody, for exactly so long. */
  async refused(request: Request, retryAfterMs: number): Promise<void> {
    const pace = request.paid ? this.#paid : this.#free;
    const chat = request.chat ?? "";
    const { messages, ms } = this.#allowance(chat);
    pace.nextAlone = Math.max(pace.nextAlone, performance.now() + retryAfterMs);
    try {
      const keys = [this.#key(pace.name), this.#key("paused"), ...this.#chatKeys(chat), this.#key("refused")];
      const whom = await this.#run(holdBack, keys, [
        chat,
        retryAfterMs * 1000,
        pace.interval,
        messages,
        ms * 1000,
      ]);
      this.#options.log.warn(
        { retryAfterMs, whom, chat: whom === "chat" ? chat : undefined },
        "Telegram asks to wait",
      );
    } catch (error) {
      if (!isRedisAway(error)) throw error;
    }
  }

  /** Sends away all who wait, with GateClosed. */
  close(): void {
    this.#free.lane.close();
    this.#paid.lane.close();
  }

  #pace(name: string, perSecond: number): Pace {
    const interval = 1_000_000 / (perSecond > freeLimit ? perSecond * paidShare : perSecond);
    const atOnce = Math.ceil((answerMs * 1000) / interval);
    const ceiling = Math.max(perSecond, freeLimit);
    const lane = new Lane((passage) => this.#ask(pace, passage), atOnce);
    const pace: Pace = { name, ceiling, interval, lane, nextAlone: 0 };
    return pace;
  }

  async #ask(pace: Pace, { chat = "", countsInChat, rank, weight, name, alone }: Passage): Promise<Verdict> {
    const { messages, ms } = chat && countsInChat ? this.#allowance(chat) : { messages: 0, ms: 0 };
    const slack = Math.min(Math.max(2 * pace.interval, leastSlack), mostSlack);
    const keys = ["", ":waiting", ":counted"].map((key) => this.#key(pace.name + key));
    keys.push(this.#key("paused"), ...this.#chatKeys(chat));
    const who = [this.#process, rank, pace.interval, slack, weight, pace.ceiling, name ?? "", mostUnanswered];
    try {
      const answer = await this.#run(takePermit, keys, [...who, messages, ms * 1000]);
      const [kind, wait] = answer as ["go" | "pace" | "chat", number];
      return kind === "go" ? { kind } : { kind, ms: wait / 1000 };
    } catch (error) {
      if (isRedisAway(error) && alone) return this.#askNobody(pace, weight);
      throw error;
    }
  }

  async #answered(pace: Pace, name: string, weight: number): Promise<void> {
    try {
      await this.#run(
        answered,
        [this.#key(`${pace.name}:counted`)],
        [name, weight, this.#ways.shortest() * 1000],
      );
    } catch (error) {
      // It then counts a little longer than it would.
      if (!isRedisAway(error)) this.#options.log.error({ err: error }, "the gate could not note an answer");
    }
  }

  #askNobody(pace: Pace, weight: number): Verdict {
    const now = performance.now();
    if (pace.nextAlone > now) return { kind: "pace", ms: pace.nextAlone - now };
    pace.nextAlone = now + (pace.interval * weight) / 1000 / partAlone;
    return { kind: "go" };
  }

  /** Groups and channels have negative ids or @names. */
  #allowance(chat: string): Allowance {
    const allowances = this.#options.allowances ?? usualAllowances;
    return /^\d/.test(chat) ? allowances.private : allowances.group;
  }

  #key(name: string): string {
    return `${this.#options.prefix}:gate:${name}`;
  }

  #chatKeys(chat: string): [string, string] {
    return [this.#key(`chat:${chat}:paused`), this.#key(`chat:${chat}:log`)];
  }

  async #run(script: string, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown> {
    const { redis } = this.#options;
    const sha = createHash("sha1").update(script).digest("hex");
    try {
      return await redis.evalsha(sha, keys.length, ...keys, ...args);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith("NOSCRIPT"))) throw error;
      return redis.eval(script, keys.length, ...keys, ...args);
    }
  }
}

/** The shortest way to Telegram and back of the last minute or two, in milliseconds. */
class ShortestWay {
  /** None in the first two seconds, which errs to the safe side. */
  #before = 0;
  #now = Number.POSITIVE_INFINITY;
  #until = performance.now() + 2000;

  add(ms: number): void {
    this.#now = Math.min(this.#now, ms);
    if (performance.now() < this.#until) return;
    this.#before = this.#now;
    this.#now = Number.POSITIVE_INFINITY;
    this.#until = performance.now() + 60_000;
  }

  shortest(): number {
    return Math.min(this.#before, this.#now);
  }
}
