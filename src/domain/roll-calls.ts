/**
 * Roll calls: whom one is of, and who stands how. Every gathering has one for each of its buses (or groups, where people
 * go on foot); others are called in chat. Instants are programme time, epoch milliseconds.
 */
import { isAway } from "./absences.ts";
import { type Choices, ownProgramme, vehiclesFor } from "./audience.ts";
import { answersForAll } from "./crowd.ts";
import { type ChosenEscorts, type Escorted, escortedIn, escortOf } from "./escorts.ts";
import { type Event, leadMillis, type Mission, type Seat } from "./mission.ts";
import { type Place, wishesAt } from "./seats.ts";
import { endOf, type Programme, type TimedEvent } from "./timetable.ts";

/** Whom a roll call is of: everybody, a group, a bus, or the people of an event. */
export type Circle = "all" | Escorted | `event/${string}`;

export interface RollCall {
  /** `g.<event>.<group or vehicle>.<id>` of a gathering's own; else of the update by which it was called. */
  readonly id: string;
  readonly of: Circle;
  /** The event it counts for. */
  readonly event?: string;
  /** The seat of whoever called it; a gathering's own has none. */
  readonly by?: string;
  readonly at: number;
  /** Of one called in chat: the seats, with the person who then sat there. */
  readonly called: readonly { readonly seat: string; readonly user?: number }[];
}

/** How a roll call was ended, and by whom. */
export interface Closing {
  readonly at: number;
  readonly by: string;
}

/** Absent: at the end of a roll call nobody had seen them. Excused: they had said that they would not come. */
export type Presence = "present" | "absent" | "excused";

/** What was said of one seat in one roll call. */
export interface Mark {
  /** Where the marks of the roll call are, and the event it counts for. */
  readonly bucket: string;
  readonly event?: string;
  readonly seat: string;
  /** The person in the seat then, if there was one. */
  readonly user?: number;
  readonly presence: Presence;
  readonly at: number;
  /** The seat of whoever said so: their own, or an escort's or an organiser's. */
  readonly by: string;
}

/** Where the marks of a roll call are: those of all buses of a gathering are in one place. */
export function bucketOf(roll: string): string {
  return roll.startsWith("g.") ? roll.split(".").slice(0, 2).join(".") : roll;
}

/** Where the marks of an event's gathering are. */
export function gatheringBucket(event: string): string {
  return `g.${event}`;
}

/** The id of the roll call of one team at an event's gathering. */
export function gatheringRoll(event: string, team: Escorted): string {
  return `${gatheringBucket(event)}.${team.replace("/", ".")}`;
}

/** A gathering's own roll call, by its id; nothing where the event no longer gathers. */
export function rollOfGathering({ events }: Programme, id: string): RollCall | undefined {
  const [sign, event, kind, team] = id.split(".");
  const timed = events.find((one) => one.event.id === event);
  if (sign !== "g" || team === undefined || timed?.event.gathering === undefined) return undefined;
  if (kind !== "group" && kind !== "vehicle") return undefined;
  return { id, of: `${kind}/${team}`, event: timed.event.id, at: timed.call, called: [] };
}

const MINUTE = 60_000;
const USUAL_LEAD = 15 * MINUTE;
/** People are expected from here on, at the earliest. */
const LONGEST_LEAD = 60 * MINUTE;

/** When an escort gets the roll call of a gathering: with its reminder, the last of several but within an hour. */
export function rollDueAt({ mission }: Programme, { event, call }: TimedEvent): number {
  const leads = (event.reminders ?? mission.reminders?.gathering ?? []).map(leadMillis);
  const within = leads.filter((lead) => lead <= LONGEST_LEAD);
  return call - (within.length > 0 ? Math.max(...within) : USUAL_LEAD);
}

/**
 * When an escort gets a card of a roll call, at most: one for each of their buses, or else groups, that an event of
 * their own is for.
 */
export function rollCardsOf(
  programme: Programme,
  own: readonly TimedEvent[],
  { id }: Seat,
  chosen: ChosenEscorts,
): number[] {
  const { mission } = programme;
  const teams = escortedIn(mission).filter(({ of }) => escortOf(mission, of, chosen) === id);
  const gatherings = own.filter(({ event }) => event.gathering !== undefined);
  return gatherings.flatMap((timed) => {
    const { vehicles = [], groups = [] } = timed.event;
    const teamsIn = (kind: "vehicle" | "group", ids: readonly string[]) =>
      teams.filter(({ of }) => ids.some((team) => of === `${kind}/${team}`));
    const onFoot = groups.length === 0 ? (mission.groups ?? []).map((group) => group.id) : groups;
    const buses = teamsIn("vehicle", vehicles);
    const there = buses.length > 0 ? buses : teamsIn("group", onFoot);
    return there.map(() => rollDueAt(programme, timed));
  });
}

/** Whether it makes sense to say that one is there. */
export function mayBeHere(timed: TimedEvent, now: number): boolean {
  return timed.event.gathering !== undefined && now < endOf(timed);
}

/** The bus, else the group, with which a seat goes to an event; nothing where nobody answers for it. */
export function teamOf(event: Event, seat: Seat, { groups = [] }: Mission): Escorted | undefined {
  const { vehicle } = seat;
  if (vehicle !== undefined && event.vehicles?.includes(vehicle) && vehiclesFor(event, seat).length === 1)
    return `vehicle/${vehicle}`;
  const meant = event.groups ?? [];
  const group = (seat.groups ?? []).find(
    (id) => groups.some((one) => one.id === id) && (meant.length === 0 || meant.includes(id)),
  );
  return group === undefined ? undefined : `group/${group}`;
}

/** Whether somebody is expected at an event: it is theirs, and they are not there to see to everything only. */
export function isExpected(programme: Programme, event: Event, seat: Seat, choices: Choices): boolean {
  const rides = seat.vehicle !== undefined && event.vehicles?.includes(seat.vehicle);
  if (answersForAll(seat) && !rides) return false;
  return ownProgramme(programme, seat, choices).some((own) => own.event.id === event.id);
}

/** The teams that go to an event, each with its seats in the order given. */
export function teamsAt(
  programme: Programme,
  event: Event,
  seats: readonly Seat[],
  choices: ReadonlyMap<string, Choices>,
): Map<Escorted, Seat[]> {
  const teams = new Map<Escorted, Seat[]>();
  for (const seat of seats) {
    if (!isExpected(programme, event, seat, choices.get(seat.id) ?? {})) continue;
    const team = teamOf(event, seat, programme.mission);
    if (team !== undefined) teams.set(team, [...(teams.get(team) ?? []), seat]);
  }
  return teams;
}

/** The places a circle consists of, in the order given. */
export function placesOf(
  circle: Circle,
  places: readonly Place[],
  { programme, choices }: { programme: Programme; choices: ReadonlyMap<string, Choices> },
): Place[] {
  if (circle === "all") return [...places];
  const [kind, id = ""] = circle.split("/");
  if (kind === "group") return places.filter(({ seat }) => seat.groups?.includes(id));
  if (kind === "vehicle") return places.filter(({ seat }) => seat.vehicle === id);
  const event = programme.events.find((timed) => timed.event.id === id)?.event;
  return event === undefined
    ? []
    : places.filter(({ seat }) => isExpected(programme, event, seat, choices.get(seat.id) ?? {}));
}

/** The seats a roll call called, and the people it called where they sit now. */
export function calledNow({ called }: RollCall, places: readonly Place[]): Place[] {
  const seats = new Set(called.map(({ seat }) => seat));
  const users = new Set(called.map(({ user }) => user));
  return places.filter(
    ({ seat, participant }) =>
      seats.has(seat.id) || (participant !== undefined && users.has(participant.user)),
  );
}

/** How somebody stands in a roll call; waiting: nobody has said anything of them. */
export interface Standing extends Place {
  readonly state: Presence | "waiting";
  readonly mark?: Mark;
  /** Why they said they will not come. */
  readonly reason?: string;
}

const order: readonly Standing["state"][] = ["waiting", "absent", "excused", "present"];

/**
 * How each of these places stands by the marks of a roll call, those who are missing first. What was said of a person
 * follows the person to another seat, and is not said of whoever comes after them.
 */
export function standingsOf(
  places: readonly Place[],
  marks: readonly Mark[],
  event: string | undefined,
): Standing[] {
  const byUser = new Map(marks.flatMap((mark) => (mark.user === undefined ? [] : [[mark.user, mark]])));
  const bySeat = new Map(marks.flatMap((mark) => (mark.user === undefined ? [[mark.seat, mark]] : [])));
  return places
    .map((place): Standing => {
      const { seat, participant } = place;
      const wishes = wishesAt(place);
      const mark = byUser.get(participant?.user ?? Number.NaN) ?? bySeat.get(seat.id);
      const away = event !== undefined && isAway(wishes, event);
      const reason = event === undefined || !away ? undefined : wishes?.away?.[event]?.reason;
      return {
        ...place,
        state: mark?.presence ?? (away ? "excused" : "waiting"),
        ...(mark === undefined ? {} : { mark }),
        ...(reason === undefined ? {} : { reason }),
      };
    })
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

/** Whether somebody is still waited for, or did not come. */
export function isMissing({ state }: Standing): boolean {
  return state === "waiting" || state === "absent";
}
