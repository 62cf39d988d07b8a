/** How much a bot may send. Everything is in machine time. */
export interface Limits {
  /** In any sliding second, over all chats. */
  readonly perSecond: number;
  /** The same for calls with allow_paid_broadcast. */
  readonly paidPerSecond: number;
  /** A private chat refills at this rate a second … */
  readonly privatePerSecond: number;
  /** … up to this many at once. */
  readonly privateBurst: number;
  /** In any sliding minute, in one group. */
  readonly groupPerMinute: number;
}

/**
 * https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this; the burst is not in it: short
 * bursts in one chat pass, and five is a careful guess.
 */
export const telegramLimits: Limits = {
  perSecond: 30,
  paidPerSecond: 1000,
  privatePerSecond: 1,
  privateBurst: 5,
  groupPerMinute: 20,
};

/** What a call puts on the scales. */
export interface Load {
  readonly chat: number;
  readonly isGroup: boolean;
  /** How many messages it sends; an edit counts as one. */
  readonly messages: number;
  /** Deleting and pinning weigh on the whole, not on the chat. */
  readonly countsInChat: boolean;
  readonly paid: boolean;
}

/** Counts and pauses. Whoever was told to wait is refused until the pause is over, whatever it asks meanwhile. */
export class FloodControl {
  readonly #limits: Limits;
  readonly #overall = new SlidingWindow(1_000);
  readonly #groups = new Map<number, SlidingWindow>();
  readonly #people = new Map<number, Bucket>();
  readonly #pauses = new Map<number | "all", number>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /**
   * Admits a call, or says how many whole seconds to wait.
   * @param now machine time, milliseconds
   */
  admit(load: Load, now: number): { retryAfter: number } | undefined {
    const paused = Math.max(this.#pauses.get("all") ?? 0, this.#pauses.get(load.chat) ?? 0) - now;
    if (paused > 0) return { retryAfter: seconds(paused) };

    const { perSecond, paidPerSecond } = this.#limits;
    const wait = this.#overall.wait(load.messages, load.paid ? paidPerSecond : perSecond, now);
    if (wait > 0) return this.#pause("all", wait, now);

    const chatWait = load.countsInChat ? this.#admitToChat(load, now) : 0;
    if (chatWait > 0) return this.#pause(load.chat, chatWait, now);
    this.#overall.add(load.messages, now);
    return undefined;
  }

  /** Milliseconds the chat asks to wait; 0 if it takes the messages now. */
  #admitToChat({ chat, isGroup, messages }: Load, now: number): number {
    const { groupPerMinute, privatePerSecond, privateBurst } = this.#limits;
    if (!isGroup) {
      const bucket = this.#people.get(chat) ?? new Bucket(privateBurst, privatePerSecond);
      this.#people.set(chat, bucket);
      return bucket.take(messages, now);
    }
    const window = this.#groups.get(chat) ?? new SlidingWindow(60_000);
    this.#groups.set(chat, window);
    const wait = window.wait(messages, groupPerMinute, now);
    if (wait <= 0) window.add(messages, now);
    return wait;
  }

  #pause(whom: number | "all", ms: number, now: number): { retryAfter: number } {
    const retryAfter = seconds(ms);
    this.#pauses.set(whom, now + retryAfter * 1000);
    return { retryAfter };
  }
}

const seconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1000));

/** What was let through within the last `span` milliseconds. */
class SlidingWindow {
  readonly #span: number;
  #times: number[] = [];

  constructor(span: number) {
    this.#span = span;
  }

  add(messages: number, now: number): void {
    for (let i = 0; i < messages; i += 1) this.#times.push(now);
  }

  /** Milliseconds until `messages` more fit under `limit`; an album larger than that fits alone. */
  wait(messages: number, limit: number, now: number): number {
    this.#times = this.#times.filter((time) => time > now - this.#span);
    const surplus = this.#times.length + Math.min(messages, limit) - limit;
    const last = this.#times[surplus - 1];
    return last === undefined ? 0 : last + this.#span - now;
  }
}

/** A bucket `size` messages deep that drains `rate` a second. */
class Bucket {
  readonly #size: number;
  readonly #rate: number;
  #level = 0;
  #at = 0;

  constructor(size: number, rate: number) {
    this.#size = size;
    this.#rate = rate;
  }

  /** Takes `messages`, or says how many milliseconds until it can; an album larger than the bucket fits an empty one. */
  take(messages: number, now: number): number {
    this.#level = Math.max(0, this.#level - ((now - this.#at) / 1000) * this.#rate);
    this.#at = now;
    const surplus = this.#level + Math.min(messages, this.#size) - this.#size;
    if (surplus > 0) return (surplus / this.#rate) * 1000;
    this.#level += messages;
    return 0;
  }
}
