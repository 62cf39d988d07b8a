/** Correcting a card: which field, and its new words; what to write of a new one; whether to delete one. */
import { FormattedString } from "@grammyjs/parse-mode";
import {
  type Acquaintance,
  type CardField,
  cardFields,
  fieldOf,
  type Meeting,
} from "../domain/acquaintances.ts";
import type { OwnEvent } from "../domain/audience.ts";
import { cardLines, eventTitle, titleOfCard, toCards } from "./acquaintance-card.ts";
import { press } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import { handleOf, type Reading } from "./reading.ts";

/** Every field with what it says now, the event, the remark and the consent; `own`: the reader's own meeting, if they had one. */
export function editMenu(reading: Reading, card: Acquaintance, own: Meeting | undefined): BotMessage {
  const { mission, speech } = reading;
  const which = { mission: mission.handle, who: card.id };
  const event = eventTitle(reading, (own ?? card.meetings[0]).event) ?? speech.say("met-no-event");
  const field = (name: string, value: string) =>
    button(
      speech.say("button-met-field", { field: speech.say(`met-column-${name}`), value }),
      press("metField", { ...which, field: name }),
    );
  return {
    text: FormattedString.join([cardLines(card, speech), speech.say("met-edit-ask")], "\n\n"),
    buttons: rows(
      ...cardFields.map((name) => field(name, fieldOf(card, name) ?? "—")),
      field("event", event),
      own === undefined ? undefined : field("remark", own.remark ?? "—"),
      button(speech.say("button-met-add-photo"), press("metField", { ...which, field: "photo" })),
      card.photos === undefined
        ? undefined
        : button(speech.say("button-met-photos-off"), press("metField", { ...which, field: "photosOff" })),
      field("share", speech.say(`met-share-${card.share}`)),
      button(speech.say("button-met-back"), press("metOne", which)),
    ),
  };
}

/** The new words of a field are typed; what is not the name can be cleared. */
export function askCardField(reading: Reading, card: Acquaintance, field: CardField): BotMessage {
  const question = field === "name" ? "met-type-name" : "met-type";
  return askWords(reading, card, { field, now: fieldOf(card, field), question });
}

/** What the reader remarks on somebody they met. */
export function askRemark(reading: Reading, card: Acquaintance, now: string | undefined): BotMessage {
  return askWords(reading, card, { field: "remark", now, question: "met-type-remark" });
}

function askWords(
  { mission, speech }: Reading,
  card: Acquaintance,
  { field, now, question }: { field: string; now: string | undefined; question: string },
): BotMessage {
  const label = FormattedString.b(speech.say(`met-column-${field}`));
  const shown = now === undefined ? label : FormattedString.join([label, ": ", clip(now, 300)]);
  return {
    text: FormattedString.join([shown, speech.say(question)], "\n"),
    buttons: rows(
      button(speech.say("button-met-back"), press("metEdit", { mission: mission.handle, who: card.id })),
    ),
  };
}

/** A picture of the business card is to be sent. */
export function askPhoto({ mission, speech }: Reading, card: Acquaintance): BotMessage {
  return {
    text: plain(speech.say("met-photo-ask", { who: titleOfCard(card, speech) })),
    buttons: rows(
      button(speech.say("button-met-back"), press("metEdit", { mission: mission.handle, who: card.id })),
    ),
  };
}

/** Whether the pictures of a card are to go. */
export function askPhotosOff({ mission, speech }: Reading, card: Acquaintance): BotMessage {
  const which = { mission: mission.handle, who: card.id };
  return {
    text: plain(speech.say("met-photos-off-ask", { who: titleOfCard(card, speech) })),
    buttons: rows(
      button(speech.say("button-met-photos-off-yes"), press("metPhotosOff", which)),
      button(speech.say("button-met-back"), press("metEdit", which)),
    ),
  };
}

/** A picture alone has been kept: what stands on it is still to be written. */
export function askWhole({ mission, speech }: Reading, card: Acquaintance): BotMessage {
  return {
    text: plain(speech.say("met-photo-first")),
    buttons: rows(
      button(speech.say("button-met-later"), press("metOne", { mission: mission.handle, who: card.id })),
    ),
  };
}

/** Whom to look for. */
export function askFind(reading: Reading): BotMessage {
  return {
    text: plain(reading.speech.say("met-find-ask")),
    buttons: rows(toCards(reading)),
  };
}

/** Whether the person agrees to be seen by the whole delegation. */
export function askShare({ mission, speech }: Reading, card: Acquaintance): BotMessage {
  const which = { mission: mission.handle, who: card.id };
  return {
    text: plain(speech.say("met-share-ask")),
    buttons: rows(
      ...["yes", "no", "unknown"].map((share) =>
        button(speech.say(`button-met-share-${share}`), press("metShare", { ...which, share })),
      ),
      button(speech.say("button-met-back"), press("metEdit", which)),
    ),
  };
}

/** At which event they were met. */
export function askCardEvent(
  reading: Reading,
  card: Acquaintance,
  candidates: readonly OwnEvent[],
): BotMessage {
  const { mission, speech } = reading;
  const which = { mission: mission.handle, who: card.id };
  const to = (event: number) => press("metEvent", { ...which, event });
  return {
    text: plain(speech.say("met-event-ask")),
    buttons: rows(
      ...candidates.map(({ event }) => button(speech.text(event.title), to(handleOf(mission, event.id)))),
      button(speech.say("met-no-event"), to(0)),
      button(speech.say("button-met-back"), press("metEdit", which)),
    ),
  };
}

/** How to write somebody down. */
export function askCard(reading: Reading): BotMessage {
  return {
    text: plain(reading.speech.say("met-add")),
    buttons: rows(toCards(reading)),
  };
}

/** Several cards at once, from an address book. */
export function cardsSaved(reading: Reading, cards: readonly Acquaintance[]): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle };
  return {
    text: plain(speech.say("met-saved-many", { count: cards.length })),
    buttons: rows(
      ...cards.map((card) => button(titleOfCard(card, speech), press("metOne", { ...where, who: card.id }))),
      toCards(reading),
    ),
  };
}

/** Whether a card is to be deleted. */
export function askCardDelete({ mission, speech }: Reading, card: Acquaintance): BotMessage {
  const which = { mission: mission.handle, who: card.id };
  return {
    text: plain(speech.say("met-delete-ask", { who: titleOfCard(card, speech) })),
    buttons: rows(
      button(speech.say("button-met-delete-yes"), press("metDeleteYes", which)),
      button(speech.say("button-met-back"), press("metOne", which)),
    ),
  };
}
