import { afterEach, describe, expect, it } from "vitest";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T08:00") });
const delegate = await stage.delegate("krasnoyarsk", "cluster-director", "Участник", "ru");
const other = await stage.delegate("krasnoyarsk", "biotechnology", "Delegate", "en");
const organiser = await stage.delegate("krasnoyarsk", "secretary", "Секретарь", "ru");
const { notes } = stage.app.store;

stage.clock.turn(at("2016-11-18T11:20"));

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

async function kept(whose: string) {
  return (await notes.page("krasnoyarsk", { seat: whose, from: 0, most: 100 })).notes;
}

describe("writing a note", () => {
  it("asks for the event, the one just past first, and keeps everything sent until done", async () => {
    await delegate.sends("/note");
    const question = await delegate.sees("О чём заметка?");
    expect(question.reply_markup?.inline_keyboard[0]?.[0]?.text).toContain("Посещение КГБУЗ");
    await delegate.taps("Посещение КГБУЗ");
    await delegate.sees("Каждое сообщение сохраняется сразу.");
    await delegate.sends("Договорились об обмене программами.");
    await delegate.sees("✅ Сохранено 1 сообщение");
    await delegate.sends({ voice: Buffer.from("voice") });
    await delegate.sees("✅ Сохранено 2 сообщения");
    await delegate.sends([
      { photo: Buffer.from("one"), caption: "Соглашение" },
      { photo: Buffer.from("two") },
    ]);
    await delegate.sees("✅ Сохранено 4 сообщения");
    await delegate.sends({
      contact: { phone_number: "+7 000 000-00-00", first_name: "Заведующий отделением" },
    });
    await delegate.sees("✅ Сохранено 5 сообщений");
    await delegate.taps("Готово");
    await delegate.sees("Заметка закрыта: Посещение КГБУЗ");

    const [note] = await kept("cluster-director");
    expect(note?.event).toBe("oncology-visit");
    expect(note?.items.map(({ text, media, contact }) => contact?.name ?? media?.kind ?? text)).toEqual([
      "Договорились об обмене программами.",
      "voice",
      "photo",
      "photo",
      "Заведующий отделением",
    ]);
  });

  it("lets commands and buttons of other messages through, and goes on", async () => {
    await delegate.sends("Записать");
    await delegate.taps("О поездке в целом");
    await delegate.sends("Первое");
    await delegate.sends("/now");
    await delegate.sees("Далее");
    await delegate.sends("Второе");
    await delegate.sees("✅ Сохранено 2 сообщения");
    await delegate.sends("готово");
    await delegate.sees("Заметка закрыта: О поездке в целом");
  });

  it("starts from an event's card without asking which", async () => {
    await other.sends("/today");
    await other.taps("09:45 Visit to");
    await other.taps("📝 Take a note");
    await other.sees("Each message is saved at once.");
    await other.sends("Equipment list promised.");
    await other.sees("✅ 1 message saved");
    await other.taps("Done");
    expect((await kept("biotechnology"))[0]?.event).toBe("oncology-visit");
  });
});

describe("a note that is open", () => {
  it("lets the keyboard, plain words of any language and thanks pass", async () => {
    await other.sends("/note");
    await other.taps("The trip as a whole");
    await other.sends("One thing");
    const before = await other.sees("✅ 1 message saved");
    for (const [said, answer] of [
      ["Today", "Friday 18 November"],
      ["что  сейчас?", "Next"],
      ["I need help", "Whom to call"],
    ] as const) {
      await other.sends(said);
      await other.sees(answer);
    }
    await other.sends("Thank you!");
    await other.sends({ sticker: "👍" });
    other.seesNot("saved");
    await other.sends("Готово!");
    await other.sees("Note closed: The trip as a whole. 1 message saved.");
    expect(before.text).toBe("✅ 1 message saved");
  });

  it("is closed by beginning another, and what is written before the choice belongs to the new one", async () => {
    await other.sends("/note");
    await other.taps("The trip as a whole");
    await other.sends("For the first");
    await other.sends("/note");
    await other.sends("For the second");
    await other.sees("✅ Saved. What is it about?");
    await other.taps("Round table “Innov");
    await other.sends("More for the second");
    await other.sees("✅ 2 messages saved");
    await other.taps("Done");
    const [second, first] = await kept("biotechnology");
    expect(first?.items.map(({ text }) => text)).toEqual(["For the first"]);
    expect(second).toMatchObject({ event: "roundtable-innovation" });
    expect(second?.items.map(({ text }) => text)).toEqual(["For the second", "More for the second"]);
  });

  it("closes by itself when it is left alone", async () => {
    await other.sends("/note");
    await other.taps("The trip as a whole");
    await other.sends("Left alone");
    await notes.close(other.id);
    await other.sends("Hours later");
    await other.sees("Save this as a note?");
    await other.taps("Do not save");
  });
});

describe("nothing is lost", () => {
  it("a restart in the middle: the same note goes on", async () => {
    await other.sends("/note");
    await other.taps("Visit to the A. I.");
    await other.sends("Before the restart");
    await other.sees("saved");
    await stage.restart();
    await other.sends("After the restart");
    await other.sees("✅ 2 messages saved");
    await other.taps("Done");
    await other.sees("Note closed");
  });

  it("a scene that changed in the middle: what follows still goes into the open note", async () => {
    await other.sends("/note");
    await other.taps("The trip as a whole");
    await other.sends("One");
    const { redis, keys } = stage.app.store;
    await redis.del(keys.scene(String(other.chatId)));
    await other.sends("Two");
    await other.sees("✅ 2 messages saved");
    const [newest] = await kept("biotechnology");
    expect(newest?.items.map(({ text }) => text)).toEqual(["One", "Two"]);
    await other.taps("Done");
    await other.sends("/note");
    await other.sees("What is the note about?");
  });

  it("an update delivered twice makes one note", async () => {
    await other.taps("The trip as a whole");
    await other.sends("Said once");
    await other.sees("✅ 1 message saved");
    await stage.api.redeliver(stage.api.lastUpdateId);
    const [newest] = await kept("biotechnology");
    expect(newest?.items).toHaveLength(1);
    await other.taps("Done");
  });

  it("something written unasked is kept and asked for a place", async () => {
    const before = (await kept("cluster-director")).length;
    await delegate.sends("Просили прислать прайс-лист до пятницы");
    const question = await delegate.sees("Сохранить это как заметку?");
    await delegate.taps("📝 Посещение КГБУЗ", question);
    await delegate.sees("✅ Сохранено: Посещение КГБУЗ");
    expect(await kept("cluster-director")).toHaveLength(before + 1);
    await delegate.taps("Готово").catch(() => undefined);
  });

  it("thanks get a reaction, not a question", async () => {
    await delegate.sends("Спасибо!");
    delegate.seesNot("Сохранить это как заметку?");
    expect(delegate.screen()).toMatch(/👌/);
  });
});

describe("reading notes", () => {
  it("lists one's own, opens one with its attachments, and asks before deleting", async () => {
    await delegate.sends("/notes");
    const list = await delegate.sees(/Ваши заметки: \d/);
    await delegate.taps("Договорились", list);
    const note = await delegate.sees("🎤 Голосовое");
    await delegate.taps("Показать вложения", note);
    await delegate.sees("[voice]");
    await delegate.sees("Заведующий отделением");
    await delegate.taps("Удалить", note);
    await delegate.sees("Вернуть её будет нельзя.");
    await delegate.taps("Нет, оставить");
    await delegate.taps("Удалить");
    await delegate.taps("Да, удалить");
    await delegate.sees(/Ваши заметки|У вас пока нет заметок/);
    expect((await kept("cluster-director")).some(({ event }) => event === undefined)).toBe(true);
    expect(
      (await kept("cluster-director"))
        .flatMap(({ items }) => items)
        .some(({ media }) => media?.kind === "voice"),
    ).toBe(false);
  });

  it("shows a caption too long for its photo after it", async () => {
    const caption = `Протокол: ${"слово ".repeat(300)}конец`;
    await delegate.sends({ photo: Buffer.from("protocol"), caption });
    await delegate.taps("📝 О поездке в целом");
    await delegate.sends("/notes");
    await delegate.taps("Протокол");
    await delegate.taps("Показать вложения");
    await delegate.sees("[photo]");
    await delegate.sees(/^Протокол: .*конец$/s);
  });

  it("adds to a note later", async () => {
    await delegate.sends("/notes");
    await delegate.taps("Первое");
    await delegate.taps("Дополнить");
    await delegate.sends("Третье");
    await delegate.sees("✅ Сохранено 3 сообщения");
    await delegate.taps("Готово");
  });

  it("organisers read those of all; nobody else does", async () => {
    await organiser.sends("/notes");
    await organiser.sees("Заметки делегации: 11");
    await organiser.taps("›");
    await organiser.sees("Руководитель исполнительной дирекции кластера");
    await organiser.taps("Первое");
    const opened = await organiser.sees("Третье");
    organiser.seesNot("Удалить");

    const [foreign] = await kept("cluster-director");
    await other.forges(`note:1:${foreign?.id}`, opened);
    expect(other.toasts.at(-1)?.text).toBe("This note no longer exists.");
    await other.forges(`noteDeleteYes:1:${foreign?.id}`, opened);
    expect(await notes.find("krasnoyarsk", foreign?.id ?? "")).toBeDefined();
  });
});

describe("an organiser who is none any more", () => {
  it("goes on with their own note, and no longer reads the others'", async () => {
    const { people, seating } = stage.app.store;
    const second = await stage.delegate("krasnoyarsk", "protocol", "Протокол", "ru");
    await second.sends("/note");
    await second.taps("О поездке в целом");
    await second.sends("До снятия роли");
    await second.sends("/notes");
    const list = await second.sees("Заметки делегации");
    await organiser.forges("setRole:1:protocol:delegate", organiser.lastSent());
    expect((await people.seat("krasnoyarsk", "protocol"))?.role).toBe("delegate");
    await second.sends("После снятия роли");
    await second.sees("✅ Сохранено 2 сообщения");
    await second.sends("готово");
    const [own] = await kept("protocol");
    expect(own?.items.map(({ text }) => text)).toEqual(["До снятия роли", "После снятия роли"]);
    await second.forges("notes:1:all:0", list);
    await second.sees("Ваши заметки: 1");
    await seating.change("krasnoyarsk", "protocol", (seat) => ({ ...seat, role: "organiser" }));
  });
});
