import { Hono } from "hono";
import { expect, test } from "vitest";
import { addWebhook } from "../../src/server/webhook.ts";

const secret = "s3cret";
const received: number[] = [];
let willing = true;
const routes = new Hono();
addWebhook(routes, {
  url: "https://bot.example.org/attache",
  secret,
  receive: async ({ update_id }) => {
    if (!willing) throw new Error("not now");
    received.push(update_id);
  },
});

async function post(body: string, shown: string | undefined = secret, path = "/telegram"): Promise<Response> {
  const headers = shown === undefined ? {} : { "x-telegram-bot-api-secret-token": shown };
  return routes.request(path, { method: "POST", body, headers });
}

test("an update is answered 200 when it has been handled, under the path of the public address too", async () => {
  expect((await post('{"update_id":7}')).status).toBe(200);
  expect((await post('{"update_id":8}', secret, "/attache/telegram")).status).toBe(200);
  expect(received.splice(0)).toEqual([7, 8]);
});

test("an update that was not handled is to come again", async () => {
  willing = false;
  expect((await post('{"update_id":9}')).status).toBe(503);
  willing = true;
});

test.each([undefined, "", "s3cre", "s3cret1", "S3CRET", "x".repeat(300)])(
  "whoever shows the wrong secret learns nothing (%#)",
  async (shown) => {
    const answer = await post("not even JSON", shown ?? "");
    expect([answer.status, await answer.text()]).toEqual([401, ""]);
    expect(received).toEqual([]);
  },
);

test.each(["", "{", "null", "[]", '"update_id"', "{}", '{"update_id":"7"}', '{"update_id":1.5}'])(
  "%s is no update",
  async (body) => {
    expect((await post(body)).status).toBe(400);
    expect(received).toEqual([]);
  },
);

test("more than a megabyte is not read", async () => {
  const body = JSON.stringify({ update_id: 1, text: "x".repeat(1024 * 1024) });
  expect((await post(body)).status).toBe(413);
  const stream = new Blob([body]).stream();
  const chunked = await routes.request("/telegram", {
    method: "POST",
    body: stream,
    headers: { "x-telegram-bot-api-secret-token": secret },
    duplex: "half",
  } as RequestInit);
  expect(chunked.status).toBe(413);
  expect(received).toEqual([]);
});

test("only POST is served", async () => {
  expect((await routes.request("/telegram")).status).toBe(404);
});
