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

  it("approved, everybody is told once, with the programme", async () => {
    await secretary.sends("/change");
    await secretary.taps("✅ Утвердить программу");
    const preview = await secretary.sees("✅ Программа будет утверждена");
    expect(preview.text).toContain("Узнают об этом: 3 из 4");
    await secretary.taps("✅ Выпустить");
    await wait("2016-11-15T12:02");
    await director.sees("✅ Программа утверждена.");
    await scientist.sees("✅ The programme has been approved.");
    await director.taps("✅ Принято");
    await wait("2016-11-15T12:10");
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
    await wait("2016-11-15T12:11");
    await scientist.sees("Was 15:00–16:15 → now 15:10–16:25");
    expect(scientist.room.find(shown?.message.message_id ?? 0)).toBeDefined();
  });
});
