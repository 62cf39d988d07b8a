/** The organisers' desk: the menu. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import { press } from "./callback.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import type { Reading } from "./reading.ts";

/** What the desk leads to; `desk-…` in the locales is the label. */
const entries = {
  attention: (mission: number) => press("attention", { mission }),
  questions: (mission: number) => press("questions", { mission, which: "open", from: 0 }),
  change: (mission: number) => press("change", { mission }),
  delay: (mission: number) => press("delayFrom", { mission, minutes: 0, event: 0 }),
  broadcast: (mission: number) => press("cast", { mission }),
  rolls: (mission: number) => press("rolls", { mission, from: 0 }),
  people: (mission: number) => press("people", { mission, filter: "all", from: 0 }),
  invite: (mission: number) => press("invitePage", { mission, from: 0 }),
  coverages: (mission: number) => press("coverages", { mission }),
  results: (mission: number) => press("deskPart", { mission, part: "results" }),
  records: (mission: number) => press("deskPart", { mission, part: "records" }),
  report: (mission: number) => press("report", { mission }),
  notes: (mission: number) => press("notes", { mission, whose: "all", from: 0 }),
  contacts: (mission: number) => press("met", { mission, from: 0, search: "" }),
  agreements: (mission: number) => press("agreements", { mission, which: "all", from: 0 }),
  exports: (mission: number) => press("exports", { mission }),
  deliveries: (mission: number) => press("upcoming", { mission }),
  outcomes: (mission: number) => press("outcomes", { mission, from: 0 }),
  history: (mission: number) => press("history", { mission, from: 0 }),
  journal: (mission: number) => press("journal", { mission, from: 0 }),
} as const;
type Entry = keyof typeof entries;

/** What is in hand comes first; what is needed at leisure lies a tap deeper, so that the desk fits one screen. */
const top: readonly Entry[] = [
  ...(["attention", "questions", "change", "delay", "broadcast", "rolls"] as const),
  ...(["people", "invite", "coverages", "results", "records"] as const),
];
const parts = {
  results: ["report", "notes", "contacts", "agreements", "exports"],
  records: ["deliveries", "outcomes", "history", "journal"],
} as const satisfies Record<string, readonly Entry[]>;
export type DeskPart = keyof typeof parts;

export function isDeskPart(text: string): text is DeskPart {
  return Object.hasOwn(parts, text);
}

export function deskMessage({ mission, speech }: Reading): BotMessage {
  const { programme, handle } = mission;
  const title = FormattedString.b(speech.text(programme.mission.title));
  const revision = plain(speech.say("desk-revision", { revision: programme.revision }));
  return {
    text: FormattedString.join([speech.say("desk-heading"), title, revision], "\n"),
    buttons: rows(...top.map((entry) => button(speech.say(`desk-${entry}`), entries[entry](handle)))),
  };
}

/** What lies a tap deeper. */
export function deskPartMessage(reading: Reading, part: DeskPart): BotMessage {
  const { mission, speech } = reading;
  const inside: readonly Entry[] = parts[part];
  return {
    text: FormattedString.b(speech.say(`desk-${part}`)),
    buttons: rows(
      ...inside.map((entry) => button(speech.say(`desk-${entry}`), entries[entry](mission.handle))),
      backToDesk(reading),
    ),
  };
}

/** The last row of what the desk leads to. */
export function backToDesk({ mission, speech }: Reading): InlineKeyboardButton {
  return button(speech.say("button-desk"), press("desk", { mission: mission.handle }));
}
