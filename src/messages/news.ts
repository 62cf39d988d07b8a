/** Change notices: what was, what is now. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton, InlineKeyboardMarkup } from "grammy/types";
import type { OwnEvent } from "../domain/audience.ts";
import type { EventChange, NewsField } from "../domain/changes.ts";
import type { Text } from "../domain/mission.ts";
import { dateIn, dayOf, type MissionInForce } from "../domain/timetable.ts";
import { press, readPress } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, rows } from "./message.ts";
import { capital, dayMessage, gatheringLine, handleOf, placeOf, plain, type Reading } from "./schedule.ts";
import type { Speech } from "./speech.ts";
import { clock, shortDay, span } from "./times.ts";

/** More changes than this are the programme's business and not a message's. */
const MOST_CHANGES = 12;
const MOST_BUTTONS = 4;

/** What a notice is made of: the changes, and the mission as it was before them. */
export interface Noticed {
  readonly before: MissionInForce;
  readonly changes: readonly EventChange[];
  /** The revision in force, which «Принято» names. */
  readonly revision: number;
}

export function newsMessage(reading: Reading, { before, changes, revision }: Noticed): BotMessage {
  const { mission, speech } = reading;
  const shown = changes.slice(0, MOST_CHANGES);
  const more = changes.length - shown.length;
  const blocks = shown.map((change) => changeBlock(reading, before, change));
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
      button(speech.say("button-accept"), press("accept", { mission: mission.handle, revision })),
      ...detailButtons(reading, shown),
      more > 0
        ? button(speech.say("button-programme"), press("programme", { mission: mission.handle }))
        : undefined,
    ),
  };
}

function detailButtons(
  { mission, speech }: Reading,
  changes: readonly EventChange[],
): InlineKeyboardButton[] {
  const still = changes.flatMap(({ after }) => (after === undefined ? [] : [after]));
  return still.slice(0, MOST_BUTTONS).map(({ event }) => {
    const label = still.length === 1 ? speech.say("button-details") : speech.text(event.title);
    return button(label, press("event", { mission: mission.handle, event: handleOf(mission, event.id) }));
  });
}

/** One event: its title, then a line for each thing that has changed. */
export function changeBlock(reading: Reading, was: MissionInForce, change: EventChange): FormattedString {
  const { before, after, fields } = change;
  const lines =
    after === undefined
      ? goneLines(reading, change)
      : before === undefined
        ? addedLines(reading, after)
        : [titleLine(reading, after), ...changedLines(reading, was, { before, after, fields })];
  return FormattedString.join(lines, "\n");
}

type Line = FormattedString | string;

function titleLine(reading: Reading, timed: OwnEvent): Line {
  const title = FormattedString.b(reading.speech.text(timed.event.title));
  return FormattedString.join([title, dayNote(reading, timed)]);
}

/** The day goes without saying while it is today's. */
function dayNote({ speech, now }: Reading, timed: OwnEvent): string {
  return dayOf(timed) === dateIn(timed.zone, now) ? "" : `, ${shortDay(dayOf(timed), speech.language)}`;
}

function goneLines(reading: Reading, { before, gone }: EventChange): Line[] {
  if (before === undefined) return [];
  const { speech } = reading;
  const title = FormattedString.b(speech.text(before.event.title));
  const when = FormattedString.s(FormattedString.join([span(before, speech.language)]));
  return [
    speech.rich(gone === "cancelled" ? "news-cancelled" : "news-not-yours", { title }),
    FormattedString.join([when, dayNote(reading, before)]),
  ];
}

function addedLines(reading: Reading, after: OwnEvent): Line[] {
  const { speech, mission } = reading;
  const title = FormattedString.b(speech.text(after.event.title));
  const place = placeOf(mission, after, speech);
  return [
    speech.rich("news-added", { title }),
    FormattedString.join([
      capital(shortDay(dayOf(after), speech.language)),
      ", ",
      span(after, speech.language),
    ]),
    ...(after.event.gathering === undefined ? [] : [gatheringLine(after, speech)]),
    ...(place === undefined ? [] : [`📍 ${place}`]),
    ...(after.undecided ? [speech.say("card-undecided")] : []),
  ];
}

interface Both {
  readonly before: OwnEvent;
  readonly after: OwnEvent;
  readonly fields: readonly NewsField[];
}

function changedLines(reading: Reading, was: MissionInForce, { before, after, fields }: Both): Line[] {
  const lines = fields.flatMap((field) => fieldLines[field](reading, was, before, after));
  // The place is what people ask next when the time has changed.
  const place = placeOf(reading.mission, after, reading.speech);
  const untouched = fields.includes("time") && !fields.includes("place") && place !== undefined;
  return untouched ? [...lines, `📍 ${reading.speech.say("news-place-same", { place })}`] : lines;
}

type FieldLines = (reading: Reading, was: MissionInForce, before: OwnEvent, after: OwnEvent) => Line[];

const fieldLines: Readonly<Record<NewsField, FieldLines>> = {
  time: ({ speech }, _, before, after) => {
    if (after.held) return [];
    const otherDay = dayOf(before) !== dayOf(after);
    const when = (timed: OwnEvent) =>
      otherDay
        ? FormattedString.join([shortDay(dayOf(timed), speech.language), ", ", span(timed, speech.language)])
        : span(timed, speech.language);
    return [speech.rich("news-time", { before: when(before), after: when(after) })];
  },
  gathering: ({ speech }, _, before, after) => {
    if (after.held) return [];
    if (after.event.gathering === undefined) return [speech.say("news-gathering-none")];
    const line = gatheringLine(after, speech);
    const departs =
      after.departs === undefined
        ? []
        : [speech.say("news-departs", { time: clock(after.departs, after.zone) })];
    if (before.event.gathering === undefined) return [line, ...departs];
    const earlier = clock(before.call, before.zone);
    return before.call === after.call
      ? [line, ...departs]
      : [FormattedString.join([line, ` (${speech.say("news-was", { what: earlier })})`]), ...departs];
  },
  place: ({ mission, speech }, was, before, after) => {
    const nowhere = speech.say("news-nowhere");
    const places = {
      before: placeOf(was, before, speech) ?? nowhere,
      after: placeOf(mission, after, speech) ?? nowhere,
    };
    const address = addressOf(mission, after);
    return [
      // A better address of the same place is told as such.
      places.before === places.after
        ? `📍 ${places.after}`
        : speech.rich("news-place", { before: places.before, after: FormattedString.b(places.after) }),
      ...(address === undefined ? [] : [FormattedString.code(speech.text(address))]),
    ];
  },
  status: ({ speech }, _was, _before, { event }) => [
    speech.say(event.status === "tentative" ? "card-tentative" : "news-confirmed"),
  ],
  hold: ({ speech }, _was, before, after) =>
    after.held
      ? [speech.rich("news-held", { before: span(before, speech.language) })]
      : before.start === after.start
        ? [speech.rich("news-resumed", { after: span(after, speech.language) })]
        : [],
  vehicles: ({ mission, speech }, _was, _before, { event }) => {
    const names = (mission.programme.mission.vehicles ?? [])
      .filter(({ id }) => event.vehicles?.includes(id))
      .map(({ name }) => speech.text(name));
    return [names.length === 0 ? speech.say("news-no-vehicle") : `🚌 ${speech.list(names)}`];
  },
  dress: ({ speech }, _was, _before, { event }) =>
    event.dressCode === undefined ? [] : [speech.say("card-dress", { what: speech.text(event.dressCode) })],
  bring: ({ speech }, _was, _before, { event }) => {
    const things = (event.bring ?? []).map((thing) => speech.text(thing));
    return things.length === 0 ? [] : [speech.say("card-bring", { what: speech.list(things) })];
  },
  role: ({ seat, speech }, _was, _before, { event }) => {
    const mine = (event.roles ?? []).filter(({ person }) => person === seat.id);
    if (mine.length === 0) return [speech.say("news-no-role")];
    return mine.map(({ role }) => speech.say("card-role-yours", { role: clip(speech.text(role), 200) }));
  },
  choice: ({ speech }, _was, _before, after) => (after.undecided ? [speech.say("card-undecided")] : []),
};

function addressOf({ programme }: MissionInForce, { event }: OwnEvent): Text | undefined {
  return programme.mission.venues?.find(({ id }) => id === event.venue)?.address;
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
  const first = own.find(({ start }) => start > now) ?? own[0];
  if (first === undefined) return { text: plain(speech.say("news-approved")) };
  const day = dayMessage(reading, dayOf(first));
  return { ...day, text: FormattedString.join([speech.say("news-approved"), day.text], "\n\n") };
}

export function withdrawnMessage({ speech }: Reading): BotMessage {
  return { text: plain(speech.say("news-withdrawn")) };
}

/** Stands where an older notice can no longer be removed. */
export function noticeReplaced({ speech }: Reading): BotMessage {
  return { text: plain(speech.say("news-replaced")) };
}
