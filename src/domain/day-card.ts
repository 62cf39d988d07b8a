/**
 * The card of the day: a person's day in one message, kept right while the day goes on. It is the morning's digest, or
 * what joining has shown; here is when it has to be looked at, and until when.
 */
import type { Event } from "./mission.ts";
import { dayOf, endOf, nextDay, type Programme, type TimedEvent, zoneOfDay } from "./timetable.ts";
import { instantOf } from "./zones.ts";

/** What ends so shortly before somebody is called is shown as over together with that call: one edit for two. */
const TOGETHER = 10 * 60_000;

/** Until when the card of a date is kept: till midnight where the day is spent, and till the day's last event is over. */
export function cardUntil(own: readonly TimedEvent[], date: string, otherwise: string): number {
  const midnight = instantOf(`${nextDay(date)}T00:00`, zoneOfDay(own, date, otherwise)).at;
  return Math.max(midnight, ...own.filter((timed) => dayOf(timed) === date).map(endOf));
}

/** The instants at which a card shows each event otherwise than before: as on, as over, and as of another day. */
function turnsOf({ mission, events, cancelled }: Programme): Map<Event, readonly number[]> {
  const calls = [...new Set(events.map(({ call }) => call))].sort((a, b) => a - b);
  const zones = [...new Set([mission.timezone, ...events.flatMap(({ zone, endZone }) => [zone, endZone])])];
  const midnights = new Map<string, readonly number[]>();
  const midnightsAfter = ({ start }: Event) => {
    const day = start.slice(0, 10);
    const known = midnights.get(day) ?? zones.map((zone) => instantOf(`${nextDay(day)}T00:00`, zone).at);
    midnights.set(day, known);
    return known;
  };
  const overAt = (end: number) => calls.find((call) => end <= call && call <= end + TOGETHER) ?? end;
  return new Map([
    // A day may have been shown that has nothing left on it.
    ...cancelled.map((event) => [event, midnightsAfter(event)] as const),
    ...events.map(
      (timed) => [timed.event, [timed.call, overAt(endOf(timed)), ...midnightsAfter(timed.event)]] as const,
    ),
  ]);
}

/** The instants at which anybody's card can change by itself: sorted, each once. */
export function cardInstantsOf(programme: Programme): number[] {
  return [...new Set([...turnsOf(programme).values()].flat())].sort((a, b) => a - b);
}

/** The events whose look changes at one of these instants. */
export function eventsTurningAt(programme: Programme, instants: ReadonlySet<number>): Event[] {
  const turns = [...turnsOf(programme)].filter(([, its]) => its.some((at) => instants.has(at)));
  return turns.map(([event]) => event);
}
