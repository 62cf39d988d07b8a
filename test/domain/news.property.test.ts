/** Whatever is released, undone, held, picked and regrouped: what people were told, put together, is what is in force. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Choices, type OwnEvent, optionsOf, ownProgramme } from "../../src/domain/audience.ts";
import type { OwnProgramme } from "../../src/domain/changes.ts";
import type { Draftable } from "../../src/domain/edits.ts";
import type { Mission, Seat } from "../../src/domain/mission.ts";
import {
  asTold,
  dueAt,
  isHidden,
  type News,
  newsOf,
  sameTold,
  type Told,
  toldOf,
} from "../../src/domain/news.ts";
import { leaveOf, nothingAside, type Programme, programmeOf, spanOf } from "../../src/domain/timetable.ts";
import { anyMission, personIds, someGroups } from "../support/arbitraries.ts";
import { anyChange, type Change, changed } from "../support/changes.ts";
import { runs } from "../support/runs.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What somebody knows of an event: when it is, or that it waits, and where. */
type Known = { readonly says: string; readonly leaves: number };

interface Person {
  seat: Seat;
  choices: Choices;
  told: Told;
  /** What they knew before the notice they have not confirmed. */
  unconfirmed?: { readonly from: Told; readonly read: ReadonlyMap<string, Known> } | undefined;
  knows: ReadonlyMap<string, Known>;
  /** What the messages say that are still in the chat. */
  reads: ReadonlyMap<string, Known>;
}

interface Release {
  readonly at: number;
  readonly atOnce: boolean;
}

class World {
  now: number;
  readonly #states: Draftable[];
  readonly #programmes: Programme[];
  readonly #releases: Release[] = [{ at: 0, atOnce: false }];
  readonly people: Person[];
  notices = 0;

  constructor(mission: Mission) {
    this.#states = [{ mission, aside: nothingAside }];
    this.#programmes = [programmeOf(mission, 1)];
    this.now = spanOf(this.programme).from - 2 * DAY;
    this.people = (mission.people ?? []).map((seat) => this.#joins(seat));
  }

  get programme(): Programme {
    const last = this.#programmes.at(-1);
    if (last === undefined) throw new Error("There is always a programme");
    return last;
  }

  #joins(seat: Seat): Person {
    const own = ownProgramme(this.programme, seat, {});
    return {
      seat,
      choices: {},
      told: toldOf(seat, this.programme.revision),
      knows: knownOf(own, this.programme),
      reads: knownOf(own, this.programme),
    };
  }

  joinsAnew(index: number): void {
    const person = this.people[index];
    if (person !== undefined) this.people[index] = this.#joins(person.seat);
  }

  release(changes: readonly Change[], atOnce: boolean): void {
    const state = changed(this.#states, changes, this.now);
    if (state === undefined) return;
    this.#states.push(state);
    this.#programmes.push(programmeOf(state.mission, this.#programmes.length + 1, state.aside));
    this.#releases.push({ at: this.now, atOnce });
    for (const person of this.people) this.look(person);
  }

  /** What the delivery does whenever it looks at somebody. */
  look(person: Person): void {
    const { told, seat, choices } = person;
    const inForce = toldOf(seat, this.programme.revision, told.step + 1);
    if (sameTold(told, inForce)) return;
    const own = (of: Told) => asTold(this.#revision(of.revision), seat, of, choices);
    const before = own(told);
    const after = own(inForce);
    const known = person.unconfirmed && own(person.unconfirmed.from);
    const news = newsOf({ told: before, known, after, now: this.now });
    if (news.kind === "changes") {
      const releases = this.#releases.slice(told.revision, this.programme.revision);
      const seatChanged = !sameTold({ ...told, revision: 0 }, { ...inForce, revision: 0 });
      const due = dueAt(news.fresh, { releases, own: before, seatChanged });
      if (due > this.now) return;
    }
    if (news.kind !== "none" && news.kind !== "wording") this.#tell(person, { news, before, after, known });
    person.told = inForce;
  }

  #tell(
    person: Person,
    {
      news,
      before,
      after,
      known,
    }: Record<"before" | "after", OwnProgramme> & { news: News; known: OwnProgramme | undefined },
  ): void {
    this.notices += 1;
    // The new notice takes the place of the one before: what that one said must be in it again.
    const replaced = known !== undefined && !isHidden(known) ? person.unconfirmed : undefined;
    const from = replaced?.from ?? person.told;
    const read = replaced?.read ?? person.reads;
    person.unconfirmed = { from, read };
    if (news.kind !== "changes") {
      person.knows = knownOf(after.events, after.programme);
      person.reads = person.knows;
      return;
    }
    const knows = new Map(person.knows);
    const reads = new Map(read);
    for (const { id, before: was, after: is, fields } of news.changes) {
      expectOwn(is, after);
      const wasTheirs = [before, known].some((own) => own?.events.some(({ event }) => event.id === id));
      expect(was === undefined || wasTheirs, `${id} was theirs`).toBe(true);
      expect(fields.length > 0 || was === undefined || is === undefined, `${id} says nothing`).toBe(true);
      for (const map of [knows, reads]) {
        if (is === undefined) map.delete(id);
        else map.set(id, { says: sayingOf(is, after.programme), leaves: leaveOf(is) });
      }
    }
    person.knows = knows;
    person.reads = reads;
  }

  waits(minutes: number): void {
    this.now += minutes * MINUTE;
    for (const person of this.people) this.look(person);
  }

  confirm(index: number): void {
    const person = this.people[index];
    if (person !== undefined) person.unconfirmed = undefined;
  }

  regroup(index: number, groups: string[]): void {
    const person = this.people[index];
    if (person === undefined) return;
    person.seat = { ...person.seat, groups };
    this.look(person);
  }

  /** They see what they pick, and so know it. */
  pick(index: number, which: number): void {
    const person = this.people[index];
    const options = person === undefined ? [] : optionsOf(this.programme, person.seat, "tables");
    const picked = options[which % Math.max(1, options.length)];
    if (person === undefined || picked === undefined) return;
    person.choices = { tables: picked.event.id };
    person.knows = this.#withPicks(person, person.told, person.knows);
    person.reads = this.#withPicks(person, person.told, person.reads);
    const { unconfirmed } = person;
    if (unconfirmed === undefined) return;
    const read = this.#withPicks(person, unconfirmed.from, unconfirmed.read);
    person.unconfirmed = { ...unconfirmed, read };
  }

  /** Of their own pick people know, as far as they have been told of what can be picked. */
  #withPicks({ seat, choices }: Person, told: Told, known: ReadonlyMap<string, Known>) {
    const { programme, events } = asTold(this.#revision(told.revision), seat, told, choices);
    const picked = events.filter(({ event }) => event.choice !== undefined);
    return new Map([
      ...[...known].filter(([id]) => events.some(({ event }) => event.id === id)),
      ...knownOf(picked, programme),
    ]);
  }

  #revision(number: number): Programme {
    const programme = this.#programmes[number - 1];
    if (programme === undefined) throw new Error(`There is no revision ${number}`);
    return programme;
  }

  /** Everybody who is not still to be told something knows what is in force for them. */
  expectKnown({ all = false } = {}): void {
    for (const { seat, choices, told, knows, reads } of this.people) {
      const isTold = sameTold(told, toldOf(seat, this.programme.revision));
      expect(all && !isTold, `${seat.id} is still to be told`).toBe(false);
      if (!isTold) continue;
      const own = ownProgramme(this.programme, seat, choices);
      for (const known of [knows, reads]) {
        for (const timed of own.filter((one) => leaveOf(one) > this.now)) {
          const { id } = timed.event;
          expect(known.get(id)?.says, `${seat.id} knows ${id}`).toBe(sayingOf(timed, this.programme));
        }
        for (const [id, { leaves }] of known) {
          const isTheirs = own.some(({ event }) => event.id === id);
          expect(isTheirs || leaves <= this.now, `${seat.id} still expects ${id}`).toBe(true);
        }
      }
    }
  }
}

function expectOwn(timed: OwnEvent | undefined, { events, seat }: OwnProgramme): void {
  if (timed === undefined) return;
  expect(
    events.some(({ event }) => event.id === timed.event.id),
    "is theirs",
  ).toBe(true);
  if (seat.role !== "organiser") expect(timed.event.audience).not.toBe("organisers");
}

function sayingOf(
  { start, end, call, held, event: { gathering, venue, to, room } }: OwnEvent,
  { mission }: Programme,
) {
  const where = [venue, to].map((id) => mission.venues?.find((one) => one.id === id)?.name);
  return JSON.stringify([held ? "waits" : [start, end, gathering && call], where, room]);
}

function knownOf(own: readonly OwnEvent[], programme: Programme): ReadonlyMap<string, Known> {
  return new Map(
    own.map((timed) => [timed.event.id, { says: sayingOf(timed, programme), leaves: leaveOf(timed) }]),
  );
}

type Step =
  | { readonly do: "release"; readonly changes: readonly Change[]; readonly atOnce: boolean }
  | { readonly do: "wait"; readonly minutes: number }
  | { readonly do: "confirm" | "join"; readonly who: number }
  | { readonly do: "regroup"; readonly who: number; readonly groups: string[] }
  | { readonly do: "pick"; readonly who: number; readonly which: number };

const who = fc.nat({ max: personIds.length - 1 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("release" as const),
      changes: fc.array(anyChange, { minLength: 1, maxLength: 3 }),
      atOnce: fc.constantFrom(false, false, true),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      minutes: fc.nat({ max: 48 }).map((n) => n * 15),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("confirm" as const, "join" as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("regroup" as const), who, groups: someGroups }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("pick" as const), who, which: fc.nat({ max: 7 }) }) },
);

describe("whatever happens to a programme", () => {
  test("what people were told, put together, is what is in force for them", { timeout: runs(60_000) }, () => {
    let notices = 0;
    fc.assert(
      fc.property(
        anyMission,
        fc.array(anyStep, { minLength: 1, maxLength: 25, size: "max" }),
        (mission, story) => {
          const world = new World(mission);
          for (const step of story) {
            if (step.do === "release") world.release(step.changes, step.atOnce);
            else if (step.do === "wait") world.waits(step.minutes);
            else if (step.do === "confirm") world.confirm(step.who);
            else if (step.do === "regroup") world.regroup(step.who, step.groups);
            else if (step.do === "pick") world.pick(step.who, step.which);
            else world.joinsAnew(step.who);
            world.expectKnown();
          }
          world.waits(24 * 60);
          world.expectKnown({ all: true });
          notices += world.notices;
        },
      ),
      { numRuns: runs(60) },
    );
    expect(notices).toBeGreaterThan(150);
  });
});
