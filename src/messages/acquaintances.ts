/** The people a delegation met: the list by organisation, and one card. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import { type Acquaintance, folded, hasMet, keepsInOrder, type Meeting } from "../domain/acquaintances.ts";
import type { Seat } from "../domain/mission.ts";
import { isOrganiser } from "../domain/seats.ts";
import { dateIn } from "../domain/timetable.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { CALLBACK_DATA_BYTES, clip } from "./limits.ts";
import { type BotMessage, button, pager, rows } from "./message.ts";
import { shortName } from "./questions.ts";
import { plain, type Reading } from "./schedule.ts";
import type { Speech } from "./speech.ts";
import { dayAndMonth } from "./times.ts";

export const CARDS_ON_A_PAGE = 8;
const SHORT = 80;
/** Of many meetings with one person the first ones are shown. */
const MOST_MEETINGS = 5;
/** How many likely doubles of one card are offered. */
export const MOST_ALIKE = 3;
/** What is looked for travels in the buttons that turn pages, so it is kept short; in bytes. */
const SEARCH_BYTES = CALLBACK_DATA_BYTES - 24;

export type Seats = ReadonlyMap<string, Seat>;

export interface CardList {
  /** Those of this page. */
  readonly page: readonly Acquaintance[];
  readonly total: number;
  readonly from: number;
  /** What was looked for; empty for everybody. */
  readonly search: string;
  /** How many pairs of cards seem to be of one person; for organisers. */
  readonly doubles: number;
}

/** What is looked for, as short as a button can carry it. */
export function searchWords(said: string): string {
  let words = folded(said);
  while (Buffer.byteLength(words) > SEARCH_BYTES) words = [...words].slice(0, -1).join("");
  return words.trim();
}

/** «Контакты», by organisation. */
export function cardList(reading: Reading, { page, total, from, search, doubles }: CardList): BotMessage {
  const { mission, speech, seat } = reading;
  const where = { mission: mission.handle };
  const heading =
    search === "" ? speech.say("met-heading", { total }) : speech.say("met-found", { total, search });
  const none = speech.say(search === "" ? "met-none" : "met-none-found");
  return {
    text: FormattedString.join(
      [
        FormattedString.b(heading),
        ...(total === 0 ? [plain(none)] : groupsOf(page, from, speech)),
        ...(total === 0 && search === "" ? [] : [speech.say("met-search-hint")]),
      ],
      "\n\n",
    ),
    buttons: rows(
      ...page.map((card, index) =>
        button(
          `${from + index + 1}. ${titleOfCard(card, speech)}`,
          press("metOne", { ...where, who: card.id }),
        ),
      ),
      pager({ from, size: CARDS_ON_A_PAGE, total }, (start) =>
        press("met", { ...where, from: start, search }),
      ),
      search === ""
        ? undefined
        : button(speech.say("button-met-all"), press("met", { ...where, from: 0, search: "" })),
      button(speech.say("button-met-add"), press("metAdd", where)),
      doubles === 0
        ? undefined
        : button(speech.say("button-met-doubles", { count: doubles }), press("metDoubles", where)),
      total === 0
        ? undefined
        : button(speech.say("button-met-vcf"), press("metExport", { ...where, form: "vcf" })),
      total === 0
        ? undefined
        : button(speech.say("button-met-xlsx"), press("metExport", { ...where, form: "xlsx" })),
      isOrganiser(seat) ? backToDesk(reading) : undefined,
    ),
  };
}

/** Each organisation with its people below it. */
function groupsOf(page: readonly Acquaintance[], from: number, speech: Speech): FormattedString[] {
  const groups: { key: string; lines: FormattedString[] }[] = [];
  for (const [index, card] of page.entries()) {
    const key = folded(card.organisation ?? "");
    const position = card.position === undefined ? "" : `, ${clip(card.position, SHORT)}`;
    const line = plain(`${from + index + 1}. ${clip(titleOfCard(card, speech), SHORT)}${position}`);
    const last = groups.at(-1);
    if (last?.key === key) last.lines.push(line);
    else {
      const heading = clip(card.organisation ?? speech.say("met-no-organisation"), SHORT);
      groups.push({ key, lines: [FormattedString.b(heading), line] });
    }
  }
  return groups.map(({ lines }) => FormattedString.join(lines, "\n"));
}

/** By what somebody is called in lists: the name, else the best that is known. */
export function titleOfCard({ name, organisation, phones, emails }: Acquaintance, speech: Speech): string {
  return name ?? organisation ?? phones?.[0] ?? emails?.[0] ?? speech.say("met-nameless");
}

/** One card as it was understood, and what can be done with it. */
export function cardMessage(
  reading: Reading,
  card: Acquaintance,
  { seats, alike, isNew = false }: { seats: Seats; alike: readonly Acquaintance[]; isNew?: boolean },
): BotMessage {
  const { mission, speech, seat } = reading;
  const which = { mission: mission.handle, who: card.id };
  const keeps = keepsInOrder(seat, card);
  const asks = keeps && !card.asked;
  const share = (answer: string) =>
    button(speech.say(`button-met-share-${answer}`), press("metShare", { ...which, share: answer }));
  const doubles = alike.slice(0, MOST_ALIKE);
  return {
    text: FormattedString.join(
      [
        ...(isNew ? [speech.say("met-saved")] : []),
        cardLines(card, speech),
        meetingLines(reading, card, seats),
        ...(doubles.length === 0 ? [] : [speech.say("met-alike")]),
        plain(asks ? speech.say("met-share-ask") : speech.say(`met-seen-${card.share}`)),
      ],
      "\n\n",
    ),
    buttons: rows(
      ...(asks ? ["yes", "no", "unknown"].map(share) : []),
      ...doubles.map((other) =>
        button(
          speech.say("button-met-same", { who: clip(titleOfCard(other, speech), 30) }),
          press("metSame", { ...which, other: other.id }),
        ),
      ),
      ...(keeps ? keeping(reading, card) : []),
      button(speech.say("button-met-list"), press("met", { mission: mission.handle, from: 0, search: "" })),
    ),
  };
}

function keeping({ mission, speech }: Reading, card: Acquaintance): InlineKeyboardButton[] {
  const which = { mission: mission.handle, who: card.id };
  return [
    button(speech.say("button-met-edit"), press("metEdit", which)),
    ...(card.from === undefined ? [] : [button(speech.say("button-met-part"), press("metPart", which))]),
    button(speech.say("button-met-delete"), press("metDelete", which)),
  ];
}

/** The card itself, one thing a line. */
export function cardLines(card: Acquaintance, speech: Speech): FormattedString {
  const lines = [
    FormattedString.join(["👤 ", FormattedString.b(card.name ?? speech.say("met-nameless"))]),
    ...[card.position, card.organisation].filter((line) => line !== undefined).map(plain),
    ...(card.phones ?? []).map((phone) => plain(`☎️ ${phone}`)),
    ...(card.emails ?? []).map((email) => plain(`✉️ ${email}`)),
  ];
  return FormattedString.join(lines, "\n");
}

/** Where they were met, and by whom; of a card made of two, all of it. */
export function meetingLines(reading: Reading, { meetings }: Acquaintance, seats: Seats): FormattedString {
  return FormattedString.join(
    meetings.slice(0, MOST_MEETINGS).map((meeting) => plain(meetingLine(reading, meeting, seats))),
    "\n",
  );
}

/** `Круглый стол, 17 ноября · записал: Директор по науке` */
export function meetingLine(reading: Reading, meeting: Meeting, seats: Seats): string {
  const { speech } = reading;
  const when = dayAndMonth(dateOfMeeting(reading, meeting), speech.language);
  const event = eventTitle(reading, meeting.event);
  const where = event === undefined ? when : speech.list([clip(event, SHORT), when]);
  return speech.say("met-where", { where, who: clip(whoMet(meeting, seats, speech), SHORT) });
}

export function whoMet({ seat }: Meeting, seats: Seats, speech: Speech): string {
  const found = seats.get(seat);
  return found === undefined ? seat : shortName(found, speech);
}

/** The day of a meeting where it took place. */
export function dateOfMeeting({ mission }: Reading, { at, event }: Meeting): string {
  const { events, mission: file } = mission.programme;
  return dateIn(events.find((timed) => timed.event.id === event)?.endZone ?? file.timezone, at);
}

export function eventTitle({ mission, speech }: Reading, id: string | undefined): string | undefined {
  const found = mission.programme.events.find(({ event }) => event.id === id);
  return found === undefined ? undefined : speech.text(found.event.title);
}

/** Two cards, one below the other: is it one person? Of a card the reader may not see only the name is said. */
export function askSame(
  reading: Reading,
  [card, other]: readonly [Acquaintance, Acquaintance],
  { seats }: { seats: Seats },
): BotMessage {
  const { mission, speech, seat } = reading;
  const which = { mission: mission.handle, who: card.id, other: other.id };
  const shown = (one: Acquaintance) => {
    const open = isOrganiser(seat) || hasMet(seat, one) || one.share === "yes";
    const lines = open
      ? cardLines(one, speech)
      : FormattedString.join(["👤 ", FormattedString.b(titleOfCard(one, speech))]);
    return FormattedString.join([lines, meetingLines(reading, one, seats)], "\n");
  };
  return {
    text: FormattedString.join(
      [FormattedString.b(speech.say("met-same-ask")), shown(card), shown(other), speech.say("met-same-note")],
      "\n\n",
    ),
    buttons: rows(
      button(speech.say("button-met-merge"), press("metMerge", which)),
      button(speech.say("button-met-other"), press("metOther", which)),
      button(speech.say("button-met-back"), press("metOne", { mission: mission.handle, who: card.id })),
    ),
  };
}

/** Pairs of cards that seem to be of one person, for organisers. */
export function doublesMessage(
  reading: Reading,
  pairs: readonly (readonly [Acquaintance, Acquaintance])[],
): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle };
  const shown = pairs.slice(0, CARDS_ON_A_PAGE);
  return {
    text: plain(speech.say(pairs.length === 0 ? "met-doubles-none" : "met-doubles", { count: pairs.length })),
    buttons: rows(
      ...shown.map(([card, other]) =>
        button(titleOfCard(card, speech), press("metSame", { ...where, who: card.id, other: other.id })),
      ),
      button(speech.say("button-met-list"), press("met", { ...where, from: 0, search: "" })),
    ),
  };
}
