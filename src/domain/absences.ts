/** «Не смогу»: who has said that they will not come to an event. Instants are programme time. */
import type { OwnEvent } from "./audience.ts";
import type { Seat } from "./mission.ts";
import { endOf, type TimedEvent } from "./timetable.ts";
import type { Absence, Wishes } from "./wishes.ts";

/** As much of a reason as organisers need; characters. */
export const REASON_LIMIT = 300;

export function isAway(wishes: Wishes | undefined, event: string): boolean {
  const absence = wishes?.away?.[event];
  return absence !== undefined && absence.withdrawnAt === undefined;
}

/** The events somebody has said they will not come to. */
export function awayFrom(wishes: Wishes | undefined): Set<string> {
  return new Set(Object.keys(wishes?.away ?? {}).filter((event) => isAway(wishes, event)));
}

/** What of a programme somebody means to come to; an aide's absences are not those of whoever they assist. */
export function attending(own: readonly OwnEvent[], away: ReadonlySet<string> = new Set()): OwnEvent[] {
  return own.filter(({ event, of }) => of === "principal" || !away.has(event.id));
}

/** The same wishes with an absence; one already said keeps its instant and its reason. */
export function withAbsence(wishes: Wishes, event: string, at: number): Wishes {
  return isAway(wishes, event) ? wishes : { ...wishes, away: { ...wishes.away, [event]: { at } } };
}

/** The same with the reason of an absence; without the absence it has no meaning. */
export function withReason(wishes: Wishes, event: string, reason: string): Wishes {
  const absence = wishes.away?.[event];
  if (absence === undefined || !isAway(wishes, event)) return wishes;
  return { ...wishes, away: { ...wishes.away, [event]: { ...absence, reason } } };
}

/** The person will come after all; that they had said otherwise is kept for those who were told. */
export function withoutAbsence(wishes: Wishes, event: string, at: number): Wishes {
  const absence = wishes.away?.[event];
  if (absence === undefined || !isAway(wishes, event)) return wishes;
  return { ...wishes, away: { ...wishes.away, [event]: { ...absence, withdrawnAt: at } } };
}

/** The same wishes as they are meant for somebody else, whose absences are their own. */
export function withoutAbsences(wishes: Wishes | undefined): Wishes {
  const { away: _, ...rest } = wishes ?? {};
  return rest;
}

/** Whether it still makes sense to say that one will not come. */
export function mayBeAway(timed: OwnEvent, now: number): boolean {
  return !timed.undecided && now < endOf(timed);
}

/** Somebody who will not come to an event. */
export interface Away {
  readonly seat: Seat;
  readonly timed: TimedEvent;
  readonly absence: Absence;
}

/** Everybody's absences from what is not over, in the order of the events. */
export function absencesOf(
  members: readonly { readonly seat: Seat; readonly participant: { readonly wishes?: Wishes } }[],
  events: readonly TimedEvent[],
  now: number,
): Away[] {
  return events
    .filter((timed) => now < endOf(timed))
    .flatMap((timed) =>
      members.flatMap(({ seat, participant: { wishes } }) => {
        const absence = wishes?.away?.[timed.event.id];
        return absence === undefined || !isAway(wishes, timed.event.id) ? [] : [{ seat, timed, absence }];
      }),
    );
}
