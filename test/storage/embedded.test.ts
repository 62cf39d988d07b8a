import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLog } from "../../src/log.ts";
import { type EmbeddedRedis, startEmbeddedRedis } from "../../src/storage/embedded.ts";
import { connectRedis } from "../../src/storage/redis.ts";

const log = createLog("silent");
const running: EmbeddedRedis[] = [];
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "attache-embedded-"));
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(dataDir = folder): Promise<EmbeddedRedis> {
  const server = await startEmbeddedRedis({ dataDir, log });
  running.push(server);
  return server;
}

async function pidOf(url: string): Promise<number> {
  const redis = await connectRedis(url, { log });
  const pid = Number(/process_id:(\d+)/.exec(await redis.info("server"))?.[1]);
  redis.disconnect();
  return pid;
}

test("keeps what it was given over a stop, for this user only", async () => {
  const first = await start();
  const redis = await connectRedis(first.url, { log });
  await redis.set("key", "value");
  expect(await redis.config("GET", "appendfsync")).toContain("always");
  redis.disconnect();
  expect((await stat(first.url)).mode & 0o077).toBe(0);
  await first.stop();
  const again = await connectRedis((await start()).url, { log });
  expect(await again.get("key")).toBe("value");
  again.disconnect();
});

test("refuses a folder another program uses, in words", async () => {
  await start();
  await expect(start()).rejects.toThrow(/Another Attaché is using DATA_DIR/);
});

test("comes back on the same socket after it was killed, with everything it had confirmed", async () => {
  const { url } = await start();
  const redis = await connectRedis(url, { log });
  await redis.set("key", "value");
  process.kill(await pidOf(url), "SIGKILL");
  await vi.waitFor(async () => expect(await redis.get("key")).toBe("value"), { timeout: 5000, interval: 50 });
  redis.disconnect();
});

test("takes over the server a crash left behind, and stops it in the end", async () => {
  const embedded = JSON.stringify(join(import.meta.dirname, "../../src/storage/embedded.ts"));
  const script = `import { startEmbeddedRedis } from ${embedded};
    const log = { info() {}, warn() {}, error() {} };
    console.log((await startEmbeddedRedis({ dataDir: ${JSON.stringify(folder)}, log })).url);
    process.kill(process.pid, "SIGKILL");`;
  const crashing = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(crashing.stdout, "data");
  await once(crashing, "exit");
  const left = await pidOf(String(line).trim());
  const server = await start();
  expect(await pidOf(server.url)).toBe(left);
  await server.stop();
  await expect(connectRedis(server.url, { log })).rejects.toThrow(/no such socket|nothing listens/);
});

test("lies under a short name where the folder's own is too long for a socket", async () => {
  const { url } = await start(join(folder, "x".repeat(100)));
  expect(url.length).toBeLessThan(104);
  expect(await pidOf(url)).toBeGreaterThan(0);
});
