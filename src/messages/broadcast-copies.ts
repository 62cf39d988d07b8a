/** What recipients of a broadcast read besides the organiser's own words. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Broadcast } from "../domain/broadcasts.ts";
import type { Seat } from "../domain/mission.ts";
import { press } from "./callback.ts";
import { whoIs } from "./invitations.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, rows } from "./message.ts";
import { snippet } from "./notes.ts";
import { plain, type Reading } from "./schedule.ts";

/** How many an escort is told of by name. */
const MOST_NAMED = 20;
const WHO = 140;

/** The button «Принято», and the line it stands under where the message itself cannot carry it. */
export function askToConfirm({ mission, speech }: Reading, { id }: Broadcast): BotMessage {
  return {
    text: plain(speech.say("cast-confirm-please")),
    buttons: rows(
      button(speech.say("button-cast-ok"), press("castOk", { mission: mission.handle, cast: id })),
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
