/** Parallel events for whoever picks one: all of them beside each other, with the places left and what else is on. */
import { FormattedString } from "@grammyjs/parse-mode";
import { choiceIsOpen, optionsOf } from "../domain/audience.ts";
import { closesAt, overlapsOf, placesLeft } from "../domain/choosing.ts";
import { dayOf, type TimedEvent } from "../domain/timetable.ts";
import { capital } from "../domain/words.ts";
import { onBehalf } from "./behalf.ts";
import { press } from "./callback.ts";
import { placeOf } from "./event-lines.ts";
import { clip } from "./limits.ts";
import { asManyAsFit, type BotMessage, button, plain, rows } from "./message.ts";
import { handleOf, type Reading } from "./reading.ts";
import { clock, longDay, span, tappable } from "./times.ts";

/** Telegram shows so many characters in an answer to a tap (Bot API, answerCallbackQuery). */
const ALERT = 200;

/** How many have picked each event, by its id. */
export type Taken = ReadonlyMap<string, number>;

/** The options of a choice, what is picked ticked, each with its places and what it overlaps; a button to pick each. */
export function choiceMessage(reading: Reading, choice: string, taken: Taken): BotMessage {
  const { mission, seat, speech, now, choices } = reading;
  const options = optionsOf(mission.programme, seat, choice);
  const [first] = options;
  if (first === undefined) return { text: plain(speech.say("choice-gone")) };
  const isOpen = choiceIsOpen(options, now, reading.closed);
  const picked = options.find(({ event }) => event.id === choices[choice]);
  const until = speech.rich("choice-until", { time: tappable(closesAt(options), first.zone) });
  const head = [
    FormattedString.b(speech.say(picked === undefined ? "choice-heading" : "choice-heading-picked")),
    capital(longDay(dayOf(first), speech.language)),
    isOpen ? until : plain(speech.say(choiceIsOpen(options, now) ? "choice-closed-early" : "choice-closed")),
  ];
  const blocks = options.map((option, index) =>
    optionBlock(reading, option, { number: index + 1, taken, isPicked: option === picked }),
  );
  const where = (timed: TimedEvent) => ({
    mission: mission.handle,
    event: handleOf(mission, timed.event.id),
  });
  const toPick = options.map((option, index) => {
    const isFull = option !== picked && placesLeft(option, taken.get(option.event.id) ?? 0) === 0;
    const sign = option === picked ? "✅ " : isFull ? "⛔ " : "";
    return button(`${sign}${index + 1}. ${speech.text(option.event.title)}`, press("choose", where(option)));
  });
  return onBehalf(reading, {
    text: FormattedString.join([FormattedString.join(head, "\n"), ...asManyAsFit(blocks)], "\n\n"),
    buttons: rows(
      ...(isOpen ? toPick : []),
      isOpen && picked !== undefined
        ? button(speech.say("button-choice-drop"), press("unchoose", where(picked)))
        : undefined,
      button(
        speech.say("button-day", { day: longDay(dayOf(first), speech.language) }),
        press("day", { mission: mission.handle, date: dayOf(first) }),
      ),
    ),
  });
}

function optionBlock(
  reading: Reading,
  option: TimedEvent,
  { number, taken, isPicked }: { number: number; taken: Taken; isPicked: boolean },
): FormattedString {
  const { mission, speech } = reading;
  const count = taken.get(option.event.id) ?? 0;
  const left = placesLeft(option, count);
  const place = placeOf(mission, option, speech);
  const title = FormattedString.b(`${number}. ${speech.text(option.event.title)}`);
  const lines: (FormattedString | string)[] = [
    isPicked ? FormattedString.join(["✅ ", title]) : title,
    span(option, speech.language),
    ...(place === undefined ? [] : [`📍 ${place}`]),
  ];
  if (left === 0) lines.push(speech.say("choice-full"));
  else if (left !== undefined) lines.push(speech.say("choice-places", { left, capacity: count + left }));
  const others = overlapWords(reading, option);
  if (others !== undefined) lines.push(speech.say("choice-overlap", { what: others }));
  return FormattedString.join(lines, "\n");
}

/** `Обед, 13:00–14:00`: what else the reader has at that hour, if anything. */
function overlapWords({ own, speech }: Reading, option: TimedEvent): string | undefined {
  const others = overlapsOf(option, own).map((timed) => {
    const { end, zone, endZone, start } = timed;
    const till = end === undefined ? "" : `–${clock(end, endZone)}`;
    return `${speech.text(timed.event.title)}, ${clock(start, zone)}${till}`;
  });
  return others.length === 0 ? undefined : others.join("; ");
}

/** What a pick is answered with; an overlap must be read, and so stands in a window of its own. */
export function pickedAnswer(reading: Reading, option: TimedEvent): { text: string; show_alert?: boolean } {
  const { speech } = reading;
  const what = overlapWords(reading, option);
  if (what === undefined) return { text: speech.say("picked") };
  return { text: clip(speech.say("picked-overlap", { what }), ALERT), show_alert: true };
}

/** What organisers have asked of those who have not picked yet. */
export function choiceAsked(reading: Reading, choice: string, taken: Taken): BotMessage {
  const message = choiceMessage(reading, choice, taken);
  const asked = plain(reading.speech.say("choice-asked"));
  return { ...message, text: FormattedString.join([asked, message.text], "\n\n") };
}
