/** Delays as an organiser sees them: how much, from which event, and what is to be done with what no longer fits. */
import type { InlineKeyboardButton } from "grammy/types";
import type { Fit, NoDelay } from "../domain/delay.ts";
import type { TimedEvent } from "../domain/timetable.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { eventLabel } from "./drafts.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import { handleOf, type Reading } from "./reading.ts";

const quickDelays = [10, 15, 20, 30, 40, 60] as const;
const EVENTS = 20;

export function delayMinutes(reading: Reading): BotMessage {
  const { mission, speech } = reading;
  const to = (minutes: number) =>
    button(`+${minutes}`, press("delayFrom", { mission: mission.handle, minutes, event: 0 }));
  return {
    text: plain(speech.say("delay-how-long")),
    buttons: rows(quickDelays.slice(0, 3).map(to), quickDelays.slice(3).map(to), backToDesk(reading)),
  };
}

export function delayEvents(reading: Reading, minutes: number, events: readonly TimedEvent[]): BotMessage {
  const { mission, speech } = reading;
  const to = (timed: TimedEvent) => {
    const event = handleOf(mission, timed.event.id);
    return button(
      eventLabel(reading, timed, true),
      press("delayFrom", { mission: mission.handle, minutes, event }),
    );
  };
  return {
    text: plain(speech.say("delay-from-which", { minutes })),
    buttons: rows(...events.slice(0, EVENTS).map(to), backToDesk(reading)),
  };
}

/** Why nothing can be delayed so, with the events that can be meant all the same. */
export function noDelay(
  reading: Reading,
  why: NoDelay["why"],
  minutes: number,
  events: readonly TimedEvent[],
): BotMessage {
  const { mission, speech } = reading;
  return {
    text: plain(speech.say(`no-delay-${why.replaceAll(" ", "-")}`)),
    buttons: rows(
      ...events.slice(0, EVENTS).map((timed) =>
        button(
          eventLabel(reading, timed),
          press("delayFrom", {
            mission: mission.handle,
            minutes,
            event: handleOf(mission, timed.event.id),
          }),
        ),
      ),
      why === "minutes"
        ? undefined
        : button(
            speech.say("button-delay-other"),
            press("delayFrom", { mission: mission.handle, minutes, event: "?" }),
          ),
      backToDesk(reading),
    ),
  };
}

export interface DelayChoices {
  readonly minutes: number;
  /** The handle of the event that is late; 0 for what is next. */
  readonly event: string;
  readonly fit: Fit;
  /** The other ways that would make a difference. */
  readonly others: readonly Fit[];
  /** The handles of fixed events said to be late as well. */
  readonly also: readonly number[];
  readonly hasUnfit: boolean;
  /** The fixed event before which the delay ends. */
  readonly until: TimedEvent | undefined;
}

/** Beside a delay's preview: what to do where it no longer fits, and another event to begin from. */
export function delayChoices(
  { mission, speech }: Reading,
  { minutes, event, fit, others, also, hasUnfit, until }: DelayChoices,
): InlineKeyboardButton[] {
  const where = { mission: mission.handle, minutes, event };
  const list = also.filter((handle) => handle > 0);
  return [
    ...(until === undefined || !hasUnfit
      ? []
      : [
          button(
            speech.say("button-delay-also", { event: speech.text(until.event.title) }),
            press("delayFit", {
              ...where,
              fit,
              also: [...list, handleOf(mission, until.event.id)].slice(-6).join("."),
            }),
          ),
        ]),
    ...(hasUnfit ? others : []).map((one) =>
      button(
        speech.say(`button-fit-${one}`),
        press("delayFit", { ...where, fit: one, also: list.join(".") }),
      ),
    ),
    button(speech.say("button-delay-other"), press("delayFrom", { ...where, event: "?" })),
  ];
}
