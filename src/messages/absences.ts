/** «Не смогу»: the question, what becomes of it, and what organisers are told. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Seat } from "../domain/mission.ts";
import type { TimedEvent } from "../domain/timetable.ts";
import type { Absence } from "../domain/wishes.ts";
import { capital } from "../domain/words.ts";
import { onBehalf, sayTo } from "./behalf.ts";
import { press } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import { nameAndPhone } from "./names.ts";
import { handleOf, type Reading } from "./reading.ts";
import type { Speech } from "./speech.ts";
import { clock, longDay, shortDay, span } from "./times.ts";

const TITLE = 200;

/** Really? */
export function askAway(reading: Reading, timed: TimedEvent): BotMessage {
  const { speech } = reading;
  const where = whereOf(reading, timed);
  return onBehalf(reading, {
    text: FormattedString.join(
      [sayTo(reading, "away-sure"), ...what(reading, timed), "", speech.say("away-means")],
      "\n",
    ),
    buttons: rows(
      button(sayTo(reading, "button-away-yes"), press("awayYes", where)),
      button(speech.say("button-roll-back"), press("event", where)),
    ),
  });
}

/** Noted; and a reason, if there is one to give. */
export function awayNoted(reading: Reading, timed: TimedEvent): BotMessage {
  const { speech } = reading;
  const where = whereOf(reading, timed);
  return onBehalf(reading, {
    text: FormattedString.join(
      [sayTo(reading, "away-noted"), ...what(reading, timed), "", speech.say("away-reason")],
      "\n",
    ),
    buttons: rows(
      button(speech.say("button-away-skip"), press("awaySkip", where)),
      button(sayTo(reading, "button-away-undo"), press("awayUndo", where)),
    ),
  });
}

/** The reason is on its way to the organisers. */
export function reasonNoted(reading: Reading, timed: TimedEvent): BotMessage {
  return onBehalf(reading, {
    text: plain(reading.speech.say("away-reason-noted")),
    buttons: rows(button(sayTo(reading, "button-away-undo"), press("awayUndo", whereOf(reading, timed)))),
  });
}

function whereOf({ mission }: Reading, { event }: TimedEvent) {
  return { mission: mission.handle, event: handleOf(mission, event.id) };
}

function what({ speech }: Reading, timed: TimedEvent): FormattedString[] {
  const when = [plain(capital(longDay(timed.day, speech.language))), span(timed, speech.language)];
  return [FormattedString.b(clip(speech.text(timed.event.title), TITLE)), ...when];
}

/** For the organisers: who will not come where, and why; edited when the reason comes, or the person after all. */
export function awayAlert(
  { speech }: Reading,
  { seat, timed, absence }: { seat: Seat; timed: TimedEvent; absence: Absence },
): BotMessage {
  const when = `${shortDay(timed.day, speech.language)}, ${clock(timed.start, timed.zone)}`;
  const isBack = absence.withdrawnAt !== undefined;
  return {
    text: FormattedString.join(
      [
        speech.rich(isBack ? "alert-away-back" : "alert-away", {
          who: FormattedString.b(nameAndPhone(seat, speech)),
        }),
        `${clip(speech.text(timed.event.title), TITLE)}, ${when}`,
        ...(absence.by === undefined ? [] : [speech.say("alert-away-aide")]),
        // Why somebody was not to come explains nothing once they do.
        ...(absence.reason === undefined || isBack ? [] : [reasonLine(absence.reason, speech)]),
      ],
      "\n",
    ),
  };
}

export function reasonLine(reason: string, speech: Speech): string {
  return speech.say("away-because", { reason });
}
