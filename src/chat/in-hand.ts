import { type Bot, BotError } from "grammy";
import type { Update } from "grammy/types";
import type { Log } from "../log.ts";
import type { ChatContext } from "./context.ts";
import { pause, reasonOf } from "./insist.ts";

/**
 * The updates that one poller has fetched and cannot confirm yet. To confirm one is to confirm all below it, so those
 * handled out of turn are kept in mind here: Telegram sends them again until the oldest is done.
 */
export class InHand {
  readonly #bot: Bot<ChatContext>;
  readonly #log: Log;
  /** What is being handled, by number. */
  readonly #work = new Map<number, Promise<void>>();
  /** What has failed since the last fetch; the next one brings it again. */
  readonly #failed = new Set<number>();
  /** What is done, but not confirmed. */
  readonly #done = new Set<number>();
  /** What follows the last answer. */
  #next = 0;

  constructor(bot: Bot<ChatContext>, log: Log) {
    this.#bot = bot;
    this.#log = log;
  }

  get isEmpty(): boolean {
    return this.#work.size === 0 && this.#failed.size === 0;
  }

  /** The first number not to be confirmed; 0 when nothing has come yet. */
  get offset(): number {
    return Math.min(this.#next, ...this.#work.keys(), ...this.#failed);
  }

  /** Begins with what is new in an answer of Telegram's. */
  take(updates: readonly Update[]): void {
    this.#failed.clear();
    for (const update of updates) {
      const { update_id: id } = update;
      if (!this.#work.has(id) && !this.#done.has(id)) this.#work.set(id, this.#handle(update));
      this.#next = id + 1;
    }
    // Not sooner: while Telegram was answering, what it was asked for may have been done.
    for (const id of this.#done) if (id < this.offset) this.#done.delete(id);
  }

  /** Waits until all is done, but no longer than so many milliseconds, nor beyond the signal. */
  async rest(ms: number, end: AbortSignal): Promise<void> {
    if (this.isEmpty || end.aborted) return;
    const resting = new AbortController();
    const wake = () => resting.abort();
    end.addEventListener("abort", wake, { once: true });
    void this.settled().then(() => this.isEmpty && wake());
    await pause(ms, resting.signal);
    end.removeEventListener("abort", wake);
  }

  /** Waits until nothing is being handled any more. */
  async settled(): Promise<void> {
    await Promise.all(this.#work.values());
  }

  async #handle(update: Update): Promise<void> {
    const { update_id: id } = update;
    try {
      await this.#bot.handleUpdate(update);
      this.#done.add(id);
    } catch (error) {
      const why = reasonOf(error instanceof BotError ? error.error : error);
      this.#log.warn({ update: id, why }, "an update is to come again");
      this.#failed.add(id);
    } finally {
      this.#work.delete(id);
    }
  }
}
