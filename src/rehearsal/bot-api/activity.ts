import { setTimeout as delay } from "node:timers/promises";
import { Signal } from "./signal.ts";
import { describeUpdate, type UpdateQueue } from "./updates.ts";

/** Long enough for a client's next step after an answer, short enough not to be felt. */
const LULL = 15;

/** What the server is busy with, and waiting for it to end. Times are machine time in milliseconds. */
export class Activity {
  readonly #queue: UpdateQueue;
  readonly #calls = new Set<{ readonly method: string }>();
  readonly #ended = new Signal<void>();
  /** Grows with everything that happens, so that a lull can be told from a coincidence. */
  #steps = 0;

  constructor(queue: UpdateQueue) {
    this.#queue = queue;
    queue.changed.on(() => this.#step());
  }

  /** A call begins; the function returned ends it. A poller that waits is not a call. */
  begin(method: string): () => void {
    const call = { method };
    this.#calls.add(call);
    this.#step();
    return () => {
      if (this.#calls.delete(call)) this.#step();
    };
  }

  /**
   * Resolves when the bot has confirmed every update and no call is under way.
   * @throws {Error} saying what it waits for, after `within`
   */
  async idle(within: number): Promise<void> {
    const deadline = performance.now() + within;
    for (;;) {
      await this.#until(
        () => this.#isQuiet,
        deadline,
        () => this.#busyWith(),
      );
      const steps = this.#steps;
      await delay(LULL);
      if (this.#isQuiet && steps === this.#steps) return;
    }
  }

  /**
   * Resolves when the bot has confirmed this update.
   * @throws {Error} after `within`
   */
  async confirmed(updateId: number, within: number): Promise<void> {
    const deadline = performance.now() + within;
    await this.#until(
      () => !this.#queue.isPending(updateId),
      deadline,
      () => this.#busyWith(),
    );
  }

  get #isQuiet(): boolean {
    return this.#calls.size === 0 && this.#queue.waiting.length === 0;
  }

  #busyWith(): string {
    const calls = [...this.#calls].map((call) => `an answer to ${call.method}`);
    return [...this.#queue.waiting.map(describeUpdate), ...calls].join(", ");
  }

  #step(): void {
    this.#steps += 1;
    this.#ended.emit();
  }

  #until(done: () => boolean, deadline: number, waitingFor: () => string): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        if (!done()) return;
        clearTimeout(timer);
        stop();
        resolve();
      };
      const left = Math.max(0, deadline - performance.now());
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`The bot is not done after ${Math.round(left)} ms. Waiting for: ${waitingFor()}.`));
      }, left);
      const stop = this.#ended.on(check);
      check();
    });
  }
}
