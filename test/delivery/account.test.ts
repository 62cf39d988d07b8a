/** Whatever Telegram, the line, the people and the clock do: what was owed adds up with what became of it. */
import { setTimeout as sleep } from "node:timers/promises";
import { expect, type TestContext, test } from "vitest";
import type { Mission } from "../../src/domain/mission.ts";
import { createLog } from "../../src/log.ts";
import type { FaultKind } from "../../src/rehearsal/bot-api/faults.ts";
import type { Person } from "../../src/rehearsal/people.ts";
import { type Stage, type StageSet, setStage } from "../../src/rehearsal/stage.ts";
import { type Account, accountOf, expectExact } from "../support/account.ts";
import { delegationWith, seatEverybody } from "../support/delegation.ts";
import { at } from "../support/missions.ts";
import { testRedis } from "../support/redis.ts";

const { url: redisUrl, prefix } = await testRedis();
const log = createLog("silent");
let deliveries = 0;

interface Delivery {
  readonly stage: Stage;
  readonly people: ReadonlyMap<string, Person>;
  account(options?: { answers?: RegExp }): Promise<Account>;
}

/** A delegation that has all joined, at eight in the morning. */
async function begin(
  { onTestFinished }: TestContext,
  mission: Mission,
  set: Partial<StageSet> = {},
): Promise<Delivery> {
  deliveries += 1;
  const now = at("08:00");
  const stage = await setStage({
    ...{ missions: [mission], now, redisUrl, log },
    prefix: `${prefix}:${deliveries}`,
    ...set,
  });
  onTestFinished(() => stage.stop());
  const { api, clock, app } = stage;
  const people = await seatEverybody(api, app.store, mission, now);
  await app.settle();
  const { store } = app;
  const account = (options = {}) =>
    accountOf({ ...{ store, api, mission: mission.id, from: now, to: clock.now() }, ...options });
  return { stage, people, account };
}

const many = { messages: 1000, ms: 1000 };
const plenty = { allowances: { private: many, group: many } };
const delegates = 19;
/** With the organiser. */
const everybody = delegates + 1;
const oneEvent = delegationWith({
  delegates,
  events: [{ id: "briefing", start: "10:00", end: "11:00", reminders: ["PT15M"] }],
});

test.concurrent("a storm of 429, Telegram's limits being lower than our pace: everybody gets it once", async (context) => {
  const { stage, account } = await begin(context, oneEvent, { limits: { perSecond: 8 } });
  const wait = {
    error_code: 429,
    description: "Too Many Requests: retry after 1",
    parameters: { retry_after: 1 },
  };
  stage.api.faults.next({ method: "sendMessage", kind: wait, times: 3 });
  await stage.turn(at("09:45"));
  expect(stage.api.report.answered429).toBeGreaterThan(0);
  const result = await account();
  expectExact(result);
  expect(result).toMatchObject({ owed: everybody, delivered: everybody });
});

test.concurrent("5xx, a proxy's page and lines cut before anything is done: everybody gets it once", async (context) => {
  const { stage, account } = await begin(context, oneEvent);
  const troubles: FaultKind[] = [
    { error_code: 500, description: "Internal Server Error" },
    { error_code: 502, description: "Bad Gateway" },
    "html 502",
    "cut before",
  ];
  for (const kind of troubles) stage.api.faults.next({ method: "sendMessage", kind, times: 5 });
  await stage.turn(at("09:45"));
  const result = await account();
  expectExact(result);
  expect(result).toMatchObject({ owed: everybody, delivered: everybody });
});

test.concurrent("a line cut before the answer: only what was in flight may come twice, and is named", async (context) => {
  const { stage, account } = await begin(context, oneEvent);
  stage.api.faults.next({ method: "sendMessage", kind: "cut after", times: 4 });
  await stage.turn(at("09:45"));
  const result = await account();
  expectExact(result, { repeatsAtMost: 4 });
  expect(result.delivered).toBe(everybody);
  expect(result.repeats).toHaveLength(4);
  for (const repeat of result.repeats) expect(repeat).toMatch(/^(delegate|organiser)-\d+: ⏰ briefing/);
});

test.concurrent("ten minutes without Telegram: of several overdue reminders one comes, what has begun is not announced", async (context) => {
  const mission = delegationWith({
    delegates,
    events: [
      { id: "talk", start: "09:50", end: "09:55", reminders: ["PT5M"] },
      { id: "briefing", start: "10:00", end: "11:00", reminders: ["PT60M", "PT15M", "PT10M", "PT8M"] },
    ],
  });
  // Ten minutes pass here in half a second, in which nothing is to wait at the gate.
  const { stage, account } = await begin(context, mission, { pace: { ...plenty, messagesPerSecond: 1000 } });
  await stage.turn(at("09:44"));
  stage.api.faults.outage("on");
  const settled: Promise<unknown>[] = [];
  for (let minute = 45; minute <= 54; minute += 1) {
    stage.clock.turn(at(`09:${minute}`));
    settled.push(stage.app.settle());
    await sleep(80);
  }
  // What was composed in an earlier minute and is still under way would come as if none had passed since.
  await sleep(600);
  stage.api.faults.outage("off");
  await Promise.all(settled);
  const result = await account();
  expectExact(result);
  expect(result).toMatchObject({
    owed: 5 * everybody,
    delivered: 2 * everybody,
    superseded: 2 * everybody,
    expired: everybody,
  });
});

test.concurrent("people who blocked the bot or left Telegram: counted, organisers told once, and reached again once they write", async (context) => {
  const mission = delegationWith({
    ...{ delegates: 10, organisers: 2 },
    events: ["10:00", "12:00", "14:00"].map((start, i) => ({
      id: `visit-${i}`,
      start,
      reminders: ["PT15M"],
    })),
  });
  const { stage, people, account } = await begin(context, mission);
  const [first, second, third] = ["delegate-1", "delegate-2", "delegate-3"].map((seat) => people.get(seat));
  if (!first || !second || !third) throw new Error("There are not that many delegates");
  await first.blocks();
  await second.blocks();
  third.deactivates();
  await stage.turn(at("12:30"));
  const meanwhile = await account();
  expectExact(meanwhile);
  expect(meanwhile).toMatchObject({ owed: 12 + 12 + 6, unreachable: 6, alerts: 6, delivered: 24 });

  await first.unblocks();
  await first.sends("/now");
  const answer = await first.sees(/./);
  await stage.turn(at("14:00"));
  await first.sees("⏰ visit-2");
  const result = await account({ answers: new RegExp(`^${(answer.text ?? "").split("\n")[0]}`) });
  expectExact(result);
  expect(result).toMatchObject({ owed: 3 * 12 + 6, unreachable: 8, alerts: 6, delivered: 34 });
});

test.concurrent("a clock that jumps two hours ahead and back neither repeats nor skips", async (context) => {
  const starts = ["10:00", "11:00", "11:30", "12:00", "13:00"];
  const mission = delegationWith({
    delegates: 9,
    events: starts.map((start) => ({ id: `at-${start.replace(":", "")}`, start, reminders: ["PT15M"] })),
  });
  const { stage, people, account } = await begin(context, mission);
  const { clock, app } = stage;
  const one = people.get("delegate-1");
  await stage.turn(at("09:50"));
  clock.turn(at("11:50"));
  await app.settle();
  const wrong = await account();
  expect(wrong).toMatchObject({ expired: 20, delivered: 20 });
  clock.turn(at("09:51"));
  await app.settle();
  one?.looksAway();
  await stage.turn(at("10:45"));
  await one?.sees("⏰ at-1100");
  await stage.turn(at("13:30"));
  one?.seesNot("at-1200");
  const result = await account();
  expectExact(result);
  expect(result).toMatchObject({ owed: 50, delivered: 50, expired: 0 });
});

test.concurrent("digests for a day that is over expire, and are counted", async (context) => {
  const days = ["2016-11-18", "2016-11-19"];
  const mission = delegationWith({
    delegates: 9,
    digest: { evening: "20:00", morning: "07:30" },
    events: days.map((day) => ({ id: day, start: `${day}T10:00`, end: `${day}T18:00`, reminders: [] })),
  });
  const { stage, account } = await begin(context, mission);
  // Off from the afternoon before the first day to the second day's dawn.
  stage.clock.turn(at("2016-11-19T06:00"));
  await stage.app.settle();
  expect(await account()).toMatchObject({ owed: 30, expired: 30 });
  await stage.turn(at("2016-11-19T08:00"));
  const result = await account();
  expectExact(result);
  expect(result).toMatchObject({ owed: 40, expired: 30, delivered: 10 });
});
