/** What somebody who will not come has said by that, as it is quoted to them above an answer. */
import type { Seat } from "../domain/mission.ts";
import type { Programme } from "../domain/timetable.ts";
import type { Absence } from "../domain/wishes.ts";
import { reasonLine } from "./absences.ts";
import { clip } from "./limits.ts";
import { shortName } from "./names.ts";
import type { Speech } from "./speech.ts";
import { clock, shortDay } from "./times.ts";

const TITLE = 120;

/** `Не смогу быть: Подписание, чт, 17 нояб., 11:00`, and why; an aide has said it of the one they assist. */
export function absenceSaid(
  speech: Speech,
  { events, cancelled }: Programme,
  { event: id, absence, absent }: { event: string; absence: Absence; absent: Seat | undefined },
): string {
  const timed = events.find(({ event }) => event.id === id);
  const event = timed?.event ?? cancelled.find((one) => one.id === id);
  const what = [
    ...(event === undefined ? [] : [clip(speech.text(event.title), TITLE)]),
    ...(timed === undefined
      ? []
      : [`${shortDay(timed.day, speech.language)}, ${clock(timed.start, timed.zone)}`]),
  ].join(", ");
  const said =
    absent === undefined
      ? speech.say("away-said", { what })
      : speech.say("away-said-for", { what, who: clip(shortName(absent, speech), TITLE) });
  return [said, ...(absence.reason === undefined ? [] : [reasonLine(absence.reason, speech)])].join("\n");
}
