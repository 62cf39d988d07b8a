import type { Event, Mission } from "./mission.ts";

/**
 * The zones in which an event's times are written. It starts (and gathers) in its venue's zone, else the mission's. It
 * ends there too, unless it goes `to` another venue.
 */
export function zonesOf(
  mission: Pick<Mission, "timezone" | "venues">,
  event: Pick<Event, "venue" | "to">,
): { start: string; end: string } {
  const zoneAt = (id: string | undefined) =>
    mission.venues?.find((venue) => venue.id === id)?.timezone ?? mission.timezone;
  const start = zoneAt(event.venue);
  return { start, end: event.to === undefined ? start : zoneAt(event.to) };
}

/** The zone in which people live before and after a mission. */
export function zoneOfHome({ homeTimezone, timezone }: Mission): string {
  return homeTimezone ?? timezone;
}
