/** A process that sends as much as the gate lets it: `sender.ts <redis> <prefix> <api root> <first chat> <messages>`. */
import { Api } from "grammy";
import { Gate } from "../../src/delivery/gate.ts";
import { clientOptions } from "../../src/delivery/gated-fetch.ts";
import { createLog } from "../../src/log.ts";
import { connectRedis } from "../../src/storage/redis.ts";

const [redisUrl = "", prefix = "", apiRoot = "", firstChat = "", messages = ""] = process.argv.slice(2);
const log = createLog("silent");
const redis = await connectRedis(redisUrl, { log });
const api = new Api(
  "1:token",
  clientOptions(new Gate({ redis, prefix, log, messagesPerSecond: 28 }), apiRoot),
);
const chats = Array.from({ length: Number(messages) }, (_, i) => Number(firstChat) + i);
await Promise.all(chats.map((chat) => api.sendMessage(chat, "x")));
redis.disconnect();
