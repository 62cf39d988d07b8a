/** Telegram's limits on what a bot sends (Bot API, sendMessage, InlineKeyboardButton), and ours on top. */
export const TEXT_LIMIT = 4096;
export const CALLBACK_DATA_BYTES = 64;
export const CAPTION_LIMIT = 1024;
export const BUTTONS_LIMIT = 100;
/** Not Telegram's: a longer label does not fit a phone and is cut there without a sign. */
export const LABEL_LIMIT = 48;

/** Cuts to a limit in UTF-16 units, never through a character, and shows that it did. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = limit - 1;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return `${text.slice(0, splitsPair ? end - 1 : end).trimEnd()}…`;
}
