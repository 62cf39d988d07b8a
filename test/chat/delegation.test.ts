/** `/people`: who is who, found by a part of a name, an office, an organisation. */
import { afterEach, describe, expect, it } from "vitest";
import type { Mission } from "../../src/domain/mission.ts";
import { at, testStage, krasnoyarsk as visit } from "../support/stage.ts";

const people = visit.people?.map((seat) =>
  seat.id === "biotechnology" ? { ...seat, name: "Семёнова А.", phone: "+7 000 000-00-77" } : seat,
);
const mission: Mission = { ...visit, people };
const stage = await testStage({ now: at("2016-11-17T09:00"), missions: [mission] });
const director = await stage.delegate("krasnoyarsk", "cluster-director", "Директор", "ru");
const machinery = await stage.delegate("krasnoyarsk", "machinery", "Machinery", "en");
const head = await stage.delegate("krasnoyarsk", "head", "団長", "ja");
const secretary = await stage.delegate("krasnoyarsk", "secretary", "Секретарь", "ru");
const protocol = await stage.delegate("krasnoyarsk", "protocol", "Protocol", "en");

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

describe("a delegate", () => {
  it("reads who is who, page by page, with groups, buses and who answers for them", async () => {
    await director.sends("/people");
    const first = await director.sees(/👥 Участники делегации: \d+\n\n1\. /);
    expect(first.text).toContain("Официальная группа");
    let text = first.text ?? "";
    for (let page = 0; page < 5 && !text.includes("☎️"); page += 1) {
      await director.taps("›");
      text += (await director.sees("👥")).text;
    }
    expect(text).toMatch(/Старший: .*Автобус № 2/);
    expect(text).toContain("Семёнова А.");
    for (const { position } of visit.people ?? [])
      expect(text).toContain(typeof position === "string" ? position : position.ru);
  });

  it("sees phones only of the contacts the mission publishes", async () => {
    await director.sends("/people семенова");
    const found = await director.sees("🔎 «семенова»: найдено 1");
    expect(found.text).toContain("1. Семёнова А.");
    expect(found.text).not.toContain("+7 000 000-00-77");
    await director.sends("/people дежурный");
    await director.sees("☎️");
  });

  it("searches after the button as well, in plain words and whatever the case", async () => {
    await director.sends("Участники");
    await director.taps("🔎 Найти");
    await director.sees("Напишите фамилию, должность или организацию");
    await director.sends("СЕМЁНОВА");
    await director.sees("найдено 1");
    await director.taps("Показать всех");
    await director.sees("👥 Участники делегации");
    await director.taps("🔎 Найти");
    await director.sends("/today");
    await director.sees("Четверг, 17 ноября");
    await director.sends("семенова");
    director.seesNot("найдено");
  });

  it("is told when nobody fits", async () => {
    await machinery.sends("/people zzz");
    await machinery.sees("Nobody was found.");
    await head.sends("/people");
    await head.sees(/👥 代表団の参加者：\d+名/);
    await head.sends("/people zzz");
    await head.sees("見つかりませんでした。");
  });
});

describe("an organiser", () => {
  it("works with the list they have, and can search it", async () => {
    await secretary.sends("/people");
    await secretary.sees("Участники: присоединились");
    await secretary.taps("🔎 Найти");
    await secretary.sends("семенова");
    const found = await secretary.sees("🔎 семенова: 1");
    expect(found.reply_markup?.inline_keyboard[0]?.[0]?.text).toContain("Семёнова А.");
    await protocol.sends("/people bus 2");
    await protocol.sees(/🔎 bus 2: \d+/);
    await protocol.taps("Show everybody");
  });
});
