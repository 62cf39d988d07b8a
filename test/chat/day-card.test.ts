/** The card of the day: the morning's digest, pinned, and right all day long. */
import { afterEach, describe, expect, it } from "vitest";
import type { Person } from "../../src/rehearsal/people.ts";
import { release } from "../support/releases.ts";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-16T20:00") });
const { api } = stage;
const head = await stage.delegate("krasnoyarsk", "head", "Глава", "ru");
const medic = await stage.delegate("krasnoyarsk", "cluster-director", "Medic", "en");
const biologist = await stage.delegate("krasnoyarsk", "biotechnology", "Biologist", "en");

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
  expect(api.report.callbacksNeverAnswered).toBe(0);
});

const cardOf = (person: Person) => {
  const [card] = person.pinned;
  if (card === undefined) throw new Error(`Nothing is pinned for ${person.user.first_name}`);
  return card;
};
const turn = (to: string) => stage.turn(at(to));
const calls = (method: string) => api.report.sent[method] ?? 0;

describe("in the morning", () => {
  it("the digest is pinned without a sound, with all that is needed on the way", async () => {
    await turn("2016-11-17T08:00");
    const card = cardOf(head);
    expect(head.pinned).toHaveLength(1);
    expect(card.text).toMatch(/^Четверг, 17 ноября\n/);
    expect(card.text).toContain("⏰ Сбор в 10:15, холл гостиницы «Красноярск»");
    expect(card.text).toContain("🚌 Автобус № 1, отправление в 10:30");
    expect(card.text).toContain("📍 Мемориал Победы");
    expect(card.text).toMatch(/Кому позвонить\n☎️ .+\n\+7 000 000-00-00/);
    expect(card.text).toMatch(/Верно на \d\d:\d\d, редакция программы № 1$/);
  });

  it("the day before is taken down when its day is over", () => {
    expect(head.pinned.map(({ text }) => text?.split("\n")[0])).toEqual(["Четверг, 17 ноября"]);
  });
});

describe("as the day goes on", () => {
  it("what is over is a line, what is on is marked, and nobody is written to for it", async () => {
    await turn("2016-11-17T10:20");
    const { text, message_id } = cardOf(head);
    expect(text).toMatch(/\n✓ 08:40–09:30 Трансфер в гостиницу/);
    expect(text).toMatch(/\n▶️ 11:00–11:25\nЦеремония возложения/);
    expect(text).toContain("Верно на 10:15,");
    const before = stage.unasked;
    await turn("2016-11-17T10:31");
    expect(stage.unasked).toBe(before);
    expect(cardOf(head).message_id).toBe(message_id);
  });

  it("it is edited when there is something to show, and only then", async () => {
    await turn("2016-11-17T10:35");
    const before = calls("editMessageText");
    await stage.restart();
    await turn("2016-11-17T11:20");
    expect(calls("editMessageText")).toBe(before);
    await turn("2016-11-17T11:30");
    expect(cardOf(head).text).toMatch(/✓ 11:00–11:25 Церемония возложения[^\n]+/);
    // One edit for what is over at 11:25 and what people are called to at 11:30.
    expect(calls("editMessageText") - before).toBeLessThanOrEqual(3);
  });

  it("a change of programme shows on it, with its revision", async () => {
    await release(stage, "krasnoyarsk", [
      { do: "set", event: "theatre", field: "title", value: { ru: "Опера", en: "Opera" } },
    ]);
    await turn("2016-11-17T11:31");
    const { text } = cardOf(head);
    expect(text).toContain("Опера");
    expect(text).toMatch(/Верно на 11:3\d, редакция программы № 2$/);
    await release(stage, "krasnoyarsk", [{ do: "shift", event: "theatre", minutes: 15 }]);
    await turn("2016-11-17T11:32");
    expect(cardOf(head).text).toContain("19:15–21:45\nОпера");
    await head.taps("✅ Принято");
  });

  it("so does a pick, and another language", async () => {
    await medic.sends("/today");
    await medic.taps("16:00 Round table “Innov");
    await medic.taps("I choose this one");
    await turn("2016-11-17T11:33");
    expect(cardOf(medic).text?.match(/Round table/g)).toHaveLength(1);
    await medic.sends("/settings");
    await medic.taps("Language");
    await medic.taps("Русский");
    await turn("2016-11-17T11:34");
    expect(cardOf(medic).text).toMatch(/^Четверг, 17 ноября/);
  });

  it("its buttons open below it and leave it as it is", async () => {
    const card = cardOf(head);
    await head.taps("Подробнее о дне", card);
    const day = await head.sees(/^Четверг, 17 ноября/);
    expect(day.message_id).not.toBe(card.message_id);
    await head.taps("14:30 Конференция", day);
    expect(cardOf(head)).toEqual(card);
  });
});

describe("whoever does not want it", () => {
  it("unpins it, and it stays down but true", async () => {
    const card = cardOf(head);
    head.unpins(card);
    await turn("2016-11-17T14:05");
    expect(head.pinned).toEqual([]);
    expect(head.room.find(card.message_id)?.message.text).toContain("Верно на 14:00,");
  });

  it("deletes it, and nothing is made of it", async () => {
    medic.deletes(cardOf(medic));
    await turn("2016-11-17T16:05");
    const edits = calls("editMessageText");
    const before = medic.room.history().length;
    await turn("2016-11-17T16:10");
    expect(medic.room.history()).toHaveLength(before);
    expect(calls("editMessageText")).toBe(edits);
  });

  it("blocks the bot, and is left alone until they are back", async () => {
    await biologist.blocks();
    await turn("2016-11-17T18:30");
    await biologist.unblocks();
    await biologist.sends("/now");
    await turn("2016-11-17T19:20");
    expect(cardOf(biologist).text).toMatch(/▶️ 19:15–21:45\nOpera/);
  });
});

describe("in the middle of the day", () => {
  it("whoever joins is shown the day, and that is their card", async () => {
    const latecomer = await stage.delegate("krasnoyarsk", "machinery", "Newcomer", "en");
    await turn("2016-11-17T19:21");
    const card = cardOf(latecomer);
    expect(card.text).toMatch(/^Thursday 17 November/);
    latecomer.looksAway();
    await turn("2016-11-17T21:50");
    latecomer.seesNot("Right as of 07");
    expect(cardOf(latecomer).text).toMatch(/✓ 19:15–21:45 Opera/);
  });

  it("a day all of which is cancelled says so", async () => {
    const { store } = stage.app;
    await turn("2016-11-18T07:45");
    const card = cardOf(head);
    expect(card.text).toMatch(/^Пятница, 18 ноября/);
    const inForce = await store.missions.inForce("krasnoyarsk");
    const ahead = inForce?.programme.events.filter(({ day }) => day === "2016-11-18") ?? [];
    await release(
      stage,
      "krasnoyarsk",
      ahead.map(({ event }) => ({ do: "cancel", event: event.id }) as const),
    );
    await turn("2016-11-18T07:46");
    expect(cardOf(head).text).toContain("На этот день для вас ничего не назначено.");
  });

  it("at midnight the last card is taken down", async () => {
    await turn("2016-11-18T23:59");
    expect(head.pinned).toHaveLength(1);
    await turn("2016-11-19T00:00");
    for (const person of [head, medic, biologist]) expect(person.pinned).toEqual([]);
  });
});
