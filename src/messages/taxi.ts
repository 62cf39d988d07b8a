/** Where to go, in the script of the host country: for a driver's eyes, and to be copied. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import type { OwnEvent } from "../domain/audience.ts";
import { hostLanguageOf } from "../domain/host-language.ts";
import { type Mission, textIn } from "../domain/mission.ts";
import { type BotMessage, rows } from "./message.ts";
import type { Reading } from "./reading.ts";
import type { RichMessage } from "./rich.ts";

/** The longest text a button copies (Bot API, CopyTextButton). */
const COPIED = 256;

interface Address {
  readonly name: string;
  readonly address: string;
}

/** The event's address as people there write it, if it is known. */
export function addressOf(mission: Mission, { event, zone }: OwnEvent): Address | undefined {
  const venue = mission.venues?.find(({ id }) => id === event.venue);
  if (venue?.address === undefined) return undefined;
  const language = hostLanguageOf(zone);
  const own = mission.languages[0];
  return { name: textIn(venue.name, language, own), address: textIn(venue.address, language, own) };
}

/** Copies the address; a longer one than Telegram copies is on the driver's card. */
export function copyButton({ mission, speech }: Reading, timed: OwnEvent): InlineKeyboardButton | undefined {
  const found = addressOf(mission.programme.mission, timed);
  if (found === undefined || found.address.length > COPIED) return undefined;
  return { text: speech.say("button-copy-address"), copy_text: { text: found.address } };
}

/** «Показать таксисту»: nothing but the place, as large as a message can be. */
export function taxiCard(
  reading: Reading,
  timed: OwnEvent,
): { plain: BotMessage; rich: RichMessage } | undefined {
  const found = addressOf(reading.mission.programme.mission, timed);
  if (found === undefined) return undefined;
  const copy = copyButton(reading, timed);
  const buttons = copy === undefined ? {} : { buttons: rows(copy) };
  return {
    plain: {
      text: FormattedString.join([FormattedString.b(found.address), FormattedString.b(found.name)], "\n\n"),
      ...buttons,
    },
    rich: {
      blocks: [
        { type: "heading", size: 1, text: found.address },
        { type: "heading", size: 2, text: found.name },
      ],
      ...buttons,
    },
  };
}
