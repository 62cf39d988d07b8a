/** Writing a broadcast and sending it: two organisers and three delegates. */
import { afterEach, describe, expect, it } from "vitest";
import type { Person } from "../../src/rehearsal/people.ts";
import { brisk } from "../support/brisk.ts";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T12:00"), ...brisk });
const organiser = await stage.delegate("krasnoyarsk", "secretary", "Секретарь", "ru");
const second = await stage.delegate("krasnoyarsk", "protocol", "Протокол", "ru");
const director = await stage.delegate("krasnoyarsk", "cluster-director", "Директор", "ru");
const biotech = await stage.delegate("krasnoyarsk", "biotechnology", "Biotech", "en");
const head = await stage.delegate("krasnoyarsk", "head", "Глава", "ja");
const { broadcasts, audit } = stage.app.store;

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

/** Delivers what is due at this moment. */
const deliver = () => stage.turn(stage.clock.now());

/** The broadcast that begins with these words. */
async function named(text: string) {
  return (await broadcasts.all("krasnoyarsk")).find(({ items }) => items[0]?.text === text);
}

async function write(by: Person, text: string, to = "Всем участникам"): Promise<void> {
  await by.sends("/broadcast");
  await by.sends(text);
  await by.taps("Готово");
  await by.taps(to);
}

describe("a broadcast", () => {
  it("is written, checked and confirmed, and reaches everybody with an account at the end", async () => {
    await organiser.sends("/broadcast");
    await organiser.sees("Никому ничего не уйдёт, пока вы не подтвердите.");
    await organiser.sends("Автобус подан к восточному входу.");
    await organiser.sees("✅ Принято 1 сообщение.");
    await organiser.taps("Готово");
    await organiser.sees("Кому отправить?");
    await organiser.taps("Всем участникам (4)");
    await organiser.taps("Обычное, без звука");
    await organiser.taps("Сейчас");
    await organiser.sees("Автобус подан к восточному входу.");
    await organiser.sees("Получателей: 4");
    await organiser.taps("Отправить (4)");
    await organiser.sees("Рассылка отправляется");
    await deliver();
    for (const one of [second, director, biotech, head]) {
      const copy = await one.sees("Автобус подан к восточному входу.");
      expect(copy.reply_markup).toBeUndefined();
    }
    const account = await organiser.sees("✅ Рассылка отправлена");
    expect(account.text).toContain("Доставлено: 4 из 4");
    await organiser.taps("Кто получил");
    await organiser.sees(/Директор.+ — доставлено/);
    expect((await audit.page("krasnoyarsk", { from: 0, most: 1 })).deeds[0]?.did).toBe("broadcast-sent");
  });

  it("keeps an album together, with its words, and everything else a bot can make anew", async () => {
    await organiser.sends("/broadcast");
    await organiser.sends([
      { photo: Buffer.from("one"), caption: "Схема прохода" },
      { photo: Buffer.from("two") },
    ]);
    await organiser.sees("Приняты 2 сообщения");
    await organiser.sends({ contact: { phone_number: "+7 000 000-00-00", first_name: "Дежурный" } });
    await organiser.sends({ location: { latitude: 56.01, longitude: 92.87 } });
    await organiser.sends({ voice: Buffer.from("voice") });
    await organiser.sends({ sticker: "👍" });
    await organiser.sends("готово");
    await organiser.taps("Всем участникам");
    await organiser.taps("Важное");
    await organiser.taps("Сейчас");
    await organiser.taps("Отправить (4)");
    await deliver();
    const album = await director.sees("Схема прохода");
    expect(album.media_group_id).toBeDefined();
    await director.sees("[contact Дежурный");
    await director.sees("[location 56.01");
    await director.sees("[voice]");
    const last = await director.sees("[sticker");
    expect(last.reply_markup?.inline_keyboard[0]?.[0]?.text).toBe("Принято");
  });

  it("that is an album alone is followed by a line that asks to confirm", async () => {
    await organiser.sends("/broadcast");
    await organiser.sends([{ photo: Buffer.from("a"), caption: "План" }, { photo: Buffer.from("b") }]);
    await organiser.taps("Готово");
    await organiser.taps("Всем участникам");
    await organiser.taps("Важное");
    await organiser.taps("Сейчас");
    await organiser.taps("Отправить (4)");
    await deliver();
    await biotech.sees("Please confirm that you have read this.");
    await biotech.taps("Got it");
    expect(biotech.toasts.at(-1)?.text).toBe("Thank you, noted");
  });

  it("that is a poll is one poll for all, with a line after it that asks to confirm", async () => {
    await organiser.sends("/broadcast");
    await organiser.sends({ poll: "Когда удобнее ужин?", options: ["19:00", "20:00"] });
    await organiser.sees("✅ Принято 1 сообщение.");
    await organiser.taps("Готово");
    await organiser.taps("Всем участникам");
    await organiser.taps("Важное");
    await organiser.taps("Сейчас");
    await organiser.sees("[poll Когда удобнее ужин?: 19:00 | 20:00]");
    await organiser.taps(/^Отправить/);
    await deliver();
    const polls = [director, biotech, head].map(
      ({ room }) => room.history().findLast(({ message }) => message.poll)?.message,
    );
    expect(new Set(polls.map((message) => message?.poll?.id)).size).toBe(1);
    expect(polls.every((message) => message?.forward_origin !== undefined)).toBe(true);
    await biotech.taps("Got it");
    await organiser.sees("✅ Рассылка отправлена");
    expect((await broadcasts.all("krasnoyarsk"))[0]?.items[0]).toMatchObject({ text: "Когда удобнее ужин?" });
  });

  it("goes to groups, several of which can be ticked", async () => {
    await write(organiser, "Для двух групп", "Группам…");
    await organiser.taps("Официальная группа (2)");
    await organiser.taps("медицинского");
    await organiser.taps("Далее (4 человека)");
    await organiser.taps("Обычное");
    await organiser.taps("Сейчас");
    await organiser.sees("Кому: Официальная группа, Кластер");
    await organiser.taps("Изменить получателей");
    await organiser.taps("Группам…");
    await organiser.taps("✓ Кластер");
    await organiser.taps("Далее (2 человека)");
    await organiser.taps("Отправить (2)");
    await deliver();
    await head.sees("Для двух групп");
    director.seesNot("Для двух групп");
    biotech.seesNot("Для двух групп");
  });

  it("goes to the people of an event, which are those who may go there and have not picked another", async () => {
    await biotech.sends("/today");
    await biotech.taps(/16:00 .*[Ii]nnovat/);
    await biotech.taps(/I will go|Choose|go here/i);
    await write(organiser, "Круглый стол в зале № 2", "Участникам события…");
    await organiser.taps(/^17.11 16:00 .*Многообразие/);
    await organiser.taps("Обычное");
    await organiser.taps("Сейчас");
    await organiser.sees("Получателей: 3");
    await organiser.taps("Отправить (3)");
    await deliver();
    await director.sees("Круглый стол в зале № 2");
    biotech.seesNot("Круглый стол в зале № 2");
  });

  it("goes to those who have not chosen among parallel events", async () => {
    await write(organiser, "Выберите круглый стол", "Кто не выбрал мероприятие");
    await organiser.taps("Обычное");
    await organiser.taps("Сейчас");
    await organiser.taps(/^Отправить/);
    await deliver();
    await director.sees("Выберите круглый стол");
    biotech.seesNot("Выберите круглый стол");
  });

  it("goes to those who did not confirm an earlier one", async () => {
    await write(organiser, "Всем: смена входа");
    await organiser.taps("Важное");
    await organiser.taps("Сейчас");
    await organiser.taps("Отправить (4)");
    await deliver();
    await director.taps("Принято");
    await head.taps("確認しました");
    await write(organiser, "Ещё раз о входе", "Кто не подтвердил раньше…");
    await organiser.taps("Всем: смена входа (2)");
    await organiser.taps("Обычное");
    await organiser.taps("Сейчас");
    await organiser.taps("Отправить (2)");
    await deliver();
    await biotech.sees("Ещё раз о входе");
    head.seesNot("Ещё раз о входе");
  });

  it("lets commands and the keyboard through while it is being written, and goes on", async () => {
    await organiser.sends("/broadcast");
    await organiser.sends("Первое");
    await organiser.sends("/now");
    await organiser.sees("Сейчас");
    await organiser.sends("Сегодня");
    await organiser.sees("17 ноября");
    await organiser.sends("Второе");
    await organiser.sees("Приняты 2 сообщения");
    await organiser.taps("Отменить");
    await organiser.sees("Рассылка отменена. Никому ничего не отправлено.");
  });
});

describe("two organisers", () => {
  it("confirming the same draft send it once, and the second is told", async () => {
    await write(organiser, "Одна на двоих");
    await organiser.taps("Обычное");
    await organiser.taps("Сейчас");
    const draft = await named("Одна на двоих");
    await second.sends("/desk");
    await second.taps("Рассылка");
    await second.taps("Все рассылки");
    await second.taps("Одна на двоих");
    await second.taps("Продолжить");
    await second.sees("Получателей: 4");
    await Promise.all([organiser.taps(/^Отправить \(/), second.taps(/^Отправить \(/)]);
    await deliver();
    const told = [organiser, second].flatMap(({ toasts }) =>
      toasts.filter(({ text }) => text.includes("уже отправили")),
    );
    expect(told).toHaveLength(1);
    const copies = director.room.history().filter(({ message }) => message.text === "Одна на двоих");
    expect(copies).toHaveLength(1);
    expect((await broadcasts.find("krasnoyarsk", draft?.id ?? ""))?.state).toBe("sent");
  });

  it("of whom one changes the audience meanwhile: the other is shown the broadcast again first", async () => {
    await write(organiser, "Кому это");
    await organiser.taps("Обычное");
    await organiser.taps("Сейчас");
    const asked = await organiser.sees("Кому: все участники");
    await second.sends("рассылки");
    await second.taps("Все рассылки");
    await second.taps("Кому это");
    await second.taps("Продолжить");
    await second.taps("Изменить получателей");
    await second.taps("Группам…");
    await second.taps("Официальная группа");
    await organiser.taps(/^Отправить/, asked);
    await organiser.sees("Рассылка изменилась с тех пор.");
    await organiser.sees("Кому: Официальная группа");
    await organiser.taps("Отменить");
  });

  it("a delegate who types the command or forges a button gets the answer to an unknown one", async () => {
    const sent = await named("Одна на двоих");
    await director.sends("/broadcast");
    await director.sees("Такой команды нет.");
    for (const forged of [
      `castDo:1:${sent?.id}:recallYes`,
      "cast:1",
      "casts:1:0",
      `castSend:1:${sent?.id}:1`,
    ]) {
      await director.forges(forged, director.lastSent());
      expect(director.toasts.at(-1)?.text).toBe("Эта кнопка устарела. Откройте /today.");
    }
    expect((await broadcasts.find("krasnoyarsk", sent?.id ?? ""))?.state).toBe("sent");
  });
});
