/** Notes: what a participant brings back from an event. */
import type { OwnEvent } from "./audience.ts";
import type { Kind } from "./mission.ts";
import { endOf } from "./timetable.ts";
import { folded } from "./words.ts";

export type MediaKind = "photo" | "voice" | "video" | "audio" | "document" | "animation" | "videoNote";

/** One message of a note. Media are kept by Telegram's file id; `text` is the message's text or caption. */
export interface NoteItem {
  /** Made from what identifies the message, so that one delivered twice is kept once. */
  readonly key: string;
  /** Programme time, epoch milliseconds. */
  readonly at: number;
  readonly text?: string;
  /** The seat of the organiser who wrote down what a voice says; absent where the words are the author's own. */
  readonly typedBy?: string;
  /** What was sent together as one album has this in common. */
  readonly album?: string;
  /** When the author last changed the message, by Telegram's clock in seconds. */
  readonly editedAt?: number;
  /** The file id of a sticker, which is all there is to it; broadcasts have them, notes do not. */
  readonly sticker?: string;
  /**
   * The chat it stands in, of what no bot can make anew: it is passed on as it is, so that everybody answers one and the
   * same poll. Broadcasts have such messages, notes do not.
   */
  readonly passedOn?: number;
  readonly media?: { readonly kind: MediaKind; readonly fileId: string; readonly name?: string };
  readonly contact?: { readonly phone: string; readonly name: string; readonly vcard?: string };
  readonly place?: {
    readonly latitude: number;
    readonly longitude: number;
    readonly title?: string;
    readonly address?: string;
  };
}

/** What a note brings: several may be true of one. */
export const marks = ["result", "contact", "agreement", "remark"] as const;
export type Mark = (typeof marks)[number];

/**
 * Who may read a note besides its author: the organisers, or the whole delegation. What is proposed for the press the
 * organisers read, and release or decline; the press secretary reads it too.
 */
export const readerships = ["organisers", "delegation", "proposed", "released", "declined"] as const;
export type Readership = (typeof readerships)[number];
/** What an author may choose; the rest is for organisers to say. */
export const authorsReaderships = ["organisers", "delegation", "proposed"] as const;

/** What the press secretary reads. */
export const forThePress: readonly Readership[] = ["proposed", "released"];

export interface NoteHead {
  readonly id: string;
  readonly seat: string;
  /** The event the note is about; none for a note about the mission as a whole. */
  readonly event?: string;
  /** Programme time, epoch milliseconds. */
  readonly createdAt: number;
  /** In the order of {@link marks}. */
  readonly marks: readonly Mark[];
  readonly readers: Readership;
  /** Its author has left the seat: whoever sits there now did not write it. */
  readonly former?: boolean;
}

/** Whether a note is this seat's own: what somebody before them wrote in the same seat is not. */
export function isOf({ seat: author, former }: Pick<NoteHead, "seat" | "former">, seat: string): boolean {
  return author === seat && !former;
}

/** A note nobody has said anything about yet. */
export const unmarked = { marks: [], readers: "organisers" } as const;

export interface Note extends NoteHead {
  readonly items: readonly NoteItem[];
}

/** Kinds of event from which people rarely bring anything back. */
const uneventful: readonly Kind[] = ["meal", "free", "checkin", "registration", "transfer", "travel"];

/** What one could write a note about now: events that have begun, those just past first and uneventful ones last. */
export function eventsToNote(own: readonly OwnEvent[], now: number, most: number): OwnEvent[] {
  const rank = ({ event }: OwnEvent) => (uneventful.includes(event.kind) ? 1 : 0);
  return own
    .filter(({ start }) => start <= now)
    .sort((a, b) => rank(a) - rank(b) || sinceEnd(a, now) - sinceEnd(b, now) || b.start - a.start)
    .slice(0, most);
}

/** How long ago an event ended; one still on has just ended as far as notes go. */
function sinceEnd(timed: OwnEvent, now: number): number {
  return Math.max(0, now - endOf(timed));
}

/** The same marks with one more, or without it. */
export function toggleMark(given: readonly Mark[], mark: Mark): Mark[] {
  return marks.filter((one) => given.includes(one) !== (one === mark));
}

/** The same marks, and one more unless it is there. */
export function withMark(given: readonly Mark[], mark: Mark): readonly Mark[] {
  return given.includes(mark) ? given : toggleMark(given, mark);
}

/** Whether a voice, or a video with a voice, waits for somebody to write down what it says. */
export function isUntyped({ media, text }: NoteItem): boolean {
  return (media?.kind === "voice" || media?.kind === "videoNote") && text === undefined;
}

/** What a list of notes is narrowed to. */
export interface Sieve {
  readonly seat?: string;
  /** With a seat: only what whoever sits there now wrote, not what was written before them. */
  readonly present?: true;
  /** An event's id; null: the mission as a whole. */
  readonly event?: string | null;
  readonly mark?: Mark;
  readonly readers?: readonly Readership[];
  /** All of these words have to stand in the note, whatever their case and width. */
  readonly words?: string;
}

/** Whether a note passes, as far as its head can tell. */
export function headPasses(head: NoteHead, { seat, present, event, mark, readers }: Sieve): boolean {
  return (
    (seat === undefined || head.seat === seat) &&
    !(present && head.former) &&
    (event === undefined || (head.event ?? null) === event) &&
    (mark === undefined || head.marks.includes(mark)) &&
    (readers === undefined || readers.includes(head.readers))
  );
}

/** Whether every word looked for stands somewhere in a note: in what was written, in a contact, in the name of a file. */
export function wordsPass(items: readonly NoteItem[], { words }: Sieve): boolean {
  if (words === undefined) return true;
  const said = folded(
    items
      .flatMap(({ text, contact, media, place }) => [
        text,
        contact?.name,
        contact?.phone,
        media?.name,
        place?.title,
      ])
      .filter((part) => part !== undefined)
      .join("\n"),
  );
  return folded(words)
    .split(/\s+/)
    .every((word) => said.includes(word));
}
