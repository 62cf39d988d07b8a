/** The sheet that says how the others are filled in. */
import type { Stream } from "node:stream";
import type { Sheet } from "write-excel-file/node";
import { kinds } from "../domain/mission.ts";
import type { Speech } from "../messages/speech.ts";
import { instructionsKey } from "./sheet-fields.ts";

/** What the library may be given for a picture, of which there are none here. */
export type Content = Stream | Buffer | Blob;

const rules = ["sheets", "ids", "times", "lists", "languages", "flags", "reminders", "keys"] as const;

/** Rules in a sentence each, then the words that stand for the kinds of event. */
export function instructions(speech: Speech): Sheet<Content> {
  return {
    sheet: speech.say("sheet-help"),
    columns: [{ width: 18 }, { width: 100 }],
    data: [
      [
        { value: speech.say("sheet-help"), type: String, fontWeight: "bold", fontSize: 14 },
        null,
        { value: instructionsKey, type: String, textColor: "#ffffff" },
      ],
      ...rules.map((rule, index) => [
        { value: `${index + 1}`, type: String, alignVertical: "top", align: "center" } as const,
        { value: speech.say(`sheet-rule-${rule}`), type: String, wrap: true, height: 42 } as const,
      ]),
      [],
      [{ value: speech.say("sheet-kinds"), type: String, fontWeight: "bold" }],
      ...kinds.map((kind) => [
        { value: kind, type: String, format: "@" } as const,
        { value: speech.say(`kind-${kind}`), type: String } as const,
      ]),
    ],
  };
}
