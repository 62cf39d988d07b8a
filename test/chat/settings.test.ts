import { afterEach, describe, expect, it } from "vitest";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-15T18:00") });
const delegate = await stage.delegate("krasnoyarsk", "cluster-director", "Участник", "ru");
const organiser = await stage.delegate("krasnoyarsk", "secretary", "Секретарь", "ru");

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

describe("digests", () => {
  it("the evening one tells when tomorrow begins, what it holds, what to wear and bring, what to choose", async () => {
    await stage.turn(at("2016-11-16T20:00", "Europe/Moscow"));
    const digest = await delegate.sees("Завтра, четверг, 17 ноября");
    expect(digest.text).toContain("11:00–11:25 Церемония возложения цветов");
    expect(digest.text).toContain("👔 Тёмное тёплое пальто");
    expect(digest.text).toContain("🔀 Выберите, куда пойдёте");
    await delegate.taps("🔀 Круглый стол «Иннова", digest);
    await delegate.taps("Выбираю это");
  });

  it("the morning one is the day's programme", async () => {
    await stage.turn(at("2016-11-17T07:15"));
    const day = await delegate.sees("Четверг, 17 ноября");
    expect(day.text).toContain("08:15–08:40\nВстреча делегации");
  });
});

describe("settings", () => {
  it("are one message of buttons: a lead of one's own", async () => {
    await delegate.sends("настройки");
    const settings = await delegate.sees("Настройки");
    await delegate.taps("Сбор: по программе", settings);
    await delegate.taps("за 30 минут", settings);
    await delegate.sees("Настройки");
    expect(delegate.screen()).toContain("[ Сбор: за 30 минут ]");

    await stage.turn(at("2016-11-17T09:45"));
    await delegate.sees("⏰ Сбор в 10:15");
    delegate.looksAway();
    await stage.turn(at("2016-11-17T10:00"));
    delegate.seesNot("⏰ Сбор в 10:15");
  });

  it("mute one event, and remind of it again", async () => {
    await delegate.sends("/today");
    await delegate.taps("14:30 Конференция");
    await delegate.taps("Не напоминать об этом");
    expect(delegate.screen()).toContain("[ 🔔 Напоминать об этом ]");
    delegate.looksAway();
    await stage.turn(at("2016-11-17T14:00"));
    delegate.seesNot("⏰ Сбор в 14:00");
  });

  it("mute everything, digests too, and undo it", async () => {
    await delegate.sends("/settings");
    await delegate.taps("🔔 включены");
    expect(delegate.screen()).toContain("🔕 выключены");
    delegate.looksAway();
    await stage.turn(at("2016-11-17T20:01"));
    delegate.seesNot(/Сбор|Завтра/);
    await delegate.taps("🔕 выключены");
  });

  it("keep quiet hours, in which only gatherings come", async () => {
    await delegate.sends("/settings");
    await delegate.taps("Тихие часы: нет");
    await delegate.taps("00:00–08:00");
    await delegate.sends("/settings");
    await delegate.taps("Начало дня");
    await delegate.taps("за 1 час");
    expect(delegate.screen()).toContain("[ Тихие часы: 00:00–08:00 ]");
    delegate.looksAway();
    await stage.turn(at("2016-11-18T07:59"));
    // Breakfast at 7:30 begins the day and is not a gathering.
    delegate.seesNot("⏰ Завтрак");
    await stage.turn(at("2016-11-18T08:30"));
    await delegate.sees("⏰ Сбор в 09:00");
  });

  it("change the language of everything, keyboard and commands too", async () => {
    await delegate.sends("/settings");
    await delegate.taps("Язык: Русский");
    await delegate.taps("English");
    await delegate.sees("Language: English");
    expect(delegate.screen()).toContain("[ Today ] [ What's on ]");
    await delegate.taps("Today");
    await delegate.sees("Friday 18 November");
  });
});

describe("an organiser asks", () => {
  it("and digests are among what will be sent", async () => {
    const early = await testStage({ now: at("2016-11-15T18:00") });
    const secretary = await early.delegate("krasnoyarsk", "secretary", "Секретарь", "ru");
    await secretary.sends("/deliveries");
    await secretary.sees("вт, 15 нояб., 20:00 (Москва) — вечерняя сводка: 1 участнику");
  });

  it("what will be sent next", async () => {
    await organiser.sends("/deliveries");
    const next = await organiser.sees("Что будет отправлено");
    expect(next.text).toContain(
      "пт, 18 нояб., 11:00 (Красноярск) — Посещение Красноярского краевого клинического центра",
    );
  });

  it.each([
    ["11:00 Церемония", "✅ Доставлено чт, 17 нояб., 09:45"],
    ["14:30 Конференция", "Участник отключил напоминания об этом событии."],
    ["12:40 Подписание", "Событие не для группы этого участника."],
    ["16:00 Круглы… «Многообразие", "Участник выбрал другое из параллельных событий."],
    ["13:15 Проверка залов", "Событие только для организаторов."],
    ["16:45 Трансфер", "Будет отправлено пт, 18 нояб., 16:00"],
    ["17.11 13:00 Рабочий", "О таких событиях напоминаний нет"],
  ])("why somebody did not get something: %s", async (event, answer) => {
    await organiser.sends("/deliveries");
    await organiser.taps("Почему не пришло?");
    await organiser.taps("Руководитель исполнительной");
    await organiser.taps(event);
    await organiser.sees(answer);
  });
});
