/** Lists of notes, and what they can be narrowed to. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import type { Seat } from "../domain/mission.ts";
import { type Mark, marks, type Note, type Sieve } from "../domain/notes.ts";
import { press } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import { whoIs } from "./names.ts";
import type { Whose } from "./note-page.ts";
import { authorOf, SNIPPET, snippet, stamp, titleOf } from "./notes.ts";
import { handleOf, type Reading } from "./reading.ts";
import { clock, numericDay } from "./times.ts";

export const NOTES_ON_A_PAGE = 6;
const CHOICES_ON_A_PAGE = 12;
/** So much of the title leaves a button room for the note's first words. */
const ABOUT = 20;

/** Asks what to look for in the notes. */
export function askForWords({ mission, speech }: Reading, organises: boolean): BotMessage {
  const list = press("notes", { mission: mission.handle, whose: organises ? "all" : "mine", from: 0 });
  return {
    text: plain(speech.say("notes-search-question")),
    buttons: rows(button(speech.say("button-back"), list)),
  };
}

export interface NotesPage {
  readonly notes: readonly Note[];
  readonly total: number;
  readonly from: number;
  /** By seat; none where all are the reader's own. */
  readonly authors?: ReadonlyMap<string, string>;
}

/** What organisers have to do about notes besides reading them. */
export interface NoteWork {
  readonly untyped: number;
}

/** A page of notes, the newest first. `work` is for organisers, whose list leads on to it. */
export function notesPage(
  reading: Reading,
  page: NotesPage,
  { whose, work, readsPress = false }: { whose: Whose; work?: NoteWork; readsPress?: boolean },
): BotMessage {
  const { mission, speech } = reading;
  const { total } = page;
  const heading = {
    mine: () => (total === 0 ? speech.say("notes-none") : speech.say("notes-mine", { total })),
    all: () => (total === 0 ? speech.say("notes-none-at-all") : speech.say("notes-all", { total })),
    shared: () => (total === 0 ? speech.say("notes-none-shared") : speech.say("notes-shared", { total })),
    press: () => (total === 0 ? speech.say("notes-none-press") : speech.say("notes-press", { total })),
  }[whose]();
  const where = { mission: mission.handle };
  const to = (other: Whose, label: string) =>
    other === whose ? undefined : button(label, press("notes", { ...where, whose: other, from: 0 }));
  return listed(reading, page, {
    heading: plain(heading),
    to: (from) => press("notes", { ...where, whose, from }),
    more: [
      button(speech.say("button-notes-search"), press("noteSearch", where)),
      work === undefined ? undefined : button(speech.say("button-notes-sift"), press("sift", where)),
      work === undefined || work.untyped === 0
        ? undefined
        : button(
            speech.say("button-notes-untyped", { count: work.untyped }),
            press("untyped", { ...where, from: 0 }),
          ),
      work === undefined
        ? undefined
        : button(speech.say("button-notes-owing"), press("owing", { ...where, from: 0 })),
      work === undefined
        ? undefined
        : button(speech.say("button-survey-results"), press("surveyResults", { ...where, from: 0 })),
      whose === "mine" ? button(speech.say("button-mine"), press("mine", where)) : undefined,
      to("mine", speech.say("button-notes-mine")),
      work === undefined
        ? to("shared", speech.say("button-notes-shared"))
        : to("all", speech.say("button-notes-all")),
      readsPress && whose !== "press" ? pressListButton(reading) : undefined,
    ],
  });
}

/** So many notes have been proposed for the press. */
export function proposalsMessage(reading: Reading, count: number): BotMessage {
  return {
    text: plain(reading.speech.say("proposed-press", { count })),
    buttons: rows(pressListButton(reading)),
  };
}

/** Leads to the notes for the press, for whoever reads them. */
export function pressListButton({ mission, speech }: Reading): InlineKeyboardButton {
  return button(
    speech.say("button-notes-press"),
    press("notes", { mission: mission.handle, whose: "press", from: 0 }),
  );
}

/** What was found: the notes that pass a sieve. */
export function foundPage(
  reading: Reading,
  page: NotesPage,
  { sieve, organises }: { sieve: Sieve; organises: boolean },
): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle };
  const heading = FormattedString.join(
    [
      FormattedString.b(speech.say("notes-found", { total: page.total })),
      ...sieveLines(reading, sieve, page.authors),
    ],
    "\n",
  );
  return listed(reading, page, {
    heading,
    sought: sieve.words,
    to: (from) => press("found", { ...where, from }),
    more: [
      button(speech.say("button-notes-search"), press("noteSearch", where)),
      organises ? button(speech.say("button-notes-sift"), press("sift", where)) : undefined,
      button(
        speech.say(organises ? "button-notes-all" : "button-notes-mine"),
        press("notes", { ...where, whose: organises ? "all" : "mine", from: 0 }),
      ),
    ],
  });
}

interface Frame {
  readonly heading: FormattedString;
  readonly sought?: string | undefined;
  readonly to: (from: number) => string;
  readonly more: readonly (InlineKeyboardButton | undefined)[];
}

function listed(reading: Reading, { notes, total, from, authors }: NotesPage, frame: Frame): BotMessage {
  const { mission, speech } = reading;
  const lines = notes.map((note, index) => {
    const author = authors && authorOf(note, authors, speech);
    const about = titleOf(reading, note) ?? speech.say("note-no-event");
    const head = FormattedString.join([
      `${from + index + 1}. `,
      FormattedString.b(clip(about, SNIPPET)),
      author === undefined ? "" : ` — ${clip(author, SNIPPET)}`,
    ]);
    return FormattedString.join(
      [head, `${stamp(reading, note.createdAt, note.event)} · ${snippet(note, speech, frame.sought)}`],
      "\n",
    );
  });
  return {
    text: FormattedString.join([frame.heading, ...lines], "\n\n"),
    buttons: rows(
      ...notes.map((note, index) => {
        const about = clip(titleOf(reading, note) ?? speech.say("note-no-event"), ABOUT);
        const label = `${from + index + 1}. ${about} · ${snippet(note, speech, frame.sought)}`;
        return button(label, press("note", { mission: mission.handle, note: note.id }));
      }),
      pager({ from, size: NOTES_ON_A_PAGE, total }, frame.to),
      ...frame.more,
    ),
  };
}

/** `Событие: …`, a line for each thing the list is narrowed to. */
function sieveLines(reading: Reading, sieve: Sieve, authors?: ReadonlyMap<string, string>): string[] {
  const { speech } = reading;
  const { event, seat, mark, words } = sieve;
  const title = event === null ? undefined : titleOf(reading, event === undefined ? {} : { event });
  return [
    ...(words === undefined ? [] : [speech.say("sieve-words", { words: clip(words, SNIPPET) })]),
    ...(event === undefined
      ? []
      : [speech.say("sieve-event", { event: title ?? speech.say("note-no-event") })]),
    ...(seat === undefined || authors === undefined
      ? []
      : [speech.say("sieve-author", { author: authors.get(seat) ?? seat })]),
    ...(mark === undefined ? [] : [speech.say("sieve-mark", { mark: speech.say(`mark-of-${mark}`) })]),
  ];
}

/** What organisers can narrow the list by. */
export const siftings = ["event", "author", "mark"] as const;
export type Sifting = (typeof siftings)[number];

export function siftMenu(reading: Reading, sieve: Sieve, authors: ReadonlyMap<string, string>): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle };
  const lines = sieveLines(reading, sieve, authors);
  return {
    text: FormattedString.join([FormattedString.b(speech.say("sift-question")), ...lines], "\n"),
    buttons: rows(
      ...siftings.map((what) =>
        button(speech.say(`sift-${what}`), press("siftBy", { ...where, what, from: 0 })),
      ),
      lines.length === 0
        ? undefined
        : button(speech.say("sift-clear"), press("siftTo", { ...where, what: "all", value: "-" })),
      button(speech.say("button-back"), press("found", { ...where, from: 0 })),
    ),
  };
}

/** The values of one thing to narrow by; `-` stands for any, `0` among events for the mission as a whole. */
export function siftChoices(
  reading: Reading,
  what: Sifting,
  { from, seats }: { from: number; seats: readonly Seat[] },
): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle };
  const all = {
    event: () => [
      { value: "0", label: speech.say("note-no-event") },
      ...mission.programme.events.map(({ event, start, zone, day }) => ({
        value: String(handleOf(mission, event.id)),
        label: `${numericDay(day, speech.language)} ${clock(start, zone)} ${speech.text(event.title)}`,
      })),
    ],
    author: () => seats.map((seat) => ({ value: seat.id, label: whoIs(seat, speech) })),
    mark: () => marks.map((mark: Mark) => ({ value: mark, label: speech.say(`mark-of-${mark}`) })),
  }[what]();
  return {
    text: plain(speech.say(`sift-${what}`)),
    buttons: rows(
      ...all
        .slice(from, from + CHOICES_ON_A_PAGE)
        .map(({ value, label }) => button(label, press("siftTo", { ...where, what, value }))),
      pager({ from, size: CHOICES_ON_A_PAGE, total: all.length }, (start) =>
        press("siftBy", { ...where, what, from: start }),
      ),
      button(speech.say("sift-any"), press("siftTo", { ...where, what, value: "-" })),
      button(speech.say("button-back"), press("sift", where)),
    ),
  };
}
