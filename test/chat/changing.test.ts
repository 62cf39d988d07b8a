import { afterEach, expect, it } from "vitest";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T08:00") });
const secretary = await stage.organiser("Секретарь", "ru");
const director = await stage.delegate("krasnoyarsk", "cluster-director", "Директор", "ru");
const scientist = await stage.delegate("krasnoyarsk", "biotechnology", "Scientist", "en");

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

it("an organiser moves an event by a typed time, looks at what that means, and releases it", async () => {
  await secretary.sends("/desk");
  await secretary.taps("Изменить программу");
  await secretary.taps("Четверг, 17");
  await secretary.taps("Конференция по");
  await secretary.taps("Перенести");
  await secretary.sends("25:99");
  await secretary.sees("Такого времени в этот день нет.");
  await secretary.sends("15:00");
  const preview = await secretary.sees("Черновик изменений к редакции № 1");
  expect(preview.text).toContain("Было 14:30–15:45 → стало 15:00–16:15");
  expect(preview.text).toContain("Узнают об этом: 2 из 2");
  await secretary.taps("✅ Выпустить");
  await secretary.sees("Редакция № 2 выпущена в 08:00");
  await stage.turn(at("2016-11-17T08:01"));
  await director.sees("Было 14:30–15:45 → стало 15:00–16:15");
  await scientist.sees("Was 14:30–15:45 → now 15:00–16:15");
  secretary.seesNot("🔁 Изменение в программе");
});

it("sees who has confirmed, as they do", async () => {
  await secretary.taps("Кто подтвердил");
  await secretary.sees("подтвердили 0 из 2");
  await director.taps("✅ Принято");
  await stage.turn(at("2016-11-17T08:02"));
  const list = await secretary.sees("подтвердили 1 из 2");
  expect(list.text).toMatch(/✅ Подтвердили\nРуководитель исполнительной дирекции.* — 08:01/);
});

it("delays what follows in three words, up to what cannot be moved", async () => {
  await secretary.sends("задержка 20");
  const preview = await secretary.sees("Черновик изменений к редакции № 2");
  expect(preview.text).toContain("Было 11:00–11:25 → стало 11:20–11:45");
  expect(preview.text).not.toContain("Встреча Губернатора Красноярского края с делегацией\nБыло");
  expect(preview.text).toContain("⚠️ Накладки");
  await secretary.taps("Выпустить");
  await secretary.sees("Редакция № 3 выпущена");
  await secretary.sends("/history");
  await secretary.taps("№ 2");
  await secretary.sees("Было 14:30–15:45 → стало 15:00–16:15");
});
