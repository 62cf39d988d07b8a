/** Reminders: first what and when, then where, then what to bring. Always absolute times: a lead lies when read late. */
import { FormattedString } from "@grammyjs/parse-mode";
import { isMissed } from "../domain/absences.ts";
import type { OwnEvent } from "../domain/audience.ts";
import { mayBeHere } from "../domain/roll-calls.ts";
import { forWhom } from "./behalf.ts";
import { busLines, gatheringLine, hoursOn, placeOf } from "./event-lines.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import { isListClosed, type Reading } from "./reading.ts";
import { gatheringRef, hereButtons } from "./roll-answers.ts";
import { eventPress } from "./schedule.ts";

/** The longest before a gathering that people are reminded of it, and say that they are there. Milliseconds. */
const CALLED = 2 * 60 * 60 * 1000;

/** One message about one event, or about several that are near each other; of parallel ones not picked yet it asks to pick. */
export function reminderMessage(reading: Reading, events: readonly OwnEvent[]): BotMessage {
  const { speech } = reading;
  const blocks = events.map((timed) => reminderBlock(reading, timed));
  const undecided = events.filter((timed) => timed.undecided);
  const mayPick = undecided.some((timed) => !isListClosed(reading, timed));
  const asks =
    undecided.length === 0 ? [] : [plain(speech.say(mayPick ? "reminder-pick" : "choice-closed-early"))];
  return {
    text: FormattedString.join([...blocks, ...asks], "\n\n"),
    buttons: rows(
      ...events.flatMap((timed) => gatheringButtons(reading, timed, events.length === 1)),
      ...events.map((timed) => {
        const alone = events.length === 1;
        const label = alone ? speech.say("button-details") : speech.text(timed.event.title);
        return button(label, eventPress(reading, timed));
      }),
    ),
  };
}

/** The roll call lives on the reminder of a gathering, and costs no message of its own. */
export function gatheringButtons(reading: Reading, { event, of }: OwnEvent, alone: boolean) {
  if (event.gathering === undefined) return [];
  const about = alone ? undefined : reading.speech.text(event.title);
  return hereButtons(reading, { roll: gatheringRef(reading.mission, event.id), of, about });
}

/** «Я на месте» on what may have taken the place of the reminder: the event's card, the notice of a change. */
export function presentButtons(reading: Reading, timed: OwnEvent, alone: boolean) {
  const { now } = reading;
  const isCalled = mayBeHere(timed, now) && timed.call - CALLED <= now && !timed.held;
  return isCalled && !isMissed(reading, timed) ? gatheringButtons(reading, timed, alone) : [];
}

function reminderBlock(reading: Reading, timed: OwnEvent): FormattedString {
  const { mission, speech } = reading;
  const { event } = timed;
  const title = FormattedString.join(
    [FormattedString.b(speech.text(event.title)), hoursOn(reading, timed)],
    ", ",
  );
  const lines: (FormattedString | string)[] =
    event.gathering === undefined
      ? [FormattedString.join(["⏰ ", title]), ...busLines(reading, timed)]
      : [gatheringLine(timed, speech), ...busLines(reading, timed), title];
  lines.push(...forWhom(reading, timed));
  if (event.status === "tentative") lines.push(speech.say("card-tentative"));
  const place = placeOf(mission, timed, speech);
  if (place !== undefined) lines.push(`📍 ${place}`);
  if (event.dressCode !== undefined)
    lines.push(speech.say("card-dress", { what: speech.text(event.dressCode) }));
  if (event.bring !== undefined && event.bring.length > 0) {
    lines.push(
      speech.say("card-bring", { what: speech.list(event.bring.map((thing) => speech.text(thing))) }),
    );
  }
  return FormattedString.join(lines, "\n");
}
