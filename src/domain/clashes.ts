/** What cannot work in a programme: people and rooms wanted twice at once, and ways nobody can make in the time. */
import { type Choices, ownProgramme } from "./audience.ts";
import { answersForAll } from "./crowd.ts";
import type { Event, Seat } from "./mission.ts";
import type { Programme, TimedEvent } from "./timetable.ts";
import { wayMinutes } from "./way.ts";

/**
 * `two places`: people are bound to be at two events at once. `room twice`: two events want one room. `called away`:
 * people are to gather for the second while the first is still on. `way short`: from the end of the first to the call of
 * the second there is less time than the way takes.
 */
export const clashKinds = ["two places", "room twice", "called away", "way short"] as const;
export type ClashKind = (typeof clashKinds)[number];

export interface Clash {
  readonly kind: ClashKind;
  /** Ids, in the order they begin. */
  readonly events: readonly [string, string];
  /** Ids of the seats it concerns; nobody's in particular where it is the room that is wanted twice. */
  readonly seats: readonly string[];
  /** Only of a way too short, in minutes: what there is, and what the way takes. */
  readonly minutes?: { readonly there: number; readonly needed: number };
}

/** A seat, and what its participant has chosen. */
export interface Member {
  readonly seat: Seat;
  readonly choices: Choices;
}

const MINUTE = 60_000;
/** No way across a city takes longer; who goes farther is taken there by an event of its own. */
const LONGEST_WAY = 6 * 60;

/** Every clash of a programme for these members, each pair of events once of a kind, in the order the later ones begin. */
export function clashesOf(programme: Programme, members: readonly Member[]): Clash[] {
  const place = new Map(programme.events.map(({ event }, index) => [event.id, index]));
  const placeOf = ({ events: [, later] }: Clash) => place.get(later) ?? 0;
  return [...clashesOfPeople(programme, members), ...roomsTwice(programme)].sort(
    (one, other) => placeOf(one) - placeOf(other),
  );
}

/** The clashes that have come up since: of another pair of events, of another kind, or of more people than before. */
export function newClashes(before: readonly Clash[], after: readonly Clash[]): Clash[] {
  const known = new Map(before.map((clash) => [keyOf(clash), clash.seats.length]));
  return after.filter((clash) => (known.get(keyOf(clash)) ?? -1) < clash.seats.length);
}

/** The same for two clashes of one kind between the same events, whichever of them begins first now. */
function keyOf({ kind, events }: Found): string {
  return [kind, ...[...events].sort()].join(" ");
}

function clashesOfPeople(programme: Programme, members: readonly Member[]): Clash[] {
  const clashes = new Map<string, Clash>();
  for (const { own, travel, seats } of programmesOf(programme, members)) {
    for (const clash of [...doubleBooked(own), ...shortWays(programme, own, travel)]) {
      const key = keyOf(clash);
      clashes.set(key, { ...clash, seats: [...(clashes.get(key)?.seats ?? []), ...seats] });
    }
  }
  return [...clashes.values()];
}

type Found = Omit<Clash, "seats">;

/** What some seats have in common: the events they are bound to be at, and those that take them somewhere. */
interface Shared {
  readonly own: readonly TimedEvent[];
  readonly travel: readonly TimedEvent[];
  readonly seats: string[];
}

/** Most of a delegation has one of a few programmes: each is looked through once. */
function programmesOf(programme: Programme, members: readonly Member[]): Iterable<Shared> {
  const shared = new Map<string, Shared>();
  for (const { seat, choices } of members) {
    if (answersForAll(seat)) continue;
    const whole = ownProgramme(programme, seat, choices).filter(({ undecided }) => !undecided);
    const key = whole.map(({ event }) => event.id).join(" ");
    const same = shared.get(key);
    if (same !== undefined) {
      same.seats.push(seat.id);
      continue;
    }
    const own = whole.filter(({ event }) => !event.optional && event.kind !== "free");
    const travel = whole.filter(({ event }) => event.kind === "transfer" || event.kind === "travel");
    shared.set(key, { own, travel, seats: [seat.id] });
  }
  return shared.values();
}

/** Pairs on at once, and pairs of which the later gathers too early. The organisers' own items go on beside all else. */
function* doubleBooked(own: readonly TimedEvent[]): Generator<Found> {
  const byCall = own.toSorted((one, other) => one.call - other.call);
  for (const [index, first] of byCall.entries()) {
    for (const second of byCall.slice(index + 1)) {
      if (second.call > first.start && second.call >= lastOf(first)) break;
      if (areWorking(first.event) !== areWorking(second.event)) continue;
      const [earlier, later] = first.start <= second.start ? [first, second] : [second, first];
      const kind = together(earlier, later)
        ? "two places"
        : callsAway(earlier, later)
          ? "called away"
          : undefined;
      if (kind !== undefined) yield { kind, events: [earlier.event.id, later.event.id] };
    }
  }
}

function areWorking({ audience }: Event): boolean {
  return audience === "organisers";
}

/** When an event is known to be over: one without an end may be short. */
function lastOf({ start, end }: TimedEvent): number {
  return end ?? start;
}

function together(one: TimedEvent, other: TimedEvent): boolean {
  return one.start === other.start || (one.start < lastOf(other) && other.start < lastOf(one));
}

function callsAway(earlier: TimedEvent, later: TimedEvent): boolean {
  return later.call < later.start && later.call < lastOf(earlier);
}

/** Each event against the one before it; what begins together with another has the same one before it. */
function* shortWays(
  { mission }: Programme,
  own: readonly TimedEvent[],
  travel: readonly TimedEvent[],
): Generator<Found> {
  for (const [index, later] of own.entries()) {
    const earlier = own.slice(0, index).findLast(({ start }) => start < later.start);
    if (earlier?.end === undefined || later.call < earlier.end) continue;
    const there = (later.call - earlier.end) / MINUTE;
    const needed = wayMinutes(mission, earlier, later);
    if (there >= Math.min(needed, LONGEST_WAY)) continue;
    if (areWorking(earlier.event) !== areWorking(later.event)) continue;
    const from = earlier.start;
    const taken = travel.some((bus) => bus !== earlier && from < bus.start && bus.start < later.start);
    if (taken) continue;
    yield {
      kind: "way short",
      events: [earlier.event.id, later.event.id],
      minutes: { there, needed },
    };
  }
}

function* roomsTwice({ events }: Programme): Generator<Clash> {
  const running = new Map<string, TimedEvent[]>();
  for (const later of events) {
    const room = roomOf(later.event);
    if (room === undefined) continue;
    const there = (running.get(room) ?? []).filter(
      (earlier) => earlier.start === later.start || lastOf(earlier) > later.start,
    );
    for (const { event } of there.filter((earlier) => together(earlier, later))) {
      const alternatives = event.choice !== undefined && event.choice === later.event.choice;
      if (alternatives || areWorking(event) !== areWorking(later.event)) continue;
      yield { kind: "room twice", events: [event.id, later.event.id], seats: [] };
    }
    running.set(room, [...there, later]);
  }
}

/** What an event has to itself: its room, or the whole place where a ceremony or a signing names none. */
function roomOf({ venue, room, kind }: Event): string | undefined {
  if (venue === undefined) return undefined;
  if (room !== undefined) return JSON.stringify([venue, room]);
  return kind === "ceremony" || kind === "signing" ? JSON.stringify([venue]) : undefined;
}
