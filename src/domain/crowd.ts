/** Which events have people in common, so that one that runs late keeps the other waiting. */
import { concerns } from "./audience.ts";
import type { Event, Mission, Seat } from "./mission.ts";

/** Whether what happens to the one event happens to people of the other. */
export type Binds = (one: Event, other: Event) => boolean;

/**
 * Events bind each other where they are for everybody, for a common group, or for a seat that is at both. The
 * organisers' own items bind nobody's but their own; organisers without groups, who see everything, bind nothing.
 */
export function bindingIn({ people = [] }: Mission): Binds {
  const bound = people.filter((seat) => !answersForAll(seat));
  const known = new Map<Event, ReadonlySet<string>>();
  const seatsAt = (event: Event) => {
    const seats =
      known.get(event) ?? new Set(bound.filter((seat) => concerns(event, seat)).map(({ id }) => id));
    known.set(event, seats);
    return seats;
  };
  return (one, other) => {
    if (one.audience === "organisers" && other.audience !== "organisers") return false;
    const [groups, others] = [one.groups ?? [], other.groups ?? []];
    if (groups.length === 0 || others.length === 0) return true;
    if (groups.some((group) => others.includes(group))) return true;
    const there = seatsAt(other);
    return [...seatsAt(one)].some((seat) => there.has(seat));
  };
}

/** An organiser without groups sees every event, and cannot be bound to be at each. */
export function answersForAll({ role, groups }: Seat): boolean {
  return role === "organiser" && (groups === undefined || groups.length === 0);
}
