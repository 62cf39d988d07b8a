/** What aides read: whose an event is, and the principal's programme with its buttons. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import type { OwnEvent } from "../domain/audience.ts";
import { press, pressFor } from "./callback.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import { principalName } from "./names.ts";
import type { Reading } from "./reading.ts";

/** What of a reading says whose eyes it is for. */
type Eyes = Pick<Reading, "speech" | "principal" | "isOnBehalf">;

/** `👤 За: вице-губернатор`, where an event is not only one's own. */
export function forWhom({ principal, speech }: Eyes, { of }: Pick<OwnEvent, "of">): FormattedString[] {
  if (of === undefined || principal === undefined) return [];
  const who = principalName(principal.seat, speech);
  return [plain(speech.say(of === "both" ? "aide-both" : "aide-for", { who }))];
}

/** The same in one sign, for lists; {@link legendFor} says what the signs mean. */
export function signOf({ of }: Pick<OwnEvent, "of">): string {
  if (of === undefined) return "";
  return of === "both" ? " 👥" : " 👤";
}

/** What the signs in a list mean, where there are any. */
export function legendFor({ principal, speech }: Eyes, events: readonly OwnEvent[]): FormattedString[] {
  if (principal === undefined || events.every(({ of }) => of === undefined)) return [];
  return [plain(speech.say("aide-legend", { who: principalName(principal.seat, speech) }))];
}

/**
 * A message of the principal's programme: it says so, and its buttons stay with the principal; `last` are buttons that do
 * not. In anybody's own programme both stay as they are.
 */
export function onBehalf(
  { isOnBehalf, principal, speech }: Eyes,
  message: BotMessage,
  last: readonly InlineKeyboardButton[] = [],
): BotMessage {
  const board = message.buttons?.inline_keyboard ?? [];
  if (!isOnBehalf || principal === undefined)
    return last.length === 0
      ? message
      : { ...message, buttons: rows(...board.map((row) => [...row]), ...last) };
  const theirs = (one: InlineKeyboardButton): InlineKeyboardButton =>
    "callback_data" in one ? { ...one, callback_data: pressFor(principal.seat.id, one.callback_data) } : one;
  const heading = speech.say("aide-for", { who: principalName(principal.seat, speech) });
  return {
    text: FormattedString.join([heading, message.text], "\n\n"),
    ...(message.buttons === undefined
      ? {}
      : { buttons: rows(...board.map((row) => row.map(theirs)), ...last) }),
  };
}

/** From one's own day to the principal's, and back. */
export function switchButtons(
  { handle }: { readonly handle: number },
  { principal, isOnBehalf, speech }: Eyes,
  date: string,
  verb: "day" | "dayOpen" = "day",
): InlineKeyboardButton[] {
  if (principal === undefined) return [];
  const day = press(verb, { mission: handle, date });
  return [
    isOnBehalf
      ? button(speech.say("aide-own-day"), day)
      : button(
          speech.say("aide-their-day", { who: principalName(principal.seat, speech) }),
          pressFor(principal.seat.id, day),
        ),
  ];
}

/** What is said in other words to the aide who speaks for somebody; `for-principal-…` in the locales. */
type SaidToEither =
  | "away-sure"
  | "away-noted"
  | "away-undone"
  | "button-away"
  | "button-away-yes"
  | "button-away-undo"
  | "here-noted"
  | "here-already";

/** A sentence to whoever it is about, or to the aide who speaks for them. */
export function sayTo({ speech, isOnBehalf }: Eyes, key: SaidToEither): string {
  return isOnBehalf ? speech.say(`for-principal-${key}`) : speech.say(key);
}
