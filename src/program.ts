/** The whole program as a process: reads the environment, connects, starts, and stops cleanly on signals. */
import type { Update } from "grammy/types";
import type { Redis } from "ioredis";
import { type App, startApp } from "./app.ts";
import { isUnknownToken } from "./chat/insist.ts";
import type { IntakeTimes } from "./chat/intake.ts";
import { deepLink } from "./chat/inviting.ts";
import { systemClock } from "./clock.ts";
import { type Config, readConfig } from "./config.ts";
import type { DeliveryTimes } from "./delivery/worker.ts";
import { createLog, type Log } from "./log.ts";
import { loadSpeeches } from "./messages/speech.ts";
import { readMissions } from "./mission-files.ts";
import { addCalendars, calendarPath } from "./server/calendar.ts";
import { createRoutes, startServer } from "./server/server.ts";
import { addWebhook, webhookPath } from "./server/webhook.ts";
import { startEmbeddedRedis } from "./storage/embedded.ts";
import { connectRedis } from "./storage/redis.ts";

/** How long stopping may take before the process ends anyway; what is then unfinished is done after the next start. */
const STOP_WITHIN = 9000;

/** Machine times; the usual ones unless said otherwise. */
export interface ProgramTimes {
  readonly delivery?: DeliveryTimes;
  readonly intake?: IntakeTimes;
}

/** What has been started, to be stopped in the opposite order. */
const running: { stop(): Promise<unknown> }[] = [];
let stopping = false;

async function start(times: ProgramTimes): Promise<void> {
  const config = readConfig(process.env);
  const speeches = await loadSpeeches();
  const missions = readMissions(config.missions, speeches("en"));
  const log = createLog(config.logLevel);
  stopOnSignals(log);

  const url = config.redisUrl ?? (await embeddedRedis(config, log));
  const redis = await connectRedis(url, { log });
  running.push({ stop: async () => redis.disconnect() });
  const workerRedis = await connectRedis(url, { log, forWorkers: true });
  running.push({ stop: async () => workerRedis.disconnect() });

  // It listens before Telegram has answered, and until everything else has stopped: whoever watches us sees both.
  let app: App | undefined;
  await serve(config, log, { redis, app: () => app });
  app = await startApp({
    token: config.botToken,
    apiRoot: config.apiRoot,
    pace: config,
    clock: systemClock,
    log,
    speeches,
    redis,
    workerRedis,
    missions,
    organisers: config.organisers,
    roles: config.roles,
    describing: true,
    ...(times.delivery && { times: times.delivery }),
    ...(times.intake && { intakeTimes: times.intake }),
    calendarsAt: config.publicUrl && config.publicUrl + calendarPath,
    webhook: config.webhook && { ...config.webhook, url: config.webhook.url + webhookPath },
  });
  running.push(app);
  if (config.roles.includes("chat")) await showClaimLink(app, config, log);
  log.info({ bot: app.bot.botInfo.username, roles: config.roles }, "Attaché is at your service");
}

/** Health, figures, the webhook and people's calendars, by HTTP. */
async function serve(
  config: Config,
  log: Log,
  parts: { redis: Redis; app: () => App | undefined },
): Promise<void> {
  const { host, port, webhook, publicUrl, roles } = config;
  const redis = async () => (await parts.redis.ping()) === "PONG";
  const routes = createRoutes({
    checks: () => {
      const checks = parts.app()?.checks() ?? { telegram: false };
      const others = Object.entries(checks).map(([name, works]) => [name, () => works] as const);
      return { redis, ...Object.fromEntries(others) };
    },
    metrics: () => parts.app()?.metrics() ?? {},
  });
  if (webhook !== undefined && roles.includes("chat")) {
    const receive = (update: Update) =>
      parts.app()?.receive(update) ?? Promise.reject(new Error("the program is starting"));
    addWebhook(routes, { ...webhook, receive });
  }
  if (publicUrl !== undefined && roles.includes("chat")) {
    const starting = () => Promise.reject(new Error("the program is starting"));
    addCalendars(routes, { url: publicUrl, calendar: (token) => parts.app()?.calendar(token) ?? starting() });
  }
  const server = await startServer({ host, port, app: routes });
  running.push(server);
  log.info({ host, port: server.port }, "HTTP is served");
}

async function embeddedRedis({ dataDir }: Config, log: Log): Promise<string> {
  const embedded = await startEmbeddedRedis({ dataDir, log });
  running.push(embedded);
  return embedded.url;
}

/** While a mission has nobody to organise it and ORGANISERS names nobody, whoever reads the log can: once, within a day. */
async function showClaimLink({ bot, store }: App, { organisers }: Config, log: Log): Promise<void> {
  if (organisers.length > 0 || (await store.people.missionsWithoutOrganiser()).length === 0) {
    return store.invitations.withdrawClaim();
  }
  const link = deepLink(bot.botInfo.username, await store.invitations.claim(systemClock.now()));
  log.warn({ link }, "Open this link in Telegram to become the organiser; it works once, within a day");
}

function stopOnSignals(log: Log): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log.info({ signal }, "stopping");
      setTimeout(() => process.exit(1), STOP_WITHIN).unref();
      stopAll().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, "could not stop cleanly");
          process.exit(1);
        },
      );
    });
  }
}

async function stopAll(): Promise<void> {
  for (const part of running.splice(0).reverse()) await part.stop();
}

/** One sentence for the person who starts the program; whoever wants the stack asks for LOG_LEVEL=debug. */
function sentenceFor(error: unknown): string {
  if (isUnknownToken(error)) return "Telegram does not know this BOT_TOKEN: copy it again from @BotFather.";
  if (!(error instanceof Error)) return String(error);
  return process.env.LOG_LEVEL === "debug" ? (error.stack ?? error.message) : error.message;
}

/** Runs until a signal ends it; what keeps it from starting it says in a sentence, and ends with exit code 1. */
export async function runProgram(times: ProgramTimes = {}): Promise<void> {
  try {
    await start(times);
  } catch (error) {
    // What a signal has cut short is no mistake; the program ends when all that was started has stopped.
    if (!stopping) {
      console.error(sentenceFor(error));
      await stopAll().catch(() => undefined);
      process.exit(1);
    }
  }
}
