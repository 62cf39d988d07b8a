/**
 * The course a delay takes through a programme: which events it reaches, how far it moves each, and where it ends. Times
 * are in milliseconds.
 */
import type { Binds } from "./crowd.ts";
import type { Event } from "./mission.ts";
import { endOf, type Programme, type TimedEvent } from "./timetable.ts";
import { wayMinutes } from "./way.ts";

const MINUTE = 60_000;
/** Past midnight a day goes on for those who have not been to bed; a bus at dawn does not wait for a late dinner. */
const SAME_NIGHT = 3 * 60 * MINUTE;
/** Nothing is shortened below this, nor below half. */
const SHORTEST = 10 * MINUTE;

/**
 * What becomes of an event that would no longer be over when the fixed one calls. `shift`: it is moved by the whole
 * delay all the same. `shorten`: it is, and ends at that call, as long as half of it and ten minutes are left. `drop`: it
 * is cancelled. `absorb`, for every event: it is moved only as far as the one before it pushes it, and a meal or free
 * time ends when it would have, as long as half is left.
 */
export const fits = ["shift", "shorten", "absorb", "drop"] as const;
export type Fit = (typeof fits)[number];

/** `overlaps`: moved, and still on when the fixed event calls. */
export type How = "shifted" | "shortened" | "absorbed" | "dropped" | "overlaps";

export interface Delay {
  readonly programme: Programme;
  readonly binds: Binds;
  /** The events that are late in themselves; at least one, all beginning together. */
  readonly late: readonly TimedEvent[];
  /** Fixed events that are moved all the same, by id. */
  readonly also: readonly string[];
  readonly by: number;
  readonly now: number;
}

/** An event moved: its start and its end by so much each. */
export interface Move {
  readonly timed: TimedEvent;
  readonly by: number;
  readonly endBy: number;
  readonly how: How;
}

/** What is moved, and what the delay reaches without moving it: fixed events, and what comes after these. */
export interface Course {
  readonly moves: readonly Move[];
  readonly stops: readonly TimedEvent[];
}

/** Follows a delay; `bounds` are events it is already known not to move, besides the fixed ones. */
export function courseOf(delay: Delay, fitOf: (event: string) => Fit, bounds: readonly TimedEvent[]): Course {
  const { programme, binds, late, by } = delay;
  const moves: Move[] = [];
  const stops: TimedEvent[] = [];
  const start = late[0]?.start ?? 0;
  for (const timed of programme.events) {
    const isFirst = late.includes(timed);
    if (!isFirst) {
      if (timed.start <= start || !isReached(delay, moves, timed)) continue;
      // Whom a fixed event has brought back to the programme, later ones find there.
      if (isFixed(delay, timed.event) || stops.some(({ event }) => binds(event, timed.event))) {
        stops.push(timed);
        continue;
      }
    }
    const fit = fitOf(timed.event.id);
    const pushed = fit === "absorb" && !isFirst ? pushOn(delay, moves, timed) : by;
    if (pushed > 0) moves.push(moveOf(timed, pushed, fit, boundOf(delay, timed, bounds), by));
  }
  return { moves, stops };
}

function isFixed({ also }: Delay, event: Event): boolean {
  return event.fixed === true && !also.includes(event.id);
}

/** Whether an event has to do with what has been moved: the same people, and the same day or the same night. */
function isReached({ binds, late }: Delay, moves: readonly Move[], timed: TimedEvent): boolean {
  return moves.some(
    (move) =>
      binds(move.timed.event, timed.event) &&
      (late.some(({ day }) => day === timed.day) || timed.call - endOf(move.timed) <= SAME_NIGHT),
  );
}

/** When the people of an event are called to the next one that is not moved. */
export function boundOf(
  delay: Delay,
  { event, start }: TimedEvent,
  stops: readonly TimedEvent[],
): number | undefined {
  const calls = delay.programme.events
    .filter((other) => other.start > start && (isFixed(delay, other.event) || stops.includes(other)))
    .filter((other) => delay.binds(other.event, event))
    .map(({ call }) => call);
  return calls.length === 0 ? undefined : Math.min(...calls);
}

function moveOf(timed: TimedEvent, by: number, fit: Fit, bound: number | undefined, whole: number): Move {
  const length = timed.end === undefined ? undefined : timed.end - timed.start;
  const spare = length === undefined ? 0 : length - shortestOf(length);
  const gives = fit === "absorb" && (timed.event.kind === "meal" || timed.event.kind === "free");
  const endBy = gives ? Math.max(0, by - spare) : by;
  const move: Move = { timed, by, endBy, how: by === whole && endBy === by ? "shifted" : "absorbed" };
  if (!isLateFor(move, bound)) return move;
  if (fit === "drop") return { timed, by: 0, endBy: 0, how: "dropped" };
  const fitting = timed.end === undefined || bound === undefined ? by : bound - timed.end;
  if (fit === "shorten" && by - fitting > 0 && by - fitting <= spare) {
    return { timed, by, endBy: fitting, how: "shortened" };
  }
  return { ...move, how: "overlaps" };
}

/** Whether an event that was over in time no longer is. One without an end need only have begun. */
export function isLateFor({ timed: { start, end }, by, endBy }: Move, bound: number | undefined): boolean {
  if (bound === undefined) return false;
  return end === undefined ? start < bound && start + by >= bound : end <= bound && end + endBy > bound;
}

function shortestOf(length: number): number {
  return Math.min(length, Math.max(SHORTEST, Math.ceil(length / 2 / MINUTE) * MINUTE));
}

/** How far those before it push an event, once the gaps between have given what they can spare. */
function pushOn({ programme, binds, now }: Delay, moves: readonly Move[], timed: TimedEvent): number {
  const call = timed.call > now ? timed.call : timed.start;
  const pushes = moves
    .filter((move) => move.how !== "dropped" && move.timed.start < timed.start)
    .filter((move) => binds(move.timed.event, timed.event))
    .map((move) => {
      const gap = Math.max(0, call - endOf(move.timed));
      const way = wayMinutes(programme.mission, move.timed, timed) * MINUTE;
      return move.endBy - Math.max(0, gap - way);
    });
  return Math.max(0, ...pushes);
}
