import type { Update, WebhookInfo } from "@grammyjs/types";
import { given } from "./given.ts";
import type { Arguments } from "./parameters.ts";
import { badRequest } from "./refusal.ts";
import type { UpdateQueue } from "./updates.ts";

/** Machine time, milliseconds. */
const FIRST_RETRY = 50;
const LONGEST_RETRY = 5_000;
const ANSWER_WITHIN = 60_000;

interface Hook {
  readonly url: string;
  readonly secret: string | undefined;
  readonly maxConnections: number;
  /** Chats with a delivery under way or to be repeated: a chat's updates come one after another. */
  readonly busy: Set<number>;
  readonly stopped: AbortController;
}

/** A method called in the answer to an update: https://core.telegram.org/bots/api#making-requests-when-getting-updates */
export type MethodInAnswer = (method: string, fields: Record<string, unknown>) => Promise<void>;

/** Carries updates to the bot's own server. */
export class Webhook {
  readonly #queue: UpdateQueue;
  readonly #call: MethodInAnswer;
  #hook: Hook | undefined;
  #lastError: { at: number; message: string } | undefined;

  constructor(queue: UpdateQueue, call: MethodInAnswer) {
    this.#queue = queue;
    this.#call = call;
    queue.changed.on(() => this.#pump());
  }

  get isSet(): boolean {
    return this.#hook !== undefined;
  }

  /** An empty url removes the webhook. Plain http is taken too, since this server is for one machine only. */
  set(args: Arguments<"setWebhook">): void {
    const secret = args.secret_token;
    const web = /^https?:$/.test(URL.canParse(args.url) ? new URL(args.url).protocol : "");
    if (args.url && !web) throw badRequest("invalid webhook URL specified");
    if (secret !== undefined && secret.length > 256) throw badRequest("secret token is too long");
    if (secret !== undefined && !/^[\w-]*$/.test(secret)) {
      throw badRequest("secret token contains unallowed characters");
    }
    this.stop();
    this.#queue.allow(args.allowed_updates);
    if (args.drop_pending_updates) this.#queue.drop();
    if (!args.url) return;
    const maxConnections = Math.min(Math.max(args.max_connections ?? 40, 1), 100);
    this.#hook = { url: args.url, secret, maxConnections, busy: new Set(), stopped: new AbortController() };
    this.#pump();
  }

  stop(): void {
    this.#hook?.stopped.abort();
    this.#hook = undefined;
    this.#lastError = undefined;
  }

  info(): WebhookInfo {
    return {
      url: this.#hook?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: this.#queue.waiting.length,
      ...given({
        max_connections: this.#hook?.maxConnections,
        last_error_date: this.#lastError?.at,
        last_error_message: this.#lastError?.message,
        allowed_updates: this.#queue.allowed === undefined ? undefined : [...this.#queue.allowed],
      }),
    };
  }

  /** Starts as many deliveries as connections and the order within each chat allow. */
  #pump(): void {
    const hook = this.#hook;
    if (hook === undefined) return;
    for (const update of this.#queue.waiting) {
      const chat = chatOf(update);
      if (hook.busy.size >= hook.maxConnections) return;
      if (hook.busy.has(chat)) continue;
      hook.busy.add(chat);
      void this.#deliver(hook, update, chat, FIRST_RETRY);
    }
  }

  async #deliver(hook: Hook, update: Update, chat: number, retryAfter: number): Promise<void> {
    const error = await this.#post(hook, update).catch((failure: Error) => failure.message);
    if (hook.stopped.signal.aborted) return;
    if (error === undefined) {
      hook.busy.delete(chat);
      this.#queue.confirm(update);
      return;
    }
    this.#lastError = { at: Math.floor(Date.now() / 1000), message: error };
    const next = Math.min(retryAfter * 2, LONGEST_RETRY);
    const timer = setTimeout(() => void this.#deliver(hook, update, chat, next), retryAfter);
    hook.stopped.signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  }

  /** Posts one update; returns what was wrong with the answer, if anything. */
  async #post(hook: Hook, update: Update): Promise<string | undefined> {
    const secret = hook.secret ? { "X-Telegram-Bot-Api-Secret-Token": hook.secret } : {};
    const response = await fetch(hook.url, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...secret },
      body: JSON.stringify(update),
      signal: AbortSignal.any([hook.stopped.signal, AbortSignal.timeout(ANSWER_WITHIN)]),
    });
    const body = await response.text();
    if (!response.ok) {
      return `Wrong response from the webhook: ${response.status} ${response.statusText}`;
    }
    const answer = callIn(body);
    if (answer !== undefined) await this.#call(answer.method, answer.fields);
    return undefined;
  }
}

function callIn(body: string): { method: string; fields: Record<string, unknown> } | undefined {
  if (!body.startsWith("{")) return undefined;
  const { method, ...fields } = JSON.parse(body) as Record<string, unknown>;
  return typeof method === "string" ? { method, fields } : undefined;
}

/** The chat an update belongs to, for the order of deliveries. */
function chatOf(update: Update): number {
  const place =
    update.message ??
    update.edited_message ??
    update.callback_query?.message ??
    update.my_chat_member ??
    update.chat_member ??
    update.message_reaction;
  return place?.chat.id ?? 0;
}
