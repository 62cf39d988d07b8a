import { expect, test } from "vitest";
import type { BoundChat } from "../../src/storage/chats.ts";
import { createStore } from "../../src/storage/store.ts";
import { testRedis } from "../support/redis.ts";

const { redis, prefix } = await testRedis();
const { chats } = createStore(redis, prefix);

const bound: BoundChat = {
  ...{ mission: "krasnoyarsk", kind: "delegation", chat: -100 },
  ...{ title: "Delegation", language: "ru", at: 1 },
};

test("a chat that is lost while something is being told there is lost", async () => {
  await chats.bind(bound);
  await chats.setTelling(bound.mission, bound.kind, { revision: 2, step: 1 });
  await chats.lose(bound, 5);
  expect(await chats.bound(bound.mission, bound.kind)).toBeUndefined();
});

test("a chat bound since stays", async () => {
  await chats.bind({ ...bound, chat: -200, at: 2 });
  await chats.lose(bound, 5);
  expect(await chats.bound(bound.mission, bound.kind)).toMatchObject({ chat: -200 });
});

test("a chat that moved keeps what it was told", async () => {
  await chats.bind(bound);
  await chats.setTold(bound.mission, bound.kind, { revision: 2, step: 1 });
  await chats.moved(-100, -300);
  expect(await chats.bound(bound.mission, bound.kind)).toMatchObject({ chat: -300, told: { revision: 2 } });
});
