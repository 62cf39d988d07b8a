import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { createLog } from "../../src/log.ts";
import { startEmbeddedRedis } from "../../src/storage/embedded.ts";

declare module "vitest" {
  export interface ProvidedContext {
    redisUrl: string;
  }
}

/** One real Redis for the whole run: REDIS_URL_FOR_TESTS, or our own embedded one in a temporary folder. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.REDIS_URL_FOR_TESTS;
  if (given) {
    project.provide("redisUrl", given);
    return undefined;
  }
  const dataDir = await mkdtemp(join(tmpdir(), "attache-test-"));
  const server = await startEmbeddedRedis({ dataDir, log: createLog("warn") });
  project.provide("redisUrl", server.url);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
