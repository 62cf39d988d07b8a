/** Change notices: what was, what is now. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton, InlineKeyboardMarkup } from "grammy/types";
import type { EventChange } from "../domain/changes.ts";
import { rollDueAt } from "../domain/roll-calls.ts";
import { dayOf } from "../domain/timetable.ts";
import { press, readPress } from "./callback.ts";
import { changeBlock } from "./change-block.ts";
import { asManyAsFit, type BotMessage, button, plain, rows } from "./message.ts";
import type { Reading } from "./reading.ts";
import { presentButtons } from "./reminder.ts";
import { dayMessage, eventPress } from "./schedule.ts";
import type { Speech } from "./speech.ts";

/** More changes than this are the programme's business and not a message's. */
const MOST_CHANGES = 12;
const MOST_BUTTONS = 4;

/** What has changed, in the revision in force, which «Принято» names. */
export function newsMessage(reading: Reading, changes: readonly EventChange[]): BotMessage {
  const { mission, speech } = reading;
  const blocks = asManyAsFit(changes.slice(0, MOST_CHANGES).map((change) => changeBlock(reading, change)));
  const more = changes.length - blocks.length;
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.say("news-heading", { count: changes.length })),
        ...blocks,
        ...(more > 0 ? [speech.say("news-more", { count: more })] : []),
      ],
      "\n\n",
    ),
    buttons: rows(
      acceptButton(reading),
      ...presentIn(reading, changes),
      ...detailButtons(reading, changes.slice(0, blocks.length)),
      more > 0
        ? button(speech.say("button-programme"), press("programme", { mission: mission.handle }))
        : undefined,
    ),
  };
}

function acceptButton({ mission, speech }: Reading): InlineKeyboardButton {
  const { revision } = mission.programme;
  return button(
    speech.say("button-accept"),
    press("accept", { mission: mission.handle, revision }),
    "success",
  );
}

/** A notice of a gathering whose roll call has begun, and is not over, is its reminder. */
function presentIn(reading: Reading, changes: readonly EventChange[]): InlineKeyboardButton[] {
  const { mission, now } = reading;
  const called = changes.flatMap(({ after }) =>
    after !== undefined && rollDueAt(mission.programme, after) <= now && now < after.call ? [after] : [],
  );
  return called
    .flatMap((timed) => presentButtons(reading, timed, changes.length === 1))
    .slice(0, MOST_BUTTONS);
}

function detailButtons(reading: Reading, changes: readonly EventChange[]): InlineKeyboardButton[] {
  const { speech } = reading;
  const still = changes.flatMap(({ after }) => (after === undefined ? [] : [after]));
  return still.slice(0, MOST_BUTTONS).map((timed) => {
    const label = still.length === 1 ? speech.say("button-details") : speech.text(timed.event.title);
    return button(label, eventPress(reading, timed));
  });
}

/** The buttons of a notice once it is confirmed: «Принято» says when, the others stay. */
export function acceptedButtons(
  speech: Speech,
  buttons: InlineKeyboardMarkup | undefined,
  time: string,
): InlineKeyboardMarkup {
  const others = (buttons?.inline_keyboard ?? []).map((row) =>
    row.map((one) =>
      "callback_data" in one && readPress(one.callback_data, "accept") !== undefined
        ? { ...one, text: speech.say("accepted", { time }) }
        : one,
    ),
  );
  return { inline_keyboard: others };
}

/** A mission «проект» has been approved: the first day, with all others a tap away. */
export function approvedMessage(reading: Reading): BotMessage {
  const { speech, own, now } = reading;
  const approved = speech.say("news-approved");
  const accept = acceptButton(reading);
  const first = own.find(({ start }) => start > now) ?? own[0];
  if (first === undefined) return { text: plain(approved), buttons: rows(accept) };
  const day = dayMessage(reading, dayOf(first));
  return {
    text: FormattedString.join([approved, day.text], "\n\n"),
    buttons: rows(accept, ...(day.buttons?.inline_keyboard ?? []).map((row) => [...row])),
  };
}

export function withdrawnMessage(reading: Reading): BotMessage {
  return { text: plain(reading.speech.say("news-withdrawn")), buttons: rows(acceptButton(reading)) };
}

/** Stands where an older notice can no longer be removed. */
export function noticeReplaced({ speech }: Reading): BotMessage {
  return { text: plain(speech.say("news-replaced")) };
}
