/** A mission where the clock is set forward and back: times it never shows, and times it shows twice. */
import { afterEach, expect, it } from "vitest";
import { missionWith } from "../support/missions.ts";
import { at, testStage } from "../support/stage.ts";

const zone = "Europe/Berlin";
const mission = missionWith({
  id: "berlin",
  title: { ru: "Берлин", en: "Berlin" },
  timezone: zone,
  languages: ["ru", "en"],
  people: [
    { id: "secretary", position: { ru: "Секретарь", en: "Secretary" }, role: "organiser" },
    { id: "delegate", position: { ru: "Участник", en: "Delegate" } },
  ],
  events: [
    { id: "night-bus", title: "Ночной автобус", start: "2026-03-29T01:15", end: "2026-03-29T04:00" },
    { id: "forum", title: "Форум", start: "2026-10-24T20:00", end: "2026-10-24T22:00" },
    { id: "night-flight", title: "Ночной рейс", start: "2026-10-25T01:30", end: "2026-10-25T03:45" },
  ],
});
const stage = await testStage({ now: at("2026-03-28T20:00", zone), missions: [mission] });
const secretary = await stage.delegate("berlin", "secretary", "Секретарь", "ru");
const delegate = await stage.delegate("berlin", "delegate", "Delegate", "en");

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

const opens = async (day: string, event: string) => {
  await secretary.sends("/change");
  await secretary.taps(day);
  await secretary.taps(event);
};
const eventInForce = async (id: string) =>
  (await stage.app.store.missions.inForce("berlin"))?.programme.events.find(({ event }) => event.id === id);

it("a time the clock skips that night is no time, wherever it is typed", async () => {
  await opens("Воскресенье, 29", "Ночной автобус");
  await secretary.taps("Перенести");
  await secretary.sends("02:30");
  await secretary.sees("Такого времени в этот день нет.");
  await opens("Воскресенье, 29", "Ночной автобус");
  await secretary.taps("Сделать копию");
  await secretary.sends("02:30");
  await secretary.sees("Такого времени в этот день нет.");
  for (const [field, said] of [
    ["Окончание", "02:30"],
    ["Сбор", "02:15 у входа"],
  ] as const) {
    await opens("Воскресенье, 29", "Ночной автобус");
    await secretary.taps("Изменить другое");
    await secretary.taps(field);
    await secretary.sends(said);
    await secretary.sees("Такого времени в этот день нет.");
  }
  await secretary.sends("/change");
  await secretary.taps("Воскресенье, 29");
  await secretary.taps("Добавить событие");
  await secretary.sends("02:30 Ночной сбор");
  await secretary.sees("Такого времени в этот день нет.");
  expect((await stage.app.store.missions.inForce("berlin"))?.programme.revision).toBe(1);
});

it("nor may a broadcast be sent then", async () => {
  await secretary.sends("/broadcast");
  await secretary.sends("Ночью");
  for (const step of ["Готово", "Всем участникам", "Обычное"]) await secretary.taps(step);
  await secretary.sends("завтра 2:30");
  await secretary.sees("Такого времени не бывает.");
  await secretary.taps("Отменить");
});

it("moved by minutes over the gap, an event begins so many minutes later", async () => {
  await opens("Воскресенье, 29", "Ночной автобус");
  await secretary.taps("Перенести");
  await secretary.taps("+60");
  await secretary.sees("Было 01:15–04:00 → стало 03:15–05:00");
  await secretary.taps("✅ Выпустить");
  await stage.turn(at("2026-03-28T20:01", zone));
  await delegate.sees("Was 01:15–04:00 → now 03:15–05:00");
  expect((await eventInForce("night-bus"))?.start).toBe(at("2026-03-29T03:15", zone));
});

it("a delay into the hour the clock shows twice is refused with what to do, and nothing changes", async () => {
  await stage.turn(at("2026-10-24T21:00", zone));
  await secretary.sends("/delay 60");
  await secretary.sees("Было 01:30–03:45 → стало 02:30–04:45");
  await secretary.taps("Удалить черновик");
  // The second half past two has no words of its own.
  await secretary.sends("/delay 120");
  await secretary.sees("Этой ночью часы переводят назад, сдвинуть так нельзя.");
  await opens("Воскресенье, 25", "Ночной рейс");
  await secretary.taps("Перенести");
  await secretary.sends("+120");
  await secretary.sees("Так изменить нельзя, ничего не сохранено");
  await secretary.sends("03:15");
  await secretary.sees("→ стало 03:15");
  expect((await stage.app.store.missions.inForce("berlin"))?.programme.revision).toBe(2);
});
