import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { createLog } from "../../src/log.ts";
import { setStage } from "../../src/rehearsal/stage.ts";
import { findServer } from "../../src/storage/server-binary.ts";
import { at, krasnoyarsk } from "../support/stage.ts";

const folder = await mkdtemp(path.join(tmpdir(), "attache-away-"));
const socket = path.join(folder, "redis.sock");
let server = await startRedis();

/** A Redis nobody watches over, to be killed at will. */
async function startRedis(): Promise<ChildProcess> {
  const options = ["--port", "0", "--unixsocket", socket, "--dir", folder, "--appendonly", "yes"];
  const child = spawn(await findServer(), [...options, "--appendfsync", "always"], { stdio: "ignore" });
  while (!existsSync(socket)) await sleep(5);
  return child;
}

async function killRedis(): Promise<void> {
  server.kill("SIGKILL");
  await once(server, "exit");
  await rm(socket, { force: true });
}

const stage = await setStage({
  missions: [krasnoyarsk],
  now: at("2016-11-17T08:00"),
  redisUrl: socket,
  log: createLog("silent"),
});

afterAll(async () => {
  await stage.stop();
  await killRedis();
  await rm(folder, { recursive: true, force: true });
});

it("people are told the truth while Redis is away, and lose nothing that was said to be saved", async () => {
  const delegate = await stage.delegate("krasnoyarsk", "cluster-director", "Участник", "ru");
  await delegate.sends("Записать");
  await delegate.taps("О поездке в целом");
  await delegate.sends("До обрыва");
  await delegate.sees("✅ Сохранено 1 сообщение");

  await killRedis();
  await delegate.sends("Во время обрыва");
  await delegate.sees("❗ Не сохранено");
  delegate.seesNot("✅");
  await delegate.sends("/today");
  await delegate.sees("Сейчас не могу ни прочитать, ни сохранить");

  server = await startRedis();
  await expect.poll(() => stage.app.store.redis.ping().catch(() => "away"), { timeout: 5000 }).toBe("PONG");
  await delegate.sends("Во время обрыва");
  await delegate.sees("✅ Сохранено 2 сообщения");
  await delegate.taps("Готово");
  const { notes } = await stage.app.store.notes.page("krasnoyarsk", { from: 0, most: 5 });
  expect(notes[0]?.items.map(({ text }) => text)).toEqual(["До обрыва", "Во время обрыва"]);
});
