import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll } from "vitest";
import { type App, startApp } from "../../src/app.ts";
import type { IntakeTimes } from "../../src/chat/intake.ts";
import { systemClock } from "../../src/clock.ts";
import { loadSpeeches } from "../../src/messages/speech.ts";
import type { BotApi } from "../../src/rehearsal/bot-api/server.ts";
import { type Person, person } from "../../src/rehearsal/people.ts";
import { createRoutes, type HttpServer, startServer } from "../../src/server/server.ts";
import { addWebhook, webhookPath } from "../../src/server/webhook.ts";
import type { TestRedis } from "./redis.ts";
import { krasnoyarsk } from "./stage.ts";

/** Everything that waits in earnest, in milliseconds of machine time, but the spare takes its time to notice. */
export const quickIntake: IntakeTimes = {
  tries: { between: 10, patience: 2000 },
  tenure: { lease: 400, every: 40 },
  turns: { lease: 400, every: 5, patience: 2000 },
  waits: { first: 20, longest: 100 },
};

export interface Replica {
  readonly app: App;
  /** What it has logged. */
  readonly log: readonly { msg: string; update?: number }[];
  readonly server: HttpServer | undefined;
  stop(): Promise<void>;
}

/** One of several processes of the program on one Redis, serving chats; with a webhook's public address it has HTTP. */
export async function startReplica(
  api: BotApi,
  { redis, prefix, connect }: TestRedis,
  webhook?: { url: string; secret: string },
): Promise<Replica> {
  const lines: { msg: string; update?: number }[] = [];
  const sink = new Writable({
    write: (line: Buffer, _encoding, done) => {
      lines.push(JSON.parse(line.toString()));
      done();
    },
  });
  const app = await startApp({
    token: api.token,
    apiRoot: api.url,
    pace: { messagesPerSecond: 30, allowances: { private: plenty, group: plenty } },
    clock: systemClock,
    log: pino({ level: "info" }, sink),
    speeches: await loadSpeeches(),
    redis,
    workerRedis: await connect({ forWorkers: true }),
    missions: [krasnoyarsk],
    organisers: [],
    roles: ["chat"],
    prefix,
    intakeTimes: quickIntake,
    webhook: webhook && { ...webhook, url: webhook.url + webhookPath },
  });
  let server: HttpServer | undefined;
  if (webhook) {
    const routes = createRoutes({ checks: {}, metrics: () => ({}) });
    addWebhook(routes, { ...webhook, receive: (update) => app.receive(update) });
    server = await startServer({ host: "127.0.0.1", port: 0, app: routes });
  }
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= app.stop().then(() => server?.stop());
    return stopping;
  };
  afterAll(stop);
  return { app, log: lines, server, stop };
}

const plenty = { messages: 1000, ms: 1000 };

/** Somebody who takes a seat in Krasnoyarsk. */
export async function delegate(api: BotApi, { app }: Replica, seat: string): Promise<Person> {
  const invitation = { kind: "seat", mission: "krasnoyarsk", seat } as const;
  const code = await app.store.invitations.create(invitation, 1, {
    now: Date.now(),
    expiresAt: Date.now() + 60_000,
  });
  const newcomer = person(api, { firstName: seat, languageCode: "en" });
  await newcomer.opens(`https://t.me/${api.bot.username}?start=${code}`);
  await newcomer.taps("✅");
  return newcomer;
}
