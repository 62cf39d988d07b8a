/** The card of the day: all of one's day in one message, to be read without a line too. */
import { createHash } from "node:crypto";
import { FormattedString } from "@grammyjs/parse-mode";
import type { OwnEvent } from "../domain/audience.ts";
import type { Seat } from "../domain/mission.ts";
import { eventsOn, zoneAt } from "../domain/timetable.ts";
import { capital } from "../domain/words.ts";
import { signOf, switchButtons } from "./behalf.ts";
import { press } from "./callback.ts";
import { contactLine } from "./event-card.ts";
import { eventLines, hoursOn, type Mark, marksOf, signs } from "./event-lines.ts";
import { asManyAsFit, type BotMessage, button, plain, rows, textAndEntities } from "./message.ts";
import type { Reading } from "./reading.ts";
import { choiceButtons, dayHeading, pictureButton } from "./schedule.ts";
import { longDay, tappable } from "./times.ts";

/** So many characters of a card are left to its events; the rest is for its heading, the escorts and the stamp. */
const ROOM = 3000;
const MOST_PHONES = 2;

export interface DayCard {
  readonly message: BotMessage;
  /** The message without its stamp: what has to differ for the message to be edited. */
  readonly body: BotMessage;
}

/**
 * The day as it stands at `reading.now`: what is over in a line each, what is on and what comes with its gathering, bus
 * and place, the phones of those who answer for the reader, and of which revision and instant it is.
 */
export function dayCard(reading: Reading, date: string, escorts: readonly Seat[]): DayCard {
  const { mission, speech, own } = reading;
  const blocks = [dayHeading(reading, date), ...eventBlocks(reading, date), ...phones(reading, escorts)];
  const where = { mission: mission.handle, date };
  const buttons = rows(
    button(speech.say("button-day-details"), press("dayOpen", where)),
    ...choiceButtons(reading, "choiceOpen"),
    eventsOn(own, date).length > 0 ? pictureButton(reading, date) : undefined,
    ...switchButtons(mission, reading, date, "dayOpen"),
  );
  return {
    message: { text: FormattedString.join([...blocks, stampOf(reading)], "\n\n"), buttons },
    body: { text: FormattedString.join(blocks, "\n\n"), buttons },
  };
}

/** What stands under the picture of a day. */
export function pictureCaption(reading: Reading, date: string): FormattedString {
  const day = FormattedString.b(capital(longDay(date, reading.speech.language)));
  return FormattedString.join([day, stampOf(reading)], "\n");
}

/** `Верно на 10:15, редакция программы № 2` */
function stampOf({ mission, own, speech, now }: Reading): FormattedString {
  const { revision, mission: file } = mission.programme;
  const time = tappable(now, zoneAt(own, now, file.timezone));
  return speech.rich("card-stamp", { time, revision: String(revision) });
}

/** Whom to call: the reader's own escorts, and where none of them has a phone, the mission's first contacts. */
function phones({ mission, speech }: Reading, escorts: readonly Seat[]): FormattedString[] {
  const own = escorts.filter(({ phone }) => phone !== undefined);
  const { contacts = [] } = mission.programme.mission;
  const callable =
    own.length > 0 ? own.map(({ position, ...escort }) => ({ ...escort, role: position })) : contacts;
  const lines = callable.slice(0, MOST_PHONES).map((one) => contactLine(one, speech));
  if (lines.length === 0) return [];
  const heading = speech.say(own.length > 0 ? "contacts-escorts" : "contacts-heading");
  return [FormattedString.join([heading, ...lines], "\n")];
}

/** What a message says, short enough to be kept: two that say the same have the same print. */
export function printOf(message: BotMessage): string {
  const says = JSON.stringify([textAndEntities(message), message.buttons]);
  return createHash("sha256").update(says).digest("base64url").slice(0, 16);
}

function eventBlocks(reading: Reading, date: string): FormattedString[] {
  const { own, speech } = reading;
  const events = eventsOn(own, date);
  if (events.length === 0) return [plain(speech.say("day-empty"))];
  const marks = marksOf(reading);
  const over = events.filter((timed) => marks(timed) === "past");
  const ahead = events.filter((timed) => !over.includes(timed));
  const whole = ahead.map((timed) => eventLines(reading, timed, marks(timed), { date, whole: true }));
  const short = ahead.map((timed) => inALine(reading, timed, marks(timed), date));
  const past = over.map((timed) => inALine(reading, timed, "past", date));
  const shortPast = past.length === 0 ? [] : [FormattedString.join(past, "\n")];
  // The fuller the day, the less is said of what is furthest ahead.
  for (let told = whole.length; told >= 0; told -= 1) {
    const rest = short.slice(told);
    const blocks = [
      ...shortPast,
      ...whole.slice(0, told),
      ...(rest.length === 0 ? [] : [FormattedString.join(rest, "\n")]),
    ];
    if (blocks.reduce((sum, { text }) => sum + text.length + 2, 0) <= ROOM) return blocks;
  }
  const lines = [...past, ...short];
  // What is over is missed least.
  const shown = asManyAsFit(ahead.length > 0 ? short : lines, ROOM);
  const left = lines.length - shown.length;
  return [
    FormattedString.join(shown, "\n"),
    ...(left > 0 ? [plain(speech.say("card-more", { count: left }))] : []),
  ];
}

/** `✓ 08:40–09:30 Трансфер в гостиницу` */
function inALine(reading: Reading, timed: OwnEvent, mark: Mark, date: string): FormattedString {
  const title = reading.speech.text(timed.event.title);
  const hours = FormattedString.join([signs[mark], hoursOn(reading, timed, date)]);
  return FormattedString.join([FormattedString.join([hours, title], " "), signOf(timed)]);
}
