/** Arbitrary missions and people, for properties that hold for all of them. */
import fc from "fast-check";
import { DateTime } from "luxon";
import { zonesOf } from "../../src/domain/event-zones.ts";
import type { Event, Kind, Mission, Seat } from "../../src/domain/mission.ts";
import { readMission } from "../../src/domain/mission-check.ts";
import { instantOf } from "../../src/domain/zones.ts";

const MINUTE = 60_000;

/** Days around which somewhere a clock is changed, a leap day, and one on which nothing happens. */
const firstDays = ["2026-03-28", "2026-10-24", "2026-03-07", "2026-10-31", "2016-02-28", "2016-11-17"];
const zones = ["Asia/Krasnoyarsk", "Europe/Berlin", "America/New_York", "Asia/Tokyo", "Asia/Kathmandu"];
const venues = zones.flatMap((timezone, index) => [
  { id: `hall-${index}`, name: `Hall ${index}`, timezone },
  { id: `office-${index}`, name: `Office ${index}`, timezone },
]);
const groups = ["officials", "business"];
const kinds: Kind[] = ["meeting", "visit", "meal", "free", "travel", "roundtable"];

const leads = fc.uniqueArray(
  fc.constantFrom("PT5M", "PT10M", "PT12M", "PT15M", "PT20M", "PT30M", "PT60M", "PT1H", "PT3H", "P1D"),
  { maxLength: 3 },
);

/** Mostly the same few halls, so that events follow each other on the spot. */
const venue = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("hall-0", "office-0") },
  { weight: 2, arbitrary: fc.constantFrom(...venues.map(({ id }) => id)) },
);

/** People who may take part, by their places in the file. */
const places = [0, 1, 2] as const;
export const personIds = places.map((place) => `person-${place}`);

const mostEvents = 8;
export const eventIds = Array.from({ length: mostEvents }, (_, index) => `event-${index}`);

export const someGroups = fc.subarray(groups);

const person = fc.record({
  groups: someGroups,
  role: fc.constantFrom("delegate" as const, "delegate" as const, "organiser" as const),
});

const eventPlan = fc.record({
  kind: fc.constantFrom(...kinds),
  /** Minutes after the midnight with which the mission begins. */
  start: fc.nat({ max: 20 * 12 }).map((steps) => steps * 5),
  length: fc.option(
    fc.integer({ min: 1, max: 60 }).map((steps) => steps * 5),
    { freq: 6 },
  ),
  gatherBefore: fc.option(
    fc.integer({ min: 1, max: 24 }).map((steps) => steps * 5),
    { freq: 2 },
  ),
  venue: fc.option(venue, { freq: 8 }),
  to: venue,
  groups: someGroups,
  choice: fc.option(fc.constant("tables"), { freq: 1 }),
  organisersOnly: fc.constantFrom(false, false, false, true),
  reminders: fc.option(leads, { freq: 1 }),
  role: fc.option(fc.constantFrom(...personIds), { freq: 1 }),
});
type EventPlan = typeof eventPlan extends fc.Arbitrary<infer Plan> ? Plan : never;

const leadTable = fc.record(
  { default: leads, gathering: leads, firstOfDay: leads, meal: leads, meeting: leads, travel: leads },
  { requiredKeys: [] },
);

/** Checked missions of a day or so, one to eight events, in several zones, with three people. */
export const anyMission: fc.Arbitrary<Mission> = fc
  .record({
    day: fc.constantFrom(...firstDays),
    timezone: fc.constantFrom(...zones),
    reminders: leadTable,
    people: fc.tuple(person, person, person),
    plans: fc.array(eventPlan, { minLength: 1, maxLength: mostEvents, size: "max" }),
  })
  .map(({ day, timezone, plans, people, reminders }) => {
    const midnight = DateTime.fromISO(day, { zone: timezone }).toMillis();
    const events = plans.map((plan, index) => eventFrom({ timezone, venues }, midnight, plan, index));
    const visited = new Set(events.flatMap(({ venue, to }) => [venue, to]));
    return checked({
      format: 1,
      id: "any",
      title: "Any",
      timezone,
      languages: ["en"],
      reminders,
      groups: groups.map((id) => ({ id, title: id })),
      people: people.map((one, place) => ({ id: personIds[place] ?? "", position: "Delegate", ...one })),
      venues: venues.filter(({ id }) => visited.has(id)),
      events,
    });
  })
  // A night on which a clock is set back can turn an event's end before its start; that is no mission.
  .filter((mission) => mission !== undefined);

type Where = Parameters<typeof zonesOf>[0];

function eventFrom(mission: Where, midnight: number, plan: EventPlan, index: number): Event {
  const { kind, start, length, gatherBefore, choice, reminders, role } = plan;
  const event: Event = {
    id: `event-${index}`,
    kind,
    title: `Event ${index}`,
    start: "",
    ...(plan.venue === null ? {} : { venue: plan.venue }),
    ...(kind === "travel" ? { to: plan.to } : {}),
    ...(plan.groups.length === 0 ? {} : { groups: plan.groups }),
    ...(choice === null ? {} : { choice }),
    ...(plan.organisersOnly ? { audience: "organisers" as const } : {}),
    ...(reminders === null ? {} : { reminders }),
    ...(role === null ? {} : { roles: [{ role: "speaks", person: role }] }),
  };
  const at = midnight + start * MINUTE;
  return withTimes(mission, event, {
    start: at,
    end: length === null ? undefined : at + length * MINUTE,
    call: gatherBefore === null ? undefined : at - gatherBefore * MINUTE,
  });
}

function withTimes(
  mission: Where,
  event: Event,
  { start, end, call }: { start: number; end: number | undefined; call: number | undefined },
): Event {
  const zone = zonesOf(mission, event);
  const { end: _end, gathering: _gathering, ...rest } = event;
  return {
    ...rest,
    start: local(start, zone.start),
    ...(end === undefined ? {} : { end: local(end, zone.end) }),
    ...(call === undefined ? {} : { gathering: { ...event.gathering, at: local(call, zone.start) } }),
  };
}

function local(at: number, zone: string): string {
  return DateTime.fromMillis(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
}

function checked(file: Mission): Mission | undefined {
  const reading = readMission(JSON.stringify(file));
  return reading.ok ? reading.mission : undefined;
}

/** The mission with one event begun, called and ended so many minutes later; nothing where that is no mission. */
export function moved(mission: Mission, eventId: string, minutes: number): Mission | undefined {
  return withEvent(mission, eventId, (event) => {
    const zone = zonesOf(mission, event);
    const later = (time: string | undefined, inZone: string) =>
      time === undefined ? undefined : instantOf(time, inZone).at + minutes * MINUTE;
    const start = later(event.start, zone.start) ?? 0;
    return withTimes(mission, event, {
      start,
      end: later(event.end, zone.end),
      call: later(event.gathering?.at, zone.start),
    });
  });
}

export function withEvent(
  mission: Mission,
  eventId: string,
  change: (event: Event) => Event,
): Mission | undefined {
  return checked({
    ...mission,
    events: mission.events.map((event) => (event.id === eventId ? change(event) : event)),
  });
}

/** The mission without an event; nothing where it was the last. */
export function without(mission: Mission, eventId: string): Mission | undefined {
  return checked({ ...mission, events: mission.events.filter(({ id }) => id !== eventId) });
}

export function regrouped(mission: Mission, personId: string, toGroups: string[]): Mission | undefined {
  const people = mission.people?.map(
    (seat): Seat => (seat.id === personId ? { ...seat, groups: toGroups } : seat),
  );
  return checked({ ...mission, ...(people === undefined ? {} : { people }) });
}
