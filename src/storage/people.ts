import { isDeepStrictEqual } from "node:util";
import type { Redis } from "ioredis";
import type { Language, Mission, Seat } from "../domain/mission.ts";
import { type Told, toldFor } from "../domain/news.ts";
import {
  bySeat,
  inOrder,
  isOrganiser,
  isTaken,
  type Member,
  type Participant,
  type Place,
} from "../domain/seats.ts";
import type { Wishes } from "../domain/wishes.ts";
import type { Keys } from "./keys.ts";
import { seatForm } from "./missions.ts";
import { amend, recordForm } from "./record.ts";
import { run } from "./script.ts";

/** Seconds of machine time. */
const REASON_AWAITED_FOR = 30 * 60;

const participantForm = recordForm<Participant>("participant");
export const spokenForm = recordForm<Wishes>("wish of somebody spoken for");

/** Keeps what is said for somebody if they have not joined, and nobody else has said anything since `was` was read. */
const SPEAK = `
if redis.call('HEXISTS', participants, seat) == 1 then return 'joined' end
if (redis.call('HGET', spokenFor, seat) or '') ~= was then return 'meanwhile' end
redis.call('HSET', spokenFor, seat, is)
return 'kept'`;

/** Of whose absence from what somebody is asked for the reason. */
export interface AwaitedReason {
  readonly mission: string;
  readonly seat: string;
  readonly event: string;
}

/** Seats of the delegations, and the participants in them. */
export class People {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async seats(mission: string): Promise<Seat[]> {
    return (await this.#redis.hvals(this.#keys.seats(mission))).map(seatForm.decode);
  }

  async seat(mission: string, seat: string): Promise<Seat | undefined> {
    const stored = await this.#redis.hget(this.#keys.seats(mission), seat);
    return stored === null ? undefined : seatForm.decode(stored);
  }

  async participants(mission: string): Promise<Participant[]> {
    return (await this.#redis.hvals(this.#keys.participants(mission))).map(participantForm.decode);
  }

  /** Everybody who has joined, each with their seat. */
  async members(mission: string): Promise<Member[]> {
    const [seats, participants] = await Promise.all([this.seats(mission), this.participants(mission)]);
    const byId = bySeat(seats);
    return participants.flatMap((participant) => {
      const seat = byId.get(participant.seat);
      return seat === undefined ? [] : [{ seat, participant }];
    });
  }

  /** Every seat in the order of protocol, with whoever is in it. */
  async places(mission: Mission): Promise<Place[]> {
    const [seats, participants, spokenFor] = await Promise.all([
      this.seats(mission.id),
      this.participants(mission.id),
      this.#redis.hgetall(this.#keys.spokenFor(mission.id)),
    ]);
    const sitting = new Map(participants.map((participant) => [participant.seat, participant]));
    return inOrder(seats, mission).map((seat) =>
      placeOf(seat, sitting.get(seat.id), spokenFor[seat.id] ?? null),
    );
  }

  /** One seat, with whoever is in it. */
  async place(mission: string, seatId: string): Promise<Place | undefined> {
    const [seat, stored, spokenFor] = await Promise.all([
      this.seat(mission, seatId),
      this.#redis.hget(this.#keys.participants(mission), seatId),
      this.#redis.hget(this.#keys.spokenFor(mission), seatId),
    ]);
    const participant = stored === null ? undefined : participantForm.decode(stored);
    return seat && placeOf(seat, participant, spokenFor);
  }

  async member(mission: string, seatId: string): Promise<Member | undefined> {
    const place = await this.place(mission, seatId);
    return place !== undefined && isTaken(place) ? place : undefined;
  }

  /** The seats a Telegram user has: mission id to seat id. */
  async seatsOfUser(user: number): Promise<Record<string, string>> {
    return this.#redis.hgetall(this.#keys.user(user));
  }

  /** The missions that nobody who joined organises. */
  async missionsWithoutOrganiser(): Promise<string[]> {
    const missions = await this.#redis.hkeys(this.#keys.inForce);
    const members = await Promise.all(missions.map((mission) => this.members(mission)));
    return missions.filter((_, index) => !members[index]?.some(({ seat }) => isOrganiser(seat)));
  }

  async currentMission(user: number): Promise<string | undefined> {
    return (await this.#redis.get(this.#keys.current(user))) ?? undefined;
  }

  async switchTo(user: number, mission: string): Promise<void> {
    await this.#redis.set(this.#keys.current(user), mission);
  }

  async setLanguage(mission: string, seat: string, language: Language): Promise<void> {
    await this.#amend(mission, seat, (participant) => ({ ...participant, language }));
  }

  /** Changes a person's wishes, at programme time `now`. Where nothing changes, they were not changed then. */
  async setWishes(
    mission: string,
    seat: string,
    change: (wishes: Wishes) => Wishes,
    now: number,
  ): Promise<void> {
    await this.#amend(mission, seat, (participant) => {
      const wishedBefore = participant.wishes ?? {};
      const wishes = change(wishedBefore);
      // A second tap of the same button must not forget what was wished before the first.
      if (isDeepStrictEqual(wishes, wishedBefore)) return participant;
      return { ...participant, wishes, wishedAt: now, wishedBefore };
    });
  }

  /** The same by an aide, for somebody who may not have joined. */
  async setWishesFor(
    mission: string,
    seat: string,
    change: (wishes: Wishes) => Wishes,
    now: number,
  ): Promise<void> {
    const keys = {
      participants: this.#keys.participants(mission),
      spokenFor: this.#keys.spokenFor(mission),
    };
    for (;;) {
      const was = await this.#redis.hget(keys.spokenFor, seat);
      const is = spokenForm.encode(change(was === null ? {} : spokenForm.decode(was)));
      const outcome = await run(this.#redis, SPEAK, keys, { seat, was: was ?? "", is });
      if (outcome === "joined") return this.setWishes(mission, seat, change, now);
      if (outcome === "kept") return;
    }
  }

  /** Notes what of the programme somebody is about to be told: from here on they may know of it. */
  async setTelling(mission: string, seat: string, telling: Told): Promise<void> {
    await this.#amend(mission, seat, (participant) => ({ ...participant, telling }));
  }

  /** What somebody's next words are to be the reason of, for half an hour; without it, nothing is awaited. */
  async awaitReason(user: number, of: AwaitedReason | undefined): Promise<void> {
    const key = this.#keys.awaitedReason(user);
    if (of === undefined) await this.#redis.del(key);
    else await this.#redis.set(key, JSON.stringify(of), "EX", REASON_AWAITED_FOR);
  }

  async awaitedReason(user: number): Promise<AwaitedReason | undefined> {
    const stored = await this.#redis.get(this.#keys.awaitedReason(user));
    return stored === null ? undefined : (JSON.parse(stored) as AwaitedReason);
  }

  /** Notes what of the programme somebody has been told. */
  async setTold(mission: string, seat: string, told: Told): Promise<void> {
    await this.#amend(mission, seat, ({ telling: _, ...participant }) => ({ ...participant, told }));
  }

  /**
   * Notes whom somebody assists from programme time `now` on: what of the principal's programme there is, they are shown
   * and not told.
   */
  async setToldFor(mission: string, seat: string, principal: Seat | undefined, now: number): Promise<void> {
    await this.#amend(mission, seat, ({ told, telling, assistsSince: _, ...participant }) => ({
      ...participant,
      ...(principal && { assistsSince: now }),
      ...(told && { told: toldFor(told, principal) }),
      ...(telling && { telling: toldFor(telling, principal) }),
    }));
  }

  /** What they were about to be told has not been sent. */
  async setUntold(mission: string, seat: string): Promise<void> {
    await this.#amend(mission, seat, ({ telling: _, ...participant }) => participant);
  }

  /** Notes that Telegram refuses messages to a person, at programme time `now`. */
  async setUnreachable(mission: string, seat: string, now: number): Promise<void> {
    await this.#amend(mission, seat, (participant) => ({ unreachableSince: now, ...participant }));
  }

  /** Notes that a person can be written to again; whether they could not. */
  setReachable(mission: string, seat: string): Promise<boolean> {
    return this.#amend(mission, seat, ({ unreachableSince: _, ...participant }) => participant);
  }

  /** Whether that changed anything. */
  async #amend(mission: string, seat: string, change: (was: Participant) => Participant): Promise<boolean> {
    const key = this.#keys.participants(mission);
    const outcome = await amend({ redis: this.#redis, key, field: seat, form: participantForm }, change);
    return outcome === "amended";
  }
}

function placeOf(seat: Seat, participant: Participant | undefined, spokenFor: string | null): Place {
  return {
    seat,
    ...(participant === undefined ? {} : { participant }),
    ...(spokenFor === null ? {} : { spokenFor: spokenForm.decode(spokenFor) }),
  };
}

export const encodeParticipant = participantForm.encode;
