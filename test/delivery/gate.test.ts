import { spawn } from "node:child_process";
import { once } from "node:events";
import { Api, GrammyError, InputFile } from "grammy";
import { describe, expect, test as plainTest } from "vitest";
import { Gate, type GateOptions, isGateExpired } from "../../src/delivery/gate.ts";
import { clientOptions } from "../../src/delivery/gated-fetch.ts";
import { type Priority, withSending } from "../../src/delivery/sending.ts";
import { createLog } from "../../src/log.ts";
import { bundleOf } from "../support/bundles.ts";
import { testRedis } from "../support/redis.ts";
import { Listener, mostWithin, ok, tooMany } from "./listener.ts";

const { redis, url: redisUrl, prefix: filePrefix, connect } = await testRedis();
const other = await connect();
const log = createLog("silent");

/** A Telegram of the test's own, and gates to it that share one pace. */
interface Setting {
  telegram: Listener;
  apiRoot: string;
  prefix: string;
  /** A gate as another process would have it, when given another connection. */
  gateOf: (options?: Partial<GateOptions>) => Gate;
  apiOf: (options?: Partial<GateOptions>) => Api;
}

const test = plainTest.extend<Setting>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from it that nothing else is wanted
  telegram: async ({}, use) => {
    const telegram = new Listener();
    await use(telegram);
    telegram.close();
  },
  apiRoot: async ({ telegram }, use) => use(await telegram.listen()),
  prefix: async ({ task }, use) => use(`${filePrefix}:${task.id}`),
  gateOf: async ({ prefix }, use) => {
    const gates: Gate[] = [];
    await use((options = {}) => {
      const gate = new Gate({ redis, prefix, log, messagesPerSecond: 28, ...options });
      gates.push(gate);
      return gate;
    });
    for (const gate of gates) gate.close();
  },
  apiOf: async ({ gateOf, apiRoot }, use) =>
    use((options) => new Api("1:token", clientOptions(gateOf(options), apiRoot))),
});

const message = { chat: undefined, countsInChat: false, weight: 1, paid: false };
/** Passes the gate and sends nothing. */
const pass = (gate: Gate, priority: Priority) => gate.through(message, { priority }, async () => {});
const range = (length: number) => Array.from({ length }, (_, i) => i);

async function since(start: number, promise: Promise<unknown>): Promise<number> {
  await promise;
  return performance.now() - start;
}

describe("the pace", () => {
  test("three processes together keep to it, evenly", async ({ telegram, apiRoot, prefix }) => {
    const senders = [1000, 2000, 3000].map((chat) =>
      spawn(process.execPath, [bundleOf("sender"), redisUrl, prefix, apiRoot, String(chat), "50"], {
        stdio: "inherit",
      }),
    );
    const exits = await Promise.all(senders.map((sender) => once(sender, "exit")));
    expect(exits.map(([code]) => code)).toEqual([0, 0, 0]);
    const times = telegram.arrivals.map(({ at }) => at);
    expect(times).toHaveLength(150);
    expect(mostWithin(1000, times)).toBeLessThanOrEqual(30);
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
    expect(149 / seconds).toBeLessThanOrEqual(28.6);
    // While the machine itself keeps up, which a busy one may not do all the time.
    const bestHalf = Math.min(...times.slice(75).map((at, i) => at - (times[i] ?? 0)));
    expect(75_000 / bestHalf).toBeGreaterThanOrEqual(0.98 * 28);
  });

  test("a paid broadcast has a faster one of its own", async ({ telegram, apiOf }) => {
    const api = apiOf({ paidMessagesPerSecond: 120 });
    const paid = range(150).map((i) => api.sendMessage(1000 + i, "paid", { allow_paid_broadcast: true }));
    const free = api.sendMessage(1, "free");
    await Promise.all([...paid, free]);
    const times = telegram.times(/paid"/);
    expect(mostWithin(1000, times)).toBeLessThanOrEqual(120);
    // The first ones meet a program that is still warming up.
    const [first = 0, last = 0] = [times[20], times.at(-1)];
    expect((times.length - 21) / ((last - first) / 1000)).toBeGreaterThanOrEqual(0.9 * 120);
  });

  test("an album counts as its messages, and leaves the room for all of them", async ({
    telegram,
    apiOf,
  }) => {
    const api = apiOf();
    const album = range(6).map((i) => ({ type: "photo" as const, media: `file-${i}` }));
    const sent = range(20).map((i) => api.sendMessage(100 + i, "x"));
    await Promise.all([
      ...sent,
      api.sendMediaGroup(1, album),
      ...range(20).map((i) => api.sendMessage(200 + i, "x")),
    ]);
    const times = telegram.arrivals.flatMap(({ at, method }) =>
      (method === "sendMediaGroup" ? range(6) : [0]).map(() => at),
    );
    expect(mostWithin(1000, times)).toBeLessThanOrEqual(30);
  });

  test("is a fraction while Redis is away, so that people can be told", async ({ telegram, apiOf }) => {
    const away = await connect();
    away.disconnect();
    const api = apiOf({ redis: away, messagesPerSecond: 29 });
    await Promise.all(range(4).map((i) => api.sendMessage(i + 1, "Redis is away")));
    const times = telegram.arrivals.map(({ at }) => at);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan((3 * 1000 * 3) / 29);
  });

  test("does not hold what Telegram does not count", async ({ apiOf }) => {
    const api = apiOf({ messagesPerSecond: 1 });
    await api.sendMessage(1, "x");
    const free = Promise.all([api.getMe(), api.answerCallbackQuery("1"), api.sendChatAction(1, "typing")]);
    expect(await since(performance.now(), free)).toBeLessThan(500);
  });
});

describe("the order", () => {
  test("what is urgent overtakes ten thousand, in this process and in another", async ({ gateOf }) => {
    const gate = gateOf();
    const bulk = range(10_000).map(() => pass(gate, "broadcast").catch(() => "sent away"));
    await Promise.race(bulk);
    const start = performance.now();
    const change = pass(gate, "change");
    const reminder = pass(gateOf({ redis: other }), "reminder");
    expect(await since(start, change)).toBeLessThan(1500);
    expect(await since(start, reminder)).toBeLessThan(1500);
    gate.close();
    const ends = await Promise.all(bulk);
    expect(ends.filter((end) => end === "sent away").length).toBeGreaterThan(9900);
  });

  test("bulk moves on however much is urgent, in this process and in another", async ({ gateOf }) => {
    const busy = gateOf({ messagesPerSecond: 200 });
    const idle = gateOf({ messagesPerSecond: 200, redis: other });
    const order: string[] = [];
    const enter = (gate: Gate, priority: "answer" | "card", name: string) =>
      pass(gate, priority).then(() => order.push(name));
    await Promise.all([
      enter(busy, "answer", "answer"),
      enter(busy, "card", "own card"),
      enter(idle, "card", "other's card"),
      ...range(60).map(() => enter(busy, "answer", "answer")),
    ]);
    expect(order.indexOf("own card")).toBeLessThan(20);
    expect(order.indexOf("other's card")).toBeLessThan(20);
  });
});

describe("a chat", () => {
  const allowances = { private: { messages: 3, ms: 600 }, group: { messages: 4, ms: 900 } };

  test("takes what its own limit allows, and holds up nobody else", async ({ telegram, apiOf }) => {
    const apis = [apiOf({ allowances }), apiOf({ allowances, redis: other })];
    const start = performance.now();
    const group = range(10).map((i) => apis[i % 2]?.sendMessage(-100, "group"));
    const person = range(7).map((i) => apis[i % 2]?.sendMessage(7, "person"));
    const rest = Promise.all(range(10).map((i) => apis[i % 2]?.sendMessage(1000 + i, "rest")));
    expect(await since(start, rest)).toBeLessThan(1300);
    await Promise.all([...group, ...person]);
    expect(telegram.times(/group/)).toHaveLength(10);
    expect(mostWithin(880, telegram.times(/group/))).toBe(4);
    expect(mostWithin(580, telegram.times(/person/))).toBe(3);
  });

  test("is known in a form with files too, which arrives whole", async ({ telegram, apiOf }) => {
    const tight = { ...allowances, group: { messages: 1, ms: 500 } };
    const api = apiOf({ allowances: tight });
    const file = () => new InputFile(Buffer.alloc(200_000, "f"), "report.docx");
    await Promise.all([
      api.sendDocument(-5, file(), { caption: "a" }),
      api.sendDocument(-5, file(), { caption: "b" }),
    ]);
    const [first, second] = telegram.arrivals;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(450);
    expect(first?.body.match(/f{200000}/)).not.toBeNull();
    expect(first?.body).toContain('name="caption"');
  });
});

describe.concurrent("a 429", () => {
  const bulk = <T>(send: () => Promise<T>) => withSending({ priority: "broadcast" }, send);

  test("at full pace stops every process for exactly as long as asked", async ({ telegram, apiOf }) => {
    let refusedAt = 0;
    telegram.answer = ({ at }) => {
      if (refusedAt > 0 || telegram.arrivals.length < 30) return ok;
      refusedAt = at;
      return tooMany(1);
    };
    const apis = [apiOf(), apiOf({ redis: other })];
    const results = await bulk(() =>
      Promise.allSettled(range(45).map((i) => apis[i % 2]?.sendMessage(1000 + i, "x"))),
    );
    const failures = results.filter((result) => result.status === "rejected").map(({ reason }) => reason);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toBeInstanceOf(GrammyError);
    expect(failures[0]).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
    const [resumed = 0] = telegram.arrivals.map(({ at }) => at).filter((at) => at > refusedAt + 40);
    expect(resumed - refusedAt).toBeGreaterThanOrEqual(1000);
    expect(resumed - refusedAt).toBeLessThan(1250);
  });

  test("while little is sent holds only the chat it was about", async ({ telegram, apiOf }) => {
    telegram.answer = ({ body }) => (/early/.test(body) ? tooMany(1) : ok);
    const api = apiOf();
    await expect(bulk(() => api.sendMessage(-7, "early"))).rejects.toMatchObject({ error_code: 429 });
    await Promise.all([
      api.sendMessage(-7, "late"),
      api.sendMessage(8, "elsewhere"),
      api.deleteMessage(-7, 1),
    ]);
    const [refused = 0, late = 0, elsewhere = 0, deletion = 0] = [
      /early/,
      /late/,
      /elsewhere/,
      /message_id/,
    ].map((text) => telegram.times(text)[0]);
    expect(late - refused).toBeGreaterThanOrEqual(1000);
    expect(deletion - refused).toBeGreaterThanOrEqual(1000);
    expect(elsewhere - refused).toBeLessThan(900);
  });

  test("of a second chat soon after the first is taken for everybody's", async ({ telegram, apiOf }) => {
    telegram.answer = ({ body }) => (/early/.test(body) ? tooMany(1) : ok);
    const api = apiOf();
    await bulk(() => Promise.allSettled([api.sendMessage(1, "early"), api.sendMessage(2, "early")]));
    await api.sendMessage(3, "elsewhere");
    const [refused = 0, elsewhere = 0] = [telegram.times(/early/)[1], telegram.times(/elsewhere/)[0]];
    expect(elsewhere - refused).toBeGreaterThanOrEqual(1000);
  });

  test("makes an answer to a person late, not lost", async ({ telegram, apiOf }) => {
    telegram.answer = () => (telegram.arrivals.length === 1 ? tooMany(1) : ok);
    const start = performance.now();
    await expect(apiOf().sendMessage(1, "answer")).resolves.toBeDefined();
    expect(telegram.arrivals).toHaveLength(2);
    expect(performance.now() - start).toBeGreaterThan(990);
  });
});

describe("waiting ends", () => {
  test("as soon as the deadline is seen to pass first", async ({ telegram, apiOf }) => {
    const api = apiOf({ messagesPerSecond: 1 });
    await api.sendMessage(1, "x");
    const start = performance.now();
    const hopeless = withSending({ priority: "reminder", deadline: Date.now() + 500 }, () =>
      api.sendMessage(2, "x"),
    );
    const error = await hopeless.catch((reason) => reason);
    expect(isGateExpired(error)).toBe(true);
    expect(performance.now() - start).toBeLessThan(400);
    expect(telegram.arrivals).toHaveLength(1);
  });

  test("when the request is aborted, and leaves the others their turn", async ({ telegram, apiOf }) => {
    const api = apiOf({ messagesPerSecond: 2 });
    await api.sendMessage(1, "x");
    const abort = new AbortController();
    const given = api.sendMessage(2, "given up", {}, abort.signal as never);
    const next = api.sendMessage(3, "next");
    abort.abort();
    await expect(given).rejects.toThrow();
    await next;
    expect(telegram.times(/given up/)).toHaveLength(0);
  });

  test("when the program stops", async ({ gateOf }) => {
    const gate = gateOf({ messagesPerSecond: 1 });
    await pass(gate, "answer");
    const waiting = pass(gate, "answer");
    gate.close();
    await expect(waiting).rejects.toMatchObject({ name: "GateClosed" });
    await expect(pass(gate, "answer")).rejects.toMatchObject({ name: "GateClosed" });
  });
});
