/** One note, whole; its marks, and who may read it. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import { authorsReaderships, forThePress, marks, type Note } from "../domain/notes.ts";
import { agreementButtons } from "./agreement-buttons.ts";
import { press } from "./callback.ts";
import { TEXT_LIMIT } from "./limits.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import { itemLine, snippet, stamp, titleOf } from "./notes.ts";
import type { Reading } from "./reading.ts";

/** The lists of notes one can come from. */
export type Whose = "mine" | "all" | "shared" | "press";

/** Who looks at a note: its author, an organiser, both, or anybody of the delegation. */
export interface Eyes {
  readonly own: boolean;
  readonly organises: boolean;
  /** The list they come from is narrowed, and waits for them so. */
  readonly narrowed?: boolean;
  /** The author's name, where the reader is somebody else. */
  readonly author?: string;
}

/** One note; what is not text is named, and sent on request. */
export function noteMessage(reading: Reading, note: Note, eyes: Eyes): BotMessage {
  const { mission, speech } = reading;
  const { own, organises, author } = eyes;
  const which = { mission: mission.handle, note: note.id };
  const about = [stamp(reading, note.createdAt, note.event), author].filter((part) => part !== undefined);
  const head = FormattedString.join(
    [
      FormattedString.b(titleOf(reading, note) ?? speech.say("note-no-event")),
      about.join(" · "),
      ...(note.marks.length > 0 ? [speech.say("note-marked", { marks: markNames(reading, note) })] : []),
      ...(own || organises || isForThePress(note) ? [readersLine(reading, note)] : []),
    ],
    "\n",
  );
  const text = FormattedString.join(
    [head, ...note.items.map((item) => plain(itemLine(item, speech)))],
    "\n\n",
  );
  const more = isTooLong(note) || note.items.some((item) => item.media ?? item.contact ?? item.place);
  return {
    text,
    buttons: rows(
      more ? button(speech.say("button-note-media"), press("noteMedia", which)) : undefined,
      own ? button(speech.say("button-note-add"), press("noteAdd", which)) : undefined,
      ...(own || organises ? agreementButtons(reading, note.id) : []),
      own || organises ? button(speech.say("button-note-marks"), press("noteMarks", which)) : undefined,
      own ? button(speech.say("button-note-readers"), press("noteReaders", which)) : undefined,
      ...(organises ? pressButtons(reading, note) : []),
      own ? button(speech.say("button-note-delete"), press("noteDelete", which)) : undefined,
      button(speech.say("button-back"), listBehind(reading, note, eyes)),
    ),
  };
}

/** To others than its author and the organisers, only the press secretary is shown it. */
function isForThePress({ readers }: Note): boolean {
  return forThePress.includes(readers);
}

function listBehind(
  { mission: { handle: mission } }: Reading,
  note: Note,
  { own, organises, narrowed }: Eyes,
): string {
  const others: Whose = isForThePress(note) ? "press" : "shared";
  const whose: Whose = organises ? "all" : own ? "mine" : others;
  return narrowed ? press("found", { mission, from: 0 }) : press("notes", { mission, whose, from: 0 });
}

/** What organisers decide of a note proposed for the press; what is released can be taken back. */
function pressButtons({ mission, speech }: Reading, { id, readers }: Note): InlineKeyboardButton[] {
  const to = (who: "released" | "declined", label: string) =>
    button(label, press("noteReader", { mission: mission.handle, note: id, who }));
  if (readers === "proposed")
    return [
      to("released", speech.say("button-press-release")),
      to("declined", speech.say("button-press-decline")),
    ];
  return readers === "released" ? [to("declined", speech.say("button-press-withdraw"))] : [];
}

/** Which marks a note bears; a tap sets or takes one. */
export function marksMessage(reading: Reading, note: Note): BotMessage {
  const { mission, speech } = reading;
  const which = { mission: mission.handle, note: note.id };
  return {
    text: aboutNote(reading, note, [speech.say("note-marks-question")]),
    buttons: rows(
      ...marks.map((mark) => {
        const tick = note.marks.includes(mark) ? "✓ " : "";
        return button(`${tick}${speech.say(`mark-of-${mark}`)}`, press("noteMark", { ...which, mark }));
      }),
      button(speech.say("button-note-back"), press("note", which)),
    ),
  };
}

/** Who may read a note: its author chooses. */
export function readersMessage(reading: Reading, note: Note): BotMessage {
  const { mission, speech } = reading;
  const which = { mission: mission.handle, note: note.id };
  return {
    text: aboutNote(reading, note, [speech.say("note-readers-question"), readersLine(reading, note)]),
    buttons: rows(
      ...authorsReaderships.map((who) => {
        const tick = note.readers === who ? "✓ " : "";
        return button(`${tick}${speech.say(`readers-${who}`)}`, press("noteReader", { ...which, who }));
      }),
      button(speech.say("button-note-back"), press("note", which)),
    ),
  };
}

function aboutNote(reading: Reading, note: Note, lines: readonly string[]): FormattedString {
  const title = titleOf(reading, note) ?? reading.speech.say("note-no-event");
  return FormattedString.join([FormattedString.b(title), snippet(note, reading.speech), "", ...lines], "\n");
}

function readersLine({ speech }: Reading, { readers }: Note): string {
  return speech.say("note-readers", { who: speech.say(`readers-are-${readers}`) });
}

function markNames({ speech }: Reading, note: Note): string {
  return speech.list(note.marks.map((mark) => speech.say(`mark-of-${mark}`)));
}

/** Whether a note's words do not fit into one message. */
export function isTooLong({ items }: Note): boolean {
  return items.reduce((sum, { text = "" }) => sum + text.length + 100, 300) > TEXT_LIMIT;
}

export function askDelete({ mission, speech }: Reading, note: Note): BotMessage {
  const which = { mission: mission.handle, note: note.id };
  return {
    text: plain(speech.say("note-delete-sure", { note: snippet(note, speech) })),
    buttons: rows(
      button(speech.say("button-delete-yes"), press("noteDeleteYes", which)),
      button(speech.say("button-delete-no"), press("note", which)),
    ),
  };
}
