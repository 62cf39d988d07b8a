/** The programme as people read it: a day, the whole, what is on now. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import { attending } from "../domain/absences.ts";
import type { OwnEvent } from "../domain/audience.ts";
import { openChoices } from "../domain/choosing.ts";
import { dayOf, daysWith, eventsOn, onAndNext } from "../domain/timetable.ts";
import { capital } from "../domain/words.ts";
import { dateIn } from "../domain/zones.ts";
import { legendFor, onBehalf, switchButtons } from "./behalf.ts";
import { press, pressFor } from "./callback.ts";
import { eventLines, type Mark, marksOf, zoneOn } from "./event-lines.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import { handleOf, type Reading } from "./reading.ts";
import { clock, dates, dayAndMonth, hoursAhead, longDay, shortDay, zoneName } from "./times.ts";

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
      ...dayButtons(reading, date),
    ),
  };
  return onBehalf(reading, message, switchButtons(mission, reading, date));
}

/** `Четверг, 17 ноября` and by which clock the day is lived. */
export function dayHeading(reading: Reading, date: string): FormattedString {
  const { own, speech, now } = reading;
  const events = eventsOn(own, date);
  const heading = [FormattedString.b(capital(longDay(date, speech.language)))];
  const zone = zoneOn(events, date);
  if (zone !== undefined) heading.push(plain(zoneLine(reading, zone, begunOn(events, date) ?? now)));
  heading.push(...legendFor(reading, events));
  return FormattedString.join(heading, "\n");
}

/** From when on a day's hours hold: the clocks may have changed since what came over midnight began. */
export function begunOn(events: readonly OwnEvent[], date: string): number | undefined {
  return (events.find((timed) => dayOf(timed) === date) ?? events[0])?.start;
}

/** The button that brings a day as a picture. */
export function pictureButton({ mission, speech }: Reading, date: string): InlineKeyboardButton {
  return button(speech.say("button-picture"), press("picture", { mission: mission.handle, date }));
}

/** By which clock hours are shown, and how far home is from it. */
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
  reading: Reading,
  verb: "choice" | "choiceOpen" = "choice",
): InlineKeyboardButton[] {
  const { mission, own, speech } = reading;
  // What is to be chosen for a principal is chosen in the principal's own day.
  const mine = own.filter(({ of }) => of !== "principal");
  return openChoices(mine, mission.programme, reading).map(([, first]) =>
    button(
      speech.say("button-choice", {
        what: speech.say(`kind-${first.event.kind}`),
        day: dayAndMonth(dayOf(first), speech.language),
      }),
      press(verb, { mission: mission.handle, event: handleOf(mission, first.event.id) }),
    ),
  );
}

/** Of three in a row one would see no weekday: where there is a day on either side, the whole programme stands below. */
function dayButtons({ mission, own, speech }: Reading, date: string): InlineKeyboardButton[][] {
  const days = daysWith(own);
  const before = days.findLast((day) => day < date);
  const after = days.find((day) => day > date);
  const to = (day: string, label: string) =>
    button(label, press("day", { mission: mission.handle, date: day }));
  const back = before === undefined ? [] : [to(before, `‹ ${shortDay(before, speech.language)}`)];
  const on = after === undefined ? [] : [to(after, `${shortDay(after, speech.language)} ›`)];
  const whole = button(speech.say("button-programme"), press("programme", { mission: mission.handle }));
  return back.length > 0 && on.length > 0 ? [[...back, ...on], [whole]] : [[...back, whole, ...on]];
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
  const { own, speech, now } = reading;
  const { on, next } = onAndNext(attending(own, reading), now);
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
