import { expect, test } from "vitest";
import { createStore } from "../../src/storage/store.ts";
import { testRedis } from "../support/redis.ts";

const { redis, prefix } = await testRedis();

test("however many tap at once, an event takes as many as it has places", async () => {
  const { choices, keys } = createStore(redis, `${prefix}:places`);
  const seats = Array.from({ length: 40 }, (_, index) => `seat-${index}`);
  for (const seat of seats) await redis.hset(keys.participants("visit"), seat, "{}");
  // Each taps twice, as an update does that is handled again after a crash.
  const taps = [...seats, ...seats].map((seat) => choices.pick("visit", seat, "tables", "trade", 7));
  const got = (await Promise.all(taps)).filter(Boolean).length;
  const picked = [...(await choices.all("visit")).values()].filter(({ tables }) => tables === "trade");
  expect(picked).toHaveLength(7);
  expect(got).toBe(14);
  expect(await redis.hget(keys.picked("visit"), "trade")).toBe("7");
});

test("a place given up is free for the next, and changing one's mind keeps the first until the second is sure", async () => {
  const { choices, keys } = createStore(redis, `${prefix}:mind`);
  for (const seat of ["a", "b"]) await redis.hset(keys.participants("visit"), seat, "{}");
  expect(await choices.pick("visit", "a", "tables", "trade", 1)).toBe(true);
  expect(await choices.pick("visit", "b", "tables", "culture", 1)).toBe(true);
  expect(await choices.pick("visit", "b", "tables", "trade", 1)).toBe(false);
  expect(await choices.of("visit", "b")).toEqual({ tables: "culture" });
  await choices.unpick("visit", "a", "tables");
  await choices.unpick("visit", "a", "tables");
  expect(await choices.pick("visit", "b", "tables", "trade", 1)).toBe(true);
});
