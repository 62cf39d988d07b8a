import { awayFrom, whoseNow } from "../domain/absences.ts";
import { combinedProgramme, type Principal } from "../domain/aides.ts";
import { ownProgramme } from "../domain/audience.ts";
import { type Escorted, escortedBy, escortsOf } from "../domain/escorts.ts";
import type { Seat } from "../domain/mission.ts";
import { type Member, wishesAt } from "../domain/seats.ts";
import type { MissionInForce } from "../domain/timetable.ts";
import type { Reading } from "../messages/reading.ts";
import type { Speeches } from "../messages/speech.ts";
import type { Store } from "../storage/store.ts";

/** What a message to a member is composed from, as it is in force at programme time `now`. */
export async function readingFor(
  { store, speeches }: { store: Store; speeches: Speeches },
  mission: MissionInForce,
  { seat, participant }: Member,
  now: number,
): Promise<Reading> {
  const file = mission.programme.mission;
  const [choices, closed, principal] = await Promise.all([
    store.choices.of(file.id, seat.id),
    store.choices.closed(file.id),
    principalOf(store, file.id, seat),
  ]);
  const speech = speeches(participant.language, file.languages[0]);
  return {
    ...{ mission, seat, own: ownProgramme(mission.programme, seat, choices), choices, speech, now },
    closed,
    away: awayFrom(participant.wishes),
    ...(principal === undefined ? {} : { principal }),
  };
}

/** The same with all that an aide is told of: their principal's programme too; what one will not come to is the other's. */
export function withPrincipal(reading: Reading): Reading {
  if (reading.principal === undefined) return reading;
  const own = combinedProgramme(reading.mission.programme, reading).map((timed) => whoseNow(reading, timed));
  return { ...reading, own };
}

/** The principal's programme, as their aide reads it; what the aide will not come to is not the principal's absence. */
export function onBehalfOf(reading: Reading, principal: Principal): Reading {
  const { seat, choices, wishes } = principal;
  const own = ownProgramme(reading.mission.programme, seat, choices);
  return { ...reading, seat, own, choices, principal, away: awayFrom(wishes), isOnBehalf: true };
}

/** Whom a seat assists, as it is now. */
export async function principalOf(
  { people, choices }: Pick<Store, "people" | "choices">,
  mission: string,
  { id, aideOf }: Seat,
): Promise<Principal | undefined> {
  if (aideOf === undefined || aideOf === id) return undefined;
  const [place, picks] = await Promise.all([people.place(mission, aideOf), choices.of(mission, aideOf)]);
  const wishes = place && wishesAt(place);
  return place && { seat: place.seat, choices: picks, ...(wishes === undefined ? {} : { wishes }) };
}

/** The seats of those who answer for somebody. */
export async function escortsFor(store: Store, { programme }: MissionInForce, seat: Seat): Promise<Seat[]> {
  const { mission } = programme;
  const chosen = await store.escorts.chosen(mission.id);
  const seats = await Promise.all(
    escortsOf(seat, mission, chosen).map((escort) => store.people.seat(mission.id, escort)),
  );
  return seats.filter((escort) => escort !== undefined);
}

/** The groups and vehicles somebody answers for. */
export async function escortedFor(
  { escorts }: Pick<Store, "escorts">,
  { programme: { mission } }: MissionInForce,
  seat: Seat,
): Promise<Escorted[]> {
  return escortedBy(mission, seat.id, await escorts.chosen(mission.id));
}
