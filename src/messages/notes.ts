/** Writing notes: choosing the event, the receipt; and how a note is named wherever it is shown. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { OwnEvent } from "../domain/audience.ts";
import { type Note, type NoteItem, wordsPass } from "../domain/notes.ts";
import { zoneOfDeed } from "../domain/timetable.ts";
import { dateIn } from "../domain/zones.ts";
import { withWaysOn } from "./agreement-buttons.ts";
import { press } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import { handleOf, type Reading } from "./reading.ts";
import type { Speech } from "./speech.ts";
import { clock, dayAndMonth } from "./times.ts";

/** So much of a note's words stands for it in lists. */
export const SNIPPET = 80;

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

/** A reply to something of the bot's is kept with its event; there it can be opened and marked. */
export function replyKept(reading: Reading, note: { id: string; event?: string }): BotMessage {
  const { speech } = reading;
  const about = titleOf(reading, note) ?? speech.say("note-no-event");
  return withWaysOn(reading, { text: plain(speech.say("note-kept", { about })) }, note.id);
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

/** Something written outside any scene: where does it belong? Nothing a person writes is lost. */
export function askPlace(
  reading: Reading,
  item: string,
  candidates: readonly OwnEvent[],
  question: { kind: "unplaced"; passOn: boolean; card: boolean } | { kind: "reply-which" },
): BotMessage {
  const { mission, speech } = reading;
  const keep = (event: string | number) => press("keep", { mission: mission.handle, item, event });
  return {
    text: plain(question.kind === "unplaced" ? speech.say("unplaced") : speech.say("reply-which")),
    buttons: rows(
      question.kind === "unplaced" && question.card
        ? button(speech.say("button-met-add"), press("metKeep", { mission: mission.handle, item }))
        : undefined,
      ...candidates.map(({ event }) =>
        button(`📝 ${speech.text(event.title)}`, keep(handleOf(mission, event.id))),
      ),
      button(speech.say("unplaced-no-event"), keep(0)),
      question.kind === "unplaced" && question.passOn
        ? button(speech.say("button-pass-on"), press("passOn", { mission: mission.handle, item }))
        : undefined,
      question.kind === "unplaced"
        ? button(speech.say("button-contacts"), press("contacts", { mission: mission.handle }))
        : undefined,
      button(speech.say("unplaced-drop"), keep("drop")),
    ),
  };
}

export function titleOf({ mission, speech }: Reading, { event }: { event?: string }): string | undefined {
  const found = mission.programme.events.find((timed) => timed.event.id === event);
  return found === undefined ? undefined : speech.text(found.event.title);
}

/** Whose note it is: whoever sits in a seat now did not write what is left from before them. */
export function authorOf(
  { seat, former }: Pick<Note, "seat" | "former">,
  authors: ReadonlyMap<string, string>,
  speech: Speech,
): string {
  const author = authors.get(seat) ?? seat;
  return former ? speech.say("note-former", { author }) : author;
}

/** When a note was begun: `18 ноября, 11:30`, where its event was. */
export function stamp({ mission, speech }: Reading, at: number, eventId: string | undefined): string {
  const zone = zoneOfDeed(mission.programme, eventId, at);
  return `${dayAndMonth(dateIn(zone, at), speech.language)}, ${clock(at, zone)}`;
}

/** The first words of what was written; where words were looked for, of the message that has them. */
export function snippet({ items }: Pick<Note, "items">, speech: Speech, sought?: string): string {
  const found = sought === undefined ? undefined : items.find((item) => wordsPass([item], { words: sought }));
  const shown = found ?? items.find(({ text, contact }) => text ?? contact) ?? items[0];
  if (shown === undefined) return "";
  const { typedBy: _, ...words } = shown;
  return clip(itemLine(words, speech).replaceAll("\n", " "), SNIPPET);
}

/** What is not words, nor a file. */
const bareKinds = ["contact", "place", "sticker", "passedOn"] as const;

/** One message in a line: what sort it is, and what it says. */
export function itemLine(item: NoteItem, speech: Speech): string {
  const kind = item.media?.kind ?? bareKinds.find((one) => item[one] !== undefined);
  const words = item.contact === undefined ? item.text : `${item.contact.name}, ${item.contact.phone}`;
  const named = words ?? item.media?.name ?? item.place?.title;
  const typed = item.typedBy === undefined ? undefined : speech.say("item-typed");
  return [kind === undefined ? undefined : speech.say(`item-${kind}`), typed, named]
    .filter((part) => part !== undefined)
    .join(" ");
}
