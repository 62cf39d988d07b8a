/** Attendance: who was expected at each event, and who came. Instants are programme time, epoch milliseconds. */
import type { Choices } from "./audience.ts";
import type { Seat } from "./mission.ts";
import { isExpected, type Mark, type Presence } from "./roll-calls.ts";
import type { Programme } from "./timetable.ts";

/** One event: seats by id, in the order of the seats given. */
export interface EventAttendance {
  readonly event: string;
  readonly planned: readonly string[];
  readonly came: readonly string[];
  readonly absent: readonly string[];
  readonly excused: readonly string[];
}

/** The attendance of every event of which anything was said, in the programme's order. */
export function attendanceOf(
  programme: Programme,
  {
    seats,
    choices,
    marks,
  }: { seats: readonly Seat[]; choices: ReadonlyMap<string, Choices>; marks: readonly Mark[] },
): EventAttendance[] {
  return programme.events.flatMap(({ event }) => {
    const of = marks.filter((mark) => mark.event === event.id);
    if (of.length === 0) return [];
    // Of several roll calls at one event: whoever was seen once was there.
    const saying = (presence: Presence) =>
      new Set(of.filter((mark) => mark.presence === presence).map(({ seat }) => seat));
    const [present, absent, excused] = [saying("present"), saying("absent"), saying("excused")];
    const ids = seats.map(({ id }) => id);
    return [
      {
        event: event.id,
        planned: seats
          .filter((seat) => isExpected(programme, event, seat, choices.get(seat.id) ?? {}))
          .map(({ id }) => id),
        came: ids.filter((id) => present.has(id)),
        absent: ids.filter((id) => absent.has(id) && !present.has(id)),
        excused: ids.filter((id) => excused.has(id) && !present.has(id) && !absent.has(id)),
      },
    ];
  });
}
