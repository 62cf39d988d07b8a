import fc from "fast-check";
import { expect, test } from "vitest";
import { type Applied, applyEdits, type Draftable, type Edit } from "../../src/domain/edits.ts";
import { zonesOf } from "../../src/domain/event-zones.ts";
import { shifted } from "../../src/domain/moving.ts";
import { nothingAside, programmeOf } from "../../src/domain/timetable.ts";
import { instantOf, localTimeOf } from "../../src/domain/zones.ts";
import { anyMission, eventIds } from "../support/arbitraries.ts";
import { runs } from "../support/runs.ts";

const MINUTE = 60_000;
const anyState = anyMission.map((mission): Draftable => ({ mission, aside: nothingAside }));
const anyMinutes = fc.integer({ min: -1440, max: 1440 }).filter((minutes) => minutes !== 0);
const anyId = fc.constantFrom(...eventIds);

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ do: fc.constant("shift" as const), event: anyId, minutes: anyMinutes }),
  fc.record({
    do: fc.constantFrom("cancel" as const, "restore" as const, "hold" as const, "resume" as const),
    event: anyId,
  }),
  fc.record({
    do: fc.constant("place" as const),
    event: anyId,
    venue: fc.constant({ id: "annexe", name: "Annexe" }),
  }),
  fc.record({
    do: fc.constant("set" as const),
    event: anyId,
    field: fc.constant("title" as const),
    value: fc.constant("Renamed"),
  }),
  fc.record({ do: fc.constant("end" as const), event: anyId, at: fc.constant(null) }),
  fc.record({ do: fc.constant("gather" as const), event: anyId, at: fc.constant(null) }),
);

function stateOf(applied: Applied): Draftable | undefined {
  return applied.ok ? applied.state : undefined;
}

/** Every instant of every event, by id. */
function instants({ mission, aside }: Draftable) {
  const { events } = programmeOf(mission, 1, aside);
  return new Map(
    events.map(({ event, start, end, call, departs }) => [event.id, { start, end, call, departs }]),
  );
}

test("an event shifted is that much later in every instant, whatever clocks do, no other is, and back it is as it was", () => {
  fc.assert(
    fc.property(anyState, anyId, anyMinutes, (state, event, minutes) => {
      const done = stateOf(applyEdits(state, [{ do: "shift", event, minutes }]));
      fc.pre(done !== undefined);
      const [before, after] = [instants(state), instants(done)];
      for (const [id, was] of before) {
        const by = id === event ? minutes * MINUTE : 0;
        expect(after.get(id)).toEqual({
          start: was.start + by,
          end: was.end === undefined ? undefined : was.end + by,
          call: was.call + by,
          departs: undefined,
        });
      }
      expect(applyEdits(done, [{ do: "shift", event, minutes: -minutes }])).toEqual({ ok: true, state });
    }),
    { numRuns: runs(40) },
  );
});

test("moved to a local time it starts then, and its other times keep their distance", () => {
  fc.assert(
    fc.property(anyState, anyId, anyMinutes, (state, id, minutes) => {
      const event = state.mission.events.find((one) => one.id === id);
      fc.pre(event !== undefined);
      const zone = zonesOf(state.mission, event).start;
      const at = localTimeOf(instantOf(event.start, zone).at + minutes * MINUTE, zone);
      const done = stateOf(applyEdits(state, [{ do: "start", event: id, at }]));
      fc.pre(done !== undefined);
      const moved = done.mission.events.find((one) => one.id === id);
      expect(moved?.start).toBe(at);
      const by = (instantOf(at, zone).at - instantOf(event.start, zone).at) / MINUTE;
      expect(moved).toEqual(shifted(state.mission, event, by));
    }),
    { numRuns: runs(40) },
  );
});

test("whatever is done in whatever order, a programme comes of it that a file could hold, or reasons do", () => {
  fc.assert(
    fc.property(anyState, fc.array(anyEdit, { maxLength: 6 }), (state, edits) => {
      const done = applyEdits(state, edits);
      if (!done.ok) {
        if (done.why === "problems") expect(done.problems).not.toEqual([]);
        else expect(edits).toContain(done.edit);
        return;
      }
      const { mission, aside } = done.state;
      expect(applyEdits(done.state, [])).toEqual(done);
      // Each event is in the programme or cancelled, never both; only what is in the programme is held.
      const ids = mission.events.map(({ id }) => id);
      const cancelled = aside.cancelled.map(({ id }) => id);
      expect([...ids, ...cancelled].sort()).toEqual(state.mission.events.map(({ id }) => id).sort());
      expect(ids).toEqual(expect.arrayContaining([...aside.held]));
    }),
    { numRuns: runs(40) },
  );
});

test("one by one comes to the same as all at once", () => {
  fc.assert(
    fc.property(anyState, fc.array(anyEdit, { maxLength: 4 }), (state, edits) => {
      let step: Applied = { ok: true, state };
      for (const edit of edits) if (step.ok) step = applyEdits(step.state, [edit]);
      fc.pre(step.ok);
      expect(applyEdits(state, edits)).toEqual(step);
    }),
    { numRuns: runs(40) },
  );
});

test("cancelled and restored, nothing has happened but to the order in the file", () => {
  fc.assert(
    fc.property(anyState, anyId, (state, event) => {
      const gone = applyEdits(state, [{ do: "cancel", event }]);
      fc.pre(gone.ok);
      expect(gone.state.mission.events.map(({ id }) => id)).not.toContain(event);
      const back = stateOf(applyEdits(gone.state, [{ do: "restore", event }]));
      const sorted = (one: Draftable | undefined) =>
        one?.mission.events.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(sorted(back)).toEqual(sorted(state));
      expect(back?.aside).toEqual(nothingAside);
    }),
    { numRuns: runs(40) },
  );
});
