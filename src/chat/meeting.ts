/** How somebody met becomes a card: from a Telegram contact, a vCard, or typed lines. */
import type { Message } from "grammy/types";
import { download } from "../delivery/files.ts";
import { looksLikeVcard, readVcards } from "../documents/vcard-reading.ts";
import {
  type Acquaintance,
  type CardDetails,
  type CardPhoto,
  cardFields,
  fieldOf,
  keepsInOrder,
  sees,
} from "../domain/acquaintances.ts";
import { lineOf, readCardText } from "../domain/card-text.ts";
import { eventsToNote, type NoteItem, withMark } from "../domain/notes.ts";
import { alike } from "../domain/same-person.ts";
import { bySeat, isOrganiser } from "../domain/seats.ts";
import { endOf } from "../domain/timetable.ts";
import { cardMessage } from "../messages/acquaintance-card.ts";
import { askWhole, cardsSaved } from "../messages/acquaintance-edits.ts";
import type { BotMessage } from "../messages/message.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { respond } from "./respond.ts";

/** A photo of a face makes a card large; a file of so many bytes holds a whole address book. */
const VCF_LIMIT = 512 * 1024;
/** Whoever is written down so long after an event was most likely met there. Milliseconds. */
const FRESH = 3 * 60 * 60 * 1000;
/** Of how many meetings the notes are offered under a card. */
const MOST_NOTES = 4;

/** A card as it is brought: what stands on it, and a picture of it. */
export type NewCard = CardDetails & Pick<Acquaintance, "photos">;

/** What a message brings of people: nothing at all, no card in what should be one, or cards. */
export type Brought = readonly NewCard[] | "not a card" | "no answer" | undefined;

/** What of a message, or of what was kept of one, may be a card. */
type Source = Pick<Message, "document" | "text" | "photo" | "caption"> & {
  readonly contact?: Message["contact"] | NoteItem["contact"];
  readonly media?: NoteItem["media"];
};

/** Reads the cards in a message; `typed`: whatever is written is one, and a picture is that of one. */
export async function cardsIn(ctx: MemberContext, source: Source, { typed = false } = {}): Promise<Brought> {
  const { contact, document, text } = source;
  if (contact !== undefined) return [cardOfContact(contact)];
  if (document !== undefined && isVcf(document)) {
    if ((document.file_size ?? 0) > VCF_LIMIT) return "not a card";
    const file = await download(ctx.api, document.file_id, VCF_LIMIT);
    if (!file.ok) return file.why === "no answer" ? "no answer" : "not a card";
    return orNone(readVcards(file.bytes));
  }
  if (text !== undefined && looksLikeVcard(text)) return orNone(readVcards(text));
  if (!typed) return undefined;
  const photo = pictureIn(source);
  const words = text ?? source.caption;
  const details = words === undefined ? {} : readCardText(words);
  const card = photo === undefined ? details : { ...details, photos: [photo] };
  return orNone(Object.keys(card).length === 0 ? [] : [card]);
}

/** A contact as Telegram gives it: the family name first, where both are told apart. */
function cardOfContact(contact: NonNullable<Source["contact"]>): NewCard {
  const said =
    "first_name" in contact
      ? [contact.last_name, contact.first_name].filter((part) => part !== undefined).join(" ")
      : contact.name;
  const number = "first_name" in contact ? contact.phone_number : contact.phone;
  const name = lineOf(said);
  const [more] = contact.vcard === undefined ? [] : readVcards(contact.vcard);
  return { ...more, ...(name === "" ? {} : { name }), phones: more?.phones ?? [lineOf(number)] };
}

/** The picture in a message, sent as one or as a file. */
export function pictureIn({ photo, document, media }: Source): CardPhoto | undefined {
  const largest = photo?.at(-1);
  if (largest !== undefined) return { kind: "photo", fileId: largest.file_id };
  if (media?.kind === "photo") return { kind: "photo", fileId: media.fileId };
  return document?.mime_type?.startsWith("image/")
    ? { kind: "document", fileId: document.file_id }
    : undefined;
}

/** Whether nothing is known of somebody but a picture of their card. */
export function isBare(card: CardDetails): boolean {
  return cardFields.every((field) => fieldOf(card, field) === undefined);
}

function orNone(cards: readonly NewCard[]): Brought {
  return cards.length === 0 ? "not a card" : cards;
}

export function isVcf({
  file_name: name = "",
  mime_type: mime = "",
}: NonNullable<Message["document"]>): boolean {
  return /\.vcf$/i.test(name) || /^text\/(?:x-)?vcard$/i.test(mime);
}

/**
 * Keeps cards, and shows them as they were understood; the answer is what has been kept. `about`: where they were met,
 * if that has been said.
 */
export async function meet(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  cards: readonly NewCard[],
  about: { readonly event?: string | null; readonly note?: string } = {},
): Promise<Acquaintance[]> {
  const { store, clock } = parts;
  const { seat, participant, reading } = traveller;
  const event = about.event === undefined ? likelyEvent(traveller) : (about.event ?? undefined);
  const meeting = {
    seat: seat.id,
    user: participant.user,
    at: clock.now(),
    ...(event === undefined ? {} : { event }),
    ...(about.note === undefined ? {} : { note: about.note }),
  };
  const base = `${participant.user.toString(36)}-${ctx.update.update_id.toString(36)}`;
  const kept = cards.map((details, index): Acquaintance => {
    const id = index === 0 ? base : `${base}-${index.toString(36)}`;
    return { id, ...details, meetings: [meeting], share: "unknown" };
  });
  const mission = missionIdOf(traveller);
  for (const card of kept) await store.acquaintances.add(mission, card);
  if (about.note !== undefined)
    await store.notes.amend(mission, about.note, ({ marks }) => ({ marks: withMark(marks, "contact") }));
  const [only] = kept;
  if (kept.length > 1 || only === undefined) await respond(ctx, cardsSaved(reading, kept));
  else if (isBare(only)) await respond(ctx, askWhole(reading, only));
  else await respond(ctx, await cardView(parts, traveller, only, { isNew: true }));
  return kept;
}

/** A card with who met them, with those who seem to be the same person, and with the notes its reader may open. */
export async function cardView(
  { store }: ChatParts,
  traveller: Traveller,
  card: Acquaintance,
  { isNew = false } = {},
): Promise<BotMessage> {
  const mission = missionIdOf(traveller);
  const [seats, all] = await Promise.all([store.people.seats(mission), store.acquaintances.all(mission)]);
  const keeps = keepsInOrder(traveller, card);
  const readable = card.meetings.filter(
    ({ note, user }) =>
      note !== undefined && (user === traveller.participant.user || isOrganiser(traveller.seat)),
  );
  const noted = await Promise.all(
    readable.slice(0, MOST_NOTES).map(async (meeting) => {
      const note = await store.notes.find(mission, meeting.note ?? "");
      return note === undefined ? [] : [meeting];
    }),
  );
  return cardMessage(traveller.reading, card, {
    seats: bySeat(seats),
    keeps,
    alike: keeps ? likelySame(traveller, card, all) : [],
    noted: noted.flat(),
    isNew,
  });
}

/** Those who seem to be the same person; of one who refused to be seen only organisers learn here. */
export function likelySame(
  traveller: Traveller,
  card: Acquaintance,
  among: readonly Acquaintance[],
): Acquaintance[] {
  return alike(card, among).filter((other) => other.share !== "no" || sees(traveller, other));
}

/** Every pair of cards that seem to be of one person, each once. */
export function pairsAmong(cards: readonly Acquaintance[]): [Acquaintance, Acquaintance][] {
  return cards.flatMap((card, index) =>
    alike(card, cards.slice(index + 1)).map((other): [Acquaintance, Acquaintance] => [card, other]),
  );
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
  return (await store.acquaintances.all(missionIdOf(traveller))).filter((card) => sees(traveller, card));
}
