import fc from "fast-check";
import { expect, test } from "vitest";
import { type DelayPlan, delayPlan, fits } from "../../src/domain/delay.ts";
import { applyEdits, type Edit } from "../../src/domain/edits.ts";
import type { Mission } from "../../src/domain/mission.ts";
import {
  nothingAside,
  type Programme,
  programmeOf,
  spanOf,
  type TimedEvent,
} from "../../src/domain/timetable.ts";
import { anyMission, eventIds } from "../support/arbitraries.ts";
import { runs } from "../support/runs.ts";

const MINUTE = 60_000;

const anyDelay = fc
  .record({
    mission: anyMission,
    fixed: fc.subarray(eventIds),
    minutes: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 600 })),
    /** How far into the mission it is, in hundredths. */
    at: fc.nat({ max: 100 }),
    from: fc.option(fc.constantFrom(...eventIds), { freq: 1, nil: undefined }),
    fit: fc.option(fc.constantFrom(...fits), { nil: undefined }),
    fits: fc.dictionary(fc.constantFrom(...eventIds), fc.constantFrom(...fits), { maxKeys: 3 }),
  })
  .map(({ mission, fixed, at, ...asked }) => {
    const events = mission.events.map((event) => ({ ...event, fixed: fixed.includes(event.id) }));
    const programme = programmeOf({ ...mission, events }, 1);
    const { from, to } = spanOf(programme);
    const now = Math.floor((from + ((to - from) * at) / 100) / MINUTE) * MINUTE;
    return { programme, asked: { ...asked, now } };
  });

function applied(mission: Mission, edits: readonly Edit[]): Programme {
  const done = applyEdits({ mission, aside: nothingAside }, edits);
  if (!done.ok) throw new Error(JSON.stringify(done));
  return programmeOf(done.state.mission, 2, done.state.aside);
}

const byId = ({ events }: Programme) => new Map(events.map((timed) => [timed.event.id, timed]));
const times = ({ start, end, call, departs }: TimedEvent) => ({ start, end, call, departs });

type Asked = Parameters<typeof delayPlan>[1];
/** A plan, what was asked, and the programme before and after. */
type Check = (plan: DelayPlan, asked: Asked, before: Programme, after: Programme) => void;

/** The edits do what the steps say, and nothing else. */
const isCarriedOut: Check = ({ steps }, _, before, after) => {
  const now = byId(after);
  const stepOf = new Map(steps.map((step) => [step.event, step]));
  expect(stepOf.size).toBe(steps.length);
  for (const timed of before.events) {
    const { start, end } = timed;
    const step = stepOf.get(timed.event.id);
    const later = now.get(timed.event.id);
    if (step === undefined) expect(later && times(later)).toEqual(times(timed));
    else if (step.after === undefined) expect(later).toBeUndefined();
    else {
      expect(step.before).toEqual({ start, ...(end === undefined ? {} : { end }) });
      expect(later).toMatchObject({ start: step.after.start, end: step.after.end });
    }
  }
};

const movesNothingFixedButItsFirst: Check = ({ steps }, { from }, before) => {
  const fixed = before.events.filter(({ event }) => event.fixed && event.id !== from);
  const moved = steps.map(({ event }) => event);
  expect(fixed.filter(({ event }) => moved.includes(event.id))).toEqual([]);
};

/** What is shifted keeps its length, and its gathering unless people are there already. */
const movesWhole: Check = ({ steps }, { minutes, now }, before, after) => {
  const [was, is] = [byId(before), byId(after)];
  for (const { event, how } of steps) {
    const [one, other] = [was.get(event), is.get(event)];
    if (one === undefined || other === undefined) continue;
    const by = other.start - one.start;
    expect(by).toBeGreaterThan(0);
    expect(by).toBeLessThanOrEqual(minutes * MINUTE);
    if (how === "shifted") expect(by).toBe(minutes * MINUTE);
    if (how === "shifted" && one.end !== undefined) expect(other.end).toBe(one.end + by);
    const stays = one.event.gathering !== undefined && one.call <= now;
    expect(other.call).toBe(stays ? one.call : one.call + by);
  }
};

/** Whatever is shortened keeps half its length and ten minutes, and nothing gets longer. */
const leavesEnough: Check = ({ steps }) => {
  for (const { before, after, how } of steps) {
    if (after === undefined) continue;
    expect(after.end === undefined).toBe(before.end === undefined);
    if (after.end === undefined || before.end === undefined) continue;
    const [was, is] = [before.end - before.start, after.end - after.start];
    expect(is).toBeLessThanOrEqual(was);
    expect(is).toBeGreaterThanOrEqual(Math.min(was, Math.max(was / 2, 10 * MINUTE)));
    if (how === "shortened") expect(is).toBeLessThan(was);
  }
};

/** Only about what does not fit there is something to choose; with nothing chosen it overlaps. */
const namesWhatDoesNotFit: Check = ({ steps, unfit }, { fit = "shift", fits: single = {} }) => {
  const idsWhere = (hows: string[]) =>
    steps.filter(({ how }) => hows.includes(how)).map(({ event }) => event);
  expect(unfit).toEqual(expect.arrayContaining(idsWhere(["shortened", "dropped"])));
  if (fit !== "shift" || Object.keys(single).length > 0) return;
  expect(idsWhere(["overlaps"])).toEqual(unfit);
  expect(idsWhere(["shortened", "dropped", "absorbed"])).toEqual([]);
};

test("a plan's edits do what its steps say, and its steps what may be done", () => {
  const checks = [isCarriedOut, movesNothingFixedButItsFirst, movesWhole, leavesEnough, namesWhatDoesNotFit];
  fc.assert(
    fc.property(anyDelay, ({ programme, asked }) => {
      const plan = delayPlan(programme, asked);
      fc.pre(!("why" in plan));
      const after = applied(programme.mission, plan.edits);
      for (const check of checks) check(plan, asked, programme, after);
    }),
  );
});

test("shifting back gives the same programme", () => {
  fc.assert(
    fc.property(anyDelay, ({ programme, asked: { fit: _, fits: __, ...asked } }) => {
      const plan = delayPlan(programme, asked);
      fc.pre(!("why" in plan));
      const back = plan.edits.map((edit) =>
        edit.do === "shift" ? { ...edit, minutes: -edit.minutes } : edit,
      );
      expect(applied(programme.mission, [...plan.edits, ...back]).mission).toEqual(programme.mission);
    }),
    { numRuns: runs(50) },
  );
});
