import { afterEach, describe, expect, it } from "vitest";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T08:00") });
const { api } = stage;
const delegate = await stage.delegate("krasnoyarsk", "cluster-director", "Участник", "ru");
const other = await stage.delegate("krasnoyarsk", "biotechnology", "Delegate", "en");
const bystander = await stage.delegate("krasnoyarsk", "guide-2", "Старший", "ru");
const secretary = await stage.delegate("krasnoyarsk", "secretary", "Секретарь", "ru");
const protocol = await stage.delegate("krasnoyarsk", "protocol", "Protocol", "en");
const { questions } = stage.app.store;

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

/** Brings the last update once more to a program that died before it had noted that it was done with it. */
async function again(): Promise<void> {
  await stage.app.settle();
  const { redis, keys } = stage.app.store;
  await redis.del(keys.update(api.lastUpdateId));
  await api.redeliver(api.lastUpdateId);
  await stage.app.settle();
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
    for (const delegates of [other, bystander]) delegates.seesNot(/Question No\. 1|Вопрос № 1/);
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
    const asked = await protocol.sees("Question No. 1");
    await protocol.taps("Answer", asked);
    // A thought better of it goes to nobody.
    await protocol.taps("Do not send", await protocol.sees("Write the answer to question No. 1"));
    await protocol.sees("Nothing was sent.");
    await protocol.sends("Not for the delegate");
    await protocol.sees("Save this as a note?");
    await protocol.taps("Do not save");
    await protocol.taps("Answer", asked);
    const prompt = await protocol.sees("Write the answer to question No. 1 in one message.");
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
    await protocol.taps("Do not send", prompt);
    expect(protocol.toasts.at(-1)?.text, "it has been sent").toContain("This button is out of date");
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
    await again();
    const copies = secretary.room
      .history()
      .filter(({ message }) => message.text?.startsWith("❓ Вопрос № 4"));
    expect(copies).toHaveLength(1);
    expect((await questions.page("krasnoyarsk", { which: "all", from: 0, most: 9 })).total).toBe(4);
    await secretary.sends("Один ответ", { replyTo: await secretary.sees("❓ Вопрос № 4") });
    await again();
    expect((await questions.find("krasnoyarsk", 4))?.pieces).toHaveLength(2);
  });

  it("and its answer come once although Telegram stumbles over each message", async () => {
    const stumble = { error_code: 502, description: "Bad Gateway" };
    await delegate.sends("/ask");
    await delegate.sends({ photo: Buffer.from("three"), caption: "Сквозь помехи" });
    for (const method of ["sendMessage", "sendPhoto"]) {
      for (const { id } of [secretary, protocol]) api.faults.next({ method, chat: id, kind: stumble });
      api.faults.next({ method, chat: protocol.id, kind: "cut before" });
    }
    await delegate.taps("✅ Отправить организаторам");
    await stage.app.settle();
    for (const organiser of [secretary, protocol]) {
      const copies = organiser.room.history().filter(({ message }) => {
        return message.text?.includes("Сквозь помехи") || message.caption === "Сквозь помехи";
      });
      expect(copies).toHaveLength(2);
    }
    const copy = await secretary.sees(/Вопрос № 5[\s\S]*Сквозь помехи/);
    api.faults.next({ method: "sendMessage", chat: delegate.id, kind: stumble, times: 2 });
    await secretary.sends("Слышно", { replyTo: copy });
    await stage.app.settle();
    const answers = delegate.room.history().filter(({ message }) => message.text?.endsWith("Слышно"));
    expect(answers).toHaveLength(1);
  });

  it("too long for one message is cut there, and follows whole", async () => {
    const long = `Начало ${"слово ".repeat(600)}конец`;
    await delegate.sends("/ask");
    await delegate.sends(long);
    await delegate.taps("✅ Отправить организаторам");
    const copy = await secretary.sees("❓ Вопрос № 6");
    expect(copy.text?.length).toBeLessThan(4096);
    await secretary.sees(/^Начало .*конец$/s);
  });
});
