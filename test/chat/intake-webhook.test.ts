import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Composer } from "grammy";
import { afterAll, describe, expect, it } from "vitest";
import type { ChatContext } from "../../src/chat/context.ts";
import { takesTurns } from "../../src/chat/turns.ts";
import { startBotApi } from "../../src/rehearsal/bot-api/server.ts";
import { createStore } from "../../src/storage/store.ts";
import { testRedis } from "../support/redis.ts";
import { delegate, quickIntake, type Replica, startReplica } from "../support/replica.ts";

const redis = await testRedis();
const api = await startBotApi({ limits: false });
afterAll(() => api.stop());

/** Stands before the replicas and hands each request to the next of them, as a load balancer does. */
const replicas: Replica[] = [];
const served: number[] = [];
const balancer = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const replica = replicas.shift();
  if (replica === undefined) return response.writeHead(502).end();
  replicas.push(replica);
  served.push(replica.server?.port ?? 0);
  const headers = {
    "x-telegram-bot-api-secret-token": String(request.headers["x-telegram-bot-api-secret-token"]),
  };
  const target = `http://127.0.0.1:${replica.server?.port}${request.url}`;
  const answer = await fetch(target, { method: "POST", headers, body: Buffer.concat(chunks) });
  return response.writeHead(answer.status).end();
});
await new Promise<void>((resolve) => balancer.listen(0, "127.0.0.1", resolve));
afterAll(() => {
  balancer.close();
  balancer.closeAllConnections();
});
const webhook = {
  url: `http://127.0.0.1:${(balancer.address() as AddressInfo).port}/attache`,
  secret: "a-secret_of-1",
};
const hook = async () => {
  const answer = await fetch(`${api.url}/bot${api.token}/getWebhookInfo`);
  return ((await answer.json()) as { result: { url: string; pending_update_count: number } }).result;
};

describe("two replicas behind a webhook", () => {
  it("set it themselves, and go on trying when Telegram does not take it", async () => {
    api.faults.next({
      method: "setWebhook",
      kind: { error_code: 400, description: "Bad Request: bad webhook: Failed to resolve host" },
    });
    replicas.push(await startReplica(api, redis, webhook), await startReplica(api, redis, webhook));
    await expect
      .poll(() => replicas.map(({ app }) => app.checks()))
      .toEqual([{ webhook: true }, { webhook: true }]);
    expect(replicas.flatMap(({ log }) => log.map(({ msg }) => msg)).join("\n")).toContain(
      "Telegram does not take this WEBHOOK_URL (Bad Request: bad webhook: Failed to resolve host)",
    );
    expect(await hook()).toMatchObject({
      url: `${webhook.url}/telegram`,
      max_connections: 40,
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
    });
  });

  it("serve a conversation between them, each update once", async () => {
    const [first] = replicas;
    if (first === undefined) throw new Error("there is no replica");
    const head = await delegate(api, first, "head");
    await head.sends("/note");
    await head.taps("The trip as a whole");
    for (let i = 0; i < 6; i += 1) await head.sends(`thought ${i}`, { wait: false });
    await api.settled(api.lastUpdateId);
    await head.sees("6 messages saved");
    await api.redeliver(api.lastUpdateId);
    expect(new Set(served).size).toBe(2);
    const { notes } = await first.app.store.notes.page("krasnoyarsk", { from: 0, most: 5 });
    expect(notes[0]?.items.map(({ text }) => text)).toEqual([0, 1, 2, 3, 4, 5].map((i) => `thought ${i}`));
  });

  it("leave it set when one of them stops, which takes nothing new", async () => {
    const leaving = replicas.shift();
    await leaving?.app.stop();
    const late = leaving?.app.receive({ update_id: 1 });
    await expect(late).rejects.toThrow("stopping");
    await leaving?.stop();
    expect((await hook()).url).toBe(`${webhook.url}/telegram`);
  });

  it("a process that polls removes it", async () => {
    await replicas.shift()?.stop();
    const polling = await startReplica(api, redis);
    await expect.poll(async () => (await hook()).url).toBe("");
    await polling.stop();
  });
});

describe("turns", () => {
  const stopping = new AbortController().signal;

  /** A process of its own, as far as Redis can tell. */
  async function processServing(work: (update: number) => Promise<void>) {
    const store = createStore(await redis.connect(), redis.prefix);
    const composer = new Composer<ChatContext>();
    composer.use(takesTurns({ store }, quickIntake.turns, stopping), (ctx) => work(ctx.update.update_id));
    const serve = composer.middleware();
    return (update_id: number, chat: number) =>
      serve({ update: { update_id }, chat: { id: chat } } as ChatContext, async () => {});
  }

  it("go to one at a time, to the oldest of those who wait, and other chats do not wait", async () => {
    const began: number[] = [];
    let atOnce = 0;
    let letGo = () => {};
    const otherServed = new Promise<void>((resolve) => (letGo = resolve));
    const work = async (update: number) => {
      atOnce += 1;
      expect(atOnce).toBe(1);
      began.push(update);
      // The first holds its chat until another chat has been served.
      await (update === 0 ? otherServed : sleep(10));
      atOnce -= 1;
    };
    const processes = [await processServing(work), await processServing(work)];
    const updates = [5, 9, 3, 8, 1, 7, 2, 6];
    const first = processes[0]?.(0, 7);
    await sleep(5);
    const all = updates.map((update, i) => processes[i % 2]?.(update, 7));
    const other = await processServing(async () => {});
    await other(4, 8);
    expect(began).toEqual([0]);
    letGo();
    await Promise.all([first, ...all]);
    expect(began).toEqual([0, ...updates.sort()]);
  });

  it("of a process that died end by themselves, and so does its place in the line", async () => {
    const { leases } = createStore(redis.redis, redis.prefix);
    await leases.takeTurn("9", 1, "the dead", quickIntake.turns.lease);
    const served: number[] = [];
    const serve = await processServing(async (update) => void served.push(update));
    await serve(2, 9);
    expect(served).toEqual([2]);
  });

  it("are kept as long as the work takes", async () => {
    const order: string[] = [];
    const serve = await processServing(async (update) => {
      order.push(`begin ${update}`);
      await sleep(update === 1 ? 2 * quickIntake.turns.lease : 0);
      order.push(`end ${update}`);
    });
    const slow = serve(1, 10);
    await sleep(5);
    await Promise.all([slow, serve(2, 10)]);
    expect(order).toEqual(["begin 1", "end 1", "begin 2", "end 2"]);
  });
});
