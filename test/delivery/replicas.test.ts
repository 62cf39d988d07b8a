/** Several processes on one Redis, all of which tick and deliver at once. */
import { describe, expect, onTestFinished, test } from "vitest";
import { type App, startApp } from "../../src/app.ts";
import { TurnedClock } from "../../src/clock.ts";
import type { ProcessRole } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import { loadSpeeches } from "../../src/messages/speech.ts";
import { type BotApi, startBotApi } from "../../src/rehearsal/bot-api/server.ts";
import { accountOf, expectExact } from "../support/account.ts";
import { delegationWith, seatEverybody } from "../support/delegation.ts";
import { at } from "../support/missions.ts";
import { testRedis } from "../support/redis.ts";

const { connect, prefix } = await testRedis();
const speeches = await loadSpeeches();
const log = createLog("silent");
const clock = new TurnedClock(at("08:00"));

/** Telegram with its limits, which counts for one test. */
async function telegram(): Promise<BotApi> {
  const api = await startBotApi({ now: () => clock.now() });
  onTestFinished(() => api.stop());
  return api;
}

/** As another process would be: its own connections, queue, worker, gate and tick. */
async function replica(
  api: BotApi,
  keys: string,
  ownClock = clock,
  roles: readonly ProcessRole[] = ["tick", "delivery"],
): Promise<App> {
  const app = await startApp({
    ...{ clock: ownClock, log, speeches, token: api.token, apiRoot: api.url, prefix: keys },
    redis: await connect(),
    workerRedis: await connect({ forWorkers: true }),
    missions: [mission],
    organisers: [],
    roles,
    ticking: "by hand",
    pace: { messagesPerSecond: 28 },
  });
  onTestFinished(() => app.stop());
  return app;
}

const delegates = 19;
const everybody = delegates + 1;
const mission = delegationWith({
  delegates,
  digest: { evening: "20:00" },
  events: [
    { id: "briefing", start: "10:00", end: "11:00", reminders: ["PT30M", "PT15M"] },
    { id: "tour", start: "10:05", end: "12:00", reminders: ["PT15M"] },
    { id: "farewell", start: "2016-11-18T12:00", reminders: [] },
  ],
});

describe.each([2, 3])("%i of them", (replicas) => {
  test("send everything once", async () => {
    const keys = `${prefix}:${replicas}`;
    const api = await telegram();
    clock.turn(at("08:00"));
    const apps = await Promise.all(Array.from({ length: replicas }, () => replica(api, keys)));
    const [{ store }] = apps as [App];
    await seatEverybody(api, store, mission, clock.now());
    for (const time of ["08:00", "09:30", "09:45", "09:50", "20:00"]) {
      clock.turn(at(time));
      // Each ticks twice at the same moment.
      await Promise.all([...apps, ...apps].map((app) => app.settle()));
    }
    const account = await accountOf({ store, api, mission: mission.id, from: at("08:00"), to: clock.now() });
    expectExact(account);
    // The tour is reminded of together with the briefing.
    expect(account).toMatchObject({ owed: 4 * everybody, delivered: 4 * everybody, within: everybody });
    expect(api.report.answered429).toBe(0);
    expect(api.report.mostInAnySlidingSecond.overall).toBeLessThanOrEqual(30);
  });
});

test("half a minute between their clocks loses nothing", async () => {
  const keys = `${prefix}:skewed`;
  const api = await telegram();
  clock.turn(at("08:00"));
  const slow = new TurnedClock(clock.now() - 30_000);
  const ahead = await replica(api, keys, clock, ["tick"]);
  const behind = await replica(api, keys, slow);
  const { store } = ahead;
  await seatEverybody(api, store, mission, clock.now() - 60_000);
  for (const time of ["08:00", "09:30", "09:31"]) {
    clock.turn(at(time));
    slow.turn(at(time) - 30_000);
    await ahead.settle();
    await behind.settle();
  }
  const account = await accountOf({ store, api, mission: mission.id, from: at("08:00"), to: clock.now() });
  expectExact(account);
  expect(account.delivered).toBe(everybody);
});
