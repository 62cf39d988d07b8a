/**
 * `npm run bench:delivery` measures how fast, how evenly and how late the bot sends, and what looking costs; with
 * `-- --quick` in a minute instead of five.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { run } from "@grammyjs/runner";
import { Bot } from "grammy";
import type { Redis } from "ioredis";
import { startApp } from "../../src/app.ts";
import { TurnedClock } from "../../src/clock.ts";
import { createQueue } from "../../src/delivery/queue.ts";
import { Tick } from "../../src/delivery/tick.ts";
import type { Mission } from "../../src/domain/mission.ts";
import { createLog } from "../../src/log.ts";
import { loadSpeeches } from "../../src/messages/speech.ts";
import { type BotApi, startBotApi } from "../../src/rehearsal/bot-api/server.ts";
import type { Person } from "../../src/rehearsal/people.ts";
import { type Stage, setStage } from "../../src/rehearsal/stage.ts";
import { startEmbeddedRedis } from "../../src/storage/embedded.ts";
import { seatForm } from "../../src/storage/missions.ts";
import { encodeParticipant } from "../../src/storage/people.ts";
import { connectRedis } from "../../src/storage/redis.ts";
import { createStore, type Store } from "../../src/storage/store.ts";
import { delegationWith, furtherSeats, seatEverybody } from "../support/delegation.ts";
import { at } from "../support/missions.ts";
import { setScene } from "../support/processes.ts";
import { median, printTable, quantile, type Row } from "./figures.ts";

const quick = process.argv.includes("--quick");
const log = createLog("silent");
const folder = await mkdtemp(join(tmpdir(), "attache-bench-"));
const server = await startEmbeddedRedis({ dataDir: folder, log });
let prefixes = 0;
const newPrefix = () => `bench-${prefixes++}`;

const oneEvent = delegationWith({
  delegates: 0,
  events: [{ id: "briefing", start: "10:00", reminders: ["PT15M"] }],
});

/** The whole program with our pace and Telegram's limits, at eight in the morning. */
function stageFor(mission: Mission): Promise<Stage> {
  const set = { missions: [mission], now: at("08:00"), redisUrl: server.url, log, limits: {} };
  return setStage({ ...set, prefix: newPrefix() });
}

interface Burst {
  /** When each message arrived, in milliseconds of machine time after it fell due. */
  readonly arrivals: readonly number[];
  readonly mostInAnySecond: number;
  readonly answered429: number;
}

/** So many reminders fall due at one instant. */
async function dueAtOnce(messages: number, latency = 0): Promise<Burst> {
  const stage = await stageFor(oneEvent);
  const { api, app, clock } = stage;
  await seatEverybody(api, app.store, oneEvent, clock.now(), furtherSeats(messages - 1));
  await app.settle();
  api.faults.latency(latency);
  const arrivals: number[] = [];
  const start = performance.now();
  api.onMoment(({ kind }) => {
    if (kind === "message") arrivals.push(performance.now() - start);
  });
  clock.turn(at("09:45"));
  await app.settle();
  await stage.stop();
  const { mostInAnySlidingSecond, answered429 } = api.report;
  return { arrivals, mostInAnySecond: mostInAnySlidingSecond.overall, answered429 };
}

async function pace(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const latency of [0, 100]) {
    const { arrivals, mostInAnySecond, answered429 } = await dueAtOnce(28 * (quick ? 7 : 21), latency);
    const seconds = ((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)) / 1000;
    const rate = (arrivals.length - 1) / seconds;
    rows.push({
      line: `${latency} ms`,
      messages: arrivals.length,
      seconds,
      "a second": rate,
      "of 28": rate / 28,
      "most in any second": mostInAnySecond,
      "429s": answered429,
    });
  }
  return rows;
}

async function lateness(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const due of quick ? [1, 30, 300] : [1, 30, 300, 3000]) {
    const bursts: Burst[] = [];
    for (let i = 0; i < (due <= 30 ? 5 : 1); i += 1) bursts.push(await dueAtOnce(due));
    const late = bursts.flatMap(({ arrivals }) => arrivals).map((ms) => ms / 1000);
    rows.push({
      "due at once": due,
      rounds: bursts.length,
      "median, s": median(late),
      "95 %, s": quantile(late, 0.95),
      "most, s": Math.max(...late),
      "least possible at 28/s": (due - 1) / 28,
      "most in any second": Math.max(...bursts.map(({ mostInAnySecond }) => mostInAnySecond)),
    });
  }
  return rows;
}

/** Reminders that fall due while ten thousand digests wait. */
async function overtaking(): Promise<Row[]> {
  const times = Array.from({ length: quick ? 5 : 15 }, (_, i) => 20 * 60 + 20 + i * 12);
  const timeOf = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
  const mission = delegationWith({
    delegates: 0,
    digest: { evening: "20:00", morning: "07:30" },
    groups: [{ id: "pilots", title: "Pilots" }],
    events: [
      ...times.map((time, i) => {
        return { id: `flight-${i}`, start: timeOf(time), groups: ["pilots"], reminders: ["PT5M"] };
      }),
      { id: "farewell", start: "2016-11-18T12:00", reminders: [] },
    ],
  });
  const stage = await stageFor(mission);
  const { api, app, clock } = stage;
  const people = await seatEverybody(api, app.store, mission, clock.now(), furtherSeats(10_000));
  const pilot = people.get("organiser-1");
  await app.settle();
  const deliver = () => void app.settle().catch(() => {});
  clock.turn(at("20:00"));
  deliver();
  while ((api.report.sent.sendMessage ?? 0) < 30) await sleep(5);
  const delays: number[] = [];
  for (const [i, time] of times.entries()) {
    await sleep(100 * Math.random());
    pilot?.looksAway();
    const start = performance.now();
    clock.turn(at(timeOf(time - 5)));
    deliver();
    await pilot?.sees(`flight-${i}`);
    delays.push(performance.now() - start);
  }
  const waiting = await app.queue.getJobCountByTypes("prioritized");
  await app.queue.obliterate({ force: true });
  await stage.stop();
  const figures = { "median, ms": median(delays), "most, ms": Math.max(...delays) };
  return [{ reminders: delays.length, ...figures, "jobs still waiting": waiting }];
}

/** The real bot and bare ones, by turns, at one emulator without limits. */
async function updates(): Promise<Row[]> {
  const count = quick ? 600 : 2000;
  const heads = 200;
  const api = await startBotApi({ limits: false });
  const prefix = newPrefix();
  const [redis, workerRedis] = await connections();
  const speeches = await loadSpeeches();
  const clock = new TurnedClock(at("09:50"));
  const much = { messages: 1_000_000, ms: 1000 };
  const store = createStore(redis, prefix);
  await store.missions.import(oneEvent);
  const people = await seatEverybody(api, store, oneEvent, at("08:00"), furtherSeats(heads - 1));

  const startBare = (how: "start" | "run") => async () => {
    const bot = new Bot(api.token, { client: { apiRoot: api.url } });
    bot.command("now", (ctx) => ctx.reply("Now: nothing. Next: the briefing at 10:00."));
    await bot.init();
    if (how === "run") {
      const runner = run(bot);
      return () => runner.stop();
    }
    void bot.start();
    return () => bot.stop();
  };
  const startReal = async () => {
    const app = await startApp({
      ...{ clock, log, speeches, redis, workerRedis, prefix, token: api.token, apiRoot: api.url },
      pace: { messagesPerSecond: 100_000, allowances: { private: much, group: much } },
      missions: [oneEvent],
      organisers: [1],
      roles: ["chat"],
    });
    return () => app.stop();
  };
  const bots = [
    { name: "bare grammY, bot.start()", start: startBare("start"), rates: [] as number[] },
    { name: "bare grammY, run()", start: startBare("run"), rates: [] as number[] },
    { name: "Attaché, /now", start: startReal, rates: [] as number[] },
  ];
  for (let round = 0; round < (quick ? 3 : 5); round += 1) {
    for (const { start, rates } of bots) {
      const stop = await start();
      await answered(api, [...people.values()], heads);
      const began = performance.now();
      await answered(api, [...people.values()], count);
      rates.push((1000 * count) / (performance.now() - began));
      await stop();
    }
  }
  redis.disconnect();
  workerRedis.disconnect();
  await api.stop();
  return bots.map(({ name, rates }) => ({
    bot: name,
    "updates a second": Math.round(median(rates)),
    ratio: median(rates) / median(bots[0]?.rates ?? []),
    rounds: rates.map((rate) => Math.round(rate)).join(" "),
  }));
}

/** People ask by turns; resolves when as many answers are there. */
async function answered(api: BotApi, people: readonly Person[], count: number): Promise<void> {
  let answers = 0;
  const stop = api.onMoment(({ kind, by }) => {
    if (kind === "message" && by.id === api.bot.id) answers += 1;
  });
  for (let i = 0; i < count; i += 1) await people[i % people.length]?.sends("/now", { wait: false });
  while (answers < count) await sleep(1);
  stop();
}

/** Looks through so many missions of a thousand people and forty events. */
async function looking(): Promise<Row[]> {
  const heads = 1000;
  const rows: Row[] = [];
  for (const count of quick ? [1, 10, 100] : [1, 10, 100, 1000]) {
    const [redis, workerRedis] = await connections();
    const store = createStore(redis, newPrefix());
    for (let i = 0; i < count; i += 1) await fill(store, missionNumber(i), heads);
    const clock = new TurnedClock(at("08:00"));
    const queue = createQueue(redis, store.keys);
    const tick = new Tick({ store, queue, clock });
    const first = await timed(() => tick.run());
    const nothing: number[] = [];
    for (let i = 0; i < 31; i += 1) {
      clock.turn(clock.now() + 1000);
      nothing.push(await timed(() => tick.run()));
    }
    const something: number[] = [];
    for (const hour of ["09", "10", "11", "12", "13"]) {
      clock.turn(at(`${hour}:00`) - 1000);
      await tick.run();
      await queue.drain();
      clock.turn(at(`${hour}:00`));
      something.push(await timed(() => tick.run()));
      const queued = await queue.getJobCountByTypes("prioritized");
      if (queued !== heads) throw new Error(`${queued} of ${heads} people were found`);
    }
    rows.push({
      missions: count,
      "the first, ms": first,
      "nothing due, ms": median(nothing),
      "95 %, ms": quantile(nothing, 0.95),
      "something due in one, ms": median(something),
    });
    await queue.close();
    await redis.flushall();
    redis.disconnect();
    workerRedis.disconnect();
  }
  return rows;
}

/** In the first, something is due every hour from nine to one; in the others from the next day on. */
function missionNumber(number: number): Mission {
  const starts = Array.from({ length: 40 }, (_, i) => {
    const day = 17 + Math.floor(i / 5) + (number === 0 ? 0 : 1);
    return `2016-11-${day}T${10 + (i % 5)}:00`;
  });
  const events = starts.map((start, i) => ({ id: `event-${i}`, start, reminders: ["PT60M"] }));
  return delegationWith({ id: `mission-${number}`, delegates: 0, events });
}

async function fill({ redis, keys, missions }: Store, mission: Mission, heads: number): Promise<void> {
  await missions.import(mission);
  const further = furtherSeats(heads - 1);
  const seats = [...(mission.people ?? []), ...further];
  const who = { language: "en" as const, joinedAt: at("07:00") };
  const records = seats.flatMap(({ id }, i) => [
    id,
    encodeParticipant({ ...who, seat: id, user: i, chat: i }),
  ]);
  await redis.hset(keys.seats(mission.id), ...further.flatMap((seat) => [seat.id, seatForm.encode(seat)]));
  await redis.hset(keys.participants(mission.id), ...records);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function connections(): Promise<[Redis, Redis]> {
  return Promise.all([
    connectRedis(server.url, { log }),
    connectRedis(server.url, { log, forWorkers: true }),
  ]);
}

/** kill -9 of everything, one after another, in the middle of a thousand messages. */
async function crashes(): Promise<Row[]> {
  const heads = quick ? 150 : 1000;
  const scene = await setScene(join(folder, "crash"), heads);
  const [chat, worker] = await Promise.all([scene.start(["chat"]), scene.start(["tick", "delivery"])]);
  const rows: Row[] = [];
  const crash = async (killed: string, part: number, kill: () => Promise<unknown>) => {
    await scene.arrived(Math.floor(heads * (part + Math.random() / 10)));
    const start = performance.now();
    const before = scene.arrivals.length;
    await kill();
    const back = performance.now();
    await scene.arrived(before + 5);
    const goesOn = scene.arrivals.find((time) => time > back) ?? performance.now();
    rows.push({ killed, "at message": before, "goes on after, s": (goesOn - start) / 1000 });
  };
  await crash("tick, delivery", 0.2, async () => {
    await worker.kill();
    await scene.start(["tick", "delivery"]);
  });
  await crash("chat", 0.4, async () => {
    await chat.kill();
    await scene.start(["chat"]);
  });
  await crash("Redis, away for 0.5 s", 0.6, () => scene.killRedis(500));
  const { owed, delivered, repeats, mistakes } = await scene.settled(90_000);
  await scene.stop();
  return rows.map((row) => ({ ...row, owed, delivered, wrong: mistakes.length, repeated: repeats.length }));
}

const tables = [
  ["Pace under a full queue, as Telegram sees it: 28 a second, never more than 30", pace],
  ["Lateness of what is due at one instant", lateness],
  ["A reminder while ten thousand digests, and more, wait", overtaking],
  ["Updates by long polling, each answered: medians, the bots by turns", updates],
  ["One look of the tick through missions of 1,000 people and 40 events", looking],
  ["kill -9 on a line of 100 ms (owed, delivered and repeated in all)", crashes],
] as const;

const began = performance.now();
try {
  console.log(quick ? "Quick figures; without --quick there are more." : "This takes about five minutes.");
  for (const [heading, measure] of tables) printTable(heading, await measure());
  console.log(`\n${Math.round((performance.now() - began) / 1000)} s in all`);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
