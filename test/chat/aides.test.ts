/** An aide is told, reads, chooses and confirms for whoever they assist, with Telegram or without. */
import { afterEach, describe, expect, it } from "vitest";
import type { Mission } from "../../src/domain/mission.ts";
import { brisk } from "../support/brisk.ts";
import { release } from "../support/releases.ts";
import { at, testStage, krasnoyarsk as visit } from "../support/stage.ts";

/** The file says it of one aide; the other is attached in chat. */
const people = visit.people?.map((seat) =>
  seat.id === "head-aide" ? { ...seat, groups: ["medical"], vehicle: undefined } : seat,
);
const mission: Mission = { ...visit, people };
const krasnoyarsk = "krasnoyarsk";
const stage = await testStage({ now: at("2016-11-17T08:40"), missions: [mission], ...brisk });
const { store } = stage.app;
const aide = await stage.delegate(krasnoyarsk, "head-aide", "Помощник", "ru");
const machinery = await stage.delegate(krasnoyarsk, "machinery", "Machinery", "en");
const secretary = await stage.delegate(krasnoyarsk, "secretary", "Секретарь", "ru");
const protocol = await stage.delegate(krasnoyarsk, "protocol", "Protocol", "en");

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

const wait = async (to: string) => {
  for (const one of [aide, machinery, secretary]) one.looksAway();
  await stage.turn(at(to));
};
const texts = (of: typeof aide) => of.room.history().map(({ message }) => message.text ?? "");
const deeds = async () => (await store.audit.page(krasnoyarsk, { from: 0, most: 20 })).deeds;

describe("an aide whose principal has no Telegram", () => {
  it("is reminded of what both have once, naming both, and of the principal's own by name", async () => {
    await wait("2016-11-17T10:05");
    const both = await aide.sees(/Сбор в 10:15/);
    expect(both.text).toContain("👥 Вам и за: Вице-губернатор");
    expect(texts(aide).filter((text) => text.startsWith("⏰ Сбор в 10:15"))).toHaveLength(1);
    await wait("2016-11-17T11:50");
    const meeting = await aide.sees(/Встреча Губернатора/);
    expect(meeting.text).toContain("👤 За: Вице-губернатор");
    machinery.seesNot("За:");
  });

  it("opens the principal's event from there, and the principal's day from their own", async () => {
    await aide.taps("Подробнее");
    const card = await aide.sees(/^👤 За: Вице-губернатор[\s\S]*Встреча Губернатора/);
    expect(card.text).not.toContain("Напоминать");
    await aide.sends("/today");
    const own = await aide.sees("Четверг, 17 ноября");
    expect(own.text).not.toContain("Подписание Соглашения");
    await aide.taps("👤 День: Вице-губернатор");
    const day = await aide.sees(/^👤 За: Вице-губернатор[\s\S]*Подписание Соглашения/);
    expect(day.reply_markup?.inline_keyboard.flat().map(({ text }) => text)).not.toContain("👤 День:");
    await aide.taps("‹ Мой день");
    await aide.sees(/^Четверг, 17 ноября/);
  });

  it("chooses for the principal, which is entered as the aide's doing, and not for themselves", async () => {
    await aide.sends("/today");
    await aide.taps("👤 День: Вице-губернатор");
    await aide.taps("Круглый стол «Многообразие");
    await aide.taps("✅ Выбираю это");
    await aide.sees(/^👤 За:[\s\S]*✅ Ваш выбор/);
    expect(await store.choices.of(krasnoyarsk, "head")).toEqual({ roundtables: "roundtable-culture" });
    expect(await store.choices.of(krasnoyarsk, "head-aide")).toEqual({});
    expect((await deeds())[0]).toMatchObject({ did: "aide-pick", by: "head-aide", about: "head" });
  });

  it("is told of changes once, each with whose it is", async () => {
    await release(
      stage,
      krasnoyarsk,
      [
        { do: "shift", event: "agreement-signing", minutes: 10 },
        { do: "shift", event: "conference", minutes: 15 },
        { do: "shift", event: "oncology-visit", minutes: 5 },
      ],
      { atOnce: true },
    );
    await stage.turn(stage.clock.now() + 1000);
    const notice = await aide.sees("🔁 Изменения в программе: 3");
    const [, signing, conference, visitTo] = (notice.text ?? "").split("\n\n");
    expect(signing).toContain("👤 За: Вице-губернатор");
    expect(conference).toContain("👥 Вам и за: Вице-губернатор");
    expect(visitTo).not.toContain("За:");
    expect(texts(aide).filter((text) => text.startsWith("🔁"))).toHaveLength(1);
    await aide.taps("✅ Принято");
    await aide.sees(/^🔁/);
  });

  it("gets an important broadcast that is for the principal, and it says so", async () => {
    await secretary.sends("/broadcast");
    await secretary.sends("Официальной группе: сбор у входа.");
    await secretary.taps("Готово");
    await secretary.taps("Группам…");
    await secretary.taps("Официальная группа");
    await secretary.taps(/^Далее/);
    await secretary.taps("Важное");
    await secretary.taps("Сейчас");
    await secretary.taps(/^Отправить/);
    await stage.turn(stage.clock.now());
    const copy = await aide.sees("Официальной группе: сбор у входа.");
    expect(copy.text?.startsWith("👤 За: Вице-губернатор")).toBe(true);
    machinery.seesNot("Официальной группе");
    await aide.taps("Принято", copy);
  });
});

describe("once the principal has joined", () => {
  it("both are told, and what the aide confirms is confirmed for the principal", async () => {
    const head = await stage.delegate(krasnoyarsk, "head", "団長", "ja");
    await release(stage, krasnoyarsk, [{ do: "shift", event: "agreement-signing", minutes: 10 }], {
      atOnce: true,
    });
    await stage.turn(stage.clock.now() + 1000);
    await head.sees("🔁");
    head.seesNot("代理");
    await aide.sees(/🔁[\s\S]*👤 За: Вице-губернатор/);
    await aide.taps("✅ Принято");
    expect((await store.notices.of(krasnoyarsk, "head"))?.confirmedAt).toBeDefined();
    expect((await deeds())[0]).toMatchObject({ did: "aide-accept", by: "head-aide", about: "head" });
  });

  it("the principal hears what was chosen for them", async () => {
    await aide.sends("/today");
    await aide.taps("👤 День: Вице-губернатор");
    await aide.taps("Круглый стол «Многообразие");
    await aide.taps("🔀 Изменить выбор");
    expect((await deeds())[0]).toMatchObject({ did: "aide-unpick", about: "head" });
    expect(await store.choices.of(krasnoyarsk, "head")).toEqual({});
  });
});

describe("an organiser", () => {
  it("attaches an aide at the seat's page: they are told, and owed nothing that was before", async () => {
    const before = texts(machinery).length;
    await secretary.sends("/people машиностр");
    await secretary.taps("Генеральный директор");
    await secretary.taps("Помощник руководителя");
    await secretary.sees("Чей это помощник?");
    await secretary.taps("Вице-губернатор");
    await secretary.sees(/Генеральный директор[\s\S]*Помощник: Вице-губернатор/);
    await machinery.sees(/You are the aide of: Vice-Governor/);
    await stage.turn(stage.clock.now() + 1000);
    expect(texts(machinery)).toHaveLength(before + 1);
    await machinery.taps("👤 The day of: Vice-Governor");
    await machinery.sees(/^👤 For: Vice-Governor/);
    await release(stage, krasnoyarsk, [{ do: "shift", event: "agreement-signing", minutes: 5 }], {
      atOnce: true,
    });
    await stage.turn(stage.clock.now() + 1000);
    await machinery.sees(/🔁[\s\S]*👤 For: Vice-Governor/);
  });

  it("cannot make a circle of them, and takes an aide away again", async () => {
    await secretary.sends("/people вице");
    await secretary.taps("Вице-губернатор");
    await secretary.taps("Помощник руководителя");
    await secretary.taps("›");
    await secretary.taps("Генера… Машиностроительное");
    expect(secretary.toasts.at(-1)?.text).toContain("по кругу");
    await protocol.sends("/people engineering");
    await protocol.taps("Chief executive");
    await protocol.taps("Aide of a principal");
    await protocol.taps("Nobody's");
    await machinery.sees("You are no longer the aide of: Vice-Governor");
    machinery.looksAway();
    await release(stage, krasnoyarsk, [{ do: "shift", event: "agreement-signing", minutes: 5 }], {
      atOnce: true,
    });
    await stage.turn(stage.clock.now() + 1000);
    machinery.seesNot("🔁");
    const old = machinery.room.history().find(({ message }) => message.text?.startsWith("👤 For:"));
    await machinery.taps(/Signing/, old?.message);
    expect(machinery.toasts.at(-1)?.text).toBe("This button is out of date. Open /today.");
  });

  it("changes the principal's groups, and the aide hears what is new for the principal", async () => {
    await store.seating.change(krasnoyarsk, "head", (seat) => ({ ...seat, groups: ["business"] }));
    await store.stirred.add(krasnoyarsk, "head");
    aide.looksAway();
    await stage.turn(stage.clock.now() + 1000);
    const notice = await aide.sees("🔁");
    expect(notice.text).toMatch(/Деловые переговоры\n👤 За:/);
  });
});

describe("an aide who will not come", () => {
  it("is still reminded for the principal, and for nobody else; the principal's day says nothing of it", async () => {
    await aide.sends("/today");
    await aide.taps("19:00 Культурная программа");
    await aide.taps("🚫 Не смогу быть");
    await aide.taps("Да, не смогу");
    await aide.sends("/today");
    await aide.taps("👤 День: Вице-губернатор");
    const day = await aide.sees(/^👤 За: Вице-губернатор[\s\S]*Культурная программа/);
    expect(day.text).not.toContain("🚫");
    await wait("2016-11-17T18:06");
    const reminder = await aide.sees(/Сбор в 18:20/);
    expect(reminder.text).toContain("👤 За: Вице-губернатор");
    expect(reminder.text).not.toContain("Вам и за");
    expect(JSON.stringify(reminder.reply_markup)).not.toContain("Я на месте");
  });
});
