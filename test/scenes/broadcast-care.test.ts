/** After a broadcast has been sent: who confirmed, one chase, corrections, recalls, and those who join later. */
import { afterEach, describe, expect, it } from "vitest";
import type { Person } from "../../src/rehearsal/people.ts";
import { brisk } from "../support/brisk.ts";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-16T12:00"), ...brisk });
const organiser = await stage.delegate("krasnoyarsk", "secretary", "Секретарь", "ru");
const second = await stage.delegate("krasnoyarsk", "protocol", "Протокол", "ru");
const director = await stage.delegate("krasnoyarsk", "cluster-director", "Директор", "ru");
const biotech = await stage.delegate("krasnoyarsk", "biotechnology", "Biotech", "en");
const tour = await stage.delegate("krasnoyarsk", "tour-operator", "Туризм", "ru");
const guide = await stage.delegate("krasnoyarsk", "guide-2", "Старший", "ru");
const everybody = [second, director, biotech, tour, guide];
const { audit } = stage.app.store;

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

const deliver = () => stage.turn(stage.clock.now());
const copies = (of: Person, text: string | RegExp) =>
  of.room.history().filter(({ message }) => (message.text ?? message.caption ?? "").search(text) >= 0).length;

async function send(what: Parameters<Person["sends"]>[0], how: "Важное" | "Обычное"): Promise<void> {
  await organiser.sends("/broadcast");
  await organiser.sends(what);
  await organiser.taps("Готово");
  await organiser.taps("Всем участникам");
  await organiser.taps(how);
  await organiser.taps("Сейчас");
  await organiser.taps(/^Отправить/);
  await deliver();
}

/** The organiser's own message with this text. */
function original(text: string) {
  const found = organiser.room
    .history()
    .findLast(
      ({ message }) => message.from?.id === organiser.id && (message.text ?? message.caption) === text,
    );
  if (found === undefined) throw new Error(`nobody wrote ${text}`);
  return found.message;
}

describe("an important broadcast", () => {
  it("shows who has not confirmed, reminds them once, and then tells their escort", async () => {
    await biotech.blocks();
    await send("Отъезд перенесён на 15:00", "Важное");
    const account = await organiser.sees("✅ Рассылка отправлена");
    expect(account.text).toContain("Доставлено: 4 из 5\nНедоступны: 1");
    await tour.taps("Принято");
    await guide.taps("Принято");
    await organiser.taps("Кто не подтвердил");
    await organiser.sees("Не подтвердили: 3 из 5");
    await second.taps("Принято");
    await organiser.taps("Обновить список");
    const list = await organiser.sees("Не подтвердили: 2 из 5");
    await organiser.taps("Напомнить о подтверждении");
    await organiser.sees("Напомнить можно один раз.");
    await organiser.taps("Напомнить", list);
    await organiser.sees("Напоминание отправлено 16 ноября, 08:00 (Москва)");
    await organiser.forges(forgedFrom(organiser, "chaseYes"), list);
    expect(organiser.toasts.at(-1)?.text).toContain("уже отправили");
    await deliver();
    await director.sees("Вы ещё не подтвердили важное сообщение: Отъезд перенесён");
    tour.seesNot("Вы ещё не подтвердили");

    await stage.turn(at("2016-11-16T12:14"));
    guide.seesNot("Важное сообщение не подтвердили");
    await stage.turn(at("2016-11-16T12:16"));
    const told = await guide.sees("Важное сообщение не подтвердили ваши участники (2)");
    expect(told.text).toContain("Руководитель исполнительной дирекции кластера");
    expect(copies(director, "Вы ещё не подтвердили")).toBe(1);
    const deeds = (await audit.page("krasnoyarsk", { from: 0, most: 2 })).deeds.map(({ did }) => did);
    expect(deeds).toEqual(["broadcast-chased", "broadcast-sent"]);
    await biotech.unblocks();
  });

  it("says nothing to escorts when everybody has confirmed meanwhile", async () => {
    await send("Смена зала", "Важное");
    for (const one of [second, tour, guide, director]) await one.taps("Принято");
    await organiser.taps("Кто не подтвердил");
    await organiser.taps("Напомнить о подтверждении");
    await organiser.taps("Напомнить");
    await deliver();
    await biotech.sees("You have not yet confirmed");
    await biotech.taps("Got it");
    await stage.turn(stage.clock.now() + 20 * 60_000);
    guide.seesNot("Важное сообщение не подтвердили");
  });

  /** A button of the broadcast whose card is the organiser's last. */
  function forgedFrom(person: Person, what: string): string {
    const buttons = person.room
      .history()
      .flatMap(({ message }) => message.reply_markup?.inline_keyboard.flat() ?? [])
      .flatMap((one) => ("callback_data" in one ? [one.callback_data] : []));
    const [, mission, cast] = buttons.findLast((data) => data.startsWith("castList:"))?.split(":") ?? [];
    return `castDo:${mission}:${cast}:${what}`;
  }
});

describe("what organisers look over", () => {
  it("names a broadcast by its words", async () => {
    await organiser.sends("/desk");
    const desk = await organiser.sees("Стол организаторов");
    await organiser.taps("🗃 Отправки и журнал", desk);
    await organiser.taps("📓 Журнал", desk);
    await organiser.sees(/отправлена рассылка: «[^»]+»/);
    await organiser.taps("‹ Стол организаторов", desk);
    await organiser.taps("🗃 Отправки и журнал", desk);
    await organiser.taps("📬 Последние отправки", desk);
    await organiser.sees(/Рассылка: \S/);
  });
});

describe("words that were changed later", () => {
  it("change nothing by themselves, and go to every copy when the organiser says so", async () => {
    await send("Обед в 13:00", "Важное");
    await organiser.edits(original("Обед в 13:00"), "Обед в 13:30");
    await organiser.sees("Обновить его у получателей (5)?");
    await deliver();
    expect(copies(director, "Обед в 13:00")).toBe(1);
    await tour.taps("Принято");
    await organiser.taps("Обновить у всех");
    await deliver();
    for (const one of everybody) expect(copies(one, "Обед в 13:30")).toBe(1);
    const account = await organiser.sees("✅ Рассылка обновлена");
    expect(account.text).toContain("Обновлено: 5 из 5");
    // Whoever has not confirmed still can.
    expect((await director.sees("Обед в 13:30")).reply_markup).toBeDefined();
    expect((await tour.sees("Обед в 13:30")).reply_markup).toBeUndefined();
  });

  it("may be captions of an album", async () => {
    await send([{ photo: Buffer.from("a"), caption: "Схема" }, { photo: Buffer.from("b") }], "Обычное");
    const { api } = stage;
    const album = original("Схема");
    const kept = organiser.room.find(album.message_id);
    const account = api.world.accounts.get(organiser.id);
    if (kept === undefined || account === undefined) throw new Error("nobody");
    await api.settled(
      api.incoming.edit(organiser.room, account, kept, { ...kept.message, caption: "Схема прохода" }),
    );
    await organiser.taps("Обновить у всех");
    await deliver();
    for (const one of everybody) expect(copies(one, /^Схема прохода$/)).toBe(1);
  });

  it("of a delegate, or of anything else, are nobody's business", async () => {
    await director.sends("/note");
    await director.sends("Заметка");
    await director.edits(director.lastSent(), "Заметка, исправленная");
    expect(() => director.seesNot(/./)).not.toThrow();
    await director.sends("готово");
  });
});

describe("a recalled broadcast", () => {
  it("disappears from every chat, with the reminder to confirm, and says so at the end", async () => {
    await send("Ошибочное сообщение", "Важное");
    await organiser.taps("Отозвать рассылку");
    await organiser.sees("Отозвать рассылку «Ошибочное сообщение»?");
    await organiser.taps("Отозвать");
    await deliver();
    for (const one of everybody) expect(copies(one, "Ошибочное сообщение")).toBe(0);
    const account = await organiser.sees("✅ Рассылка отозвана");
    expect(account.text).toContain("Отозвано: 5 из 5");
  });

  it("is replaced by a word where it is too old to be deleted", async () => {
    await send("Через три дня отзовём", "Обычное");
    const card = await organiser.sees("✅ Рассылка отправлена");
    stage.clock.turn(stage.clock.now() + 3 * 24 * 60 * 60_000);
    await organiser.taps("Отозвать рассылку", card);
    await organiser.taps(/^Отозвать$/);
    await deliver();
    expect(copies(director, "Через три дня отзовём")).toBe(0);
    await director.sees("↩️ Отозвано");
  });
});

describe("somebody who joins late", () => {
  it("is shown what is still in force for them, and is then among the recipients", async () => {
    stage.clock.turn(at("2016-11-17T13:00"));
    await send("Пропуск носить на виду", "Важное");
    await send("Обычное и уже не важное", "Обычное");
    await send("Отозванное", "Важное");
    await organiser.taps("Отозвать рассылку");
    await organiser.taps(/^Отозвать$/);
    await deliver();
    const late = await stage.delegate("krasnoyarsk", "diagnostics", "Поздний", "ru");
    await late.sees("Пропуск носить на виду");
    expect([copies(late, "Обычное и уже"), copies(late, "Отозванное")]).toEqual([0, 0]);
    await late.taps("Принято");
    expect(late.toasts.at(-1)?.text).toBe("Спасибо, отмечено");
  });
});
