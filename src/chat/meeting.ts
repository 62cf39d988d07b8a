/** How somebody met becomes a card: from a Telegram contact, a vCard, or typed lines. */
import type { Message } from "grammy/types";
import { download } from "../delivery/files.ts";
import { looksLikeVcard, readVcards } from "../documents/vcard-reading.ts";
import { type Acquaintance, alike, type CardDetails, sees } from "../domain/acquaintances.ts";
import { lineOf, readCardText } from "../domain/card-text.ts";
import { eventsToNote, type NoteItem } from "../domain/notes.ts";
import { endOf } from "../domain/timetable.ts";
import { cardsSaved } from "../messages/acquaintance-edits.ts";
import { cardMessage, type Seats } from "../messages/acquaintances.ts";
import type { BotMessage } from "../messages/message.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { respond } from "./respond.ts";

/** A photo of a face makes a card large; a file of so many bytes holds a whole address book. */
const VCF_LIMIT = 512 * 1024;
/** Whoever is written down so long after an event was most likely met there. Milliseconds. */
const FRESH = 3 * 60 * 60 * 1000;

/** What a message brings of people: nothing at all, no card in what should be one, or cards. */
export type Brought = readonly CardDetails[] | "not a card" | "no answer" | undefined;

/** Reads the cards in a message; `typed`: whatever is written is one. */
export async function cardsIn(
  ctx: MemberContext,
  message: Pick<Message, "contact" | "document" | "text">,
  { typed = false } = {},
): Promise<Brought> {
  const { contact, document, text } = message;
  if (contact !== undefined) {
    const name = lineOf(
      [contact.last_name, contact.first_name].filter((part) => part !== undefined).join(" "),
    );
    const [more] = contact.vcard === undefined ? [] : readVcards(contact.vcard);
    const phones = more?.phones ?? [lineOf(contact.phone_number)];
    return [{ ...more, ...(name === "" ? {} : { name }), phones }];
  }
  if (document !== undefined && isVcf(document)) {
    if ((document.file_size ?? 0) > VCF_LIMIT) return "not a card";
    const file = await download(ctx.api, document.file_id, VCF_LIMIT);
    if (!file.ok) return file.why === "no answer" ? "no answer" : "not a card";
    return orNone(readVcards(file.bytes));
  }
  if (text !== undefined && looksLikeVcard(text)) return orNone(readVcards(text));
  if (!typed || text === undefined) return undefined;
  const details = readCardText(text);
  return Object.keys(details).length === 0 ? "not a card" : [details];
}

function orNone(cards: readonly CardDetails[]): Brought {
  return cards.length === 0 ? "not a card" : cards;
}

export function isVcf({
  file_name: name = "",
  mime_type: mime = "",
}: NonNullable<Message["document"]>): boolean {
  return /\.vcf$/i.test(name) || /^text\/(?:x-)?vcard$/i.test(mime);
}

/** Keeps cards, and shows them as they were understood. `about`: where they were met, if that has been said. */
export async function meet(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  cards: readonly CardDetails[],
  about: { readonly event?: string | null; readonly note?: string } = {},
): Promise<void> {
  const { store, clock } = parts;
  const mission = missionIdOf(traveller);
  const at = clock.now();
  const event = about.event === undefined ? likelyEvent(traveller) : (about.event ?? undefined);
  const meeting = {
    seat: traveller.seat.id,
    at,
    ...(event === undefined ? {} : { event }),
    ...(about.note === undefined ? {} : { note: about.note }),
  };
  const base = `${traveller.participant.user.toString(36)}-${ctx.update.update_id.toString(36)}`;
  const kept = cards.map((details, index): Acquaintance => {
    const id = index === 0 ? base : `${base}-${index.toString(36)}`;
    return { id, ...details, meetings: [meeting], share: "unknown" };
  });
  for (const card of kept) await store.acquaintances.add(mission, card);
  const [only] = kept;
  if (kept.length > 1 || only === undefined) {
    await respond(ctx, cardsSaved(traveller.reading, kept));
    return;
  }
  await respond(ctx, await cardView(parts, traveller, only, { isNew: true }));
}

/** A card with who met them, and with those who seem to be the same person. */
export async function cardView(
  { store }: ChatParts,
  traveller: Traveller,
  card: Acquaintance,
  { isNew = false } = {},
): Promise<BotMessage> {
  const mission = missionIdOf(traveller);
  const [seats, all] = await Promise.all([store.people.seats(mission), store.acquaintances.all(mission)]);
  const keeps =
    card.meetings.some(({ seat }) => seat === traveller.seat.id) || traveller.seat.role === "organiser";
  const doubles = keeps ? alike(card, all) : [];
  return cardMessage(traveller.reading, card, { seats: bySeat(seats), alike: doubles, isNew });
}

export function bySeat(seats: readonly Traveller["seat"][]): Seats {
  return new Map(seats.map((seat) => [seat.id, seat]));
}

/** The event that is on or has just been, if people meet at such. */
function likelyEvent({ reading }: Traveller): string | undefined {
  const [timed] = eventsToNote(reading.own, reading.now, 1);
  return timed !== undefined && reading.now - endOf(timed) < FRESH ? timed.event.id : undefined;
}

/** A contact kept in a note becomes a card as well, of the note's own mission. */
export async function meetInNote(
  parts: ChatParts,
  ctx: MemberContext,
  { mission, event = null, note }: { mission: string; event?: string | null; note: string },
): Promise<void> {
  const { message, traveller } = ctx;
  const cards = message && (await cardsIn(ctx, message));
  if (cards === undefined || typeof cards === "string" || missionIdOf(traveller) !== mission) return;
  await meet(parts, ctx, traveller, cards, { event, note });
}

/** Everybody a traveller may see. */
export async function visibleCards({ store }: ChatParts, traveller: Traveller): Promise<Acquaintance[]> {
  return (await store.acquaintances.all(missionIdOf(traveller))).filter((card) => sees(traveller.seat, card));
}

/** The words of a note item that may be a card. */
export function wordsOf({ text, contact }: NoteItem): string | undefined {
  return text ?? (contact && `${contact.name}, ${contact.phone}`);
}
