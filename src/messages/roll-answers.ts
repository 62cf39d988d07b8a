/** What those get of whom a roll call is: the call, what was written to them, and «Я на месте» to answer with. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import type { OwnEvent } from "../domain/audience.ts";
import type { Seat } from "../domain/mission.ts";
import type { RollCall } from "../domain/roll-calls.ts";
import type { MissionInForce, TimedEvent } from "../domain/timetable.ts";
import { forWhom } from "./behalf.ts";
import { press, pressFor } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, rows } from "./message.ts";
import { principalName, whoIs } from "./names.ts";
import { handleOf, type Reading } from "./reading.ts";
import { type RollState, rollRef, rollTitle } from "./roll-calls.ts";
import { clock } from "./times.ts";

const WHO = 100;
const TITLE = 150;

/** A gathering as its reminder's button names it. */
export function gatheringRef(mission: MissionInForce, event: string): string {
  return `g${handleOf(mission, event)}`;
}

/** What everybody called gets, or an aide for whoever they assist, or both in one. */
export function rollAsked(reading: Reading, state: RollState, of: OwnEvent["of"]): BotMessage {
  const { mission, speech } = reading;
  const { roll, timed } = state;
  const title = timed === undefined ? [] : [clip(speech.text(timed.event.title), TITLE)];
  const what = roll.of.startsWith("event/") ? [] : [rollTitle(reading, roll)];
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.say("roll-asked")),
        ...what,
        ...title,
        ...(of === undefined ? [] : forWhom(reading, { of })),
      ],
      "\n",
    ),
    buttons: rows(...hereButtons(reading, { roll: rollRef(mission, roll), of })),
  };
}

/** «Я на месте»: one's own where it is not only the principal's matter, and an aide's for whoever they assist. */
export function hereButtons(
  { mission, principal, isOnBehalf, speech }: Reading,
  { roll, of, about }: { roll: string; of: OwnEvent["of"]; about?: string | undefined },
): InlineKeyboardButton[] {
  const data = press("here", { mission: mission.handle, roll });
  const labelled = (label: string, data: string) =>
    button(about === undefined ? label : `${label}: ${about}`, data);
  const own = labelled(speech.say("button-here"), data);
  if (principal === undefined || (of === undefined && !isOnBehalf)) return [own];
  const label = speech.say("button-here-for", { who: principalName(principal.seat, speech) });
  // On the principal's own pages every button is made theirs as it stands.
  if (isOnBehalf) return [labelled(label, data)];
  const theirs = labelled(label, pressFor(principal.seat.id, data));
  return of === "principal" ? [theirs] : [own, theirs];
}

/** The label of «Я на месте» once it has been tapped. */
export function hereLabel(reading: Reading, at: number, timed: TimedEvent | undefined): string {
  const { mission, seat, speech, isOnBehalf } = reading;
  const time = clock(at, timed?.zone ?? mission.programme.mission.timezone);
  return isOnBehalf
    ? speech.say("button-here-done-for", { time, who: principalName(seat, speech) })
    : speech.say("button-here-done", { time });
}

interface WordsTo {
  readonly roll: RollCall;
  readonly by: Seat;
  readonly text: string;
  readonly mayAnswer: boolean;
  /** Whose matter it is, where it is not only the reader's. */
  readonly of: OwnEvent["of"];
}

/** Somebody writes to the people of a roll call; while it is open they may answer that they are there. */
export function rollWords(reading: Reading, { roll, by, text, mayAnswer, of }: WordsTo): BotMessage {
  const { mission, speech } = reading;
  const who = FormattedString.b(clip(whoIs(by, speech), WHO));
  const head = speech.rich("roll-words-from", { what: rollTitle(reading, roll), who });
  const ref = roll.id.startsWith("g.") ? gatheringRef(mission, roll.event ?? "") : roll.id;
  return {
    text: FormattedString.join([head, ...(of === undefined ? [] : forWhom(reading, { of })), text], "\n\n"),
    ...(mayAnswer
      ? {
          buttons: rows(...hereButtons(reading, { roll: ref, of })),
        }
      : {}),
  };
}
