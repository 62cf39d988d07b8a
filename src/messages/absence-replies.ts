/** What somebody who will not come has said by that, as it is quoted to them above an answer. */
import type { Programme } from "../domain/timetable.ts";
import type { Absence } from "../domain/wishes.ts";
import { reasonLine } from "./absences.ts";
import { clip } from "./limits.ts";
import type { Speech } from "./speech.ts";
import { clock, shortDay } from "./times.ts";

const TITLE = 120;

/** `Не смогу быть: Подписание, чт, 17 нояб., 11:00`, and why. */
export function absenceSaid(
  speech: Speech,
  { events, cancelled }: Programme,
  id: string,
  { reason }: Absence,
): string {
  const timed = events.find(({ event }) => event.id === id);
  const event = timed?.event ?? cancelled.find((one) => one.id === id);
  const what = [
    ...(event === undefined ? [] : [clip(speech.text(event.title), TITLE)]),
    ...(timed === undefined
      ? []
      : [`${shortDay(timed.day, speech.language)}, ${clock(timed.start, timed.zone)}`]),
  ].join(", ");
  const lines = [
    speech.say("away-said", { what }),
    ...(reason === undefined ? [] : [reasonLine(reason, speech)]),
  ];
  return lines.join("\n");
}
