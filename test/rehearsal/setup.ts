import { Api, Bot, GrammyError } from "grammy";
import { afterEach, expect } from "vitest";
import type { BotApi, BotApiOptions } from "../../src/rehearsal/bot-api/server.ts";
import { startBotApi } from "../../src/rehearsal/bot-api/server.ts";

const running: { stop(): Promise<void> }[] = [];

/** Whatever a test starts is stopped after it, the newest first. */
export function stopsAfterwards<T extends { stop(): Promise<void> }>(thing: T): T {
  running.push(thing);
  return thing;
}

afterEach(async () => {
  for (const thing of running.splice(0).reverse()) await thing.stop();
});

/** A server without limits, and grammY's client to it. */
export async function server(options: BotApiOptions = {}): Promise<{ api: BotApi; telegram: Api }> {
  const api = stopsAfterwards(await startBotApi({ limits: false, ...options }));
  return { api, telegram: new Api(api.token, { apiRoot: api.url }) };
}

/** A polling bot that has begun to ask for updates. */
export async function polling(api: BotApi, set: (bot: Bot) => void): Promise<Bot> {
  const bot = stopsAfterwards(new Bot(api.token, { client: { apiRoot: api.url } }));
  bot.catch((error) => {
    throw error;
  });
  set(bot);
  await new Promise<void>((resolve) => void bot.start({ onStart: () => resolve() }));
  return bot;
}

/** Telegram's answer to a call that must fail. */
export async function refusal(call: Promise<unknown>): Promise<GrammyError> {
  const error: unknown = await call.then(
    () => undefined,
    (failure) => failure,
  );
  expect(error).toBeInstanceOf(GrammyError);
  if (error instanceof GrammyError) return error;
  throw new Error("unreachable");
}

/** The words of the refusal. */
export const refused = async (call: Promise<unknown>): Promise<string> => (await refusal(call)).description;
