import { describe, expect, test } from "vitest";
import { type Language, languages, type Seat } from "../../src/domain/mission.ts";
import type { NoteItem } from "../../src/domain/notes.ts";
import type { Piece, Question } from "../../src/domain/questions.ts";
import { chatLostAlert } from "../../src/messages/alerts.ts";
import {
  type Attention,
  attentionCard,
  attentionEnded,
  attentionView,
} from "../../src/messages/attention.ts";
import { journalPage } from "../../src/messages/journal.ts";
import { type BotMessage, textAndEntities } from "../../src/messages/message.ts";
import { chatBound, chatUnbound, howToBind, whichChat } from "../../src/messages/organisers-chat.ts";
import { outcomesPage } from "../../src/messages/outcomes.ts";
import { questionsPage, questionThread } from "../../src/messages/question-list.ts";
import {
  answerMessage,
  askKept,
  askOpened,
  besidesWords,
  pinWords,
  questionMessage,
  undeliveredMessage,
} from "../../src/messages/questions.ts";
import { at, krasnoyarsk, seatOf } from "../support/missions.ts";
import { inForce, readingOf } from "../support/readings.ts";

const now = at("10:25");
const organiser = seatOf(krasnoyarsk, "secretary");
const head = { ...seatOf(krasnoyarsk, "head"), phone: "+7 000 000-00-00" };
const seats = new Map((krasnoyarsk.people ?? []).map((seat) => [seat.id, seat]));

const reading = (language: Language, seat: Seat = organiser) =>
  readingOf(inForce(krasnoyarsk), seat, { language, now });

const item = (fields: Partial<NoteItem>, key = "m1"): NoteItem => ({ key, at: now, ...fields });
const piece = (items: NoteItem[], by = head.id): Piece => ({
  by,
  of: by === head.id ? "asker" : "organisers",
  at: now,
  items,
});

function questionOf(pieces: Piece[], rest: Partial<Question> = {}): Question {
  return { id: 12, seat: head.id, about: "question", pieces, open: pieces.at(-1)?.of === "asker", ...rest };
}

const long = item({ text: "слово ".repeat(682) });
const everything = [
  ...[long, item({ media: { kind: "photo", fileId: "f" }, text: "под снимком" }, "m2")],
  ...[item({ contact: { phone: "+7 000 000-00-00", name: "Водитель" } }, "m3")],
  item({ place: { latitude: 56, longitude: 92 } }, "m4"),
];
const exchange = questionOf([
  piece(everything),
  ...Array.from({ length: 30 }, (_, index) => piece([long], index % 2 ? head.id : "protocol")),
]);
const asked = questionOf([piece([item({ text: "Где автобус?" })])]);

const attention: Attention = {
  requests: 2,
  waiting: 9,
  questions: Array.from({ length: 5 }, () => questionOf([piece([long])])),
  unreachable: [...seats.values()],
  failed: new Map([...seats.keys()].map((seat) => [seat, 2])),
  seats,
};

function* messagesIn(language: Language): Generator<BotMessage> {
  const to = reading(language);
  const { speech } = to;
  for (const question of [asked, exchange, { ...asked, closed: { by: "protocol", at: now }, open: false }]) {
    for (const inGroup of [true, false]) {
      for (const about of ["question", "place"] as const) {
        const [first] = question.pieces;
        if (first === undefined) continue;
        const how = { asker: head, seats: [...seats.values()], inGroup, piece: first };
        yield questionMessage(to, { ...how, question: { ...question, about }, index: 0 });
        yield questionMessage(to, { ...how, question, index: 1 });
      }
    }
    yield questionThread(to, question, seats);
    yield undeliveredMessage(to, question, head);
    for (const which of ["open", "all"] as const) {
      yield questionsPage(to, {
        questions: Array(6).fill(question),
        total: 30,
        from: 6,
        which,
        askers: seats,
      });
      yield questionsPage(to, { questions: [], total: 0, from: 0, which, askers: seats });
    }
  }
  yield answerMessage(to, { question: exchange, index: 1, piece: piece(everything, "protocol") });
  for (const count of [0, 1, 3, 5]) yield askOpened(to, "abc-def", count);
  for (const count of [1, 3, 5]) yield askKept(to, "abc-def", count);
  for (const view of [attentionCard, attentionView]) {
    yield view(to, attention);
    yield view(to, { waiting: 0, questions: [], unreachable: [], failed: new Map(), seats });
  }
  yield attentionEnded(to);
  for (const kind of ["organisers", "delegation"] as const) {
    yield chatLostAlert(to, "Штаб", kind);
    yield chatBound(to, kind);
    yield chatUnbound(to, kind);
    yield whichChat(to, kind);
  }
  yield howToBind(to, "Штаб", "Делегация");
  yield howToBind(to, undefined, undefined);
  yield whichChat(to, undefined);
  yield chatUnbound(to, undefined);
  const identities = ["gathering", "opening.1.15", "digest/evening.2016-11-17", "question/3.1", "later/9"];
  const outcomes = (["delivered", "superseded", "expired", "unreachable", "failed"] as const).map(
    (outcome, index) => ({ seat: head.id, identity: identities[index] ?? "", outcome, at: now }),
  );
  yield outcomesPage(to, {
    outcomes: [...outcomes, ...outcomes],
    total: 90,
    from: 10,
    seats,
    broadcasts: [],
  });
  yield outcomesPage(to, { outcomes: [], total: 0, from: 0, seats, broadcasts: [] });
  const deeds = ["bind-chat", "unbind-chat", "answer-question", "close-question", "something-newer"].map(
    (did) => ({ at: now, by: "protocol", did, about: head.id }),
  );
  yield journalPage(to, { deeds: [...deeds, ...deeds], total: 100, from: 10, seats, broadcasts: [] });
  yield journalPage(to, { deeds: [], total: 0, from: 0, seats, broadcasts: [] });
  expect(pinWords(to, head).title.length).toBeLessThanOrEqual(120);
  expect(speech.say("pin-help")).not.toBe("");
}

describe.each(languages)("every message about questions in %s", (language) => {
  test("is one Telegram takes, whole", () => {
    for (const message of messagesIn(language)) {
      const { text, entities } = textAndEntities(message);
      expect(message.text.text.length, text).toBeLessThanOrEqual(4096);
      expect(text.trim()).not.toBe("");
      expect(text).not.toMatch(/undefined|NaN|\[object|\{ ?\$/);
      for (const { offset, length } of entities) expect(offset + length).toBeLessThanOrEqual(text.length);
      const buttons = message.buttons?.inline_keyboard.flat() ?? [];
      for (const one of buttons) {
        if ("callback_data" in one) expect(Buffer.byteLength(one.callback_data)).toBeLessThanOrEqual(64);
      }
    }
  });
});

describe("a question, as organisers read it", () => {
  const how = { question: asked, index: 0, asker: head, seats: [...seats.values()], inGroup: false };

  test("says who asks, of which group and bus, by which phone, when and what", () => {
    const [first] = asked.pieces;
    const { text } = questionMessage(reading("ru"), { ...how, piece: first ?? piece([]) }).text;
    expect(text).toMatch(
      /^❓ Вопрос № 12\nВице-губернатор .*\nОфициальная группа · Автобус № 1\n☎️ \+7 000 000-00-00\n🕐 17 ноября, 10:25\n\nГде автобус\?$/,
    );
  });

  test("names whoever answered once, however often", () => {
    const answers = [piece([], "protocol"), piece([], "secretary"), piece([], "protocol")];
    const question = questionOf([...asked.pieces, ...answers]);
    const { text, buttons } = questionMessage(reading("ru"), { ...how, question, piece: piece([]) });
    expect(text.text).toMatch(
      /✅ На вопрос ответили: Начальник протокола делегации, Ответственный секретарь делегации \(17 ноября, 10:25\)$/,
    );
    expect(buttons?.inline_keyboard.flat().map((one) => one.text)).toEqual(["Ответить"]);
  });

  test("brings along what is not words, and all where the words do not fit", () => {
    expect(besidesWords(everything.slice(1)).map(({ key }) => key)).toEqual(["m2", "m3", "m4"]);
    expect(besidesWords(everything).map(({ key }) => key)).toEqual(["m1", "m2", "m3", "m4"]);
    expect(besidesWords([item({ text: "короткое" })])).toEqual([]);
  });
});

test("the card names the first few of each sort and counts the rest; requests to join come first", () => {
  const { text } = attentionCard(reading("ru"), attention).text;
  expect(text).toMatch(
    /^🔔 Что требует внимания\n.*\n\n👤 Запросы на доступ: 2\n\n❓ Вопросы без ответа: 9\n/,
  );
  expect(text.match(/^• № 12/gm)).toHaveLength(5);
  expect(text).toContain("… и ещё 4");
});
