import type { Principal } from "../domain/aides.ts";
import type { Choices, OwnEvent } from "../domain/audience.ts";
import type { Seat } from "../domain/mission.ts";
import type { MissionInForce, TimedEvent } from "../domain/timetable.ts";
import type { Speech } from "./speech.ts";

/** Whose eyes a message is made for: the mission in force, their own events of it, their language. */
export interface Reading {
  readonly mission: MissionInForce;
  readonly seat: Seat;
  readonly own: readonly OwnEvent[];
  /** What they picked of parallel events. */
  readonly choices: Choices;
  /** The choices whose list organisers have closed. */
  readonly closed?: ReadonlySet<string>;
  /** The events they have said they will not come to. */
  readonly away?: ReadonlySet<string>;
  readonly speech: Speech;
  /** Programme time, epoch milliseconds. */
  readonly now: number;
  /** Whom the reader assists. */
  readonly principal?: Principal;
  /** It is the principal's programme, read by their aide: the seat and the events are the principal's. */
  readonly isOnBehalf?: boolean;
}

/** Whether organisers have closed the list of the parallel events this is one of: nobody is asked to choose any more. */
export function isListClosed(
  { closed }: Pick<Reading, "closed">,
  { event: { choice } }: TimedEvent,
): boolean {
  return choice !== undefined && (closed?.has(choice) ?? false);
}

/** The short number an event has in buttons. */
export function handleOf({ handles }: MissionInForce, eventId: string): number {
  return handles[eventId] ?? 0;
}

/** The id of the event, of any revision, that a button means by its number. */
export function eventIdBy({ handles }: MissionInForce, handle: string): string | undefined {
  return Object.entries(handles).find(([, number]) => number === Number(handle))?.[0];
}

/** The event of the programme in force that a button means by its number. */
export function eventBy(mission: MissionInForce, handle: string): TimedEvent | undefined {
  return mission.programme.events.find(({ event }) => handleOf(mission, event.id) === Number(handle));
}
