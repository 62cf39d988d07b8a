import { type Api, HttpError } from "grammy";
import { beforeEach, describe, expect, it } from "vitest";
import { Activity } from "../../src/rehearsal/bot-api/activity.ts";
import type { BotApi } from "../../src/rehearsal/bot-api/server.ts";
import { UpdateQueue } from "../../src/rehearsal/bot-api/updates.ts";
import { type Person, person } from "../../src/rehearsal/people.ts";
import { polling, refusal, server } from "./setup.ts";

let api: BotApi;
let telegram: Api;
let delegate: Person;

beforeEach(async () => {
  ({ api, telegram } = await server());
  delegate = person(api, { firstName: "Анна" });
});

const send = (text: string, signal?: AbortSignal) =>
  telegram.sendMessage(delegate.id, text, {}, signal as never);
const messages = () => delegate.room.history().filter(({ mine }) => mine).length;

describe("faults", () => {
  beforeEach(() => delegate.sends("/start", { wait: false }));

  it("answer with an error of Telegram's, as often as asked, where asked", async () => {
    const kind = { error_code: 500, description: "Internal Server Error" };
    api.faults.next({ method: "sendMessage", chat: delegate.id, times: 2, kind });
    await telegram.getMe();
    expect((await refusal(send("1"))).error_code).toBe(500);
    expect((await refusal(send("2"))).error_code).toBe(500);
    await send("3");
    expect(messages()).toBe(1);
  });

  it("cut the line before the effect, or after it", async () => {
    api.faults.next({ method: "sendMessage", kind: "cut before" });
    await expect(send("1")).rejects.toBeInstanceOf(HttpError);
    expect(messages()).toBe(0);
    api.faults.next({ method: "sendMessage", kind: "cut after" });
    await expect(send("2")).rejects.toBeInstanceOf(HttpError);
    expect(messages()).toBe(1);
    await send("3");
    expect(messages()).toBe(2);
  });

  it("hang until the client gives up, or break the line in the end", async () => {
    api.faults.next({ kind: "hang" });
    const giveUp = new AbortController();
    const hanging = send("1", giveUp.signal);
    setTimeout(() => giveUp.abort(), 30);
    await expect(hanging).rejects.toThrow();
    api.faults.next({ kind: { hang: 20 } });
    await expect(send("2")).rejects.toBeInstanceOf(HttpError);
    expect(messages()).toBe(0);
    await telegram.getUpdates({ offset: api.lastUpdateId + 1 });
    await api.idle();
  });

  it("answer with a proxy's page", async () => {
    api.faults.next({ kind: "html 502" });
    const response = await fetch(`${api.url}/bot${api.token}/getMe`);
    expect(response.status).toBe(502);
    expect(await response.text()).toContain("<html>");
    api.faults.next({ kind: "html 502" });
    await expect(send("1")).rejects.toBeInstanceOf(HttpError);
  });

  it("cut everybody off during an outage, and slow a slow line down", async () => {
    api.faults.outage("on");
    await expect(send("1")).rejects.toBeInstanceOf(HttpError);
    api.faults.outage("off");
    api.faults.latency(40);
    const start = performance.now();
    await send("2");
    expect(performance.now() - start).toBeGreaterThan(38);
    expect(messages()).toBe(1);
  });

  it("break a waiting poller off too; what it missed comes afterwards", async () => {
    await telegram.getUpdates({ offset: api.lastUpdateId + 1 });
    const waiting = telegram.getUpdates({ timeout: 20 });
    const broken = expect(waiting).rejects.toBeInstanceOf(HttpError);
    await new Promise((resolve) => setTimeout(resolve, 30));
    api.faults.outage("on");
    await delegate.sends("слышно?", { wait: false });
    await broken;
    api.faults.outage("off");
    expect((await telegram.getUpdates()).map(({ message }) => message?.text)).toEqual(["слышно?"]);
    expect(api.report.pollConflicts).toBe(0);
  });
});

describe("idle", () => {
  it("waits until the bot has confirmed all it was given and has its answers", async () => {
    await polling(api, (bot) => {
      bot.on("message", async (ctx) => {
        await new Promise((resolve) => setTimeout(resolve, 40));
        await ctx.reply("Готово");
      });
    });
    await delegate.sends("раз", { wait: false });
    delegate.seesNot("Готово");
    await api.idle();
    await delegate.sees("Готово", 0);
  });

  it("says what it waits for", async () => {
    await delegate.sends("раз", { wait: false });
    api.faults.next({ method: "sendMessage", kind: "hang" });
    const hanging = send("1").catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 20));
    await expect(api.idle(30)).rejects.toThrow(
      "Waiting for: update 100001 (message «раз»), an answer to sendMessage.",
    );
    await api.stop();
    await hanging;
    ({ api } = await server());
  });

  it("does not take the pause between two calls for the end", async () => {
    const activity = new Activity(new UpdateQueue());
    let left = 20;
    const calls = setInterval(() => {
      activity.begin("sendMessage")();
      left -= 1;
      if (left === 0) clearInterval(calls);
    }, 4);
    await activity.idle(1_000);
    expect(left).toBe(0);
  });

  it("is at once where nothing is going on, a waiting poller included", async () => {
    await polling(api, () => {});
    await api.idle(200);
  });
});
