/** The same person met by two: how two cards are known to be of one, and how one is made of both. */
import {
  type Acquaintance,
  type CardDetails,
  type Meeting,
  MOST_NUMBERS,
  phoneDigits,
  searchable,
} from "./acquaintances.ts";

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

/** The same words whatever their case, order, quotation marks and legal form. */
function sameWords(a = "", b = ""): boolean {
  const words = (text: string) =>
    searchable(text)
      .split(" ")
      .filter((word) => !legalForms.has(word))
      .sort()
      .join(" ");
  return words(a) !== "" && words(a) === words(b);
}

const legalForms = new Set(["ооо", "ао", "пао", "зао", "оао", "llc", "ltd", "inc", "株式会社"]);

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
  const photos = [
    ...new Map([...(first.photos ?? []), ...(second.photos ?? [])].map((one) => [one.fileId, one])).values(),
  ];
  return {
    id: first.id,
    ...lines,
    ...numbers("phones", first, second, phoneDigits),
    ...numbers("emails", first, second, (email) => email.toLowerCase()),
    meetings,
    ...(photos.length === 0 ? {} : { photos }),
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
    list.map((meeting) => [
      [meeting.user, meeting.event, meeting.note, meeting.remark, meeting.at].join("/"),
      meeting,
    ]),
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
