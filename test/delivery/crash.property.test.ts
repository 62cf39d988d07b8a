/** The real tick and the real deciding, sending and entering, with Redis and Telegram in memory, and crashes anywhere. */
import fc from "fast-check";
import { HttpError } from "grammy";
import { describe, expect, test } from "vitest";
import { TurnedClock } from "../../src/clock.ts";
import { settleMember } from "../../src/delivery/member.ts";
import { type DeliveryParts, Later } from "../../src/delivery/parcel.ts";
import type { DeliveryJob, DeliveryKind, jobOf } from "../../src/delivery/queue.ts";
import { Tick } from "../../src/delivery/tick.ts";
import { ownProgramme } from "../../src/domain/audience.ts";
import { digestsOf } from "../../src/domain/digests.ts";
import type { Mission, Seat } from "../../src/domain/mission.ts";
import { promptsOf } from "../../src/domain/prompts.ts";
import { remindersOf } from "../../src/domain/reminders.ts";
import { surveysOf } from "../../src/domain/survey.ts";
import { endOf, type Programme, spanOf } from "../../src/domain/timetable.ts";
import type { Wishes } from "../../src/domain/wishes.ts";
import { createLog } from "../../src/log.ts";
import { hasEnded, type LedgerEntry } from "../../src/storage/ledger.ts";
import type { Waking } from "../../src/storage/prompts.ts";
import type { TickMark } from "../../src/storage/ticks.ts";
import { anyMission, eventIds } from "../support/arbitraries.ts";
import { inForce, speeches } from "../support/readings.ts";
import { runs } from "../support/runs.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const log = createLog("silent");

/** The process dies here. */
class Crash extends Error {}

type Job = ReturnType<typeof jobOf>;
interface Debt {
  readonly identity: string;
  readonly dueAt: number;
  readonly expiresAt: number;
}

/** A delegation whose program runs in one process that may die at any of its writes, before or after it took effect. */
class World {
  readonly clock: TurnedClock;
  readonly #mission: ReturnType<typeof inForce>;
  readonly #wishes: Wishes;
  readonly #joinedAt: number;
  // What outlives the process.
  readonly #marks = new Map<string, TickMark>();
  readonly #jobs = new Map<string, Job>();
  readonly #wakings = new Map<string, Waking>();
  readonly #ledgers = new Map<string, Map<string, LedgerEntry>>();
  readonly #drawings = new Map<string, number>();
  /** What Telegram was given, and what of it the ledger has ever named. */
  readonly #messages: string[] = [];
  readonly #named = new Set<number>();
  /** What had been sent and not been entered when the process died. */
  readonly #inFlight = new Set<number>();
  // What dies with it.
  #tick: Tick;
  #sentNow: number[] = [];
  /** How many more writes the process has to live; it dies before or after the last. */
  #life = Number.POSITIVE_INFINITY;
  #linesCut = 0;
  #isDead = false;
  readonly counts = {
    messages: 0,
    crashes: 0,
    inFlight: 0,
    repeats: 0,
    expired: 0,
    redecided: 0,
  };

  constructor(mission: Mission, wishes: Wishes) {
    this.#mission = inForce(mission);
    this.#wishes = wishes;
    this.#joinedAt = spanOf(this.#mission.programme).from - 3 * DAY;
    this.clock = new TurnedClock(this.#joinedAt);
    this.#tick = this.#start();
  }

  get programme(): Programme {
    return this.#mission.programme;
  }

  get #seats() {
    return this.#mission.programme.mission.people ?? [];
  }

  /** The process with everything it asks of the world outside. */
  get #parts(): DeliveryParts {
    const members = this.#seats.map((seat) => ({
      seat,
      participant: {
        ...{ seat: seat.id, user: 1, chat: 1, language: "en" as const },
        ...{ joinedAt: this.#joinedAt, wishes: this.#wishes },
      },
    }));
    const store = {
      missions: { all: async () => [this.#mission], inForce: async () => this.#mission },
      people: {
        members: async () => members,
        member: async (_: string, wanted: string) => members.find(({ seat }) => seat.id === wanted),
        seats: async () => this.#seats,
        places: async () =>
          this.#seats.map((seat) => {
            const participant = members.find((one) => one.seat.id === seat.id)?.participant;
            return { seat, ...(participant === undefined ? {} : { participant }) };
          }),
        participants: async () => members.map(({ participant }) => participant),
      },
      choices: { of: async () => ({}), all: async () => new Map(), closed: async () => new Set() },
      escorts: { chosen: async () => ({}) },
      // Nobody is marked: the cards of roll calls are sent once, as everything else.
      attendance: {
        find: async () => undefined,
        closing: async () => undefined,
        marks: async () => [],
        drawn: async () => ({ times: 0, at: 0 }),
        beginCard: async () => {},
      },
      stirred: { all: async () => [] },
      drawings: {
        begin: (_: string, seat: string) =>
          this.#write(() => this.#drawings.set(seat, this.#drawn(seat) + 1)),
        begun: async (_: string, seats: readonly string[]) => seats.map((seat) => this.#drawn(seat)),
      },
      // Nobody says or writes anything here.
      redis: { zrevrange: async () => [], eval: async () => [] },
      keys: { notes: () => "", notesBySeat: () => "", notesByTime: () => "" },
      prompts: {
        due: async (now: number) => [...this.#wakings.values()].filter(({ at }) => at <= now),
        next: async () => undefined,
        settle: (seen: readonly Waking[]) =>
          this.#write(() => {
            for (const one of seen) this.#wakings.delete(JSON.stringify(one));
          }),
        wake: (wakings: readonly Waking[]) =>
          this.#write(() => {
            for (const one of wakings) this.#wakings.set(JSON.stringify(one), one);
          }),
        saidBy: async () => new Map(),
        isNudged: async () => false,
      },
      notices: { of: async () => undefined },
      agreements: { changes: async () => "0", due: async () => ({ owners: [], next: undefined }) },
      broadcasts: { due: async () => ({ tasks: [], next: undefined }) },
      ticks: {
        all: async () => new Map(this.#marks),
        set: (mission: string, mark: TickMark) => this.#write(() => this.#marks.set(mission, mark)),
      },
      ledger: {
        of: async (_: string, seat: string) => new Map(this.#ledgers.get(seat)),
        enter: (_: string, seat: string, entries: ReadonlyMap<string, LedgerEntry>) =>
          this.#write(() => this.#enter(seat, entries)),
      },
    };
    const queue = {
      addBulk: (jobs: Job[]) =>
        this.#write(() => {
          for (const job of jobs) {
            const { jobId = "" } = job.opts;
            if (!this.#jobs.has(jobId)) this.#jobs.set(jobId, job);
          }
        }),
    };
    const api = {
      sendMessage: async (_: number, text: string) => {
        await this.#write(() => {
          this.#messages.push(text);
          this.#sentNow.push(this.#messages.length - 1);
        });
        if (this.#linesCut-- > 0) this.#fail(new HttpError("The line is cut", new Error("cut")));
        return { message_id: this.#messages.length - 1 };
      },
      ...{ editMessageText: () => this.#write(() => {}), pinChatMessage: () => this.#write(() => {}) },
      unpinChatMessage: () => this.#write(() => {}),
    };
    const { clock } = this;
    // This is all that a tick and a delivery ask of them.
    return { ...{ store, queue, api, clock, speeches, log }, paid: false } as unknown as DeliveryParts;
  }

  #drawn(seat: string): number {
    return this.#drawings.get(seat) ?? 0;
  }

  #start(): Tick {
    return new Tick(this.#parts);
  }

  /** A write takes effect or not, and the process then may no longer be there to know. */
  async #write(effect: () => unknown): Promise<void> {
    this.#life -= 0.5;
    if (this.#life <= 0) throw new Crash();
    effect();
    this.#life -= 0.5;
    if (this.#life <= 0) throw new Crash();
  }

  /** What is cut off from an answer does not know of the message either. */
  #fail(error: Error): never {
    for (const message of this.#sentNow.splice(0)) this.#inFlight.add(message);
    throw error;
  }

  #enter(seat: string, entries: ReadonlyMap<string, LedgerEntry>): void {
    const ledger = this.#ledgers.get(seat) ?? new Map<string, LedgerEntry>();
    this.#ledgers.set(seat, ledger);
    for (const [identity, entry] of entries) {
      const before = ledger.get(identity);
      // Of a digest it is also noted what it says by now, and whether it is on top of the chat.
      if (before?.outcome === "delivered" && before.message === entry.message) {
        ledger.set(identity, entry);
        continue;
      }
      expect(hasEnded(before, this.clock.now()), `${seat}, ${identity} ended before`).toBe(false);
      if (before !== undefined) this.counts.redecided += 1;
      ledger.set(identity, entry);
      if (entry.message !== undefined) this.#named.add(entry.message);
      if (entry.outcome === "expired") this.counts.expired += 1;
    }
    this.#sentNow = this.#sentNow.filter((message) => !this.#named.has(message));
  }

  /** Turns the clock on or back. */
  async turn(minutes: number): Promise<void> {
    // Whoever ticks must have seen the wrong time to know that it was wrong.
    if (minutes < 0 && this.#isDead) await this.round();
    this.clock.turn(this.clock.now() + minutes * MINUTE);
  }

  /** One round: look what is due, and work the queue off; unless the process dies, everything due has then ended. */
  async round({ life = Number.POSITIVE_INFINITY, linesCut = 0 } = {}): Promise<void> {
    this.#life = life;
    this.#linesCut = linesCut;
    this.#isDead = false;
    try {
      await this.#tick.run();
      while (this.#jobs.size > 0) for (const [id, job] of [...this.#jobs]) await this.#work(id, job);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      for (const message of this.#sentNow.splice(0)) this.#inFlight.add(message);
      this.counts.crashes += 1;
      this.#tick = this.#start();
      this.#isDead = true;
      return;
    }
    this.#expectNothingOwed();
  }

  /** Works off the queue without looking what is due first, as a process does that only delivers. */
  async deliverOnly(): Promise<void> {
    this.#life = Number.POSITIVE_INFINITY;
    for (const [id, job] of [...this.#jobs]) await this.#work(id, job);
  }

  async #work(id: string, { name, data }: { name: DeliveryKind; data: DeliveryJob }): Promise<void> {
    try {
      await settleMember(this.#parts, name, data);
      this.#jobs.delete(id);
    } catch (error) {
      // It stays in the queue.
      if (!(error instanceof Later)) throw error;
    }
  }

  #owedTo(seat: Seat): Debt[] {
    const { programme } = this.#mission;
    const own = ownProgramme(programme, seat, {});
    return [
      ...remindersOf(programme, own, this.#wishes),
      ...digestsOf(programme, own, this.#wishes),
      ...promptsOf(programme, own, seat, this.#wishes),
      ...surveysOf(programme, own, seat, this.#wishes),
    ];
  }

  #expectNothingOwed(): void {
    const now = this.clock.now();
    for (const seat of this.#seats) {
      const ledger = this.#ledgers.get(seat.id);
      for (const { identity, dueAt, expiresAt } of this.#owedTo(seat)) {
        if (dueAt <= this.#joinedAt || now < dueAt) continue;
        const entry = ledger?.get(identity);
        // What is over by the right clock too need not be decided again.
        if (entry?.outcome === "expired" && expiresAt <= now) continue;
        expect(hasEnded(entry, now), `${seat.id}, ${identity} has ended`).toBe(true);
        expect(entry?.outcome, `${seat.id}, ${identity} was still useful`).not.toBe("expired");
      }
    }
  }

  /** Only what was in flight has been sent for nothing. */
  expectExact(): void {
    const unnamed = this.#messages
      .map((_, message) => message)
      .filter((message) => !this.#named.has(message));
    expect(unnamed).toEqual([...this.#inFlight].sort((a, b) => a - b));
    this.counts.messages += this.#messages.length;
    this.counts.inFlight += this.#inFlight.size;
    this.counts.repeats += unnamed.length;
  }
}

interface Step {
  /** The clock goes on, or back, by so many minutes. */
  readonly minutes: number;
  /** After how many writes the process dies; half a write more: before its effect. */
  readonly life: number | null;
  readonly linesCut: number;
  /** Delivers before it ticks. */
  readonly deliversFirst: boolean;
}

const steps = (minutes: number) => minutes * 5;
const anyStep: fc.Arbitrary<Step> = fc.record({
  minutes: fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 14, arbitrary: fc.integer({ min: 1, max: 12 }).map(steps) },
    { weight: 2, arbitrary: fc.integer({ min: 12, max: 10 * 12 }).map(steps) },
    { weight: 2, arbitrary: fc.integer({ min: -36, max: -1 }).map(steps) },
  ),
  life: fc.option(
    fc.integer({ min: 1, max: 24 }).map((halves) => halves / 2),
    { freq: 3 },
  ),
  linesCut: fc.constantFrom(0, 0, 0, 1, 2),
  deliversFirst: fc.boolean(),
});

const anyWishes: fc.Arbitrary<Wishes> = fc.record(
  {
    leads: fc.constantFrom({}, {}, { event: null, gathering: 15 }, { event: 60, gathering: null }),
    muted: fc.subarray(eventIds, { maxLength: 2 }),
    quiet: fc.constant({ from: "22:00", to: "07:00" }),
    withoutEvening: fc.boolean(),
    withoutMorning: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe("whatever crashes, and however the clock jumps", () => {
  test("nothing owed is lost, and only what was in flight is repeated", {
    timeout: runs(60_000),
  }, async () => {
    const total: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(
        anyMission,
        anyWishes,
        fc.array(anyStep, { minLength: 1, maxLength: 40, size: "max" }),
        async (mission, wishes, story) => {
          const world = new World(mission, wishes);
          await world.round();
          world.clock.turn(world.clock.now() + 2.5 * DAY);
          for (const { minutes, life, linesCut, deliversFirst } of story) {
            await world.turn(minutes);
            if (deliversFirst) await world.deliverOnly();
            await world.round({ ...(life === null ? {} : { life }), linesCut });
          }
          const { events } = world.programme;
          world.clock.turn(Math.max(world.clock.now(), ...events.map(endOf)) + DAY);
          await world.round();
          world.expectExact();
          for (const [what, times] of Object.entries(world.counts)) total[what] = (total[what] ?? 0) + times;
        },
      ),
      { numRuns: runs(120) },
    );
    // All of this has happened, and not only what is easy.
    for (const [what, times] of Object.entries(total)) expect(times, what).toBeGreaterThan(0);
    expect(Object.keys(total)).toContain("repeats");
  });
});
