import { escortedIn, escortOf } from "../domain/escorts.ts";
import {
  calledNow,
  gatheringRoll,
  isMissing,
  type RollCall,
  rollDueAt,
  rollOfGathering,
  standingsOf,
  teamsAt,
} from "../domain/roll-calls.ts";
import { isOrganiser, type Place } from "../domain/seats.ts";
import { endOf, type MissionInForce, type Programme, type TimedEvent } from "../domain/timetable.ts";
import { type RollState, rollCard, rollMissing } from "../messages/roll-calls.ts";
import type { Store } from "../storage/store.ts";
import { editSent } from "./editing.ts";
import { deliver, Later, type Recipient, written } from "./parcel.ts";
import { type DeliveryQueue, jobOf } from "./queue.ts";

/** How long a call is worth answering; programme time, milliseconds. */
export const CALLED_FOR = 2 * 60 * 60 * 1000;

type Kept = Pick<Store, "people" | "choices" | "attendance" | "escorts">;

/** A roll call by its id, as it stands now. */
export async function rollState(
  store: Kept,
  mission: MissionInForce,
  id: string,
): Promise<RollState | undefined> {
  const { programme } = mission;
  const { id: missionId } = programme.mission;
  const [kept, closing, marks, places, choices] = await Promise.all([
    store.attendance.find(missionId, id),
    store.attendance.closing(missionId, id),
    store.attendance.marks(missionId, id),
    store.people.places(mission.programme.mission),
    store.choices.all(missionId),
  ]);
  // A closed one stays as it was, whatever becomes of the programme.
  const roll = closing === undefined ? (rollOfGathering(programme, id) ?? kept) : kept;
  if (roll === undefined) return undefined;
  const timed = programme.events.find(({ event }) => event.id === roll.event);
  const called = roll.called.length > 0 ? calledNow(roll, places) : gathering();
  return {
    roll,
    standings: standingsOf(called, marks, roll.event),
    ...(timed === undefined ? {} : { timed }),
    ...(closing === undefined ? {} : { closing }),
  };

  function gathering(): Place[] {
    if (timed === undefined || roll === undefined || !id.startsWith("g.")) return [];
    const seats = places.map(({ seat }) => seat);
    const teams = teamsAt(programme, timed.event, seats, choices);
    const team = [...teams].find(([of]) => of === roll.of)?.[1] ?? [];
    return places.filter(({ seat }) => team.includes(seat));
  }
}

/** The gatherings whose roll call falls due at one of these instants. */
export function gatheringsDueAt(programme: Programme, instants: ReadonlySet<number>): TimedEvent[] {
  return programme.events.filter(
    (timed) => timed.event.gathering !== undefined && instants.has(rollDueAt(programme, timed)),
  );
}

/** Queues the cards of these gatherings for whoever answers for the buses and groups that go there. */
export async function queueGatherings(
  store: Kept,
  queue: DeliveryQueue,
  mission: MissionInForce,
  gatherings: readonly TimedEvent[],
): Promise<void> {
  if (gatherings.length === 0 || escortedIn(mission.programme.mission).length === 0) return;
  const { id } = mission.programme.mission;
  const [places, choices] = await Promise.all([
    store.people.places(mission.programme.mission),
    store.choices.all(id),
  ]);
  const seats = places.map(({ seat }) => seat);
  for (const { event } of gatherings) {
    for (const team of teamsAt(mission.programme, event, seats, choices).keys())
      await queueRollCards({ store, queue }, mission, gatheringRoll(event.id, team));
  }
}

/**
 * Has the card of a roll call drawn anew for whoever answers for it. Whatever changes before the drawing begins is one
 * job; what changes later makes another, so that the card always ends as things are.
 */
export async function queueRollCards(
  { store, queue }: { store: Kept; queue: DeliveryQueue },
  mission: MissionInForce,
  roll: string,
): Promise<void> {
  const { id } = mission.programme.mission;
  const found = (await store.attendance.find(id, roll)) ?? rollOfGathering(mission.programme, roll);
  if (found === undefined) return;
  for (const seat of await readersOf(store, mission, found)) {
    const { times } = await store.attendance.drawn(id, `${seat}/${roll}`);
    const job = jobOf("rollCard", { mission: id, seat, about: roll }, `${roll}.${times}`);
    await queue.addBulk([job]);
  }
}

/** The seats whose card it is: the escort's, and of whoever called it. */
export async function readersOf(
  { escorts }: Pick<Store, "escorts">,
  { programme }: MissionInForce,
  { of, by }: RollCall,
): Promise<string[]> {
  const team = of.startsWith("group/") || of.startsWith("vehicle/") ? of : undefined;
  const chosen = await escorts.chosen(programme.mission.id);
  const escort = team === undefined ? undefined : escortOf(programme.mission, toEscorted(team), chosen);
  return [...new Set([escort, by].filter((seat) => seat !== undefined))];
}

function toEscorted(of: string): `group/${string}` | `vehicle/${string}` {
  return of.startsWith("group/") ? `group/${of.slice(6)}` : `vehicle/${of.slice(8)}`;
}

/** What the ledger calls somebody's card of a roll call. */
export function cardOf(roll: string): string {
  return `roll-card/${roll}`;
}

/** Draws somebody's card of a roll call: sent once, silently, and edited from then on. @throws Later */
export async function settleRollCard(recipient: Recipient, id: string): Promise<void> {
  const { parts, mission, reading, seat, entryOf } = recipient;
  const { store } = parts;
  const { id: missionId } = mission.programme.mission;
  const card = `${seat.id}/${id}`;
  const age = Date.now() - (await store.attendance.drawn(missionId, card)).at;
  if (age < parts.cardEvery) throw new Later("it was drawn just now", parts.cardEvery - age);
  await store.attendance.beginCard(missionId, card);
  const state = await rollState(store, mission, id);
  if (state === undefined || !(await readersOf(store, mission, state.roll)).includes(seat.id)) return;
  const { timed, closing } = state;
  const isGathering = id.startsWith("g.");
  if (isGathering && timed !== undefined && reading.now < rollDueAt(mission.programme, timed)) return;
  const message = rollCard(reading, state);
  const identity = cardOf(id);
  const sent = entryOf(identity);
  if (sent?.chat !== undefined && sent.message !== undefined) {
    await editSent(parts.api, { chat: sent.chat, message: sent.message }, message);
    return;
  }
  const isOver = closing !== undefined || (isGathering && timed !== undefined && endOf(timed) <= reading.now);
  if (sent !== undefined || isOver || state.standings.length === 0) return;
  await deliver(recipient, {
    identities: [identity],
    send: written(message),
    silent: true,
    priority: "card",
    // A roll may be called of an event that is over: of those who should be back from it.
    expiresAt: isGathering && timed !== undefined ? endOf(timed) : reading.now + CALLED_FOR,
  });
}

/** Tells the organisers who is missing at the end of a roll call (`roll/<id>`). */
export async function settleMissing(recipient: Recipient, about: string): Promise<void> {
  const { parts, mission, reading, seat, ended } = recipient;
  const id = about.slice("roll/".length);
  const state = await rollState(parts.store, mission, id);
  const closing = state?.closing;
  if (state === undefined || closing === undefined || closing.by === seat.id || !isOrganiser(seat)) return;
  const identity = `roll-missing/${id}.${closing.at}`;
  if (ended(identity) || !state.standings.some(isMissing)) return;
  await deliver(recipient, {
    identities: [identity],
    send: written(rollMissing(reading, state)),
    silent: false,
    priority: "reminder",
    expiresAt: closing.at + CALLED_FOR,
  });
}
