import type { InlineKeyboardButton, KeyboardButton, Message } from "@grammyjs/types";
import type { Room } from "../bot-api/room.ts";
import { inlineRows } from "./screen.ts";

/** What pressing a button does. */
export type Button =
  | { readonly kind: "data"; readonly data: string; readonly message: Message }
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "contact" }
  | { readonly kind: "location" }
  /** Opens a page or copies a text: the bot hears nothing. */
  | { readonly kind: "elsewhere" };

interface Labelled {
  readonly label: string;
  readonly button: Button;
}

/**
 * The button a person means: of several that fit, one whose label is exactly `wanted` first, then the newest.
 * @throws {Error} listing the buttons there are
 */
export function findButton(room: Room, wanted: string | RegExp, on?: Message): Button {
  const buttons =
    on === undefined ? [...inline(room), ...reply(room)] : inlineOf(room.find(on.message_id)?.message);
  const exact = buttons.find(({ label }) => label === wanted);
  const near = buttons.find(({ label }) =>
    typeof wanted === "string" ? label.includes(wanted) : label.search(wanted) >= 0,
  );
  const found = exact ?? near ?? buttons.find(({ label }) => isShort(label, wanted));
  if (found !== undefined) return found.button;
  const there = buttons.map(({ label }) => `[ ${label} ]`).join(" ") || "no buttons at all";
  throw new Error(`There is no button ${wanted}. There are: ${there}.`);
}

/** Whether it is what is wanted with its middle left out, as `Предст… развитию туризма`: people see that. */
function isShort(label: string, wanted: string | RegExp): boolean {
  const [, head, tail] = /(\p{L}[^…]*)… (.+?)…?$/u.exec(label) ?? [];
  if (typeof wanted !== "string" || head === undefined || tail === undefined) return false;
  const from = wanted.indexOf(head);
  if (from < 0) return false;
  const rest = wanted.slice(from + head.length);
  return [...Array(rest.length).keys()].some((start) => {
    const end = rest.slice(start);
    return end.length > 2 && (tail.startsWith(end) || end.startsWith(tail));
  });
}

/** Newest message first. */
function inline(room: Room): Labelled[] {
  return room
    .history()
    .reverse()
    .flatMap(({ message }) => inlineOf(message));
}

function inlineOf(message: Message | undefined): Labelled[] {
  if (message === undefined) return [];
  return inlineRows(message)
    .flat()
    .map((button) => ({ label: button.text, button: meaning(button, message) }));
}

function meaning(button: InlineKeyboardButton, message: Message): Button {
  return "callback_data" in button
    ? { kind: "data", data: button.callback_data, message }
    : { kind: "elsewhere" };
}

function reply(room: Room): Labelled[] {
  return (room.keyboard?.keyboard ?? []).flat().map(replyButton);
}

function replyButton(button: KeyboardButton): Labelled {
  if (typeof button === "string") return { label: button, button: { kind: "words", text: button } };
  return { label: button.text, button: pressed(button) };
}

function pressed(button: Exclude<KeyboardButton, string>): Button {
  if ("request_contact" in button && button.request_contact) return { kind: "contact" };
  if ("request_location" in button && button.request_location) return { kind: "location" };
  return { kind: "words", text: button.text };
}
