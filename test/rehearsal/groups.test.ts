import type { Api } from "grammy";
import { beforeEach, describe, expect, it } from "vitest";
import type { BotApi } from "../../src/rehearsal/bot-api/server.ts";
import { group, type Person, person } from "../../src/rehearsal/people.ts";
import { polling, refusal, refused, server } from "./setup.ts";

let api: BotApi;
let telegram: Api;
let founder: Person;
let guest: Person;

beforeEach(async () => {
  ({ api, telegram } = await server());
  founder = person(api, { firstName: "Анна" });
  guest = person(api, { firstName: "Пётр" });
});

const later = { wait: false } as const;

describe("a group", () => {
  it("adds the bot, which hears commands and replies, not every word", async () => {
    const heard: string[] = [];
    await polling(api, (bot) => {
      bot.on("my_chat_member", (ctx) => void heard.push(`bot ${ctx.myChatMember.new_chat_member.status}`));
      bot.command("today", (ctx) => ctx.reply("Программа на сегодня"));
      bot.on("message:text", (ctx) => void heard.push(ctx.message.text));
      bot.on("message:new_chat_members", (ctx) => {
        heard.push(`+${ctx.message.new_chat_members[0]?.first_name}`);
      });
    });
    const bus = await group(api, { title: "Автобус № 2", members: [founder] });
    await founder.in(bus).sends("доброе утро");
    await founder.in(bus).sends("/today");
    const programme = await founder.in(bus).sees("Программа");
    await founder.in(bus).sends("спасибо", { replyTo: programme });
    await founder.in(bus).sends("@attache_bot, ты тут?");
    await founder.in(bus).sends("/today@other_bot");
    await bus.adds(guest);
    await guest.in(bus).sends("/today");
    await guest.in(bus).sees("Программа");
    founder.seesNot("Программа");

    expect(heard).toEqual(["bot member", "+Attaché", "спасибо", "@attache_bot, ты тут?", "+Пётр"]);
    expect(await telegram.getChatMemberCount(bus.id)).toBe(3);
    expect((await telegram.getChatAdministrators(bus.id)).map(({ user }) => user.id)).toEqual([founder.id]);
    expect((await telegram.getChatMember(bus.id, guest.id)).status).toBe("member");
  });

  it.each(["group", "supergroup"] as const)("throws the bot out of a %s", async (kind) => {
    const bus = await group(api, { title: "Автобус", members: [founder], kind }, later);
    await bus.removesBot(later);
    const [change, farewell] = await telegram.getUpdates({ offset: -2 });
    expect(change?.my_chat_member?.new_chat_member.status).toBe("kicked");
    expect(farewell?.message?.left_chat_member?.id).toBe(api.bot.id);
    const { error_code, description } = await refusal(telegram.sendMessage(bus.id, "x"));
    expect(error_code).toBe(403);
    expect(description).toBe(`Forbidden: bot was kicked from the ${kind} chat`);
    await bus.addsBot("member", later);
    await telegram.leaveChat(bus.id);
    expect(await refused(telegram.sendMessage(bus.id, "x"))).toBe(
      `Forbidden: bot is not a member of the ${kind} chat`,
    );
  });

  it("becomes a supergroup, and says where it went", async () => {
    const bus = await group(api, { title: "Автобус", members: [founder] }, later);
    const old = bus.id;
    await bus.upgrades(later);

    const { error_code, description, parameters } = await refusal(telegram.sendMessage(old, "x"));
    expect(error_code).toBe(400);
    expect(description).toBe("Bad Request: group chat was upgraded to a supergroup chat");
    expect(parameters).toEqual({ migrate_to_chat_id: bus.id });
    expect(bus.id).toBeLessThan(-1_000_000_000_000);
    const updates = await telegram.getUpdates({ offset: -2 });
    expect(
      updates.map(({ message }) => message?.migrate_to_chat_id ?? message?.migrate_from_chat_id),
    ).toEqual([...[bus.id, old]]);
    await telegram.sendMessage(bus.id, "Продолжаем здесь");
    await founder.in(bus).sees("Продолжаем здесь");
  });

  it("has topics only where there are some", async () => {
    const forum = await group(api, { title: "Делегация", members: [founder], forum: true }, later);
    const topic = forum.opensTopic("Автобусы");
    const message = await telegram.sendMessage(forum.id, "Сбор", { message_thread_id: topic });
    expect(message).toMatchObject({ message_thread_id: topic, is_topic_message: true });
    expect(await refused(telegram.sendMessage(forum.id, "x", { message_thread_id: 999 }))).toBe(
      "Bad Request: message thread not found",
    );
    await founder.in(forum).sends("/today", { topic, wait: false });
    const [update] = await telegram.getUpdates({ offset: -1 });
    expect(update?.message?.message_thread_id).toBe(topic);
  });

  it("lets only administrators pin and delete what others wrote", async () => {
    const bus = await group(api, { title: "Автобус", members: [founder] }, later);
    await founder.in(bus).sends("/note", later);
    const theirs = founder.in(bus).lastSent().message_id;
    expect(await refused(telegram.pinChatMessage(bus.id, theirs))).toBe(
      "Bad Request: not enough rights to manage pinned messages in the chat",
    );
    expect(await refused(telegram.deleteMessage(bus.id, theirs))).toBe(
      "Bad Request: message can't be deleted",
    );
    await bus.addsBot("administrator", later);
    await telegram.pinChatMessage(bus.id, theirs);
    await telegram.deleteMessage(bus.id, theirs);
    expect(founder.in(bus).screen()).not.toContain("/note");
  });

  it("is closed to those who are not in it", async () => {
    const bus = await group(api, { title: "Автобус", members: [founder], bot: false });
    await expect(guest.in(bus).sends("x")).rejects.toThrow("Пётр is not in «Автобус»");
    expect(await refused(telegram.sendMessage(bus.id, "x"))).toBe(
      "Forbidden: bot is not a member of the group chat",
    );
    await founder.in(bus).sends("/today");
    expect(await telegram.getUpdates()).toEqual([]);
  });
});
