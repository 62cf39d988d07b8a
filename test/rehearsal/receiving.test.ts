import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import type { Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import { Polling } from "../../src/rehearsal/bot-api/polling.ts";
import { UpdateQueue } from "../../src/rehearsal/bot-api/updates.ts";
import { person } from "../../src/rehearsal/people.ts";
import { polling, refusal, refused, server, stopsAfterwards } from "./setup.ts";

describe("long polling", () => {
  it("hands out what is not confirmed, and keeps it until an offset above it comes", async () => {
    const { api, telegram } = await server();
    const delegate = person(api, { firstName: "Анна" });
    for (const text of ["раз", "два", "три"]) await delegate.sends(text, { wait: false });

    const texts = (updates: Update[]) => updates.map((update) => update.message?.text);
    const all = await telegram.getUpdates();
    expect(texts(all)).toEqual(["раз", "два", "три"]);
    expect(texts(await telegram.getUpdates({ limit: 2 }))).toEqual(["раз", "два"]);
    const second = all[1]?.update_id ?? 0;
    expect(texts(await telegram.getUpdates({ offset: second + 1 }))).toEqual(["три"]);
    await delegate.sends("четыре", { wait: false });
    expect(texts(await telegram.getUpdates({ offset: -1 }))).toEqual(["четыре"]);
    expect(texts(await telegram.getUpdates())).toEqual(["четыре"]);
  });

  it("holds the request until something comes, or until the time is over", async () => {
    const { api, telegram } = await server();
    const delegate = person(api, { firstName: "Анна" });
    const waiting = telegram.getUpdates({ timeout: 20 });
    await delegate.sends("вот", { wait: false });
    expect(await waiting).toHaveLength(1);
    await telegram.getUpdates({ offset: api.lastUpdateId + 1 });
    expect(await telegram.getUpdates({ timeout: 1 })).toEqual([]);
  });

  it("refuses the older of two pollers", async () => {
    const { api, telegram } = await server();
    const older = refusal(telegram.getUpdates({ timeout: 20 }));
    // The order of arrival is what the test is about: wait until the first one is there.
    await new Promise((resolve) => setTimeout(resolve, 30));
    const newer = telegram.getUpdates({ timeout: 1 });
    const { error_code, description } = await older;
    expect(error_code).toBe(409);
    expect(description).toBe(
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    );
    expect(await newer).toEqual([]);
    expect(api.report.pollConflicts).toBe(1);
  });

  it("does not take a poller that hung up for a conflict", async () => {
    const { api } = await server();
    const bot = await polling(api, () => {});
    await bot.stop();
    await polling(api, () => {});
    expect(api.report.pollConflicts).toBe(0);
  });

  it("lets a poller go that hangs up, even if the next one is noticed first", async () => {
    const queue = new UpdateQueue();
    const report = { pollConflicts: 0 };
    const pollers = new Polling(queue, report);
    const [first, second] = [new AbortController(), new AbortController()];
    const older = pollers.poll({ timeout: 20 }, first.signal);
    const newer = pollers.poll({ timeout: 20 }, second.signal);
    first.abort();
    expect(await older).toEqual([]);
    second.abort();
    expect(await newer).toEqual([]);
    await new Promise(setImmediate);
    expect(report.pollConflicts).toBe(0);
  });

  it("leaves out what the bot did not ask for, from then on", async () => {
    const { api, telegram } = await server();
    const delegate = person(api, { firstName: "Анна" });
    await delegate.sends("раз", { wait: false });
    const { message_id } = delegate.lastSent();
    await delegate.reacts(delegate.lastSent(), { type: "emoji", emoji: "🔥" }, { wait: false });
    expect(await telegram.getUpdates({ allowed_updates: ["message_reaction"] })).toHaveLength(1);

    await delegate.sends("два", { wait: false });
    await delegate.reacts(delegate.lastSent(), { type: "emoji", emoji: "🔥" }, { wait: false });
    const updates = await telegram.getUpdates({ offset: 100_002 });
    expect(updates.map((update) => update.message_reaction?.message_id)).toEqual([message_id + 1]);
  });

  it("delivers an update twice on request", async () => {
    const { api } = await server();
    const got: number[] = [];
    await polling(api, (bot) => bot.on("message", (ctx) => void got.push(ctx.update.update_id)));
    await person(api, { firstName: "Анна" }).sends("раз");
    await api.redeliver(api.lastUpdateId);
    expect(got).toEqual([api.lastUpdateId, api.lastUpdateId]);
    await api.idle();
  });
});

describe("the webhook", () => {
  interface Hook {
    url: string;
    got: { update: Update; headers: IncomingHttpHeaders }[];
    answers: { status: number; body?: unknown; after?: number }[];
    mostAtOnce: number;
  }

  /** A bot's web server that answers as told, then 200. */
  async function hook(): Promise<Hook> {
    const got: Hook["got"] = [];
    const answers: Hook["answers"] = [];
    let atOnce = 0;
    const web = createServer(async (request, response) => {
      atOnce += 1;
      state.mostAtOnce = Math.max(state.mostAtOnce, atOnce);
      got.push({ update: (await json(request)) as Update, headers: request.headers });
      const { status, body = "", after = 0 } = answers.shift() ?? { status: 200 };
      await new Promise((resolve) => setTimeout(resolve, after));
      atOnce -= 1;
      response.writeHead(status).end(body === "" ? "" : JSON.stringify(body));
    });
    await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
    stopsAfterwards({
      stop: () =>
        new Promise<void>((resolve) => {
          web.close(() => resolve());
          web.closeAllConnections();
        }),
    });
    const { port } = web.address() as AddressInfo;
    const state: Hook = { url: `http://127.0.0.1:${port}/hook`, got, answers, mostAtOnce: 0 };
    return state;
  }

  it("brings updates with the secret, and closes getUpdates", async () => {
    const { api, telegram } = await server();
    const { url, got } = await hook();
    await telegram.setWebhook(url, { secret_token: "s3cret_-" });
    await person(api, { firstName: "Анна" }).sends("раз");

    expect(got.map(({ update }) => update.message?.text)).toEqual(["раз"]);
    expect(got[0]?.headers["x-telegram-bot-api-secret-token"]).toBe("s3cret_-");
    const { error_code, description } = await refusal(telegram.getUpdates());
    expect(error_code).toBe(409);
    expect(description).toBe(
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
    await telegram.deleteWebhook();
    expect(await telegram.getUpdates()).toEqual([]);
  });

  it("repeats what is not answered with 2xx, and keeps the order within the chat meanwhile", async () => {
    const { api, telegram } = await server();
    const web = await hook();
    web.answers.push({ status: 500 }, { status: 503 });
    await telegram.setWebhook(web.url);
    const delegate = person(api, { firstName: "Анна" });
    await delegate.sends("раз", { wait: false });
    await delegate.sends("два");

    expect(web.got.map(({ update }) => update.message?.text)).toEqual(["раз", "раз", "раз", "два"]);
    const info = await telegram.getWebhookInfo();
    expect(info.last_error_message).toBe("Wrong response from the webhook: 503 Service Unavailable");
    expect(info.pending_update_count).toBe(0);
  });

  it("serves chats side by side, up to max_connections", async () => {
    const { api, telegram } = await server();
    const web = await hook();
    const people = ["А", "Б", "В"].map((firstName) => person(api, { firstName }));
    for (const one of people) await one.sends("раз", { wait: false });
    web.answers.push({ status: 200, after: 60 }, { status: 200, after: 60 }, { status: 200, after: 10 });
    await telegram.setWebhook(web.url, { max_connections: 2 });
    await api.idle();
    expect(web.got).toHaveLength(3);
    expect(web.mostAtOnce).toBe(2);
  });

  it("carries out a method in the answer", async () => {
    const { api, telegram } = await server();
    const web = await hook();
    await telegram.setWebhook(web.url);
    const delegate = person(api, { firstName: "Анна" });
    web.answers.push({ status: 200, body: { method: "sendMessage", chat_id: delegate.id, text: "Сразу" } });
    await delegate.sends("раз");
    await delegate.sees("Сразу");
  });

  it("taken away in the middle of a delivery leaves the update to the next poller", async () => {
    const { api, telegram } = await server();
    const web = await hook();
    web.answers.push({ status: 200, after: 200 });
    await telegram.setWebhook(web.url);
    await person(api, { firstName: "Анна" }).sends("раз", { wait: false });
    while (web.got.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await telegram.deleteWebhook();
    expect((await telegram.getUpdates()).map(({ message }) => message?.text)).toEqual(["раз"]);
    expect((await telegram.getWebhookInfo()).last_error_message).toBeUndefined();
  });

  it("drops what waits when asked, and refuses what cannot be a webhook", async () => {
    const { api, telegram } = await server();
    const web = await hook();
    await person(api, { firstName: "Анна" }).sends("раз", { wait: false });
    await telegram.setWebhook(web.url, { drop_pending_updates: true });
    await api.idle();
    expect(web.got).toEqual([]);
    expect(await refused(telegram.setWebhook("ftp://a.b"))).toBe(
      "Bad Request: invalid webhook URL specified",
    );
    expect(await refused(telegram.setWebhook(web.url, { secret_token: "с" }))).toBe(
      "Bad Request: secret token contains unallowed characters",
    );
  });
});
