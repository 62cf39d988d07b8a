/** Parallel events: who picked which, where there is a place left, what else a person has at that hour. */
import { type Choices, choiceIsOpen, type OwnEvent, optionsOf, ownProgramme } from "./audience.ts";
import { answersForAll } from "./crowd.ts";
import type { Seat } from "./mission.ts";
import { endOf, type Programme, type TimedEvent } from "./timetable.ts";

/** One of parallel events, with the seats that picked it. */
export interface Option {
  readonly timed: TimedEvent;
  readonly seats: readonly string[];
}

/** How the picks among some parallel events stand. */
export interface Coverage {
  readonly choice: string;
  readonly options: readonly Option[];
  /** Seats that may pick and have not. */
  readonly undecided: readonly string[];
  /** Whether picks may still change; they may not once organisers have closed the list, or the first has begun. */
  readonly open: boolean;
  readonly begun: boolean;
}

/** The parallel events of a programme, by choice, in the order they begin. */
export function choicesOf({ events }: Programme): string[] {
  return [...new Set(events.flatMap(({ event }) => event.choice ?? []))];
}

/** Whether a seat has to pick: organisers who answer for everything need not. */
export function picks(programme: Programme, seat: Seat, choice: string): boolean {
  return !answersForAll(seat) && optionsOf(programme, seat, choice).length > 0;
}

interface Circumstances {
  readonly seats: readonly Seat[];
  readonly choices: ReadonlyMap<string, Choices>;
  /** The choices whose list organisers have closed. */
  readonly closed?: ReadonlySet<string>;
  readonly now: number;
}

/** How a choice stands at an instant among these seats, which are listed in the order given. */
export function coverageOf(
  programme: Programme,
  choice: string,
  { seats, choices, closed, now }: Circumstances,
): Coverage {
  const options = programme.events.filter(({ event }) => event.choice === choice);
  const pickOf = (seat: Seat) => {
    const own = ownProgramme(programme, seat, choices.get(seat.id) ?? {});
    return own.find(({ event, undecided }) => event.choice === choice && !undecided)?.event.id;
  };
  const picked = seats.map((seat) => ({ seat, event: pickOf(seat) }));
  const may = ({ seat, event }: { seat: Seat; event: string | undefined }) =>
    event === undefined && picks(programme, seat, choice);
  return {
    choice,
    options: options.map((timed) => ({
      timed,
      seats: picked.filter(({ event }) => event === timed.event.id).map(({ seat }) => seat.id),
    })),
    undecided: picked.filter(may).map(({ seat }) => seat.id),
    open: choiceIsOpen(options, now, closed),
    begun: !choiceIsOpen(options, now),
  };
}

/** The choices a person still has to make, each by the first of its events. */
export function openChoices(
  own: readonly OwnEvent[],
  programme: Programme,
  { seat, now, closed }: { seat: Seat; now: number; closed?: ReadonlySet<string> },
) {
  const first = new Map<string, OwnEvent>();
  for (const timed of own) {
    const { choice } = timed.event;
    if (choice !== undefined && timed.undecided && !first.has(choice)) first.set(choice, timed);
  }
  return [...first].filter(([choice]) => choiceIsOpen(optionsOf(programme, seat, choice), now, closed));
}

/** Until when a choice may be changed at most: when the first of the parallel events begins. */
export function closesAt(options: readonly TimedEvent[]): number {
  return Math.min(...options.map(({ start }) => start));
}

/** How many places are left; nothing where anybody may come. */
export function placesLeft({ event }: TimedEvent, taken: number): number | undefined {
  return event.capacity === undefined ? undefined : Math.max(0, event.capacity - taken);
}

/** What else a person has at the hour of one of parallel events, gatherings counted. */
export function overlapsOf(option: TimedEvent, own: readonly OwnEvent[]): OwnEvent[] {
  return own.filter(
    (other) =>
      other.event.id !== option.event.id &&
      !other.undecided &&
      other.event.choice !== option.event.choice &&
      other.call < endOf(option) &&
      option.call < endOf(other),
  );
}
