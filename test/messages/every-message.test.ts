import type { InlineKeyboardButton } from "grammy/types";
import { describe, expect, test } from "vitest";
import { type Choices, type OwnEvent, optionsOf } from "../../src/domain/audience.ts";
import { escortedIn } from "../../src/domain/escorts.ts";
import { type Language, languages, type Mission, type Seat } from "../../src/domain/mission.ts";
import { generalProgramme } from "../../src/domain/news.ts";
import { readyCounts, readyFlags } from "../../src/domain/readiness.ts";
import { remindersOf, settle } from "../../src/domain/reminders.ts";
import { isOrganiser } from "../../src/domain/seats.ts";
import { daysWith, nextDay, spanOf } from "../../src/domain/timetable.ts";
import { readFor, readPress } from "../../src/messages/callback.ts";
import { delegationMessage, PEOPLE_ON_A_PAGE } from "../../src/messages/delegation.ts";
import { generalNews } from "../../src/messages/delegation-chat.ts";
import { eventCard } from "../../src/messages/event-card.ts";
import { delegateCommands, helpMessage, needHelp, organiserCommands } from "../../src/messages/help.ts";
import { askLinksEnd, askWhom } from "../../src/messages/invitations.ts";
import { askWho, welcome } from "../../src/messages/joining.ts";
import { assistNews, leaveNews, moveNews } from "../../src/messages/member-news.ts";
import { type BotMessage, textAndEntities } from "../../src/messages/message.ts";
import { askEvent } from "../../src/messages/notes.ts";
import { peopleMessage } from "../../src/messages/people.ts";
import { reminderMessage } from "../../src/messages/reminder.ts";
import {
  askDecline,
  askWhere,
  requestDecided,
  requestMessage,
  requestsMessage,
} from "../../src/messages/requests.ts";
import { richProgramme } from "../../src/messages/rich-programme.ts";
import { dayMessage, nowMessage, programmeMessage, type Reading } from "../../src/messages/schedule.ts";
import { groupsPage, readyPage, seatCard, vehiclesPage } from "../../src/messages/seat.ts";
import { askLeave, askMove, askMoveWhere, askPrincipal, askRole } from "../../src/messages/seat-questions.ts";
import { taxiCard } from "../../src/messages/taxi.ts";
import { askEscort, teamCard, teamsMessage } from "../../src/messages/teams.ts";
import { krasnoyarsk, tokyo } from "../support/missions.ts";
import { inForce, readingOf } from "../support/readings.ts";

/** Every message about the programme somebody can get: all of it still ahead, half of it past, and all over. */
function* messagesTo(mission: Mission, seat: Seat, language: Language): Generator<BotMessage> {
  const force = inForce(mission, 12);
  const { from, to } = spanOf(force.programme);
  const read = (now: number, choices: Choices = {}) => readingOf(force, seat, { language, now, choices });
  const [before, midway, over] = [read(from - 1), read((from + to) / 2), read(to)];
  for (const reading of [before, midway, over]) {
    yield programmeMessage(reading);
    yield nowMessage(reading);
  }
  // Days are longest while all is ahead: what is past needs no directions.
  for (const day of daysToLookAt(before)) yield dayMessage(before, day);
  for (const timed of midway.own) yield eventCard(midway, timed, { muted: false });
  for (const timed of before.own.filter(({ undecided }) => undecided))
    yield eventCard(before, timed, { muted: false });
  for (const choices of choicesOf(mission, seat)) yield* remindersTo(read(from, choices));

  const { speech } = over;
  yield askEvent(over, over.own, "note-which");
  yield helpMessage(speech, seat, 2);
  yield needHelp(over);
  yield welcome(speech, seat);
  yield askWho(speech, speech.text(seat.position), speech.text(mission.title), "0123456789");
  yield* aboutPeople(over);
  yield* ofTheDelegation(midway);
  for (const start of [0, 12]) {
    yield askWhom(over, { seats: mission.people ?? [], joined: new Set(), from: start });
  }
}

/** What organisers see of the people, at its longest: everybody listed, everything ticked, every title in full. */
function* aboutPeople(reading: Reading): Generator<BotMessage> {
  const { programme } = reading.mission;
  const { id, people = [], groups = [] } = programme.mission;
  const participant = {
    seat: reading.seat.id,
    user: 1,
    chat: 1,
    language: "ru" as const,
    joinedAt: reading.now,
  };
  const all = people.map((seat) => ({
    seat,
    participant: { ...participant, unreachableSince: reading.now },
  }));
  const ready = readyCounts(people, new Map());
  const whole = { all, filter: "lost", heading: id, ready, requests: 7 };
  yield peopleMessage(reading, { ...whole, listed: all, from: 8 });
  yield peopleMessage(reading, { ...whole, listed: [], from: 0 });
  const state = {
    seat: reading.seat,
    escorts: groups.map(({ title }) => reading.speech.text(title)),
    page: 0,
  };
  const times = {
    seenAt: reading.now,
    linkUntil: reading.now,
    lastDeed: { did: "seat-moved", at: reading.now },
  };
  yield seatCard(reading, { ...state, ...times, participant, ticked: new Set(readyFlags) });
  yield seatCard(reading, { ...state, ...times, ticked: new Set() });
  yield readyPage(reading, reading.seat, new Set(readyFlags));
  yield groupsPage(reading, reading.seat, groups, 0);
  yield vehiclesPage(reading, reading.seat, 0);
  yield askRole(reading, state);
  yield askLeave(reading, reading.seat, participant, "replace");
  yield askMoveWhere(reading, reading.seat, { seats: people, from: 8 });
  for (const to of people) yield askMove(reading, reading.seat, participant, to);
  yield teamsMessage(reading, 0);
  for (const { of } of escortedIn(programme.mission)) {
    const links = { usesLeft: 30, until: reading.now };
    yield teamCard(reading, { of, places: all, chosen: {}, seats: people, links });
    yield askEscort(reading, of, { seats: people, from: 0, chosen: { [of]: "protocol" } });
    const how = { of: "abcdef", name: of, how: "renew" as const, back: { seat: reading.seat.id } };
    yield askLinksEnd(reading, how);
  }
  const request = { id: "abcdef", name: "N".repeat(200), at: reading.now };
  yield requestMessage(reading, request, [reading.mission, reading.mission]);
  yield askWhere(reading, request, { seats: people, from: 0 });
  yield askDecline(reading, request);
  yield requestsMessage(reading, [request], 0);
  yield requestDecided(reading.speech, request, { granted: true, to: id });
  yield moveNews(reading.speech, reading.seat);
  yield leaveNews(reading.speech, reading.speech.text(programme.mission.title), false);
}

/** What the delegation's chat and an aide read, at their longest; rich forms must fit by their own limits. */
function* ofTheDelegation(reading: Reading): Generator<BotMessage> {
  const { programme } = reading.mission;
  const { people = [], contacts = [] } = programme.mission;
  const titles = people.map(({ id }) => [id, ["A group with a long title", "A bus"]] as const);
  const list = { listed: people, total: people.length, contacts, answersFor: new Map(titles) };
  for (let from = 0; from < people.length; from += PEOPLE_ON_A_PAGE)
    yield delegationMessage(reading, { ...list, query: "ф".repeat(18), from });
  yield delegationMessage(reading, { ...list, listed: [], contacts: [], query: "x", from: 0 });
  const changes = generalProgramme(programme).events.map((after) => ({
    ...{ id: after.event.id, earlier: programme, after, fields: [] },
  }));
  yield generalNews(reading, { kind: "changes", changes, fresh: changes });
  yield generalNews(reading, { kind: "approved" });
  const principal = { seat: reading.seat, choices: {} };
  const behalf = { ...reading, principal, isOnBehalf: true };
  yield dayMessage({ ...reading, principal }, daysWith(reading.own)[0] ?? "");
  for (const day of daysWith(reading.own)) yield dayMessage(behalf, day);
  for (const timed of reading.own) {
    yield eventCard(behalf, timed, { muted: false });
    const card = taxiCard(reading, timed);
    if (card !== undefined) yield card.plain;
  }
  yield programmeMessage(behalf);
  yield askPrincipal(reading, reading.seat, { seats: people, from: 8 });
  yield assistNews(reading.speech, reading.seat, "day:1:2016-11-17");
  yield assistNews(reading.speech, reading.seat, undefined);
  expect(richProgramme(reading)).toBeDefined();
  expect(richProgramme(behalf)).toBeDefined();
}

function choicesOf(mission: Mission, seat: Seat): Choices[] {
  const { programme } = inForce(mission);
  return [{}, ...optionsOf(programme, seat, "roundtables").map(({ event }) => ({ roundtables: event.id }))];
}

function daysToLookAt({ own }: Reading): string[] {
  const days = daysWith(own);
  return [...days, nextDay(days.at(-1) ?? "")];
}

/** Each reminder at its time, with what is merged into it. */
function* remindersTo(reading: Reading): Generator<BotMessage> {
  const reminders = remindersOf(reading.mission.programme, reading.own);
  const ended = new Set<string>();
  for (const { dueAt } of reminders) {
    const { send } = settle(reminders, { now: dueAt, since: 0, ended: (identity) => ended.has(identity) });
    for (const { identity } of send) ended.add(identity);
    const events = reading.own.filter(({ event }: OwnEvent) =>
      send.some(({ eventId }) => eventId === event.id),
    );
    if (events.length > 0) yield reminderMessage({ ...reading, now: dueAt }, events);
  }
}

function buttonsOf({ buttons }: BotMessage): InlineKeyboardButton[] {
  return buttons?.inline_keyboard.flat() ?? [];
}

/** What Telegram would refuse (Bot API, sendMessage, MessageEntity, InlineKeyboardButton), in words. */
function* faultsOf(message: BotMessage): Generator<string> {
  const { text, entities } = textAndEntities(message);
  const whole = message.text.text;
  if (whole.length > 4096) yield `cut: ${whole.length} characters`;
  if (text.trim() === "") yield "empty";
  for (const { type, offset, length } of entities) {
    if (length < 1 || offset < 0 || offset + length > text.length) yield `${type} lies outside the text`;
  }
  const buttons = buttonsOf(message);
  if (buttons.length > 100) yield `${buttons.length} buttons`;
  for (const one of buttons) {
    if (one.text.trim() === "") yield "a button without a label";
    if (!("callback_data" in one)) continue;
    const { callback_data: data } = one;
    if (Buffer.byteLength(data) > 64) yield `a button of more than 64 bytes: ${data}`;
    const pressed = readFor(data).data;
    if (pressed.startsWith("~")) yield `a button packed twice: ${data}`;
    const aboutEvent = readPress(pressed, "event") ?? readPress(pressed, "map") ?? readPress(pressed, "pick");
    if (aboutEvent?.event === "0") yield `a button to nowhere: ${data}`;
  }
  if (/undefined|NaN|\[object|\{ ?\$|[\uE000\uE001]/.test(whole))
    yield "holds what was meant for the program";
}

const everyReading = [krasnoyarsk, tokyo].flatMap((mission) =>
  languages.map((language) => ({ mission, id: mission.id, language })),
);

describe.each(everyReading)("every message of the $id mission in $language", ({ mission, language }) => {
  test.each(mission.people ?? [])("to $id is one Telegram takes, whole", (seat) => {
    const messages = [...messagesTo(mission, seat, language)];
    expect(messages.length).toBeGreaterThan(30);
    const faults = messages.flatMap((message) => {
      const found = [...faultsOf(message)];
      return found.length === 0 ? [] : [`${found.join("; ")} in: ${message.text.text.slice(0, 80)}`];
    });
    expect(faults).toEqual([]);
  });
});

test("help has a line for every command, and organisers' commands for organisers only", () => {
  const linesOf = (seat: Seat) => {
    const { text } = helpMessage(readingOf(inForce(krasnoyarsk), seat, { now: 0 }).speech, seat, 1).text;
    return [...text.matchAll(/^\/(\w+) — .+$/gm)].map(([, name]) => name);
  };
  const people = krasnoyarsk.people ?? [];
  expect(people.filter(isOrganiser).map(linesOf)).toEqual(
    [organiserCommands, organiserCommands].map((all) => [...all]),
  );
  const delegate = people.find((seat) => !isOrganiser(seat));
  expect(delegate && linesOf(delegate)).toEqual([...delegateCommands]);
});
