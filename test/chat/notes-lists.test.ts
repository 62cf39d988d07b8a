import { afterEach, describe, expect, it } from "vitest";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-18T11:20") });
const { store } = stage.app;
const author = await stage.delegate("krasnoyarsk", "cluster-director", "Автор", "ru");
const other = await stage.delegate("krasnoyarsk", "biotechnology", "Other", "en");
const reader = await stage.delegate("krasnoyarsk", "chamber", "会頭", "ja");
const organiser = await stage.delegate("krasnoyarsk", "secretary", "Секретарь", "ru");
const second = await stage.delegate("krasnoyarsk", "protocol", "Organiser", "en");

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

async function writes(who: typeof author, words: string, event: RegExp | string, done: string) {
  stage.clock.turn(stage.clock.now() + 60_000);
  await who.sends("/note");
  await who.taps(event);
  await who.sends(words);
  await who.taps(done);
}
const newest = async (seat: string) =>
  (await store.notes.page("krasnoyarsk", { seat, from: 0, most: 1 })).notes[0];

await writes(author, "Обмен ПРОГРАММАМИ, Ёлка, ＷＩＦＩ", "Посещение КГБУЗ", "Готово");
await writes(author, `"=1+1" <b>😀</b> \u202Eשלום`, "О поездке", "Готово");
await writes(other, "Équipement promis, contact übergeben", "Visit to", "Done");
await writes(other, "x".repeat(4096), "Visit to", "Done");

describe("marks", () => {
  it("are set and taken by the author, several at a time, and stand on the note", async () => {
    await author.sends("/notes");
    await author.taps("Обмен");
    await author.taps("🏷 Отметки");
    await author.sees("Отметок может быть несколько");
    await author.taps("Договорённость");
    await author.taps("Результат");
    await stage.api.redeliver(stage.api.lastUpdateId);
    await author.taps("✓ Результат");
    await author.taps("Контакт");
    await author.taps("‹ К заметке");
    await author.sees("🏷 Контакт, Договорённость");
    expect(
      (await store.notes.page("krasnoyarsk", { seat: "cluster-director", from: 1, most: 1 })).notes[0]?.marks,
    ).toEqual(["contact", "agreement"]);
  });

  it("may be set by organisers too, which is entered in the log", async () => {
    await second.sends("/notes");
    await second.taps("Équipement");
    await second.taps("🏷 Marks");
    await second.taps("Remark");
    const { deeds } = await store.audit.page("krasnoyarsk", { from: 0, most: 5 });
    expect(deeds[0]).toMatchObject({ by: "protocol", did: "note-mark", about: "biotechnology" });
  });

  it("are nobody else's to set", async () => {
    const note = await newest("biotechnology");
    await author.forges(`noteMark:1:${note?.id}:result`, author.lastSent());
    expect(author.toasts.at(-1)?.text).toBe("Этой заметки больше нет.");
    await author.forges(`noteReader:1:${note?.id}:delegation`, author.lastSent());
    expect((await newest("biotechnology"))?.readers).toBe("organisers");
  });
});

describe("who may read", () => {
  it("a note is the organisers' until its author shares it with the delegation", async () => {
    await reader.sends("/notes");
    await reader.taps("代表団のメモ");
    await reader.sees("共有メモはまだありません");
    await author.sends("/notes");
    await author.taps("Обмен");
    await author.sees("Кто читает: организаторы");
    await author.taps("👁 Кто читает");
    await author.taps("Вся делегация");
    await author.sees("Кто читает: вся делегация");
    await reader.sends("/notes");
    await reader.taps("代表団のメモ");
    await reader.sees("代表団の共有メモ：1件");
    await reader.taps("Обмен");
    const shown = await reader.sees("Обмен ПРОГРАММАМИ");
    const labels = shown.reply_markup?.inline_keyboard.flat().map(({ text }) => text);
    expect(labels).toEqual(["‹ 一覧へ"]);
  });

  it("what is proposed for the press organisers release, or decline", async () => {
    await author.sends("/notes");
    await author.taps("=1+1");
    await author.taps("👁 Кто читает");
    await author.taps("Предложить для прессы");
    await author.sees("для прессы: предложено");
    const note = await newest("cluster-director");
    await author.forges(`noteReader:1:${note?.id}:released`, author.lastSent());
    expect((await newest("cluster-director"))?.readers).toBe("proposed");
    await organiser.sends("/notes");
    await organiser.taps("=1+1");
    await organiser.taps("Выпустить для прессы");
    await organiser.sees("для прессы: выпущено");
    await organiser.taps("Отозвать у прессы");
    await organiser.sees("для прессы: отклонено");
    const { deeds } = await store.audit.page("krasnoyarsk", { from: 0, most: 2 });
    expect(deeds.map(({ did }) => did)).toEqual(["note-decline", "note-release"]);
  });
});

describe("search", () => {
  it.each(["программами", "ёЛКА", "елка", "wifi обмен"])("/notes %s finds one's own note", async (words) => {
    await author.sends(`/notes ${words}`);
    const found = await author.sees("Найдено заметок: 1");
    expect(found.text).toContain("Слова: ");
  });

  it("of one's own notes only; a button asks for words, and commands lead out of it", async () => {
    await author.sends("/notes équipement");
    await author.sees("Найдено заметок: 0");
    await other.sends("/notes");
    await other.taps("🔎 Search");
    await other.sees("What are you looking for?");
    await other.sends("ÜBERGEBEN");
    await other.sees("Notes found: 1");
    await other.taps("🔎 Search");
    await other.sends("/now");
    await other.seesNot("Notes found");
    await other.sends(`/notes ${"long ".repeat(500)}`);
    await other.sees("Notes found: 0");
  });

  it("organisers search everybody's", async () => {
    await organiser.sends("/notes équipement");
    const found = await organiser.sees("Найдено заметок: 1");
    expect(found.text).toContain("Équipement promis");
  });
});

describe("filters", () => {
  it("narrow the organisers' list by author, event and mark together, and are shown", async () => {
    await organiser.sends("/notes");
    await organiser.taps("Отобрать");
    await organiser.taps("По событию");
    await organiser.taps("›");
    await organiser.taps(/Посещение КГБУЗ/);
    await organiser.sees("Найдено заметок: 3");
    await organiser.taps("Отобрать");
    await organiser.taps("По отметке");
    await organiser.taps("Договорённость");
    const found = await organiser.sees("Найдено заметок: 1");
    expect(found.text).toContain("Отметка: Договорённость");
    await organiser.taps(/^1\./);
    await organiser.taps("‹ К списку");
    await organiser.sees("Отметка: Договорённость");
    await organiser.taps("Отобрать");
    await organiser.taps("По автору");
    await organiser.taps("Вице-губернатор");
    await organiser.sees("Найдено заметок: 0");
    await organiser.taps("Отобрать");
    await organiser.sees("Автор: Вице-губернатор");
    await organiser.taps("Показать все");
    await organiser.sees("Найдено заметок: 4");
  });

  it("end with the whole list", async () => {
    await organiser.sends("/notes équipement");
    await organiser.taps("Все заметки");
    await organiser.taps("Отобрать");
    expect((await organiser.sees("Какие заметки показать?")).text).not.toContain("Слова");
  });

  it("do not exist for delegates", async () => {
    for (const forged of [
      "sift:1",
      "siftBy:1:author:0",
      "siftTo:1:author:chamber",
      "untyped:1:0",
      "owing:1:0",
      "surveyResults:1:0",
    ]) {
      await author.forges(forged, author.lastSent());
      expect(author.toasts.at(-1)?.text).toBe("Эта кнопка устарела. Откройте /today.");
    }
  });
});
