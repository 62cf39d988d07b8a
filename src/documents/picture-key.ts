/** What decides how a day's picture looks; light enough to be asked before anything is drawn. */
import { createHash } from "node:crypto";
import { isMissed } from "../domain/absences.ts";
import { endOf, eventsOn, zoneOfDay } from "../domain/timetable.ts";
import { dateIn } from "../domain/zones.ts";
import type { Reading } from "../messages/reading.ts";

const MINUTE = 60_000;

/** Whether a date is the one on which the reader looks at it, where that day is spent. */
export function isToday({ own, mission, now }: Reading, date: string): boolean {
  return dateIn(zoneOfDay(own, date, mission.programme.mission.timezone), now) === date;
}

/** Two readings with the same key of a date have the same picture: anybody's with the same events in the same language. */
export function pictureKey(reading: Reading, date: string): string {
  const { mission, own, speech, now } = reading;
  const { revision, mission: file } = mission.programme;
  const events = eventsOn(own, date).map((timed) => [
    timed.event.id,
    timed.undecided,
    isMissed(reading, timed),
    timed.start <= now,
    endOf(timed) <= now,
  ]);
  // The line of the present says the minute.
  const minute = isToday(reading, date) ? Math.floor(now / MINUTE) : null;
  const looks = JSON.stringify([file.id, revision, speech.language, date, events, minute]);
  return createHash("sha256").update(looks).digest("base64url").slice(0, 22);
}
