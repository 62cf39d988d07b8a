/** Wall-clock times and the instants they name. */
import { DateTime, IANAZone } from "luxon";

/** Answers of a slow look-up that never change: the runtime's own of a zone takes long, and is asked over and over. */
class Known<Answer> {
  /** More than any mission touches; then it begins anew. */
  static readonly #most = 20_000;
  readonly #answers = new Map<string, Answer>();

  of(question: string, lookUp: () => Answer): Answer {
    const before = this.#answers.get(question);
    if (before !== undefined) return before;
    if (this.#answers.size >= Known.#most) this.#answers.clear();
    const answer = lookUp();
    this.#answers.set(question, answer);
    return answer;
  }
}

const instants = new Known<Instant>();
const offsets = new Known<number>();
const zones = new Known<boolean>();

/** Whether a name is an IANA zone, as people are to write one: `Asia/Krasnoyarsk`, and no abbreviation. */
export function isZone(name: string): boolean {
  return name.includes("/") && zones.of(name, () => IANAZone.isValidZone(name));
}

/**
 * How a wall-clock time lies on the line of time. A clock set back shows some times twice: then the earlier is meant. A
 * clock set forward never shows some times: then `at` is where the clock stood once it had been set.
 */
export type Instant = {
  readonly kind: "once" | "earlier of two" | "skipped";
  /** Epoch milliseconds. */
  readonly at: number;
};

/**
 * The instant of a local time (`2016-11-17T10:00`) in an IANA zone. Both must be well-formed, as they are in a mission
 * that readMission has let through.
 */
export function instantOf(localTime: string, zone: string): Instant {
  return instants.of(`${localTime} ${zone}`, () => {
    const time = DateTime.fromISO(localTime, { zone });
    // Luxon moves a time that does not exist forward by the length of the gap; then it no longer reads as written.
    if (time.toFormat("yyyy-MM-dd'T'HH:mm") !== localTime) return { kind: "skipped", at: time.toMillis() };
    const possible = time.getPossibleOffsets().map((candidate) => candidate.toMillis());
    return { kind: possible.length > 1 ? "earlier of two" : "once", at: Math.min(...possible) };
  });
}

/** How an instant reads on the wall clock of a zone, as mission files write it: `2016-11-17T10:00`. */
export function localTimeOf(at: number, zone: string): string {
  return new Date(at + offsetOf(zone, at) * MINUTE).toISOString().slice(0, 16);
}

/** The ISO date an instant has in a zone. */
export function dateIn(zone: string, at: number): string {
  return localTimeOf(at, zone).slice(0, 10);
}

/** How an instant reads on a clock in a zone: `10:15`. */
export function clockIn(zone: string, at: number): string {
  return localTimeOf(at, zone).slice(11);
}

const MINUTE = 60_000;
/** Clocks are changed at full quarters of an hour by UTC; so says the tz database for every zone since 1972. */
const QUARTER = 15 * MINUTE;

/** How many minutes a zone's clock is ahead of UTC at an instant. */
export function offsetOf(zone: string, at: number): number {
  return offsets.of(`${Math.floor(at / QUARTER)} ${zone}`, () => IANAZone.create(zone).offset(at));
}
