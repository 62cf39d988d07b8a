/** Lines of the report in chat: what was picked from notes or typed, and one line with what can be done about it. */
import { FormattedString } from "@grammyjs/parse-mode";
import { wordsOfNote } from "../domain/agreements.ts";
import type { Note } from "../domain/notes.ts";
import type { Report } from "../domain/report.ts";
import { type LineSection, photosOf, type ReportLine } from "../domain/report-draft.ts";
import { cleaned } from "../domain/words.ts";
import { press } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import { snippet, titleOf } from "./notes.ts";
import type { Reading } from "./reading.ts";
import { sectionHead, toMenu } from "./report-menu.ts";

export const LINES_ON_A_PAGE = 6;
/** So much of a line stands for it in the list, and so much on its own page below the buttons' explanation. */
const IN_LIST = 160;
const WHOLE = 3000;

/** A line as it is looked at: with its note, if that is still there. */
export interface SeenLine {
  readonly id: string;
  readonly state: "undecided" | "taken" | "left";
  readonly line?: ReportLine;
  readonly note?: Note;
}

const signs = { undecided: "▫️", taken: "✅", left: "✖️" } as const;

/** What people wrote for a section, a page of it. */
export function linesSection(
  reading: Reading,
  report: Report,
  section: LineSection,
  {
    lines,
    total,
    undecided,
    from,
  }: { lines: readonly SeenLine[]; total: number; undecided: number; from: number },
): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle, part: section };
  return {
    text: FormattedString.join(
      [
        ...sectionHead(reading, report, section),
        ...lines.map((seen, index) =>
          FormattedString.join(
            [
              FormattedString.join([
                `${signs[seen.state]} ${from + index + 1}. `,
                FormattedString.b(clip(aboutOf(reading, seen), IN_LIST)),
              ]),
              clip(wordsOf(reading, seen).replaceAll(/\s+/g, " "), IN_LIST),
            ],
            "\n",
          ),
        ),
      ],
      "\n\n",
    ),
    buttons: rows(
      ...lines.map((seen, index) =>
        button(
          `${signs[seen.state]} ${from + index + 1}. ${wordsOf(reading, seen).replaceAll(/\s+/g, " ")}`,
          press("reportLine", { ...where, line: seen.id }),
        ),
      ),
      pager({ from, size: LINES_ON_A_PAGE, total }, (start) =>
        press("reportPart", { ...where, from: start }),
      ),
      undecided === 0
        ? undefined
        : button(speech.say("button-report-all", { count: undecided }), press("reportTakeAll", where)),
      button(
        speech.say("button-report-add"),
        press("reportAsk", { mission: mission.handle, what: `new-${section}`, key: "-", chain: 0 }),
      ),
      toMenu(reading),
    ),
  };
}

/** One line, whole, and what can be done about it. */
export function lineMessage(
  reading: Reading,
  section: LineSection,
  seen: SeenLine,
  lastBy: string | undefined,
): BotMessage {
  const { mission, speech } = reading;
  const { id, state, line, note } = seen;
  const words = wordsOf(reading, seen);
  const pictures = note === undefined ? 0 : photosOf(note).length;
  const voiceOnly = line?.text === undefined && note !== undefined && wordsOfNote(note).trim() === "";
  const to = (what: string) =>
    press("reportLineDo", { mission: mission.handle, part: section, line: id, what });
  const about = [
    speech.say(`report-line-${state}`),
    ...(line?.text !== undefined && note !== undefined ? [speech.say("report-line-reworded")] : []),
    ...(voiceOnly ? [speech.say("report-line-voice")] : []),
    ...(lastBy === undefined ? [] : [speech.say("report-line-by", { who: clip(lastBy, IN_LIST) })]),
  ];
  return {
    text: FormattedString.join(
      [
        FormattedString.b(clip(aboutOf(reading, seen), IN_LIST)),
        ...(words === "" ? [] : [FormattedString.blockquote(clip(words, WHOLE))]),
        about.join("\n"),
      ],
      "\n\n",
    ),
    buttons: rows(
      state === "taken" ? undefined : button(speech.say("button-report-take"), to("take")),
      state === "left" ? undefined : button(speech.say("button-report-leave"), to("leave")),
      button(
        speech.say("button-report-reword"),
        press("reportAsk", { mission: mission.handle, what: section, key: id, chain: 0 }),
      ),
      line?.text !== undefined && note !== undefined
        ? button(speech.say("button-report-original"), to("original"))
        : undefined,
      pictures === 0
        ? undefined
        : button(
            speech.say("button-report-photos", { on: line?.photos ? "yes" : "no" }),
            to(line?.photos ? "no-photos" : "photos"),
          ),
      note === undefined
        ? button(speech.say("button-report-drop"), to("drop"))
        : button(speech.say("button-report-note"), press("note", { mission: mission.handle, note: note.id })),
      button(
        speech.say("button-report-back"),
        press("reportPart", { mission: mission.handle, part: section, from: 0 }),
      ),
    ),
  };
}

/** Is a typed line really to go? */
export function askDropLine({ mission, speech }: Reading, section: LineSection, seen: SeenLine): BotMessage {
  const which = { mission: mission.handle, part: section, line: seen.id };
  return {
    text: FormattedString.join(
      [plain(speech.say("report-drop-sure")), FormattedString.blockquote(clip(seen.line?.text ?? "", WHOLE))],
      "\n\n",
    ),
    buttons: rows(
      button(speech.say("button-report-drop-yes"), press("reportLineDo", { ...which, what: "drop-yes" })),
      button(speech.say("button-report-back"), press("reportLine", which)),
    ),
  };
}

function aboutOf(reading: Reading, { line, note }: SeenLine): string {
  const event = note?.event ?? line?.event;
  const title = titleOf(reading, event === undefined ? {} : { event });
  return title ?? reading.speech.say("note-no-event");
}

/** What the line says: in an organiser's words, else in its note's; a note without words by what it is. */
export function wordsOf({ speech }: Reading, { line, note }: SeenLine): string {
  if (line?.text !== undefined) return line.text;
  if (note === undefined) return "";
  const words = cleaned(wordsOfNote(note));
  return words.trim() === "" ? snippet(note, speech) : words;
}
