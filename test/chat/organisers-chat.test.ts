import { afterEach, describe, expect, it } from "vitest";
import { group } from "../../src/rehearsal/people.ts";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T08:00") });
const { api } = stage;
const delegate = await stage.delegate("krasnoyarsk", "cluster-director", "Участник", "ru");
const other = await stage.delegate("krasnoyarsk", "biotechnology", "Delegate", "en");
const escort = await stage.delegate("krasnoyarsk", "guide-2", "Старший", "ru");
const secretary = await stage.delegate("krasnoyarsk", "secretary", "Секретарь", "ru");
const protocol = await stage.delegate("krasnoyarsk", "protocol", "Protocol", "en");
const { chats, questions, people } = stage.app.store;
const room = await group(api, { title: "Штаб", members: [secretary, protocol, delegate] });

const HOUR = 60 * 60 * 1000;

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
  expect(api.report.callbacksNeverAnswered).toBe(0);
});

function cards() {
  return secretary
    .in(room)
    .room.history()
    .filter(({ message }) => message.text?.startsWith("🔔 Что требует внимания"));
}

async function asks(words: string): Promise<void> {
  await delegate.sends(`/ask ${words}`);
  await delegate.taps("✅ Отправить организаторам");
  await stage.app.settle();
}

describe("/bind", () => {
  it("is silence for a delegate, in the group and elsewhere", async () => {
    const before = secretary.in(room).room.history().length;
    for (const said of ["/bind", "/unbind"]) await delegate.in(room).sends(said);
    const stranger = stage.person("Чужой", "ru");
    await room.adds(stranger);
    await stranger.in(room).sends("/bind");
    const said = secretary.in(room).room.history().slice(before);
    expect(said.filter(({ message }) => message.from?.id === api.bot.id)).toEqual([]);
    expect(await chats.bound("krasnoyarsk", "organisers")).toBeUndefined();
  });

  it("asks an organiser what the group is; nobody else answers for them", async () => {
    await secretary.in(room).sends("/bind");
    await secretary.in(room).sees("Что это за чат?");
    await delegate.in(room).taps("Чат организаторов");
    expect(await chats.bound("krasnoyarsk", "organisers")).toBeUndefined();
  });

  it("by an organiser makes the group the organisers' chat, with one silent card", async () => {
    await secretary.sends("/bind");
    await secretary.sees(/Чат организаторов не подключён[\s\S]*добавьте бота в группу/);
    await secretary.in(room).taps("Чат организаторов");
    await stage.app.settle();
    await secretary.in(room).sees("✅ Это чат организаторов миссии:");
    await secretary.in(room).sees("✅ Сейчас всё в порядке.");
    expect(cards()).toHaveLength(1);
    expect(cards()[0]?.silent).toBe(true);
    await secretary.sends("/bind");
    await secretary.sees("Чат организаторов: «Штаб».");
  });
});

describe("a question", () => {
  it("goes to the chat once, and to nobody privately; the card counts it", async () => {
    await asks("Где автобус?");
    const copy = await secretary.in(room).sees("❓ Вопрос № 1\n");
    expect(copy.text).toContain("нажмите на это сообщение и выберите «Ответить»");
    await secretary.in(room).sees(/Вопросы без ответа: 1[\s\S]*Где автобус\?/);
    for (const organiser of [secretary, protocol]) organiser.seesNot("№ 1");
    expect(cards()).toHaveLength(1);
  });

  it("is answered by a reply there, from whichever organiser, and shows it", async () => {
    const copy = await secretary.in(room).sees("❓ Вопрос № 1\n");
    await delegate.in(room).sends("Я не организатор", { replyTo: copy });
    expect((await questions.find("krasnoyarsk", 1))?.open).toBe(true);
    await protocol.in(room).sends("At the exit", { replyTo: copy });
    await delegate.sees(/Ответ организаторов[\s\S]*At the exit/);
    await stage.app.settle();
    expect(protocol.in(room).screen()).toContain("At the exit\n👌");
    expect(protocol.in(room).screen()).toContain("✅ На вопрос ответили: Начальник протокола делегации");
    await secretary.in(room).sees("✅ Сейчас всё в порядке.");
    expect(cards()).toHaveLength(1);
  });

  it("is closed by a button there, by organisers only; a reply to the card is shown the way", async () => {
    await asks("Уже нашёл");
    const copy = await secretary.in(room).sees("❓ Вопрос № 2\n");
    await delegate.in(room).taps("Закрыть без ответа", copy);
    expect((await questions.find("krasnoyarsk", 2))?.open).toBe(true);
    await secretary
      .in(room)
      .sends("Скажите, у входа", { replyTo: await secretary.in(room).sees("🔔 Что требует") });
    await secretary.in(room).sees("Это сводка, ответ никому не отправлен.");
    await secretary.in(room).taps("Закрыть без ответа", copy);
    await secretary.in(room).sees("☑️ Закрыто без ответа: Ответственный секретарь делегации");
  });

  it("with a place goes to the chat and to the escort, and rings", async () => {
    await delegate.sends("Нужна помощь");
    await delegate.taps("📍 Отправить, где я");
    await delegate.taps("📍 Отправить моё место");
    await stage.app.settle();
    for (const one of [secretary.in(room), escort]) {
      await one.sees("🆘 Нужна помощь");
      await one.sees("[place Руководитель");
      const call = one.room.history().findLast(({ message }) => message.text?.startsWith("🆘"));
      expect(call?.silent).toBe(false);
    }
    secretary.seesNot("🆘");
    await secretary.in(room).sends("Едем", { replyTo: await secretary.in(room).sees("🆘 Нужна помощь") });
    await delegate.sees("Едем");
  });
});

describe("somebody unreachable", () => {
  it("is told of in the chat, once and with a sound, and stands on the card until back", async () => {
    await asks("Проверка");
    await secretary.in(room).sends("Ответ", { replyTo: await secretary.in(room).sees("❓ Вопрос № 4\n") });
    await other.blocks();
    await other.looksAway();
    await stage.turn(at("2016-11-17T10:30"));
    const alerts = secretary
      .in(room)
      .room.history()
      .filter(({ message }) => message.text?.startsWith("📵"));
    expect(alerts).toHaveLength(1);
    expect(alerts[0]?.silent).toBe(false);
    for (const organiser of [secretary, protocol]) organiser.seesNot("📵");
    await secretary.in(room).sees(/Не доходят сообщения: 1 участник\n• Директор по науке/);
    await other.unblocks();
    await other.sends("/today");
    await stage.app.settle();
    await secretary.in(room).sees("✅ Сейчас всё в порядке.");
  });
});

describe("the card", () => {
  it("is drawn anew at the bottom when it is forty hours old, and the old one goes", async () => {
    const [before] = cards();
    stage.clock.turn(stage.clock.now() + 41 * HOUR);
    await asks("Через два дня");
    expect(cards()).toHaveLength(1);
    expect(cards()[0]?.message.message_id).toBeGreaterThan(before?.message.message_id ?? 0);
    expect(cards()[0]?.silent).toBe(true);
  });

  it("is drawn anew when somebody has deleted it", async () => {
    const [kept] = cards();
    if (kept !== undefined) api.world.remove(secretary.in(room).room, kept, secretary.user);
    await asks("Ещё один");
    expect(cards()).toHaveLength(1);
    await secretary.in(room).sees(/Вопросы без ответа: 2/);
  });

  it("is the same at the desk", async () => {
    await secretary.sends("/desk");
    await secretary.taps("🔔 Что требует внимания");
    const view = await secretary.sees(/🔔 Что требует внимания[\s\S]*Вопросы без ответа: 2/);
    expect(view.text).toBe(cards()[0]?.message.text);
  });
});

describe("the chat", () => {
  it("stays bound when the group becomes a supergroup", async () => {
    await room.upgrades();
    expect((await chats.bound("krasnoyarsk", "organisers"))?.chat).toBe(room.id);
    await asks("В новой группе");
    await secretary.in(room).sees("В новой группе");
    await secretary.in(room).sends("Видим", { replyTo: await secretary.in(room).sees("❓ Вопрос № 7\n") });
    await delegate.sees("Видим");
  });

  it("is followed even if the bot has missed that it moved", async () => {
    const before = await chats.bound("krasnoyarsk", "organisers");
    const old = await group(api, { title: "Штаб", members: [secretary, protocol] });
    await secretary.in(old).sends("/bind");
    await secretary.in(old).taps("Чат организаторов");
    await stage.app.settle();
    const oldId = old.id;
    await old.upgrades();
    await stage.app.settle();
    const moved = await chats.bound("krasnoyarsk", "organisers");
    if (moved !== undefined) await chats.bind({ ...moved, chat: oldId });
    await asks("Вслед за чатом");
    await secretary.in(old).sees(/^❓[\s\S]*Вслед за чатом/);
    expect((await chats.bound("krasnoyarsk", "organisers"))?.chat).toBe(old.id);
    // The card of the chat before says that it is one no more.
    expect(secretary.in(room).screen()).toContain("Здесь больше не чат организаторов.");
    if (before !== undefined) await chats.bind(before);
    await stage.app.settle();
  });

  it("is let go when the bot is thrown out, and everybody is told; questions come privately again", async () => {
    await room.removesBot();
    await stage.app.settle();
    await secretary.sees("⚠️ Бот больше не может писать в чат организаторов «Штаб».");
    await protocol.sees("⚠️ The bot can no longer write in the organisers' chat “Штаб”.");
    expect(await chats.bound("krasnoyarsk", "organisers")).toBeUndefined();
    await asks("Лично");
    await secretary.sees("Лично");
    await protocol.sees("Лично");
  });

  it("lost without a word is found out by the first question, which then comes privately", async () => {
    await room.addsBot();
    await protocol.in(room).sends("/bind");
    await protocol.in(room).taps("The organisers' chat");
    await protocol.in(room).sees("✅ This is now the organisers' chat of:");
    await stage.app.settle();
    room.room.members.set(api.bot.id, { status: "kicked", user: api.bot, until_date: 0 });
    await asks("Никто не сказал");
    await secretary.sees("Никто не сказал");
    await protocol.sees("The bot can no longer write");
    room.room.members.set(api.bot.id, { status: "member", user: api.bot });
  });

  it("in a forum is the topic where it was bound", async () => {
    const forum = await group(api, { title: "Форум", members: [protocol, secretary], forum: true });
    const topic = forum.opensTopic("Вопросы");
    await protocol.in(forum).sends("/bind", { topic });
    await protocol.in(forum).taps("The organisers' chat");
    await asks("В тему");
    const copy = await protocol.in(forum).sees(/^❓[\s\S]*В тему/);
    expect(copy.message_thread_id).toBe(topic);
    await protocol.in(forum).sends("Answered", { replyTo: copy, topic });
    await delegate.sees("Answered");
    await protocol.in(forum).sends("/unbind", { topic });
    await protocol.in(forum).sees("The organisers' chat is unbound.");
    expect(await chats.bound("krasnoyarsk", "organisers")).toBeUndefined();
    await protocol.sends("/unbind");
    await protocol.sees("There is no chat to unbind here.");
    const reachable = await people.member("krasnoyarsk", "biotechnology");
    expect(reachable?.participant.unreachableSince).toBeUndefined();
  });
});
