import { randomBytes } from "node:crypto";
import type { Redis } from "ioredis";
import type { Seat } from "../domain/mission.ts";
import type { Participant } from "../domain/seats.ts";
import type { Keys } from "./keys.ts";
import { seatForm } from "./missions.ts";
import { encodeParticipant } from "./people.ts";

/** What an invitation opens: a named seat, a new seat in a group, or an organiser's seat in every mission. */
export type InvitationFor =
  | { readonly kind: "seat"; readonly mission: string; readonly seat: string }
  | { readonly kind: "group"; readonly mission: string; readonly group: string }
  | { readonly kind: "organiser" };

export interface Invitation {
  readonly code: string;
  readonly for: InvitationFor;
  readonly usesLeft: number;
  /** Programme time, epoch milliseconds. */
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
 * Uses an invitation once and seats the person in one step: all that is asked for, or nothing.
 * KEYS: invitation, user, then participants and seats of each mission. ARGV: now, then of each mission its id, seat id,
 * participant record, and seat record or ''.
 */
const TAKE = `
local mine, elsewhere, count = 0, false, (#KEYS - 2) / 2
for i = 0, count - 1 do
  local sitting = redis.call('HGET', KEYS[2], ARGV[2 + 4 * i])
  if sitting == ARGV[3 + 4 * i] then mine = mine + 1 elseif sitting then elsewhere = true end
end
if mine == count then return 'already yours' end
if elsewhere then return 'sits elsewhere' end
local uses = tonumber(redis.call('HGET', KEYS[1], 'uses') or '0')
local expires = tonumber(redis.call('HGET', KEYS[1], 'expires') or '0')
if uses < 1 or expires <= tonumber(ARGV[1]) then return 'invitation ended' end
for i = 0, count - 1 do
  if redis.call('HEXISTS', KEYS[3 + 2 * i], ARGV[3 + 4 * i]) == 1 then return 'seat taken' end
end
for i = 0, count - 1 do
  if ARGV[5 + 4 * i] ~= '' then redis.call('HSET', KEYS[4 + 2 * i], ARGV[3 + 4 * i], ARGV[5 + 4 * i]) end
  redis.call('HSET', KEYS[3 + 2 * i], ARGV[3 + 4 * i], ARGV[4 + 4 * i])
  redis.call('HSET', KEYS[2], ARGV[2 + 4 * i], ARGV[3 + 4 * i])
end
redis.call('HINCRBY', KEYS[1], 'uses', -1)
return 'taken'`;

/** Invitations: unguessable codes that let people take seats. */
export class Invitations {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** Makes an invitation at programme time `now`; its code is fit for a deep link ([A-Za-z0-9_-], at most 64). */
  async create(
    what: InvitationFor,
    uses: number,
    { now, expiresAt }: { now: number; expiresAt: number },
  ): Promise<string> {
    const code = randomBytes(16).toString("base64url");
    await this.#keep(code, what, uses, now, expiresAt);
    return code;
  }

  /** The invitation behind a code, if it can still be used at programme time `now`. */
  async find(code: string, now: number): Promise<Invitation | undefined> {
    const { for: what, uses, expires } = await this.#redis.hgetall(this.#keys.invitation(code));
    if (what === undefined || Number(uses) < 1 || Number(expires) <= now) return undefined;
    return {
      code,
      for: JSON.parse(what) as InvitationFor,
      usesLeft: Number(uses),
      expiresAt: Number(expires),
    };
  }

  /** Seats a person by an invitation, at programme time `now`. */
  async take(code: string, takings: readonly Taking[], now: number): Promise<TakeOutcome> {
    const user = takings[0]?.participant.user ?? 0;
    const keys = [
      this.#keys.invitation(code),
      this.#keys.user(user),
      ...takings.flatMap(({ mission }) => [this.#keys.participants(mission), this.#keys.seats(mission)]),
    ];
    const args = takings.flatMap(({ mission, participant, madeSeat }) => [
      mission,
      participant.seat,
      encodeParticipant(participant),
      madeSeat === undefined ? "" : seatForm.encode(madeSeat),
    ]);
    // The script returns nothing else.
    return (await this.#redis.eval(TAKE, keys.length, ...keys, now, ...args)) as TakeOutcome;
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
      if (standing === fresh) await this.#keep(fresh, { kind: "organiser" }, 1, now, now + DAY);
      if ((await this.find(standing, now)) !== undefined) return standing;
      await this.#redis.eval(FORGET, 1, this.#keys.claim, standing);
    }
  }

  /** Takes the claim link out of force: there is an organiser. */
  async withdrawClaim(): Promise<void> {
    const standing = await this.#redis.get(this.#keys.claim);
    if (standing !== null) await this.#redis.del(this.#keys.claim, this.#keys.invitation(standing));
  }

  async #keep(
    code: string,
    what: InvitationFor,
    uses: number,
    now: number,
    expiresAt: number,
  ): Promise<void> {
    const key = this.#keys.invitation(code);
    const fields = { for: JSON.stringify(what), uses, expires: expiresAt };
    // The record outlives the link for a while, so that Redis is not the one to decide by the machine's clock.
    const seconds = Math.ceil((Math.max(0, expiresAt - now) + MARGIN) / 1000);
    await this.#redis.multi().hset(key, fields).expire(key, seconds).exec();
  }
}
