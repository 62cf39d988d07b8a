/** Files that are made in the background: what there is to be had, and how far one has come. */
import { FormattedString } from "@grammyjs/parse-mode";
import { type BotMessage, plain } from "./message.ts";
import type { Reading } from "./reading.ts";

export const fileKinds = [
  "report",
  "notes",
  "contacts",
  "agreements",
  "attendance",
  "all",
  "media",
  "mine",
] as const;
export type FileKind = (typeof fileKinds)[number];

export function isFileKind(text: string): text is FileKind {
  return fileKinds.some((kind) => kind === text);
}

/** What of the mission's results organisers can have as a file, beside the report. */
export const resultKinds = ["notes", "contacts", "agreements", "attendance", "all", "media"] as const;

export type Making =
  | { readonly state: "begun" }
  | { readonly state: "going"; readonly done: number }
  | { readonly state: "done"; readonly files: number; readonly leftOut: number }
  | { readonly state: "nothing"; readonly leftOut: number }
  | { readonly state: "failed" };

export function makingMessage({ speech }: Reading, kind: FileKind, making: Making): BotMessage {
  const what = FormattedString.b(speech.say(`file-kind-${kind}`));
  const lines = {
    begun: () => [speech.say("making-begun")],
    going: () => [speech.say("making-going", { done: "done" in making ? making.done : 0 })],
    done: () => [speech.say("making-done", { files: "files" in making ? making.files : 0 })],
    nothing: () => [speech.say("making-nothing")],
    failed: () => [speech.say("making-failed")],
  }[making.state]();
  const leftOut = "leftOut" in making ? making.leftOut : 0;
  return {
    text: FormattedString.join(
      [
        what,
        ...lines.map(plain),
        ...(leftOut === 0 ? [] : [plain(speech.say("making-left-out", { count: leftOut }))]),
      ],
      "\n",
    ),
  };
}
