/** The wiring: the parts of the program, given what main, the rehearsal or a test decides about the world outside. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import type { Redis } from "ioredis";
import { acquaintanceScene } from "../scenes/acquaintance.ts";
import { agreementScene } from "../scenes/agreement.ts";
import { broadcastScene } from "../scenes/broadcast.ts";
import { changeScene } from "../scenes/change.ts";
import { joinScene } from "../scenes/join.ts";
import { noteScene } from "../scenes/note.ts";
import { reportScene } from "../scenes/report.ts";
import { typingScene } from "../scenes/typing.ts";
import { createBot } from "./chat/bot.ts";
import { calendarBehind } from "./chat/calendar.ts";
import type { ChatContext } from "./chat/context.ts";
import { insist } from "./chat/insist.ts";
import { Intake, type IntakeTimes, usualIntake } from "./chat/intake.ts";
import { makesFiles } from "./chat/making.ts";
import { showProfile } from "./chat/profile.ts";
import { Words } from "./chat/words.ts";
import type { Clock } from "./clock.ts";
import type { ProcessRole } from "./config.ts";
import { Gate, type GateOptions } from "./delivery/gate.ts";
import { clientOptions } from "./delivery/gated-fetch.ts";
import { UPLOAD_LIMIT } from "./delivery/made-files.ts";
import { plainForOldServers } from "./delivery/plainer.ts";
import { createQueue, type DeliveryQueue, jobOf } from "./delivery/queue.ts";
import { Tick } from "./delivery/tick.ts";
import { startTicker } from "./delivery/ticker.ts";
import { type DeliveryTimes, startWorker, usualTimes } from "./delivery/worker.ts";
import { replacement } from "./domain/edits.ts";
import type { Mission } from "./domain/mission.ts";
import { isOrganiser } from "./domain/seats.ts";
import type { Log } from "./log.ts";
import type { Speeches } from "./messages/speech.ts";
import { isRedisAway } from "./storage/redis.ts";
import { createStore, type Store } from "./storage/store.ts";

export interface AppParts {
  readonly token: string;
  readonly apiRoot: string;
  readonly pace: Pick<GateOptions, "messagesPerSecond" | "paidMessagesPerSecond" | "allowances">;
  readonly clock: Clock;
  readonly log: Log;
  readonly speeches: Speeches;
  /** Fails fast when Redis is away, so that people are told at once. */
  readonly redis: Redis;
  /** Waits for Redis instead, as queue workers must. */
  readonly workerRedis: Redis;
  readonly missions: readonly Mission[];
  readonly organisers: readonly number[];
  readonly roles: readonly ProcessRole[];
  /** Stands before every key; tests give each its own. */
  readonly prefix?: string;
  readonly times?: DeliveryTimes;
  /** How large a file the bot sends may be, in bytes; Telegram's limit unless said otherwise. */
  readonly partBytes?: number;
  /** Whether Telegram is to be told what the bot is. */
  readonly describing?: boolean;
  readonly intakeTimes?: IntakeTimes;
  /** Where Telegram is to bring updates; without it they are fetched by long polling. */
  readonly webhook?: { readonly url: string; readonly secret: string } | undefined;
  /** The public address people's calendars are served under; without it there are no links to them. */
  readonly calendarsAt?: string | undefined;
  /** By hand: whoever turns the clock also ticks. */
  readonly ticking?: "by itself" | "by hand";
}

export interface App {
  readonly bot: Bot<ChatContext>;
  readonly store: Store;
  readonly queue: DeliveryQueue;
  /** Delivers all that is due now; the answer is the next instant (programme time) at which something can be. */
  settle(): Promise<number | undefined>;
  /** Whether each part of this process does its work, by name. */
  checks(): Record<string, boolean>;
  /** Figures for whoever watches the program, by Prometheus' names. */
  metrics(): Promise<Record<string, number>>;
  /** Handles an update the webhook brought. @throws when Telegram is to bring it again */
  receive(update: Update): Promise<void>;
  /** The calendar a link's token opens, as .ics; nothing for one that opens none. */
  calendar(token: string): Promise<string | undefined>;
  /** Takes nothing new, and finishes what is in hand. */
  stop(): Promise<void>;
}

/** How long updates in hand may wait to be answered when the app stops, in milliseconds of machine time. */
const ANSWERS_WITHIN = 5000;
/** How long Telegram may then take for requests already made; what it has not answered is done after the next start. */
const REQUESTS_WITHIN = 2000;
/** A ticker ticks every second; one that has not for so long has stopped. Milliseconds of machine time. */
const TICKS_WITHIN = 15_000;

/**
 * Imports the missions and starts the roles asked for, as soon as Telegram answers.
 * @throws GrammyError when Telegram does not know the token
 */
export async function startApp(parts: AppParts): Promise<App> {
  const { clock, log, speeches, redis, roles, token } = parts;
  const store = createStore(redis, parts.prefix);
  const gate = new Gate({ redis, prefix: store.keys.prefix, log, ...parts.pace });
  const client = clientOptions(gate, parts.apiRoot);
  const words = new Words(speeches);
  const queue = createQueue(redis, store.keys);
  // BullMQ would print them; that Redis is away the connection itself has logged.
  queue.on("error", (error) => log.debug({ err: error.message }, "the queue is waiting"));
  const { organisers, calendarsAt } = parts;
  const chat = { store, queue, clock, speeches, words, log, organisers, calendarsAt };
  const times = parts.intakeTimes ?? usualIntake;
  const intake = new Intake({ store, log, times, webhook: parts.webhook });
  const scenes = {
    join: joinScene(chat),
    note: noteScene(chat),
    acquaintance: acquaintanceScene(chat),
    agreement: agreementScene(chat),
    broadcast: broadcastScene(chat),
    change: changeScene(chat),
    report: reportScene(chat),
    typing: typingScene(chat),
  };
  const bot = createBot(token, chat, { scenes, client, order: intake.order, trying: intake.trying });
  bot.api.config.use(plainForOldServers(log));
  const asking = { log, waits: times.waits, signal: new AbortController().signal };
  bot.botInfo = await insist(() => bot.api.getMe(), asking);

  await importMissions();
  const tick = new WatchedTick({ store, queue, clock });
  if (roles.includes("chat")) intake.start(bot);
  // Nobody waits for it, neither at the start nor at the end.
  if (parts.describing && roles.includes("chat")) void showProfile(bot.api, speeches, log);
  const ticker =
    roles.includes("tick") && parts.ticking !== "by hand" ? startTicker(tick, clock, log) : undefined;
  const paid = parts.pace.paidMessagesPerSecond !== undefined;
  const { cardEvery } = parts.times ?? usualTimes;
  const makes = makesFiles({ store, speeches, api: bot.api, partBytes: parts.partBytes ?? UPLOAD_LIMIT });
  const delivery = { store, queue, api: bot.api, clock, speeches, log, paid, cardEvery, makes };
  const worker = roles.includes("delivery")
    ? startWorker(parts.workerRedis, delivery, parts.times ?? usualTimes)
    : undefined;
  let jobs = 0;
  worker?.on("completed", () => (jobs += 1));

  return {
    bot,
    store,
    queue,
    settle: async () => {
      const next = await tick.run();
      while ((await queue.getJobCountByTypes("active", "waiting", "prioritized", "delayed")) > 0)
        await sleep(5);
      return next;
    },
    checks: () => ({
      ...(roles.includes("chat") && { [parts.webhook ? "webhook" : "polling"]: intake.works() }),
      ...(ticker && { tick: performance.now() - tick.lastRun < TICKS_WITHIN }),
      ...(worker && { delivery: worker.isRunning() }),
    }),
    metrics: async () => {
      const { handled, failed, setAside } = intake.counts;
      return {
        attache_poller: Number(intake.polls()),
        attache_updates_handled_total: handled,
        attache_update_tries_failed_total: failed,
        attache_updates_set_aside_total: setAside,
        attache_delivery_jobs_completed_total: jobs,
        ...(await sharedFigures()),
      };
    },
    receive: (update) => intake.receive(update),
    calendar: (token) => calendarBehind(chat, token),
    stop: async () => {
      const stopped = intake.stop();
      const ended = Promise.all([stopped, ticker?.stop(), worker?.close()]);
      await Promise.race([stopped, sleep(ANSWERS_WITHIN, undefined, { ref: false })]);
      // Answers in hand have gone out; whatever still waits for a permit goes back to where it came from.
      gate.close();
      await Promise.race([ended, sleep(REQUESTS_WITHIN, undefined, { ref: false })]);
      await queue.close();
    },
  };

  /** What is the same in every process; nothing while Redis is away, and the process' own figures stay to be seen. */
  async function sharedFigures(): Promise<Record<string, number>> {
    try {
      const counts = await queue.getJobCounts("active", "prioritized", "delayed");
      const deliveries = Object.entries(counts).map(([state, n]) => [`attache_deliveries_${state}`, n]);
      return {
        attache_updates_set_aside: await store.updates.asideCount(),
        ...Object.fromEntries(deliveries),
      };
    } catch (error) {
      if (isRedisAway(error)) return {};
      throw error;
    }
  }

  /** Shows every organiser how a changed file differs; they choose. */
  async function offerFile(mission: Mission): Promise<void> {
    const inForce = await store.missions.inForce(mission.id);
    if (inForce === undefined) return;
    const { programme, aside } = inForce;
    await store.drafts.save(mission.id, "file", {
      id: Date.now().toString(36),
      base: programme.revision,
      edits: [replacement({ mission: programme.mission, aside }, mission)],
      how: "file",
      atOnce: false,
      lastUpdate: 0,
    });
    const members = await store.people.members(mission.id);
    const organisers = members.filter(({ seat }) => isOrganiser(seat));
    await queue.addBulk(
      organisers.map(({ seat }) =>
        jobOf("alert", { mission: mission.id, seat: seat.id, about: "file" }, "file"),
      ),
    );
  }

  async function importMissions(): Promise<void> {
    for (const mission of parts.missions) {
      const outcome = await store.missions.import(mission);
      if (outcome === "imported") log.info({ mission: mission.id }, "mission imported");
      const isNew = await store.missions.seesFile(mission);
      if (outcome === "differs" && isNew) {
        log.warn(
          { mission: mission.id },
          "the file differs from the programme in force, which stays in force until an organiser decides",
        );
        await offerFile(mission);
      }
    }
  }
}

/** A tick that remembers when it last went well, on the scale of `performance.now()`. */
class WatchedTick extends Tick {
  lastRun = Number.NEGATIVE_INFINITY;

  override async run(): Promise<number | undefined> {
    const next = await super.run();
    this.lastRun = performance.now();
    return next;
  }
}
