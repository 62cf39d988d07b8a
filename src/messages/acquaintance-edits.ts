/** Correcting a card: which field, its new words; and what is asked before a card is deleted or parted. */
import { FormattedString } from "@grammyjs/parse-mode";
import { type Acquaintance, type CardField, cardFields, fieldOf } from "../domain/acquaintances.ts";
import type { OwnEvent } from "../domain/audience.ts";
import { cardLines, eventTitle, titleOfCard } from "./acquaintances.ts";
import { press } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, rows } from "./message.ts";
import { handleOf, plain, type Reading } from "./schedule.ts";

/** Every field with what it says now, the event and the consent. */
export function editMenu(reading: Reading, card: Acquaintance): BotMessage {
  const { mission, speech, seat } = reading;
  const which = { mission: mission.handle, who: card.id };
  const own = card.meetings.find((meeting) => meeting.seat === seat.id) ?? card.meetings[0];
  const event = eventTitle(reading, own.event) ?? speech.say("met-no-event");
  return {
    text: FormattedString.join([cardLines(card, speech), speech.say("met-edit-ask")], "\n\n"),
    buttons: rows(
      ...cardFields.map((field) =>
        button(
          speech.say("button-met-field", {
            field: speech.say(`met-column-${field}`),
            value: fieldOf(card, field) ?? "—",
          }),
          press("metField", { ...which, field }),
        ),
      ),
      button(
        speech.say("button-met-field", { field: speech.say("met-column-event"), value: event }),
        press("metField", { ...which, field: "event" }),
      ),
      ...(["yes", "no", "unknown"] as const)
        .filter((share) => share !== card.share)
        .map((share) =>
          button(speech.say(`button-met-share-${share}`), press("metShare", { ...which, share })),
        ),
      button(speech.say("button-met-back"), press("metOne", which)),
    ),
  };
}

/** The new words of a field are typed; what is not the name can be cleared. */
export function askCardField(reading: Reading, card: Acquaintance, field: CardField): BotMessage {
  const { mission, speech } = reading;
  const which = { mission: mission.handle, who: card.id };
  const now = fieldOf(card, field);
  const label = FormattedString.b(speech.say(`met-column-${field}`));
  return {
    text: FormattedString.join(
      [
        now === undefined ? label : FormattedString.join([label, ": ", clip(now, 300)]),
        speech.say(field === "name" ? "met-type-name" : "met-type"),
      ],
      "\n",
    ),
    buttons: rows(button(speech.say("button-met-back"), press("metEdit", which))),
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
export function askCard({ mission, speech }: Reading): BotMessage {
  return {
    text: plain(speech.say("met-add")),
    buttons: rows(
      button(speech.say("button-met-list"), press("met", { mission: mission.handle, from: 0, search: "" })),
    ),
  };
}

/** Several cards at once, from an address book. */
export function cardsSaved({ mission, speech }: Reading, cards: readonly Acquaintance[]): BotMessage {
  const where = { mission: mission.handle };
  return {
    text: plain(speech.say("met-saved-many", { count: cards.length })),
    buttons: rows(
      ...cards.map((card) => button(titleOfCard(card, speech), press("metOne", { ...where, who: card.id }))),
      button(speech.say("button-met-list"), press("met", { ...where, from: 0, search: "" })),
    ),
  };
}

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
