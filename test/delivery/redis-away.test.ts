import { Api } from "grammy";
import { afterAll, expect, test } from "vitest";
import { Gate } from "../../src/delivery/gate.ts";
import { clientOptions } from "../../src/delivery/gated-fetch.ts";
import { withSending } from "../../src/delivery/sending.ts";
import { judge } from "../../src/delivery/telegram.ts";
import { createLog } from "../../src/log.ts";
import { testRedis } from "../support/redis.ts";
import { Listener } from "./listener.ts";

const { connect, prefix } = await testRedis();
const telegram = new Listener();
const apiRoot = await telegram.listen();
afterAll(() => telegram.close());

test("while Redis is away people are answered, and what could not be entered is not sent but tried again", async () => {
  const redis = await connect();
  redis.disconnect();
  const gate = new Gate({ redis, prefix, log: createLog("silent"), messagesPerSecond: 28 });
  const api = new Api("1:token", clientOptions(gate, apiRoot));
  const reminder = withSending({ priority: "reminder" }, () => api.sendMessage(1, "reminder"));
  const error = await reminder.catch((reason) => reason);
  expect(judge(error)).toMatchObject({ kind: "wait" });
  await api.sendMessage(1, "answer");
  expect(telegram.times(/reminder/)).toHaveLength(0);
  expect(telegram.times(/answer/)).toHaveLength(1);
});
