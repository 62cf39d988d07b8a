/** What differs between two revisions, for whomever. */
import type { OwnEvent } from "../domain/audience.ts";
import { changesBetween, type EventChange, type OwnProgramme } from "../domain/changes.ts";
import type { Seat } from "../domain/mission.ts";
import type { Programme } from "../domain/timetable.ts";
import { changedWords } from "./draft-words.ts";

/** Every difference, also what makes no difference to what people read of an event: whom it is for, whether it may be moved. */
export function everyChange(before: Programme, after: Programme): EventChange[] {
  const cancelled = new Set(before.cancelled.map(({ id }) => id));
  const changes = changesBetween(wholeOf(before), wholeOf(after)).map(
    (change): EventChange =>
      change.before === undefined && cancelled.has(change.id) ? { ...change, restored: true } : change,
  );
  const seen = new Set(changes.map(({ id }) => id));
  const earlier = wholeOf(before);
  const unseen = wholeOf(after).events.flatMap((timed): EventChange[] => {
    const { id } = timed.event;
    const was = earlier.events.find(({ event }) => event.id === id);
    const isSame = was === undefined || changedWords(was.event, timed.event).length === 0;
    return seen.has(id) || isSame ? [] : [{ id, earlier: before, before: was, after: timed, fields: [] }];
  });
  return [...changes, ...unseen];
}

/** The eyes of somebody to whom every event belongs. */
const everybody: Seat = { id: "", position: "", role: "organiser" };

function wholeOf(programme: Programme): OwnProgramme {
  const events = programme.events.map((timed): OwnEvent => ({ ...timed, undecided: false }));
  return { programme, seat: everybody, events };
}
