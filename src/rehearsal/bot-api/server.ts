import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { UserFromGetMe } from "@grammyjs/types";
import { Activity } from "./activity.ts";
import { Callbacks } from "./callbacks.ts";
import { Dispatch, methodNamed } from "./dispatch.ts";
import { editingMethods } from "./editing.ts";
import { Faults } from "./faults.ts";
import { Files } from "./files.ts";
import { createHttpServer } from "./http.ts";
import { Incoming } from "./incoming.ts";
import { FloodControl, type Limits, telegramLimits } from "./limits.ts";
import { lookingMethods } from "./looking.ts";
import { Media } from "./media.ts";
import { type Novelty, newMethods } from "./novelties.ts";
import type { Handlers } from "./parameters.ts";
import { Polling } from "./polling.ts";
import { receivingMethods } from "./receiving.ts";
import { Report } from "./report.ts";
import { sendingMethods } from "./sending.ts";
import { settingsMethods } from "./settings.ts";
import { UpdateQueue } from "./updates.ts";
import { Webhook } from "./webhook.ts";
import { type Moment, World } from "./world.ts";

export interface BotApiOptions {
  /** Programme time in epoch milliseconds, which dates messages; the computer's time if not given. */
  readonly now?: () => number;
  /** Telegram's limits if not given, some of them changed, or none (`false`). */
  readonly limits?: false | Partial<Limits>;
  readonly token?: string;
  readonly botName?: string;
  /** Without "@". */
  readonly botUsername?: string;
  /** BotFather's privacy mode turned off. */
  readonly readsAllGroupMessages?: boolean;
  /** What an older server has not: it answers methods with 404 and takes no notice of parameters. */
  readonly lacks?: readonly Novelty[];
  /** On 127.0.0.1; any free one if not given. */
  readonly port?: number;
  /** How long a tap on a button can be answered; machine time, milliseconds. */
  readonly callbackLifetime?: number;
  /** How long people wait for the bot to be done with what they did; machine time, milliseconds. */
  readonly settleTimeout?: number;
}

/** A local Bot API server: stateful, strict, and listening on 127.0.0.1 only. */
export class BotApi {
  readonly url: string;
  readonly token: string;
  readonly settleTimeout: number;
  readonly world: World;
  readonly files: Files;
  readonly incoming: Incoming;
  readonly faults: Faults;
  readonly report: Report;
  readonly #server: Server;
  readonly #queue: UpdateQueue;
  readonly #webhook: Webhook;
  readonly #activity: Activity;

  private constructor(parts: ReturnType<typeof assemble>, server: Server) {
    const { port } = server.address() as AddressInfo;
    this.url = `http://127.0.0.1:${port}`;
    this.token = parts.token;
    this.settleTimeout = parts.settleTimeout;
    this.world = parts.world;
    this.files = parts.files;
    this.incoming = parts.incoming;
    this.faults = parts.faults;
    this.report = parts.report;
    this.#server = server;
    this.#queue = parts.queue;
    this.#webhook = parts.webhook;
    this.#activity = parts.activity;
  }

  static async start(options: BotApiOptions = {}): Promise<BotApi> {
    const parts = assemble(options);
    const server = createHttpServer(parts);
    server.listen(options.port ?? 0, "127.0.0.1");
    await once(server, "listening");
    return new BotApi(parts, server);
  }

  get bot(): UserFromGetMe {
    return this.world.bot;
  }

  /** Calls `listener` whenever something happens in a chat; the function returned stops that. */
  onMoment(listener: (moment: Moment) => void): () => void {
    return this.world.moments.on(listener);
  }

  /**
   * Resolves when the bot has confirmed every update and waits for no answer.
   * @param within machine time, milliseconds
   * @throws {Error} saying what is still under way, if it takes longer
   */
  idle(within = 10_000): Promise<void> {
    return this.#activity.idle(within);
  }

  /** Resolves when the bot has confirmed an update, within `settleTimeout`; nothing to wait for if there is none. */
  async settled(updateId: number | undefined): Promise<void> {
    if (updateId !== undefined) await this.#activity.confirmed(updateId, this.settleTimeout);
  }

  /** Hands an update out a second time, as Telegram does when a confirmation is lost. */
  async redeliver(updateId: number): Promise<void> {
    this.#queue.redeliver(updateId);
    await this.settled(updateId);
  }

  /** The id of the newest update, to redeliver it. */
  get lastUpdateId(): number {
    return this.#queue.lastId;
  }

  /** Closes the server; whoever is still connected is cut off. */
  async stop(): Promise<void> {
    this.#webhook.stop();
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}

/** Starts a local Bot API server; the real grammY client speaks to it with `apiRoot: api.url`. */
export const startBotApi = (options: BotApiOptions = {}): Promise<BotApi> => BotApi.start(options);

function assemble(options: BotApiOptions) {
  const { lacks = [] } = options;
  const token = options.token ?? "4200:local-rehearsal-token";
  const world = new World(botUser(token, options), options.now ?? Date.now);
  const files = new Files();
  const media = Media.ofBot(files);
  const queue = new UpdateQueue();
  const activity = new Activity(queue);
  const callbacks = new Callbacks(world, options.callbackLifetime ?? 30_000);
  const report = new Report(callbacks);
  const incoming = new Incoming(world, queue, callbacks);
  const polling = new Polling(queue, report);
  const webhook = new Webhook(queue, async (method, values) => {
    // Telegram tells nobody how such a call ended; it counts in the report all the same.
    const fields = { values, uploads: new Map() };
    await dispatch.perform(methodNamed(method) ?? method, fields, { closed }).catch(() => {});
  });
  const closed = new AbortController().signal;
  const handlers: Handlers = {
    ...receivingMethods(world, queue, polling, webhook),
    ...sendingMethods(world, media, !lacks.includes("ephemeral messages")),
    ...editingMethods(world, media, callbacks, incoming),
    ...lookingMethods(world, files, incoming),
    ...settingsMethods(world),
  };
  const limits = options.limits === false ? undefined : { ...telegramLimits, ...options.limits };
  const flood = limits && new FloodControl(limits);
  const isGroup = (chat: number): boolean => world.rooms.get(chat)?.isGroup ?? false;
  const missing = new Set(lacks.flatMap(newMethods));
  const dispatch = new Dispatch(handlers, report, flood, isGroup, { methods: missing, lacks });
  const settleTimeout = options.settleTimeout ?? 10_000;
  return {
    ...{ token, settleTimeout, world, files, incoming, report, queue, webhook, activity, dispatch },
    faults: new Faults(),
  };
}

function botUser(token: string, options: BotApiOptions): UserFromGetMe {
  return {
    id: Number(token.split(":")[0]),
    is_bot: true,
    first_name: options.botName ?? "Attaché",
    username: options.botUsername ?? "attache_bot",
    can_join_groups: true,
    can_read_all_group_messages: options.readsAllGroupMessages ?? false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}
