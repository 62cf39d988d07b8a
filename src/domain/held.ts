/** «Задерживается, время уточняется»: what waits with an event nobody knows the new hour of. */
import type { TimedEvent } from "./timetable.ts";

/**
 * The ids of the events of one own programme that wait: each held one, and what follows it that day up to the next
 * fixed event, which does not. Nobody should be called to something that will not begin when it says.
 */
export function heldFollowers(own: readonly TimedEvent[]): Set<string> {
  const waiting = new Set<string>();
  for (const held of own) {
    if (!held.held) continue;
    waiting.add(held.event.id);
    const following = own.filter(({ start, day }) => start > held.start && day === held.day);
    const fixed = Math.min(...following.filter(({ event }) => event.fixed).map(({ start }) => start));
    for (const { event, start } of following) if (start < fixed) waiting.add(event.id);
  }
  return waiting;
}
