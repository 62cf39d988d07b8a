import { FormattedString } from "@grammyjs/parse-mode";
import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from "grammy/types";
import { toldApart } from "./labels.ts";
import { BUTTONS_LIMIT, clip, LABEL_LIMIT, TEXT_LIMIT } from "./limits.ts";
import type { Speech } from "./speech.ts";

/** A message ready to be sent: text with entities, and buttons. */
export interface BotMessage {
  readonly text: FormattedString;
  readonly buttons?: InlineKeyboardMarkup;
  /** The persistent keyboard; only on messages that are never edited, for Telegram edits no message that carries one. */
  readonly keyboard?: ReplyKeyboardMarkup | ReplyKeyboardRemove;
}

/** The parameters of sendMessage and editMessageText, within Telegram's limit. */
export function textAndEntities({ text }: BotMessage): {
  text: string;
  entities: FormattedString["entities"];
} {
  const fits = text.text.length <= TEXT_LIMIT ? text : text.slice(0, clip(text.text, TEXT_LIMIT).length - 1);
  return { text: fits === text ? text.text : `${fits.text}…`, entities: fits.entities };
}

/** So many characters of a message are left to its heading, its ending and whatever stands between its parts. */
const AROUND = 700;

/** The first of several parts, as many as one message holds; whole, unless already the first is too long. */
export function asManyAsFit(
  parts: readonly FormattedString[],
  room = TEXT_LIMIT - AROUND,
): FormattedString[] {
  const fitting: FormattedString[] = [];
  let left = room;
  for (const part of parts) {
    left -= part.text.length + BETWEEN;
    if (left < 0) break;
    fitting.push(part);
  }
  const [first] = parts;
  return fitting.length > 0 || first === undefined ? fitting : [first.slice(0, room)];
}

/** An empty line. */
const BETWEEN = 2;

/** The colour of a button (Bot API 9.4): what is asked for, what leads on, what takes something away. */
export type ButtonStyle = "success" | "primary" | "danger";

/** A button that does something in the bot. */
export function button(label: string, data: string, style?: ButtonStyle): InlineKeyboardButton {
  // Telegram takes no button without words.
  const text = clip(label, LABEL_LIMIT) || "—";
  return style === undefined ? { text, callback_data: data } : { text, callback_data: data, style };
}

/** Words read best one button a row. Of more than Telegram takes the first and the last rows stay: those lead on. */
export function rows(
  ...buttons: (InlineKeyboardButton | InlineKeyboardButton[] | undefined)[]
): InlineKeyboardMarkup {
  const all = buttons.flatMap((one) => {
    if (one === undefined) return [];
    return Array.isArray(one) ? (one.length === 0 ? [] : [one]) : [[one]];
  });
  const last = all.slice(-LAST_ROWS);
  const first: InlineKeyboardButton[][] = [];
  let room = BUTTONS_LIMIT - last.flat().length;
  for (const row of all.slice(0, -LAST_ROWS)) {
    room -= row.length;
    if (room >= 0) first.push(row);
  }
  return { inline_keyboard: withLabelsApart([...first, ...last]) };
}

/** Long labels alone in their rows, of which one would see the same, are shortened to what tells them apart. */
function withLabelsApart(all: InlineKeyboardButton[][]): InlineKeyboardButton[][] {
  const alone = all.flatMap((row) => (row.length === 1 ? row : []));
  const labels = toldApart(alone.map(({ text }) => text));
  const told = new Map(alone.map((one, index) => [one, labels[index] ?? one.text]));
  return all.map((row) => row.map((one) => ({ ...one, text: told.get(one) ?? one.text })));
}

/** The rows at the end that turn pages and lead back. */
const LAST_ROWS = 2;

/** The row that turns the pages of a long list; empty where there is one page. */
export function pager(
  { from, size, total }: { from: number; size: number; total: number },
  to: (start: number) => string,
): InlineKeyboardButton[] {
  return [
    ...(from > 0 ? [button("‹", to(Math.max(0, from - size)))] : []),
    ...(from + size < total ? [button("›", to(from + size))] : []),
  ];
}

/** The keyboard that asks where somebody is, which no button under a message can (Bot API, KeyboardButton). */
export function placeKeys(speech: Speech): ReplyKeyboardMarkup {
  return {
    keyboard: [
      [{ text: speech.say("key-send-place"), request_location: true }],
      [{ text: speech.say("key-send-nothing") }],
    ],
    one_time_keyboard: true,
    resize_keyboard: true,
  };
}

/** The four things a delegate wants at any moment. */
export function fourKeys(speech: Speech): ReplyKeyboardMarkup {
  const key = (name: string) => ({ text: speech.say(`key-${name}`) });
  return {
    keyboard: [
      [key("today"), key("now")],
      [key("note"), key("help")],
    ],
    is_persistent: true,
    resize_keyboard: true,
  };
}

/** A text without any entities. */
export function plain(text: string): FormattedString {
  return new FormattedString(text);
}
