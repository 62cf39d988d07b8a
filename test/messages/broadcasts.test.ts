import { describe, expect, test } from "vitest";
import type { Broadcast, Standing } from "../../src/domain/broadcasts.ts";
import { languages, type Seat } from "../../src/domain/mission.ts";
import {
  askSure,
  broadcastCard,
  broadcastList,
  broadcastView,
} from "../../src/messages/broadcast-accounts.ts";
import { askAudience, askEarlier, askEventOf, askGroups } from "../../src/messages/broadcast-audience.ts";
import { askToConfirm, chaseMessage, escortMessage } from "../../src/messages/broadcast-copies.ts";
import { accountByPerson, waitingList } from "../../src/messages/broadcast-people.ts";
import {
  askImportance,
  askSend,
  askUpdate,
  askWhen,
  askWords,
} from "../../src/messages/broadcast-questions.ts";
import type { BotMessage } from "../../src/messages/message.ts";
import { at, krasnoyarsk, seatOf } from "../support/missions.ts";
import { inForce, readingOf, shown } from "../support/readings.ts";

const now = at("12:00");
const secretary = seatOf(krasnoyarsk, "secretary");
const item = { key: "m1", at: now, message: 1, text: "Автобус подан" };
const sent: Broadcast = {
  id: "zzzzzzz",
  by: "secretary",
  createdAt: now,
  state: "sent",
  version: 12,
  items: [item],
  important: true,
  audience: { kind: "groups", groups: ["officials", "medical"] },
  when: at("18:30"),
  sent: { at: now, started: 0, to: ["head", "tourism"] },
};
const many = (count: number, standing: Standing) => Array.from({ length: count }, () => standing);
/** As long as a file may make them. */
const longSeat: Seat = {
  id: "s",
  position: "Д".repeat(300),
  organisation: "О".repeat(300),
  name: "Ф".repeat(120),
};

/** Every message about broadcasts, with as much in it as there can be. */
function* messages(language: (typeof languages)[number]): Generator<BotMessage> {
  const force = { ...inForce(krasnoyarsk), handle: 99 };
  const reading = readingOf(force, secretary, { language, now });
  const states = ["draft", "scheduled", "sent", "recalled", "dropped"] as const;
  const long = { ...sent, items: [{ ...item, text: "ж".repeat(4096) }] };
  yield askWords(reading, { ...sent, items: [] });
  yield askWords(reading, sent);
  yield askAudience(reading, sent, { all: 57, undecided: 3, unconfirmed: true });
  yield askGroups(reading, sent, { people: 22, counts: new Map([["officials", 9]]), from: 0 });
  const events = force.programme.events.map((timed) => ({ timed, people: 57 }));
  yield askEventOf(reading, sent, { events, from: 10 });
  yield askEarlier(
    reading,
    sent,
    Array.from({ length: 30 }, () => ({ broadcast: long, people: 3 })),
    10,
  );
  yield askImportance(reading, sent);
  yield askWhen(reading, sent);
  yield askSend(reading, sent, 57);
  yield askSend(reading, { ...sent, when: "now", audience: { kind: "event", event: "conference" } }, 57);
  yield askUpdate(reading, sent);
  yield askToConfirm(reading, sent);
  yield chaseMessage(reading, long);
  yield escortMessage(
    reading,
    long,
    Array.from({ length: 300 }, () => longSeat),
  );
  for (const task of ["send", "update", "recall"] as const) {
    const standings = [...many(30, "delivered"), ...many(25, "ahead"), ...many(2, "unreachable")];
    yield broadcastCard(reading, long, { task, standings, elapsed: 600_000 });
    yield broadcastCard(reading, long, { task, standings: many(30, "failed"), elapsed: 0 });
  }
  for (const state of states) {
    yield broadcastView(reading, { ...long, state }, { standings: many(3, "delivered"), confirmed: 2 });
  }
  yield broadcastList(
    reading,
    Array.from({ length: 50 }, () => long),
    8,
  );
  const lines = Array.from({ length: 100 }, () => ({ seat: longSeat, standing: "withdrawn" as const }));
  yield accountByPerson(reading, long, { lines, from: 15 });
  yield waitingList(reading, { ...long, chasedAt: now }, { people: lines.map(({ seat }) => seat), from: 15 });
  yield askSure(reading, long, { what: "recall", people: 57 });
  yield askSure(reading, long, { what: "chase", people: 57 });
}

describe.each(languages)("every message about broadcasts in %s", (language) => {
  test("is one Telegram takes, whole", () => {
    const all = [...messages(language)];
    expect(all.length).toBeGreaterThan(25);
    for (const { text, buttons } of all) {
      expect(text.text.length).toBeLessThanOrEqual(4096);
      expect(text.text).not.toMatch(/undefined|NaN|\{ ?\$/);
      const data = (buttons?.inline_keyboard.flat() ?? []).flatMap((one) =>
        "callback_data" in one ? [one.callback_data] : [],
      );
      for (const one of data) expect(Buffer.byteLength(one), one).toBeLessThanOrEqual(64);
    }
  });
});

describe("the card", () => {
  const reading = readingOf(inForce(krasnoyarsk), secretary, { now });

  test("shows how far it has come, and by the pace so far how long it will take", () => {
    const standings = [...many(30, "delivered"), ...many(29, "ahead"), ...many(1, "unreachable")];
    expect(shown(broadcastCard(reading, sent, { task: "send", standings, elapsed: 120_000 }))).toBe(
      [
        "📣 Рассылка отправляется",
        "Автобус подан",
        "▓▓▓▓▓░░░░░ 51 %",
        "Доставлено: 30 из 60",
        "Недоступны: 1",
        "Осталось около 2 минут",
        "[Отозвать рассылку]",
      ].join("\n"),
    );
  });

  test("ends as the account", () => {
    const standings = [...many(58, "delivered"), ...many(2, "left")];
    expect(shown(broadcastCard(reading, sent, { task: "send", standings, elapsed: 120_000 }))).toBe(
      [
        "✅ Рассылка отправлена",
        "Автобус подан",
        "Доставлено: 58 из 60",
        "Больше не в делегации: 2",
        "[Кто получил]",
        "[Кто не подтвердил]",
        "[Отозвать рассылку]",
      ].join("\n"),
    );
  });
});
