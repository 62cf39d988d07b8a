/** How long one needs from one venue to another, by a cautious rule of thumb: nobody asks a route planner here. */
import type { Mission } from "./mission.ts";
import type { TimedEvent } from "./timetable.ts";

/** Streets are no straight lines, and a column of buses is no taxi. */
const DETOUR = 1.4;
const KILOMETRES_PER_HOUR = 25;
/** Getting in and out. */
const BOARDING = 5;
/** Between venues of which not both are on the map. */
const UNMEASURED = 10;
const EARTH_RADIUS_KM = 6371;

type Venue = NonNullable<Mission["venues"]>[number];
type Point = NonNullable<Venue["location"]>;

/** Whole minutes from the end of one event to the call of the next; 0 where they are in one place or nobody knows where. */
export function wayMinutes({ venues }: Mission, before: TimedEvent, after: TimedEvent): number {
  // Who gathers somewhere is fetched from there: how far that is, the file does not say.
  if (after.event.gathering?.place !== undefined) return 0;
  const from = before.event.to ?? before.event.venue;
  const to = after.event.venue;
  if (from === undefined || to === undefined || from === to) return 0;
  const pointOf = (id: string) => venues?.find((venue) => venue.id === id)?.location;
  const [one, other] = [pointOf(from), pointOf(to)];
  if (one === undefined || other === undefined) return UNMEASURED;
  return Math.ceil(((kilometres(one, other) * DETOUR) / KILOMETRES_PER_HOUR) * 60) + BOARDING;
}

/** The great-circle distance, by the haversine formula. */
function kilometres(one: Point, other: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(one.latitude, other.latitude) +
    Math.cos(radians(one.latitude)) *
      Math.cos(radians(other.latitude)) *
      half(one.longitude, other.longitude);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}
