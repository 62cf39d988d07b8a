/** The way from a note to an agreement. */
import type { InlineKeyboardButton } from "grammy/types";
import { type AgreementSort, agreementSorts } from "../domain/agreements.ts";
import { press } from "./callback.ts";
import { type BotMessage, button, rows } from "./message.ts";
import type { Reading } from "./reading.ts";

/** Under what says that a note is kept: its page, and what can be made of it. */
export function withWaysOn(reading: Reading, message: BotMessage, note: string): BotMessage {
  const { mission, speech } = reading;
  const page = button(speech.say("button-note-open"), press("note", { mission: mission.handle, note }));
  return { ...message, buttons: rows(page, ...agreementButtons(reading, note)) };
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
