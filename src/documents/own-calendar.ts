/** Somebody's calendar as it is to be given out now: numbered after what was given out before. */
import type { Participant } from "../domain/seats.ts";
import type { Reading } from "../messages/reading.ts";
import type { Store } from "../storage/store.ts";
import { calendarFile, entryPrints } from "./calendar.ts";

/** The text of the .ics file, and whether there is, or ever was, anything in it. */
export async function ownCalendar(
  { calendars }: Pick<Store, "calendars">,
  { mission: { programme }, own, speech, now }: Reading,
  { user, wishes }: Participant,
): Promise<{ readonly text: string; readonly isEmpty: boolean }> {
  const calendar = { programme, own, speech, ...(wishes === undefined ? {} : { wishes }) };
  const prints = entryPrints(calendar);
  const current = new Map(
    own.map((timed) => [timed.event.id, { print: prints.get(timed.event.id) ?? "", timed }]),
  );
  const versions = await calendars.renew(programme.mission.id, user, current, now);
  const cancelled = [...versions.values()].flatMap(({ print, timed }) =>
    print === undefined ? [timed] : [],
  );
  return { text: calendarFile({ ...calendar, versions, cancelled }), isEmpty: versions.size === 0 };
}
