import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { type Choices, concerns, ownProgramme } from "../../src/domain/audience.ts";
import type { Mission, Seat } from "../../src/domain/mission.ts";
import { eventsDueAt, instantsOf, type Reminder, remindersOf } from "../../src/domain/reminders.ts";
import { endOf, type Programme, programmeOf, spanOf } from "../../src/domain/timetable.ts";
import {
  anyMission,
  eventIds,
  moved,
  personIds,
  regrouped,
  someGroups,
  withEvent,
  without,
} from "../support/arbitraries.ts";
import { Deliveries } from "../support/deliveries.ts";
import { idsOf, ownEvents, seatOf, seatWith } from "../support/missions.ts";
import { runs } from "../support/runs.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const anyChoice: fc.Arbitrary<Choices> = fc.option(fc.constantFrom(...eventIds)).map((event): Choices => {
  return event === null ? {} : { tables: event };
});
const anyPerson = fc.constantFrom(...personIds);

/** What happens to a delegation; each time the clock goes on (or back) by so many minutes first, and then it ticks. */
type Deed =
  | { readonly kind: "nothing" }
  | { readonly kind: "join"; readonly person: string }
  | { readonly kind: "pick"; readonly person: string; readonly event: string }
  | { readonly kind: "move"; readonly event: string; readonly minutes: number }
  | { readonly kind: "rename"; readonly event: string }
  | { readonly kind: "cancel"; readonly event: string }
  | { readonly kind: "regroup"; readonly person: string; readonly groups: string[] };
interface Step {
  readonly minutes: number;
  readonly deed: Deed;
}

const anyEvent = fc.constantFrom(...eventIds);
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 50, arbitrary: fc.record({ kind: fc.constant("nothing" as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("join" as const), person: anyPerson }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("pick" as const), person: anyPerson, event: anyEvent }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("move" as const),
      event: anyEvent,
      minutes: fc.integer({ min: -36, max: 36 }).map((steps) => steps * 5),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("rename" as const), event: anyEvent }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("cancel" as const), event: anyEvent }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("regroup" as const), person: anyPerson, groups: someGroups }),
  },
);
/** Ticks as they come: doubled, steady, after a restart, after an outage, after the clock was set back. */
const anyMinutes = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 20, arbitrary: fc.integer({ min: 1, max: 15 }) },
  { weight: 6, arbitrary: fc.integer({ min: 15, max: 90 }) },
  { weight: 1, arbitrary: fc.integer({ min: 240, max: 1500 }) },
  { weight: 1, arbitrary: fc.integer({ min: -120, max: -1 }) },
);
const anySteps = fc.array(fc.record({ minutes: anyMinutes, deed: anyDeed }), {
  minLength: 40,
  maxLength: 80,
  size: "max",
});

/** A person on the way, with what the test knows about them besides the program. */
class Traveller {
  readonly deliveries = new Deliveries();
  readonly since: number;
  readonly id: string;
  choices: Choices = {};
  /** Identities not owed: already handed out when they joined with the clock set back, or due before a pick of theirs. */
  readonly notOwed = new Set<string>();
  /** What they were told, as it reads to them: an event, its call and how long before. */
  readonly told = new Set<string>();

  constructor(id: string, since: number) {
    this.id = id;
    this.since = since;
  }
}

/** Ticks and settles as delivery/tick.ts and delivery/worker.ts do, and looks at everything that is sent. */
class Delegation {
  now: number;
  programme: Programme;
  readonly travellers = new Map<string, Traveller>();
  readonly counts = { messages: 0, delivered: 0, merged: 0, superseded: 0, expired: 0, revisions: 0 };
  #mark: { revision: number; upTo: number } | undefined;
  #instants: number[];
  readonly #reminders = new Map<Traveller, readonly Reminder[]>();

  constructor(mission: Mission) {
    this.programme = programmeOf(mission, 1);
    this.#instants = instantsOf(this.programme);
    this.now = spanOf(this.programme).from - 2 * HOUR;
    this.#join("person-0");
  }

  seat(traveller: Traveller): Seat {
    return seatOf(this.programme.mission, traveller.id);
  }

  /** Derived anew only when something has changed: these are many ticks. */
  remindersOf(traveller: Traveller): readonly Reminder[] {
    const known = this.#reminders.get(traveller);
    if (known !== undefined) return known;
    const own = ownProgramme(this.programme, this.seat(traveller), traveller.choices);
    const reminders = remindersOf(this.programme, own);
    this.#reminders.set(traveller, reminders);
    return reminders;
  }

  happens({ minutes, deed }: Step): void {
    this.now += minutes * MINUTE;
    this.#do(deed);
    this.tick();
  }

  #do(deed: Deed): void {
    const { mission } = this.programme;
    switch (deed.kind) {
      case "nothing":
        break;
      case "join":
        this.#join(deed.person);
        break;
      case "pick":
        this.#pick(deed.person, deed.event);
        break;
      case "regroup":
        this.#release(regrouped(mission, deed.person, deed.groups));
        break;
      case "move":
        this.#release(moved(mission, deed.event, deed.minutes));
        break;
      case "cancel":
        this.#release(without(mission, deed.event));
        break;
      case "rename":
        this.#release(withEvent(mission, deed.event, (event) => ({ ...event, title: "Renamed" })));
    }
  }

  #join(person: string): void {
    if (this.travellers.has(person)) return;
    const traveller = new Traveller(person, this.now);
    this.travellers.set(person, traveller);
    const handedOut = this.#mark?.upTo ?? this.now;
    for (const { identity, dueAt } of this.remindersOf(traveller)) {
      if (dueAt <= handedOut) traveller.notOwed.add(identity);
    }
  }

  /** A pick comes by chat and not by a release: it wakes nobody. */
  #pick(person: string, event: string): void {
    const traveller = this.travellers.get(person);
    if (traveller === undefined) return;
    const before = new Set(this.remindersOf(traveller).map(({ identity }) => identity));
    traveller.choices = { tables: event };
    this.#reminders.delete(traveller);
    const handedOut = Math.max(this.now, this.#mark?.upTo ?? this.now);
    for (const { identity, dueAt } of this.remindersOf(traveller)) {
      if (dueAt <= handedOut && !before.has(identity)) traveller.notOwed.add(identity);
    }
  }

  #release(mission: Mission | undefined): void {
    if (mission === undefined) return;
    this.programme = programmeOf(mission, this.programme.revision + 1);
    this.#instants = instantsOf(this.programme);
    this.#reminders.clear();
    this.counts.revisions++;
  }

  tick(): void {
    const { now, programme } = this;
    const { revision } = programme;
    const mark = this.#mark;
    const from = mark === undefined ? now : mark.revision === revision ? mark.upTo : now - 7 * DAY;
    const due = this.#instants.filter((instant) => from < instant && instant <= now);
    const events = eventsDueAt(programme, new Set(due));
    for (const traveller of this.travellers.values()) {
      if (events.some(({ event }) => concerns(event, this.seat(traveller)))) this.#settle(traveller);
      this.#expectNothingOwed(traveller);
    }
    if (due.length > 0 || mark?.revision !== revision) this.#mark = { revision, upTo: now };
  }

  #settle(traveller: Traveller): void {
    const { now } = this;
    const { since } = traveller;
    const reminders = this.remindersOf(traveller);
    const { send, superseded, expired } = traveller.deliveries.settle(reminders, { now, since });
    for (const reminder of expired) {
      expect(reminder.dueAt).toBeGreaterThan(since);
      expect(reminder.call).toBeLessThanOrEqual(now);
    }
    for (const reminder of superseded) {
      expect(reminder.dueAt).toBeGreaterThan(since);
      expect(send).toContainEqual(
        expect.objectContaining({ eventId: reminder.eventId, call: reminder.call }),
      );
    }
    if (send.length > 0) this.#expectRightMessage(traveller, send);
    this.counts.superseded += superseded.length;
    this.counts.expired += expired.length;
  }

  #expectRightMessage(traveller: Traveller, send: readonly Reminder[]): void {
    const { now, programme } = this;
    const own = ownProgramme(programme, this.seat(traveller), traveller.choices);
    expect(send.some(({ dueAt }) => dueAt <= now)).toBe(true);
    for (const { eventId, call, lead, dueAt } of send) {
      expect(dueAt).toBe(call - lead);
      expect(dueAt).toBeGreaterThan(traveller.since);
      expect(dueAt).toBeLessThanOrEqual(now + 10 * MINUTE);
      expect(call).toBeGreaterThan(now);
      expect(own.find(({ event }) => event.id === eventId)?.call).toBe(call);
      const words = `${eventId}, ${call}, ${lead}`;
      expect(traveller.told).not.toContain(words);
      traveller.told.add(words);
    }
    this.counts.messages++;
    this.counts.delivered += send.length;
    this.counts.merged += send.filter(({ dueAt }) => dueAt > now).length;
  }

  /** Whatever is in force and has become due since they joined has ended by now. */
  #expectNothingOwed(traveller: Traveller): void {
    const owed = this.remindersOf(traveller).filter(
      ({ identity, dueAt }) =>
        traveller.since < dueAt &&
        dueAt <= this.now &&
        !traveller.notOwed.has(identity) &&
        !traveller.deliveries.outcomes.has(identity),
    );
    expect(owed.map(({ identity }) => identity)).toEqual([]);
  }
}

describe("whatever happens to a delegation", () => {
  test("each reminder ends exactly once, in time, of what is in force and one's own", () => {
    const total = { messages: 0, delivered: 0, merged: 0, superseded: 0, expired: 0, revisions: 0 };
    const count = (one: typeof total) => {
      for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += one[key];
    };
    fc.assert(
      fc.property(anyMission, anySteps, (mission, steps) => {
        const delegation = new Delegation(mission);
        delegation.tick();
        for (const step of steps) delegation.happens(step);
        delegation.now = Math.max(delegation.now, ...delegation.programme.events.map(endOf)) + DAY;
        delegation.tick();
        count(delegation.counts);
      }),
      { numRuns: runs(75) },
    );
    // All of this has happened, and not only what is easy.
    for (const [what, times] of Object.entries(total)) expect(times, what).toBeGreaterThan(0);
  });
});

/** Ticks at once, as after a release, and then at each instant something can be due, up to another. */
function ride(
  programme: Programme,
  deliveries: Deliveries,
  {
    seat = seatWith(),
    from,
    to,
    since = from,
    choices = {},
  }: {
    seat?: Seat;
    from: number;
    to: number;
    since?: number;
    choices?: Choices;
  },
): void {
  const reminders = remindersOf(programme, ownProgramme(programme, seat, choices));
  const instants = instantsOf(programme).filter((instant) => from < instant && instant <= to);
  for (const now of [from, ...instants]) deliveries.settle(reminders, { now, since });
}

describe("while nothing is late", () => {
  test("everything owed to anybody is delivered at its time, or at most ten minutes early with something else", () => {
    fc.assert(
      fc.property(
        anyMission,
        anyPerson,
        anyChoice,
        fc.integer({ min: -DAY, max: 2 * DAY }),
        (mission, id, choices, join) => {
          const programme = programmeOf(mission, 1);
          const seat = seatOf(mission, id);
          const { from, to } = spanOf(programme);
          const since = from + join;
          const deliveries = new Deliveries();
          ride(programme, deliveries, { seat, choices, from: from - 2 * DAY, to, since });

          const owed = remindersOf(programme, ownProgramme(programme, seat, choices)).filter(
            ({ dueAt }) => dueAt > since,
          );
          const sent = deliveries.sent.flatMap(({ at, reminders }) =>
            reminders.map((one) => ({ ...one, at })),
          );
          expect(sent.map(({ identity }) => identity).sort()).toEqual(
            owed.map(({ identity }) => identity).sort(),
          );
          for (const { at, dueAt } of sent) {
            expect(at).toBeLessThanOrEqual(dueAt);
            expect(at).toBeGreaterThanOrEqual(dueAt - 10 * MINUTE);
          }
          // Between two messages of one person there is always time to read the first.
          for (const [index, { at }] of deliveries.sent.entries()) {
            const next = deliveries.sent[index + 1];
            if (next !== undefined) expect(next.at - at).toBeGreaterThan(10 * MINUTE);
          }
        },
      ),
    );
  });

  /** A mission one of whose events, for everybody, has this lead and nothing else about it. */
  const withOneReminded = fc
    .record({
      mission: anyMission,
      lead: fc.constantFrom(15, 30, 60),
      change: fc.integer({ min: 1, max: 60 }),
    })
    .map(({ mission, lead, change }) => {
      const reminded = withEvent(
        mission,
        "event-0",
        ({ groups: _groups, choice: _choice, audience: _audience, ...event }) => ({
          ...event,
          reminders: [`PT${lead}M`],
        }),
      );
      return { mission: reminded ?? mission, change: change * 5 };
    });

  const callsTold = ({ sent }: Deliveries) =>
    sent.flatMap(({ reminders }) =>
      reminders.filter(({ eventId }) => eventId === "event-0").map(({ call }) => call),
    );
  const callOf = ({ events }: Programme) => events.find(({ event }) => event.id === "event-0")?.call ?? 0;

  test("an event moved after its reminder is reminded of anew", () => {
    fc.assert(
      fc.property(withOneReminded, ({ mission, change }) => {
        const later = moved(mission, "event-0", 60 + change);
        fc.pre(later !== undefined);
        const [before, after] = [programmeOf(mission, 1), programmeOf(later, 2)];
        const [from, changed] = [callOf(before) - 2 * DAY, callOf(before) - MINUTE];
        const deliveries = new Deliveries();
        ride(before, deliveries, { from, to: changed });
        ride(after, deliveries, { from: changed, to: spanOf(after).to, since: from });
        expect(callsTold(deliveries)).toEqual([callOf(before), callOf(after)]);
      }),
      { numRuns: runs(50) },
    );
  });

  test("a renamed one is not", () => {
    fc.assert(
      fc.property(withOneReminded, fc.string({ minLength: 1 }), ({ mission }, title) => {
        const renamed = withEvent(mission, "event-0", (event) => ({ ...event, title }));
        fc.pre(renamed !== undefined);
        const [before, after] = [programmeOf(mission, 1), programmeOf(renamed, 2)];
        const [from, change] = [callOf(before) - 2 * DAY, callOf(before) - MINUTE];
        const deliveries = new Deliveries();
        ride(before, deliveries, { from, to: change });
        ride(after, deliveries, { from: change, to: spanOf(after).to, since: from });
        expect(callsTold(deliveries)).toEqual([callOf(before)]);
      }),
      { numRuns: runs(50) },
    );
  });
});

describe("the tick misses nothing", () => {
  test("for anybody's reminder there is an instant, each once and in order", () => {
    fc.assert(
      fc.property(anyMission, anyPerson, anyChoice, (mission, id, choices) => {
        const programme = programmeOf(mission, 1);
        const instants = instantsOf(programme);
        expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b));
        const reminders = remindersOf(programme, ownEvents(programme, seatOf(mission, id), choices));
        for (const { dueAt, eventId } of reminders) {
          expect(instants).toContain(dueAt);
          expect(idsOf(eventsDueAt(programme, new Set([dueAt])))).toContain(eventId);
        }
      }),
    );
  });

  test("at each instant something may be due, all that somebody with nothing else is reminded of among it", () => {
    fc.assert(
      fc.property(anyMission, (mission) => {
        const programme = programmeOf(mission, 1);
        for (const instant of instantsOf(programme)) {
          const due = idsOf(eventsDueAt(programme, new Set([instant])));
          const reminded = programme.events.filter((timed) =>
            remindersOf(programme, [{ ...timed, undecided: false }]).some(({ dueAt }) => dueAt === instant),
          );
          expect(due).not.toEqual([]);
          expect(due).toEqual(expect.arrayContaining(idsOf(reminded)));
        }
      }),
    );
  });
});

describe("never in the wrong zone", () => {
  test("a call reads, where the event begins, as the file has it", () => {
    fc.assert(
      fc.property(anyMission, anyPerson, (mission, id) => {
        const programme = programmeOf(mission, 1);
        for (const { call, eventId } of remindersOf(programme, ownEvents(programme, seatOf(mission, id)))) {
          const event = mission.events.find((one) => one.id === eventId);
          const venue = mission.venues?.find((one) => one.id === event?.venue);
          const zone = venue?.timezone ?? mission.timezone;
          const read = DateTime.fromMillis(call, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
          expect(read).toBe(event?.gathering?.at ?? event?.start);
        }
      }),
    );
  });
});
