import { randomBytes } from "node:crypto";
import type { Redis } from "ioredis";
import type { Seat } from "../domain/mission.ts";
import type { Participant } from "../domain/seats.ts";
import type { Keys } from "./keys.ts";
import { seatForm } from "./missions.ts";
import { encodeParticipant, spokenForm } from "./people.ts";

/** What an invitation opens: a named seat, a new seat in a group, or an organiser's seat in every mission. */
export type InvitationFor =
  | { readonly kind: "seat"; readonly mission: string; readonly seat: string }
  | { readonly kind: "group"; readonly mission: string; readonly group: string }
  | { readonly kind: "organiser" };

/** What links can be revoked of: a seat or a group of a mission. */
export type Invited = Exclude<InvitationFor, { readonly kind: "organiser" }>;

export interface Invitation {
  readonly code: string;
  readonly for: InvitationFor;
  readonly usesLeft: number;
  /** Programme time, epoch milliseconds. */
  readonly expiresAt: number;
}

/** From when to when a link lives: programme time, epoch milliseconds. */
export interface Lifetime {
  readonly now: number;
  readonly expiresAt: number;
}

/** A seat to be taken: whose it will be, and the seat itself where joining makes it. */
export interface Taking {
  readonly mission: string;
  readonly participant: Participant;
  readonly madeSeat?: Seat;
}

export type TakeOutcome = "taken" | "already yours" | "sits elsewhere" | "seat taken" | "invitation ended";

const DAY = 24 * 60 * 60 * 1000;
/** How much longer than its link an invitation's record is kept, in milliseconds of machine time. */
const MARGIN = 30 * DAY;

/** Deletes a key if it still holds a value. */
const FORGET = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

/** Wrong codes a person may try within an hour; 128 random bits do the rest. */
const GUESSES_AN_HOUR = 5;

/**
 * Lua: whether the invitation of this key has been revoked: its seat or group has had more revocations since it was
 * made. Those made before links could be revoked count from none.
 */
const REVOKED = `
local function revoked(invitation, revocations)
  local kept = redis.call('HMGET', invitation, 'for', 'round')
  if not kept[1] then return false end
  local what = cjson.decode(kept[1])
  if what.kind == 'organiser' then return false end
  local round = redis.call('HGET', revocations, what.kind .. '/' .. (what.seat or what.group)) or '0'
  return tonumber(kept[2] or '0') ~= tonumber(round)
end`;

/**
 * Uses an invitation once and seats the person in one step: all that is asked for, or nothing.
 * KEYS: invitation, user, revocations, then participants, seats and what aides have said of each mission. ARGV: now, then
 * of each mission its id, seat id, participant record, seat record or '', and what was said for them, or '', which is in
 * the participant record and must still be all.
 */
const TAKE = `${REVOKED}
local mine, elsewhere, count = 0, false, (#KEYS - 3) / 3
for i = 0, count - 1 do
  local sitting = redis.call('HGET', KEYS[2], ARGV[2 + 5 * i])
  if sitting == ARGV[3 + 5 * i] then mine = mine + 1 elseif sitting then elsewhere = true end
end
if mine == count then return 'already yours' end
if elsewhere then return 'sits elsewhere' end
local uses = tonumber(redis.call('HGET', KEYS[1], 'uses') or '0')
local expires = tonumber(redis.call('HGET', KEYS[1], 'expires') or '0')
if uses < 1 or expires <= tonumber(ARGV[1]) or revoked(KEYS[1], KEYS[3]) then return 'invitation ended' end
for i = 0, count - 1 do
  if redis.call('HEXISTS', KEYS[4 + 3 * i], ARGV[3 + 5 * i]) == 1 then return 'seat taken' end
  if (redis.call('HGET', KEYS[6 + 3 * i], ARGV[3 + 5 * i]) or '') ~= ARGV[6 + 5 * i] then return 'meanwhile' end
end
for i = 0, count - 1 do
  if ARGV[5 + 5 * i] ~= '' then redis.call('HSET', KEYS[5 + 3 * i], ARGV[3 + 5 * i], ARGV[5 + 5 * i]) end
  redis.call('HSET', KEYS[4 + 3 * i], ARGV[3 + 5 * i], ARGV[4 + 5 * i])
  redis.call('HSET', KEYS[2], ARGV[2 + 5 * i], ARGV[3 + 5 * i])
  redis.call('HDEL', KEYS[6 + 3 * i], ARGV[3 + 5 * i])
end
redis.call('HINCRBY', KEYS[1], 'uses', -1)
return 'taken'`;

/**
 * Keeps a new invitation, revoking what was made before it if so asked.
 * KEYS: invitation, revocations, index. ARGV: field of the revocations, code, `for`, uses, expires, seconds to keep,
 * '1' to revoke.
 */
const CREATE = `
if ARGV[7] == '1' then
  redis.call('HINCRBY', KEYS[2], ARGV[1], 1)
  redis.call('DEL', KEYS[3])
end
local round = redis.call('HGET', KEYS[2], ARGV[1]) or '0'
redis.call('HSET', KEYS[1], 'for', ARGV[3], 'uses', ARGV[4], 'expires', ARGV[5], 'round', round)
redis.call('EXPIRE', KEYS[1], ARGV[6])
redis.call('ZADD', KEYS[3], ARGV[5], ARGV[2])
return 1`;

/** Invitations: unguessable codes that let people take seats. */
export class Invitations {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** Makes an invitation at programme time `now`; its code is fit for a deep link ([A-Za-z0-9_-], at most 64). */
  async create(what: InvitationFor, uses: number, when: Lifetime): Promise<string> {
    const code = randomBytes(16).toString("base64url");
    if (what.kind === "organiser") await this.#keep(code, what, uses, when);
    else await this.#enter(code, what, uses, when, false);
    return code;
  }

  /** Makes an invitation in place of all made before for this seat or group, in one step. */
  async renew(what: Invited, uses: number, when: Lifetime): Promise<string> {
    const code = randomBytes(16).toString("base64url");
    await this.#enter(code, what, uses, when, true);
    return code;
  }

  /** Ends every invitation made for a seat or a group, at once. */
  async revoke(what: Invited): Promise<void> {
    const of = subjectOf(what);
    await this.#redis
      .multi()
      .hincrby(this.#keys.revocations(what.mission), of, 1)
      .del(this.#keys.invitationsTo(what.mission, of))
      .exec();
  }

  /** The invitations to a seat or a group that can still be used at programme time `now`, the last to expire first. */
  async live(what: Invited, now: number): Promise<Invitation[]> {
    const index = this.#keys.invitationsTo(what.mission, subjectOf(what));
    const codes = await this.#redis.zrevrangebyscore(index, "+inf", `(${now}`);
    const found = await Promise.all(codes.map((code) => this.find(code, now)));
    return found.filter((invitation) => invitation !== undefined);
  }

  /** The invitation behind a code, if it can still be used at programme time `now`. */
  async find(code: string, now: number): Promise<Invitation | undefined> {
    const { for: kept, uses, expires, round } = await this.#redis.hgetall(this.#keys.invitation(code));
    if (kept === undefined || Number(uses) < 1 || Number(expires) <= now) return undefined;
    const what = JSON.parse(kept) as InvitationFor;
    if (what.kind !== "organiser") {
      const revocations = await this.#redis.hget(this.#keys.revocations(what.mission), subjectOf(what));
      if (Number(revocations) !== Number(round ?? 0)) return undefined;
    }
    return { code, for: what, usesLeft: Number(uses), expiresAt: Number(expires) };
  }

  /** Seats a person by an invitation, at programme time `now`. What their aide has said for them is their own word then. */
  async take(code: string, takings: readonly Taking[], now: number): Promise<TakeOutcome> {
    const user = takings[0]?.participant.user ?? 0;
    const keys = [
      this.#keys.invitation(code),
      this.#keys.user(user),
      this.#keys.revocations(takings[0]?.mission ?? ""),
      ...takings.flatMap(({ mission }) => [
        this.#keys.participants(mission),
        this.#keys.seats(mission),
        this.#keys.spokenFor(mission),
      ]),
    ];
    for (;;) {
      const args = await Promise.all(takings.map((taking) => this.#argsOf(taking)));
      const outcome = await this.#redis.eval(TAKE, keys.length, ...keys, now, ...args.flat());
      // The script returns nothing else.
      if (outcome !== "meanwhile") return outcome as TakeOutcome;
    }
  }

  async #argsOf({ mission, participant, madeSeat }: Taking): Promise<string[]> {
    const said = await this.#redis.hget(this.#keys.spokenFor(mission), participant.seat);
    const wishes = said === null ? {} : { wishes: spokenForm.decode(said) };
    return [
      ...[mission, participant.seat, encodeParticipant({ ...participant, ...wishes })],
      ...[madeSeat === undefined ? "" : seatForm.encode(madeSeat), said ?? ""],
    ];
  }

  /** Counts a wrong code. */
  async wrongGuess(user: number): Promise<void> {
    const key = this.#keys.guesses(user);
    await this.#redis.multi().incr(key).expire(key, 3600, "NX").exec();
  }

  async guessesTooOften(user: number): Promise<boolean> {
    return Number(await this.#redis.get(this.#keys.guesses(user))) >= GUESSES_AN_HOUR;
  }

  /** The code of the claim link at programme time `now`: one at a time, however many processes ask, and for a day. */
  async claim(now: number): Promise<string> {
    const fresh = randomBytes(16).toString("base64url");
    for (;;) {
      const standing = (await this.#redis.set(this.#keys.claim, fresh, "NX", "GET")) ?? fresh;
      if (standing === fresh)
        await this.#keep(fresh, { kind: "organiser" }, 1, { now, expiresAt: now + DAY });
      if ((await this.find(standing, now)) !== undefined) return standing;
      await this.#redis.eval(FORGET, 1, this.#keys.claim, standing);
    }
  }

  /** Takes the claim link out of force: there is an organiser. */
  async withdrawClaim(): Promise<void> {
    const standing = await this.#redis.get(this.#keys.claim);
    if (standing !== null) await this.#redis.del(this.#keys.claim, this.#keys.invitation(standing));
  }

  async #keep(code: string, what: InvitationFor, uses: number, when: Lifetime): Promise<void> {
    const key = this.#keys.invitation(code);
    const fields = { for: JSON.stringify(what), uses, expires: when.expiresAt };
    await this.#redis.multi().hset(key, fields).expire(key, secondsToKeep(when)).exec();
  }

  async #enter(code: string, what: Invited, uses: number, when: Lifetime, revoking: boolean): Promise<void> {
    const of = subjectOf(what);
    await this.#redis.eval(
      CREATE,
      3,
      this.#keys.invitation(code),
      this.#keys.revocations(what.mission),
      this.#keys.invitationsTo(what.mission, of),
      ...[of, code, JSON.stringify(what), uses, when.expiresAt, secondsToKeep(when), revoking ? 1 : 0],
    );
  }
}

/** `seat/head`, `group/business` */
export function subjectOf(what: Invited): string {
  return `${what.kind}/${what.kind === "seat" ? what.seat : what.group}`;
}

/** The record outlives the link for a while, so that Redis is not the one to decide by the machine's clock. */
function secondsToKeep({ now, expiresAt }: Lifetime): number {
  return Math.ceil((Math.max(0, expiresAt - now) + MARGIN) / 1000);
}
