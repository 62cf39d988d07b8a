import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import { afterAll, inject } from "vitest";
import { createLog } from "../../src/log.ts";
import { connectRedis } from "../../src/storage/redis.ts";

export interface TestRedis {
  readonly redis: Redis;
  readonly url: string;
  /** Begins every key of this test file; nobody else's does. */
  readonly prefix: string;
  /** A further connection, as another process would have. */
  connect(options?: { forWorkers?: boolean }): Promise<Redis>;
}

/** A connection to the suite's Redis and a prefix of one's own; both are gone after the file's last test. */
export async function testRedis(): Promise<TestRedis> {
  const url = inject("redisUrl");
  const prefix = `test-${randomUUID()}`;
  const log = createLog("silent");
  const connections: Redis[] = [];
  const connect = async (options: { forWorkers?: boolean } = {}) => {
    const redis = await connectRedis(url, { log, ...options });
    connections.push(redis);
    return redis;
  };
  const redis = await connect();
  afterAll(async () => {
    const sweeper = await connect();
    for await (const keys of sweeper.scanStream({ match: `${prefix}*`, count: 1000 })) {
      if (keys.length > 0) await sweeper.unlink(...keys);
    }
    for (const connection of connections) connection.disconnect();
  });
  return { redis, url, prefix, connect };
}
