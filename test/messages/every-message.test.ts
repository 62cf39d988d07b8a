import type { InlineKeyboardButton } from "grammy/types";
import { describe, expect, test } from "vitest";
import { type Acquaintance, cardFields, type Meeting } from "../../src/domain/acquaintances.ts";
import {
  type Agreement,
  type AgreementEdit,
  agreementSorts,
  edited,
  newAgreement,
} from "../../src/domain/agreements.ts";
import { type Choices, type OwnEvent, optionsOf, ownProgramme } from "../../src/domain/audience.ts";
import { choicesOf as allChoices } from "../../src/domain/choosing.ts";
import { type Escorted, escortedIn } from "../../src/domain/escorts.ts";
import { type Language, languages, type Mission, type Seat } from "../../src/domain/mission.ts";
import { generalProgramme } from "../../src/domain/news.ts";
import { marks, type Note } from "../../src/domain/notes.ts";
import { readyCounts, readyFlags } from "../../src/domain/readiness.ts";
import { remindersOf, settle } from "../../src/domain/reminders.ts";
import { type Circle, gatheringRoll, type Standing } from "../../src/domain/roll-calls.ts";
import { isOrganiser } from "../../src/domain/seats.ts";
import { daysWith, nextDay, spanOf } from "../../src/domain/timetable.ts";
import { askAway, awayAlert, awayNoted, reasonNoted } from "../../src/messages/absences.ts";
import { cardMessage } from "../../src/messages/acquaintance-card.ts";
import { askPart, askSame, doublesMessage } from "../../src/messages/acquaintance-doubles.ts";
import {
  askCard,
  askCardDelete,
  askCardEvent,
  askCardField,
  askFind,
  askPhoto,
  askPhotosOff,
  askRemark,
  askShare,
  askWhole,
  cardsSaved,
  editMenu,
} from "../../src/messages/acquaintance-edits.ts";
import { cardList, searchWords } from "../../src/messages/acquaintances.ts";
import { agreementMessage } from "../../src/messages/agreement-page.ts";
import { askDeadline, askNewAgreement, askOwner, askWords } from "../../src/messages/agreement-questions.ts";
import { agreementReminder } from "../../src/messages/agreement-reminder.ts";
import { agreementLists, agreementsPage } from "../../src/messages/agreements.ts";
import { askCalendarLink, calendarLink, calendarLinkEnded } from "../../src/messages/calendar.ts";
import { readFor, readPress } from "../../src/messages/callback.ts";
import { choiceAsked, choiceMessage } from "../../src/messages/choosing.ts";
import { coverageList, coverageMessage, optionNames } from "../../src/messages/coverage.ts";
import { dayCard } from "../../src/messages/day-card.ts";
import { delegationMessage, PEOPLE_ON_A_PAGE } from "../../src/messages/delegation.ts";
import { generalNews } from "../../src/messages/delegation-chat.ts";
import { digestMessage } from "../../src/messages/digest.ts";
import { eventCard } from "../../src/messages/event-card.ts";
import { delegateCommands, helpMessage, needHelp, organiserCommands } from "../../src/messages/help.ts";
import { askLinksEnd, askWhom } from "../../src/messages/invitations.ts";
import { askWho, welcome } from "../../src/messages/joining.ts";
import { SEEN_COLUMNS } from "../../src/messages/labels.ts";
import { assistNews, leaveNews, moveNews } from "../../src/messages/member-news.ts";
import { type BotMessage, textAndEntities } from "../../src/messages/message.ts";
import {
  foundPage,
  notesPage,
  proposalsMessage,
  siftChoices,
  siftings,
  siftMenu,
} from "../../src/messages/note-lists.ts";
import { marksMessage, noteMessage, readersMessage } from "../../src/messages/note-page.ts";
import { askEvent, replyKept } from "../../src/messages/notes.ts";
import { owingMessage } from "../../src/messages/owing.ts";
import { peopleMessage } from "../../src/messages/people.ts";
import {
  nudgeMessage,
  promptClosed,
  promptLater,
  promptMessage,
  surveyMessage,
  surveyThanks,
} from "../../src/messages/prompts.ts";
import type { Reading } from "../../src/messages/reading.ts";
import { reminderMessage } from "../../src/messages/reminder.ts";
import {
  askDecline,
  askWhere,
  requestDecided,
  requestMessage,
  requestsMessage,
} from "../../src/messages/requests.ts";
import { richProgramme } from "../../src/messages/rich-programme.ts";
import { rollAsked, rollWords } from "../../src/messages/roll-answers.ts";
import { rollCard, rollMissing } from "../../src/messages/roll-calls.ts";
import {
  askCall,
  askCircle,
  askClose,
  askSendWords,
  askWhomToWrite,
  eventPresence,
  rollsPage,
} from "../../src/messages/roll-desk.ts";
import { dayMessage, nowMessage, programmeMessage } from "../../src/messages/schedule.ts";
import { groupsPage, readyPage, seatCard, vehiclesPage } from "../../src/messages/seat.ts";
import { askLeave, askMove, askMoveWhere, askPrincipal, askRole } from "../../src/messages/seat-questions.ts";
import { surveyResults } from "../../src/messages/survey-results.ts";
import { taxiCard } from "../../src/messages/taxi.ts";
import { askEscort, teamCard, teamsMessage } from "../../src/messages/teams.ts";
import { voiceMessage } from "../../src/messages/transcribing.ts";
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
  const escorts = [{ ...seat, phone: "+7 000 000-00-00" }];
  for (const reading of [before, midway, over]) {
    for (const day of daysToLookAt(before)) yield dayCard(reading, day, escorts).message;
  }
  for (const day of daysWith(before.own))
    yield digestMessage(before, { kind: "evening", about: day }, { asked: before.own, proposed: 10_000 })
      .message;
  yield calendarLink(over, "https://example.org/calendar/01234567890123456789012345678901.ics");
  yield askCalendarLink(over, "renew");
  yield calendarLinkEnded(over);
  for (const timed of midway.own) yield eventCard(midway, timed, { muted: false });
  for (const timed of before.own.filter(({ undecided }) => undecided))
    yield eventCard(before, timed, { muted: false });
  for (const choices of choicesOf(mission, seat)) yield* remindersTo(read(from, choices));

  const { speech } = over;
  yield askEvent(over, over.own, "note-which");
  yield* aboutNotes(over);
  yield helpMessage(speech, { seat, missions: 2, isEscort: true });
  yield needHelp(over);
  yield welcome(speech, seat);
  yield askWho(speech, speech.text(seat.position), speech.text(mission.title), "0123456789");
  yield* aboutPeople(over);
  yield* ofTheDelegation(midway);
  // They are the same for everybody but organisers.
  const people = mission.people ?? [];
  if (seat === people.find((one) => isOrganiser(one) === isOrganiser(seat))) {
    yield* aboutContacts(over);
    yield* aboutAgreements(over);
  }
  if (isOrganiser(seat)) yield* aboutComing(before);
  for (const start of [0, 12]) {
    yield askWhom(over, { seats: mission.people ?? [], joined: new Set(), from: start });
  }
}

/** A note about each event, as long as Telegram lets a person write, and all that is asked and said about notes. */
function* aboutNotes(reading: Reading): Generator<BotMessage> {
  const { own, now, seat } = reading;
  const long = `"=1+1" <b>😀</b> שלום ${"слово ".repeat(679)}`;
  for (const timed of own) {
    yield promptMessage(reading, timed, 0);
    yield promptLater(reading, timed, now);
    yield promptClosed(reading, timed);
  }
  yield nudgeMessage(reading, own);
  yield surveyMessage(reading);
  yield surveyThanks(reading);
  const notes = own.slice(0, 6).map(
    ({ event }, index): Note => ({
      ...{ id: `zzzzzzz-r${index}`, seat: seat.id, event: event.id, createdAt: now },
      ...{
        marks: [...marks],
        readers: "proposed" as const,
        items: [{ key: "m1", at: now, text: `${index} ok` }],
      },
    }),
  );
  const authors = new Map([[seat.id, long]]);
  const page = {
    notes: notes.map((note) => ({ ...note, items: [{ key: "m1", at: now, text: long }] })),
    total: 10_000,
  };
  yield notesPage(
    reading,
    { ...page, from: 9_000, authors },
    { whose: "all", work: { untyped: 10_000 }, readsPress: true },
  );
  yield notesPage(reading, { ...page, from: 9_000, authors }, { whose: "press", readsPress: true });
  yield proposalsMessage(reading, 10_000);
  const sieve = { words: long, event: null, seat: seat.id, mark: "agreement" } as const;
  yield foundPage(
    reading,
    { ...page, from: 9_000, authors: new Map([[seat.id, seat.id]]) },
    { sieve, organises: true },
  );
  for (const note of notes) {
    yield noteMessage(reading, note, { own: true, organises: true });
    yield marksMessage(reading, note);
    yield readersMessage(reading, note);
    yield replyKept(reading, note);
    yield voiceMessage(reading, note, { author: "author", from: 0, total: 9 });
  }
  const seats = reading.mission.programme.mission.people ?? [];
  yield siftMenu(reading, { mark: "result" }, new Map());
  for (const what of siftings) yield siftChoices(reading, what, { from: 0, seats });
  yield owingMessage(
    reading,
    seats.map((one) => ({ seat: one, events: own, nudged: false })),
    0,
  );
  yield surveyResults(reading, { ratings: [1, 2, 3, 4, 5], words: [long, long, long], answered: 15 }, 0);
  yield surveyResults(reading, { ratings: [0, 0, 0, 0, 0], words: [], answered: 2 }, 0);
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
  for (const timed of reading.own) yield askAway(behalf, timed);
  for (const timed of reading.own) yield awayNoted(behalf, timed);
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

/** Whatever people may have written, as long as a field lets it be. */
const written = [...["=1+1", "<b>b</b>", "שם 👩‍🔬"].map((text) => text.padEnd(200, "ё")), "ё".repeat(500)];

/** Everything about people met, with cards as full as they can be. */
function* aboutContacts(reading: Reading): Generator<BotMessage> {
  const { people = [] } = reading.mission.programme.mission;
  const seats = new Map(people.map((one) => [one.id, one]));
  const event = reading.mission.programme.events.at(-1)?.event.id;
  const card = (text: string, index: number): Acquaintance => ({
    id: `zzzzzzzzzz-zzzzzz-${index}`,
    ...{ name: text.slice(0, 200), position: text.slice(0, 200), organisation: text.slice(0, 200) },
    ...{ phones: Array(5).fill(text.slice(0, 200)), emails: Array(5).fill(text.slice(0, 200)) },
    share: "unknown",
    photos: [{ kind: "photo", fileId: "f" }],
    meetings: [meeting, ...Array(7).fill(meeting)],
  });
  const meeting: Meeting = {
    ...{
      seat: people[0]?.id ?? "",
      user: 1,
      at: reading.now,
      remark: "ё".repeat(1000),
      note: "zzzzzzzzzz-zzzzzz",
    },
    ...(event === undefined ? {} : { event }),
  };
  const cards = written.map(card);
  const nobody: Acquaintance = {
    id: "a",
    share: "yes",
    asked: true,
    meetings: [{ seat: "gone", user: 2, at: 0 }],
  };
  const search = searchWords("ё".repeat(100));
  const list = { page: [...cards, ...cards], total: 100, from: 8, search, doubles: 3 };
  yield cardList(reading, list);
  yield cardList(reading, { ...list, search: "", from: 0 });
  yield cardList(reading, { ...list, page: [], total: 0, from: 0 });
  yield cardList(reading, { ...list, page: [], total: 0, from: 0, search: "" });
  for (const one of [...cards, nobody]) {
    const merged = { ...one, from: [one, nobody] as const };
    const view = { seats, keeps: true, alike: cards, noted: one.meetings.slice(0, 4), isNew: true };
    yield cardMessage(reading, merged, view);
    yield cardMessage(reading, one, { seats, keeps: false, alike: [], noted: [] });
    yield editMenu(reading, one, one.meetings[0]);
    for (const field of cardFields) yield askCardField(reading, one, field);
    yield askRemark(reading, one, one.meetings[0].remark);
    yield askCardEvent(reading, one, reading.own.slice(0, 5));
    yield askPhoto(reading, one);
    yield askPhotosOff(reading, one);
    yield askShare(reading, one);
    yield askWhole(reading, one);
    yield askCardDelete(reading, one);
    yield askPart(reading, one);
    const likely = { card: one, sees: true, keeps: true };
    yield askSame(reading, [likely, { ...likely, card: cards[0] ?? one }], seats);
    yield askSame(reading, [likely, { card: cards[1] ?? one, sees: false, keeps: false }], seats);
  }
  yield askCard(reading);
  yield askFind(reading);
  yield cardsSaved(reading, Array(30).fill(cards[0]));
  yield doublesMessage(reading, Array(50).fill([cards[0], cards[1]]));
}

/** Everything about agreements and assignments. */
function* aboutAgreements(reading: Reading): Generator<BotMessage> {
  const { people = [] } = reading.mission.programme.mission;
  const seats = new Map(people.map((one) => [one.id, one]));
  const by = people[0]?.id ?? "";
  const list = written.flatMap((what, index) =>
    [{ seat: by }, { seat: "gone" }, { words: what.slice(0, 120) }].map((owner, place): Agreement => {
      const about = {
        id: `zzzzzzzzzz-zzzz${index}${place}`,
        sort: agreementSorts[index % 2] ?? "agreement",
        what,
        owner,
      };
      const made = newAgreement({ ...about, note: "zzzzzzzzzz-zzzzzz" }, { by, user: 1, at: 0 });
      const edits: AgreementEdit[] = [
        { set: "to", text: what.slice(0, 120) },
        { set: "deadline", deadline: "2015-12-31" },
        { set: "deadline", deadline: "2099-12-31" },
        { set: index === 1 ? "done" : "deadline", deadline: "2015-12-30" },
      ];
      return edits.reduce((was, edit) => edited(was, edit, { by, at: reading.now }), made);
    }),
  );
  for (const which of agreementLists) {
    yield agreementsPage(reading, { which, page: list.slice(0, 8), total: 100, from: 8, seats });
    yield agreementsPage(reading, { which, page: [], total: 0, from: 0, seats });
  }
  for (const one of list) {
    yield agreementMessage(reading, one, { seats, isNew: true, readsNote: true });
    yield askDeadline(reading, one);
    yield askOwner(reading, one, { seats: people, from: 0 });
    yield askWords(reading, one, "what");
    yield askWords(reading, one, "to");
  }
  for (const sort of agreementSorts) yield askNewAgreement(reading, sort);
  const owed = (["given", "before", "after"] as const).map((kind) => ({
    ...{ identity: kind, kind, dueAt: 0, expiresAt: 1 },
    about: list.map(({ id }) => id),
  }));
  for (const one of [owed, ...owed.map((alone) => [alone])]) yield agreementReminder(reading, list, one);
  const week = { identity: "w", kind: "week", dueAt: 0, expiresAt: 1, about: [] } as const;
  yield agreementReminder(reading, list.slice(0, 1), [week]);
  yield agreementReminder(reading, [...list, ...list], [week]);
}

/** What is said of choosing, of staying away and of roll calls, at its longest: everybody missing, with a reason. */
function* aboutComing(reading: Reading): Generator<BotMessage> {
  const { mission, now } = reading;
  const { programme } = mission;
  const { people = [] } = programme.mission;
  const seats = new Map(people.map((seat) => [seat.id, seat]));
  const ids = Array.from({ length: 12 }, () => people.map(({ id }) => id)).flat();
  for (const choice of allChoices(programme)) {
    const options = programme.events.filter(({ event }) => event.choice === choice);
    yield choiceMessage(reading, choice, new Map(options.map(({ event }) => [event.id, 1000])));
    yield choiceAsked({ ...reading, choices: { [choice]: options[0]?.event.id ?? "" } }, choice, new Map());
    const asked = new Map(ids.map((id) => [id, "missed" as const]));
    const full = { choice, seats, out: 9, asked, undecided: ids, open: true, begun: false };
    const covered = options.map((timed) => ({ timed, seats: ids }));
    yield coverageMessage(reading, { ...full, options: covered });
    yield coverageMessage(reading, { ...full, options: options.map((timed) => ({ timed, seats: [] })) });
    yield coverageMessage(reading, { ...full, options: covered, open: false });
    yield coverageList(reading, [{ ...full, options: covered }]);
    for (const option of covered) yield optionNames(reading, option, seats, 30);
  }
  const reason = "R".repeat(300);
  const missing = Array.from({ length: 40 }, (_, index): Standing[] =>
    people.map((seat) => ({ seat, state: index % 2 === 0 ? "absent" : "excused", reason })),
  ).flat();
  const circles: Circle[] = ["all", ...escortedIn(programme.mission).map(({ of }) => of)];
  for (const timed of programme.events.slice(0, 2)) {
    yield askAway(reading, timed);
    yield awayNoted(reading, timed);
    yield reasonNoted(reading, timed);
    const { id } = timed.event;
    for (const withdrawnAt of [undefined, now]) {
      const absence = { at: now, reason, ...(withdrawnAt === undefined ? {} : { withdrawnAt }) };
      yield awayAlert(reading, { seat: reading.seat, timed, absence });
    }
    for (const of of [...circles, `event/${id}` as const]) {
      const team = of.startsWith("group/") ? (of as Escorted) : undefined;
      const roll = {
        id: team === undefined ? "akz9z9z9" : gatheringRoll(id, team),
        of,
        event: id,
        at: now,
        called: [],
      };
      const state = { roll, timed, standings: missing };
      yield rollCard(reading, state);
      yield rollCard(reading, state, 100_000);
      yield rollCard(reading, { ...state, closing: { at: now, by: "secretary" } });
      yield rollCard(reading, { ...state, standings: [] });
      yield rollAsked(reading, state, undefined);
      yield rollAsked({ ...reading, principal: { seat: reading.seat, choices: {} } }, state, "both");
      yield rollMissing(reading, state);
      yield rollWords(reading, {
        roll,
        by: reading.seat,
        text: "W".repeat(3000),
        mayAnswer: true,
        of: undefined,
      });
      yield rollWords(
        { ...reading, principal: { seat: reading.seat, choices: {} } },
        {
          roll,
          by: reading.seat,
          text: "W".repeat(3000),
          mayAnswer: true,
          of: "both",
        },
      );
      yield rollsPage(reading, { states: Array.from({ length: 8 }, () => state), total: 90, from: 8 });
      yield askCall(reading, { of, ref: "abcdef", reached: 1, others: 24 });
      yield askClose(reading, state);
      yield askWhomToWrite(reading, state, { all: 25, missing: 2 });
      yield askSendWords(reading, state, { draft: "zzzzzzz", text: "W".repeat(3000), count: 25 });
      const away = missing.map(({ seat }) => ({ seat, reason }));
      yield eventPresence(reading, timed, { states: Array.from({ length: 8 }, () => state), away });
    }
  }
  yield askCircle(reading, { circles, events: programme.events.slice(0, 6) });
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
  // What a phone 320 pixels wide shows of a label has to tell it from the others.
  const alone = (message.buttons?.inline_keyboard ?? []).flatMap((row) => (row.length === 1 ? row : []));
  const labels = [...new Set(alone.map((one) => one.text))];
  const seen = new Set(labels.map((label) => label.slice(0, SEEN_COLUMNS)));
  if (seen.size < labels.length) yield `labels that look alike: ${labels.join(" | ")}`;
  if (/undefined|NaN|\[object|\{ ?\$|[\uE000\uE001]/.test(whole))
    yield "holds what was meant for the program";
}

/** Of those to whom the mission is the same, by role, programme and bus, whoever has the longest position. */
function unlike(mission: Mission): Seat[] {
  const { programme } = inForce(mission);
  const length = ({ position }: Seat) => JSON.stringify(position).length;
  const found = new Map<string, Seat>();
  for (const seat of mission.people ?? []) {
    const own = ownProgramme(programme, seat, {}).map(({ event }) => event.id);
    const same = JSON.stringify([seat.role, seat.vehicle, own]);
    const before = found.get(same);
    if (before === undefined || length(before) < length(seat)) found.set(same, seat);
  }
  return [...found.values()];
}

const everyReading = [krasnoyarsk, tokyo].flatMap((mission) =>
  languages.map((language) => ({ mission, id: mission.id, language })),
);

describe.each(everyReading)("every message of the $id mission in $language", ({ mission, language }) => {
  test.each(unlike(mission))("to $id is one Telegram takes, whole", (seat) => {
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
  const linesOf = (seat: Seat, isEscort = false) => {
    const { speech } = readingOf(inForce(krasnoyarsk), seat, { now: 0 });
    const { text } = helpMessage(speech, { seat, missions: 1, isEscort }).text;
    return [...text.matchAll(/^\/(\w+) — .+$/gm)].map(([, name]) => name);
  };
  const people = krasnoyarsk.people ?? [];
  expect(people.filter(isOrganiser).map((seat) => linesOf(seat).sort())).toEqual(
    [organiserCommands, organiserCommands].map((all) => [...all].sort()),
  );
  const delegate = people.find((seat) => !isOrganiser(seat));
  expect(delegate && linesOf(delegate).sort()).toEqual([...delegateCommands].sort());
  // Whoever answers for a bus calls the roll.
  expect(delegate && linesOf(delegate, true).sort()).toEqual([...delegateCommands, "rollcall"].sort());
});
