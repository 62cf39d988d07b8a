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

describe("something a delegate wrote unasked", () => {
  it("can be passed on to the organisers; an organiser's own stays a note", async () => {
    await delegate.sends("Забыл бейдж в гостинице");
    await delegate.taps("✉️ Передать организаторам");
    await delegate.sees("✅ Вопрос № 1 передан организаторам.");
    await secretary.sees(/Вопрос № 1[\s\S]*Забыл бейдж/);
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
    expect(help.text).toMatch(/^Ваш старший\n☎️ /);
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
    for (let number = 0; number < 6; number += 1) await delegate.sends(`/ask Вопрос подряд ${number}`);
    await delegate.sends({ voice: Buffer.from("voice") });
    await delegate.taps("✅ Отправить организаторам");
    await stage.app.settle();
    await secretary.sends("Стол");
    await secretary.taps("❓ Вопросы участников");
    await secretary.sees(/Вопросы без ответа: \d/);
    await secretary.taps("Все вопросы");
    await secretary.sees("Все вопросы:");
    await secretary.taps("Вопрос подряд 0");
    await secretary.sees(/Вопрос подряд 5/);
    await secretary.taps("Показать вложения");
    await secretary.sees("[voice]");
    await secretary.taps("Закрыть без ответа");
    expect(secretary.toasts.at(-1)?.text).toBe("Вопрос закрыт");
    await protocol.sees("☑️ Closed without an answer by Secretary of the delegation");
    const [newest] = (await questions.page("krasnoyarsk", { which: "all", from: 0, most: 1 })).questions;
    expect(newest?.closed?.by).toBe("secretary");
    expect((await open()).map(({ id }) => id)).not.toContain(newest?.id);
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
    await secretary.taps("🗃 Отправки и журнал");
    await secretary.taps("📬 Последние отправки");
    await secretary.sees(/📬 Последние отправки\n\n17 ноября, 08:00 · ✅ доставлено/);
    await secretary.taps("›");
    await secretary.taps("‹ Стол организаторов");
    await secretary.taps("🗃 Отправки и журнал");
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
