/** The programme as people read it: a day, the whole, what is on now. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import { attending } from "../domain/absences.ts";
import type { Principal } from "../domain/aides.ts";
import { type Choices, type OwnEvent, vehiclesFor } from "../domain/audience.ts";
import { openChoices } from "../domain/choosing.ts";
import type { Seat } from "../domain/mission.ts";
import {
  dateIn,
  dayOf,
  daysWith,
  endOf,
  eventsOn,
  type MissionInForce,
  onAndNext,
  type TimedEvent,
} from "../domain/timetable.ts";
import { legendFor, onBehalf, signOf, switchButtons } from "./behalf.ts";
import { press, pressFor } from "./callback.ts";
import { type BotMessage, button, rows } from "./message.ts";
import type { Speech } from "./speech.ts";
import {
  clock,
  dates,
  dayAndMonth,
  hoursAhead,
  longDay,
  shortDay,
  span,
  tappable,
  until,
  zoneName,
} from "./times.ts";

/** Whose eyes a message is made for: the mission in force, their own events of it, their language. */
export interface Reading {
  readonly mission: MissionInForce;
  readonly seat: Seat;
  readonly own: readonly OwnEvent[];
  /** What they picked of parallel events. */
  readonly choices: Choices;
  /** The events they have said they will not come to. */
  readonly away?: ReadonlySet<string>;
  readonly speech: Speech;
  /** Programme time, epoch milliseconds. */
  readonly now: number;
  /** Whom the reader assists. */
  readonly principal?: Principal;
  /** It is the principal's programme, read by their aide: the seat and the events are the principal's. */
  readonly isOnBehalf?: boolean;
}

export function handleOf({ handles }: MissionInForce, eventId: string): number {
  return handles[eventId] ?? 0;
}

/** One day: every event in a line or two, the past, the current and the next marked. */
export function dayMessage(reading: Reading, date: string): BotMessage {
  const { mission, own, speech } = reading;
  const events = eventsOn(own, date);
  const marks = marksOf(reading);
  const lines = events.map((timed) => eventLines(reading, timed, marks(timed), { date }));
  const body = lines.length > 0 ? lines : [plain(speech.say("day-empty"))];
  const message = {
    text: FormattedString.join([dayHeading(reading, date), ...body], "\n\n"),
    buttons: rows(
      ...events.map((timed) => eventButton(reading, timed)),
      ...choiceButtons(reading),
      events.length > 0 && !reading.isOnBehalf ? pictureButton(reading, date) : undefined,
      dayButtons(reading, date),
    ),
  };
  return onBehalf(reading, message, switchButtons(mission, reading, date));
}

/** The zone a day is lived in: that of its first event, not of a flight that only lands in it. */
export function zoneOn(events: readonly OwnEvent[], date: string): string | undefined {
  return events.find((timed) => dateIn(timed.zone, timed.start) === date)?.zone ?? events[0]?.zone;
}

/** `Четверг, 17 ноября` and by which clock the day is lived. */
export function dayHeading(reading: Reading, date: string): FormattedString {
  const { own, speech, now } = reading;
  const events = eventsOn(own, date);
  const heading = [FormattedString.b(capital(longDay(date, speech.language)))];
  const zone = zoneOn(events, date);
  if (zone !== undefined) heading.push(plain(zoneLine(reading, zone, events[0]?.start ?? now)));
  heading.push(...legendFor(reading, events));
  return FormattedString.join(heading, "\n");
}

/** The button that brings a day as a picture. */
export function pictureButton({ mission, speech }: Reading, date: string): InlineKeyboardButton {
  return button(speech.say("button-picture"), press("picture", { mission: mission.handle, date }));
}

export type Mark = "past" | "on" | "next" | "later";

/** How each event of an own programme stands; what the reader will not come to is neither on nor next. */
export function marksOf({ own, away, now }: Reading): (timed: OwnEvent) => Mark {
  const { on, next } = onAndNext(attending(own, away), now);
  return (timed) => {
    // First what is on: a held event is, though its hour may be over.
    if (on.includes(timed)) return "on";
    if (endOf(timed) <= now) return "past";
    return next.includes(timed) ? "next" : "later";
  };
}

export const signs: Record<Mark, string> = { past: "✓ ", on: "▶️ ", next: "➡️ ", later: "" };

/** What to know of an event on a day; `whole`: also what is only of use on the way there. */
export function eventLines(
  reading: Reading,
  timed: OwnEvent,
  mark: Mark,
  { date, whole = false }: { date?: string; whole?: boolean } = {},
): FormattedString {
  const { mission, speech, now } = reading;
  const { event, end } = timed;
  const spillsOver = date !== undefined && end !== undefined && dayOf(timed) < date;
  const when = FormattedString.join([signs[mark], hoursOn(reading, timed, date)]);
  const title = [
    FormattedString.b(speech.text(event.title)),
    ...(event.status === "tentative" ? [plain(speech.say("mark-tentative"))] : []),
    ...(timed.undecided ? [plain(speech.say("mark-undecided"))] : []),
    ...(event.choice !== undefined && !timed.undecided ? [plain(speech.say("mark-picked"))] : []),
    ...(event.optional ? [plain(speech.say("mark-optional"))] : []),
  ];
  const lines = [when, FormattedString.join([FormattedString.join(title, " "), signOf(timed)])];
  if (timed.of !== "principal" && reading.away?.has(event.id)) lines.push(plain(speech.say("mark-away")));
  // What is over needs no directions, and what is on no gathering.
  if (mark !== "past") {
    if (timed.held) lines.push(plain(speech.say("held")));
    // Until it begins, what is on is the gathering; nobody knows when to gather for what is held.
    if (event.gathering !== undefined && !timed.held && (whole || now < timed.start) && !spillsOver) {
      lines.push(gatheringLine(timed, speech));
      if (whole || mark === "on") lines.push(...busLines(reading, timed));
    }
    const where = placeOf(mission, timed, speech);
    if (where !== undefined) lines.push(plain(`📍 ${where}`));
  }
  return FormattedString.join(lines, "\n");
}

/** `11:00–11:25`, or until when what began on an earlier day goes on. */
export function hoursOn({ speech }: Reading, timed: OwnEvent, date?: string): FormattedString {
  const { end } = timed;
  const spillsOver = date !== undefined && end !== undefined && dayOf(timed) < date;
  return spillsOver ? until({ ...timed, end }, speech) : span(timed, speech.language);
}

/** `⏰ Сбор в 10:15, холл гостиницы`; with its day where people gather the evening before. */
export function gatheringLine(timed: TimedEvent, speech: Speech): FormattedString {
  const { call, zone } = timed;
  const place = timed.event.gathering?.place;
  return speech.rich(place === undefined ? "gathering" : "gathering-at", {
    time: tappable(call, zone, gatheringTime(timed, speech)),
    place: place === undefined ? "" : speech.text(place),
  });
}

/** `10:15`, or `23:50 (чт, 17 нояб.)` before an event that begins after midnight. */
export function gatheringTime(timed: TimedEvent, { language }: Speech): string {
  const { call, zone } = timed;
  const day = dateIn(zone, call);
  return day === dayOf(timed) ? clock(call, zone) : `${clock(call, zone)} (${shortDay(day, language)})`;
}

/** `🚌 Автобус № 2, отправление в 10:30`; whoever has a seat in one of the buses reads of that one. */
export function busLines(reading: Reading, timed: TimedEvent & Pick<OwnEvent, "of">): FormattedString[] {
  const { mission, principal, speech } = reading;
  const { event, departs, zone } = timed;
  const own = vehiclesFor(event, timed.of === "principal" ? (principal?.seat ?? reading.seat) : reading.seat);
  const vehicles = (mission.programme.mission.vehicles ?? []).filter(({ id }) => own.includes(id));
  const bus = speech.list(
    vehicles.map(({ name, plate }) => {
      return plate === undefined ? speech.text(name) : `${speech.text(name)} (${plate})`;
    }),
  );
  if (departs === undefined) return bus === "" ? [] : [plain(`🚌 ${bus}`)];
  const time = tappable(departs, zone);
  return [bus === "" ? speech.rich("departs", { time }) : speech.rich("bus-departs", { bus, time })];
}

/** `Мемориал Победы` with the room, or from where to where. */
export function placeOf(
  { programme }: Pick<MissionInForce, "programme">,
  { event }: TimedEvent,
  speech: Speech,
): string | undefined {
  const nameOf = (id: string | undefined) => {
    const venue = programme.mission.venues?.find((one) => one.id === id);
    return venue === undefined ? undefined : speech.text(venue.name);
  };
  const from = nameOf(event.venue);
  const to = nameOf(event.to);
  const room = event.room === undefined ? undefined : speech.text(event.room);
  if (from !== undefined && to !== undefined) return `${from} → ${to}`;
  return speech.list([from ?? to, room].filter((part) => part !== undefined)) || undefined;
}

export function zoneLine({ mission, speech }: Reading, zone: string, at: number): string {
  const name = zoneName(zone, at, speech.language);
  const home = mission.programme.mission.homeTimezone;
  const ahead = home === undefined ? 0 : hoursAhead(zone, home, at);
  if (home === undefined || ahead === 0) return speech.say("zone", { zone: name });
  const difference = `${ahead < 0 ? "+" : "−"}${Math.abs(ahead)}`;
  return speech.say("zone-and-home", { zone: name, home: zoneName(home, at, speech.language), difference });
}

function eventButton(reading: Reading, timed: OwnEvent): InlineKeyboardButton {
  const label = `${clock(timed.start, timed.zone)} ${reading.speech.text(timed.event.title)}`;
  return button(label, eventPress(reading, timed));
}

/** What opens the card of an event: the principal's own one where it is the principal's. */
export function eventPress({ mission, principal }: Reading, timed: OwnEvent): string {
  const data = press("event", { mission: mission.handle, event: handleOf(mission, timed.event.id) });
  return timed.of === "principal" && principal !== undefined ? pressFor(principal.seat.id, data) : data;
}

/** What the reader still has to choose, wherever the programme is read. */
export function choiceButtons(
  { mission, seat, own, speech, now }: Reading,
  verb: "choice" | "choiceOpen" = "choice",
): InlineKeyboardButton[] {
  // What is to be chosen for a principal is chosen in the principal's own day.
  const mine = own.filter(({ of }) => of !== "principal");
  return openChoices(mine, mission.programme, seat, now).map(([, first]) =>
    button(
      speech.say("button-choice", {
        what: speech.say(`kind-${first.event.kind}`),
        day: dayAndMonth(dayOf(first), speech.language),
      }),
      press(verb, { mission: mission.handle, event: handleOf(mission, first.event.id) }),
    ),
  );
}

function dayButtons({ mission, own, speech }: Reading, date: string): InlineKeyboardButton[] {
  const days = daysWith(own);
  const before = days.findLast((day) => day < date);
  const after = days.find((day) => day > date);
  const to = (day: string, label: string) =>
    button(label, press("day", { mission: mission.handle, date: day }));
  return [
    ...(before === undefined ? [] : [to(before, `‹ ${shortDay(before, speech.language)}`)]),
    button(speech.say("button-programme"), press("programme", { mission: mission.handle })),
    ...(after === undefined ? [] : [to(after, `${shortDay(after, speech.language)} ›`)]),
  ];
}

/** The whole programme: a line a day, and a button to open each. */
export function programmeMessage(reading: Reading): BotMessage {
  const { mission, own, speech } = reading;
  const days = daysWith(own);
  const [first, last] = [days[0], days.at(-1)];
  const title = FormattedString.b(speech.text(mission.programme.mission.title));
  if (first === undefined || last === undefined) {
    return { text: FormattedString.join([title, speech.say("programme-empty")], "\n\n") };
  }
  const lines = days.map((day) => {
    const count = eventsOn(own, day).length;
    return speech.say("programme-day", { day: capital(longDay(day, speech.language)), count });
  });
  return onBehalf(reading, {
    text: FormattedString.join([title, dates(first, last, speech.language), "", ...lines], "\n"),
    buttons: rows(
      ...days.map((day) =>
        button(capital(longDay(day, speech.language)), press("day", { mission: mission.handle, date: day })),
      ),
      ...choiceButtons(reading),
      reading.isOnBehalf
        ? undefined
        : button(speech.say("button-calendar"), press("calendar", { mission: mission.handle })),
    ),
  });
}

/** What is on, what is next, where to be and when. */
export function nowMessage(reading: Reading): BotMessage {
  const { own, away, speech, now } = reading;
  const { on, next } = onAndNext(attending(own, away), now);
  const parts = [
    ...(on.length > 0 ? [section(reading, "now-on", on, "on")] : []),
    ...(next.length > 0 ? [section(reading, nextHeading(reading, next), next, "next")] : []),
  ];
  if (on.length === 0 && next.length > 0) parts.unshift(plain(speech.say("now-nothing")));
  if (parts.length === 0) parts.push(plain(speech.say(own.length > 0 ? "now-over" : "programme-empty")));
  return {
    text: FormattedString.join(parts, "\n\n"),
    buttons: rows(...[...on, ...next].map((timed) => eventButton(reading, timed))),
  };
}

function nextHeading({ now, speech }: Reading, [first]: OwnEvent[]): string {
  if (first === undefined || dateIn(first.zone, now) === dateIn(first.zone, first.start))
    return speech.say("now-next");
  return speech.say("now-next-day", { day: longDay(dateIn(first.zone, first.start), speech.language) });
}

function section(reading: Reading, heading: string, events: OwnEvent[], mark: Mark): FormattedString {
  const words = heading.startsWith("now-") ? reading.speech.say(heading) : heading;
  const lines = events.map((timed) => eventLines(reading, timed, mark));
  return FormattedString.join([FormattedString.u(words), ...lines], "\n");
}

export function plain(text: string): FormattedString {
  return new FormattedString(text);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
