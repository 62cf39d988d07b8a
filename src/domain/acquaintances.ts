/**
 * Acquaintances: the people a delegation met, as their business cards have them. Not to be confused with the mission's
 * own contacts, whom one calls for help.
 */

import type { Seat } from "./mission.ts";
import { isOrganiser } from "./seats.ts";

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

/** Who met them, when (programme time), at which event, and in which note that is told. */
export interface Meeting {
  readonly seat: string;
  readonly at: number;
  readonly event?: string;
  readonly note?: string;
}

export interface Acquaintance extends CardDetails {
  readonly id: string;
  /** The first is who recorded them. */
  readonly meetings: readonly [Meeting, ...Meeting[]];
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
const MOST_NUMBERS = 5;

/** Delegates see whom they met and who agreed to be seen; organisers see everybody. */
export function sees(seat: Seat, acquaintance: Acquaintance): boolean {
  return isOrganiser(seat) || acquaintance.share === "yes" || hasMet(seat, acquaintance);
}

/** Whoever met somebody, and the organisers, keep their card in order. */
export function keepsInOrder(seat: Seat, acquaintance: Acquaintance): boolean {
  return isOrganiser(seat) || hasMet(seat, acquaintance);
}

export function hasMet({ id }: Pick<Seat, "id">, { meetings }: Acquaintance): boolean {
  return meetings.some(({ seat }) => seat === id);
}

/** What a card says in one of its fields; several numbers stand behind one another. */
export function fieldOf(card: CardDetails, field: CardField): string | undefined {
  if (field === "phone") return card.phones?.join(", ");
  if (field === "email") return card.emails?.join(", ");
  return card[field];
}

/** Whether two cards are of one person: a phone or an e-mail is the same, or name and organisation are. */
export function isSamePerson(a: CardDetails, b: CardDetails): boolean {
  const common = (one: readonly string[] = [], two: readonly string[] = [], form: (text: string) => string) =>
    one.some((text) => form(text) !== "" && two.map(form).includes(form(text)));
  return (
    common(a.phones, b.phones, phoneDigits) ||
    common(a.emails, b.emails, (email) => email.toLowerCase()) ||
    (isSaid(a.name) &&
      sameWords(a.name, b.name) &&
      isSaid(a.organisation) &&
      sameWords(a.organisation, b.organisation))
  );
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined && text !== "";
}

/** The digits of a phone; +7 and 8 begin the same Russian number. An extension is part of it. */
export function phoneDigits(phone: string): string {
  const digits = phone.normalize("NFKC").replaceAll(/\D/g, "");
  return digits.length === 11 && digits.startsWith("8") && !phone.trim().startsWith("+")
    ? `7${digits.slice(1)}`
    : digits;
}

/** The same words whatever their case, order, quotation marks and legal form. */
function sameWords(a = "", b = ""): boolean {
  const words = (text: string) =>
    folded(text)
      .split(" ")
      .filter((word) => !legalForms.has(word))
      .sort()
      .join(" ");
  return words(a) !== "" && words(a) === words(b);
}

const legalForms = new Set(["ооо", "ао", "пао", "зао", "оао", "llc", "ltd", "inc", "株式会社"]);

/** Text as it is compared and searched: one case, one width, no marks, ё as е. */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll(/[^\p{L}\p{N}@+.]+/gu, " ")
    .trim();
}

/** Whether somebody's card has all of what is looked for, in whatever order. */
export function matches(card: CardDetails, wanted: string): boolean {
  const words = folded(wanted)
    .split(" ")
    .filter((word) => word !== "");
  const text = cardFields.map((field) => folded(fieldOf(card, field) ?? "")).join(" ");
  const digits = (card.phones ?? []).map(phoneDigits);
  return words.every((word) => text.includes(word) || (/^\+?\d{3,}$/.test(word) && isInside(word, digits)));
}

function isInside(word: string, phones: readonly string[]): boolean {
  return phones.some((phone) => phone.includes(word.replace("+", "")));
}

/** In the order of a list by organisation; who belongs to none comes last. */
export function byOrganisation(list: readonly Acquaintance[]): Acquaintance[] {
  const collator = new Intl.Collator(["ru", "en", "ja"]);
  const key = ({ organisation }: Acquaintance) => folded(organisation ?? "");
  return [...list].sort(
    (a, b) =>
      Number(key(a) === "") - Number(key(b) === "") ||
      collator.compare(key(a), key(b)) ||
      collator.compare(folded(a.name ?? ""), folded(b.name ?? "")) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** Those among others who seem to be the same person, unless somebody has said that they are not. */
export function alike(one: Acquaintance, among: readonly Acquaintance[]): Acquaintance[] {
  return among.filter(
    (other) =>
      other.id !== one.id &&
      !one.others?.includes(other.id) &&
      !other.others?.includes(one.id) &&
      isSamePerson(one, other),
  );
}

/**
 * Two cards of one person made one. The card recorded first is kept where both say something; every phone, e-mail,
 * meeting and note of both stays, and both cards as they were, so that it can be undone. Who has refused to be seen by
 * the delegation stays unseen.
 */
export function merge(a: Acquaintance, b: Acquaintance): Acquaintance {
  const [first, second] = isEarlier(a, b) ? [a, b] : [b, a];
  const meetings = uniqueMeetings([...first.meetings, ...second.meetings]);
  const lines = Object.fromEntries(
    (["name", "position", "organisation"] as const).flatMap((field) => {
      const text = first[field] ?? second[field];
      return text === undefined ? [] : [[field, text]];
    }),
  );
  const others = [...new Set([...(first.others ?? []), ...(second.others ?? [])])];
  return {
    id: first.id,
    ...lines,
    ...numbers("phones", first, second, phoneDigits),
    ...numbers("emails", first, second, (email) => email.toLowerCase()),
    meetings,
    share: [first.share, second.share].includes("no")
      ? "no"
      : [first.share, second.share].includes("yes")
        ? "yes"
        : "unknown",
    ...(first.asked || second.asked ? { asked: true } : {}),
    ...(others.length === 0 ? {} : { others }),
    from: [first, second],
  };
}

function isEarlier(a: Acquaintance, b: Acquaintance): boolean {
  const [atA, atB] = [a.meetings[0].at, b.meetings[0].at];
  return atA < atB || (atA === atB && a.id < b.id);
}

function uniqueMeetings(list: readonly Meeting[]): [Meeting, ...Meeting[]] {
  const known = new Map(
    list.map((meeting) => [[meeting.seat, meeting.event, meeting.note, meeting.at].join("/"), meeting]),
  );
  // There are at least the two that came in.
  return [...known.values()].sort((a, b) => a.at - b.at) as [Meeting, ...Meeting[]];
}

function numbers(
  field: "phones" | "emails",
  first: CardDetails,
  second: CardDetails,
  form: (text: string) => string,
): CardDetails {
  const all = [...(first[field] ?? []), ...(second[field] ?? [])];
  const unique = [...new Map(all.toReversed().map((text) => [form(text), text])).values()].toReversed();
  const inOrder = unique.sort((a, b) => all.indexOf(a) - all.indexOf(b)).slice(0, MOST_NUMBERS);
  return inOrder.length === 0 ? {} : { [field]: inOrder };
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

/** The card with what happened at the first meeting changed: another event, or none. */
export function withEvent(acquaintance: Acquaintance, seat: string, event: string | undefined): Acquaintance {
  const place = Math.max(
    0,
    acquaintance.meetings.findIndex((meeting) => meeting.seat === seat),
  );
  const change = ({ event: _, ...meeting }: Meeting): Meeting => ({
    ...meeting,
    ...(event === undefined ? {} : { event }),
  });
  const [first, ...more] = acquaintance.meetings;
  const meetings: [Meeting, ...Meeting[]] = [
    place === 0 ? change(first) : first,
    ...more.map((meeting, index) => (index + 1 === place ? change(meeting) : meeting)),
  ];
  return { ...acquaintance, meetings };
}
