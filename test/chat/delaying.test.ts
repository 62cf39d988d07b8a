import { afterEach, describe, expect, it } from "vitest";
import type { Person } from "../../src/rehearsal/people.ts";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T10:20") });
const secretary = await stage.organiser("Секретарь", "ru");
const director = await stage.delegate("krasnoyarsk", "cluster-director", "Директор", "ru");
const scientist = await stage.delegate("krasnoyarsk", "biotechnology", "Scientist", "en");
const head = await stage.delegate("krasnoyarsk", "head", "Глава", "ru");
const delegates = [director, scientist, head];
const { store } = stage.app;

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

const wait = async (to: string) => {
  for (const person of delegates) person.looksAway();
  await stage.turn(at(to));
};
const revision = async () => (await store.missions.inForce("krasnoyarsk"))?.programme.revision;
const previewOf = async (who: Person) => (await who.sees("Черновик изменений")).text ?? "";

describe("a delay", () => {
  it("in two words: what follows moves, up to what cannot be moved", async () => {
    await secretary.sends("задержка 20");
    const text = await previewOf(secretary);
    expect(text).toContain("Было 11:00–11:25 → стало 11:20–11:45");
    expect(text).not.toMatch(/Встреча Губернатора[^\n]*\nБыло/);
    // People have gathered, and stay gathered.
    expect(text).toContain("⏰ Сбор в 10:15");
    expect(text).toContain("⚠️ Накладки");
  });

  it.each([
    ["/delay", "На сколько минут задержка?"],
    ["Задержка", "На сколько минут задержка?"],
    ["/delay сорок", "Напишите, на сколько минут задержка"],
    ["/delay 0", "Напишите, на сколько минут задержка"],
    ["/delay 601", "Напишите, на сколько минут задержка"],
    ["/delay -5", "Напишите, на сколько минут задержка"],
    ["/delay 1.5", "Напишите, на сколько минут задержка"],
    [`/delay ${"9".repeat(4000)}`, "Напишите, на сколько минут задержка"],
    ["/delay 15", "стало 11:15–11:40"],
  ])("%.20s", async (said, seen) => {
    await secretary.sends(said);
    await secretary.sees(seen);
  });

  it("of a fixed event, chosen by its button; later fixed ones can be late as well", async () => {
    await secretary.sends("/delay 40");
    await secretary.taps("Другое событие");
    await secretary.sees("Какое событие задерживается?");
    await secretary.taps("12:00 Встреча");
    expect(await previewOf(secretary)).toMatch(
      /Встреча Губернатора[^\n]*\nБыло 12:00–12:40 → стало 12:40–13:20/,
    );
  });

  it("offers what to do with what no longer fits: shorten, absorb, drop, or move it all the same", async () => {
    await secretary.sends("/delay 10");
    const shifted = await previewOf(secretary);
    expect(shifted).toContain("Было 11:00–11:25 → стало 11:10–11:35");
    expect(shifted).toContain("⚠️ Накладки");
    await secretary.taps("Сократить то, что не войдёт");
    const shortened = await previewOf(secretary);
    expect(shortened).toContain("Было 11:00–11:25 → стало 11:10–11:30");
    expect(shortened).not.toContain("⚠️ Накладки");
    await secretary.taps("Отменить то, что не войдёт");
    expect(await previewOf(secretary)).toContain("❌ Отменено: Церемония возложения");
    await secretary.taps("Сдвинуть всё, как есть");
    expect(await previewOf(secretary)).toBe(shifted);
  });

  it("offers no way that leads where another one does", async () => {
    const waysOf = async () => {
      const seen = await secretary.sees("Черновик изменений");
      const labels = (seen.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
      return labels.filter((label) => /не войдёт|перерывов|как есть/.test(label));
    };
    await secretary.sends("/delay 10");
    // There is no break to take it from before the governor's meeting.
    expect(await waysOf()).toEqual(["Сократить то, что не войдёт", "Отменить то, что не войдёт"]);
    // Begun after the call to that meeting, the ceremony cannot be over before it.
    await secretary.sends("/delay 40");
    expect(await waysOf()).toEqual(["Отменить то, что не войдёт"]);
    await secretary.sends("/delay 10");
    await previewOf(secretary);
  });

  it("«and this one as well»: a fixed event goes along, and after it the next may be said to", async () => {
    await secretary.taps("Задерживается и это: Встреча Губернатора");
    const one = await previewOf(secretary);
    expect(one).toMatch(/Встреча Губернатора[^\n]*\nБыло 12:00–12:40 → стало 12:10–12:50/);
    expect(one).not.toMatch(/Подписание[^\n]*\nБыло/);
    await secretary.taps("Задерживается и это: Подписание Соглашения");
    const both = await previewOf(secretary);
    expect(both).toMatch(/Подписание[^\n]*\nБыло 12:40–13:00 → стало 12:50–13:10/);
    expect(both).toMatch(/Рабочий обед[^\n]*\nБыло 13:00–14:00 → стало 13:10–14:10/);
    await secretary.taps("Удалить черновик");
  });

  it("of two plans the one on the screen is the one that is released", async () => {
    await secretary.sends("/delay 10");
    const first = await secretary.sees("Черновик изменений");
    await secretary.sends("/delay 60");
    await secretary.taps("✅ Выпустить", first);
    await secretary.sees("Черновика больше нет");
    expect(await revision()).toBe(1);
    await secretary.sends("/change");
    await secretary.taps("Открыть черновик");
    await secretary.taps("Удалить черновик");
  });

  it("of an event past its hour that has not begun", async () => {
    await wait("2016-11-17T11:10");
    await secretary.sends("/delay 25");
    await secretary.taps("Другое событие");
    await secretary.taps("11:00 Церемония");
    expect(await previewOf(secretary)).toContain("Было 11:00–11:25 → стало 11:25–11:50");
  });

  it("is one notice, and taken back it is one more in its place", async () => {
    await secretary.taps("✅ Выпустить");
    await secretary.sees("Редакция № 2 выпущена");
    await wait("2016-11-17T11:11");
    const late = await director.sees("Было 11:00–11:25 → стало 11:25–11:50");
    await scientist.sees("Was 11:00–11:25 → now 11:25–11:50");
    await secretary.taps("Вернуть как было");
    expect(await previewOf(secretary)).toContain("Было 11:25–11:50 → стало 11:00–11:25");
    await secretary.taps("✅ Выпустить");
    await wait("2016-11-17T11:12");
    await director.sees("Было 11:25–11:50 → стало 11:00–11:25");
    expect(director.room.find(late.message_id)).toBeUndefined();
    expect(await revision()).toBe(3);
  });
});

describe("an event whose hour nobody knows", () => {
  const holds = async (label: string, what: string) => {
    await secretary.sends("/change");
    await secretary.taps("Четверг, 17");
    await secretary.taps(label);
    await secretary.taps(what);
    await secretary.taps("✅ Выпустить");
    await secretary.sees(/Редакция № \d+ выпущена/);
  };

  it("is one notice; wherever the programme is shown it says so", async () => {
    await wait("2016-11-17T12:30");
    await holds("14:30 Конференция", "⏳ Время уточняется");
    await wait("2016-11-17T12:31");
    await director.sees("⏳ Задерживается, время уточняется (было: 14:30–15:45)");
    await scientist.sees("⏳ Delayed, the time will follow (was: 14:30–15:45)");
    await head.sends("/today");
    expect((await head.sees("Четверг, 17")).text).toMatch(
      /Конференция[^\n]*\n⏳ Задерживается, время уточняется/,
    );
    await head.taps("14:30 Конференция");
    await head.sees("⏳ Задерживается, время уточняется");
  });

  it("nobody is reminded of it, nor of what waits with it; /now goes on showing it", async () => {
    await wait("2016-11-17T16:30");
    for (const person of delegates) {
      person.seesNot("⏰");
      person.seesNot("🔁");
    }
    await head.sends("/now");
    expect((await head.sees("Сейчас")).text).toContain("⏳ Задерживается, время уточняется");
  });

  it("and organisers who ask why there was no reminder are told so", async () => {
    const handles = (await store.missions.inForce("krasnoyarsk"))?.handles ?? {};
    await secretary.forges(`why:1:head:${handles.conference}`, secretary.lastSent());
    await secretary.sees("Событие задерживается, время уточняется. Напомним, когда оно будет известно.");
    await secretary.forges(`why:1:head:${handles.theatre}`, secretary.lastSent());
    await secretary.sees("Ждёт события, которое задерживается. Напомним, когда будет известно время.");
  });

  it("has an hour again: everybody is told once, and is reminded again", async () => {
    await secretary.sends("/change");
    await secretary.taps("Четверг, 17");
    await secretary.taps("14:30 Конференция");
    await secretary.taps("Перенести");
    await secretary.sends("17:00");
    await secretary.taps("✅ Выпустить");
    await secretary.sees(/Редакция № \d+ выпущена/);
    await wait("2016-11-17T16:31");
    await director.sees("Было 14:30–15:45 → стало 17:00–18:15");
    await wait("2016-11-17T18:10");
    await director.sees("⏰");
  });
});
