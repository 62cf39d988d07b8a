import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { startBotApi } from "../../src/rehearsal/bot-api/server.ts";
import { testRedis } from "../support/redis.ts";
import { delegate, startReplica } from "../support/replica.ts";

const api = await startBotApi({ limits: false });
afterAll(() => api.stop());
const replica = await startReplica(api, await testRedis());
const { store } = replica.app;
const head = await delegate(api, replica, "head");
const medic = await delegate(api, replica, "cluster-director");

const refusal = { error_code: 400, description: "Bad Request: nobody foresaw this" };
const outage = { error_code: 502, description: "Bad Gateway" };
const failing = (times: number, kind: typeof refusal | "cut after" = refusal) =>
  api.faults.next({ method: "sendMessage", chat: head.chatId, times, kind });
const unplacedOf = (user: number) => store.redis.hlen(store.keys.unplaced(user));

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
  expect(api.report.callbacksNeverAnswered).toBe(0);
  expect(api.report.callbacksAnsweredTwice).toBe(0);
});

describe("an update that fails", () => {
  it("is tried again, and then works", async () => {
    failing(2);
    await head.sends("/today");
    await head.sees(/./);
    head.seesNot("That did not work");
    expect(await store.updates.aside()).toEqual([]);
  });

  it("of a tap whose answer did not get through is answered all the same", async () => {
    const busy = { error_code: 429, description: "Too Many Requests: retry after 1" };
    for (const kind of ["cut before", busy] as const) {
      await head.sends("/settings");
      api.faults.next({ method: "answerCallbackQuery", kind });
      await head.forges("mine:1", head.lastSent());
    }
    expect(api.report.callbacksNeverAnswered).toBe(0);
  });

  it("three times is set aside and told once, and nobody waits behind it", async () => {
    failing(3);
    await head.sends("what nobody understands", { wait: false });
    const first = api.lastUpdateId;
    await head.sends("/today", { wait: false });
    await medic.sends("/today");
    await medic.sees(/./);
    await head.sees("That did not work");
    await api.idle();
    const [aside, ...others] = await store.updates.aside();
    expect(others).toEqual([]);
    expect(aside).toMatchObject({
      update: { update_id: first, message: { text: "what nobody understands" } },
    });
    expect(aside?.error).toContain("nobody foresaw this");
    // What it did do, it did once.
    expect(await unplacedOf(head.id)).toBe(1);
    expect(replica.log.filter(({ msg }) => msg.includes("set aside")).map(({ update }) => update)).toEqual([
      first,
    ]);
    expect(JSON.stringify(replica.log)).not.toContain("nobody understands");
    expect(await replica.app.metrics()).toMatchObject({ attache_updates_set_aside: 1 });
  });

  it("once given up, is not tried again however often it comes", async () => {
    head.looksAway();
    const sent = api.report.sent.sendMessage;
    const [aside] = await store.updates.aside();
    await api.redeliver(aside?.update.update_id ?? 0);
    expect(api.report.sent.sendMessage).toBe(sent);
  });

  it("in a scene finds the scene as it was", async () => {
    await head.sends("/note");
    await head.taps("The trip as a whole");
    failing(2);
    await head.sends("worth keeping");
    await head.sees("1 message saved");
    const { notes } = await store.notes.page("krasnoyarsk", { from: 0, most: 5 });
    expect(notes.map(({ items }) => items.map(({ text }) => text))).toEqual([["worth keeping"]]);
    await head.taps("Done");
  });

  it("by a tap is answered once", async () => {
    await head.sends("/notes");
    await head.taps(/worth/);
    await head.taps("Delete");
    // The yes is answered in words before the list is drawn, which then fails, and so does a new message instead.
    api.faults.next({ method: "editMessageText", kind: refusal });
    failing(1);
    await head.taps(/delete/i);
    await expect.poll(() => head.toasts).toMatchObject([{ text: "The note is deleted." }]);
  });
});

describe("an update that was begun before", () => {
  const begins = async (update: number, times: number) => {
    for (let i = 0; i < times; i += 1) await store.updates.begin(update, "further");
  };

  it("by a process that was killed twice is served", async () => {
    medic.looksAway();
    await begins(api.lastUpdateId + 1, 2);
    await medic.sends("/today");
    await medic.sees(/./);
  });

  it("by a process it killed three times is set aside without another try, and told", async () => {
    await begins(api.lastUpdateId + 1, 3);
    await medic.sends("poison");
    await medic.sees("That did not work");
    expect(await unplacedOf(medic.id)).toBe(0);
    expect((await store.updates.aside()).at(-1)).toMatchObject({ update: { message: { text: "poison" } } });
  });
});

describe("updates that were begun before", () => {
  it("are served one at a time, so that only the guilty one counts when the process is killed again", async () => {
    const next = api.lastUpdateId + 1;
    await Promise.all([next, next + 1].map((update) => store.updates.begin(update, "further")));
    api.faults.next({ method: "sendMessage", chat: medic.chatId, kind: { hang: 150 } });
    await medic.sends("/today", { wait: false });
    await head.sends("/today", { wait: false });
    const counted = () => store.redis.mget([next, next + 1].map(store.keys.update));
    await expect.poll(counted, { interval: 5 }).toEqual(["2", "1"]);
    await sleep(50);
    expect(await counted()).toEqual(["2", "1"]);
    await api.settled(next + 1);
    expect(await counted()).toEqual(["done", "done"]);
  });
});

describe("when it is not the update's fault", () => {
  it("Telegram's absence is waited for", async () => {
    head.looksAway();
    failing(5, outage);
    await head.sends("/today");
    await head.sees(/./);
    head.seesNot("That did not work");
  });

  it("somebody who has blocked the bot meanwhile is not answered, and nothing is set aside", async () => {
    const before = await store.updates.asideCount();
    await head.sends("/today", { wait: false });
    await head.blocks();
    expect(await store.updates.asideCount()).toBe(before);
    await head.unblocks();
  });
});
