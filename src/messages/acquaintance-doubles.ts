/** Two cards of one person: is it one, and what becomes of them. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Acquaintance } from "../domain/acquaintances.ts";
import { cardLines, half, meetingLines, type Seats, titleOfCard, toCards } from "./acquaintance-card.ts";
import { CARDS_ON_A_PAGE } from "./acquaintances.ts";
import { press } from "./callback.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import type { Reading } from "./reading.ts";

/** A card that may be of the same person as another, and whether the reader may see it and keeps it in order. */
export interface Likely {
  readonly card: Acquaintance;
  readonly sees: boolean;
  readonly keeps: boolean;
}

/** Two cards, one below the other: is it one person? Of a card the reader may not see only the name is said. */
export function askSame(
  reading: Reading,
  [first, second]: readonly [Likely, Likely],
  seats: Seats,
): BotMessage {
  const { mission, speech } = reading;
  const [card, other] = [first.card, second.card];
  const which = { mission: mission.handle, who: card.id, other: other.id };
  const shown = ({ card: one, sees, keeps }: Likely) => {
    const name = FormattedString.join(["👤 ", FormattedString.b(titleOfCard(one, speech))]);
    const lines = sees ? cardLines(one, speech, half) : name;
    return FormattedString.join([lines, meetingLines(reading, one, { seats, keeps }, half)], "\n");
  };
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.say("met-same-ask")),
        shown(first),
        shown(second),
        speech.say("met-same-note"),
      ],
      "\n\n",
    ),
    buttons: rows(
      button(speech.say("button-met-merge"), press("metMerge", which)),
      button(speech.say("button-met-other"), press("metOther", which)),
      button(speech.say("button-met-back"), press("metOne", { mission: mission.handle, who: card.id })),
    ),
  };
}

/** Pairs of cards that seem to be of one person, for organisers. */
export function doublesMessage(
  reading: Reading,
  pairs: readonly (readonly [Acquaintance, Acquaintance])[],
): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle };
  const shown = pairs.slice(0, CARDS_ON_A_PAGE);
  return {
    text: plain(speech.say(pairs.length === 0 ? "met-doubles-none" : "met-doubles", { count: pairs.length })),
    buttons: rows(
      ...shown.map(([card, other]) =>
        button(titleOfCard(card, speech), press("metSame", { ...where, who: card.id, other: other.id })),
      ),
      toCards(reading),
    ),
  };
}

/** Whether one card is to be two again. */
export function askPart({ mission, speech }: Reading, card: Acquaintance): BotMessage {
  const which = { mission: mission.handle, who: card.id };
  return {
    text: plain(speech.say("met-part-ask", { who: titleOfCard(card, speech) })),
    buttons: rows(
      button(speech.say("button-met-part-yes"), press("metPartYes", which)),
      button(speech.say("button-met-back"), press("metOne", which)),
    ),
  };
}
