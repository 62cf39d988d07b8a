import { type Api, InlineKeyboard, InputFile } from "grammy";
import type { InlineKeyboardMarkup, MessageEntity } from "grammy/types";
import { beforeEach, describe, expect, it } from "vitest";
import type { BotApi } from "../../src/rehearsal/bot-api/server.ts";
import { type Person, person } from "../../src/rehearsal/people.ts";
import { refusal, refused, server } from "./setup.ts";

const HOUR = 3600 * 1000;
const NOT_MODIFIED =
  "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

let api: BotApi;
let telegram: Api;
let delegate: Person;
let chat: number;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2027, 3, 1, 9);
  ({ api, telegram } = await server({ now: () => now }));
  delegate = person(api, { firstName: "Анна" });
  chat = delegate.id;
  await delegate.sends("/start", { wait: false });
});

const say = (text: string, entities?: MessageEntity[]) =>
  telegram.sendMessage(chat, text, entities === undefined ? {} : { entities });
const withButtons = (reply_markup: InlineKeyboardMarkup) =>
  telegram.sendMessage(chat, "Кнопки", { reply_markup });

describe("texts and captions", () => {
  it("must not be empty or too long; characters count, not UTF-16 units", async () => {
    expect(await refused(say(""))).toBe("Bad Request: message text is empty");
    expect(await refused(say(" \n "))).toBe("Bad Request: text must be non-empty");
    expect(await refused(say("я".repeat(4097)))).toBe("Bad Request: message is too long");
    expect((await say("👔".repeat(4096))).text).toHaveLength(8192);
    const captioned = (length: number) =>
      telegram.sendPhoto(chat, new InputFile(Buffer.from("x")), { caption: "я".repeat(length) });
    expect(await refused(captioned(1025))).toBe("Bad Request: message caption is too long");
    expect((await captioned(1024)).caption).toHaveLength(1024);
  });

  it("are kept without white space around them, their entities moved along", async () => {
    const { text, entities } = await say("\n  Сбор в 10:15  \n", [
      { type: "bold", offset: 3, length: 15 },
      { type: "italic", offset: 16, length: 1 },
    ]);
    expect(text).toBe("Сбор в 10:15");
    expect(entities).toEqual([{ type: "bold", offset: 0, length: 12 }]);
  });

  it.each<[string, Partial<MessageEntity> & { offset: number; length: number }, string]>([
    [
      "Сбор",
      { type: "bold", offset: 9, length: 1 },
      "entity begins after the end of the text at UTF-16 offset 9",
    ],
    [
      "Сбор",
      { type: "bold", offset: 1, length: 9 },
      "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 10",
    ],
    [
      "👔 x",
      { type: "bold", offset: 1, length: 2 },
      "entity begins in a middle of a UTF-16 symbol at byte offset",
    ],
    ["x 👔", { type: "bold", offset: 0, length: 3 }, "ends in a middle of a UTF-16 symbol at byte offset"],
    ["Сбор", { type: "bold", offset: -1, length: 1 }, "receive an entity with incorrect offset -1"],
    ["Сбор", { type: "font" as "bold", offset: 0, length: 1 }, "Unsupported type specified"],
    ["Сбор", { type: "text_link", url: "tel:+7", offset: 0, length: 1 }, "Unsupported URL protocol"],
    ["Сбор", { type: "date_time", offset: 0, length: 1 }, 'Field "unix_time" must be of type Number'],
    [
      "Сбор",
      { type: "date_time", unix_time: 1, date_time_format: "x" as "r", offset: 0, length: 1 },
      "Invalid date-time format specified",
    ],
  ])("refuse in %j the entity %j", async (text, entity, reason) => {
    const words = await refused(say(text, [entity as MessageEntity]));
    expect(words).toMatch(/^Bad Request: /);
    expect(words).toContain(reason);
  });

  it("keep the entities a bot of ours uses", async () => {
    const entities: MessageEntity[] = [
      { type: "date_time", offset: 0, length: 5, unix_time: 1_806_000_000, date_time_format: "" },
      { type: "expandable_blockquote", offset: 6, length: 3 },
      { type: "phone_number", offset: 6, length: 3 },
    ];
    expect((await say("10:15 +81", entities)).entities).toEqual(entities);
  });
});

describe("keyboards", () => {
  const row = (count: number) => Array.from({ length: count }, (_, i) => InlineKeyboard.text("x", `${i}`));

  it.each<[string, InlineKeyboardMarkup, string]>([
    ["data over 64 bytes", new InlineKeyboard().text("x", "я".repeat(33)), "BUTTON_DATA_INVALID"],
    ["no text", new InlineKeyboard().text("", "x"), "inline keyboard button text must be non-empty"],
    [
      "a telephone link",
      new InlineKeyboard().url("x", "tel:+81312345678"),
      "inline keyboard button URL 'tel:+81312345678' is invalid: Unsupported URL protocol",
    ],
    [
      "a link to nowhere",
      new InlineKeyboard().url("x", "http://"),
      "inline keyboard button URL 'http://' is invalid: Wrong HTTP URL",
    ],
    [
      "no data",
      new InlineKeyboard().text("x", ""),
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    ["a long text to copy", new InlineKeyboard().copyText("x", "я".repeat(257)), "BUTTON_COPY_TEXT_INVALID"],
    ["nine in a row", { inline_keyboard: [row(9)] }, "reply markup is too long"],
    [
      "over a hundred",
      { inline_keyboard: Array.from({ length: 51 }, () => row(2)) },
      "reply markup is too long",
    ],
  ])("refuse %s", async (_, markup, reason) => {
    expect(await refused(withButtons(markup))).toBe(`Bad Request: ${reason}`);
  });

  it("may be as large as Telegram allows", async () => {
    const widest = { inline_keyboard: Array.from({ length: 12 }, () => row(8)) };
    expect((await withButtons(widest)).reply_markup).toEqual(widest);
    await withButtons(
      new InlineKeyboard().text("x", "я".repeat(32)).url("y", "https://a.ru/?q=1").copyText("z", "1"),
    );
  });
});

describe("edits", () => {
  it("must change something", async () => {
    const reply_markup = new InlineKeyboard().text("x", "1");
    const { message_id } = await telegram.sendMessage(chat, "Раз", { reply_markup });
    expect(await refused(telegram.editMessageText(chat, message_id, "Раз", { reply_markup }))).toBe(
      NOT_MODIFIED,
    );
    expect(await refused(telegram.editMessageReplyMarkup(chat, message_id, { reply_markup }))).toBe(
      NOT_MODIFIED,
    );
    await telegram.editMessageText(chat, message_id, "Раз");
    expect(await refused(telegram.editMessageReplyMarkup(chat, message_id))).toBe(NOT_MODIFIED);
  });

  it("need a message of the bot's own, without a reply keyboard", async () => {
    expect(await refused(telegram.editMessageText(chat, 999, "x"))).toBe(
      "Bad Request: message to edit not found",
    );
    const theirs = delegate.lastSent().message_id;
    expect(await refused(telegram.editMessageText(chat, theirs, "x"))).toBe(
      "Bad Request: message can't be edited",
    );
    const { message_id } = await telegram.sendMessage(chat, "x", {
      reply_markup: { keyboard: [[{ text: "Сегодня" }]] },
    });
    expect(await refused(telegram.editMessageText(chat, message_id, "y"))).toBe(
      "Bad Request: message can't be edited",
    );
  });

  it("change text in texts, captions under media, and media", async () => {
    const text = await say("Раз");
    const photo = await telegram.sendPhoto(chat, new InputFile(Buffer.from("x")), { caption: "День" });
    expect(await refused(telegram.editMessageCaption(chat, text.message_id, { caption: "x" }))).toBe(
      "Bad Request: there is no caption in the message to edit",
    );
    expect(await refused(telegram.editMessageText(chat, photo.message_id, "x"))).toBe(
      "Bad Request: there is no text in the message to edit",
    );
    await telegram.editMessageCaption(chat, photo.message_id, { caption: "Вечер" });
    expect(delegate.screen()).toContain("[photo]\nВечер");
    const place = await telegram.sendLocation(chat, 35.6, 139.7);
    const picture = { type: "photo", media: new InputFile(Buffer.from("z")) } as const;
    expect(await refused(telegram.editMessageMedia(chat, place.message_id, picture))).toBe(
      "Bad Request: message media can't be edited",
    );
    const media = { type: "document", media: new InputFile(Buffer.from("y"), "день.ics") } as const;
    await telegram.editMessageMedia(chat, photo.message_id, media);
    expect(delegate.screen()).toContain("[file день.ics]");
    expect(delegate.screen()).not.toContain("Вечер");
  });
});

describe("deleting, copying, replying, pinning", () => {
  it("deletes within 48 hours of programme time", async () => {
    expect(await refused(telegram.deleteMessage(chat, 999))).toBe("Bad Request: message to delete not found");
    const [old, young] = [await say("старое"), await say("ещё одно")];
    now += 47.9 * HOUR;
    await telegram.deleteMessage(chat, young.message_id);
    now += HOUR;
    expect(await refused(telegram.deleteMessage(chat, old.message_id))).toBe(
      "Bad Request: message can't be deleted for everyone",
    );
    expect(delegate.screen()).toContain("старое");
    expect(delegate.screen()).not.toContain("ещё одно");
  });

  it("skips what is gone when it deletes many", async () => {
    const { message_id } = await say("раз");
    await telegram.deleteMessages(chat, [message_id, 999]);
    expect(delegate.screen()).not.toContain("раз");
    expect(await refused(telegram.deleteMessages(chat, []))).toBe(
      "Bad Request: message identifiers are not specified",
    );
  });

  it("copies and forwards, keeping the content and its buttons apart", async () => {
    const { message_id } = await telegram.sendPhoto(chat, new InputFile(Buffer.from("x")), {
      caption: "Зал",
    });
    expect(await refused(telegram.copyMessage(chat, chat, 999))).toBe(
      "Bad Request: message to copy not found",
    );
    expect(await refused(telegram.forwardMessage(chat, chat, 999))).toBe(
      "Bad Request: message to forward not found",
    );
    await telegram.copyMessage(chat, chat, message_id, { caption: "Другой зал" });
    await telegram.copyMessages(chat, chat, [message_id, 999], { remove_caption: true });
    expect(delegate.screen()).toMatch(/\[photo\]\nДругой зал\n— Attaché:\n\[photo\]$/);
    const forwarded = await telegram.forwardMessage(chat, chat, delegate.lastSent().message_id);
    expect(forwarded.forward_origin).toMatchObject({ type: "user", sender_user: { id: chat } });
    const kept = await telegram.sendMessage(chat, "секрет", { protect_content: true });
    expect(await refused(telegram.copyMessage(chat, chat, kept.message_id))).toBe(
      "Bad Request: message has protected content and can't be forwarded",
    );
  });

  it("remembers what came without a sound", async () => {
    const { message_id } = await telegram.sendMessage(chat, "тихо", { disable_notification: true });
    expect(delegate.room.find(message_id)?.silent).toBe(true);
    expect(delegate.room.find((await say("громко")).message_id)?.silent).toBe(false);
  });

  it("replies to what is there, or without it when told so", async () => {
    const reply = (allow: boolean) =>
      telegram.sendMessage(chat, "x", {
        reply_parameters: { message_id: 999, allow_sending_without_reply: allow },
      });
    expect(await refused(reply(false))).toBe("Bad Request: message to be replied not found");
    expect((await reply(true)).reply_to_message).toBeUndefined();
    const { message_id } = delegate.lastSent();
    const answer = await telegram.sendMessage(chat, "x", { reply_parameters: { message_id } });
    expect(answer.reply_to_message?.text).toBe("/start");
    const { id: chat_id } = person(api, { firstName: "Пётр" });
    expect(
      await refused(telegram.sendMessage(chat, "x", { reply_parameters: { message_id, chat_id } })),
    ).toContain("does not know parameter «reply_parameters.chat_id»");
  });

  it("pins: the chat says so, and the bot hears its own pin", async () => {
    expect(await refused(telegram.pinChatMessage(chat, 999))).toBe("Bad Request: message to pin not found");
    expect(await refused(telegram.unpinChatMessage(chat))).toBe("Bad Request: message to unpin not found");
    const { message_id } = await say("День");
    await telegram.pinChatMessage(chat, message_id);
    expect((await telegram.getChat(chat)).pinned_message?.text).toBe("День");
    const updates = await telegram.getUpdates({ offset: -1 });
    expect(updates[0]?.message?.pinned_message).toMatchObject({ text: "День" });
    await telegram.unpinAllChatMessages(chat);
    expect((await telegram.getChat(chat)).pinned_message).toBeUndefined();
  });

  it("pins in a private chat without a sound, and unpins one of several; the person may do so too", async () => {
    const [one, other] = [await say("Среда"), await say("Четверг")];
    for (const { message_id } of [one, other]) {
      await telegram.pinChatMessage(chat, message_id, { disable_notification: false });
    }
    expect(delegate.room.history().at(-1)).toMatchObject({ silent: true });
    expect(delegate.pinned.map(({ text }) => text)).toEqual(["Четверг", "Среда"]);
    await telegram.unpinChatMessage(chat, one.message_id);
    expect(delegate.pinned.map(({ text }) => text)).toEqual(["Четверг"]);
    delegate.unpins(other);
    expect(delegate.pinned).toEqual([]);
    delegate.deletes(other);
    expect(await refused(telegram.editMessageText(chat, other.message_id, "x"))).toBe(
      "Bad Request: message to edit not found",
    );
    expect(await refused(telegram.unpinChatMessage(chat, other.message_id))).toBe(
      "Bad Request: message to unpin not found",
    );
    await telegram.unpinAllChatMessages(chat);
  });

  it("does not notice edits of what is pinned, only its coming", async () => {
    const { message_id } = await say("Четверг");
    await delegate.sees("Четверг");
    await telegram.pinChatMessage(chat, message_id);
    delegate.looksAway();
    await telegram.editMessageText(chat, message_id, "Четверг, полдень");
    delegate.seesNot("полдень");
    expect(delegate.pinned[0]?.text).toBe("Четверг, полдень");
    await telegram.unpinAllChatMessages(chat);
  });
});

describe("people a bot cannot write to", () => {
  it("are unknown, have not started it, have blocked it, or are gone", async () => {
    expect(await refused(telegram.sendMessage(1, "x"))).toBe("Bad Request: chat not found");
    const stranger = person(api, { firstName: "Пётр" });
    const { error_code, description } = await refusal(telegram.sendMessage(stranger.id, "x"));
    expect(error_code).toBe(403);
    expect(description).toBe("Forbidden: bot can't initiate conversation with a user");
    await delegate.blocks({ wait: false });
    expect(await refused(say("x"))).toBe("Forbidden: bot was blocked by the user");
    delegate.deactivates();
    expect(await refused(say("x"))).toBe("Forbidden: user is deactivated");
  });
});

describe("answers to taps", () => {
  const tooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";

  async function tap(): Promise<string> {
    await delegate.forges("data", { message_id: 1 }, { wait: false });
    const [update] = await telegram.getUpdates({ offset: -1 });
    return update?.callback_query?.id ?? "";
  }

  it("are given once, in time, and briefly", async () => {
    expect(await refused(telegram.answerCallbackQuery("1"))).toBe(tooOld);
    const id = await tap();
    expect(await refused(telegram.answerCallbackQuery(id, { text: "я".repeat(201) }))).toBe(
      "Bad Request: MESSAGE_TOO_LONG",
    );
    expect(api.report.callbacksNeverAnswered).toBe(1);
    await telegram.answerCallbackQuery(id, { text: "я".repeat(200) });
    expect(delegate.toasts).toHaveLength(1);
    expect(api.report.callbacksNeverAnswered).toBe(0);
    expect(await refused(telegram.answerCallbackQuery(id))).toBe(tooOld);
    expect(api.report.callbacksAnsweredTwice).toBe(1);
  });

  it("come too late after the tap's lifetime", async () => {
    ({ api, telegram } = await server({ callbackLifetime: 0 }));
    delegate = person(api, { firstName: "Анна" });
    expect(await refused(telegram.answerCallbackQuery(await tap()))).toBe(tooOld);
  });

  it("may be for a message that is gone, which the bot then cannot read", async () => {
    const { message_id } = await say("Раз");
    await telegram.deleteMessage(chat, message_id);
    await delegate.forges("old", { message_id }, { wait: false });
    const [update] = await telegram.getUpdates({ offset: -1 });
    expect(update?.callback_query).toMatchObject({ data: "old", message: { message_id, date: 0 } });
  });
});

describe("commands and descriptions", () => {
  it("are kept by scope and language", async () => {
    const commands = [{ command: "today", description: "Сегодня" }];
    await telegram.setMyCommands(commands, { language_code: "ru" });
    await telegram.setMyCommands([{ command: "desk", description: "Стол" }], {
      scope: { type: "chat", chat_id: chat },
    });
    expect(await telegram.getMyCommands({ language_code: "ru" })).toEqual(commands);
    expect(await telegram.getMyCommands()).toEqual([]);
    expect(await telegram.getMyCommands({ scope: { type: "chat", chat_id: chat } })).toHaveLength(1);
    await telegram.deleteMyCommands({ language_code: "ru" });
    expect(await telegram.getMyCommands({ language_code: "ru" })).toEqual([]);
    await telegram.setMyDescription("Для делегаций", { language_code: "ru" });
    await telegram.setMyDescription("For delegations");
    expect((await telegram.getMyDescription({ language_code: "ru" })).description).toBe("Для делегаций");
    expect((await telegram.getMyDescription({ language_code: "ja" })).description).toBe("For delegations");
    await telegram.setChatMenuButton({ chat_id: chat, menu_button: { type: "commands" } });
    expect(await telegram.getChatMenuButton({ chat_id: chat })).toEqual({ type: "commands" });
    expect(await telegram.getChatMenuButton()).toEqual({ type: "default" });
  });

  it.each([
    ["Today", "x", "BOT_COMMAND_INVALID"],
    ["", "x", "command must be non-empty"],
    ["a".repeat(33), "x", "command length must not exceed 32"],
    ["today", "", "command description must be non-empty"],
    ["today", "я".repeat(257), "command description length must not exceed 256"],
  ])("refuse /%s «%s»", async (command, description, reason) => {
    expect(await refused(telegram.setMyCommands([{ command, description }]))).toBe(`Bad Request: ${reason}`);
  });

  it("refuse more than a hundred commands, and chats nobody knows", async () => {
    const many = Array.from({ length: 101 }, (_, i) => ({ command: `c${i}`, description: "x" }));
    expect(await refused(telegram.setMyCommands(many))).toBe("Bad Request: BOT_COMMANDS_TOO_MUCH");
    expect(await refused(telegram.setMyCommands([], { scope: { type: "chat", chat_id: 1 } }))).toBe(
      "Bad Request: chat not found",
    );
  });
});

describe("what the server does not know", () => {
  it("is refused aloud and reported", async () => {
    expect(await refused(telegram.sendMessage(chat, "<b>x</b>", { parse_mode: "HTML" }))).toBe(
      "Bad Request: the local Bot API does not know parameter «parse_mode» of sendMessage",
    );
    expect(await refused(telegram.sendDice(chat, "🎲"))).toBe(
      "Bad Request: the local Bot API does not know sendDice",
    );
    expect(await refused(withButtons(new InlineKeyboard().webApp("x", "https://a.ru")))).toBe(
      "Bad Request: the local Bot API does not know parameter «reply_markup.inline_keyboard.web_app» of sendMessage",
    );
    expect(api.report.unknown).toEqual([
      ...["sendMessage.parse_mode", "sendDice", "sendMessage.reply_markup.inline_keyboard.web_app"],
    ]);
  });
});
