import { afterEach, expect, it } from "vitest";
import { seatForm } from "../../src/storage/missions.ts";
import { at, krasnoyarsk, testStage, tokyo } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T08:00"), missions: [krasnoyarsk, tokyo] });
const secretary = await stage.organiser("Секретарь", "ru");
const protocol = await stage.delegate("krasnoyarsk", "protocol", "Протокол", "ru");
const { store } = stage.app;

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

const asks = async (who = secretary) => {
  await who.sends("/change");
  await who.taps("Четверг, 17");
  await who.taps("Конференция по");
  await who.taps("Перенести");
  await who.sees("На сколько минут перенести?");
};

it("commands and words that are commands lead out of it; what is written then is no answer", async () => {
  for (const command of ["/now", "сегодня", "задержка 20", "/history"]) {
    await asks();
    await secretary.sends(command);
    expect((await secretary.sees(/./)).text).not.toContain("Не понял время");
    await secretary.sends("15:00");
    secretary.seesNot("стало 15:00");
  }
});

it("a button of another message leads out of it", async () => {
  await asks();
  await secretary.taps("‹ Назад");
  await secretary.sends("15:00");
  secretary.seesNot("стало 15:00");
});

it("a photograph is no answer, and is not lost", async () => {
  await asks();
  await secretary.sends({ photo: Buffer.from("a photograph of the notice board") });
  await secretary.sees("Сохранить это как заметку?");
});

it("the event is cancelled by somebody else meanwhile: nothing is half done", async () => {
  await asks();
  await protocol.sends("/change");
  await protocol.taps("Четверг, 17");
  await protocol.taps("Конференция по");
  await protocol.taps("❌ Отменить");
  await protocol.taps("✅ Выпустить");
  await secretary.sends("15:00");
  await secretary.sees("Этого события в программе нет");
  await protocol.taps("Вернуть как было");
  await protocol.taps("✅ Выпустить");
});

it("a process that restarts in the middle goes on where it was", async () => {
  await asks();
  await stage.restart();
  await secretary.sends("15:30");
  await secretary.sees("стало 15:30–16:45");
  await secretary.taps("Удалить черновик");
});

it("whoever is no organiser any more hears so, and nothing is released", async () => {
  await asks(protocol);
  const seat = await stage.app.store.people.seat("krasnoyarsk", "protocol");
  if (seat === undefined) throw new Error("The seat is in the file");
  const { redis, keys } = stage.app.store;
  await redis.hset(keys.seats("krasnoyarsk"), "protocol", seatForm.encode({ ...seat, role: "delegate" }));
  await protocol.sends("15:00");
  await protocol.sees("Вы больше не организатор этой миссии.");
  await protocol.sends("15:00");
  protocol.seesNot("стало 15:00");
  expect((await store.missions.inForce("krasnoyarsk"))?.programme.revision).toBe(3);
});
