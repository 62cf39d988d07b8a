import { afterEach, describe, expect, it } from "vitest";
import type { Mission } from "../../src/domain/mission.ts";
import { at, krasnoyarsk, testStage } from "../support/stage.ts";

/** One place at the first round table, and a meal that runs into the second. */
const mission: Mission = {
  ...krasnoyarsk,
  events: krasnoyarsk.events.map((event) => {
    if (event.id === "roundtable-innovation") return { ...event, capacity: 1 };
    return event.id === "conference" ? { ...event, end: "2016-11-17T16:10" } : event;
  }),
};
const stage = await testStage({ now: at("2016-11-16T12:00"), missions: [mission] });
const { api } = stage;
const { choices, audit } = stage.app.store;

const secretary = await stage.delegate("krasnoyarsk", "secretary", "Секретарь", "ru");
const protocol = await stage.delegate("krasnoyarsk", "protocol", "Protocol", "en");
const machinery = await stage.delegate("krasnoyarsk", "machinery", "Участник", "ru");
const chamber = await stage.delegate("krasnoyarsk", "chamber", "Delegate", "en");
const biotech = await stage.delegate("krasnoyarsk", "biotechnology", "団員", "ja");

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
  expect(api.report.callbacksNeverAnswered).toBe(0);
});

describe("choosing", () => {
  it("is offered on joining and in the programme, all options beside each other", async () => {
    for (const [who, label, heading] of [
      [machinery, "🔀 Выбрать: круглый стол, 17 ноября", "🔀 Выберите, куда пойдёте"],
      [chamber, "🔀 Choose: round table, 17 November", "🔀 Choose where you will go"],
      [biotech, "🔀 選ぶ：ラウンドテーブル（11月17日）", "🔀 参加する行事をお選びください"],
    ] as const) {
      await who.taps(label);
      await who.sees(heading);
    }
    expect(machinery.screen()).toContain("Свободно мест: 1 из 1");
    expect(machinery.screen()).toContain("Изменить выбор можно до 16:00.");
  });

  it("the last place goes to one of two who tap at once; the other sees that it is full", async () => {
    await Promise.all([machinery.taps("1. Круглый"), chamber.taps("1. Round")]);
    const picked = [...(await choices.all("krasnoyarsk"))].filter(
      ([, { roundtables }]) => roundtables === "roundtable-innovation",
    );
    expect(picked).toHaveLength(1);
    const refused = [...machinery.toasts, ...chamber.toasts].filter(({ text }) =>
      /Мест больше нет|No places left/.test(text ?? ""),
    );
    expect(refused).toHaveLength(1);
    await biotech.sends("/programme");
    await biotech.taps("🔀");
    await biotech.sees("⛔ 満席");
    await biotech.sees(/⚠️ 同じ時間の予定：.+14:30–16:10/);
  });

  it("says what else is at that hour before and after the pick, and changes until the first begins", async () => {
    await biotech.taps("3. Round table");
    expect(biotech.toasts.at(-1)?.text).toMatch(/同じ時間に次の予定があります/);
    await biotech.sees("🔀 選択を記録しました");
    await biotech.taps("選択を取り消す");
    await biotech.sees("🔀 参加する行事をお選びください");
    expect(await choices.of("krasnoyarsk", "biotechnology")).toEqual({});
  });
});

describe("organisers", () => {
  it("see who goes where, where nobody does, and who has not chosen", async () => {
    await secretary.sends("/desk");
    await secretary.taps("🔀 Выбор мероприятий");
    await secretary.taps("⚠️ Круглый стол");
    const page = await secretary.sees("Не определились: ");
    expect(page.text).toContain("⚠️ № 2: никого.");
    expect(page.text).toContain("Выбрали: 1 из 1 мест");
    await secretary.taps("№ 1: список, 1");
    await secretary.sees(/1\. (Генеральный директор|Представитель торгово)/);
    await secretary.taps("‹");
  });

  it("ask the undecided with one tap, once, and see whom it reached", async () => {
    await biotech.blocks();
    for (const one of [machinery, chamber, biotech, protocol]) one.looksAway();
    await secretary.taps("❓ Спросить остальных");
    expect(secretary.toasts.at(-1)?.text).toMatch(/Спрашиваем: 3/);
    await stage.app.settle();
    const asked = [machinery, chamber].filter((who) =>
      /Организаторы просят|organisers ask you/.test(who.screen()),
    );
    expect(asked).toHaveLength(1);
    await protocol.sees("The organisers ask you to choose.");
    await protocol.taps("3. Round table");
    await protocol.sends("/desk");
    await protocol.taps("🔀 Choices");
    await protocol.taps("⚠️ Round table");
    const page = await protocol.sees("Asked: 3, reached: 2");
    expect(page.text).toContain("📵 Not reached: Director of research");
    protocol.seesNot("Ask those who");
    await secretary.forges("askChoice:1:11", secretary.lastSent());
    const { deeds } = await audit.page("krasnoyarsk", { from: 0, most: 20 });
    expect(deeds.filter(({ did }) => did === "choice-asked")).toHaveLength(1);
  });

  it("close the list: nobody can pick or change any more, until they open it again", async () => {
    await secretary.sends("/desk");
    await secretary.taps("🔀 Выбор мероприятий");
    await secretary.taps("⚠️ Круглый стол");
    await secretary.taps("🔒 Закрыть запись");
    const page = await secretary.sees("🔒 Запись закрыта: участники не могут изменить выбор.");
    expect(JSON.stringify(page.reply_markup)).not.toContain("Спросить");
    await chamber.forges("choose:1:13", chamber.lastSent());
    expect(chamber.toasts.at(-1)?.text).toBe(
      "The organisers have closed the list. To change your choice, write to them: /ask.",
    );
    await machinery.forges("choice:1:11", machinery.lastSent());
    await machinery.sees("Организаторы закрыли запись. Если выбор нужно изменить, напишите им: /ask.");
    await machinery.sends("/programme");
    machinery.seesNot("🔀 Выбрать: круглый стол");
    await protocol.forges("coverage:1:11", protocol.lastSent());
    await protocol.sees("🔒 The list is closed: members cannot change their choice.");
    await protocol.taps("🔓 Open the list");
    expect(JSON.stringify((await protocol.sees("Have not chosen: 2")).reply_markup)).toContain("🔒 Close");
    await chamber.forges("choose:1:13", chamber.lastSent());
    expect((await choices.of("krasnoyarsk", "chamber")).roundtables).toBe("roundtable-business");
    const { deeds } = await audit.page("krasnoyarsk", { from: 0, most: 2 });
    expect(deeds.map(({ did }) => did)).toEqual(["choice-opened", "choice-closed"]);
  });

  it("alone: a delegate who forges their buttons gets the answer to an unknown one", async () => {
    for (const data of [
      "coverages:1",
      "coverage:1:11",
      "askChoice:1:11",
      "closeChoice:1:11",
      "optionNames:1:11:0",
    ]) {
      await machinery.forges(data, machinery.lastSent());
      expect(machinery.toasts.at(-1)?.text).toBe("Эта кнопка устарела. Откройте /today.");
    }
    for (const data of ["choice:1:999", "choose:1:5", "unchoose:1:x"]) {
      await machinery.forges(data, machinery.lastSent());
      expect(machinery.toasts.at(-1)?.text).toBe("Эта кнопка устарела. Откройте /today.");
    }
  });
});

it("is over when the first of them begins", async () => {
  stage.clock.turn(at("2016-11-17T16:00"));
  await machinery.forges("choose:1:13", machinery.lastSent());
  expect(machinery.toasts.at(-1)?.text).toBe("Уже началось, выбор закрыт.");
});
