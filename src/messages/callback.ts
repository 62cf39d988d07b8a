/**
 * The callback codec: what every button of the bot carries. Missions and events travel as the short numbers they were
 * given on import, so that any button fits Telegram's 64 bytes and old ones keep their meaning.
 */
import { createHash } from "node:crypto";
import type { InlineKeyboardMarkup } from "grammy/types";
import { forms } from "./callback-forms.ts";
import { CALLBACK_DATA_BYTES } from "./limits.ts";

export type Verb = keyof typeof forms;
/** What a button of a verb carries. */
export type Fields<V extends Verb> = { readonly [F in (typeof forms)[V][number]]: string };

/** The numbers of the events that a message's buttons are about, of one mission, each once. */
export function eventsPressed(markup: InlineKeyboardMarkup | undefined, mission: number): string[] {
  const handles = (markup?.inline_keyboard ?? []).flat().flatMap((one) => {
    const data = "callback_data" in one ? one.callback_data : "";
    for (const verb of aboutEvents) {
      const fields = readPress(data, verb);
      if (fields !== undefined && Number(fields.mission) === mission) return [fields.event];
    }
    return [];
  });
  return [...new Set(handles)];
}

/** What stands under cards, reminders, digests and prompts. */
const aboutEvents = [
  "event",
  "noteAbout",
  "map",
  "pick",
  "unpick",
  "mute",
  "promptLater",
  "promptNothing",
] as const;

/** Every verb there is, with the names of its fields. */
export const verbs: Readonly<Record<Verb, readonly string[]>> = forms;

/** Packs a button. @throws when it would not fit: ids and numbers that short are a promise of ours. */
export function press<V extends Verb>(
  verb: V,
  fields: { readonly [F in keyof Fields<V>]: string | number },
): string {
  const values: Readonly<Record<string, string | number>> = fields;
  const data = [verb, ...forms[verb].map((name) => values[name])].join(":");
  if (Buffer.byteLength(data) > CALLBACK_DATA_BYTES)
    throw new Error(`The button «${verb}» does not fit: ${data}`);
  return data;
}

/** Packs a button an aide presses for the seat they assist. @throws when it would not fit */
export function pressFor(principal: string, data: string): string {
  const packed = `~${tagOf(`seat/${principal}`)}~${data}`;
  if (Buffer.byteLength(packed) > CALLBACK_DATA_BYTES) throw new Error(`The button does not fit: ${packed}`);
  return packed;
}

/** What is in a button, and for whom it is pressed (the tag of a seat) where that is not whoever presses it. */
export function readFor(packed: string): { readonly data: string; readonly tag?: string } {
  const [, tag, data] = /^~([\w-]{6})~(.*)$/s.exec(packed) ?? [];
  return tag === undefined || data === undefined ? { data: packed } : { data, tag };
}

/** Unpacks a button of this verb; nothing for another, a forged one, or one of a form this version no longer has. */
export function readPress<V extends Verb>(data: string, verb: V): Fields<V> | undefined {
  const [word, ...values] = data.split(":");
  const names = forms[verb];
  if (word !== verb || values.length !== names.length) return undefined;
  // Built from the form of this very verb.
  return Object.fromEntries(names.map((name, index) => [name, values[index]])) as Fields<V>;
}

/** Six characters that stand for a longer id where a button has to name two of them. */
export function tagOf(id: string): string {
  return createHash("sha256").update(id).digest("base64url").slice(0, 6);
}
