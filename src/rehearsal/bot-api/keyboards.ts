import type {
  ForceReply,
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  KeyboardButton,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from "@grammyjs/types";
import { checkUrl } from "./links.ts";
import { badRequest, knowsOnly, UnknownField } from "./refusal.ts";

export type ReplyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;

/** https://core.telegram.org/bots/api#inlinekeyboardbutton */
const CALLBACK_BYTES = 64;
const COPY_TEXT_LENGTH = 256;
/** Not in the documentation; what Telegram's servers are known to take. */
const BUTTONS = 100;
const BUTTONS_IN_ROW = 8;

const looks = ["text", "icon_custom_emoji_id", "style"];
const replyKeyboardFields = [
  "keyboard",
  ...["is_persistent", "resize_keyboard", "one_time_keyboard", "input_field_placeholder", "selective"],
];

/**
 * A reply_markup as Telegram would take it.
 * @throws {Refusal} in Telegram's words; {UnknownField} for a button this server cannot show or press
 */
export function checkReplyMarkup(markup: ReplyMarkup | undefined): ReplyMarkup | undefined {
  if (markup === undefined) return undefined;
  if (typeof markup !== "object") throw badRequest("object expected as reply markup");
  if ("inline_keyboard" in markup) return checkInline(markup);
  if ("keyboard" in markup) {
    knowsOnly(markup, replyKeyboardFields, "reply_markup");
    for (const button of rows(markup.keyboard, "keyboard").flat()) checkReplyButton(button);
  } else if ("remove_keyboard" in markup) {
    knowsOnly(markup, ["remove_keyboard", "selective"], "reply_markup");
  } else {
    knowsOnly(markup, ["force_reply", "input_field_placeholder", "selective"], "reply_markup");
  }
  return markup;
}

/** An inline keyboard; one without buttons is no keyboard at all. */
function checkInline(markup: InlineKeyboardMarkup): InlineKeyboardMarkup | undefined {
  knowsOnly(markup, ["inline_keyboard"], "reply_markup");
  const buttons = rows(markup.inline_keyboard, "inline_keyboard");
  if (buttons.flat().length > BUTTONS || buttons.some((row) => row.length > BUTTONS_IN_ROW)) {
    throw badRequest("reply markup is too long");
  }
  for (const button of buttons.flat()) checkInlineButton(button);
  const filled = buttons.filter((row) => row.length > 0);
  return filled.length === 0 ? undefined : { inline_keyboard: filled };
}

function rows<B>(value: readonly (readonly B[])[], field: string): B[][] {
  if (!Array.isArray(value) || !value.every((row) => Array.isArray(row))) {
    throw badRequest(
      field === "keyboard"
        ? 'field "keyboard" must be an Array of Arrays'
        : 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    );
  }
  return value.map((row) => [...row]);
}

function checkInlineButton(button: InlineKeyboardButton): void {
  if (typeof button.text !== "string") {
    throw badRequest(`can't parse inline keyboard button: Field "text" must be of type String`);
  }
  if (button.text === "") throw badRequest("inline keyboard button text must be non-empty");
  const path = "reply_markup.inline_keyboard";
  if ("callback_data" in button && button.callback_data !== "") {
    knowsOnly(button, [...looks, "callback_data"], path);
    if (Buffer.byteLength(button.callback_data) > CALLBACK_BYTES) throw badRequest("BUTTON_DATA_INVALID");
  } else if ("url" in button && button.url !== "") {
    knowsOnly(button, [...looks, "url"], path);
    checkUrl(button.url, "inline keyboard button");
  } else if ("copy_text" in button) {
    knowsOnly(button, [...looks, "copy_text"], path);
    const { length } = [...button.copy_text.text];
    if (length < 1 || length > COPY_TEXT_LENGTH) throw badRequest("BUTTON_COPY_TEXT_INVALID");
  } else {
    const unknown = Object.keys(button).find((name) => ![...looks, "callback_data", "url"].includes(name));
    if (unknown !== undefined) throw new UnknownField(`${path}.${unknown}`);
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
}

function checkReplyButton(button: KeyboardButton): void {
  const text = typeof button === "string" ? button : button.text;
  if (text === "") throw badRequest("keyboard button text must be non-empty");
  if (typeof button !== "string") {
    knowsOnly(button, [...looks, "request_contact", "request_location"], "reply_markup.keyboard");
  }
}

/** What is written on a reply keyboard, row by row. */
export function replyLabels(markup: ReplyKeyboardMarkup): string[][] {
  return markup.keyboard.map((row) =>
    row.map((button) => (typeof button === "string" ? button : button.text)),
  );
}
