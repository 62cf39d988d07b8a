import { expect, test } from "vitest";
import { hasEnded } from "../../src/storage/ledger.ts";
import { createStore } from "../../src/storage/store.ts";
import { testRedis } from "../support/redis.ts";

const { redis, prefix } = await testRedis();
const { ledger, keys } = createStore(redis, prefix);

test("a recipient is one job's at a time, and that job's again after a crash", async () => {
  expect(await ledger.lease("visit/head", "job-1")).toBe(true);
  expect(await ledger.lease("visit/head", "job-2")).toBe(false);
  expect(await ledger.lease("visit/head", "job-1")).toBe(true);
  await ledger.release("visit/head", "job-2");
  expect(await ledger.lease("visit/head", "job-2")).toBe(false);
  await ledger.release("visit/head", "job-1");
  expect(await ledger.lease("visit/head", "job-2")).toBe(true);
});

test("a lease lasts as long as its job renews it, however long Telegram asks to wait", async () => {
  await ledger.lease("visit/aide", "job-1");
  await redis.pexpire(keys.lease("visit/aide"), 50);
  await ledger.renew("visit/aide", "another");
  expect(await redis.pttl(keys.lease("visit/aide"))).toBeLessThanOrEqual(50);
  await ledger.renew("visit/aide", "job-1");
  expect(await redis.pttl(keys.lease("visit/aide"))).toBeGreaterThan(10_000);
});

test("what ended under a wrong clock is decided again; what was delivered was delivered", () => {
  expect(hasEnded({ outcome: "expired", at: 2000 }, 1000)).toBe(false);
  expect(hasEnded({ outcome: "expired", at: 2000 }, 3000)).toBe(true);
  expect(hasEnded({ outcome: "delivered", at: 2000 }, 1000)).toBe(true);
  expect(hasEnded(undefined, 1000)).toBe(false);
});

test("entries are bounded in age", async () => {
  await ledger.enter("visit", "head", new Map([["talk.1.15", { outcome: "expired", at: 1 }]]));
  const days = (await redis.ttl(keys.ledger("visit", "head"))) / (24 * 60 * 60);
  expect(days).toBeGreaterThan(2);
  expect(days).toBeLessThanOrEqual(60);
});
