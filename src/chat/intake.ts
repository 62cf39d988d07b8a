/** How updates come in, by long polling or by the webhook, and how the door is closed. */
import { setMaxListeners } from "node:events";
import { sequentialize } from "@grammyjs/runner";
import type { Bot, MiddlewareFn } from "grammy";
import type { Update } from "grammy/types";
import type { Log } from "../log.ts";
import type { Store } from "../storage/store.ts";
import type { ChatContext } from "./context.ts";
import { usualWaits, type Waits } from "./insist.ts";
import { startPolling } from "./polling.ts";
import type { Receiver, WebhookReceiver } from "./receiver.ts";
import { type TenureTimes, usualTenure } from "./tenure.ts";
import { type Trying, type TryTimes, usualTries } from "./tries.ts";
import { chatOf, type TurnTimes, takesTurns, usualTurns } from "./turns.ts";
import { startWebhook } from "./webhook.ts";

/** Machine times; tests shorten them. */
export interface IntakeTimes {
  readonly tries: TryTimes;
  readonly tenure: TenureTimes;
  readonly turns: TurnTimes;
  readonly waits: Waits;
}

export const usualIntake: IntakeTimes = {
  tries: usualTries,
  tenure: usualTenure,
  turns: usualTurns,
  waits: usualWaits,
};

export interface IntakeParts {
  readonly store: Store;
  readonly log: Log;
  readonly times: IntakeTimes;
  /** Where Telegram is to bring updates, and what it shows there; without it they are fetched by long polling. */
  readonly webhook?: { readonly url: string; readonly secret: string } | undefined;
}

export class Intake {
  readonly #parts: IntakeParts;
  readonly #stopping = new AbortController();
  readonly counts = { handled: 0, failed: 0, setAside: 0 };
  #receiver: Receiver | undefined;
  #webhook: WebhookReceiver | undefined;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
    // As many wait for it as updates are in hand.
    setMaxListeners(0, this.#stopping.signal);
  }

  /** Stands first in the bot. One process polls, so that its own memory is order enough; a webhook may have many. */
  get order(): MiddlewareFn<ChatContext> {
    const { webhook, times } = this.#parts;
    if (webhook === undefined) return sequentialize(chatOf);
    return takesTurns(this.#parts, times.turns, this.#stopping.signal);
  }

  get trying(): Omit<Trying, "givesUp"> {
    return { times: this.#parts.times.tries, stopping: this.#stopping.signal, counts: this.counts };
  }

  start(bot: Bot<ChatContext>): void {
    const { store, log, times, webhook } = this.#parts;
    const common = { log, stopping: this.#stopping.signal, waits: times.waits };
    if (webhook === undefined) {
      this.#receiver = startPolling(bot, { ...common, leases: store.leases, tenure: times.tenure });
    } else {
      this.#webhook = startWebhook(bot, { ...common, ...webhook });
      this.#receiver = this.#webhook;
    }
  }

  works(): boolean {
    return this.#receiver?.works() ?? false;
  }

  polls(): boolean {
    return this.#receiver?.polls() ?? false;
  }

  /** Handles an update the webhook brought. @throws when Telegram is to bring it again */
  async receive(update: Update): Promise<void> {
    if (this.#webhook === undefined) throw new Error("no webhook is served here");
    await this.#webhook.receive(update);
  }

  /** Takes nothing new and finishes what is in hand; what fails just now is left for after the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#receiver?.stop();
  }
}
