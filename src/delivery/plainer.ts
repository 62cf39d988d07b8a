/** Messages for Bot API servers that are older than something in them: hours to tap (9.5), buttons that copy (7.11). */
import type { MessageEntity } from "@grammyjs/types";
import type { Transformer } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import type { Log } from "../log.ts";

/** How such a server refuses them: Client::get_text_entity_type and get_inline_keyboard_button_type of telegram-bot-api. */
const unreadable = /can't parse (?:MessageEntity|entities|inline keyboard button)/i;
/** The server may have been updated since; machine time, milliseconds. */
const PLAIN_FOR = 24 * 60 * 60 * 1000;

/** Sends what a server cannot read once more in plain form, and from then on at once, until it may have been updated. */
export function plainForOldServers(log: Log): Transformer {
  let plainUntil = 0;
  return async (call, method, payload, signal) => {
    if (performance.now() < plainUntil) return call(method, plainly(payload), signal);
    const answer = await call(method, payload, signal);
    if (answer.ok || answer.error_code !== 400 || !unreadable.test(answer.description)) return answer;
    const plain = plainly(payload);
    if (JSON.stringify(plain) === JSON.stringify(payload)) return answer;
    const again = await call(method, plain, signal);
    if (again.ok) {
      plainUntil = performance.now() + PLAIN_FOR;
      log.warn({ why: answer.description }, "the Bot API server is old: messages are sent in plain form");
    }
    return again;
  };
}

interface Parts {
  readonly entities?: readonly MessageEntity[];
  readonly caption_entities?: readonly MessageEntity[];
  readonly reply_markup?: { readonly inline_keyboard?: readonly (readonly InlineKeyboardButton[])[] };
  readonly media?: unknown;
}

/** The same words, without what older servers do not know. */
function plainly<P extends object>(payload: P): P {
  const { entities, caption_entities, reply_markup, media }: Parts = payload;
  const rows = reply_markup?.inline_keyboard;
  return {
    ...payload,
    ...(entities === undefined ? {} : { entities: entities.filter(isOld) }),
    ...(caption_entities === undefined ? {} : { caption_entities: caption_entities.filter(isOld) }),
    ...(rows === undefined
      ? {}
      : { reply_markup: { ...reply_markup, inline_keyboard: withoutCopying(rows) } }),
    ...(Array.isArray(media) ? { media: media.map((one: object) => plainly(one)) } : {}),
  };
}

const isOld = ({ type }: MessageEntity): boolean => type !== "date_time";

function withoutCopying(rows: readonly (readonly InlineKeyboardButton[])[]): InlineKeyboardButton[][] {
  return rows.map((row) => row.filter((button) => !("copy_text" in button))).filter((row) => row.length > 0);
}
