import { afterEach, describe, expect, it } from "vitest";
import type { Person } from "../../src/rehearsal/people.ts";
import { release } from "../support/releases.ts";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T08:00") });
const secretary = await stage.organiser("Секретарь", "ru");
const protocol = await stage.delegate("krasnoyarsk", "protocol", "Протокол", "ru");
const director = await stage.delegate("krasnoyarsk", "cluster-director", "Директор", "ru");
const scientist = await stage.delegate("krasnoyarsk", "biotechnology", "Scientist", "en");
const head = await stage.delegate("krasnoyarsk", "head", "Глава", "ru");
const delegates = [director, scientist, head];
const { store } = stage.app;

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

const wait = async (to: string) => {
  for (const person of delegates) person.looksAway();
  await stage.turn(at(to));
};
const eventInForce = async (id: string) => {
  const { programme } = (await store.missions.inForce("krasnoyarsk")) ?? {};
  return programme?.events.find(({ event }) => event.id === id)?.event;
};
const revision = async () => (await store.missions.inForce("krasnoyarsk"))?.programme.revision;
/** Opens the menu of an event by its button. */
const opens = async (who: Person, label: string, day = "Четверг, 17") => {
  await who.sends("/change");
  const menu = await who.sees("Какой день изменить?");
  await who.taps(day, menu);
  // Other messages may have buttons of that name.
  await who.taps(label, menu);
};
const drops = (who: Person) => who.taps("Удалить черновик");

describe("an organiser moves an event", () => {
  it("by a typed time, looks at what that means, and releases it", async () => {
    await secretary.sends("/desk");
    await secretary.taps("Изменить программу");
    await secretary.taps("Четверг, 17");
    await secretary.taps("Конференция по");
    await secretary.taps("Перенести");
    await secretary.sends("25:99");
    await secretary.sees("Такого времени в этот день нет.");
    await secretary.sends("07:00");
    await secretary.sees("Это время уже прошло.");
    await secretary.sends("как-нибудь потом");
    await secretary.sees("Не понял время.");
    await secretary.sends("15:00");
    const preview = await secretary.sees("Черновик изменений к редакции № 1");
    expect(preview.text).toContain("Было 14:30–15:45 → стало 15:00–16:15");
    expect(preview.text).toContain("Узнают об этом: 4 из 4");
    await secretary.taps("✅ Выпустить");
    await secretary.sees("Редакция № 2 выпущена в 08:00");
    await wait("2016-11-17T08:01");
    await director.sees("Было 14:30–15:45 → стало 15:00–16:15");
    await scientist.sees("Was 14:30–15:45 → now 15:00–16:15");
    secretary.seesNot("🔁 Изменение в программе");
  });

  it("sees who has confirmed, as they do", async () => {
    await secretary.taps("Кто подтвердил");
    await secretary.sees("подтвердили 0 из 4");
    await director.taps("✅ Принято");
    expect(director.toasts.at(-1)?.text).toBe("Спасибо, отмечено.");
    await stage.turn(at("2016-11-17T08:02"));
    const list = await secretary.sees("подтвердили 1 из 4");
    expect(list.text).toMatch(/✅ Подтвердили\n• Руководитель исполнительной дирекции.* — 08:01/);
  });

  it("by a button, by minutes, to another day, in a word", async () => {
    await opens(secretary, "Рабочий обед");
    await secretary.taps("Перенести");
    await secretary.taps("+20");
    await secretary.sees("Было 13:00–14:00 → стало 13:20–14:20");
    await drops(secretary);
    await secretary.sees("Черновик удалён");
    for (const [said, seen] of [
      ["+15", "стало 13:15–14:15"],
      ["−30 мин", "стало 12:30–13:30"],
      ["завтра 13:00", "Было чт, 17 нояб., 13:00–14:00 → стало пт, 18 нояб., 13:00–14:00"],
      ["18.11 12:30", "стало пт, 18 нояб., 12:30–13:30"],
    ] as const) {
      await opens(secretary, "Рабочий обед");
      await secretary.taps("Перенести");
      await secretary.sends(said);
      await secretary.sees(seen);
      await drops(secretary);
    }
    expect(await revision()).toBe(2);
  });

  it("not into the past, by a button either, nor to a day that is not", async () => {
    await opens(secretary, "Встреча делегации, сбор");
    await secretary.taps("Перенести");
    await secretary.taps("−30");
    expect(secretary.toasts.at(-1)?.text).toContain("Это время уже прошло.");
    await secretary.sends("31 ноября 10:00");
    await secretary.sees("Такого времени в этот день нет.");
    await secretary.sends("/change");
    await secretary.sees("Какой день изменить?");
  });
});

describe("the other things an organiser may do to an event", () => {
  const draftOf = async (label: string, ...taps: string[]) => {
    await opens(secretary, label);
    for (const tap of taps) await secretary.taps(tap);
  };

  it("another place, of the list or by its name; the gathering stays to be read", async () => {
    await draftOf("Церемония возложения", "Другое место", "МВДЦ");
    const preview = await secretary.sees("📍 Было: Мемориал Победы → стало: МВДЦ «Сибирь»");
    expect(preview.text).toContain("11:00–11:25 (без изменений)\n⏰ Сбор в 10:15, холл гостиницы");
    await drops(secretary);
    await draftOf("Церемония возложения", "Другое место");
    await secretary.sends("Площадь Революции");
    await secretary.sees("📍 Было: Мемориал Победы → стало: Площадь Революции");
    await drops(secretary);
  });

  it("cancels, marks as tentative, holds", async () => {
    await draftOf("Рабочий обед", "❌ Отменить");
    await secretary.sees("❌ Отменено: Рабочий обед");
    await drops(secretary);
    await draftOf("Рабочий обед", "❔ Предварительно");
    await secretary.sees("❔ Предварительно");
    await drops(secretary);
    await draftOf("Рабочий обед", "⏳ Время уточняется");
    await secretary.sees("⏳ Задерживается, время уточняется (было: 13:00–14:00)");
    await drops(secretary);
  });

  it("names it anew in each language, line by line", async () => {
    await draftOf("Рабочий обед", "Изменить другое", "Название");
    await secretary.sends("ru: Обед с ректором\nen: Lunch with the rector");
    const preview = await secretary.sees("✏️ Прежнее название: Рабочий обед");
    expect(preview.text).toContain("Обед с ректором");
    expect(preview.text).toContain("Узнают об этом: 0 из 4");
    await drops(secretary);
  });

  it.each([
    ["Окончание", "14:30", "Было 13:00–14:00 → стало 13:00–14:30"],
    ["Окончание", "-", "Было 13:00–14:00 → стало 13:00"],
    ["Сбор", "12:40 у входа", "⏰ Сбор в 12:40, у входа (было: не указано)"],
    ["Зал", "Большой зал", "стало: Здание Администрации Губернатора Красноярского края, Большой зал"],
    ["Форма одежды", "Без галстука", "👔 Без галстука (было: не указано)"],
    ["Что взять", "бейдж, паспорт", "🎒 С собой: бейдж, паспорт (было: не указано)"],
    ["Описание", "За столами по четыре", "→ стало «За столами по четыре»"],
    ["Перевод", "Наушники", "✏️ Перевод: было «не указано» → стало «Наушники»"],
    ["Кто принимает", "Администрация", "✏️ Кто принимает: было «не указано» → стало «Администрация»"],
    ["Справка", "Тост говорит глава", "✏️ Справка: было «не указано» → стало «Тост говорит глава»"],
    ["Погода", "Снег", "✏️ Погода: было «не указано» → стало «Снег»"],
    ["Число мест", "40", "✏️ Число мест: было «не указано» → стало «40»"],
  ])("%s: «%s»", async (field, said, seen) => {
    await draftOf("Рабочий обед", "Изменить другое", field);
    await secretary.sends(said);
    await secretary.sees(seen);
    await drops(secretary);
  });

  it.each([
    ["Число мест", "много", "Напишите целое число"],
    ["Окончание", "12:00", "Так изменить нельзя, ничего не сохранено:\nРаньше начала"],
    ["Название", "о".repeat(301), "Слишком длинно."],
    ["Зал", " \u200B ", "Напишите, пожалуйста, словами."],
    ["Что взять", "ж".repeat(4097), "Слишком длинно."],
  ])("%s: not «%.12s»", async (field, said, seen) => {
    await draftOf("Рабочий обед", "Изменить другое", field);
    await secretary.sends(said);
    await secretary.sees(seen);
    expect(await store.drafts.of("krasnoyarsk", (await secretarySeat()) ?? "")).toBeUndefined();
  });

  it("takes no text of 4,097 characters as a place, a new event, a new time or a copy", async () => {
    for (const way of ["Перенести", "Другое место", "Сделать копию"]) {
      await draftOf("Рабочий обед", way);
      await secretary.sends("ж".repeat(4097));
      await secretary.sees(/^(Слишком длинно|Не понял время)/);
    }
    await secretary.sends("/change");
    await secretary.taps("Четверг, 17");
    await secretary.taps("Добавить событие");
    for (const said of ["ж".repeat(4097), `15:00 ${"ж".repeat(4000)}`]) {
      await secretary.sends(said);
      await secretary.sees(/^(Слишком длинно|Не понял)/);
    }
    expect(await store.drafts.of("krasnoyarsk", (await secretarySeat()) ?? "")).toBeUndefined();
  });

  it("switches on and off what may be moved and whom it is for", async () => {
    for (const [label, seen] of [
      ["Время нельзя сдвигать", "✏️ Время нельзя сдвигать: было «нет» → стало «да»"],
      ["По желанию", "✏️ По желанию: было «нет» → стало «да»"],
      ["▫️ Группа:", "✏️ Группы: было «все участники» → стало «Официальная группа»"],
    ] as const) {
      await draftOf("Рабочий обед", "Изменить другое", label);
      await secretary.sees(seen);
      await drops(secretary);
    }
  });

  it("goes on from where the draft is: a second group joins the first, an hour typed is of the new day", async () => {
    const again = async (...labels: readonly (string | RegExp)[]) => {
      await secretary.taps("Изменить ещё");
      await secretary.taps("Четверг, 17");
      await secretary.taps("Рабочий обед");
      for (const label of labels) await secretary.taps(label);
    };
    await draftOf("Рабочий обед", "Изменить другое", "▫️ Группа: Официальная");
    await again("Изменить другое", "▫️ Группа: Деловая");
    await secretary.sees(/✏️ Группы: было «все участники» → стало «Официальная группа.+Деловая/);
    await again("Изменить другое", "☑️ Группа: Официальная");
    const one = await secretary.sees("✏️ Группы: было «все участники» → стало «Деловая");
    expect(one.text).not.toContain("Официальная");
    await again("Перенести");
    await secretary.sends("завтра 13:10");
    await secretary.sees("стало пт, 18 нояб., 13:10–14:10");
    await again("Перенести");
    await secretary.sends("13:20");
    await secretary.sees("стало пт, 18 нояб., 13:20–14:20");
    await drops(secretary);
  });

  it("adds one, and copies one to another time, both in one draft", async () => {
    await secretary.sends("/change");
    await secretary.taps("Четверг, 17");
    await secretary.taps("Добавить событие");
    await secretary.sends("когда-нибудь встреча");
    await secretary.sees("Не понял.");
    await secretary.sends("18:30–18:50 Встреча с ректором\nРекторат");
    await secretary.sees("➕ Добавлено: Встреча с ректором");
    await secretary.taps("Изменить ещё");
    await secretary.taps("Четверг, 17");
    await secretary.taps("Рабочий обед");
    await secretary.taps("Сделать копию");
    await secretary.sends("завтра 14:00");
    const preview = await secretary.sees("➕ Добавлено: Рабочий обед");
    expect(preview.text).toContain("➕ Добавлено: Встреча с ректором");
    expect(preview.text).toContain("Пт, 18 нояб., 14:00–15:00");
  });

  it("is not lost when a delay comes in between: it waits, and opens again", async () => {
    await secretary.sends("/delay 20");
    const delay = await secretary.sees("Ваш прежний черновик отложен.");
    expect(delay.text).not.toContain("Встреча с ректором");
    await secretary.taps("Удалить черновик");
    await secretary.sees("Черновик удалён");
    await secretary.taps("Открыть черновик");
    const again = await secretary.sees("➕ Добавлено: Встреча с ректором");
    expect(again.text).toContain("➕ Добавлено: Рабочий обед");
  });

  it("says so where a delay that was not released gives way, to another or to a change; another way to fit is the same delay", async () => {
    await secretary.sends("/delay 20");
    await secretary.sees("Ваш прежний черновик отложен.");
    secretary.seesNot("не выпущен");
    await secretary.taps("Отменить то, что не войдёт");
    await secretary.sees("Черновик изменений");
    secretary.seesNot("не выпущен");
    await secretary.sends("/delay 30");
    await secretary.sees("⚠️ Прежний черновик (задержка) не выпущен: его заменил этот.");
    await secretary.sends("/change");
    await secretary.taps("Пятница, 18");
    await secretary.taps("Завтрак");
    await secretary.taps("Перенести");
    await secretary.sends("+5");
    const change = await secretary.sees("⚠️ Прежний черновик (задержка) не выпущен: его заменил этот.");
    expect(change.text).toContain("➕ Добавлено: Рабочий обед");
    await secretary.taps("Убрать последнее");
    await secretary.sees("➕ Добавлено: Рабочий обед");
  });

  it("takes the last back, tells everybody at once or in the evening", async () => {
    await secretary.taps("Убрать последнее");
    await secretary.sees("➕ Добавлено: Встреча с ректором");
    secretary.seesNot("➕ Добавлено: Рабочий обед");
    await secretary.taps("Сообщить всем сразу");
    await secretary.sees("🔔 Сообщим всем сразу.");
    await secretary.taps("Сообщить вечером");
    await secretary.sees("об остальном — вечером");
    await drops(secretary);
  });
});

async function secretarySeat(): Promise<string | undefined> {
  return (await store.people.seatsOfUser(secretary.id)).krasnoyarsk;
}

describe("a release", () => {
  it("cancels an event and puts it back: its reminder does not come, then comes", async () => {
    await opens(secretary, "Церемония возложения");
    await secretary.taps("❌ Отменить");
    await secretary.taps("✅ Выпустить");
    await wait("2016-11-17T08:20");
    await head.sees("❌ Отменено: Церемония возложения");
    await secretary.sends("/change");
    await secretary.taps("Четверг, 17");
    await secretary.taps("Вернуть: 11:00");
    await secretary.taps("✅ Выпустить");
    await wait("2016-11-17T08:21");
    await head.sees("↩️ Восстановлено: Церемония возложения");
    expect(await revision()).toBe(4);
  });

  it("is made once, by a double tap, and by the same tap handled twice", async () => {
    await opens(secretary, "Рабочий обед");
    await secretary.taps("Перенести");
    await secretary.taps("+10");
    const preview = await secretary.sees("Черновик изменений к редакции № 4");
    const data = buttonData(preview, "✅ Выпустить");
    await Promise.all([secretary.forges(data, preview), secretary.forges(data, preview)]);
    await secretary.sees("Редакция № 5 выпущена");
    expect(await revision()).toBe(5);
    const { deeds } = await store.audit.page("krasnoyarsk", { from: 0, most: 50 });
    expect(deeds.filter(({ did, about }) => did === "release" && about === "5")).toHaveLength(1);
    await wait("2016-11-17T08:22");
    await director.sees("Было 13:00–14:00 → стало 13:10–14:10");
  });

  it("is of what is on the screen: an older preview of the same draft is shown anew first", async () => {
    await opens(secretary, "Рабочий обед");
    await secretary.taps("Перенести");
    await secretary.taps("+10");
    const older = await secretary.sees("Черновик изменений к редакции № 5");
    await opens(secretary, "Обмен визитками");
    await secretary.taps("❌ Отменить");
    await secretary.sees("❌ Отменено: Обмен визитками");
    await secretary.taps("✅ Выпустить", older);
    expect(secretary.toasts.at(-1)?.text).toBe("Черновик с тех пор изменился. Проверьте его ещё раз.");
    expect(await revision()).toBe(5);
    await secretary.sees("❌ Отменено: Обмен визитками");
    await drops(secretary);
  });

  it("a newer notice takes the place of the one that was not confirmed", async () => {
    await release(stage, "krasnoyarsk", [{ do: "shift", event: "working-lunch", minutes: 10 }]);
    await wait("2016-11-17T08:23");
    const [notice, ...others] = notices(director).filter(({ text = "" }) => text.includes("Рабочий обед"));
    expect(others).toEqual([]);
    expect(notice?.text).toContain("Было 13:00–14:00 → стало 13:20–14:20");
  });

  it("older than two days, the old one says so instead", async () => {
    await release(stage, "krasnoyarsk", [{ do: "shift", event: "flight-home", minutes: 60 }], {
      atOnce: true,
    });
    await wait("2016-11-17T08:24");
    const old = await head.sees("🔁");
    // The chat is as it would be two days on: what is older can be changed, not removed.
    stage.api.faults.next({
      method: "deleteMessage",
      chat: head.chatId,
      kind: { error_code: 400, description: "Bad Request: message can't be deleted for everyone" },
    });
    await release(stage, "krasnoyarsk", [{ do: "shift", event: "flight-home", minutes: 60 }], {
      atOnce: true,
    });
    const others = [director, scientist, protocol];
    for (const one of others) await one.blocks();
    await wait("2016-11-17T08:25");
    const kept = head.room.find(old.message_id)?.message;
    expect(kept?.text).toContain("🔁 Это изменение заменено более новым");
    await head.taps("✅ Принято");
    for (const one of others) {
      await one.unblocks();
      await one.sends("/now");
    }
  });

  it("«Принято» on an old notice asks for the new one", async () => {
    await head.forges("accept:1:2", head.lastSent());
    expect(head.toasts.at(-1)?.text).toContain("Есть более новое изменение");
  });

  it("whoever could not be reached is told when they return, once", async () => {
    await wait("2016-11-17T08:26");
    for (const one of [director, scientist]) {
      const told = notices(one).filter(({ text = "" }) =>
        /Обратный|Flight home|рейс|Krasnoyarsk –|Красноярск –/.test(text),
      );
      expect(told).toHaveLength(1);
    }
  });

  it("of words only rings nobody; what shows the programme is redrawn", async () => {
    await release(stage, "krasnoyarsk", [
      { do: "set", event: "working-lunch", field: "description", value: "За столами по четыре" },
    ]);
    await wait("2016-11-17T08:27");
    for (const one of delegates) one.seesNot("🔁");
  });
});

function notices(person: Person) {
  return person.room
    .history()
    .map(({ message }) => message)
    .filter(({ text }) => text?.startsWith("🔁"));
}

function buttonData(message: Awaited<ReturnType<Person["sees"]>>, label: string): string {
  const found = message.reply_markup?.inline_keyboard.flat().find(({ text }) => text.includes(label));
  if (found === undefined || !("callback_data" in found)) throw new Error(`There is no ${label}`);
  return found.callback_data;
}

describe("two organisers at once", () => {
  it("the second is shown what has changed, and lays the own changes on top", async () => {
    await opens(secretary, "Культурная программа");
    await secretary.taps("Перенести");
    await secretary.taps("+30");
    await secretary.sees("Черновик изменений");
    await opens(protocol, "Обмен визитками");
    await protocol.taps("Перенести");
    await protocol.taps("+10");
    await protocol.taps("✅ Выпустить");
    await protocol.sees(/Редакция № \d+ выпущена/);
    await secretary.taps("✅ Выпустить");
    const stale = await secretary.sees("Пока вы готовили изменения");
    expect(stale.text).toContain("Обмен визитками");
    expect(stale.text).toContain("Начальник протокола");
    await secretary.taps("Наложить мои изменения");
    const anew = await secretary.sees("Культурная программа");
    expect(anew.text).not.toContain("Обмен визитками");
    await secretary.taps("✅ Выпустить");
    await secretary.sees(/Редакция № \d+ выпущена/);
    expect((await eventInForce("theatre"))?.start).toBe("2016-11-17T19:30");
  });

  it("of two who release at the same moment one does, and the other is shown it and chooses", async () => {
    const both = [secretary, protocol];
    for (const [one, label] of [
      [secretary, "Обмен визитками"],
      [protocol, "Культурная программа"],
    ] as const) {
      await opens(one, label);
      await one.taps("Перенести");
      await one.taps("+10");
      await one.sees("Черновик изменений");
    }
    const before = (await revision()) ?? 0;
    await Promise.all(both.map((one) => one.taps("✅ Выпустить")));
    expect(await revision()).toBe(before + 1);
    const late = both.find((one) => one.screen().includes("Наложить мои изменения"));
    if (late === undefined) throw new Error("Nobody has been shown the other's release");
    await late.taps("Наложить мои изменения");
    await late.taps("✅ Выпустить");
    await late.sees(`Редакция № ${before + 2} выпущена`);
    expect((await eventInForce("networking"))?.start).toMatch(/T17:[45]0$/);
    expect((await eventInForce("theatre"))?.start).toBe("2016-11-17T19:40");
  });

  it("or drops them", async () => {
    await opens(secretary, "Рабочий обед");
    await secretary.taps("Перенести");
    await secretary.taps("+10");
    await release(stage, "krasnoyarsk", [{ do: "set", event: "working-lunch", field: "room", value: "2" }]);
    await secretary.taps("✅ Выпустить");
    await secretary.sees("Пока вы готовили изменения");
    await drops(secretary);
    await secretary.sees("Черновик удалён");
  });
});

describe("clashes", () => {
  it("are shown before the release: people wanted in two places", async () => {
    await opens(secretary, "Рабочий обед");
    await secretary.taps("Перенести");
    await secretary.sends("14:30");
    const preview = await secretary.sees("⚠️ Накладки");
    expect(preview.text).toMatch(/Одновременно, \d+ чел\.:/);
    await drops(secretary);
  });
});

describe("a delegate", () => {
  it("who types an organiser's command gets the answer to an unknown one", async () => {
    await director.sends("/nosuchcommand");
    const unknown = await director.sees(/./);
    for (const command of ["/change", "/delay", "/delay 20", "/history", "/desk", "/export"]) {
      await director.sends(command);
      expect((await director.sees(/./)).text).toBe(unknown.text);
    }
  });

  it("who says it in words gets what any words get", async () => {
    await director.sends("слова без места");
    const unplaced = (await director.sees(/./)).text;
    for (const said of ["задержка 20", "изменить", "история"]) {
      await director.sends(said);
      expect((await director.sees(/./)).text).toBe(unplaced);
    }
  });

  it("who forges an organiser's button gets the answer to an unknown one", async () => {
    const before = await revision();
    await director.forges("nosuch:1", director.lastSent());
    const unknown = director.toasts.at(-1);
    for (const data of forged) {
      await director.forges(data, director.lastSent());
      expect(director.toasts.at(-1), data).toEqual(unknown);
    }
    expect(await revision()).toBe(before);
  });
});

const forged = [
  ...["change:1", "changeDay:1:2016-11-17", "changeEvent:1:5", "changeMove:1:5", "changeBy:1:5:20"],
  ...["changePlace:1:5:0", "changeVenue:1:5:0", "changeDo:1:5:cancel", "changeDo:1:0:approve"],
  ...["changeMore:1:5", "changeField:1:5:title", "changeToggle:1:5:fixed", "changeAdd:1:2016-11-17"],
  ...["changeCopy:1:5", "draft:1", "draftDo:1:abc:release", "delayFrom:1:20:0", "delayFit:1:20:0:shift:"],
  ...["reception:1:2:0", "history:1:0", "revision:1:1", "restore:1:1", "exports:1", "export:1:json"],
];

describe("a day", () => {
  it("whose only event has been called off is still there, to put it back or to add another", async () => {
    await release(stage, "krasnoyarsk", [{ do: "cancel", event: "flight-out" }]);
    await opens(secretary, "Вернуть: 23:35 Перелёт", "Среда, 16");
    await secretary.sees("↩️ Восстановлено: Перелёт Санкт-Петербург – Красноярск");
    await drops(secretary);
    await release(stage, "krasnoyarsk", [{ do: "restore", event: "flight-out" }]);
  });
});
