import { type Api, InputFile } from "grammy";
import type { Message } from "grammy/types";
import { beforeEach, describe, expect, it } from "vitest";
import type { BotApi } from "../../src/rehearsal/bot-api/server.ts";
import { type Person, person } from "../../src/rehearsal/people.ts";
import { refusal, refused, server } from "./setup.ts";

const MEGABYTE = 1024 * 1024;

let api: BotApi;
let telegram: Api;
let delegate: Person;
let root: string;

beforeEach(async () => {
  ({ api, telegram } = await server());
  delegate = person(api, { firstName: "Анна" });
  root = `${api.url}/bot${api.token}`;
  await delegate.sends("/start", { wait: false });
});

describe("calls", () => {
  it("may be a query string, a form, JSON or multipart, under a name in any case", async () => {
    const values = { chat_id: String(delegate.id), text: "Сбор в 10:15 & далее", protect_content: "true" };
    const form = new FormData();
    for (const [name, value] of Object.entries(values)) form.set(name, value);
    const reply_markup = { inline_keyboard: [[{ text: "x", callback_data: "1" }]] };
    form.set("reply_markup", JSON.stringify(reply_markup));
    const responses = [
      await fetch(`${root}/SENDMESSAGE?${new URLSearchParams(values)}`),
      await fetch(`${root}/sendMessage`, { method: "POST", body: new URLSearchParams(values) }),
      await fetch(`${root}/sendMessage`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ ...values, chat_id: delegate.id }),
      }),
      await fetch(`${root}/sendmessage`, { method: "POST", body: form }),
    ];
    const answers = await Promise.all(responses.map((response) => response.json()));
    for (const answer of answers) {
      expect(answer).toMatchObject({ ok: true, result: { text: values.text, has_protected_content: true } });
    }
    expect(answers[3]).toMatchObject({ result: { reply_markup } });
    expect(api.report.sent).toEqual({ sendMessage: 4 });
  });

  it("are refused in Telegram's form", async () => {
    const ask = async (path: string) => {
      const response = await fetch(`${api.url}${path}`);
      return [response.status, await response.json()];
    };
    const error = (code: number, description: string) => [code, { ok: false, error_code: code, description }];
    expect(await ask("/bot1:other/getMe")).toEqual(error(401, "Unauthorized"));
    expect(await ask("/botnonsense/getMe")).toEqual(error(404, "Not Found"));
    expect(await ask("/")).toEqual(error(404, "Not Found"));
    expect(await ask(`/bot${api.token}/getTea`)).toEqual(error(404, "Not Found: method not found"));
    expect(await ask(`/bot${api.token}/sendMessage?text=x`)).toEqual(
      error(400, "Bad Request: chat_id is empty"),
    );
    expect(await ask(`/bot${api.token}/deleteMessage?chat_id=1`)).toEqual(
      error(400, "Bad Request: message identifier is not specified"),
    );
    expect(await ask(`/bot${api.token}/sendLocation?chat_id=1&latitude=x&longitude=1`)).toEqual(
      error(400, `Bad Request: can't parse "latitude" as Number`),
    );
    expect(await ask(`/bot${api.token}/sendMessage?chat_id=1&text=x&reply_markup={`)).toEqual(
      error(400, "Bad Request: can't parse reply_markup JSON object"),
    );
    expect(await ask(`/bot${api.token}/sendPhoto?chat_id=1`)).toEqual(
      error(400, "Bad Request: there is no photo in the request"),
    );
  });

  it("tells who the bot is", async () => {
    expect(await telegram.getMe()).toMatchObject({ id: 4200, is_bot: true, username: "attache_bot" });
  });
});

describe("files", () => {
  it("are uploaded, sent again by id, and fetched byte for byte", async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 45, 45]);
    const { document } = await telegram.sendDocument(delegate.id, new InputFile(bytes, "отчёт № 1.docx"), {
      caption: "Отчёт",
    });
    expect(document).toMatchObject({ file_name: "отчёт № 1.docx", file_size: 6 });
    expect(document.mime_type).toMatch(/wordprocessingml/);
    const again = await telegram.sendDocument(delegate.id, document.file_id);
    expect(again.document.file_id).toBe(document.file_id);

    const { file_path } = await telegram.getFile(document.file_id);
    const response = await fetch(`${api.url}/file/bot${api.token}/${file_path}`);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
    expect((await fetch(`${api.url}/file/bot${api.token}/none`)).status).toBe(404);
  });

  it("make albums", async () => {
    const photo = (text: string) => ({
      type: "photo" as const,
      media: new InputFile(Buffer.from(text), "a.jpg"),
    });
    const album = await telegram.sendMediaGroup(delegate.id, [{ ...photo("a"), caption: "Зал" }, photo("b")]);
    expect(album.map((message) => message.caption)).toEqual(["Зал", undefined]);
    const [first, second]: Message[] = album;
    expect(first?.media_group_id).toMatch(/^\d+$/);
    expect(second?.media_group_id).toBe(first?.media_group_id);
    const eleven = Array.from({ length: 11 }, () => photo("x"));
    expect(await refused(telegram.sendMediaGroup(delegate.id, eleven))).toBe(
      "Bad Request: too many messages to send as an album",
    );
    const html = { ...photo("a"), caption: "<b>", parse_mode: "HTML" as const };
    expect(await refused(telegram.sendMediaGroup(delegate.id, [html, photo("b")]))).toContain(
      "«media.photo.parse_mode»",
    );
  });

  it("of every kind are described as Telegram does", async () => {
    const file = () => new InputFile(Buffer.from("x"), "x.bin");
    const { id } = delegate;
    expect((await telegram.sendVoice(id, file(), { duration: 3 })).voice.duration).toBe(3);
    expect((await telegram.sendAudio(id, file(), { title: "Гимн" })).audio.title).toBe("Гимн");
    expect((await telegram.sendVideo(id, file(), { width: 10, height: 20 })).video).toMatchObject({
      width: 10,
    });
    expect((await telegram.sendVideoNote(id, file())).video_note.length).toBe(240);
    expect((await telegram.sendAnimation(id, file())).document.file_name).toBe("x.bin");
    expect((await telegram.sendSticker(id, file(), { emoji: "👍" })).sticker.emoji).toBe("👍");
    expect((await telegram.sendVenue(id, 35.6, 139.7, "Зал", "Токио, 1-1")).venue.location.latitude).toBe(
      35.6,
    );
    expect((await telegram.sendContact(id, "+81 3", "Sato")).contact.first_name).toBe("Sato");
    expect((await telegram.sendLocation(id, 35.6, 139.7)).location.longitude).toBe(139.7);
    expect(await telegram.sendChatAction(id, "upload_photo")).toBe(true);
    expect(delegate.screen()).toContain("[place Зал, Токио, 1-1]");
    expect(api.report.unknown).toEqual([]);
  });

  it("are refused when unknown, of another kind, empty or too large", async () => {
    const { id } = delegate;
    const wrong = "Bad Request: wrong file identifier/HTTP URL specified";
    expect(await refused(telegram.sendPhoto(id, "nonsense"))).toBe(wrong);
    expect(await refused(telegram.getFile("nonsense"))).toBe("Bad Request: invalid file_id");
    const { voice } = await telegram.sendVoice(id, new InputFile(Buffer.from("x")));
    expect(await refused(telegram.sendDocument(id, voice.file_id))).toBe(
      "Bad Request: can't use file of type Voice as Document",
    );
    expect(await refused(telegram.sendDocument(id, new InputFile(Buffer.alloc(0), "x")))).toBe(
      "Bad Request: file must be non-empty",
    );
    const large = (megabytes: number) => new InputFile(Buffer.alloc(megabytes * MEGABYTE + 1), "x.bin");
    expect(await refused(telegram.sendPhoto(id, large(10)))).toBe(
      "Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
    );
    expect((await refusal(telegram.sendDocument(id, large(50)))).error_code).toBe(413);
  });

  it("larger than 20 MB come from people, but cannot be fetched", async () => {
    await delegate.sends({ document: Buffer.alloc(20 * MEGABYTE + 1), name: "видео.mp4" }, { wait: false });
    const [update] = await telegram.getUpdates({ offset: -1 });
    const fileId = update?.message?.document?.file_id ?? "";
    expect(await refused(telegram.getFile(fileId))).toBe("Bad Request: file is too big");
  });
});
