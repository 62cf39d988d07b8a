import { afterEach, describe, expect, it } from "vitest";
import { at, krasnoyarsk, testStage } from "../support/stage.ts";

const stage = await testStage({
  now: at("2016-11-15T12:00"),
  missions: [{ ...krasnoyarsk, state: "draft" }],
});
const secretary = await stage.organiser("Секретарь", "ru");
const protocol = await stage.delegate("krasnoyarsk", "protocol", "Протокол", "ru");
const director = await stage.delegate("krasnoyarsk", "cluster-director", "Директор", "ru");
const scientist = await stage.delegate("krasnoyarsk", "biotechnology", "Scientist", "en");
const head = await stage.delegate("krasnoyarsk", "head", "Глава", "ru");
const delegates = [director, scientist, head];

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

const wait = async (to: string) => {
  for (const person of [...delegates, protocol]) person.looksAway();
  await stage.turn(at(to));
};

describe("a mission «проект»", () => {
  it("is not shown to delegates, and no change of it is told them", async () => {
    await director.sends("/programme");
    expect((await director.sees(/./)).text).not.toContain("Конференция");
    await secretary.sends("/change");
    await secretary.taps("Четверг, 17");
    await secretary.taps("Конференция по");
    await secretary.taps("Перенести");
    await secretary.sends("15:00");
    expect((await secretary.sees("Черновик изменений")).text).toContain("Узнают об этом: 1 из 4");
    await secretary.taps("Сообщить всем сразу");
    await secretary.taps("✅ Выпустить");
    await wait("2016-11-15T12:01");
    for (const person of delegates) person.seesNot(/./);
    await protocol.sees("Было 14:30–15:45 → стало 15:00–16:15");
  });

  it("answers delegates that it is a draft, whatever they ask for by command, word or button", async () => {
    for (const asked of ["/today", "/tomorrow", "/now", "/programme", "/calendar", "Сегодня", "что сейчас"]) {
      await director.sends(asked);
      await director.sees("Программа ещё готовится");
    }
    for (const data of ["day:1:2016-11-17", "event:1:10", "programme:1", "map:1:10", "pick:1:11"]) {
      await director.forges(data, director.lastSent());
      expect(director.toasts.at(-1)?.text).toContain("Программа ещё готовится");
    }
    await director.sends("/note");
    expect((await director.sees(/./)).text).not.toContain("Конференция");
    await protocol.sends("/today");
    await protocol.sees("Вторник, 15 ноября");
    await protocol.sends("/programme");
    await protocol.sees("Четверг, 17");
  });

  it("whoever joins it as a delegate is not shown it either", async () => {
    const latecomer = await stage.delegate("krasnoyarsk", "machinery", "Новый", "ru");
    expect(latecomer.screen()).toContain("Программа ещё готовится");
    expect(latecomer.screen()).not.toMatch(/Конференция|Четверг, 17|ничего не/);
  });

  it("reminds organisers of it and sends them the digests, and nobody else", async () => {
    await wait("2016-11-17T01:20");
    for (const person of delegates) person.seesNot(/./);
    expect((await stage.app.store.ledger.of("krasnoyarsk", "cluster-director")).size).toBe(0);
    await protocol.sees(/^⏰ Сбор в 21:30/);
    await protocol.sees("Среда, 16 ноября");
  });

  it("approved, everybody is told once, with the programme", async () => {
    await secretary.sends("/change");
    await secretary.taps("✅ Утвердить программу");
    const preview = await secretary.sees("✅ Программа будет утверждена");
    expect(preview.text).toContain("Узнают об этом: 4 из 5");
    await secretary.taps("✅ Выпустить");
    await wait("2016-11-17T01:21");
    await director.sees("✅ Программа утверждена.");
    await scientist.sees("✅ The programme has been approved.");
    await director.taps("✅ Принято");
    await wait("2016-11-17T01:25");
    for (const person of delegates) person.seesNot("🔁");
    await director.sends("/programme");
    await director.sees("Четверг, 17");
  });

  it("a change after that leaves the programme they were given where it is", async () => {
    const shown = scientist.room
      .history()
      .find(({ message }) => message.text?.startsWith("✅ The programme"));
    await secretary.sends("/change");
    await secretary.taps("Четверг, 17");
    await secretary.taps("Конференция по");
    await secretary.taps("Перенести");
    await secretary.sends("+10");
    await secretary.taps("Сообщить всем сразу");
    await secretary.taps("✅ Выпустить");
    await wait("2016-11-17T01:26");
    await scientist.sees("Was 15:00–16:15 → now 15:10–16:25");
    expect(scientist.room.find(shown?.message.message_id ?? 0)).toBeDefined();
  });
});
