import { InlineKeyboard, InputFile, Keyboard } from "grammy";
import { describe, expect, it } from "vitest";
import type { Moment } from "../../src/rehearsal/bot-api/world.ts";
import { person } from "../../src/rehearsal/people.ts";
import { polling, server } from "./setup.ts";

describe("a person talks with a bot", () => {
  it("opens an invitation, and is greeted by name and code", async () => {
    const { api } = await server();
    await polling(api, (bot) => {
      bot.command("start", (ctx) =>
        ctx.reply(`${ctx.from?.first_name}, ${ctx.from?.language_code}: ${ctx.match}`),
      );
    });
    const delegate = person(api, { firstName: "Анна", languageCode: "ru" });

    await delegate.opens("https://t.me/attache_bot?start=AB-12_c");

    expect((await delegate.sees(/Анна/)).text).toBe("Анна, ru: AB-12_c");
  });

  it("follows only links Telegram would open in this bot", async () => {
    const { api } = await server();
    const delegate = person(api, { firstName: "Анна" });
    await expect(delegate.opens("https://t.me/other_bot?start=x")).rejects.toThrow("does not lead to");
    await expect(delegate.opens("https://t.me/attache_bot?start=a%20b")).rejects.toThrow("1–64 letters");
  });

  it("taps an inline button: the message is edited and a toast is shown", async () => {
    const { api } = await server();
    await polling(api, (bot) => {
      bot.command("today", (ctx) =>
        ctx.reply("Возложение цветов, 11:00", {
          reply_markup: new InlineKeyboard().text("Подробнее", "more:1"),
        }),
      );
      bot.callbackQuery("more:1", async (ctx) => {
        await ctx.answerCallbackQuery({ text: "Открыто", show_alert: true });
        await ctx.editMessageText("Возложение цветов, тёмное пальто");
      });
    });
    const delegate = person(api, { firstName: "Анна" });

    await delegate.sends("/today");
    await delegate.sees("Возложение");
    delegate.seesNot("пальто");
    await delegate.taps("Подробнее");

    const edited = await delegate.sees(/пальто/);
    expect(edited.edit_date).toBeDefined();
    expect(edited.reply_markup).toBeUndefined();
    expect(delegate.toasts).toEqual([{ text: "Открыто", alert: true }]);
    expect(api.report.callbacksNeverAnswered).toBe(0);
    expect(api.report.unknown).toEqual([]);
  });

  it("counts a tap nobody answers, and lists the buttons when the one looked for is missing", async () => {
    const { api } = await server();
    await polling(api, (bot) => {
      bot.command("today", (ctx) =>
        ctx.reply("День", {
          reply_markup: new InlineKeyboard().text("Принято", "ok").url("Карта", "https://ya.ru"),
        }),
      );
    });
    const delegate = person(api, { firstName: "Анна" });
    await delegate.sends("/today");

    await delegate.taps(/Прин/);
    expect(api.report.callbacksNeverAnswered).toBe(1);
    await expect(delegate.taps("Нет такой")).rejects.toThrow("There are: [ Принято ] [ Карта ].");
  });

  it("taps the newest of several such buttons, a whole label before a part of one, or the message named", async () => {
    const { api, telegram } = await server();
    const delegate = person(api, { firstName: "Анна" });
    await delegate.sends("/start", { wait: false });
    const ask = (label: string, data: string) =>
      telegram.sendMessage(delegate.id, data, { reply_markup: new InlineKeyboard().text(label, data) });
    const oldest = await ask("Принято", "1");
    await ask("Принято", "2");
    await ask("Принято всеми", "3");
    await delegate.taps("Принято", undefined, { wait: false });
    await delegate.taps("всеми", undefined, { wait: false });
    await delegate.taps(/Принято/, oldest, { wait: false });
    const updates = await telegram.getUpdates({ offset: -3 });
    expect(updates.map((update) => update.callback_query?.data)).toEqual(["2", "3", "1"]);
  });

  it("presses the reply keyboard, which stays until it is removed", async () => {
    const { api } = await server();
    await polling(api, (bot) => {
      bot.command("start", (ctx) =>
        ctx.reply("Слушаю", { reply_markup: new Keyboard().text("Сегодня").text("Записать").resized() }),
      );
      bot.hears("Сегодня", (ctx) => ctx.reply("Сегодня две встречи"));
      bot.hears("Хватит", (ctx) => ctx.reply("Убрал", { reply_markup: { remove_keyboard: true } }));
    });
    const delegate = person(api, { firstName: "Анна" });
    await delegate.opens();

    expect(delegate.screen()).toContain("⌨ [ Сегодня ] [ Записать ]");
    await delegate.taps("Сегодня");
    await delegate.sees("две встречи");
    await delegate.sends("Хватит");
    await expect(delegate.taps("Сегодня")).rejects.toThrow("no buttons at all");
  });

  it("shares where they are by a key that asks for it", async () => {
    const { api } = await server();
    await polling(api, (bot) => {
      bot.command("start", (ctx) =>
        ctx.reply("Где вы?", { reply_markup: new Keyboard().requestLocation("Я здесь").oneTime() }),
      );
      bot.on("message:location", (ctx) => ctx.reply(`Широта ${ctx.message.location.latitude}`));
    });
    const delegate = person(api, { firstName: "Анна" });
    await delegate.opens();
    await delegate.taps("Я здесь");
    await delegate.sees(/^Широта \d+\.\d+$/);
  });

  it("sends every kind of thing, an album and a reply; the bot reads the bytes", async () => {
    const { api } = await server();
    const got: string[] = [];
    await polling(api, (bot) => {
      bot.on(["message:photo", "message:voice", "message:document"], async (ctx) => {
        const file = await ctx.getFile();
        const bytes = await fetch(`${api.url}/file/bot${api.token}/${file.file_path}`);
        got.push(
          `${await bytes.text()} ${ctx.message?.caption} ${ctx.message?.media_group_id !== undefined}`,
        );
      });
      bot.on("message:contact", (ctx) => void got.push(ctx.message.contact.phone_number));
      bot.on("message:location", (ctx) => void got.push(String(ctx.message.location.latitude)));
      bot.on("message:sticker", (ctx) => void got.push(ctx.message.sticker.emoji ?? ""));
      bot.on(
        "message:text",
        (ctx) => void got.push(`${ctx.message.reply_to_message?.message_id} ${ctx.message.text}`),
      );
    });
    const delegate = person(api, { firstName: "Анна" });
    const bytes = (text: string) => new TextEncoder().encode(text);

    await delegate.sends({ photo: bytes("снимок"), caption: "зал" });
    const photo = delegate.lastSent();
    await delegate.sends({ voice: bytes("голос") });
    await delegate.sends({ document: bytes("файл"), name: "итог.docx" });
    await delegate.sends([{ photo: bytes("один"), caption: "два снимка" }, { photo: bytes("два") }]);
    await delegate.sends({ contact: { phone_number: "+81 3", first_name: "Sato" } });
    await delegate.sends({ location: { latitude: 35.5, longitude: 139.7 } });
    await delegate.sends({ sticker: "👍" });
    await delegate.sends("к снимку", { replyTo: photo });

    expect(got).toEqual([
      ...["снимок зал false", "голос undefined false", "файл undefined false"],
      ...["один два снимка true", "два undefined true", "+81 3", "35.5", "👍"],
      `${photo.message_id} к снимку`,
    ]);
  });

  it("marks commands in what people write, and tells the bot of edits", async () => {
    const { api } = await server();
    const edits: (string | undefined)[] = [];
    await polling(api, (bot) => {
      bot.command("note", (ctx) => ctx.reply(`Записано: ${ctx.match}`));
      bot.on("edited_message:text", (ctx) => void edits.push(ctx.editedMessage.text));
    });
    const delegate = person(api, { firstName: "Анна" });
    await delegate.sends("/note@attache_bot встреча");
    await delegate.sees("Записано: встреча");
    await delegate.edits(delegate.lastSent(), "встреча в 15:00");
    expect(edits).toEqual(["встреча в 15:00"]);
  });

  it("blocks the bot and lets it in again", async () => {
    const { api, telegram } = await server();
    const seen: string[] = [];
    await polling(api, (bot) => {
      bot.on("my_chat_member", (ctx) => void seen.push(ctx.myChatMember.new_chat_member.status));
    });
    const delegate = person(api, { firstName: "Анна" });
    await delegate.opens();
    await delegate.blocks();
    await expect(telegram.sendMessage(delegate.id, "x")).rejects.toThrow(
      "Forbidden: bot was blocked by the user",
    );
    await expect(delegate.sends("x")).rejects.toThrow("unblocks() first");
    await expect(delegate.forges("x", { message_id: 1 })).rejects.toThrow("unblocks() first");
    await delegate.unblocks();
    await telegram.sendMessage(delegate.id, "Снова здесь");
    await delegate.sees("Снова здесь");
    expect(seen).toEqual(["kicked", "member"]);
  });

  it("does not see what is not there, and says what is", async () => {
    const { api, telegram } = await server();
    const delegate = person(api, { firstName: "Анна" });
    await delegate.sends("привет", { wait: false });
    await telegram.sendMessage(delegate.id, "Здравствуйте");

    await expect(delegate.sees(/Прощайте/, 20)).rejects.toThrow("— Attaché:\nЗдравствуйте");
    expect(() => delegate.seesNot("Здравствуйте")).toThrow("Анна sees Здравствуйте");
    delegate.looksAway();
    delegate.seesNot("Здравствуйте");
    await expect(delegate.sees("Здравствуйте", 20)).rejects.toThrow("does not see");
  });

  it("sees what comes later without asking again and again", async () => {
    const { api, telegram } = await server();
    const delegate = person(api, { firstName: "Анна" });
    await delegate.sends("привет", { wait: false });
    const seeing = delegate.sees("Сбор в 10:15");
    await telegram.sendPhoto(delegate.id, new InputFile(Buffer.from("x"), "a.png"), {
      caption: "Сбор в 10:15",
    });
    expect((await seeing).photo).toHaveLength(2);
  });

  it("does not wait for ever for a bot that is down", async () => {
    const { api } = await server({ settleTimeout: 30 });
    const delegate = person(api, { firstName: "Анна" });
    await expect(delegate.sends("есть кто?")).rejects.toThrow("update 100001 (message «есть кто?»)");
    await delegate.sends("и всё же", { wait: false });
  });

  it("dates messages by programme time, and tells every moment to whoever listens", async () => {
    const start = Date.UTC(2027, 3, 1, 9);
    const { api, telegram } = await server({ now: () => start });
    const moments: Moment[] = [];
    const stop = api.onMoment((moment) => moments.push(moment));
    const delegate = person(api, { firstName: "Анна" });
    await delegate.sends("/start", { wait: false });
    const { message_id, date } = await telegram.sendMessage(delegate.id, "Раз");
    await telegram.editMessageText(delegate.id, message_id, "Два");
    await telegram.setMessageReaction(delegate.id, delegate.lastSent().message_id, [
      { type: "emoji", emoji: "👍" },
    ]);
    await telegram.deleteMessage(delegate.id, message_id);
    stop();
    await telegram.sendMessage(delegate.id, "Не слышно");

    expect(date).toBe(start / 1000);
    expect(moments.map(({ kind, by }) => `${kind} ${by.first_name}`)).toEqual([
      ...["message Анна", "message Attaché", "edited Attaché", "reaction Attaché", "deleted Attaché"],
    ]);
    expect(moments[0]?.at).toBe(start);
    expect(delegate.screen()).toContain("👍");
  });
});
