/** What organisers are told of their own accord. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Seat } from "../domain/mission.ts";
import { type BotMessage, plain } from "./message.ts";
import { nameAndPhone } from "./names.ts";
import type { Reading } from "./reading.ts";

/** Somebody has blocked the bot or left Telegram: they must be told by other means. */
export function unreachableAlert({ speech }: Reading, seat: Seat): BotMessage {
  const who = FormattedString.b(nameAndPhone(seat, speech));
  return { text: speech.rich("alert-unreachable", { who }) };
}

/** The bot was removed from a bound chat: what came to the organisers' one comes to each of them from now on. */
export function chatLostAlert(
  { speech }: Reading,
  title: string,
  kind: "organisers" | "delegation",
): BotMessage {
  const key = kind === "organisers" ? "alert-chat-lost" : "alert-delegation-lost";
  return { text: plain(speech.say(key, { title })) };
}
