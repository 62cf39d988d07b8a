/** Notes: choosing the event, the receipt, the list, one note. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { OwnEvent } from "../domain/audience.ts";
import type { Note, NoteItem } from "../domain/notes.ts";
import { dateIn } from "../domain/timetable.ts";
import { press } from "./callback.ts";
import { clip, TEXT_LIMIT } from "./limits.ts";
import { type BotMessage, button, pager, rows } from "./message.ts";
import { handleOf, plain, type Reading } from "./schedule.ts";
import type { Speech } from "./speech.ts";
import { clock, dayAndMonth } from "./times.ts";

export const NOTES_ON_A_PAGE = 6;
const SNIPPET = 80;
/** So much of the title leaves a button room for the note's first words. */
const ABOUT = 20;

/** Which event is the note about? Those just past come first; event 0 stands for the mission as a whole. */
export function askEvent(
  { mission, speech }: Reading,
  candidates: readonly OwnEvent[],
  question: "note-which" | "note-which-kept",
): BotMessage {
  const about = (event: number) => press("noteAbout", { mission: mission.handle, event });
  return {
    text: plain(question === "note-which" ? speech.say("note-which") : speech.say("note-which-kept")),
    buttons: rows(
      ...candidates.map(({ event }) => button(speech.text(event.title), about(handleOf(mission, event.id)))),
      button(speech.say("note-no-event"), about(0)),
    ),
  };
}

export function noteOpened(speech: Speech, eventTitle: string | undefined): BotMessage {
  const about = eventTitle === undefined ? [] : [FormattedString.b(eventTitle)];
  return {
    text: FormattedString.join([...about, speech.say("note-write")], "\n"),
    buttons: doneButton(speech),
  };
}

/** Said only after Redis has the message on disk. */
export function noteSaved(speech: Speech, count: number): BotMessage {
  return { text: plain(speech.say("note-saved", { count })), buttons: doneButton(speech) };
}

export function noteClosed(speech: Speech, count: number, eventTitle: string | undefined): BotMessage {
  const key = count === 0 ? "note-closed-empty" : "note-closed";
  return { text: plain(speech.say(key, { count, about: eventTitle ?? speech.say("note-no-event") })) };
}

function doneButton(speech: Speech) {
  return rows(button(speech.say("button-done"), press("noteDone", {})));
}

export type Whose = "mine" | "all";

/** A page of notes, the newest first. `whose` is «all» for organisers only. */
export function notesPage(
  reading: Reading,
  {
    notes,
    total,
    from,
    whose,
    authors,
  }: {
    notes: readonly Note[];
    total: number;
    from: number;
    whose: Whose;
    authors?: ReadonlyMap<string, string>;
  },
): BotMessage {
  const { mission, speech } = reading;
  const lines = notes.map((note, index) => {
    const author = authors?.get(note.seat);
    const about = titleOf(reading, note) ?? speech.say("note-no-event");
    const head = FormattedString.join([
      `${from + index + 1}. `,
      FormattedString.b(clip(about, SNIPPET)),
      author === undefined ? "" : ` — ${author}`,
    ]);
    return FormattedString.join(
      [head, `${stamp(reading, note.createdAt, note.event)} · ${snippet(note, speech)}`],
      "\n",
    );
  });
  const text =
    total === 0
      ? plain(speech.say(whose === "mine" ? "notes-none" : "notes-none-at-all"))
      : FormattedString.join(
          [speech.say(whose === "mine" ? "notes-mine" : "notes-all", { total }), ...lines],
          "\n\n",
        );
  return {
    text,
    buttons: rows(
      ...notes.map((note, index) => {
        const about = clip(titleOf(reading, note) ?? speech.say("note-no-event"), ABOUT);
        const label = `${from + index + 1}. ${about} · ${snippet(note, speech)}`;
        return button(label, press("note", { mission: mission.handle, note: note.id }));
      }),
      pager({ from, size: NOTES_ON_A_PAGE, total }, (start) =>
        press("notes", { mission: mission.handle, whose, from: start }),
      ),
    ),
  };
}

/** One note, whole; what is not text is named, and sent on request. */
export function noteMessage(
  reading: Reading,
  note: Note,
  { own, whose, author }: { own: boolean; whose: Whose; author?: string },
): BotMessage {
  const { mission, speech } = reading;
  const which = { mission: mission.handle, note: note.id };
  const head = FormattedString.join(
    [
      FormattedString.b(titleOf(reading, note) ?? speech.say("note-no-event")),
      [stamp(reading, note.createdAt, note.event), author].filter((part) => part !== undefined).join(" · "),
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
      own ? button(speech.say("button-note-delete"), press("noteDelete", which)) : undefined,
      button(speech.say("button-back"), press("notes", { mission: mission.handle, whose, from: 0 })),
    ),
  };
}

/** Whether a note's words do not fit into one message. */
export function isTooLong({ items }: Note): boolean {
  return items.reduce((sum, { text = "" }) => sum + text.length + 100, 0) > TEXT_LIMIT;
}

export function askDelete({ mission, speech }: Reading, note: Note): BotMessage {
  const which = { mission: mission.handle, note: note.id };
  return {
    text: plain(speech.say("note-delete-sure", { note: snippet(note, speech) })),
    buttons: rows(
      button(speech.say("button-delete-yes"), press("noteDeleteYes", which), "danger"),
      button(speech.say("button-delete-no"), press("note", which)),
    ),
  };
}

/** Something written outside any scene: where does it belong? Nothing a person writes is lost. */
export function askPlace(
  reading: Reading,
  item: string,
  candidates: readonly OwnEvent[],
  { passOn = false } = {},
): BotMessage {
  const { mission, speech } = reading;
  const keep = (event: string | number) => press("keep", { mission: mission.handle, item, event });
  return {
    text: plain(speech.say("unplaced")),
    buttons: rows(
      ...candidates.map(({ event }) =>
        button(`📝 ${speech.text(event.title)}`, keep(handleOf(mission, event.id))),
      ),
      button(speech.say("unplaced-no-event"), keep(0)),
      passOn
        ? button(speech.say("button-pass-on"), press("passOn", { mission: mission.handle, item }))
        : undefined,
      button(speech.say("button-contacts"), press("contacts", { mission: mission.handle })),
      button(speech.say("unplaced-drop"), keep("drop")),
    ),
  };
}

export function titleOf({ mission, speech }: Reading, { event }: { event?: string }): string | undefined {
  const found = mission.programme.events.find((timed) => timed.event.id === event);
  return found === undefined ? undefined : speech.text(found.event.title);
}

function stamp({ mission, speech }: Reading, at: number, eventId: string | undefined): string {
  const { events, mission: file } = mission.programme;
  const zone = events.find(({ event }) => event.id === eventId)?.endZone ?? file.timezone;
  return `${dayAndMonth(dateIn(zone, at), speech.language)}, ${clock(at, zone)}`;
}

/** The first words of what was written. */
export function snippet({ items: [first] }: Pick<Note, "items">, speech: Speech): string {
  return first === undefined ? "" : clip(itemLine(first, speech).replaceAll("\n", " "), SNIPPET);
}

/** One message in a line: what it is, and its words. */
export function itemLine(item: NoteItem, speech: Speech): string {
  const kind = item.media?.kind ?? (item.contact ? "contact" : item.place ? "place" : undefined);
  const words = item.contact === undefined ? item.text : `${item.contact.name}, ${item.contact.phone}`;
  const named = words ?? item.media?.name ?? item.place?.title;
  return [kind === undefined ? undefined : speech.say(`item-${kind}`), named]
    .filter((part) => part !== undefined)
    .join(" ");
}
