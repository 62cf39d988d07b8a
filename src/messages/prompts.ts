/** At the door: what came of an event, and whom one met; and the closing questionnaire. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import type { OwnEvent } from "../domain/audience.ts";
import { isAtHospital } from "../domain/hospitals.ts";
import { zoneAt } from "../domain/timetable.ts";
import { press } from "./callback.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import { writeNothing } from "./questions.ts";
import { handleOf, type Reading } from "./reading.ts";
import { clock } from "./times.ts";

/** How often one may put a prompt off. */
export const MOST_LATER = 2;

/** Asks about one event; `later` is how often it has been put off. */
export function promptMessage(reading: Reading, timed: OwnEvent, later: number): BotMessage {
  const { speech } = reading;
  return {
    text: FormattedString.join([question(reading, timed), speech.say("prompt-how")], "\n\n"),
    buttons: rows(
      noteButton(reading, timed, speech.say("button-prompt-note")),
      later < MOST_LATER
        ? button(
            speech.say("button-prompt-later"),
            press("promptLater", { ...where(reading, timed), time: later + 1 }),
          )
        : undefined,
      nothingButton(reading, timed),
    ),
  };
}

/** Put off until an instant: what can still be done before. */
export function promptLater(reading: Reading, timed: OwnEvent, until: number): BotMessage {
  const { speech, own, mission } = reading;
  const time = clock(until, zoneAt(own, until, mission.programme.mission.timezone));
  return {
    text: FormattedString.join([question(reading, timed), speech.say("prompt-later", { time })], "\n\n"),
    buttons: rows(
      noteButton(reading, timed, speech.say("button-prompt-note")),
      nothingButton(reading, timed),
    ),
  };
}

export function promptClosed({ speech }: Reading, timed: OwnEvent): BotMessage {
  const title = FormattedString.b(speech.text(timed.event.title));
  return { text: FormattedString.join([title, speech.say("prompt-closed")], "\n") };
}

function question({ mission, speech }: Reading, timed: OwnEvent): FormattedString {
  return FormattedString.join(
    [
      FormattedString.join(["📝 ", FormattedString.b(speech.text(timed.event.title))]),
      speech.say("prompt-results"),
      speech.say("prompt-people"),
      ...(isAtHospital(mission.programme.mission, timed) ? [speech.say("prompt-hospital")] : []),
    ],
    "\n",
  );
}

/** What the evening digest says of the notes still owed, and a button for each event. */
export function notesOwed(
  reading: Reading,
  events: readonly OwnEvent[],
): { line: FormattedString; buttons: InlineKeyboardButton[] } {
  const { mission, speech } = reading;
  const titles = events.map(({ event }) => speech.text(event.title));
  const listed = titles.length === 1 ? titles.join("") : titles.map((title) => `\n• ${title}`).join("");
  const hospital = events.some((timed) => isAtHospital(mission.programme.mission, timed));
  const lines = [
    speech.say("prompt-evening", { events: listed }),
    ...(hospital ? [speech.say("prompt-hospital")] : []),
  ];
  return {
    line: plain(lines.join("\n").replaceAll(/ +\n/g, "\n")),
    buttons: events.map((timed) => noteButton(reading, timed, `📝 ${speech.text(timed.event.title)}`)),
  };
}

/** The organisers wait for notes about these events. */
export function nudgeMessage(reading: Reading, events: readonly OwnEvent[]): BotMessage {
  const { speech } = reading;
  return {
    text: FormattedString.join(
      [speech.say("nudge"), ...events.map(({ event }) => `• ${speech.text(event.title)}`)],
      "\n",
    ),
    buttons: rows(
      ...events.flatMap((timed) => [noteButton(reading, timed, `📝 ${speech.text(timed.event.title)}`)]),
      ...(events.length === 1 ? events.map((timed) => nothingButton(reading, timed)) : []),
    ),
  };
}

/** The closing questionnaire. */
export function surveyMessage({ mission, speech }: Reading): BotMessage {
  const rate = (mark: number) => button(String(mark), press("rate", { mission: mission.handle, mark }));
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.say("survey-heading")),
        speech.text(mission.programme.mission.title),
        speech.say("survey-question"),
        speech.say("survey-anonymous"),
      ],
      "\n\n",
    ),
    buttons: rows([1, 2, 3, 4, 5].map(rate)),
  };
}

/** Asks for remarks and suggestions. */
export function askRemarks(reading: Reading): BotMessage {
  return {
    text: plain(reading.speech.say("survey-write")),
    buttons: rows(writeNothing(reading, "remarkNothing")),
  };
}

/** After the mark: words, if they like. */
export function surveyThanks({ mission, speech }: Reading): BotMessage {
  return {
    text: FormattedString.join([speech.say("survey-rated"), speech.say("survey-words")], "\n\n"),
    buttons: rows(
      button(speech.say("button-survey-words"), press("surveyWords", { mission: mission.handle })),
    ),
  };
}

function noteButton(reading: Reading, timed: OwnEvent, label: string): InlineKeyboardButton {
  return button(label, press("noteAbout", where(reading, timed)));
}

function nothingButton(reading: Reading, timed: OwnEvent): InlineKeyboardButton {
  return button(reading.speech.say("button-prompt-nothing"), press("promptNothing", where(reading, timed)));
}

function where({ mission }: Reading, { event }: OwnEvent) {
  return { mission: mission.handle, event: handleOf(mission, event.id) };
}
