import { afterEach, describe, expect, it } from "vitest";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T08:00") });
const { api } = stage;
const delegate = await stage.delegate("krasnoyarsk", "cluster-director", "Участник", "ru");
const other = await stage.delegate("krasnoyarsk", "biotechnology", "Delegate", "en");
const third = await stage.delegate("krasnoyarsk", "guide-2", "Старший", "ru");
const secretary = await stage.delegate("krasnoyarsk", "secretary", "Секретарь", "ru");
const protocol = await stage.delegate("krasnoyarsk", "protocol", "Protocol", "en");
const { questions, audit, people, ledger } = stage.app.store;

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
  expect(api.report.callbacksNeverAnswered).toBe(0);
});

async function open() {
  return (await questions.page("krasnoyarsk", { which: "open", from: 0, most: 100 })).questions;
}

/** Whether the newest message there that says so came with a sound. */
function rang(person: typeof delegate, what: string): boolean {
  const said = person.room.history().filter(({ message }) => message.text?.includes(what));
  return said.at(-1)?.silent === false;
}

describe("a question", () => {
  it("of several messages goes to every organiser, with its photos, and rings", async () => {
    await delegate.sends("/ask");
    await delegate.sees("Можно несколько сообщений");
    await delegate.sends("Где стоит автобус?");
    await delegate.sees("✅ Записано 1 сообщение. Отправить организаторам?");
    await delegate.sends([
      { photo: Buffer.from("one"), caption: "Вид с крыльца" },
      { photo: Buffer.from("two") },
    ]);
    await delegate.sees("✅ Записано 3 сообщения.");
    await delegate.sends({ voice: Buffer.from("voice") });
    await delegate.taps("✅ Отправить организаторам");
    await delegate.sees("✅ Вопрос № 1 передан организаторам.");
    const copy = await secretary.sees("❓ Вопрос № 1");
    expect(copy.text).toMatch(
      /Руководитель исполнительной дирекции кластера · .*\n.*Автобус № 2\n🕐 17 ноября, 08:00/,
    );
    expect(copy.text).toContain("Где стоит автобус?");
    await secretary.sees("[photo]\nВид с крыльца");
    await secretary.sees("[voice]");
    const photo = secretary.room.history().find(({ message }) => message.photo !== undefined);
    expect(photo?.message.reply_to_message?.message_id).toBe(copy.message_id);
    await protocol.sees("❓ Question No. 1");
    expect(rang(secretary, "Вопрос № 1")).toBe(true);
    other.seesNot("Question No. 1");
  });

  it("is answered by a reply; the others see by whom, and the asker is rung", async () => {
    await secretary.sends("У выхода № 2", { replyTo: await secretary.sees("❓ Вопрос № 1") });
    await secretary.sees("✅ Ответ отправлен: Руководитель исполнительной дирекции кластера");
    const answer = await delegate.sees("✉️ Ответ организаторов");
    expect(answer.text).toContain("Вид с крыльца");
    expect(answer.text).toMatch(/У выхода № 2$/);
    expect(rang(delegate, "Ответ организаторов")).toBe(true);
    const marked = await protocol.sees("✅ Answered by Secretary of the delegation (17 November, 08:00)");
    expect(marked.text).toMatch(/^❓ Question No\. 1/);
    expect(await open()).toEqual([]);
  });

  it("is answered by both, by a button too, with a photo; each answer comes", async () => {
    await protocol.taps("Answer", await protocol.sees("Question No. 1"));
    await protocol.sees("Write the answer to question No. 1 in one message.");
    await protocol.sends([{ photo: Buffer.from("map"), caption: "The map" }, { photo: Buffer.from("bus") }]);
    await delegate.sees("The map");
    await delegate.sees("[photo]");
    await stage.app.settle();
    const said = delegate.room
      .history()
      .filter(({ message }) => message.text?.includes("Ответ организаторов"));
    expect(said).toHaveLength(2);
    await secretary.sees(
      "✅ На вопрос ответили: Ответственный секретарь делегации, Начальник протокола делегации",
    );
    // What follows is no answer any more.
    await protocol.sends("A note of my own");
    await protocol.sees("Save this as a note?");
    protocol.seesNot("Answer sent");
    await protocol.taps("Do not save");
  });

  it("goes on when the asker replies to the answer", async () => {
    await delegate.sends("А номер?", { replyTo: await delegate.sees("У выхода № 2") });
    await delegate.sees("✅ Передано организаторам.");
    const more = await secretary.sees("❓ Дополнение к вопросу № 1");
    expect((await open()).map(({ id }) => id)).toEqual([1]);
    await secretary.sends("А 123", { replyTo: more });
    const answer = await delegate.sees("А 123");
    expect(answer.text).toContain("А номер?");
    await delegate.taps("Написать ещё", answer);
    await delegate.sends("Благодарю, нашёл");
    await protocol.sees(/More on question No\. 1[\s\S]*Благодарю, нашёл/);
  });

  it("lets commands pass, takes a plain «готово», and a thought better of is not sent", async () => {
    await other.sends("/ask When is supper?");
    await other.sees("✅ 1 message written down.");
    await other.sends("/now");
    await other.sees("Next");
    await other.sends("And where?");
    await other.sees("✅ 2 messages written down.");
    await other.sends("Done");
    await other.sees("Question No. 2 has gone to the organisers");
    const copy = await secretary.sees("❓ Вопрос № 2");
    expect(copy.text).toMatch(/When is supper\?\nAnd where\?/);
    await other.sends("ask a question");
    await other.sends("Never mind");
    const receipt = await other.sees("1 message written down");
    await other.taps("Do not send", receipt);
    await other.sees("The question was not sent.");
    await other.forges("askSend:1:old", receipt);
    expect(other.toasts.at(-1)?.text).toBe("The question is empty. Write it first.");
  });

  it("takes over from a note that is being written, and leaves what is in it", async () => {
    await other.sends("/note");
    await other.taps("The trip as a whole");
    await other.sends("For the note");
    await other.sends("/ask");
    await other.sends("For the question");
    await other.sees("✅ 1 message written down.");
    await stage.restart();
    await other.taps("Send to the organisers");
    await other.sees("Question No. 3");
    const [note] = (await stage.app.store.notes.page("krasnoyarsk", { from: 0, most: 1 })).notes;
    expect(note?.items.map(({ text }) => text)).toEqual(["For the note"]);
  });

  it("asked twice by an update delivered twice is one, with one copy for each", async () => {
    await delegate.sends("/ask Один раз");
    await delegate.taps("✅ Отправить организаторам");
    await delegate.sees("Вопрос № 4");
    await secretary.sees("Вопрос № 4");
    await api.redeliver(api.lastUpdateId);
    await stage.app.settle();
    const copies = secretary.room
      .history()
      .filter(({ message }) => message.text?.startsWith("❓ Вопрос № 4"));
    expect(copies).toHaveLength(1);
    expect((await questions.page("krasnoyarsk", { which: "all", from: 0, most: 9 })).total).toBe(4);
    await secretary.sends("Один ответ", { replyTo: copies[0]?.message });
    await api.redeliver(api.lastUpdateId);
    await stage.app.settle();
    expect((await questions.find("krasnoyarsk", 4))?.pieces).toHaveLength(2);
  });

  it("too long for one message is cut there, and follows whole", async () => {
    const long = `Начало ${"слово ".repeat(600)}конец`;
    await delegate.sends("/ask");
    await delegate.sends(long);
    await delegate.taps("✅ Отправить организаторам");
    const copy = await secretary.sees("❓ Вопрос № 5");
    expect(copy.text?.length).toBeLessThan(4096);
    await secretary.sees(/^Начало .*конец$/s);
  });
});

describe("something a delegate wrote unasked", () => {
  it("can be passed on to the organisers; an organiser's own stays a note", async () => {
    await delegate.sends("Забыл бейдж в гостинице");
    await delegate.taps("✉️ Передать организаторам");
    await delegate.sees("✅ Вопрос № 6 передан организаторам.");
    await secretary.sees(/Вопрос № 6[\s\S]*Забыл бейдж/);
    await secretary.sends("Купить воды");
    const asked = await secretary.sees("Сохранить это как заметку?");
    const labels = asked.reply_markup?.inline_keyboard.flat().map(({ text }) => text);
    expect(labels).not.toContain("✉️ Передать организаторам");
    await secretary.forges("passOn:1:m1", asked);
    expect(secretary.toasts.at(-1)?.text).toBe("Эта кнопка устарела. Откройте /today.");
  });
});

describe("somebody who needs help", () => {
  it("sees whom to call, the escort first, and sends where they are; then the four keys are back", async () => {
    await delegate.sends("Нужна помощь");
    const help = await delegate.sees("Кому позвонить");
    expect(help.text).toMatch(/^Ваш сопровождающий\n☎️ /);
    await delegate.taps("📍 Отправить, где я");
    await delegate.sees("Нажмите «Отправить моё место» внизу.");
    await delegate.taps("📍 Отправить моё место");
    await delegate.sees("✅ Ваше место передано.");
    expect(delegate.screen()).toMatch(/⌨ \[ Сегодня \] \[ Что сейчас \]/);
    for (const helper of [secretary, third]) {
      await helper.sees("🆘 Нужна помощь");
      await helper.sees("[place Руководитель исполнительной дирекции кластера");
      expect(rang(helper, "🆘 Нужна помощь")).toBe(true);
    }
    other.seesNot("Help needed");
  });

  it("is answered by the escort, whom nobody made an organiser", async () => {
    const call = await third.sees("🆘 Нужна помощь");
    expect(call.reply_markup?.inline_keyboard.flat().map(({ text }) => text)).toEqual(["Ответить"]);
    await third.sends("Иду к вам", { replyTo: call });
    await delegate.sees(/✉️ Ответ на вашу просьбу о помощи[\s\S]*Иду к вам/);
    await secretary.sees("✅ На вопрос ответили");
    const [, number] = /№ (\d+)/.exec(call.text ?? "") ?? [];
    await third.forges(`questionClose:1:${number}:copy`, call);
    expect(third.toasts.at(-1)?.text).toBe("Эта кнопка устарела. Откройте /today.");
  });

  it("may think better of it, or do something else: the keys are back at once", async () => {
    for (const [said, answer] of [
      ["Do not send", "Your place was not sent."],
      ["/now", "Next"],
    ] as const) {
      await other.sends("I need help");
      await other.taps("📍 Send where I am");
      expect(other.screen()).toContain("⌨ [ 📍 Send my place ]");
      await other.sends(said);
      await other.sees(answer);
      await other.sees("Your place was not sent.");
      expect(other.screen()).toContain("⌨ [ Today ]");
    }
    await other.sends({ location: { latitude: 56, longitude: 92 } });
    await other.sees("Save this as a note?");
    await other.taps("Do not save");
  });

  it("sends where they are in the middle of a note, which goes on", async () => {
    await other.sends("/note");
    await other.taps("The trip as a whole");
    await other.sends("I need help");
    await other.taps("📍 Send where I am");
    await other.taps("📍 Send my place");
    await other.sees("✅ Your place has been sent.");
    await other.sends("More for the note");
    await other.sees("✅ 1 message saved");
    await other.taps("Done");
  });
});

describe("the desk", () => {
  it("lists open questions, shows one with what came with it, closes it and keeps it", async () => {
    await stage.app.settle();
    await secretary.sends("Стол");
    await secretary.taps("❓ Вопросы участников");
    await secretary.sees(/Вопросы без ответа: \d/);
    await secretary.taps("Все вопросы");
    await secretary.sees("Все вопросы:");
    await secretary.taps("›");
    await secretary.taps("№ 1 ·");
    await secretary.sees(/Благодарю, нашёл/);
    await secretary.taps("Показать вложения");
    await secretary.sees("[voice]");
    await secretary.taps("Закрыть без ответа");
    expect(secretary.toasts.at(-1)?.text).toBe("Вопрос закрыт");
    await protocol.sees("☑️ Closed without an answer by Secretary of the delegation");
    expect((await open()).map(({ id }) => id)).not.toContain(1);
    expect((await questions.find("krasnoyarsk", 1))?.closed?.by).toBe("secretary");
    const { deeds } = await audit.page("krasnoyarsk", { from: 0, most: 1 });
    expect(deeds[0]).toMatchObject({ by: "secretary", did: "close-question", about: "cluster-director" });
  });

  it("shows the last deliveries and the log, whatever has no words yet by its code", async () => {
    await audit.enter("krasnoyarsk", {
      at: stage.clock.now(),
      by: "protocol",
      did: "future-deed",
      about: "bus-1",
    });
    await secretary.sends("/desk");
    await secretary.taps("📬 Последние отправки");
    await secretary.sees(/📬 Последние отправки\n\n17 ноября, 08:00 · ✅ доставлено/);
    await secretary.taps("›");
    await secretary.taps("‹ Стол организаторов");
    await secretary.taps("📓 Журнал");
    const log = await secretary.sees("📓 Журнал:");
    expect(log.text).toContain("17 ноября, 08:00 · Начальник протокола делегации\nfuture-deed: Автобус № 1");
    expect(log.text).toContain("вопрос закрыт без ответа: Руководитель исполнительной дирекции кластера");
  });

  it("is not there for delegates, forged or not", async () => {
    const screen = other.lastSent();
    for (const forged of [
      ...["questions:1:open:0", "question:1:1", "questionMedia:1:1", "questionClose:1:2:desk"],
      ...["attention:1", "outcomes:1:0", "journal:1:0", "questionReply:1:1", "questionReply:1:99"],
    ]) {
      await other.forges(forged, screen);
      expect(other.toasts.at(-1)?.text).toBe("This button is out of date. Open /today.");
    }
    await other.sends("/bind");
    await other.sees("There is no such command");
  });
});

describe("an answer to somebody who has blocked the bot", () => {
  it("does not come, and whoever answered is told whom to reach by other means", async () => {
    await other.sends("/ask Before I go");
    await other.taps("Send to the organisers");
    const copy = await protocol.sees(/Question No\.[\s\S]*Before I go/);
    await other.blocks();
    await protocol.sends("An answer for nobody", { replyTo: copy });
    await protocol.sees(/📵 The answer to question No\. \d+ did not arrive: Director of research/);
    await stage.app.settle();
    secretary.seesNot("не дошёл");
    expect((await people.member("krasnoyarsk", "biotechnology"))?.participant.unreachableSince).toBeDefined();
    const outcomes = [...(await ledger.of("krasnoyarsk", "biotechnology"))];
    expect(outcomes.filter(([id]) => id.startsWith("answer/")).map(([, { outcome }]) => outcome)).toEqual([
      "unreachable",
    ]);
  });
});

describe("an organiser", () => {
  it("who has lost the role can no longer answer, not even one begun", async () => {
    await delegate.sends("/ask Последний");
    await delegate.taps("✅ Отправить организаторам");
    const copy = await protocol.sees("Последний");
    await protocol.taps("Answer", copy);
    const { redis, keys } = stage.app.store;
    const stored = (await redis.hget(keys.seats("krasnoyarsk"), "protocol")) ?? "";
    await redis.hset(keys.seats("krasnoyarsk"), "protocol", stored.replace('"organiser"', '"delegate"'));
    await protocol.sends("Too late");
    await protocol.sees("Save this as a note?");
    await protocol.sends("By reply", { replyTo: copy });
    await protocol.sees("Save this as a note?");
    await redis.hset(keys.seats("krasnoyarsk"), "protocol", stored);
    expect((await open()).at(-1)?.pieces).toHaveLength(1);
  });
});
