/** Notes: what a participant brings back from an event. */
import type { OwnEvent } from "./audience.ts";
import type { Kind } from "./mission.ts";
import { endOf } from "./timetable.ts";

export type MediaKind = "photo" | "voice" | "video" | "audio" | "document" | "animation" | "videoNote";

/** One message of a note. Media are kept by Telegram's file id; `text` is the message's text or caption. */
export interface NoteItem {
  /** Made from what identifies the message, so that one delivered twice is kept once. */
  readonly key: string;
  /** Programme time, epoch milliseconds. */
  readonly at: number;
  readonly text?: string;
  readonly media?: { readonly kind: MediaKind; readonly fileId: string; readonly name?: string };
  readonly contact?: { readonly phone: string; readonly name: string; readonly vcard?: string };
  readonly place?: {
    readonly latitude: number;
    readonly longitude: number;
    readonly title?: string;
    readonly address?: string;
  };
}

export interface NoteHead {
  readonly id: string;
  readonly seat: string;
  /** The event the note is about; none for a note about the mission as a whole. */
  readonly event?: string;
  readonly createdAt: number;
  /** Its author has left the seat: whoever sits there now did not write it. */
  readonly former?: boolean;
}

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
