import { randomBytes } from "node:crypto";
import type { Redis } from "ioredis";
import type { Language } from "../domain/mission.ts";
import type { Invited } from "./invitations.ts";
import type { Keys } from "./keys.ts";
import { recordForm } from "./record.ts";

/** Somebody without an invitation asks to be let in. */
export interface AccessRequest {
  /** Six characters, fit for buttons. */
  readonly id: string;
  readonly user: number;
  readonly chat: number;
  /** As Telegram has it. */
  readonly name: string;
  /** Of their phone. */
  readonly language: Language;
  /** Programme time, epoch milliseconds. */
  readonly at: number;
}

/** How a request was decided; the request goes with it, so that a decision cut short by a crash can be carried out. */
export interface Decision {
  readonly request: AccessRequest;
  /** The organiser's seat. */
  readonly by: string;
  readonly granted: boolean;
  /** Where the person is to sit, if they were let in. */
  readonly to?: Invited;
  /** The update by which it was decided: handled again, it decides again. */
  readonly update: number;
}

export type AskOutcome = "asked" | "asked already" | "too many";

const requestForm = recordForm<AccessRequest>("request to join");
const decisionForm = recordForm<Decision>("decision on a request");

/** How long after a decision a person may not ask again, in seconds of machine time. */
const ASKED_FOR = 24 * 60 * 60;
/** How long a decision is remembered, and the code of a granted invitation, in seconds of machine time. */
const DECIDED_FOR = 30 * 24 * 60 * 60;
/** How many may wait for an answer at once; far more than organisers would read. */
const MOST_OPEN = 100;

/** KEYS: requests, asked. ARGV: id, record, most. */
const ASK = `
if redis.call('EXISTS', KEYS[2]) == 1 then return 'asked already' end
if redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then return 'too many' end
redis.call('SET', KEYS[2], ARGV[1])
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 'asked'`;

/** KEYS: requests, decision, asked. ARGV: id, decision, two spans in seconds. The answer is the decision that stands. */
const DECIDE = `
local standing = redis.call('GET', KEYS[2])
if standing then return standing end
if redis.call('HDEL', KEYS[1], ARGV[1]) == 0 then return false end
redis.call('SET', KEYS[2], ARGV[2], 'EX', ARGV[3])
redis.call('EXPIRE', KEYS[3], ARGV[4])
return ARGV[2]`;

/**
 * Requests to join. Who asks knows of no mission, so a request is put to the organisers of all; the first decision
 * stands.
 */
export class Requests {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** Makes a person's request, unless one of theirs is open or was made within a day. */
  async ask(request: Omit<AccessRequest, "id">): Promise<AskOutcome> {
    const id = randomBytes(5).toString("base64url").slice(0, 6);
    const { requests, asked } = this.#keys;
    const args = [id, requestForm.encode({ ...request, id }), MOST_OPEN];
    // The script returns nothing else.
    return (await this.#redis.eval(ASK, 2, requests, asked(request.user), ...args)) as AskOutcome;
  }

  /** The requests that wait for an organiser of a mission: of all who have no seat in it, the oldest first. */
  async open(mission: string): Promise<AccessRequest[]> {
    const all = (await this.#redis.hvals(this.#keys.requests)).map(requestForm.decode);
    const seated = await Promise.all(
      all.map(({ user }) => this.#redis.hexists(this.#keys.user(user), mission)),
    );
    const waiting = all.filter((_, index) => seated[index] === 0);
    return waiting.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  async find(id: string): Promise<AccessRequest | undefined> {
    const stored = await this.#redis.hget(this.#keys.requests, id);
    return stored === null ? undefined : requestForm.decode(stored);
  }

  /** Whether somebody may ask, waits for an answer, or was answered so lately that they may not ask again. */
  async standing(user: number): Promise<"may ask" | "waiting" | "answered"> {
    const asked = await this.#redis.get(this.#keys.asked(user));
    if (asked === null) return "may ask";
    return (await this.#redis.hexists(this.#keys.requests, asked)) === 1 ? "waiting" : "answered";
  }

  /** The request a person has open. */
  async openOf(user: number): Promise<AccessRequest | undefined> {
    const asked = await this.#redis.get(this.#keys.asked(user));
    return asked === null ? undefined : this.find(asked);
  }

  /** Decides a request; the answer is the decision that stands, which is another's if they were first. */
  async decide(decision: Decision): Promise<Decision | undefined> {
    const { id, user } = decision.request;
    const keys = [this.#keys.requests, this.#keys.decision(id), this.#keys.asked(user)];
    const args = [id, decisionForm.encode(decision), DECIDED_FOR, ASKED_FOR];
    const standing = await this.#redis.eval(DECIDE, 3, ...keys, ...args);
    return typeof standing === "string" ? decisionForm.decode(standing) : undefined;
  }

  async decision(id: string): Promise<Decision | undefined> {
    const stored = await this.#redis.get(this.#keys.decision(id));
    return stored === null ? undefined : decisionForm.decode(stored);
  }

  /** Remembers which invitation a person was given. */
  async grant(user: number, code: string): Promise<void> {
    await this.#redis.set(this.#keys.granted(user), code, "EX", DECIDED_FOR);
  }

  /** The code of the invitation a person was given on request. */
  async granted(user: number): Promise<string | undefined> {
    return (await this.#redis.get(this.#keys.granted(user))) ?? undefined;
  }

  /** Somebody has been let in: whatever they asked is answered. */
  async settle(user: number): Promise<void> {
    const asked = await this.#redis.get(this.#keys.asked(user));
    if (asked !== null) await this.#redis.hdel(this.#keys.requests, asked);
    await this.#redis.del(this.#keys.asked(user), this.#keys.granted(user));
  }
}
