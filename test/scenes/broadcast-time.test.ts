/** Broadcasts for later, and what can go wrong while one is written. */
import { DateTime } from "luxon";
import { afterEach, describe, expect, it } from "vitest";
import type { Seat } from "../../src/domain/mission.ts";
import type { Person } from "../../src/rehearsal/people.ts";
import { seatForm } from "../../src/storage/missions.ts";
import { brisk } from "../support/brisk.ts";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T12:00"), ...brisk });
const organiser = await stage.delegate("krasnoyarsk", "secretary", "Секретарь", "ru");
const second = await stage.delegate("krasnoyarsk", "protocol", "Протокол", "ru");
const director = await stage.delegate("krasnoyarsk", "cluster-director", "Директор", "ru");
const biotech = await stage.delegate("krasnoyarsk", "biotechnology", "Biotech", "en");
const { broadcasts, people, keys, redis } = stage.app.store;

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

const copies = (of: Person, text: string) =>
  of.room.history().filter(({ message }) => message.text === text).length;

/** A broadcast up to the question when. */
async function upToWhen(by: Person, text: string): Promise<void> {
  await by.sends("/broadcast");
  await by.sends(text);
  await by.taps("Готово");
  await by.taps("Всем участникам");
  await by.taps("Обычное");
}

async function schedule(by: Person, text: string, time: string): Promise<void> {
  await upToWhen(by, text);
  await by.sends(time);
  await by.taps("Запланировать");
}

describe("a broadcast for later", () => {
  it("is among what will be sent next, until it is called off", async () => {
    await schedule(organiser, "Ужин в 19:30", "18:00");
    await organiser.sends("/deliveries");
    const list = await organiser.sees("Что будет отправлено");
    expect(list.text).toMatch(/чт, 17 нояб\., 18:00 \(Красноярск\) — Рассылка: Ужин в 19:30: \d участникам/);
    await organiser.taps("Снять с отправки");
    await organiser.sends("/deliveries");
    await organiser.sees("Что будет отправлено");
    organiser.seesNot("Ужин в 19:30");
    await organiser.taps("Отменить");
  });

  it("goes at its local time, in words already stored, to whoever is there by then", async () => {
    await upToWhen(organiser, "Сбор у входа в 18:40");
    await organiser.sees("Время местное: Красноярск.");
    await organiser.sends("18:30");
    await organiser.sees("Отправить 17 ноября, 18:30 (Красноярск)");
    await organiser.taps("Запланировать");
    await organiser.sees("🕓 Будет отправлено 17 ноября, 18:30");
    organiser.deletes(
      organiser.room
        .history()
        .findLast(
          ({ message }) => message.text === "Сбор у входа в 18:40" && message.from?.id === organiser.id,
        )?.message ?? organiser.lastSent(),
    );

    const late = await stage.delegate("krasnoyarsk", "diagnostics", "Поздний", "ru");
    await redis.hdel(keys.participants("krasnoyarsk"), "biotechnology");
    await stage.turn(at("2016-11-17T18:29"));
    director.seesNot("Сбор у входа в 18:40");
    await stage.restart();
    await stage.turn(at("2016-11-17T18:31"));
    for (const one of [second, director, late]) expect(copies(one, "Сбор у входа в 18:40")).toBe(1);
    expect(copies(biotech, "Сбор у входа в 18:40")).toBe(0);
    await organiser.sees("Доставлено: 3 из 3");
  });

  it("can be put off, called off and brought back until then", async () => {
    await schedule(organiser, "Ужин в 20:00", "завтра 9:00");
    await organiser.taps("Изменить время");
    await organiser.sends("завтра 10:00");
    await organiser.sees("Будет отправлено 18 ноября, 10:00");
    await second.sends("рассылки");
    await second.taps("Все рассылки");
    await second.taps("🕓 Ужин в 20:00");
    await second.taps("Снять с отправки");
    await second.sees("✏️ Черновик, никому не отправлен");
    await stage.turn(at("2016-11-18T10:30"));
    expect(copies(director, "Ужин в 20:00")).toBe(0);
    await second.taps("Продолжить");
    await second.sees("Отправить 18 ноября, 10:00");
    await second.taps("Запланировать");
    await second.sees("Это время уже прошло.");
    await second.taps("Сейчас");
    await second.taps(/^Отправить/);
    await stage.turn(at("2016-11-18T10:31"));
    expect(copies(director, "Ужин в 20:00")).toBe(1);
    expect(copies(organiser, "Ужин в 20:00")).toBeGreaterThan(1);
  });

  it("with a new text waits until that has been confirmed", async () => {
    await schedule(organiser, "Старый текст", "18.11 11:00");
    await organiser.taps("Изменить текст");
    await organiser.sees("Отправка приостановлена.");
    await organiser.sends("Новый текст");
    await stage.turn(at("2016-11-18T11:01"));
    expect(copies(director, "Старый текст")).toBe(0);
    await organiser.taps("Готово");
    await organiser.taps("Изменить время");
    await organiser.taps("Сейчас");
    await organiser.taps(/^Отправить/);
    await stage.turn(at("2016-11-18T11:02"));
    expect(copies(director, "Новый текст")).toBe(1);
    expect(copies(director, "Старый текст")).toBe(0);
  });

  it("is sent again in a rehearsal that turns the clock back, and only there", async () => {
    await schedule(organiser, "Повтор", "12:00");
    await stage.turn(at("2016-11-18T12:05"));
    expect(copies(director, "Повтор")).toBe(1);
    stage.clock.turn(at("2016-11-18T11:30"));
    await stage.app.settle();
    stage.clock.turn(at("2016-11-18T12:06"));
    await stage.app.settle();
    expect(copies(director, "Повтор")).toBe(1);
    await stage.turn(at("2016-11-18T11:30"));
    await stage.turn(at("2016-11-18T12:06"));
    expect(copies(director, "Повтор")).toBe(2);
  });
});

describe("bad input", () => {
  it("times that are none, do not exist or lie in the past get a sentence each, and the question stays", async () => {
    await upToWhen(organiser, "Когда же");
    await organiser.sends("скоро");
    await organiser.sees("Не удалось понять время.");
    await organiser.sends("31.11 10:00");
    await organiser.sees("Такого времени не бывает.");
    await organiser.sends("9:00");
    await organiser.sees("Это время уже прошло.");
    await organiser.sends("18:00");
    await organiser.sees("Отправить 18 ноября, 18:00");
    await organiser.sends("Спасибо");
    organiser.seesNot("Не удалось понять время.");
    await organiser.taps("Отменить");
  });

  it("an audience of nobody is not sent to", async () => {
    await organiser.sends("/broadcast");
    await organiser.sends("Никому");
    await organiser.taps("Готово");
    await organiser.taps("Группам…");
    await organiser.taps("Деловая группа (0)");
    await expect(organiser.taps("Далее")).rejects.toThrow("There is no button");
    const [draft] = await broadcasts.all("krasnoyarsk");
    await organiser.forges(`castDo:1:${draft?.id}:on`, organiser.lastSent());
    expect(organiser.toasts.at(-1)?.text).toContain("Сейчас таких участников нет.");
  });

  it("a caption longer than bots may send follows its picture, whole", async () => {
    const long = "Порядок прохода. ".repeat(90).trim();
    await organiser.sends("/broadcast");
    await organiser.sends({ photo: Buffer.from("one"), caption: long });
    await organiser.taps("Готово");
    await organiser.taps("Всем участникам");
    await organiser.taps("Обычное");
    await organiser.taps("Сейчас");
    await organiser.taps(/^Отправить/);
    await stage.turn(stage.clock.now() + 60_000);
    expect((await director.sees(long)).photo).toBeUndefined();
    await director.sees("[photo]");
  });

  it("the longest text people can write goes as it is", async () => {
    const long = "ж".repeat(4096);
    await upToWhen(organiser, long);
    await organiser.taps("Сейчас");
    await organiser.taps(/^Отправить/);
    await stage.turn(stage.clock.now() + 60_000);
    expect(copies(director, long)).toBe(1);
  });

  it("a longer one is not taken, and what was there before still goes", async () => {
    await organiser.sends("/broadcast");
    await organiser.sends("Сбор в 15:00");
    await organiser.sends("ж".repeat(4097));
    await organiser.sees("Слишком длинно: в одном сообщении не больше 4096 знаков.");
    await organiser.taps("Готово");
    await organiser.sees("Кому отправить?");
    await organiser.taps("Отменить");
  });

  it("Telegram silent at the preview loses nothing; what it will never take is left out, and named", async () => {
    await upToWhen(organiser, "Сбор в 16:00");
    stage.api.faults.next({
      method: "sendMessage",
      kind: { error_code: 502, description: "Bad Gateway" },
    });
    await organiser.taps("Сейчас");
    await organiser.sees("Telegram сейчас не отвечает.");
    stage.api.faults.next({
      method: "sendMessage",
      kind: { error_code: 400, description: "Bad Request: message is not to be sent" },
    });
    await organiser.taps("Готово");
    const refused = await organiser.sees("Это сообщение Telegram не принимает");
    expect(refused.reply_to_message?.text).toBe("Сбор в 16:00");
    await organiser.sees("Пришлите сообщение для рассылки");
    await organiser.taps("Отменить");
  });

  it("what was changed since its preview is shown again before it goes", async () => {
    await upToWhen(organiser, "Выезд в 15:00");
    const written = organiser.room
      .history()
      .findLast(({ message }) => message.text === "Выезд в 15:00" && message.from?.id === organiser.id);
    await organiser.taps("Сейчас");
    const asked = await organiser.sees("Так сообщение увидят получатели.");
    if (written !== undefined) await organiser.edits(written.message, "Выезд в 15:30");
    await organiser.sees("Исправление принято");
    await organiser.taps(/^Отправить/, asked);
    await organiser.sees("Рассылка изменилась с тех пор.");
    await organiser.sees("Выезд в 15:30");
    await organiser.taps(/^Отправить/);
    await stage.turn(stage.clock.now() + 60_000);
    expect([copies(director, "Выезд в 15:00"), copies(director, "Выезд в 15:30")]).toEqual([0, 1]);
  });

  it("an organiser who is none any more leaves the scene politely, and nothing is sent", async () => {
    await organiser.sends("/broadcast");
    await organiser.sends("Половина");
    const seat = await people.seat("krasnoyarsk", "secretary");
    if (seat === undefined) throw new Error("no seat");
    const keep = (as: Seat) => redis.hset(keys.seats("krasnoyarsk"), as.id, seatForm.encode(as));
    await keep({ ...seat, role: "delegate" });
    await organiser.sends("Вторая половина");
    await organiser.sees("Вы больше не организатор");
    await organiser.taps("Готово");
    expect(organiser.toasts.at(-1)?.text).toBe("Эта кнопка устарела. Откройте /today.");
    await keep(seat);
    const [draft] = await broadcasts.all("krasnoyarsk");
    expect(draft).toMatchObject({ state: "draft", items: [{ text: "Половина" }] });
  });

  it("whose broadcast still waits is not shown who got it: another organiser is", async () => {
    const due = stage.clock.now() + 10 * 60_000;
    const soon = DateTime.fromMillis(due, { zone: "Asia/Krasnoyarsk" }).toFormat("dd.MM HH:mm");
    await schedule(organiser, "Ужин перенесён", soon);
    const seat = await people.seat("krasnoyarsk", "secretary");
    if (seat === undefined) throw new Error("no seat");
    const keep = (as: Seat) => redis.hset(keys.seats("krasnoyarsk"), as.id, seatForm.encode(as));
    await keep({ ...seat, role: "delegate" });
    organiser.looksAway();
    await stage.turn(due);
    expect(copies(director, "Ужин перенесён")).toBe(1);
    organiser.seesNot("Рассылка отправлена");
    await second.sees(/Рассылка отправлена\nУжин перенесён/);
    await keep(seat);
  });
});
