/** An aide answers for whoever they assist: that they are there, that they will not come, and when they are called. */
import { afterEach, describe, expect, it } from "vitest";
import type { Mission } from "../../src/domain/mission.ts";
import { brisk } from "../support/brisk.ts";
import { at, testStage, krasnoyarsk as visit } from "../support/stage.ts";

const assists: Readonly<Record<string, string>> = { industry: "enterprise", tourism: "external-relations" };
const mission: Mission = {
  ...visit,
  people: visit.people?.map((seat) => {
    const aideOf = assists[seat.id];
    return aideOf === undefined ? seat : { ...seat, aideOf };
  }),
};
const krasnoyarsk = "krasnoyarsk";
const stage = await testStage({ now: at("2016-11-17T08:40"), missions: [mission], ...brisk });
const { store } = stage.app;
const aide = await stage.delegate(krasnoyarsk, "head-aide", "Помощник", "ru");
const english = await stage.delegate(krasnoyarsk, "industry", "Aide", "en");
const japanese = await stage.delegate(krasnoyarsk, "tourism", "随行担当者", "ja");
const escort = await stage.delegate(krasnoyarsk, "guide-1", "Старший", "ru");
const secretary = await stage.delegate(krasnoyarsk, "secretary", "Секретарь", "ru");

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

type Person = typeof aide;
const wait = async (to: string) => {
  for (const one of [aide, english, japanese, escort]) one.looksAway();
  await stage.turn(at(to));
};
const labels = (message: { reply_markup?: unknown }) =>
  (JSON.stringify(message.reply_markup).match(/"text":"[^"]*"/g) ?? []).map((text) => text.slice(8, -1));
const openTheirs = async (who: Person, [theirDay, event]: readonly [string, string]) => {
  await who.sends("/today");
  await who.taps(theirDay);
  await who.taps(event);
};

describe("at a gathering", () => {
  it("an aide says it of themselves and of the principal, and the escort counts both", async () => {
    await wait("2016-11-17T10:05");
    const reminder = await aide.sees(/Сбор в 10:15/);
    expect(labels(reminder).slice(0, 2)).toEqual([
      "✅ Я на месте",
      expect.stringMatching(/^✅ На месте: Вице-губернатор/),
    ]);
    await aide.taps("✅ На месте: Вице-губернатор");
    expect(aide.toasts.at(-1)?.text).toBe("Отметили: участник на месте.");
    await aide.taps("✅ Я на месте");
    expect(aide.toasts.at(-1)?.text).toBe("Отметили: вы на месте.");
    await stage.app.settle();
    await escort.sees(/Автобус № 1: 2 из \d+/);
    const marks = await store.attendance.marks(krasnoyarsk, "g.wreath-laying.vehicle.bus-1");
    expect(marks.map(({ seat, by }) => [seat, by])).toEqual(
      expect.arrayContaining([
        ["head", "head-aide"],
        ["head-aide", "head-aide"],
      ]),
    );
  });

  it("the button then says since when, also in English and Japanese", async () => {
    expect(labels(await aide.sees(/Сбор в 10:15/))[1]).toMatch(/^✅ На месте, 10:05: Вице-губернатор/);
    await english.taps(/^✅ Is here: /);
    expect(english.toasts.at(-1)?.text).toBe("Noted: the member is here.");
    expect(labels(await english.sees(/Gather at 10:15/))[1]).toMatch(/^✅ Here, 10:05: /);
    await japanese.taps(/^✅ 到着：/);
    expect(japanese.toasts.at(-1)?.text).toBe("この方の到着を記録しました。");
    await japanese.taps(/^✅ 到着済み 10:05：/);
    expect(japanese.toasts.at(-1)?.text).toBe("この方の到着はすでに記録されています。");
  });
});

describe("a principal without Telegram who will not come", () => {
  it("is excused by their aide, with a reason, and the organisers see who said so", async () => {
    await openTheirs(aide, ["👤 День: Вице-губернатор", "12:00 Встреча Губернатора"]);
    await aide.taps("🚫 Участник не сможет быть");
    await aide.sees(
      /^👤 За: Вице-губернатор[\s\S]+Участника не будет на этом событии\?\nВстреча Губернатора/,
    );
    await aide.taps("Да, не сможет");
    await aide.sees(/^👤 За: Вице-губернатор[\s\S]+🚫 Отмечено: участника не будет\./);
    await stage.app.settle();
    await secretary.sees(/🚫 Не сможет быть: Вице-губернатор[\s\S]+Со слов помощника/);
    await aide.sends("Встречает вторую часть делегации");
    await aide.sees("Причина передана организаторам.");
    await stage.app.settle();
    await secretary.sees(/Со слов помощника\nПричина: Встречает вторую часть делегации/);
    const { deeds } = await store.audit.page(krasnoyarsk, { from: 0, most: 1 });
    expect(deeds[0]).toMatchObject({ did: "aide-away", by: "head-aide", about: "head" });
    await secretary.sends("Принято, встречу проведёт заместитель", {
      replyTo: await secretary.sees(/Не сможет быть: Вице-губернатор/),
    });
    await stage.app.settle();
    await aide.sees(
      /Вице-губернатор.* не сможет быть: Встреча Губернатора[\s\S]+встречу проведёт заместитель/,
    );
  });

  it("is marked so in their own programme; the aide's is the aide's", async () => {
    await aide.sends("/today");
    const own = await aide.sees("Четверг, 17 ноября");
    expect(own.text).not.toContain("🚫");
    await aide.taps("👤 День: Вице-губернатор");
    await aide.sees(/^👤 За:[\s\S]+Встреча Губернатора[^\n]*\n🚫 Отмечено: не будет/);
  });

  it("is counted as excused by the escort, and reminded of no more; the aide still is", async () => {
    await wait("2016-11-17T11:25");
    const reminder = await aide.sees(/Сбор в 11:30/);
    expect(reminder.text).not.toContain("За:");
    expect(labels(reminder).join()).not.toContain("Вице-губернатор");
    const card = await escort.sees(/Автобус № 1: 0 из \d+[\s\S]*Встреча Губернатора/);
    expect(card.text).toMatch(/Вице-губернатор[^\n]*\(Встречает вторую часть делегации\)/);
    await secretary.sends("/desk");
    await secretary.taps("🔔 Что требует внимания");
    await secretary.sees(/🚫 Не смогут быть: 1\n• Вице-губернатор/);
  });

  it("is called through their aide, who answers for both", async () => {
    await escort.sends("/rollcall");
    await escort.taps("➕ Начать перекличку");
    await escort.taps("Автобус № 1");
    await escort.sees(/Сообщение со звуком получат: 4[\s\S]*Не присоединились к боту, их отметите сами: 6/);
    await escort.taps("Начать");
    await stage.app.settle();
    const call = await aide.sees(/Перекличка[\s\S]*👥 Вам и за: Вице-губернатор/);
    await aide.taps("✅ На месте: Вице-губернатор", call);
    await stage.app.settle();
    await escort.sees(/Автобус № 1: 1 из \d+/);
  });

  it("finds on joining what was said for them, is told of what the aide says from then on, and decides", async () => {
    const head = await stage.delegate(krasnoyarsk, "head", "Глава", "ru");
    await head.sends("/today");
    await head.sees(/Встреча Губернатора[^\n]*\n🚫 Отмечено: вас не будет/);
    await openTheirs(aide, ["👤 День: Вице-губернатор", "12:00 Встреча Губернатора"]);
    await aide.taps("↩️ Всё-таки будет");
    expect(aide.toasts.at(-1)?.text).toBe("Отмечено: участник будет.");
    await head.sees("Ваш помощник сообщил, что вы всё-таки будете: Встреча Губернатора");
    await stage.app.settle();
    await secretary.sees("↩️ Всё-таки будет: Вице-губернатор");
    expect((await store.people.place(krasnoyarsk, "head"))?.spokenFor).toBeUndefined();
  });
});

describe("in English and Japanese", () => {
  it("the questions are about the member, not about the reader", async () => {
    await openTheirs(english, ["👤 The day of:", "19:00"]);
    await english.taps("🚫 The member cannot come");
    await english.sees("Will the member not come to this event?");
    await english.taps("Yes, they cannot come");
    await english.taps("↩️ They will come after all");
    expect(english.toasts.at(-1)?.text).toBe("Noted: the member will come.");
    await openTheirs(japanese, ["👤 この方の日程", "19:00"]);
    await japanese.taps("🚫 この方は欠席");
    await japanese.sees("この方はこの予定を欠席されますか。");
    await japanese.taps("はい、欠席です");
    await japanese.taps("↩️ やはり出席");
    expect(japanese.toasts.at(-1)?.text).toBe("出席として記録しました。");
  });
});
