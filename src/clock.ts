/**
 * Programme time: when the mission says it is. What is due, expired or shown asks a Clock; machine time (locks,
 * back-off, Telegram's limits) never does.
 */
export interface Clock {
  /** Programme time now, in epoch milliseconds. */
  now(): number;
}

/** Clocks of two machines may differ by so much, in milliseconds. */
export const CLOCK_SKEW = 60_000;

/** Programme time as the computer has it. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands until it is turned; rehearsals and tests live by it. */
export class TurnedClock implements Clock {
  #now: number;

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  /** Sets programme time, in epoch milliseconds; it may go back as well as forward. */
  turn(to: number): void {
    this.#now = to;
  }
}
