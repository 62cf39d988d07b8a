import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T09:50") });
const { notes } = stage.app.store;
const head = await stage.delegate("krasnoyarsk", "head", "Глава", "ru");
const other = await stage.delegate("krasnoyarsk", "biotechnology", "Delegate", "en");
await stage.turn(at("2016-11-17T10:01"));

// The newest note is known by its minute.
beforeEach(() => stage.clock.turn(stage.clock.now() + 60_000));
afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

const kept = async (seat: string) => (await notes.page("krasnoyarsk", { seat, from: 0, most: 100 })).notes;
const newest = async (seat: string) => (await kept(seat))[0];

/** The reminder of the wreath-laying, of 10:00. */
async function reminder(person: typeof head) {
  const found = person.room.history().findLast(({ message }) => message.text?.startsWith("⏰"));
  if (found === undefined) throw new Error("no reminder came");
  return found.message;
}

describe("a reply to a message of the bot's", () => {
  it("is kept as a note to its event, whatever it holds; several replies to one message are one note", async () => {
    const replyTo = await reminder(head);
    await head.sends("Договорились о «венке» <b>😀</b> =1+1", { replyTo });
    const receipt = await head.sees("✅ Сохранено: Церемония возложения цветов");
    await head.sends({ voice: Buffer.from("voice") }, { replyTo });
    await head.sends({ photo: Buffer.from("p"), caption: "Подпись" }, { replyTo });
    const note = await newest("head");
    expect(note).toMatchObject({ event: "wreath-laying" });
    expect(note?.items.map(({ text, media }) => media?.kind ?? text)).toEqual([
      "Договорились о «венке» <b>😀</b> =1+1",
      "voice",
      "photo",
    ]);
    await head.taps("Открыть заметку", receipt);
    await head.sees("Договорились о «венке» <b>😀</b> =1+1");
  });

  it("of an album one note with one answer, however often an update comes", async () => {
    await other.sends([{ photo: Buffer.from("1"), caption: "Wreath" }, { photo: Buffer.from("2") }], {
      replyTo: await reminder(other),
    });
    await stage.api.redeliver(stage.api.lastUpdateId);
    await other.sees("✅ Saved: Flower-laying");
    expect(other.screen().match(/✅ Saved: Flower-laying/g)).toHaveLength(1);
    expect((await newest("biotechnology"))?.items.map(({ text }) => text)).toEqual(["Wreath", undefined]);
  });

  it("to a card, which is known by its buttons", async () => {
    await head.sends("/today");
    await head.taps("12:00 Встреча Губернатора");
    const card = await head.sees("110");
    await head.sends("О карточке", { replyTo: card });
    await head.sees("✅ Сохранено: Встреча Губернатора");
    expect(await newest("head")).toMatchObject({ event: "governor-meeting" });
  });

  it("to what the bot sent by itself, whatever else is awaited: words to look for, a reason, a card", async () => {
    const replyTo = await reminder(head);
    await head.sends("/notes");
    await head.taps("🔎 Найти");
    await head.sends("Не слова для поиска", { replyTo });
    await head.sees("✅ Сохранено: Церемония возложения цветов");
    await head.sends("/people");
    await head.taps("🔎 Найти");
    await head.sends("Не фамилия", { replyTo });
    await head.sees("✅ Сохранено: Церемония возложения цветов");
    await head.sends("/contacts");
    await head.taps("👤 Записать контакт");
    await head.sends("Не карточка", { replyTo });
    await head.sees("✅ Сохранено: Церемония возложения цветов");
    await head.sends("/today");
    await head.taps("14:30 Конференция");
    await head.taps("🚫 Не смогу быть");
    await head.taps("Да, не смогу");
    await head.sends("Не причина", { replyTo });
    await head.sees("✅ Сохранено: Церемония возложения цветов");
    const note = (await kept("head")).find(({ event }) => event === "wreath-laying");
    expect(note?.items.slice(-4).map(({ text }) => text)).toEqual([
      "Не слова для поиска",
      "Не фамилия",
      "Не карточка",
      "Не причина",
    ]);
    await head.sends("Причина");
    await head.sees("Причина передана организаторам.");
    await head.taps("↩️ Всё-таки буду");
  });

  it("to a day of several events asks which of them", async () => {
    await other.sends("/today");
    const day = await other.sees("Thursday 17 November");
    const before = (await kept("biotechnology")).length;
    await other.sends([{ photo: Buffer.from("3") }, { photo: Buffer.from("4") }], { replyTo: day });
    await other.sees("Which event is this about?");
    expect(other.screen().match(/Which event is this about\?/g)).toHaveLength(1);
    await other.taps("📝 Conference on");
    await other.sees("✅ Saved: Conference on");
    const after = await kept("biotechnology");
    expect(after).toHaveLength(before + 1);
    const conference = after.find(({ event }) => event === "conference");
    expect(conference?.items).toHaveLength(2);
  });

  it("in the middle of a note goes to its own event, and the note goes on", async () => {
    await head.sends("/note");
    await head.taps("О поездке в целом");
    await head.sends("Первое");
    await head.sends("О встрече", { replyTo: await reminder(head) });
    await head.sees("✅ Сохранено: Церемония возложения цветов");
    await head.sends("Второе");
    await head.sees("✅ Сохранено 2 сообщения");
    await head.taps("Готово");
  });

  it("in the middle of a question, too", async () => {
    await other.sends("/ask");
    await other.sends("Where do we dine?");
    await other.sends("Many veterans", { replyTo: await reminder(other) });
    await other.sees("✅ Saved: Flower-laying");
    await other.sends("And when?");
    await other.sees("✅ 2 messages written down.");
    await other.sends("Done");
    await other.sees("Question No. 1");
    const [question] = (await stage.app.store.questions.find("krasnoyarsk", 1))?.pieces ?? [];
    expect(question?.items.map(({ text }) => text)).toEqual(["Where do we dine?", "And when?"]);
  });

  it("commands, thanks and replies to what tells of no event are what they always were", async () => {
    const replyTo = await reminder(head);
    await head.sends("завтра", { replyTo });
    await head.sees("Пятница, 18 ноября");
    await head.sends("Спасибо!", { replyTo });
    head.seesNot("Сохранено");
    await head.sends("/help");
    const help = await head.sees("/today — программа на сегодня");
    await head.sends("Просто так", { replyTo: help });
    await head.sees("Сохранить это как заметку?");
    await head.taps("Не сохранять");
  });
});

describe("an unasked album", () => {
  it("is passed on to the organisers as a whole", async () => {
    await other.sends([{ photo: Buffer.from("lost"), caption: "Whose?" }, { photo: Buffer.from("found") }]);
    await other.taps("Pass on to the organisers");
    await other.sees("Question No. 2");
    const [question] = (await stage.app.store.questions.find("krasnoyarsk", 2))?.pieces ?? [];
    expect(question?.items.map(({ text, media }) => text ?? media?.kind)).toEqual(["Whose?", "photo"]);
  });

  it("is asked about once and kept as one note", async () => {
    await head.sends([
      { photo: Buffer.from("a"), caption: "Раз" },
      { photo: Buffer.from("b") },
      { photo: Buffer.from("c") },
    ]);
    await head.sees("Сохранить это как заметку?");
    const asked = head.screen().match(/Сохранить это как заметку\?/g)?.length;
    await head.taps("📝 О поездке в целом");
    await head.sees("✅ Сохранено: О поездке в целом");
    expect(asked).toBe(1);
    expect(
      (await kept("head")).find(({ items }) => items.some(({ text }) => text === "Раз"))?.items,
    ).toHaveLength(3);
  });
});

describe("editing one's message", () => {
  it("edits the note, also a caption, also what waits for a place; twice does no harm", async () => {
    await head.sends("/note");
    await head.taps("О поездке в целом");
    await head.sends("Ошибка в слвое");
    const said = head.lastSent();
    await head.taps("Готово");
    await head.edits(said, `Ошибка в слове\u202E ${"я".repeat(4000)}`);
    await stage.api.redeliver(stage.api.lastUpdateId);
    expect((await newest("head"))?.items.map(({ text }) => text?.slice(0, 14))).toEqual(["Ошибка в слове"]);
    expect((await newest("head"))?.items[0]?.text).toHaveLength(4016);

    stage.clock.turn(stage.clock.now() + 60_000);
    await head.sends("Ждёт места");
    const waiting = head.lastSent();
    const question = await head.sees("Сохранить это как заметку?");
    await head.edits(waiting, "Нашло место");
    await head.taps("О поездке в целом", question);
    expect((await newest("head"))?.items.map(({ text }) => text)).toEqual(["Нашло место"]);
  });

  it("inside a scene changes what is kept, and the scene goes on; of what is kept nowhere nothing happens", async () => {
    await head.sends("/note");
    await head.taps("О поездке в целом");
    await head.sends("Было");
    await head.edits(head.lastSent(), "Стало");
    await head.sends("Ещё");
    await head.sees("✅ Сохранено 2 сообщения");
    await head.taps("Готово");
    expect((await newest("head"))?.items.map(({ text }) => text)).toEqual(["Стало", "Ещё"]);
    await head.sends("/now");
    await head.edits(head.lastSent(), "/today");
    head.seesNot("Четверг");
  });
});
