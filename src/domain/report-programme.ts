/** The programme as the report tells it: every event there ever was to be, and what came of each. */
import type { ProgrammeLine } from "./report.ts";
import type { ReportSources } from "./report-sources.ts";
import { type Programme, programmeOf, type TimedEvent } from "./timetable.ts";

/** Every event there ever was to be, in the order of the programme in force; what was called off where it stood. */
export function programmeLines({ first, last, draft }: ReportSources): ProgrammeLine[] {
  const before = new Map(first.events.map((timed) => [timed.event.id, timed]));
  const standing = new Set(last.events.map(({ event }) => event.id));
  const off = programmeOf(
    { ...last.mission, events: last.cancelled.filter(({ id }) => !standing.has(id)) },
    last.revision,
  ).events;
  const cancelled = new Set(off);
  return [...last.events, ...off]
    .sort((a, b) => a.start - b.start)
    .map((timed): ProgrammeLine => {
      const was = before.get(timed.event.id);
      const said = draft.endings.get(timed.event.id);
      const isOff = cancelled.has(timed);
      const ending = isOff ? "off" : said?.how;
      return {
        event: timed,
        ...(was === undefined ? {} : { first: was }),
        course: isOff ? "cancelled" : was === undefined ? "added" : isMoved(was, timed) ? "changed" : "same",
        ...(ending === undefined ? {} : { ending }),
        ...(said?.actual === undefined || ending === "off" ? {} : { actual: said.actual }),
      };
    });
}

/** Another hour, or another place. */
function isMoved(was: TimedEvent, now: TimedEvent): boolean {
  const place = ({ event }: TimedEvent) => JSON.stringify([event.venue, event.to, event.room]);
  return was.start !== now.start || was.end !== now.end || place(was) !== place(now);
}

/** The events in force, and those called off: what was said of them stays said. */
export function eventsById(last: Programme): Map<string, TimedEvent> {
  const off = programmeOf({ ...last.mission, events: [...last.cancelled] }, last.revision).events;
  return new Map([...off, ...last.events].map((timed) => [timed.event.id, timed]));
}
