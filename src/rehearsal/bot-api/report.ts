import type { Callbacks } from "./callbacks.ts";

/** What a run looked like from Telegram's side; tests and rehearsals judge a bot by it. */
export class Report {
  /** Calls carried out, by method. */
  readonly sent: Record<string, number> = {};
  /** Methods and parameters this server does not know, as they were refused. */
  readonly unknown: string[] = [];
  answered429 = 0;
  pollConflicts = 0;
  readonly #callbacks: Callbacks;
  readonly #all: number[] = [];
  readonly #byChat = new Map<number, number[]>();

  constructor(callbacks: Callbacks) {
    this.#callbacks = callbacks;
  }

  /** Taps whose button still shows a clock. */
  get callbacksNeverAnswered(): number {
    return this.#callbacks.neverAnswered;
  }

  get callbacksAnsweredTwice(): number {
    return this.#callbacks.answeredTwice;
  }

  count(method: string): void {
    this.sent[method] = (this.sent[method] ?? 0) + 1;
  }

  /** Notes messages that arrived for a chat at a machine time in milliseconds, whether admitted or refused. */
  arrived(chat: number, at: number, messages: number): void {
    const times = this.#byChat.get(chat) ?? [];
    this.#byChat.set(chat, times);
    for (let i = 0; i < messages; i += 1) {
      times.push(at);
      this.#all.push(at);
    }
  }

  /** The most that counts against the limits and arrived within one second of machine time, refused ones included. */
  get mostInAnySlidingSecond(): { overall: number; byChat: Record<string, number> } {
    const byChat = [...this.#byChat].map(([chat, times]) => [String(chat), mostWithin(times, 1000)] as const);
    return { overall: mostWithin(this.#all, 1000), byChat: Object.fromEntries(byChat) };
  }
}

/** The most of the ascending `times` that lie within `span` of each other. */
function mostWithin(times: readonly number[], span: number): number {
  let from = 0;
  let most = 0;
  times.forEach((time, index) => {
    while (time - (times[from] ?? time) >= span) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return most;
}
