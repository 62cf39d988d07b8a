/** For organisers: what will be sent next, and why somebody did not get something. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Broadcast } from "../domain/broadcasts.ts";
import type { Fate, Upcoming } from "../domain/fate.ts";
import type { Seat } from "../domain/mission.ts";
import { dateIn } from "../domain/zones.ts";
import { zoneHere } from "./broadcast-lines.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import { shortName, whoIs } from "./names.ts";
import { snippet } from "./notes.ts";
import { handleOf, type Reading } from "./reading.ts";
import { clock, numericDay, shortDay, zoneName } from "./times.ts";

const MOST_UPCOMING = 12;
const PEOPLE_ON_A_PAGE = 12;
const EVENTS_ON_A_PAGE = 40;

/** A broadcast that waits for its time. */
export interface ScheduledLine {
  /** Programme time. */
  readonly at: number;
  readonly broadcast: Broadcast;
  /** How many people it would go to just now. */
  readonly people: number;
}

/** «Что будет отправлено» */
export function upcomingMessage(
  reading: Reading,
  upcoming: readonly Upcoming[],
  scheduled: readonly ScheduledLine[],
): BotMessage {
  const { mission, speech } = reading;
  const line = (dueAt: number, zone: string, event: string, recipients: number) => {
    const when = `${shortDay(dateIn(zone, dueAt), speech.language)}, ${clock(dueAt, zone)} (${zoneName(zone, dueAt, speech.language)})`;
    return { dueAt, text: speech.say("upcoming-line", { when, event, recipients }) };
  };
  const lines = [
    ...upcoming.map(({ dueAt, what, zone, recipients }) => {
      const title = "event" in what ? titleOf(reading, what.event) : speech.say(`digest-${what.digest}`);
      return line(dueAt, zone, title, recipients);
    }),
    ...scheduled.map(({ at, broadcast, people }) => {
      const words = speech.say("sent-broadcast-of", { words: snippet(broadcast, speech) });
      return line(at, zoneHere(reading), words, people);
    }),
  ]
    .sort((one, other) => one.dueAt - other.dueAt)
    .slice(0, MOST_UPCOMING)
    .map(({ text }) => text);
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.say("upcoming-heading")),
        FormattedString.join(lines.length > 0 ? lines : [speech.say("upcoming-none")], "\n"),
      ],
      "\n\n",
    ),
    buttons: rows(
      button(speech.say("button-why"), press("missedBy", { mission: mission.handle, from: 0 })),
      backToDesk(reading),
    ),
  };
}

export function askWhoMissed({ mission, speech }: Reading, seats: readonly Seat[], from: number): BotMessage {
  const where = { mission: mission.handle };
  return {
    text: plain(speech.say("why-who")),
    buttons: rows(
      ...seats
        .slice(from, from + PEOPLE_ON_A_PAGE)
        .map((seat) => button(whoIs(seat, speech), press("missed", { ...where, seat: seat.id, from: 0 }))),
      pager({ from, size: PEOPLE_ON_A_PAGE, total: seats.length }, (start) =>
        press("missedBy", { ...where, from: start }),
      ),
      button(speech.say("desk-deliveries"), press("upcoming", where)),
    ),
  };
}

export function askWhatMissed({ mission, speech }: Reading, seat: Seat, from: number): BotMessage {
  const where = { mission: mission.handle, seat: seat.id };
  const { events } = mission.programme;
  return {
    text: plain(speech.say("why-what", { who: shortName(seat, speech) })),
    buttons: rows(
      ...events.slice(from, from + EVENTS_ON_A_PAGE).map(({ event, zone, start }) => {
        const when = `${numericDay(dateIn(zone, start), speech.language)} ${clock(start, zone)}`;
        return button(
          `${when} ${speech.text(event.title)}`,
          press("why", { ...where, event: handleOf(mission, event.id) }),
        );
      }),
      pager({ from, size: EVENTS_ON_A_PAGE, total: events.length }, (start) =>
        press("missed", { ...where, from: start }),
      ),
      button(speech.say("button-back"), press("missedBy", { mission: mission.handle, from: 0 })),
    ),
  };
}

/** Why, in a line for each reminder. */
export function whyMessage(reading: Reading, seat: Seat, event: string, fates: readonly Fate[]): BotMessage {
  const { mission, speech } = reading;
  const heading = FormattedString.b(`${shortName(seat, speech)}: ${titleOf(reading, event)}`);
  return {
    text: FormattedString.join([heading, ...fates.map((fate) => fateLine(reading, event, fate))], "\n"),
    buttons: rows(
      button(speech.say("button-back"), press("missed", { mission: mission.handle, seat: seat.id, from: 0 })),
    ),
  };
}

function fateLine(reading: Reading, event: string, fate: Fate): string {
  const { speech } = reading;
  const when = (at: number) => moment(reading, at, event);
  switch (fate.kind) {
    case "ended": {
      const { outcome, at, within } = fate.ending;
      const together = outcome === "delivered" && within !== undefined;
      if (together) return speech.say("fate-within", { when: when(at) });
      return speech.say(`fate-${outcome}`, { when: when(at) });
    }
    case "ahead":
      return speech.say("fate-ahead", { when: when(fate.dueAt) });
    case "before":
      return speech.say("fate-before", { when: when(fate.since) });
    case "on its way":
      return speech.say("fate-on-its-way");
    case "none":
      return speech.say(`fate-none-${fate.because.replace(" ", "-")}`);
  }
}

/** `чт, 17 нояб., 10:00`, where the event is. */
function moment({ mission, speech }: Reading, at: number, event: string): string {
  const { events, mission: file } = mission.programme;
  const zone = events.find((timed) => timed.event.id === event)?.zone ?? file.timezone;
  return `${shortDay(dateIn(zone, at), speech.language)}, ${clock(at, zone)}`;
}

function titleOf({ mission, speech }: Reading, id: string): string {
  const found = mission.programme.events.find(({ event }) => event.id === id);
  return found === undefined ? id : speech.text(found.event.title);
}
