/** The delegation's group: told of changes once and silently, and asked there for one's own eyes. */
import { afterEach, describe, expect, it } from "vitest";
import { replacement } from "../../src/domain/edits.ts";
import type { Group } from "../../src/rehearsal/people/groups.ts";
import { group, type Person } from "../../src/rehearsal/people.ts";
import type { Stage } from "../../src/rehearsal/stage.ts";
import { brisk } from "../support/brisk.ts";
import { release } from "../support/releases.ts";
import { at, testStage, tokyo, krasnoyarsk as visit } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T09:00"), ...brisk });
const { api } = stage;
const { chats, missions } = stage.app.store;
const krasnoyarsk = "krasnoyarsk";
const director = await stage.delegate(krasnoyarsk, "cluster-director", "Директор", "ru");
const scientist = await stage.delegate(krasnoyarsk, "biotechnology", "Scientist", "en");
const head = await stage.delegate(krasnoyarsk, "head", "団長", "ja");
const secretary = await stage.delegate(krasnoyarsk, "secretary", "Секретарь", "ru");
const protocol = await stage.delegate(krasnoyarsk, "protocol", "Protocol", "en");
const stranger = stage.person("Чужой", "ru");
const room = await group(api, {
  title: "Делегация",
  members: [secretary, director, scientist, head, protocol, stranger],
});

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
  expect(api.report.callbacksNeverAnswered).toBe(0);
});

/** What everybody in a group sees of the bot. */
function posts(of: Group = room) {
  return of.room.history().filter(({ mine }) => mine);
}
const textsOf = (of: Group = room) => posts(of).map(({ message }) => message.text ?? "");

async function binds(who: Person, where: Group, label: string, on: Stage = stage): Promise<void> {
  await who.in(where).sends("/bind");
  await who.in(where).taps(label);
  await on.app.settle();
}

describe("before it is bound", () => {
  it("the group hears nothing, whoever asks", async () => {
    for (const who of [stranger, director, secretary]) await who.in(room).sends("/today");
    expect(posts()).toEqual([]);
    stranger.seesNot("17");
  });
});

describe("/bind", () => {
  it("offers what the group can be, and an organiser chooses", async () => {
    await binds(secretary, room, "Чат делегации");
    await secretary.in(room).sees(/✅ Это чат делегации миссии:[\s\S]*\/today, отправленное здесь/);
    expect((await chats.bound(krasnoyarsk, "delegation"))?.title).toBe("Делегация");
    expect(await chats.bound(krasnoyarsk, "organisers")).toBeUndefined();
    await protocol.sends("/bind");
    await protocol.sees(/No organisers' chat is bound[\s\S]*The delegation's chat: “Делегация”/);
  });

  it("is nobody else's, by button or forged", async () => {
    await director.in(room).forges("bindAs:1:organisers", posts().at(-1)?.message ?? director.lastSent());
    expect(director.in(room).toasts.at(-1)?.text).toBe("Эта кнопка устарела. Откройте /today.");
    await secretary.in(room).forges("bindAs:1:else", posts().at(-1)?.message ?? secretary.lastSent());
    expect((await chats.bound(krasnoyarsk, "delegation"))?.chat).toBe(room.id);
  });
});

describe("a change of the programme", () => {
  it("is posted once, without a sound, without buttons, whosever group it is of", async () => {
    await release(
      stage,
      krasnoyarsk,
      [
        { do: "shift", event: "oncology-visit", minutes: 20 },
        { do: "shift", event: "business-talks", minutes: 30 },
      ],
      { atOnce: true },
    );
    await stage.turn(stage.clock.now());
    const notice = await stranger.in(room).sees("🔁 Изменения в программе: 2");
    expect(notice.text).toContain("Вашу собственную программу показывает бот в личном чате.");
    expect(notice.reply_markup).toBeUndefined();
    expect(posts().at(-1)?.silent).toBe(true);
    expect(textsOf().filter((text) => text.startsWith("🔁"))).toHaveLength(1);
  });

  it("of the organisers' own events never is", async () => {
    const before = posts().length;
    await release(stage, krasnoyarsk, [{ do: "shift", event: "organisers-review", minutes: 10 }], {
      atOnce: true,
    });
    await stage.turn(stage.clock.now());
    await secretary.sees("🔁");
    expect(posts()).toHaveLength(before);
  });

  it("taken back before the evening is posted not at all; the rest comes in the evening", async () => {
    const before = posts().length;
    await release(stage, krasnoyarsk, [
      { do: "shift", event: "flight-home", minutes: 30 },
      { do: "shift", event: "wrap-up", minutes: 5 },
    ]);
    await release(stage, krasnoyarsk, [{ do: "shift", event: "flight-home", minutes: -30 }]);
    await stage.turn(at("2016-11-17T12:00"));
    expect(posts()).toHaveLength(before);
    await stage.turn(at("2016-11-17T20:00"));
    const [text = ""] = textsOf().slice(before);
    expect(text).toContain("🔁 Изменение в программе");
    expect(posts()).toHaveLength(before + 1);
  });

  it("that makes the mission a draft is posted not at all, nor what is changed in the draft", async () => {
    const before = posts().length;
    const inForce = await missions.inForce(krasnoyarsk);
    if (inForce === undefined) throw new Error("There is no mission");
    const { programme, aside } = inForce;
    const draft = replacement(
      { mission: programme.mission, aside },
      { ...programme.mission, state: "draft" },
    );
    await release(stage, krasnoyarsk, [draft], { atOnce: true });
    await stage.turn(stage.clock.now() + 1000);
    await release(stage, krasnoyarsk, [{ do: "shift", event: "lunch", minutes: 10 }], { atOnce: true });
    await stage.turn(stage.clock.now() + 1000);
    expect(posts()).toHaveLength(before);
    await release(stage, krasnoyarsk, [{ do: "approve" }], { atOnce: true });
    await stage.turn(stage.clock.now() + 1000);
    expect(textsOf().slice(before)).toEqual([expect.stringContaining("стало 12:55–13:55")]);
  });
});

describe("an important broadcast", () => {
  async function write(text: string, to: string, important: boolean): Promise<void> {
    await secretary.sends("/broadcast");
    await secretary.sends(text);
    await secretary.taps("Готово");
    await secretary.taps(to);
    await secretary.taps(important ? "Важное" : "Обычное, без звука");
    await secretary.taps("Сейчас");
    await secretary.taps(/^Отправить/);
    await stage.turn(stage.clock.now());
  }

  it("for everybody is posted once, silently, with nothing to press; others are not", async () => {
    await write("Вход только по паспорту.", "Всем участникам", true);
    const copy = await stranger.in(room).sees("Вход только по паспорту.");
    expect(copy.reply_markup).toBeUndefined();
    expect(posts().at(-1)?.silent).toBe(true);
    await write("Просто к сведению.", "Всем участникам", false);
    expect(textsOf().filter((text) => text.includes("Просто к сведению"))).toEqual([]);
  });

  it("recalled goes from the group too", async () => {
    await write("Ошибка, не читать.", "Всем участникам", true);
    await stranger.in(room).sees("Ошибка, не читать.");
    await secretary.taps("Отозвать");
    await secretary.taps(/^Отозвать|Да/);
    await stage.turn(stage.clock.now());
    expect(textsOf().filter((text) => text.includes("Ошибка"))).toEqual([]);
  });
});

describe("/today in the group", () => {
  it("is answered in the asker's own chat while the bot is no administrator there", async () => {
    await director.in(room).sends("/today");
    await director.in(room).sees("Ответ — в вашем личном чате с ботом.");
    await director.sees("Четверг, 17 ноября");
    await scientist.in(room).sends("/now");
    await scientist.in(room).sees("The answer is in your private chat with the bot.");
    await head.in(room).sends("/today@attache_bot");
    await head.in(room).sees("ボットとの個別チャットに回答しました。");
    expect(textsOf().join("\n")).not.toContain("Четверг");
  });

  it("is silence for strangers, for other bots' commands and for the group's own talk", async () => {
    const before = posts().length;
    await stranger.in(room).sends("/today");
    await stranger.in(room).sends("@attache_bot сегодня");
    await director.in(room).sends("/today@another_bot");
    await director.in(room).sends("сегодня");
    expect(posts()).toHaveLength(before);
  });

  it("is answered on the spot, for the asker's eyes only, where the bot is an administrator", async () => {
    await room.addsBot("administrator");
    const before = posts().length;
    await director.in(room).sends("@attache_bot, сегодня");
    const seen = await director.in(room).sees("Четверг, 17 ноября");
    expect([seen.message_id, seen.receiver_user?.id]).toEqual([0, director.id]);
    await scientist.in(room).sends("/programme");
    await scientist.in(room).sees("Thursday 17 November");
    scientist.in(room).seesNot("Четверг");
    expect(posts()).toHaveLength(before);
    expect(api.report.sent.deleteEphemeralMessage).toBe(1);
  });
});

describe("the chat", () => {
  it("stays bound when it becomes a supergroup", async () => {
    await room.upgrades();
    await release(stage, krasnoyarsk, [{ do: "shift", event: "lunch", minutes: 5 }], { atOnce: true });
    await stage.turn(stage.clock.now() + 1000);
    await stranger.in(room).sees("🔁 Изменение в программе");
  });

  it("can be made the organisers' chat instead, and is the delegation's no more", async () => {
    await binds(protocol, room, "The organisers' chat");
    expect(await chats.bound(krasnoyarsk, "delegation")).toBeUndefined();
    expect((await chats.bound(krasnoyarsk, "organisers"))?.chat).toBe(room.id);
    await binds(protocol, room, "The delegation's chat");
  });

  it("lost is told to the organisers, and bound again it is told only of what comes after", async () => {
    await room.removesBot();
    await stage.app.settle();
    await secretary.sees("⚠️ Бот больше не может писать в чат делегации «Делегация».");
    await protocol.sees("⚠️ The bot can no longer write in the delegation's chat “Делегация”.");
    await release(stage, krasnoyarsk, [{ do: "shift", event: "lunch", minutes: 5 }], { atOnce: true });
    await stage.turn(stage.clock.now() + 1000);
    await room.addsBot();
    await binds(secretary, room, "Чат делегации");
    const before = posts().length;
    await stage.turn(stage.clock.now() + 60_000);
    expect(posts()).toHaveLength(before);
  });

  it("in a forum is the topic it was bound in; /unbind there ends it", async () => {
    const forum = await group(api, { title: "Форум", members: [protocol, secretary], forum: true });
    const topic = forum.opensTopic("Программа");
    await protocol.in(forum).sends("/bind", { topic });
    await protocol.in(forum).taps("The delegation's chat");
    await release(stage, krasnoyarsk, [{ do: "shift", event: "lunch", minutes: -5 }], { atOnce: true });
    await stage.turn(stage.clock.now() + 1000);
    expect((await protocol.in(forum).sees("🔁 Change of programme")).message_thread_id).toBe(topic);
    await protocol.in(forum).sends("/unbind", { topic });
    await protocol.in(forum).sees("The delegation's chat is unbound.");
    const before = posts(forum).length;
    await release(stage, krasnoyarsk, [{ do: "shift", event: "lunch", minutes: 5 }], { atOnce: true });
    await stage.turn(stage.clock.now() + 1000);
    expect(posts(forum)).toHaveLength(before);
    expect((await missions.inForce(krasnoyarsk))?.programme.revision).toBeGreaterThan(5);
  });
});

describe("an older Bot API server", () => {
  it("is found out by a message that says nothing, and never shows anybody's day to all", async () => {
    const old = await testStage({
      now: at("2016-11-17T09:00"),
      missions: [visit, tokyo],
      lacks: ["ephemeral messages"],
    });
    const asker = await old.delegate(krasnoyarsk, "cluster-director", "Директор", "ru");
    const organiser = await old.delegate(krasnoyarsk, "secretary", "Секретарь", "ru");
    const chat = await group(old.api, {
      title: "Делегация",
      members: [organiser, asker],
      bot: "administrator",
    });
    await binds(organiser, chat, "Чат делегации", old);
    const said: string[] = [];
    old.api.onMoment(({ kind, message, room: where }) => {
      if (kind === "message" && where === chat.room && message?.from?.id === old.api.bot.id)
        said.push(message.text ?? "");
    });
    for (let time = 0; time < 2; time += 1) {
      await asker.in(chat).sends("/today");
      await asker.sees("Четверг, 17 ноября");
    }
    const note = "Ответ — в вашем личном чате с ботом.";
    expect(said).toEqual(["…", note, note]);
    expect(textsOf(chat)).not.toContain("…");
  });
});
