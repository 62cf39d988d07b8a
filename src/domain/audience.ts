/** Whom an event is for: groups, parallel choices, and what only organisers see. */
import type { Event, Seat } from "./mission.ts";
import type { Programme, TimedEvent } from "./timetable.ts";

/** Which event a seat picked of each choice: choice id to event id. */
export type Choices = Readonly<Record<string, string>>;

/** An event in somebody's own programme. */
export interface OwnEvent extends TimedEvent {
  /** One of several parallel events among which this person has not picked yet. */
  readonly undecided: boolean;
  /** In an aide's eyes: an event of the principal's, or of both; without it only one's own. */
  readonly of?: "principal" | "both";
}

/**
 * A seat's own programme: what is for everybody, for its groups, or names it in a role; of parallel events the picked
 * one, or all while nothing is picked. Organisers without groups answer for everything and see everything.
 */
export function ownProgramme(programme: Programme, seat: Seat, choices: Choices): OwnEvent[] {
  // A mission still «проект» is seen by its organisers only.
  if (programme.mission.state === "draft" && seat.role !== "organiser") return [];
  return programme.events.flatMap((timed) => {
    const { event } = timed;
    if (!concerns(event, seat)) return [];
    const picked = event.choice === undefined ? undefined : choices[event.choice];
    if (picked !== undefined && picked !== event.id && stands(programme, seat, event.choice, picked))
      return [];
    return [{ ...timed, undecided: event.choice !== undefined && picked !== event.id }];
  });
}

/** Whether an event is for a seat, choices aside. */
export function concerns(event: Event, seat: Seat): boolean {
  const organiser = seat.role === "organiser";
  if (event.audience === "organisers" && !organiser) return false;
  if (event.groups === undefined || event.groups.length === 0) return true;
  const groups = seat.groups ?? [];
  if (organiser && groups.length === 0) return true;
  if (event.groups.some((group) => groups.includes(group))) return true;
  return event.roles?.some(({ person }) => person === seat.id) ?? false;
}

/** The vehicles of an event a seat may take: its own if that goes there, else any. */
export function vehiclesFor({ vehicles = [] }: Event, { vehicle }: Seat): readonly string[] {
  return vehicle !== undefined && vehicles.includes(vehicle) ? [vehicle] : vehicles;
}

/** A pick no longer counts once its event has left the programme, the choice or the person's groups. */
function stands(programme: Programme, seat: Seat, choice: string | undefined, picked: string): boolean {
  return choice !== undefined && optionsOf(programme, seat, choice).some(({ event }) => event.id === picked);
}

/** The parallel events a seat may pick from, in the programme's order. */
export function optionsOf(programme: Programme, seat: Seat, choice: string): TimedEvent[] {
  return programme.events.filter(({ event }) => event.choice === choice && concerns(event, seat));
}

/**
 * Whether a person may still pick, or change their mind: until the first of the parallel events begins, unless organisers
 * have closed the list (`closed`: the choices of which they have).
 */
export function choiceIsOpen(
  options: readonly TimedEvent[],
  now: number,
  closed: ReadonlySet<string> = new Set(),
): boolean {
  return (
    options.length > 0 &&
    options.every(({ start, event: { choice } }) => now < start && !(choice && closed.has(choice)))
  );
}
