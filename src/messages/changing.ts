/** The menus by which an organiser says what is to change: which day, which event, what of it. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Event } from "../domain/mission.ts";
import { daysWith, nextDay, type Programme, type TimedEvent } from "../domain/timetable.ts";
import { capital } from "../domain/words.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { eventLabel } from "./drafts.ts";
import { gatheringLine, placeOf } from "./event-lines.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import { handleOf, type Reading } from "./reading.ts";
import { longDay, shortDay, span } from "./times.ts";

/** Minutes by which an event is moved with one tap. */
const quickMoves = [10, 20, 30, 60, -15, -30] as const;
const VENUES_ON_A_PAGE = 8;
const EVENTS_ON_A_PAGE = 40;
/** Days. */
const LONGEST_BREAK = 5;

/** A day to change something on; the first thing asked. */
export function changeDays(reading: Reading, hasDraft: boolean): BotMessage {
  const { mission, speech } = reading;
  const { programme, handle } = mission;
  const ids = { mission: handle };
  return {
    text: plain(speech.say("change-which-day")),
    buttons: rows(
      hasDraft ? button(speech.say("button-show-draft"), press("draft", ids)) : undefined,
      ...daysToChange(programme).map((date) =>
        button(capital(longDay(date, speech.language)), press("changeDay", { ...ids, date })),
      ),
      programme.mission.state === "draft"
        ? button(speech.say("button-approve"), press("changeDo", { ...ids, event: 0, what: "approve" }))
        : undefined,
      backToDesk(reading),
    ),
  };
}

/** The days of events, also of those called off, and the empty days of a few between them. */
function daysToChange({ events, cancelled }: Programme): string[] {
  const days = [
    ...new Set([...daysWith(events), ...cancelled.map(({ start }) => start.slice(0, 10))]),
  ].sort();
  return days.flatMap((day, index) => [day, ...daysBetween(day, days[index + 1])]);
}

/** The days between two; none where it is a longer break, in which nobody travels. */
function daysBetween(day: string, later: string | undefined): string[] {
  const between: string[] = [];
  for (let next = nextDay(day); later !== undefined && next < later; next = nextDay(next)) {
    if (between.length === LONGEST_BREAK) return [];
    between.push(next);
  }
  return between;
}

/** The events of one day; of very many a page. */
export function changeDay(reading: Reading, date: string, from = 0): BotMessage {
  const { mission, speech } = reading;
  const { programme, handle } = mission;
  const ids = { mission: handle };
  const called = programme.cancelled.filter(({ start }) => start.startsWith(date));
  const ofDay = programme.events.filter(({ day }) => day === date);
  const page = { from, size: EVENTS_ON_A_PAGE, total: Math.max(ofDay.length, called.length) };
  return {
    text: plain(speech.say("change-which-event", { day: capital(longDay(date, speech.language)) })),
    buttons: rows(
      ...ofDay
        .slice(from, from + EVENTS_ON_A_PAGE)
        .map((timed) =>
          button(
            eventLabel(reading, timed),
            press("changeEvent", { ...ids, event: handleOf(mission, timed.event.id) }),
          ),
        ),
      ...called.slice(from, from + EVENTS_ON_A_PAGE).map((event) =>
        button(
          speech.say("button-restore-event", {
            event: `${event.start.slice(11)} ${speech.text(event.title)}`,
          }),
          press("changeDo", { ...ids, event: handleOf(mission, event.id), what: "restore" }),
        ),
      ),
      pager(page, (start) => press("changeDayFrom", { ...ids, date, from: start })),
      button(speech.say("button-add-event"), press("changeAdd", { ...ids, date })),
      button(speech.say("button-other-day"), press("change", ids)),
    ),
  };
}

/** What may be done to an event. */
export function changeEvent(reading: Reading, timed: TimedEvent): BotMessage {
  const { mission, speech } = reading;
  const { event } = timed;
  const ids = { mission: mission.handle, event: handleOf(mission, event.id) };
  const act = (what: string, key = what) =>
    button(speech.say(`change-${key}`), press("changeDo", { ...ids, what }));
  const tentative = event.status === "tentative";
  const place = placeOf(mission, timed, speech);
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.text(event.title)),
        FormattedString.join([shortDay(timed.day, speech.language), ", ", span(timed, speech.language)]),
        ...(event.gathering === undefined ? [] : [gatheringLine(timed, speech)]),
        ...(place === undefined ? [] : [`📍 ${place}`]),
        ...(timed.held ? [speech.say("held")] : []),
        "",
        speech.say("change-what"),
      ],
      "\n",
    ),
    buttons: rows(
      button(speech.say("change-move"), press("changeMove", ids)),
      button(speech.say("change-place"), press("changePlace", { ...ids, from: 0 })),
      timed.held ? act("resume") : act("hold"),
      act("cancel"),
      tentative ? act("confirm") : act("tentative"),
      button(speech.say("change-duplicate"), press("changeCopy", ids)),
      button(speech.say("change-more"), press("changeMore", ids)),
      button(speech.say("button-other-event"), press("changeDay", { mission: ids.mission, date: timed.day })),
    ),
  };
}

export function moveMenu(reading: Reading, timed: TimedEvent): BotMessage {
  const { mission, speech } = reading;
  const ids = { mission: mission.handle, event: handleOf(mission, timed.event.id) };
  const by = (minutes: number) => {
    const sign = minutes > 0 ? "+" : "−";
    return button(`${sign}${Math.abs(minutes)}`, press("changeBy", { ...ids, minutes }));
  };
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.text(timed.event.title)),
        span(timed, speech.language),
        "",
        speech.say("change-move-ask"),
      ],
      "\n",
    ),
    buttons: rows(
      quickMoves.filter((minutes) => minutes > 0).map(by),
      quickMoves.filter((minutes) => minutes < 0).map(by),
      button(speech.say("button-change-stop"), press("changeEvent", ids)),
    ),
  };
}

export function placeMenu(reading: Reading, timed: TimedEvent, from: number): BotMessage {
  const { mission, speech } = reading;
  const ids = { mission: mission.handle, event: handleOf(mission, timed.event.id) };
  const venues = mission.programme.mission.venues ?? [];
  return {
    text: FormattedString.join(
      [FormattedString.b(speech.text(timed.event.title)), speech.say("change-place-ask")],
      "\n",
    ),
    buttons: rows(
      ...venues
        .slice(from, from + VENUES_ON_A_PAGE)
        .map(({ name }, index) =>
          button(speech.text(name), press("changeVenue", { ...ids, venue: from + index })),
        ),
      pager({ from, size: VENUES_ON_A_PAGE, total: venues.length }, (start) =>
        press("changePlace", { ...ids, from: start }),
      ),
      button(speech.say("button-change-stop"), press("changeEvent", ids)),
    ),
  };
}

/** The event a button means, also one that has been called off. */
export function eventOf(programme: Programme, id: string): { timed?: TimedEvent; cancelled?: Event } {
  const timed = programme.events.find(({ event }) => event.id === id);
  const cancelled = programme.cancelled.find((event) => event.id === id);
  return { ...(timed && { timed }), ...(cancelled && { cancelled }) };
}
