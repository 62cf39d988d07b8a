import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, it, vi } from "vitest";
import { createLog } from "../../src/log.ts";
import { startBotApi } from "../../src/rehearsal/bot-api/server.ts";
import { type Person, person } from "../../src/rehearsal/people.ts";
import { startEmbeddedRedis } from "../../src/storage/embedded.ts";
import { Program } from "../support/program.ts";
import { type TestRedis, testRedis } from "../support/redis.ts";
import { delegate, type Replica, startReplica } from "../support/replica.ts";

const api = await startBotApi({ limits: false });
afterAll(() => api.stop());
const redis: TestRedis = await testRedis();
let poller = await startReplica(api, redis);
const head = await delegate(api, poller, "head");
const medic = await delegate(api, poller, "cluster-director");
const { keys } = poller.app.store;

const answersTo = ({ room }: Person) => room.history().filter(({ message }) => message.from?.is_bot).length;
const says = (replica: Replica, words: string) => replica.log.filter(({ msg }) => msg.includes(words)).length;
const polls = async (replica: Replica) => (await replica.app.metrics()).attache_poller === 1;
const telegram = (method: string, fields: object) =>
  fetch(`${api.url}/bot${api.token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(fields),
  });

it("a second process stands by silently, and takes over at once when the first stops", async () => {
  const spare = await startReplica(api, redis);
  await expect.poll(() => spare.app.checks()).toEqual({ polling: true });
  expect(await polls(spare)).toBe(false);
  expect(spare.log).toEqual([]);
  await poller.stop();
  await head.sends("/today");
  await head.sees(/./);
  expect(await polls(spare)).toBe(true);
  expect(api.report.pollConflicts).toBe(0);
  poller = spare;
});

it("what was in hand when it stopped is finished and confirmed; what came after waits for the next", async () => {
  api.faults.latency(50);
  head.looksAway();
  await head.sends("/today", { wait: false });
  const inHand = api.lastUpdateId;
  await expect.poll(() => redis.redis.get(keys.update(inHand))).toBe("1");
  const stopped = poller.stop();
  await head.sends("/tomorrow", { wait: false });
  await stopped;
  await api.settled(inHand);
  expect(await redis.redis.get(keys.update(inHand))).toBe("done");
  expect(await redis.redis.exists(keys.update(api.lastUpdateId))).toBe(0);
  api.faults.latency(0);
  poller = await startReplica(api, redis);
  await api.settled(api.lastUpdateId);
});

it("who loses the lease stops polling until it is regained", async () => {
  await redis.redis.set(keys.poller, "somebody else", "PX", 400);
  await expect.poll(() => polls(poller), { interval: 5 }).toBe(false);
  expect(says(poller, "another process polls")).toBe(1);
  await head.sends("/today", { wait: false });
  expect(await redis.redis.exists(keys.update(api.lastUpdateId))).toBe(0);
  await api.settled(api.lastUpdateId);
  expect(await polls(poller)).toBe(true);
});

it("another program with the same token is reported in one sentence, and outlasted", async () => {
  const foreign = async () => {
    for (let i = 0; i < 3; i += 1) {
      await telegram("getUpdates", { timeout: 1, offset: 0 });
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  const polling = foreign();
  await expect.poll(() => says(poller, "Another program polls Telegram with this bot's token")).toBe(1);
  await polling;
  await head.sends("/today");
  await head.sees(/./);
  expect(says(poller, "Another program polls")).toBeLessThanOrEqual(2);
});

it("an outage of Telegram's is said once when it begins and once when it is over", async () => {
  const before = says(poller, "Telegram answers again");
  api.faults.outage("on");
  await expect.poll(() => says(poller, "cannot be reached")).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  api.faults.outage("off");
  await head.sends("/today");
  await head.sees(/./);
  expect(says(poller, "cannot be reached")).toBe(1);
  expect(says(poller, "Telegram answers again")).toBe(before + 1);
});

it("a Telegram that cannot be reached at the start is waited for", async () => {
  await poller.stop();
  api.faults.outage("on");
  const starting = startReplica(api, redis);
  // It has to get as far as asking.
  await sleep(1000);
  api.faults.outage("off");
  poller = await starting;
  expect(says(poller, "Telegram cannot be reached")).toBe(1);
  await head.sends("/today");
  await head.sees(/./);
});

it("a webhook left over is removed, with nothing that waits there lost", async () => {
  await poller.stop();
  await telegram("setWebhook", { url: "http://127.0.0.1:9/nobody" });
  await head.sends("/today", { wait: false });
  poller = await startReplica(api, redis);
  await api.settled(api.lastUpdateId);
  await head.sees(/./);
});

it("a chat that takes its time keeps no other waiting; each is answered once", async () => {
  const asked: { at: number; offset: number | undefined }[] = [];
  poller.app.bot.api.config.use((call, method, payload, signal) => {
    if (method === "getUpdates") asked.push({ at: performance.now(), ...(payload as { offset: number }) });
    return call(method, payload, signal);
  });
  const [toHead, toMedic] = [answersTo(head), answersTo(medic)];
  api.faults.next({ method: "sendMessage", chat: head.chatId, kind: { hang: 1900 } });
  await head.sends("/today", { wait: false });
  const slow = api.lastUpdateId;
  for (let i = 0; i < 2; i += 1) {
    await sleep(50);
    await medic.sends("/today", { wait: false });
    await medic.sees(/./, 1000);
    await expect.poll(() => redis.redis.get(keys.update(api.lastUpdateId))).toBe("done");
  }
  expect(await redis.redis.get(keys.update(slow))).toBe("1");
  await api.settled(api.lastUpdateId);
  expect([head, medic].map(answersTo)).toEqual([toHead + 1, toMedic + 2]);
  // Who asks Telegram for the same twice within half a second is given one update only.
  const again = asked.filter(({ offset, at }, i) => {
    const last = asked[i - 1];
    return last !== undefined && last.offset === offset && at - last.at < 500;
  });
  expect(again).toEqual([]);
  expect(asked.filter(({ offset }) => offset === slow).length).toBeGreaterThan(1);
});

it("an update that could not even be begun comes again, without haste, while others are served", async () => {
  const [toHead, toMedic] = [answersTo(head), answersTo(medic)];
  const begin = vi.spyOn(poller.app.store.updates, "begin");
  const failing = new Error("nobody foresaw this");
  begin.mockRejectedValueOnce(failing).mockRejectedValueOnce(failing);
  const start = performance.now();
  await head.sends("/today", { wait: false });
  await expect.poll(() => says(poller, "is to come again")).toBe(2);
  await medic.sends("/today", { wait: false });
  await medic.sees(/./, 1000);
  await head.sees(/./);
  expect(performance.now() - start).toBeGreaterThan(1000);
  await api.settled(api.lastUpdateId);
  expect([head, medic].map(answersTo)).toEqual([toHead + 1, toMedic + 1]);
  begin.mockRestore();
});

it("kill -9 while a chat waits for its pace: what was in hand comes again, what was answered does not", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "attache-poller-"));
  const server = await startEmbeddedRedis({ dataDir: folder, log: createLog("silent") });
  const telegramOfItsOwn = await startBotApi();
  const env = { BOT_TOKEN: telegramOfItsOwn.token, TELEGRAM_API_ROOT: telegramOfItsOwn.url };
  const launch = () =>
    new Program({ ...env, REDIS_URL: server.url, ORGANISERS: "1", ROLES: "chat" }, "quick");
  const many = person(telegramOfItsOwn, { firstName: "many" });
  const one = person(telegramOfItsOwn, { firstName: "one" });
  const first = launch();
  await first.isUp();
  for (let i = 0; i < 6; i += 1) await many.sends("hello", { wait: false });
  await sleep(200);
  await one.sends("hello", { wait: false });
  await one.sees(/./, 1000);

  // Three at once, and the next three seconds later; in between nothing is on its way.
  await expect.poll(() => answersTo(many)).toBe(3);
  await sleep(300);
  await first.end("SIGKILL");
  const second = launch();
  await telegramOfItsOwn.idle(20_000);
  expect([many, one].map(answersTo)).toEqual([6, 1]);
  expect(telegramOfItsOwn.report.answered429).toBe(0);
  await second.end("SIGTERM");
  await telegramOfItsOwn.stop();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);
