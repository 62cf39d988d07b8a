/** Moving an event along the line of time, and back onto the wall clocks of its zones. */
import { zonesOf } from "./event-zones.ts";
import type { Event, Mission } from "./mission.ts";
import { type Problem, type ProblemCode, pathText } from "./problems.ts";
import { instantOf, localTimeOf } from "./zones.ts";

const MINUTE = 60_000;

/** What of a gathering stays where it was, for it has been: people are there, or the bus has left as well. */
export type Stays = "gathering" | "departure";

/** How many minutes an event has to be moved to start at a local time; fewer than none for earlier. */
export function minutesTo(mission: Mission, event: Event, at: string): number {
  const { start } = zonesOf(mission, event);
  return Math.round((instantOf(at, start).at - instantOf(event.start, start).at) / MINUTE);
}

/**
 * The event so many minutes later by the line of time, not by the wall clock, whatever clocks do in between. Without
 * what `stays`, of its gathering, where it was.
 */
export function shifted(mission: Mission, event: Event, minutes: number, stays?: Stays): Event {
  const zones = zonesOf(mission, event);
  const later = (local: string, zone: string) =>
    localTimeOf(instantOf(local, zone).at + minutes * MINUTE, zone);
  const { gathering } = event;
  return {
    ...event,
    start: later(event.start, zones.start),
    ...(event.end === undefined ? {} : { end: later(event.end, zones.end) }),
    ...(gathering === undefined || stays === "departure"
      ? {}
      : {
          gathering: {
            ...gathering,
            ...(stays === "gathering" ? {} : { at: later(gathering.at, zones.start) }),
            ...(gathering.departs === undefined ? {} : { departs: later(gathering.departs, zones.start) }),
          },
        }),
  };
}

/** A time that moves with an event, where the file has it. */
interface Mark {
  readonly field: readonly string[];
  readonly local: string;
  readonly zone: string;
}

/**
 * Why an event cannot be moved so: the clock shows the new time twice and the later is meant, for which the file's
 * format has no words. Empty where there is no reason.
 */
export function untellable(mission: Mission, event: Event, minutes: number, stays?: Stays): Problem[] {
  return marksOf(mission, event, stays).flatMap(({ field, local, zone }) => {
    const meant = instantOf(local, zone).at + minutes * MINUTE;
    const written = localTimeOf(meant, zone);
    if (instantOf(written, zone).at === meant) return [];
    return [problemAt(mission, event, field, "time-repeated", written, zone)];
  });
}

/** Why an event cannot begin at a local time: the clock never shows it. */
export function unshown(mission: Mission, event: Event, at: string): Problem[] {
  const { start: zone } = zonesOf(mission, event);
  if (instantOf(at, zone).kind !== "skipped") return [];
  return [problemAt(mission, event, ["start"], "time-skipped", at, zone)];
}

/** Every time of an event but those that stay. */
function marksOf(mission: Mission, event: Event, stays: Stays | undefined): Mark[] {
  const { start, end, gathering } = event;
  const zones = zonesOf(mission, event);
  const mark = (field: string[], local: string | undefined, zone: string): Mark[] =>
    local === undefined ? [] : [{ field, local, zone }];
  return [
    ...mark(["start"], start, zones.start),
    ...mark(["end"], end, zones.end),
    ...(stays === undefined ? mark(["gathering", "at"], gathering?.at, zones.start) : []),
    ...(stays === "departure" ? [] : mark(["gathering", "departs"], gathering?.departs, zones.start)),
  ];
}

function problemAt(
  { events }: Mission,
  { id }: Event,
  field: readonly string[],
  code: ProblemCode,
  local: string,
  zone: string,
): Problem {
  const index = events.findIndex((one) => one.id === id);
  return {
    path: pathText(["events", index, ...field]),
    code,
    values: { time: local.replace("T", " "), zone },
  };
}
