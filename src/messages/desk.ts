/** The organisers' desk: the menu. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import { press } from "./callback.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import type { Reading } from "./reading.ts";

/** What the desk leads to, in its order; `desk-…` in the locales is the label. */
const entries = {
  change: (mission: number) => press("change", { mission }),
  delay: (mission: number) => press("delayFrom", { mission, minutes: 0, event: 0 }),
  history: (mission: number) => press("history", { mission, from: 0 }),
  exports: (mission: number) => press("exports", { mission }),
  people: (mission: number) => press("people", { mission, filter: "all", from: 0 }),
  invite: (mission: number) => press("invitePage", { mission, from: 0 }),
  rolls: (mission: number) => press("rolls", { mission, from: 0 }),
  coverages: (mission: number) => press("coverages", { mission }),
  attention: (mission: number) => press("attention", { mission }),
  questions: (mission: number) => press("questions", { mission, which: "open", from: 0 }),
  broadcast: (mission: number) => press("cast", { mission }),
  report: (mission: number) => press("report", { mission }),
  notes: (mission: number) => press("notes", { mission, whose: "all", from: 0 }),
  deliveries: (mission: number) => press("upcoming", { mission }),
  contacts: (mission: number) => press("met", { mission, from: 0, search: "" }),
  agreements: (mission: number) => press("agreements", { mission, which: "all", from: 0 }),
  outcomes: (mission: number) => press("outcomes", { mission, from: 0 }),
  journal: (mission: number) => press("journal", { mission, from: 0 }),
} as const;

export function deskMessage({ mission, speech }: Reading): BotMessage {
  const { programme, handle } = mission;
  const title = FormattedString.b(speech.text(programme.mission.title));
  const revision = plain(speech.say("desk-revision", { revision: programme.revision }));
  return {
    text: FormattedString.join([speech.say("desk-heading"), title, revision], "\n"),
    buttons: rows(
      ...Object.entries(entries).map(([name, to]) => button(speech.say(`desk-${name}`), to(handle))),
    ),
  };
}

/** The last row of what the desk leads to. */
export function backToDesk({ mission, speech }: Reading): InlineKeyboardButton {
  return button(speech.say("button-desk"), press("desk", { mission: mission.handle }));
}
