import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "ioredis";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createLog } from "../../src/log.ts";
import { type BotApi, startBotApi } from "../../src/rehearsal/bot-api/server.ts";
import { connectRedis } from "../../src/storage/redis.ts";
import { findServer } from "../../src/storage/server-binary.ts";
import { delegate, quickIntake, type Replica, startReplica } from "../support/replica.ts";

const folder = await mkdtemp(path.join(tmpdir(), "attache-intake-"));
const socket = path.join(folder, "redis.sock");
const connections: Redis[] = [];
let server: ChildProcess;
const log = createLog("silent");

/** A Redis nobody watches over, to be killed at will. */
async function startRedis(): Promise<void> {
  const options = ["--port", "0", "--unixsocket", socket, "--dir", folder, "--appendonly", "yes"];
  server = spawn(await findServer(), options, { stdio: "ignore" });
  while (!existsSync(socket)) await sleep(5);
}

async function killRedis(): Promise<void> {
  server.kill("SIGKILL");
  await once(server, "exit");
  await rm(socket, { force: true });
}

beforeAll(startRedis);
afterAll(async () => {
  for (const connection of connections) connection.disconnect();
  await killRedis();
  await rm(folder, { recursive: true, force: true });
});

const hook = { url: "http://127.0.0.1:9", secret: "secret" };

it("a poller goes on telling people that nothing can be saved, for longer than its lease", async () => {
  const api = await startBotApi({ limits: false });
  const replica = await replicaOf(api, "first");
  const head = await delegate(api, replica, "head");
  await killRedis();
  await sleep(2 * quickIntake.tenure.lease);
  await head.sends("not to be lost");
  await head.sees("❗ Not saved");
  expect(replica.app.checks()).toEqual({ polling: true });
  expect(await replica.app.metrics()).toMatchObject({ attache_poller: 1 });
  // Somebody else polls, and Redis does not say who has the right: they have.
  const foreign = await fetch(`${api.url}/bot${api.token}/getUpdates?timeout=0`);
  expect(foreign.status).toBe(200);
  await expect.poll(() => replica.app.checks()).toEqual({ polling: false });

  await startRedis();
  await head.sends("/today");
  await head.sees(/Today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday/);
  await replica.stop();
  await api.stop();
});

it("a webhook's update is answered as handled once the person has been told", async () => {
  const api = await startBotApi({ limits: false });
  const polling = await replicaOf(api, "second");
  const head = await delegate(api, polling, "cluster-director");
  await polling.stop();
  const replica = await replicaOf(api, "second", hook);
  await killRedis();
  const { user, chatId } = head;
  const message = {
    message_id: 900,
    date: 0,
    chat: { id: chatId, type: "private", first_name: "x" },
    from: user,
  };
  const update = (text: string) => ({ update_id: 1, message: { ...message, text } });
  await replica.app.receive(update("not to be lost") as Parameters<typeof replica.app.receive>[0]);
  await head.sees("❗ Not saved");
  // Whom Telegram cannot tell either, it is to bring again.
  api.faults.outage("on");
  const untold = replica.app.receive(update("/today") as Parameters<typeof replica.app.receive>[0]);
  await expect(untold).rejects.toThrow();
  api.faults.outage("off");

  await startRedis();
  await replica.stop();
  await api.stop();
});

async function replicaOf(api: BotApi, prefix: string, webhook?: typeof hook): Promise<Replica> {
  const connect = async (options = {}) => {
    const connection = await connectRedis(socket, { log, ...options });
    connections.push(connection);
    return connection;
  };
  return startReplica(api, { redis: await connect(), url: socket, prefix, connect }, webhook);
}
