/** Delays as an organiser sees them: how much, from which event, and what is to be done with what no longer fits. */
import type { InlineKeyboardButton } from "grammy/types";
import { type Fit, fits, type NoDelay } from "../domain/delay.ts";
import type { TimedEvent } from "../domain/timetable.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { eventLabel } from "./drafts.ts";
import { type BotMessage, button, rows } from "./message.ts";
import { handleOf, plain, type Reading } from "./schedule.ts";

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

/** Beside a delay's preview: another event to begin from, and what to do where it no longer fits. */
export function delayChoices(
  { mission, speech }: Reading,
  {
    minutes,
    event,
    fit,
    hasUnfit,
  }: { minutes: number; event: string; fit: Fit; hasUnfit: boolean; until: string | undefined },
): InlineKeyboardButton[] {
  const where = { mission: mission.handle, minutes };
  const others = hasUnfit ? fits.filter((one) => one !== fit) : [];
  return [
    ...others.map((one) =>
      button(speech.say(`button-fit-${one}`), press("delayFit", { ...where, event, fit: one })),
    ),
    button(speech.say("button-delay-other"), press("delayFrom", { ...where, event: "?" })),
  ];
}
