import type { Update } from "@grammyjs/types";
import type { Arguments } from "./parameters.ts";
import { conflict, type Refusal } from "./refusal.ts";
import type { Report } from "./report.ts";
import type { UpdateQueue } from "./updates.ts";

/** The server's own bound on how long it holds a request, in seconds (LONG_POLL_MAX_TIMEOUT). */
const LONGEST = 50;

interface Waiting {
  readonly closed: AbortSignal;
  readonly end: (outcome: Update[] | Refusal) => void;
}

/** getUpdates: one poller at a time; the newer sends the older away. */
export class Polling {
  readonly #queue: UpdateQueue;
  readonly #report: Pick<Report, "pollConflicts">;
  #waiting: Waiting | undefined;

  constructor(queue: UpdateQueue, report: Pick<Report, "pollConflicts">) {
    this.#queue = queue;
    this.#report = report;
  }

  /**
   * Updates at once if there are any, else as soon as there are, else none after `timeout` seconds of machine time.
   * @param closed aborted when the client hangs up
   */
  async poll(args: Arguments<"getUpdates">, closed: AbortSignal): Promise<Update[]> {
    this.#queue.allow(args.allowed_updates);
    this.interrupt("terminated by other getUpdates request; make sure that only one bot instance is running");
    const limit = Math.min(Math.max(args.limit ?? 100, 1), 100);
    const timeout = Math.min(Math.max(args.timeout ?? 0, 0), LONGEST);
    const ready = this.#queue.fetch(args.offset ?? 0, limit);
    if (ready.length > 0 || timeout === 0) return ready;
    return this.#wait(closed, timeout * 1000, limit);
  }

  /** Sends a waiting poller away. */
  interrupt(reason: string): void {
    const older = this.#waiting;
    this.#waiting = undefined;
    if (older === undefined) return;
    // A client that has hung up may be noticed only after its next request: give the news a turn to arrive.
    setImmediate(() => {
      if (older.closed.aborted) return older.end([]);
      this.#report.pollConflicts += 1;
      older.end(conflict(reason));
    });
  }

  #wait(closed: AbortSignal, ms: number, limit: number): Promise<Update[]> {
    return new Promise((resolve, reject) => {
      const end = (outcome: Update[] | Refusal): void => {
        clearTimeout(timer);
        stopListening();
        closed.removeEventListener("abort", leave);
        if (this.#waiting === waiting) this.#waiting = undefined;
        if (Array.isArray(outcome)) resolve(outcome);
        else reject(outcome);
      };
      const leave = (): void => end([]);
      const waiting: Waiting = { closed, end };
      const timer = setTimeout(leave, ms);
      const stopListening = this.#queue.changed.on(() => {
        if (this.#waiting !== waiting || closed.aborted || this.#queue.waiting.length === 0) return;
        this.#waiting = undefined;
        end(this.#queue.fetch(0, limit));
      });
      closed.addEventListener("abort", leave, { once: true });
      this.#waiting = waiting;
      if (closed.aborted) leave();
    });
  }
}
