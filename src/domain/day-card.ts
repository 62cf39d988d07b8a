/**
 * The card of the day: a person's day in one message, kept right while the day goes on. It is the morning's digest, or
 * what joining has shown; here is when it has to be looked at, and until when.
 */
import { dayOf, endOf, nextDay, type Programme, type TimedEvent, zoneOfDay } from "./timetable.ts";
import { instantOf } from "./zones.ts";

/** What ends so shortly before somebody is called is shown as over together with that call: one edit for two. */
const TOGETHER = 10 * 60_000;

/** Until when the card of a date is kept: till midnight where the day is spent, and till the day's last event is over. */
export function cardUntil(own: readonly TimedEvent[], date: string, otherwise: string): number {
  const midnight = instantOf(`${nextDay(date)}T00:00`, zoneOfDay(own, date, otherwise)).at;
  return Math.max(midnight, ...own.filter((timed) => dayOf(timed) === date).map(endOf));
}

/** The instants at which a card shows an event otherwise than before: as on, as over, and as of another day. */
function instantsOf({ mission, events }: Programme): Map<TimedEvent, readonly number[]> {
  const calls = [...new Set(events.map(({ call }) => call))].sort((a, b) => a - b);
  const zones = [...new Set([mission.timezone, ...events.flatMap(({ zone, endZone }) => [zone, endZone])])];
  const midnights = new Map(
    [...new Set(events.map(dayOf))].map((day) => [
      day,
      zones.map((zone) => instantOf(`${nextDay(day)}T00:00`, zone).at),
    ]),
  );
  return new Map(
    events.map((timed) => {
      const end = endOf(timed);
      const over = calls.find((call) => end <= call && call <= end + TOGETHER) ?? end;
      return [timed, [timed.call, over, ...(midnights.get(dayOf(timed)) ?? [])]];
    }),
  );
}

/** The instants at which anybody's card can change by itself: sorted, each once. */
export function cardInstantsOf(programme: Programme): number[] {
  return [...new Set([...instantsOf(programme).values()].flat())].sort((a, b) => a - b);
}

/** The events whose look changes at one of these instants. */
export function eventsTurningAt(programme: Programme, instants: ReadonlySet<number>): TimedEvent[] {
  const turns = [...instantsOf(programme)].filter(([, its]) => its.some((at) => instants.has(at)));
  return turns.map(([timed]) => timed);
}
