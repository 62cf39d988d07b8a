import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { at, testStage, tokyo } from "../support/stage.ts";

describe("Krasnoyarsk, on the morning of the ceremony", async () => {
  const stage = await testStage({ now: at("2016-11-15T18:00") });
  const head = await stage.delegate("krasnoyarsk", "head", "Глава", "ru");
  const medic = await stage.delegate("krasnoyarsk", "cluster-director", "Medic", "en");

  beforeEach(() => stage.clock.turn(at("2016-11-17T09:00")));
  afterEach(() => {
    expect(stage.api.report.unknown).toEqual([]);
    expect(stage.api.report.callbacksNeverAnswered).toBe(0);
  });

  it("shows today by command, by plain word and by the keyboard", async () => {
    for (const said of ["/today", "сегодня", "Сегодня!"]) {
      await head.sends(said);
      await head.sees("Четверг, 17 ноября");
    }
    await head.taps("Сегодня");
    const today = await head.sees("Четверг, 17 ноября");
    expect(today.text).toContain("✓ до 08:00\nПерелёт Санкт-Петербург – Красноярск");
    expect(today.text).toContain("▶️ 08:40–09:30\nТрансфер в гостиницу");
    expect(today.text).toContain("➡️ 09:30–10:15\nРазмещение, завтрак");
    expect(today.text).toContain(
      "11:00–11:25\nЦеремония возложения цветов к Мемориалу Победы\n⏰ Сбор в 10:15",
    );
  });

  it("shows each person their own events only", async () => {
    await head.sends("/today");
    await head.sees("Подписание Соглашения");
    await medic.sends("/today");
    const theirs = await medic.sees("Thursday 17 November");
    expect(theirs.text).not.toContain("Signing of the Agreement");
    expect(theirs.text).not.toContain("hall check");
  });

  it("says what is on and what is next, where and when", async () => {
    stage.clock.turn(at("2016-11-17T11:10"));
    await head.sends("/now");
    const now = await head.sees("Сейчас");
    expect(now.text).toContain("▶️ 11:00–11:25\nЦеремония возложения");
    expect(now.text).toContain("Далее\n➡️ 12:00–12:40\nВстреча Губернатора");
    expect(now.text).toContain("⏰ Сбор в 11:30");
  });

  it("says so between events, at night and when all is over", async () => {
    stage.clock.turn(at("2016-11-17T23:30"));
    await head.sends("что сейчас");
    const night = await head.sees("Сейчас ничего не идёт.");
    expect(night.text).toContain("Далее, пятница, 18 ноября");
    stage.clock.turn(at("2016-11-20T12:00"));
    await head.sends("/now");
    await head.sees("Программа завершена.");
    await head.sends("/tomorrow");
    await head.sees("На этот день для вас ничего не назначено.");
  });

  it("pages through days and events in one message", async () => {
    await head.sends("/programme");
    const page = await head.sees("16–18 ноября 2016 г.");
    await head.taps("17 ноября", page);
    await head.taps("Церемония возложения", page);
    const card = await head.sees("Дудинская, 2а");
    await head.taps("‹ четверг", page);
    await head.taps("18 нояб", page);
    const last = await head.sees("Перелёт Красноярск – Санкт-Петербург");
    expect([card.message_id, last.message_id]).toEqual([page.message_id, page.message_id]);
  });

  it("shows everything about an event, and its place on the map", async () => {
    await head.sends("/today");
    await head.taps("11:00 Церемония");
    const card = await head.sees("Церемония возложения цветов к Мемориалу Победы");
    expect(card.text).toMatch(
      /Четверг, 17 ноября\n11:00–11:25\n⏰ Сбор в 10:15, .+\n🚌 Автобус № 1, отправление в 10:30/,
    );
    expect(card.text).toContain("📍 Мемориал Победы\n");
    expect(card.text).toContain("👔");
    expect(card.text).toContain("+7 000 000-00-00");
    const [start] = card.entities?.filter(({ type }) => type === "date_time") ?? [];
    expect(start).toMatchObject({ unix_time: at("2016-11-17T11:00") / 1000, date_time_format: "" });
    await head.taps("На карте");
    const pin = await head.sees("Мемориал Победы");
    expect(pin.venue?.location).toMatchObject({ latitude: 56.022, longitude: 92.855 });
  });

  it("lets a delegate pick among parallel round tables until they begin", async () => {
    await medic.sends("/today");
    const day = await medic.sees("(choose one)");
    await medic.taps("16:00 Round table “Innov", day);
    await medic.taps("I choose this one");
    expect(medic.toasts.at(-1)?.text).toBe("Your choice is noted.");
    await medic.sends("/today");
    const after = await medic.sees("Thursday 17 November");
    expect(after.text?.match(/Round table/g)).toHaveLength(1);

    stage.clock.turn(at("2016-11-17T16:05"));
    await head.sends("/today");
    await head.taps("16:00 Круглый стол");
    head.seesNot("Выбираю это");
  });

  it("answers an old or forged button in words", async () => {
    await head.sends("/today");
    const day = await head.sees("Четверг");
    await head.forges("event:1:999", day);
    expect(head.toasts.at(-1)?.text).toBe("Этого события в вашей программе больше нет.");
    for (const data of ["day:77:2016-11-17", "day:1:someday", "nonsense", "event:1", "inviteSeat:1:head"]) {
      await head.forges(data, day);
      expect(head.toasts.at(-1)?.text).toBe("Эта кнопка устарела. Откройте /today.");
    }
  });

  it("gives a delegate who types an organiser's command the answer to an unknown one", async () => {
    for (const command of ["/invite", "/nonsense"]) {
      await head.sends(command);
      await head.sees("Такой команды нет.");
    }
  });
});

describe("Tokyo", async () => {
  const stage = await testStage({ now: at("2016-02-26T12:00", "Europe/Moscow"), missions: [tokyo] });
  const governor = await stage.delegate("tokyo", "governor", "知事", "ja");

  it("keeps to the zone of each event: Moscow before the flight, Tokyo after, home for the briefing", async () => {
    stage.clock.turn(at("2016-02-27T12:00", "Europe/Moscow"));
    await governor.sends("今日");
    const flight = await governor.sees("2月27日(土)");
    expect(flight.text).toContain("19:00 (モスクワ時間) – 2月28日 10:40 (日本標準時)");
    stage.clock.turn(at("2016-02-28T23:30", "Asia/Tokyo"));
    await governor.sends("明日");
    await governor.sees("2月29日(月)");
    stage.clock.turn(at("2016-03-02T20:00", "Europe/Moscow"));
    await governor.sends("/tomorrow");
    const briefing = await governor.sees("3月3日(木)");
    expect(briefing.text).toContain("現地時間：モスクワ時間");
    expect(briefing.text).toContain("11:00–11:45");
  });
});
