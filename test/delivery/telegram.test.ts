import { FormattedString } from "@grammyjs/parse-mode";
import { Api } from "grammy";
import { afterAll, expect, test } from "vitest";
import { send } from "../../src/delivery/telegram.ts";
import { startBotApi } from "../../src/rehearsal/bot-api/server.ts";
import { group, person } from "../../src/rehearsal/people.ts";

const api = await startBotApi({ limits: false });
const telegram = new Api(api.token, { apiRoot: api.url });
const message = { text: new FormattedString("Hello") };
afterAll(() => api.stop());

test("says where and as which message it was sent", async () => {
  const reader = person(api, { firstName: "Reader" });
  await reader.opens(undefined, { wait: false });
  expect(await send(telegram, reader.id, message)).toEqual({ kind: "sent", chat: reader.id, message: 2 });
});

test("follows a group that became a supergroup", async () => {
  const founder = person(api, { firstName: "Founder" });
  const delegation = await group(api, { title: "Delegation", members: [founder] }, { wait: false });
  const before = delegation.id;
  await delegation.upgrades({ wait: false });
  const result = await send(telegram, before, message);
  expect(result).toMatchObject({ kind: "sent", chat: delegation.id });
  expect(delegation.id).not.toBe(before);
});

test("sorts what goes wrong by what is to be done about it", async () => {
  const reader = person(api, { firstName: "Reader" });
  await reader.opens(undefined, { wait: false });
  const answer = (error_code: number, description: string) =>
    api.faults.next({
      kind: { error_code, description, ...(error_code === 429 ? { parameters: { retry_after: 7 } } : {}) },
    });
  answer(429, "Too Many Requests: retry after 7");
  expect(await send(telegram, reader.id, message)).toMatchObject({ kind: "wait", ms: 7000 });
  answer(502, "Bad Gateway");
  expect(await send(telegram, reader.id, message)).toMatchObject({ kind: "wait", ms: undefined });
  api.faults.next({ kind: "cut before" });
  expect(await send(telegram, reader.id, message)).toMatchObject({ kind: "wait", ms: undefined });
  answer(400, "Bad Request: message is too long");
  expect(await send(telegram, reader.id, message)).toMatchObject({ kind: "failed" });
  expect(await send(telegram, 4242, message)).toMatchObject({ kind: "gone" });
  await reader.blocks({ wait: false });
  expect(await send(telegram, reader.id, message)).toMatchObject({ kind: "gone" });
});
