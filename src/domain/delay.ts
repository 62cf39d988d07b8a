/**
 * A delay: what an event that begins late does to what follows it, up to the next event that cannot be moved. The answer
 * is a plan to be shown and the edits that carry it out; nothing is changed here. Instants are epoch milliseconds.
 */
import { type Binds, bindingIn } from "./crowd.ts";
import { boundOf, courseOf, type Delay, type Fit, type How, isLateFor, type Move } from "./delay-course.ts";
import type { Edit } from "./edits.ts";
import { type Stays, untellable } from "./moving.ts";
import { endOf, type Programme, type TimedEvent } from "./timetable.ts";
import { instantOf, localTimeOf } from "./zones.ts";

export { type Fit, fits } from "./delay-course.ts";

export interface AskedDelay {
  /** Whole, 1 to 600. */
  readonly minutes: number;
  /** Programme time. */
  readonly now: number;
  /** The event that is late, which may be fixed or past its hour; without one, what is next. */
  readonly from?: string | undefined;
  /** Fixed events that are late as well, by id: a signing that cannot begin before the meeting is over. */
  readonly also?: readonly string[] | undefined;
  /** For every event; `shift` unless said otherwise. */
  readonly fit?: Fit | undefined;
  /** For single events, by id. */
  readonly fits?: Readonly<Record<string, Fit>> | undefined;
}

export interface Span {
  readonly start: number;
  readonly end?: number;
}

export interface DelayStep {
  readonly event: string;
  readonly before: Span;
  /** Nothing where it is dropped. */
  readonly after: Span | undefined;
  readonly how: How;
}

export interface DelayPlan {
  /** What changes, in the order it was to begin. */
  readonly steps: readonly DelayStep[];
  /** The fixed event before which the delay ends. */
  readonly until?: string;
  readonly edits: readonly Edit[];
  /** What would not fit if everything were simply moved: for these there is something to choose. */
  readonly unfit: readonly string[];
}

export type NoDelay =
  /** Not a whole number from 1 to 600. */
  | { readonly why: "minutes" }
  /** The event is not in the programme (any more), or would be over by now even if it began so late. */
  | { readonly why: "event gone" | "over" }
  | { readonly why: "nothing ahead" }
  /** Everything next is fixed: whoever means it has to name it. */
  | { readonly why: "fixed ahead"; readonly events: readonly string[] }
  /** The clock is set back that night, and the file's format has no words for the later of two equal times. */
  | { readonly why: "clock set back"; readonly event: string };

export const mostMinutes = 600;

const MINUTE = 60_000;

/** What a delay would do to a programme in force. Pure; the same question has the same answer. */
export function delayPlan(programme: Programme, asked: AskedDelay): DelayPlan | NoDelay {
  const { minutes } = asked;
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > mostMinutes) return { why: "minutes" };
  const binds = bindingIn(programme.mission);
  const late = lateOnes(programme, asked, binds);
  if ("why" in late) return late;
  const { also = [], now } = asked;
  const delay: Delay = { programme, binds, late, also, by: minutes * MINUTE, now };
  const plain = courseOf(delay, () => "shift", []);
  const bounds = plain.stops;
  const unfit = plain.moves.filter((move) => isLateFor(move, boundOf(delay, move.timed, bounds)));
  const { moves } = courseOf(delay, (id) => asked.fits?.[id] ?? asked.fit ?? "shift", bounds);
  const untold = moves.find((move) => !isTellable(programme, move, now));
  if (untold !== undefined) return { why: "clock set back", event: untold.timed.event.id };
  const until = plain.stops.find(({ event }) => event.fixed);
  return {
    steps: moves.map(stepOf),
    ...(until === undefined ? {} : { until: until.event.id }),
    edits: moves.flatMap((move) => editsOf(move, now)),
    unfit: unfit.map(({ timed }) => timed.event.id),
  };
}

function lateOnes(
  { events }: Programme,
  { from, now, minutes, also = [] }: AskedDelay,
  binds: Binds,
): TimedEvent[] | NoDelay {
  if (from !== undefined) {
    const first = events.find(({ event }) => event.id === from);
    if (first === undefined) return { why: "event gone" };
    if (endOf(first) + minutes * MINUTE <= now) return { why: "over" };
    const { choice } = first.event;
    return events.filter(
      ({ event, start }) =>
        event === first.event ||
        (start === first.start &&
          (!event.fixed || also.includes(event.id)) &&
          (binds(first.event, event) || (choice !== undefined && event.choice === choice))),
    );
  }
  const ahead = events.filter(({ start }) => start >= now);
  // The organisers' own items go on beside the programme: what is next is the delegation's.
  const next = ahead.find(({ event }) => event.audience !== "organisers") ?? ahead[0];
  if (next === undefined) return { why: "nothing ahead" };
  const together = ahead.filter(({ start }) => start === next.start);
  const movable = together.filter(({ event }) => !event.fixed);
  if (movable.length > 0) return movable;
  return { why: "fixed ahead", events: together.map(({ event }) => event.id) };
}

function spanOf(start: number, end: number | undefined): Span {
  return end === undefined ? { start } : { start, end };
}

function stepOf({ timed: { event, start, end }, by, endBy, how }: Move): DelayStep {
  const after = spanOf(start + by, end === undefined ? undefined : end + endBy);
  return { event: event.id, before: spanOf(start, end), after: how === "dropped" ? undefined : after, how };
}

/** People who have gathered stay gathered, and a bus that has left has left. */
function staysOf({ event, call, departs }: TimedEvent, now: number): Stays | undefined {
  if (event.gathering === undefined || call > now) return undefined;
  return departs !== undefined && departs <= now ? "departure" : "gathering";
}

function editsOf({ timed, by, endBy, how }: Move, now: number): Edit[] {
  const { event, end, endZone } = timed;
  if (how === "dropped") return [{ do: "cancel", event: event.id }];
  const stays = staysOf(timed, now);
  return [
    { do: "shift", event: event.id, minutes: by / MINUTE, ...(stays === undefined ? {} : { stays }) },
    ...(end === undefined || endBy === by
      ? []
      : [{ do: "end" as const, event: event.id, at: localTimeOf(end + endBy, endZone) }]),
  ];
}

/** Whether every new time, once written by the wall clock, is read as the same instant. */
function isTellable({ mission }: Programme, { timed, by, endBy, how }: Move, now: number): boolean {
  if (how === "dropped") return true;
  const { event, end, endZone } = timed;
  const endAt = end === undefined ? undefined : end + endBy;
  return (
    untellable(mission, event, by / MINUTE, staysOf(timed, now)).length === 0 &&
    (endAt === undefined || instantOf(localTimeOf(endAt, endZone), endZone).at === endAt)
  );
}
