/** The real program in processes of its own, and a Redis of its own, to be killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DateTime } from "luxon";
import type { ProcessRole } from "../../src/config.ts";
import { createQueue } from "../../src/delivery/queue.ts";
import type { Mission } from "../../src/domain/mission.ts";
import { createLog } from "../../src/log.ts";
import { type BotApi, startBotApi } from "../../src/rehearsal/bot-api/server.ts";
import type { Person } from "../../src/rehearsal/people.ts";
import { connectRedis } from "../../src/storage/redis.ts";
import { findServer } from "../../src/storage/server-binary.ts";
import { createStore } from "../../src/storage/store.ts";
import { type Account, accountOf } from "./account.ts";
import { delegationWith, seatEverybody } from "./delegation.ts";
import { spawnProgram, type Way } from "./program.ts";

const HOUR = 60 * 60_000;
const events = ["bus", "wreath", "talks", "dinner"];

/** Something that can be killed without a word (kill -9). */
export interface Mortal {
  kill(): Promise<void>;
}

/** A delegation to each of whose members four reminders are due, and all that the program needs to run. */
export interface Scene {
  readonly api: BotApi;
  readonly people: readonly Person[];
  /** Four a head, which come in one message. */
  readonly owed: number;
  /** When each message arrived, on the scale of `performance.now()`. */
  readonly arrivals: readonly number[];
  /**
   * Starts a process of the program; resolves when it serves. A quick one soon notices that another has died, and must
   * not be without Redis meanwhile: its locks would run out.
   */
  start(roles: readonly ProcessRole[], way?: Way): Promise<Mortal>;
  /** kill -9 of Redis, which comes back with the same files after so many milliseconds of machine time. */
  killRedis(awayFor: number): Promise<void>;
  /** Resolves when so many messages have arrived. */
  arrived(messages: number): Promise<void>;
  /** The account, as soon as everything owed has ended. @throws the account's errors when that takes too long */
  settled(within: number): Promise<Account>;
  stop(): Promise<void>;
}

/**
 * Sets the scene in a folder of its own: a Redis that syncs every write, Telegram with its limits on a line of 100 ms,
 * and everybody in their seats. The reminders have fallen due within the last minute and are still useful.
 */
export async function setScene(folder: string, heads: number): Promise<Scene> {
  const log = createLog("silent");
  await mkdir(folder, { recursive: true });
  const api = await startBotApi();
  api.faults.latency(100);
  const arrivals: number[] = [];
  api.onMoment(({ kind, by }) => {
    if (kind === "message" && by.id === api.bot.id) arrivals.push(performance.now());
  });
  const socket = join(folder, "redis.sock");
  let redisServer = await startRedis(folder, socket);
  const redis = await connectRedis(socket, { log });
  const store = createStore(redis);
  const queue = createQueue(redis, store.keys);
  // It would print that Redis is away.
  queue.on("error", () => {});
  const now = Date.now();
  const mission = missionDueAt(now, heads);
  const file = join(folder, "mission.json");
  await writeFile(file, JSON.stringify(mission));
  await store.missions.import(mission);
  const from = now - HOUR;
  const people = await seatEverybody(api, store, mission, from);
  await store.ticks.set(mission.id, { revision: 1, upTo: from });
  const programs = new Set<ChildProcess>();
  const account = () =>
    accountOf({ store, api, mission: mission.id, from, to: Date.now(), answers: /^(?!⏰)/ });

  return {
    ...{ api, arrivals, people: [...people.values()], owed: events.length * heads },
    start: async (roles, way) => {
      const program = spawnProgram(
        {
          BOT_TOKEN: api.token,
          TELEGRAM_API_ROOT: api.url,
          REDIS_URL: socket,
          MISSIONS: file,
          ORGANISERS: "1",
          ROLES: roles.join(","),
        },
        way,
      );
      programs.add(program);
      let said = "";
      for (const stream of [program.stdout, program.stderr]) stream.on("data", (chunk) => (said += chunk));
      while (!said.includes("at your service")) {
        if (program.exitCode !== null) throw new Error(`The program ended: ${said}`);
        await sleep(10);
      }
      return { kill: () => killed(program) };
    },
    killRedis: async (awayFor) => {
      await killed(redisServer);
      await sleep(awayFor);
      redisServer = await startRedis(folder, socket);
    },
    arrived: async (messages) => {
      while (arrivals.length < messages) await sleep(5);
    },
    settled: async (within) => {
      const deadline = performance.now() + within;
      for (;;) {
        await sleep(50);
        const busy = await queue
          .getJobCountByTypes("active", "waiting", "prioritized", "delayed")
          .catch(() => 1);
        if (busy === 0 || performance.now() > deadline) return account();
      }
    },
    stop: async () => {
      await Promise.all([...programs].map(killed));
      await queue.close();
      redis.disconnect();
      await killed(redisServer);
      await api.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Events half an hour after the last full minute, reminded of half an hour before. */
function missionDueAt(now: number, heads: number): Mission {
  const zone = "Asia/Krasnoyarsk";
  const start = DateTime.fromMillis(now, { zone }).startOf("minute").plus({ minutes: 30 });
  return delegationWith({
    ...{ timezone: zone, delegates: heads - 1 },
    events: events.map((id) => ({ id, start: start.toFormat("yyyy-MM-dd'T'HH:mm"), reminders: ["PT30M"] })),
  });
}

async function startRedis(dir: string, socket: string): Promise<ChildProcess> {
  const settings = { port: "0", unixsocket: socket, dir, appendonly: "yes", appendfsync: "always", save: "" };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  await rm(socket, { force: true });
  const server = spawn(await findServer(), args, { stdio: "ignore" });
  while (!(await exists(socket))) {
    if (server.exitCode !== null) throw new Error("Redis did not start");
    await sleep(5);
  }
  return server;
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
