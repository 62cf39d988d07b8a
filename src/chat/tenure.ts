import { randomUUID } from "node:crypto";
import type { Log } from "../log.ts";
import type { Leases } from "../storage/leases.ts";
import { isRedisAway } from "../storage/redis.ts";
import { pause } from "./insist.ts";

/** Milliseconds of machine time. */
export interface TenureTimes {
  /** When the holder dies, its lease ends after so long. */
  readonly lease: number;
  /** How often the holder renews it, and a spare tries to take it. */
  readonly every: number;
}

/** A spare takes over within four and a half seconds of a crash, and within half a second of a stop. */
export const usualTenure: TenureTimes = { lease: 4000, every: 500 };

/**
 * The right to poll Telegram, which one process has at a time. A holder whom Redis does not answer keeps it until it
 * hears that somebody else has it, for people are to be told at once that nothing can be saved.
 */
export class Tenure {
  readonly #leases: Leases;
  readonly #log: Log;
  readonly #times: TenureTimes;
  readonly #holder = randomUUID();
  readonly #stopping = new AbortController();
  readonly #keeping: Promise<void>;
  /** Is aborted when the right is lost. */
  #held: AbortController | undefined;
  #isSure = false;
  #begins: (() => void) | undefined;

  constructor({ leases, log, times }: { leases: Leases; log: Log; times: TenureTimes }) {
    this.#leases = leases;
    this.#log = log;
    this.#times = times;
    this.#keeping = this.#keep();
  }

  get isOurs(): boolean {
    return this.#held !== undefined;
  }

  /** Whether Redis has confirmed lately who has the right. */
  get isSure(): boolean {
    return this.#isSure;
  }

  /** Waits for the right; the answer is aborted when it is lost. `undefined` when `signal` ends the waiting. */
  async ours(signal: AbortSignal): Promise<AbortSignal | undefined> {
    while (this.#held === undefined && !signal.aborted) {
      await new Promise<void>((resolve) => {
        this.#begins = resolve;
        signal.addEventListener("abort", () => resolve(), { once: true });
      });
    }
    return signal.aborted ? undefined : this.#held?.signal;
  }

  /** Telegram says that somebody else polls: without Redis to say otherwise, it is they who have the right. */
  doubt(): void {
    if (!this.#isSure) this.#lose();
  }

  /** Gives the right up, so that a spare has it at once. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#keeping;
    this.#held?.abort();
    this.#held = undefined;
    // Without Redis the lease ends by itself.
    await this.#leases.releasePolling(this.#holder).catch(() => undefined);
  }

  async #keep(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      await this.#ask();
      await pause(this.#times.every, this.#stopping.signal);
    }
  }

  async #ask(): Promise<void> {
    try {
      const ours = await this.#leases.takePolling(this.#holder, this.#times.lease);
      this.#isSure = true;
      if (ours) this.#win();
      else this.#lose();
    } catch (error) {
      this.#isSure = false;
      if (!isRedisAway(error)) this.#log.error({ err: error }, "the lease of polling cannot be renewed");
    }
  }

  #win(): void {
    if (this.#held !== undefined) return;
    this.#held = new AbortController();
    this.#log.info("this process polls Telegram");
    this.#begins?.();
  }

  #lose(): void {
    if (this.#held === undefined) return;
    this.#held.abort();
    this.#held = undefined;
    this.#log.warn("another process polls Telegram now; this one stands by");
  }
}
