import { afterEach, describe, expect, it } from "vitest";
import { release } from "../support/releases.ts";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T08:00") });
const secretary = await stage.organiser("Секретарь", "ru");
const protocol = await stage.delegate("krasnoyarsk", "protocol", "Протокол", "ru");
const director = await stage.delegate("krasnoyarsk", "cluster-director", "Директор", "ru");
const scientist = await stage.delegate("krasnoyarsk", "biotechnology", "Scientist", "en");
const { store } = stage.app;

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

const revision = async () => (await store.missions.inForce("krasnoyarsk"))?.programme.revision;
const moves = async (minutes: number) => {
  await secretary.sends("/change");
  await secretary.taps("Четверг, 17");
  await secretary.taps("Конференция по");
  await secretary.taps("Перенести");
  await secretary.sends(`+${minutes}`);
  await secretary.taps("✅ Выпустить");
  await secretary.sees(/Редакция № \d+ выпущена/);
};

describe("history", () => {
  it("begins with the file", async () => {
    await secretary.sends("/history");
    await secretary.sees("№ 1, из файла");
    await secretary.taps("№ 1");
    await secretary.sees("С неё началась программа.");
  });

  it("says who released what and when, and shows it as a difference", async () => {
    await moves(15);
    await stage.turn(at("2016-11-17T08:05"));
    await moves(30);
    await protocol.sends("история");
    const list = await protocol.sees("🕘 Редакции программы");
    expect(list.text).toMatch(
      /№ 3, чт, 17 нояб\., 08:05, изменение: организатор\nКонференция по .+: 14:45 → 15:15\n/,
    );
    await protocol.taps("№ 2");
    await protocol.sees("Было 14:30–15:45 → стало 14:45–16:00");
  });

  it("restores a revision as a new one, after a look at what that means", async () => {
    await stage.turn(at("2016-11-17T08:06"));
    await director.taps("✅ Принято");
    await protocol.taps("Вернуть эту редакцию");
    const preview = await protocol.sees("Черновик изменений к редакции № 3");
    expect(preview.text).toContain("Было 15:15–16:30 → стало 14:45–16:00");
    await protocol.taps("✅ Выпустить");
    expect(await revision()).toBe(4);
    await stage.turn(at("2016-11-17T08:07"));
    await director.sees("Было 15:15–16:30 → стало 14:45–16:00");
    // She had not confirmed: her one notice tells all since what she knew.
    await scientist.sees("Was 14:30–15:45 → now 14:45–16:00");
    await protocol.sends("/history");
    await protocol.sees(/№ 4, чт, 17 нояб\., 08:06, возврат к прежней: Начальник протокола/);
  });

  it("of a revision there is not says that the button is old", async () => {
    await protocol.forges("revision:1:99", protocol.lastSent());
    expect(protocol.toasts.at(-1)?.text).toContain("Эта кнопка устарела");
    await protocol.forges("restore:1:0", protocol.lastSent());
    expect(protocol.toasts.at(-1)?.text).toContain("Эта кнопка устарела");
  });

  it("has pages", async () => {
    for (let more = 0; more < 9; more += 1) {
      await release(stage, "krasnoyarsk", [{ do: "shift", event: "theatre", minutes: 5 }]);
    }
    await secretary.sends("/history");
    await secretary.taps("›");
    await secretary.sees("№ 1, из файла");
  });

  it("is in the log too, each release by its number", async () => {
    await secretary.sends("/desk");
    await secretary.taps("🗃 Отправки и журнал");
    await secretary.taps("📓 Журнал");
    await secretary.sees("выпущена редакция программы: № 3");
  });

  it("taking back a revision says which later ones go with it", async () => {
    const last = (await revision()) ?? 0;
    await secretary.forges(`restore:1:${last - 3}`, secretary.lastSent());
    await secretary.sees(`⚠️ Отменяются все изменения редакций с № ${last - 2} по № ${last}.`);
    await secretary.taps("Удалить черновик");
    await secretary.forges(`restore:1:${last - 1}`, secretary.lastSent());
    await secretary.sees("Черновик изменений");
    secretary.seesNot("Отменяются все изменения");
    await secretary.taps("Удалить черновик");
  });
});

describe("the list of who has confirmed", () => {
  it("is redrawn as people confirm, and names who cannot be reached", async () => {
    await stage.turn(at("2016-11-17T08:10"));
    const last = await revision();
    await secretary.sends("/history");
    await secretary.taps(`№ ${last}`);
    await secretary.taps("Кто подтвердил");
    await secretary.sees(`Редакция № ${last}: подтвердили 0 из `);
    await scientist.taps("✅ Got it");
    await director.blocks();
    await stage.turn(at("2016-11-17T08:11"));
    await secretary.sees(`Редакция № ${last}: подтвердили 1 из `);
    await release(stage, "krasnoyarsk", [{ do: "shift", event: "theatre", minutes: 5 }]);
    // The list is redrawn by itself.
    await stage.turn(at("2016-11-17T08:12"));
    const list = await secretary.sees("📵 Недоступны");
    expect(list.text).toMatch(/📵 Недоступны\n• Руководитель исполнительной дирекции/);
    // Whoever has confirmed it has, though they have been told of a newer one since.
    expect(list.text).toContain(`Редакция № ${last}: подтвердили 1 из 4`);
    expect(list.text).toMatch(/✅ Подтвердили\n• Директор по науке.* — 08:10/);
  });

  it("a confirmation tapped again stays what it was", async () => {
    await scientist.taps("✅ Got it");
    await stage.turn(at("2016-11-17T08:20"));
    await scientist.taps("✅ Confirmed at 08:12");
    expect(scientist.toasts.at(-1)?.text).toBe("Thank you, noted.");
    expect((await store.notices.of("krasnoyarsk", "biotechnology"))?.confirmedAt).toBe(
      at("2016-11-17T08:12"),
    );
  });

  it("is redrawn as notices arrive, with nobody tapping anything", async () => {
    await director.unblocks();
    await stage.turn(at("2016-11-17T08:21"));
    await release(stage, "krasnoyarsk", [{ do: "shift", event: "theatre", minutes: 5 }]);
    await secretary.sends("/history");
    await secretary.taps(`№ ${await revision()}`);
    await secretary.taps("Кто подтвердил");
    const before = await secretary.sees("Ещё не отправлено");
    await stage.turn(at("2016-11-17T08:22"));
    await secretary.sees("Не подтвердили");
    secretary.seesNot("Ещё не отправлено");
    expect(before.text).not.toContain("Не подтвердили");
  });

  it("is redrawn no more where the message shows the desk again", async () => {
    const list = await secretary.sees("Не подтвердили");
    await secretary.taps("‹ Стол организаторов", list);
    await secretary.sees("🗂 Стол организаторов");
    await release(stage, "krasnoyarsk", [{ do: "shift", event: "theatre", minutes: 5 }]);
    await stage.turn(at("2016-11-17T08:25"));
    await scientist.taps("✅ Got it");
    await stage.turn(at("2016-11-17T08:26"));
    const now = secretary.room.history().find(({ message }) => message.message_id === list.message_id);
    expect(now?.message.text).toContain("🗂 Стол организаторов");
  });
});
