/** What recipients of a broadcast read besides the organiser's own words. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Broadcast } from "../domain/broadcasts.ts";
import type { Seat } from "../domain/mission.ts";
import { press } from "./callback.ts";
import { CAPTION_LIMIT, clip, TEXT_LIMIT } from "./limits.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import { principalName, whoIs } from "./names.ts";
import { snippet } from "./notes.ts";
import type { Reading } from "./reading.ts";
import type { Speech } from "./speech.ts";

/** How many an escort is told of by name. */
const MOST_NAMED = 20;
const WHO = 140;

/** The button «Принято», and the line it stands under where the message itself cannot carry it. */
export function askToConfirm({ mission, speech }: Reading, { id }: Broadcast): BotMessage {
  return {
    text: plain(speech.say("cast-confirm-please")),
    buttons: rows(
      button(speech.say("button-cast-ok"), press("castOk", { mission: mission.handle, cast: id }), "success"),
    ),
  };
}

/** The one reminder to confirm; the message itself stands above in the chat. */
export function chaseMessage(reading: Reading, broadcast: Broadcast): BotMessage {
  const { speech } = reading;
  const words = FormattedString.b(snippet(broadcast, speech));
  return { ...askToConfirm(reading, broadcast), text: speech.rich("cast-chase", { words }) };
}

/** To an escort: who of their people still has not confirmed, with telephones where they are known. */
export function escortMessage(
  { speech }: Reading,
  broadcast: Broadcast,
  people: readonly Seat[],
): BotMessage {
  const words = FormattedString.b(snippet(broadcast, speech));
  const named = people.slice(0, MOST_NAMED).map((seat) => {
    return `• ${[clip(whoIs(seat, speech), WHO), seat.phone].filter((part) => part !== undefined).join(", ")}`;
  });
  const more = people.length - named.length;
  return {
    text: FormattedString.join(
      [
        speech.rich("cast-escort", { words, people: people.length }),
        "",
        ...named,
        ...(more > 0 ? [speech.say("cast-and-more", { people: more })] : []),
      ],
      "\n",
    ),
  };
}

/** A broadcast with a line above its first words that says for whom an aide gets it; what has no words, or too many, stays. */
export function markedBroadcast(broadcast: Broadcast, principal: Seat, speech: Speech): Broadcast {
  const line = `${speech.say("aide-for", { who: principalName(principal, speech) })}\n\n`;
  const marked = broadcast.items.findIndex(({ text, media }) => {
    const limit = media === undefined ? TEXT_LIMIT : CAPTION_LIMIT;
    return text !== undefined && line.length + text.length <= limit;
  });
  const items = broadcast.items.map((item, place) =>
    place === marked
      ? {
          ...item,
          text: `${line}${item.text}`,
          entities: (item.entities ?? []).map((entity) => ({
            ...entity,
            offset: entity.offset + line.length,
          })),
        }
      : item,
  );
  return { ...broadcast, items };
}
