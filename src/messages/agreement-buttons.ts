/** The way from a note to an agreement. */
import type { InlineKeyboardButton } from "grammy/types";
import { type AgreementSort, agreementSorts } from "../domain/agreements.ts";
import { press } from "./callback.ts";
import { type BotMessage, button, rows } from "./message.ts";
import type { Reading } from "./reading.ts";

/** Under what says that a note is kept: the same. */
export function withAgreements(reading: Reading, message: BotMessage, note: string): BotMessage {
  return { ...message, buttons: rows(...agreementButtons(reading, note)) };
}

/** Under a note's page: one tap makes an agreement or an assignment of it. */
export function agreementButtons({ mission, speech }: Reading, note: string): InlineKeyboardButton[] {
  return agreementSorts.map((sort: AgreementSort) =>
    button(
      speech.say(`button-note-${sort}`),
      press("agreementFrom", { mission: mission.handle, note, sort }),
    ),
  );
}
