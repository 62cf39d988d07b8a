/** Whose notes are missing: a line for each person, and one tap to nudge. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { OwnEvent } from "../domain/audience.ts";
import type { Seat } from "../domain/mission.ts";
import { press } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import { whoIs } from "./names.ts";
import type { Reading } from "./reading.ts";

export const OWING_ON_A_PAGE = 8;
/** Eight people with so much about each stay within one message. */
const NAME = 120;
const EVENTS = 320;
const TITLE = 70;

export interface Owing {
  readonly seat: Seat;
  readonly events: readonly OwnEvent[];
  /** Nudged today. */
  readonly nudged: boolean;
}

export function owingMessage(reading: Reading, owing: readonly Owing[], from: number): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle };
  const shown = owing.slice(from, from + OWING_ON_A_PAGE);
  const lines = shown.map(({ seat, events }, index) => {
    const titles = events.map(({ event }) => clip(speech.text(event.title), TITLE));
    return FormattedString.join(
      [
        FormattedString.join([`${from + index + 1}. `, FormattedString.b(clip(whoIs(seat, speech), NAME))]),
        clip(speech.list(titles), EVENTS),
      ],
      "\n",
    );
  });
  const heading =
    owing.length === 0 ? speech.say("owing-nobody") : speech.say("owing-heading", { count: owing.length });
  return {
    text: FormattedString.join([plain(heading), ...lines], "\n\n"),
    buttons: rows(
      ...shown.map(({ seat, nudged }, index) =>
        button(
          `${nudged ? "✓ " : "🔔 "}${from + index + 1}. ${whoIs(seat, speech)}`,
          press("nudge", { ...where, seat: seat.id }),
        ),
      ),
      pager({ from, size: OWING_ON_A_PAGE, total: owing.length }, (start) =>
        press("owing", { ...where, from: start }),
      ),
      button(speech.say("button-back"), press("notes", { ...where, whose: "all", from: 0 })),
    ),
  };
}
