/** «Не смогу»: who has said that they will not come to an event. Instants are programme time. */
import type { OwnEvent } from "./audience.ts";
import type { Seat } from "./mission.ts";
import { type Place, wishesAt } from "./seats.ts";
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

/** Who will not come to what: the reader of a programme, and whoever they assist. */
export interface Absent {
  readonly away?: ReadonlySet<string>;
  readonly principal?: { readonly wishes?: Wishes };
}

/** Whether whoever an event of a programme is for will not come; an aide's absences are not their principal's. */
export function isMissed({ away, principal }: Absent, { event, of }: OwnEvent): boolean {
  return of === "principal" ? isAway(principal?.wishes, event.id) : (away?.has(event.id) ?? false);
}

/** What of a programme its reader, or whoever they assist, means to come to. */
export function attending(own: readonly OwnEvent[], absent: Absent): OwnEvent[] {
  return own.filter((timed) => !isMissed(absent, timed));
}

/** An event of an aide and their principal is the one's alone where only the other will not come. */
export function whoseNow(absent: Absent, timed: OwnEvent): OwnEvent {
  if (timed.of !== "both") return timed;
  const { of: _, ...mine } = timed;
  const theirs: OwnEvent = { ...mine, of: "principal" };
  if (isMissed(absent, mine) === isMissed(absent, theirs)) return timed;
  return isMissed(absent, mine) ? theirs : mine;
}

/** The same wishes with an absence; one already said keeps its instant and its reason. */
export function withAbsence(wishes: Wishes, event: string, said: Pick<Absence, "at" | "by">): Wishes {
  return isAway(wishes, event) ? wishes : { ...wishes, away: { ...wishes.away, [event]: said } };
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

/** An aide's wishes as they are meant for their principal, whose absences are their own. */
export function wishesFor(wishes: Wishes | undefined, principal: Absent["principal"]): Wishes {
  const { away: _, ...rest } = wishes ?? {};
  const away = principal?.wishes?.away;
  return away === undefined ? rest : { ...rest, away };
}

/** Whether it still makes sense to say that one will not come. */
export function mayBeAway(timed: OwnEvent, now: number): boolean {
  return !timed.undecided && now < endOf(timed);
}

/** An absence as the ledger knows what organisers were told of it: `away/head.theatre.1479366000000`. */
export function absenceIdentity(seat: string, event: string, { at }: Absence): string {
  return `away/${seat}.${event}.${at}`;
}

/** The absence behind an identity, by its seat, its event, and when it was said; nothing for what is none. */
export function absenceBehind(identity: string): { seat: string; event: string; at: number } | undefined {
  const [, seat, event, at] = /^away\/([a-z0-9-]+)\.([a-z0-9-]+)\.(\d+)$/.exec(identity) ?? [];
  return seat === undefined || event === undefined ? undefined : { seat, event, at: Number(at) };
}

/** Somebody who will not come to an event. */
export interface Away {
  readonly seat: Seat;
  readonly timed: TimedEvent;
  readonly absence: Absence;
}

/** Everybody's absences from what is not over, in the order of the events. */
export function absencesOf(places: readonly Place[], events: readonly TimedEvent[], now: number): Away[] {
  return events
    .filter((timed) => now < endOf(timed))
    .flatMap((timed) =>
      places.flatMap((place) => {
        const wishes = wishesAt(place);
        const absence = wishes?.away?.[timed.event.id];
        return absence === undefined || !isAway(wishes, timed.event.id)
          ? []
          : [{ seat: place.seat, timed, absence }];
      }),
    );
}
