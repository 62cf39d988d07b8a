import type { InlineKeyboardButton, Message } from "@grammyjs/types";
import { nameOf } from "../bot-api/content.ts";
import { replyLabels } from "../bot-api/keyboards.ts";
import { richLines } from "../bot-api/rich.ts";
import type { Kept, Room } from "../bot-api/room.ts";

/** A chat as its people see it, or as one of them does: newest last, buttons in brackets, one row a line. */
export function drawRoom(room: Room, reader?: number): string {
  const messages = room.history(reader).map(drawMessage);
  const keyboard =
    room.keyboard === undefined ? [] : [`⌨ ${replyLabels(room.keyboard).map(drawRow).join("\n  ")}`];
  return [...messages, ...keyboard].join("\n");
}

/** One message with its sender, buttons and reactions. */
function drawMessage({ message, reactions }: Kept): string {
  const edited = message.edit_date === undefined ? "" : " (edited)";
  const emoji = [...reactions.values()]
    .flat()
    .flatMap((reaction) => ("emoji" in reaction ? reaction.emoji : "★"));
  return [
    `— ${message.from === undefined ? "" : nameOf(message.from)}${edited}:`,
    textOf(message),
    ...inlineRows(message).map((row) => drawRow(row.map((button) => button.text))),
    ...(emoji.length > 0 ? [emoji.join(" ")] : []),
  ].join("\n");
}

export function inlineRows(message: Message): InlineKeyboardButton[][] {
  return message.reply_markup?.inline_keyboard ?? [];
}

const drawRow = (labels: readonly string[]): string => labels.map((label) => `[ ${label} ]`).join(" ");

/** What a message says to a reader: its words, and a word for what is not words. */
export function textOf(message: Message): string {
  const rich = message.rich_message && richLines(message.rich_message.blocks).join("\n");
  const shown = [attachment(message), message.text, rich, message.caption];
  return shown.filter((part) => part !== undefined).join("\n");
}

function attachment(message: Message): string | undefined {
  const { contact, venue, location, document, animation, audio } = message;
  if (message.photo) return "[photo]";
  if (message.voice) return "[voice]";
  if (message.video) return "[video]";
  if (message.video_note) return "[video note]";
  if (message.sticker) return `[sticker ${message.sticker.emoji ?? ""}]`;
  if (message.poll)
    return `[poll ${message.poll.question}: ${message.poll.options.map(({ text }) => text).join(" | ")}]`;
  if (message.dice) return `[dice ${message.dice.emoji}]`;
  if (animation) return "[animation]";
  if (audio) return `[audio ${audio.file_name ?? ""}]`;
  if (document) return `[file ${document.file_name ?? ""}]`;
  if (contact) return `[contact ${contact.first_name} ${contact.last_name ?? ""} ${contact.phone_number}]`;
  if (venue) return `[place ${venue.title}, ${venue.address}]`;
  if (location) return `[location ${location.latitude}, ${location.longitude}]`;
  if (message.pinned_message) return "[pinned a message]";
  if (message.new_chat_members) return `[joined: ${message.new_chat_members.map(nameOf).join(", ")}]`;
  if (message.left_chat_member) return `[left: ${nameOf(message.left_chat_member)}]`;
  if (message.migrate_to_chat_id) return "[became a supergroup]";
  if (message.migrate_from_chat_id) return "[was a group]";
  return undefined;
}
