import { afterEach, describe, expect, it } from "vitest";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T14:10") });
const { api, app } = stage;
const { choices, notes, ledger } = app.store;
const head = await stage.delegate("krasnoyarsk", "head", "Глава", "ru");
const clerk = await stage.delegate("krasnoyarsk", "external-relations", "Clerk", "en");
const medic = await stage.delegate("krasnoyarsk", "cluster-director", "Медик", "ru");
const chamber = await stage.delegate("krasnoyarsk", "chamber", "会頭", "ja");
const trader = await stage.delegate("krasnoyarsk", "machinery", "Торговец", "ru");
const everybody = [head, clerk, medic, chamber, trader];
await choices.pick("krasnoyarsk", "chamber", "roundtables", "roundtable-business");

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
  expect(api.report.callbacksNeverAnswered).toBe(0);
});

const turn = async (local: string) => {
  for (const one of everybody) one.looksAway();
  await stage.turn(at(local));
};
/** Whether the newest message somebody sees like this came without a sound. */
const isSilent = (one: typeof head, words: string) =>
  one.room.history().findLast(({ message }) => message.text?.includes(words))?.silent;
const written = async (seat: string) => (await notes.page("krasnoyarsk", { seat, from: 0, most: 100 })).notes;

describe("in the evening digest", () => {
  it("comes what found no quarter of an hour, with a button for each event; undecided people are asked nothing", async () => {
    await turn("2016-11-17T20:05");
    const digest = await chamber.sees("📝 メモ：");
    head.seesNot("📝 Заметки:");
    await head.sees("Завтра");
    await chamber.taps(/^📝 /, digest);
    await chamber.sees("一件ごとにすぐ保存します");
    await chamber.sends("資料を送ると約束");
    await chamber.taps("完了");
    const [note] = await written("chamber");
    expect(note).toMatchObject({ event: "roundtable-business", marks: [], readers: "organisers" });
    const entries = [...(await ledger.of("krasnoyarsk", "chamber"))];
    expect(entries.find(([identity]) => identity.startsWith("prompt/"))?.[1].within).toBe(
      "digest/evening.2016-11-17",
    );
  });
});

describe("at the door", () => {
  it("everybody who was at a visit is asked in the first free quarter; at a hospital it says what not to bring", async () => {
    await turn("2016-11-18T13:44");
    medic.seesNot("Каковы итоги?");
    await turn("2016-11-18T13:45");
    const prompt = await medic.sees("Каковы итоги?");
    expect(prompt.text?.split("\n")).toEqual([
      expect.stringContaining("📝 Посещение КГБУЗ «Красноярский краевой клинический онкологический"),
      "Каковы итоги?",
      "С кем познакомились?",
      "⚕️ Без фото и данных пациентов.",
      "",
      "Можно текстом, голосом, фото или контактом. Достаточно ответить на это сообщение.",
    ]);
    // The reminder of what comes next sounds at this very minute.
    expect(isSilent(medic, "Каковы итоги?")).toBe(true);
    expect(isSilent(medic, "⏰")).toBe(false);
  });

  it("is put off for half an hour, twice at most, and is silent where it falls into an event", async () => {
    const first = await medic.sees("Каковы итоги?");
    await medic.taps("Позже", first);
    await medic.sees("Спрошу ещё раз в 14:15.");
    await api.redeliver(api.lastUpdateId);
    await turn("2016-11-18T14:14");
    medic.seesNot("Достаточно ответить");
    await turn("2016-11-18T14:15");
    const second = await medic.sees("Достаточно ответить");
    expect(isSilent(medic, "Достаточно ответить")).toBe(true);
    await medic.taps("Позже", second);
    await medic.sees("Спрошу ещё раз в 14:45.");
    await turn("2016-11-18T14:45");
    const third = await medic.sees("Достаточно ответить");
    const labels = third.reply_markup?.inline_keyboard.flat().map(({ text }) => text);
    expect(labels).toEqual(["📝 Записать", "Нечего добавить"]);
    await medic.taps("Нечего добавить", third);
    await medic.sees("об этом мероприятии больше не спрошу");
    await turn("2016-11-18T15:29");
    medic.seesNot("онкологический");
  });

  it("about what somebody has written about, or a moved event they were asked of, nobody is asked", async () => {
    await turn("2016-11-18T15:31");
    await medic.sees("охраны материнства");
    const before = [...(await ledger.of("krasnoyarsk", "cluster-director"))];
    expect(before.filter(([identity]) => identity.startsWith("prompt/oncology-visit"))).toHaveLength(3);
    await trader.sends("/now");
    await stage.restart();
    await turn("2016-11-18T15:40");
    medic.seesNot("Каковы итоги?");
  });

  it("expires at noon of the next day while Telegram is away", async () => {
    api.faults.outage("on");
    stage.clock.turn(at("2016-11-19T12:30"));
    const settled = app.settle();
    api.faults.outage("off");
    await settled;
    const entries = [...(await ledger.of("krasnoyarsk", "cluster-director"))];
    expect(entries.find(([identity]) => identity.startsWith("prompt/chief-physicians"))?.[1].outcome).toBe(
      "expired",
    );
  });
});
