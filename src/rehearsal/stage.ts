/** The stage: the real app, a local Bot API for Telegram, a real Redis, and a clock one can turn. */
import { type App, type AppParts, startApp } from "../app.ts";
import { TurnedClock } from "../clock.ts";
import { processRoles } from "../config.ts";
import type { DeliveryTimes } from "../delivery/worker.ts";
import type { Mission } from "../domain/mission.ts";
import type { Log } from "../log.ts";
import { loadSpeeches } from "../messages/speech.ts";
import { connectRedis } from "../storage/redis.ts";
import { isService } from "./bot-api/content.ts";
import type { Limits } from "./bot-api/limits.ts";
import type { Novelty } from "./bot-api/novelties.ts";
import { type BotApi, startBotApi } from "./bot-api/server.ts";
import { type Person, person } from "./people.ts";

/** Failures are retried at once here: a rehearsal does not wait for the wall clock. Milliseconds, machine time. */
const quickTimes: DeliveryTimes = {
  ...{ retryAfter: 20, retryAtMost: 200, busyAgain: 3 },
  ...{ stalledAfter: 8000, cardEvery: 40 },
};

/** Two days pass in seconds here, so a chat's own limits would be out of all proportion; the bot's pace is kept. */
const quickPace: AppParts["pace"] = {
  messagesPerSecond: 28,
  allowances: { private: { messages: 1000, ms: 1000 }, group: { messages: 1000, ms: 1000 } },
};

export interface StageSet {
  readonly missions: readonly Mission[];
  /** Programme time at which the curtain rises, epoch milliseconds. */
  readonly now: number;
  readonly redisUrl: string;
  readonly log: Log;
  readonly prefix?: string;
  readonly limits?: false | Partial<Limits>;
  /** What the Bot API server does not know yet. */
  readonly lacks?: readonly Novelty[];
  readonly times?: DeliveryTimes;
  readonly pace?: AppParts["pace"];
  readonly calendarsAt?: string;
  /** How large a file of the bot's may be, in bytes. */
  readonly partBytes?: number;
}

export interface Stage {
  readonly app: App;
  readonly api: BotApi;
  readonly clock: TurnedClock;
  /** How many messages the bot has sent of its own accord, as the chats show it. */
  readonly unasked: number;
  /**
   * Turns the clock to an instant, stopping wherever something is due until it has been delivered. Turned back, it
   * forgets what was sent later, which will then be sent again.
   */
  turn(to: number): Promise<void>;
  /** Somebody with a phone in this language, who has no seat yet. */
  person(firstName: string, languageCode: string): Person;
  /** Takes the organiser's seat by the claim link from the log. */
  organiser(firstName: string, languageCode: string): Promise<Person>;
  /** Takes a seat by an invitation made for it. */
  delegate(mission: string, seat: string, firstName: string, languageCode: string): Promise<Person>;
  /** Ends the app and starts it anew on the same Redis, as after a deployment. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const DAY = 24 * 60 * 60 * 1000;

export async function setStage({
  missions,
  now,
  redisUrl,
  log,
  prefix,
  limits = false,
  lacks = [],
  times,
  pace = quickPace,
  calendarsAt,
  partBytes,
}: StageSet): Promise<Stage> {
  const clock = new TurnedClock(now);
  const api = await startBotApi({ now: () => clock.now(), limits, lacks });
  const speeches = await loadSpeeches();
  const redis = await connectRedis(redisUrl, { log });
  const workerRedis = await connectRedis(redisUrl, { log, forWorkers: true });
  const start = () =>
    startApp({
      token: api.token,
      apiRoot: api.url,
      pace,
      organisers: [],
      roles: processRoles,
      ticking: "by hand",
      times: times ?? quickTimes,
      calendarsAt,
      ...{ clock, log, speeches, redis, workerRedis, missions },
      ...(prefix === undefined ? {} : { prefix }),
      ...(partBytes === undefined ? {} : { partBytes }),
    });
  let app = await start();
  let turning = false;
  let unasked = 0;
  api.onMoment(({ kind, by, message }) => {
    // That a message was pinned is said by the chat, not by the bot.
    const isSent = kind === "message" && message !== undefined && !isService(message);
    if (turning && isSent && by.id === api.bot.id) unasked += 1;
  });

  /** Takes the clock back, and what was sent after that instant with it: it will be sent again. */
  const rewind = async (to: number) => {
    clock.turn(to);
    const { people, ledger, broadcasts } = app.store;
    for (const { id } of missions) {
      await broadcasts.forgetAfter(id, to);
      for (const { seat } of await people.participants(id)) await ledger.forgetAfter(id, seat, to);
    }
  };
  const linkTo = (code: string) => `https://t.me/${api.bot.username}?start=${code}`;
  const joins = async (link: string, firstName: string, languageCode: string) => {
    const newcomer = person(api, { firstName, languageCode });
    await newcomer.opens(link);
    await newcomer.taps("✅");
    return newcomer;
  };

  return {
    get app() {
      return app;
    },
    api,
    clock,
    get unasked() {
      return unasked;
    },
    turn: async (to) => {
      turning = true;
      if (to < clock.now()) await rewind(to);
      for (let next = await app.settle(); next !== undefined && next <= to; next = await app.settle())
        clock.turn(next);
      clock.turn(to);
      await app.settle();
      turning = false;
    },
    person: (firstName, languageCode) => person(api, { firstName, languageCode }),
    organiser: async (...who) => joins(linkTo(await app.store.invitations.claim(clock.now())), ...who),
    delegate: async (mission, seat, ...who) => {
      const code = await app.store.invitations.create({ kind: "seat", mission, seat }, 1, {
        now: clock.now(),
        expiresAt: clock.now() + DAY,
      });
      return joins(linkTo(code), ...who);
    },
    restart: async () => {
      await app.stop();
      app = await start();
    },
    stop: async () => {
      await app.stop();
      for (const connection of [redis, workerRedis]) connection.disconnect();
      await api.stop();
    },
  };
}
