/** The card of somebody the delegation met: what it says, where they were met, and what can be done with it. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import type { Acquaintance, CardDetails, Meeting } from "../domain/acquaintances.ts";
import type { Seat } from "../domain/mission.ts";
import { zoneOfDeed } from "../domain/timetable.ts";
import { dateIn } from "../domain/zones.ts";
import { press } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import { shortName } from "./names.ts";
import type { Reading } from "./reading.ts";
import type { Speech } from "./speech.ts";
import { dayAndMonth } from "./times.ts";

const SHORT = 80;
const NUMBER = 80;
/** What of a card and its meetings is shown: of many meetings the first ones. */
const whole = { numbers: 5, meetings: 5, remark: 250 } as const;
/** The same where two cards stand one below the other. */
export const half = { numbers: 3, meetings: 2, remark: 150 } as const;
type Share = typeof whole | typeof half;
/** How many likely doubles of one card are offered. */
const MOST_ALIKE = 3;

export type Seats = ReadonlyMap<string, Seat>;

/** A card as its reader has it before them. */
export interface CardView {
  readonly seats: Seats;
  /** Whether the reader may change it, and reads what is remarked on it. */
  readonly keeps: boolean;
  /** Cards that seem to be of the same person. */
  readonly alike: readonly Acquaintance[];
  /** Meetings of whose notes the reader may read each. */
  readonly noted: readonly Meeting[];
  readonly isNew?: boolean;
}

/** One card as it was understood, and what can be done with it. */
export function cardMessage(reading: Reading, card: Acquaintance, view: CardView): BotMessage {
  const { mission, speech } = reading;
  const { keeps, alike, isNew = false } = view;
  const which = { mission: mission.handle, who: card.id };
  const asks = keeps && !card.asked;
  const share = (answer: string) =>
    button(speech.say(`button-met-share-${answer}`), press("metShare", { ...which, share: answer }));
  const doubles = alike.slice(0, MOST_ALIKE);
  const photos = card.photos?.length ?? 0;
  return {
    text: FormattedString.join(
      [
        ...(isNew ? [speech.say("met-saved")] : []),
        cardLines(card, speech),
        meetingLines(reading, card, view),
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
      photos === 0
        ? undefined
        : button(speech.say("button-met-photos", { count: photos }), press("metPhotos", which)),
      ...view.noted.map((meeting) => noteButton(reading, meeting)),
      ...(keeps ? keeping(reading, card) : []),
      toCards(reading),
    ),
  };
}

/** The way to the list of cards. */
export function toCards({ mission, speech }: Reading): InlineKeyboardButton {
  return button(
    speech.say("button-met-list"),
    press("met", { mission: mission.handle, from: 0, search: "" }),
  );
}

function noteButton(reading: Reading, { event, note = "" }: Meeting): InlineKeyboardButton {
  const { mission, speech } = reading;
  const about = eventTitle(reading, event) ?? speech.say("met-no-event");
  return button(speech.say("button-met-note", { about }), press("note", { mission: mission.handle, note }));
}

function keeping({ mission, speech }: Reading, card: Acquaintance): InlineKeyboardButton[] {
  const which = { mission: mission.handle, who: card.id };
  return [
    button(speech.say("button-met-edit"), press("metEdit", which)),
    ...(card.from === undefined ? [] : [button(speech.say("button-met-part"), press("metPart", which))]),
    button(speech.say("button-met-delete"), press("metDelete", which)),
  ];
}

/** By what somebody is called in lists: the name, else the best that is known. */
export function titleOfCard({ name, organisation, phones, emails }: CardDetails, speech: Speech): string {
  return name ?? organisation ?? phones?.[0] ?? emails?.[0] ?? speech.say("met-nameless");
}

/** The card itself, one thing a line. */
export function cardLines(card: Acquaintance, speech: Speech, share: Share = whole): FormattedString {
  const listed = (sign: string, list: readonly string[] = []) =>
    list.slice(0, share.numbers).map((one) => plain(`${sign} ${clip(one, NUMBER)}`));
  const lines = [
    FormattedString.join(["👤 ", FormattedString.b(card.name ?? speech.say("met-nameless"))]),
    ...[card.position, card.organisation].filter((line) => line !== undefined).map(plain),
    ...listed("☎️", card.phones),
    ...listed("✉️", card.emails),
  ];
  return FormattedString.join(lines, "\n");
}

/** Where they were met, by whom, and what is remarked on it; of a card made of two, all of it. */
export function meetingLines(
  reading: Reading,
  { meetings }: Acquaintance,
  { seats, keeps }: Pick<CardView, "seats" | "keeps">,
  share: Share = whole,
): FormattedString {
  const lines = meetings.slice(0, share.meetings).flatMap((meeting) => {
    const { remark } = meeting;
    const said = keeps && remark !== undefined ? [plain(`💬 ${clip(remark, share.remark)}`)] : [];
    return [plain(`🤝 ${meetingLine(reading, meeting, seats)}`), ...said];
  });
  return FormattedString.join(lines, "\n");
}

/** `Круглый стол, 17 ноября · Директор по науке` */
export function meetingLine(reading: Reading, meeting: Meeting, seats: Seats): string {
  const { speech } = reading;
  const when = dayAndMonth(dateOfMeeting(reading, meeting), speech.language);
  const event = eventTitle(reading, meeting.event);
  const where = event === undefined ? when : speech.list([clip(event, SHORT), when]);
  return speech.say("met-where", { where, who: clip(whoMet(meeting, seats, speech), SHORT) });
}

/** Who met the person. */
export function whoMet({ seat }: Meeting, seats: Seats, speech: Speech): string {
  return seatName(seats.get(seat), speech);
}

/** Somebody by their seat; a seat no longer in the mission had somebody once. */
export function seatName(seat: Seat | undefined, speech: Speech): string {
  return seat === undefined ? speech.say("met-gone-member") : shortName(seat, speech);
}

/** The day of a meeting where it took place. */
export function dateOfMeeting({ mission }: Reading, { at, event }: Meeting): string {
  return dateIn(zoneOfDeed(mission.programme, event, at), at);
}

/** The title of an event; nothing for none, or one no longer known. */
export function eventTitle({ mission, speech }: Reading, id: string | undefined): string | undefined {
  const found = mission.programme.events.find(({ event }) => event.id === id);
  return found === undefined ? undefined : speech.text(found.event.title);
}
