/**
 * Acquaintances: the people a delegation met, as their business cards have them. Not to be confused with the mission's
 * own contacts, whom one calls for help.
 */
import { isOrganiser, type Member } from "./seats.ts";
import { folded } from "./words.ts";

/** What stands on a card. Phones and e-mails are several where two cards of one person became one. */
export interface CardDetails {
  readonly name?: string;
  readonly position?: string;
  readonly organisation?: string;
  readonly phones?: readonly string[];
  readonly emails?: readonly string[];
}

/** Whether the person agrees that the rest of the delegation sees their card. */
export type Consent = "yes" | "no" | "unknown";

/** Who met them, when (programme time), at which event, in which note that is told, and what they remark on it. */
export interface Meeting {
  readonly seat: string;
  /** The Telegram user: whoever takes the seat later has not met them. It stands right behind the seat (see MOVE). */
  readonly user: number;
  readonly at: number;
  readonly event?: string;
  readonly note?: string;
  readonly remark?: string;
}

/** A picture of a business card by Telegram's file id; sent as a file, it is a document. */
export interface CardPhoto {
  readonly kind: "photo" | "document";
  readonly fileId: string;
}

export interface Acquaintance extends CardDetails {
  readonly id: string;
  /** The first is who recorded them. */
  readonly meetings: readonly [Meeting, ...Meeting[]];
  /** Both sides of the business card, say. */
  readonly photos?: readonly CardPhoto[];
  readonly share: Consent;
  /** Whether whoever recorded them has been asked about consent and has answered. */
  readonly asked?: boolean;
  /** Ids of others who are known to be somebody else, however alike their cards are. */
  readonly others?: readonly string[];
  /** The two cards this one was made of, as they were. */
  readonly from?: readonly [Acquaintance, Acquaintance];
}

export const cardFields = ["name", "position", "organisation", "phone", "email"] as const;
export type CardField = (typeof cardFields)[number];

/** What a line of a card may hold, in UTF-16 units. */
export const LINE_LIMIT = 200;
/** How many phones, and how many e-mails, a card keeps. */
export const MOST_NUMBERS = 5;
/** How many pictures one person may add to a card; of two cards made one all stay. */
export const MOST_PHOTOS = 4;
/** What a remark may hold, in UTF-16 units. */
export const REMARK_LIMIT = 1000;

/** Delegates see whom they met and who agreed to be seen; organisers see everybody. */
export function sees(member: Member, acquaintance: Acquaintance): boolean {
  return acquaintance.share === "yes" || keepsInOrder(member, acquaintance);
}

/** Whoever met somebody, and the organisers, keep their card in order and read what is remarked on it. */
export function keepsInOrder(member: Member, acquaintance: Acquaintance): boolean {
  return isOrganiser(member.seat) || hasMet(member, acquaintance);
}

/** Whether a member is among those who met the person. */
export function hasMet(member: Pick<Member, "participant">, acquaintance: Acquaintance): boolean {
  return ownMeeting(member, acquaintance) !== undefined;
}

/** Where a member met somebody, the latest time; undefined if they have not. */
export function ownMeeting(
  { participant }: Pick<Member, "participant">,
  { meetings }: Acquaintance,
): Meeting | undefined {
  return meetings.findLast(({ user }) => user === participant.user);
}

/** What a card says in one of its fields; several numbers stand behind one another. */
export function fieldOf(card: CardDetails, field: CardField): string | undefined {
  if (field === "phone") return card.phones?.join(", ");
  if (field === "email") return card.emails?.join(", ");
  return card[field];
}

/** The digits of a phone; +7 and 8 begin the same Russian number. An extension is part of it. */
export function phoneDigits(phone: string): string {
  const digits = phone.normalize("NFKC").replaceAll(/\D/g, "");
  return digits.length === 11 && digits.startsWith("8") && !phone.trim().startsWith("+")
    ? `7${digits.slice(1)}`
    : digits;
}

/** Text as cards are compared and searched: one case and width, ё as е, no marks but those of numbers and addresses. */
export function searchable(text: string): string {
  return folded(text)
    .replaceAll(/[^\p{L}\p{N}@+.]+/gu, " ")
    .trim();
}

/** Whether somebody's card has all of what is looked for, in whatever order. */
export function matches(card: CardDetails, wanted: string): boolean {
  const words = searchable(wanted)
    .split(" ")
    .filter((word) => word !== "");
  const text = cardFields.map((field) => searchable(fieldOf(card, field) ?? "")).join(" ");
  const digits = (card.phones ?? []).map(phoneDigits);
  return words.every((word) => text.includes(word) || (/^\+?\d{3,}$/.test(word) && isInside(word, digits)));
}

function isInside(word: string, phones: readonly string[]): boolean {
  return phones.some((phone) => phone.includes(word.replace("+", "")));
}

/** In the order of a list by organisation; who belongs to none comes last. */
export function byOrganisation(list: readonly Acquaintance[]): Acquaintance[] {
  const collator = new Intl.Collator(["ru", "en", "ja"]);
  const key = ({ organisation }: Acquaintance) => searchable(organisation ?? "");
  return [...list].sort(
    (a, b) =>
      Number(key(a) === "") - Number(key(b) === "") ||
      collator.compare(key(a), key(b)) ||
      collator.compare(searchable(a.name ?? ""), searchable(b.name ?? "")) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** A card with one field written anew; nothing clears it. */
export function withField(
  acquaintance: Acquaintance,
  field: CardField,
  text: string | undefined,
): Acquaintance {
  const key = field === "phone" ? "phones" : field === "email" ? "emails" : field;
  const { [key]: _, ...rest } = acquaintance;
  if (text === undefined) return rest;
  const isNumber = key === "phones" || key === "emails";
  const list = text
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  return { ...rest, [key]: isNumber ? list.slice(0, MOST_NUMBERS) : text };
}

/** The card with what else somebody wrote of the person; what that does not say stays. */
export function withDetails(acquaintance: Acquaintance, details: CardDetails): Acquaintance {
  return { ...acquaintance, ...details };
}

/** The card with one picture more, unless it is there or there are enough. */
export function withPhoto(acquaintance: Acquaintance, photo: CardPhoto): Acquaintance {
  const { photos = [] } = acquaintance;
  const isKnown = photos.some(({ fileId }) => fileId === photo.fileId);
  return isKnown || photos.length >= MOST_PHOTOS
    ? acquaintance
    : { ...acquaintance, photos: [...photos, photo] };
}

/** What somebody says about where they met: another event, a remark, or that there is none. */
export type MeetingEdit = { readonly event: string | undefined } | { readonly remark: string | undefined };

/** The card with a member's own meeting changed; an organiser who has not met the person changes the first. */
export function withMeeting(
  member: Pick<Member, "participant">,
  acquaintance: Acquaintance,
  edit: MeetingEdit,
): Acquaintance {
  const meant = ownMeeting(member, acquaintance) ?? acquaintance.meetings[0];
  const changed = (meeting: Meeting): Meeting => {
    if (meeting !== meant) return meeting;
    const { event, remark, ...rest } = { ...meeting, ...edit };
    return {
      ...rest,
      ...(event === undefined ? {} : { event }),
      ...(remark === undefined ? {} : { remark }),
    };
  };
  const [first, ...more] = acquaintance.meetings;
  return { ...acquaintance, meetings: [changed(first), ...more.map(changed)] };
}

/** The card without what one member brought to it; undefined where nobody else has met the person. */
export function withoutMember(
  { participant }: Pick<Member, "participant">,
  { from: _, ...acquaintance }: Acquaintance,
): Acquaintance | undefined {
  const [first, ...more] = acquaintance.meetings.filter(({ user }) => user !== participant.user);
  return first === undefined ? undefined : { ...acquaintance, meetings: [first, ...more] };
}
