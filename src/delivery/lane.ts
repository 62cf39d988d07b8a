/** What a request is to the gate. */
export interface Passage {
  /** 0 goes first. */
  readonly rank: number;
  readonly chat: string | undefined;
  /** Whether it counts against the chat's own limit. */
  readonly countsInChat: boolean;
  /** How many messages it makes. */
  readonly weight: number;
  /** By which it is counted until it is answered; `undefined` if it only leaves its time empty. */
  readonly name: string | undefined;
  /** Whether it may go while Redis is away. */
  readonly alone: boolean;
  /** When waiting becomes pointless, on the scale of `performance.now()`. */
  readonly deadline: number;
}

/** What there is to do: go now, or ask again after milliseconds, because of the pace or of this one chat. */
export type Verdict = { readonly kind: "go" } | { readonly kind: "pace" | "chat"; readonly ms: number };

/** Waiting for a permit was given up, because the deadline would have passed first. Nothing was sent. */
export class GateExpired extends Error {
  override readonly name = "GateExpired";
}

/** The program is stopping. Nothing was sent. */
export class GateClosed extends Error {
  override readonly name = "GateClosed";
}

interface Waiter extends Passage {
  readonly since: number;
  readonly go: () => void;
  readonly giveUp: (why: unknown) => void;
}

/** So often the one that waits longest goes, whatever its rank. */
const fairTurn = 8;

/** Those of one process that wait for a permit, in the order in which they shall have it. */
export class Lane {
  readonly #ask: (passage: Passage) => Promise<Verdict>;
  readonly #atOnce: number;
  /** By rank, then by arrival. */
  readonly #waiting: Waiter[] = [];
  /** Chats that take nothing until then. */
  readonly #holds = new Map<string, number>();
  #arrivals = 0;
  #passed = 0;
  #closed = false;
  #running = false;
  #wake = () => {};

  /**
   * @param ask puts one candidate before the other processes
   * @param atOnce how many questions may be under way; above one only where a permit is due more often than Redis answers
   */
  constructor(ask: (passage: Passage) => Promise<Verdict>, atOnce = 1) {
    this.#ask = ask;
    this.#atOnce = atOnce;
  }

  /**
   * Resolves when the request may go, at once.
   *
   * @throws GateExpired, GateClosed, or the signal's reason
   */
  enter(passage: Passage, signal?: AbortSignal): Promise<void> {
    if (this.#closed) return Promise.reject(new GateClosed("The program is stopping"));
    if (signal?.aborted) return Promise.reject(abortion(signal));
    return new Promise((resolve, reject) => {
      const leave = () => waiter.giveUp(signal && abortion(signal));
      const settle = () => signal?.removeEventListener("abort", leave);
      const waiter: Waiter = {
        ...passage,
        since: this.#arrivals++,
        go: () => {
          this.#remove(waiter);
          settle();
          resolve();
        },
        giveUp: (why) => {
          this.#remove(waiter);
          settle();
          reject(why);
        },
      };
      signal?.addEventListener("abort", leave);
      this.#insert(waiter);
      this.#wake();
      void this.#run();
    });
  }

  /** Sends everybody away. */
  close(): void {
    this.#closed = true;
    for (const waiter of [...this.#waiting]) waiter.giveUp(new GateClosed("The program is stopping"));
    this.#wake();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    while (this.#waiting.length > 0) {
      const candidates = this.#candidates();
      const waits = await Promise.all(candidates.map((waiter) => this.#put(waiter)));
      const wait = candidates.length > 0 ? Math.max(...waits) : this.#untilFirstHoldEnds();
      if (wait > 0) await this.#sleep(wait);
    }
    this.#running = false;
  }

  /** Puts the question for one waiter; gives the milliseconds for which there is no use in another. */
  async #put(waiter: Waiter): Promise<number> {
    try {
      // It speaks with the rank of the best who waits here: a fair turn must not cost the urgent theirs.
      const verdict = await this.#ask({ ...waiter, rank: this.#waiting[0]?.rank ?? waiter.rank });
      if (verdict.kind === "go") {
        this.#passed += 1;
        waiter.go();
        return 0;
      }
      const then = performance.now() + verdict.ms;
      if (verdict.kind === "pace") {
        this.#expire(() => then);
        return verdict.ms;
      }
      const { chat } = waiter;
      if (chat !== undefined) this.#holds.set(chat, then);
      this.#expire((other) => (other.chat === chat ? then : 0));
      return 0;
    } catch (error) {
      waiter.giveUp(error);
      return 0;
    }
  }

  #candidates(): Waiter[] {
    const now = performance.now();
    for (const [chat, until] of this.#holds) if (until <= now) this.#holds.delete(chat);
    this.#expire(() => now);
    const free = (waiter: Waiter) => waiter.chat === undefined || !this.#holds.has(waiter.chat);
    const candidates: Waiter[] = [];
    for (const waiter of this.#waiting) {
      if (candidates.length === this.#atOnce) break;
      if (free(waiter)) candidates.push(waiter);
    }
    if (this.#passed % fairTurn === fairTurn - 1) {
      const [longest] = this.#waiting.filter(free).sort((a, b) => a.since - b.since);
      if (longest) return [longest];
    }
    return candidates;
  }

  #untilFirstHoldEnds(): number {
    return Math.max(1, Math.min(...this.#holds.values()) - performance.now());
  }

  /** Sends away whoever can only pass after its deadline. */
  #expire(earliest: (waiter: Waiter) => number): void {
    for (const waiter of this.#waiting.filter((waiter) => waiter.deadline < earliest(waiter))) {
      waiter.giveUp(new GateExpired("No permit to send could be had before the deadline"));
    }
  }

  #insert(waiter: Waiter): void {
    // From the end, because most who come have the rank of most who wait.
    let at = this.#waiting.length;
    while (at > 0 && (this.#waiting[at - 1]?.rank ?? 0) > waiter.rank) at -= 1;
    this.#waiting.splice(at, 0, waiter);
  }

  #remove(waiter: Waiter): void {
    const at = this.#waiting.indexOf(waiter);
    if (at >= 0) this.#waiting.splice(at, 1);
  }

  /** Sleeps, unless somebody comes whom the others may have to let pass. */
  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.min(Math.ceil(ms), 60_000));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** grammY's signals come from a package that knows no reasons. */
function abortion(signal: AbortSignal): unknown {
  return signal.reason ?? new DOMException("The request was aborted", "AbortError");
}
