/** What differs between two own programmes of one person: what they must be told, and what is a matter of wording. */
import { type OwnEvent, vehiclesFor } from "./audience.ts";
import type { Event, Seat } from "./mission.ts";
import { leaveOf, type Programme } from "./timetable.ts";

/** A programme as one seat sees it. */
export interface OwnProgramme {
  readonly programme: Programme;
  readonly seat: Seat;
  readonly events: readonly OwnEvent[];
  /** The seat an aide assists, whose events are among these. */
  readonly principal?: Seat;
}

/** What about an event a person must know to be in the right place, at the right time, with the right things. */
export const newsFields = [
  "time",
  "gathering",
  "place",
  "status",
  "hold",
  "vehicles",
  "dress",
  "bring",
  "role",
  "choice",
] as const;
export type NewsField = (typeof newsFields)[number];

/** One event that is not as it was; without `before` it is new to the person, without `after` it is no longer theirs. */
export interface EventChange {
  readonly id: string;
  /** The programme it is compared with, which knows what its places were called. */
  readonly earlier: Programme;
  readonly before?: OwnEvent;
  readonly after?: OwnEvent;
  /** What of it is news; empty where it is only worded otherwise. */
  readonly fields: readonly NewsField[];
  /** New to the person again: they were told that it was called off. */
  readonly restored?: true;
  /** Why it is gone: called off for everybody, or only no longer this person's. */
  readonly gone?: "cancelled" | "not yours";
}

/** Every difference, in the order the events begin (those that are gone where they were). */
export function changesBetween(before: OwnProgramme, after: OwnProgramme): EventChange[] {
  const then = new Map(before.events.map((timed) => [timed.event.id, timed]));
  const now = new Map(after.events.map((timed) => [timed.event.id, timed]));
  const changes: EventChange[] = [];
  const earlier = before.programme;
  for (const timed of after.events) {
    const was = then.get(timed.event.id);
    if (was === undefined) {
      changes.push({ id: timed.event.id, earlier, after: timed, fields: [] });
      continue;
    }
    // Whose it is has changed: it is new to one of the two, or no longer theirs.
    if (was.of !== timed.of) {
      if (was.of !== "both") changes.push({ id: timed.event.id, earlier, after: timed, fields: [] });
      else {
        const left = timed.of === undefined ? { ...was, of: "principal" as const } : withoutPrincipal(was);
        changes.push({ id: timed.event.id, earlier, before: left, fields: [], gone: "not yours" });
      }
      continue;
    }
    const fields = newsFields.filter((field) => aspects[field](was, before) !== aspects[field](timed, after));
    if (fields.length > 0 || wording(was, before) !== wording(timed, after)) {
      changes.push({ id: timed.event.id, earlier, before: was, after: timed, fields });
    }
  }
  for (const timed of before.events) {
    const { id } = timed.event;
    if (now.has(id)) continue;
    const gone = after.programme.events.some(({ event }) => event.id === id) ? "not yours" : "cancelled";
    changes.push({ id, earlier, before: timed, fields: [], gone });
  }
  return changes.sort((a, b) => startOf(a) - startOf(b));
}

/** An event as only one's own. */
function withoutPrincipal({ of: _, ...timed }: OwnEvent): OwnEvent {
  return timed;
}

/** Whether a change is news rather than wording. What was over, and still is, is nobody's news any more. */
export function isNews({ before, after, fields }: EventChange, now: number): boolean {
  const sides = [before, after].filter((side) => side !== undefined);
  if (sides.every((side) => leaveOf(side) <= now)) return false;
  return fields.length > 0 || sides.length === 1;
}

/** The earliest call of either side: from when on the change must be known. */
export function callOf({ before, after }: EventChange): number {
  return Math.min(before?.call ?? Number.POSITIVE_INFINITY, after?.call ?? Number.POSITIVE_INFINITY);
}

function startOf({ before, after }: EventChange): number {
  return (after ?? before)?.start ?? 0;
}

/** Each aspect of an event as something that can be compared. */
const aspects: Readonly<Record<NewsField, (timed: OwnEvent, own: OwnProgramme) => string>> = {
  // While it is held, its hours are only what they were.
  time: ({ start, end, zone, endZone, held }) => (held ? "" : JSON.stringify([start, end, zone, endZone])),
  gathering: ({ event: { gathering }, call, departs, held }) =>
    held || gathering === undefined ? "" : JSON.stringify([call, departs, gathering.place]),
  place: ({ event }, { programme }) =>
    JSON.stringify([event.room, ...[event.venue, event.to].map((id) => whereabouts(id, programme))]),
  status: ({ event }) => event.status ?? "confirmed",
  hold: ({ held }) => String(held),
  vehicles: ({ event, of }, { seat, principal }) => {
    const rides = [
      ...(of === "principal" ? [] : [seat]),
      ...(of === undefined || !principal ? [] : [principal]),
    ];
    return JSON.stringify(rides.map((one) => [...vehiclesFor(event, one)].sort()));
  },
  dress: ({ event }) => JSON.stringify(event.dressCode ?? null),
  bring: ({ event }) => JSON.stringify(event.bring ?? []),
  role: ({ event }, { seat, principal }) =>
    JSON.stringify(
      (event.roles ?? [])
        .filter(({ person }) => person === seat.id || person === principal?.id)
        .map(({ role, person }) => (person === seat.id ? role : [person, role])),
    ),
  choice: ({ undecided }) => String(undecided),
};

/** Where a venue is; what it is called is wording. */
function whereabouts(id: string | undefined, { mission }: Programme) {
  const venue = mission.venues?.find((one) => one.id === id);
  return venue === undefined ? null : [venue.id, venue.address ?? null, venue.location ?? null];
}

/** All else that a card of the event shows. */
function wording({ event }: OwnEvent, { programme: { mission } }: OwnProgramme): string {
  const named = <T extends { id: string }>(list: readonly T[] | undefined, ids: (string | undefined)[]) =>
    list?.filter(({ id }) => ids.includes(id));
  return JSON.stringify([
    shownFields.map((field) => event[field] ?? null),
    named(mission.venues, [event.venue, event.to]),
    named(mission.vehicles, event.vehicles ?? []),
    named(mission.contacts, [event.contact]),
  ]);
}

const shownFields = [
  "kind",
  "title",
  "description",
  "interpreter",
  "host",
  "brief",
  "documents",
  "weather",
  "roles",
  "contact",
  "optional",
] as const satisfies readonly (keyof Event)[];
