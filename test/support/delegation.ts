/** Delegations of any size, seated at once: for what is about sending, not about joining. */
import type { Mission, Seat } from "../../src/domain/mission.ts";
import { extraSeat } from "../../src/domain/seats.ts";
import type { BotApi } from "../../src/rehearsal/bot-api/server.ts";
import { type Person, person } from "../../src/rehearsal/people.ts";
import type { Store } from "../../src/storage/store.ts";
import { type MissionSketch, missionWith } from "./missions.ts";

export interface DelegationSketch extends MissionSketch {
  readonly delegates: number;
  /** One, if not given. */
  readonly organisers?: number;
}

/** A checked mission with seats `organiser-1` …, `delegate-1` …; without digests, unless it says something of them. */
export function delegationWith({ delegates, organisers = 1, ...sketch }: DelegationSketch): Mission {
  const seats = (role: "organiser" | "delegate", count: number) =>
    Array.from({ length: count }, (_, i) => ({
      id: `${role}-${i + 1}`,
      position: `The ${role} ${i + 1}`,
      role,
    }));
  const people = [...seats("organiser", organisers), ...seats("delegate", delegates)];
  return missionWith({ digest: null, people, ...sketch });
}

/** Seats beyond those of the file, as they are made in chat. */
export function furtherSeats(count: number): Seat[] {
  return Array.from({ length: count }, (_, i) => extraSeat(`guest-${i + 1}`, `The guest ${i + 1}`, {}));
}

/** Puts somebody who has started the bot into every seat of a mission, at once; by seat id. */
export async function seatEverybody(
  api: BotApi,
  { invitations }: Store,
  { id, people = [] }: Mission,
  joinedAt: number,
  further: readonly Seat[] = [],
): Promise<Map<string, Person>> {
  const made = new Set(further);
  const seated = [...people, ...further].map(async (seat) => {
    const newcomer = person(api, { firstName: seat.id, languageCode: "en" });
    const account = api.world.accounts.get(newcomer.id);
    if (account !== undefined) account.started = true;
    const invitation = { kind: "seat", mission: id, seat: seat.id } as const;
    const code = await invitations.create(invitation, 1, { now: 0, expiresAt: Number.MAX_SAFE_INTEGER });
    const where = { user: newcomer.id, chat: newcomer.id };
    const participant = { ...where, seat: seat.id, language: "en" as const, joinedAt };
    const taking = { mission: id, participant, ...(made.has(seat) ? { madeSeat: seat } : {}) };
    const outcome = await invitations.take(code, [taking], joinedAt);
    if (outcome !== "taken") throw new Error(`${seat.id} could not be seated: ${outcome}`);
    return [seat.id, newcomer] as const;
  });
  return new Map(await Promise.all(seated));
}
