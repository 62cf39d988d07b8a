/** Arbitrary changes of a programme, as organisers make them. */
import fc from "fast-check";
import { delayPlan, fits } from "../../src/domain/delay.ts";
import { applyEdits, type Draftable, type Edit } from "../../src/domain/edits.ts";
import { programmeOf } from "../../src/domain/timetable.ts";
import { eventIds, someGroups } from "./arbitraries.ts";

const anyEvent = fc.constantFrom(...eventIds);
const minutes = fc.integer({ min: -24, max: 48 }).map((steps) => steps * 10 || 10);

/** One thing an organiser does; what it means is seen against the programme it is done to. */
export type Change =
  | Edit
  /** A time is set, so many minutes from where the event begins. */
  | { readonly do: "end at" | "gather at"; readonly event: string; readonly minutes: number }
  | { readonly do: "rename"; readonly event: string; readonly mark: number }
  | { readonly do: "delay"; readonly event?: string; readonly minutes: number; readonly fit: number }
  /** The programme as it was so many revisions ago. */
  | { readonly do: "undo"; readonly back: number }
  /** A mission file with one event moved, one gone, and what is held forgotten. */
  | { readonly do: "file"; readonly event: string; readonly gone: string; readonly minutes: number }
  | { readonly do: "state"; readonly is: "draft" | "approved" };

export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("shift" as const), event: anyEvent, minutes }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom("cancel" as const, "restore" as const), event: anyEvent }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom("hold" as const, "resume" as const), event: anyEvent }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("place" as const),
      event: anyEvent,
      venue: fc.constantFrom("hall-0", "hall-1", "office-0"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("end at" as const, "gather at" as const),
      event: anyEvent,
      minutes: fc.integer({ min: -12, max: 12 }).map((steps) => steps * 10 || 10),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("rename" as const), event: anyEvent, mark: fc.nat(9) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("set" as const),
      event: anyEvent,
      field: fc.constant("groups" as const),
      value: someGroups,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("set" as const),
      event: anyEvent,
      field: fc.constant("audience" as const),
      value: fc.constantFrom("organisers" as const, null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("set" as const),
      event: anyEvent,
      field: fc.constantFrom("dressCode" as const, "description" as const, "room" as const),
      value: fc.constantFrom("one", "another", null),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("delay" as const),
      event: anyEvent,
      minutes: fc.constantFrom(10, 40, 120),
      fit: fc.nat(fits.length - 1),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("undo" as const), back: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("file" as const), event: anyEvent, gone: anyEvent, minutes }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("state" as const),
      is: fc.constantFrom("draft" as const, "approved" as const, "approved" as const),
    }),
  },
);

/** What becomes of a programme by some changes; nothing where they come to nothing or to no programme. */
export function changed(
  revisions: readonly Draftable[],
  changes: readonly Change[],
  now: number,
): Draftable | undefined {
  const last = revisions.at(-1);
  let state = last;
  for (const change of changes) {
    const edits = state === undefined ? [] : editsFor(change, state, revisions, now);
    const applied = state === undefined || edits.length === 0 ? undefined : applyEdits(state, edits);
    if (applied?.ok) state = applied.state;
  }
  return state === last ? undefined : state;
}

function editsFor(
  change: Change,
  state: Draftable,
  revisions: readonly Draftable[],
  now: number,
): readonly Edit[] {
  const { mission, aside } = state;
  const find = (id: string) => mission.events.find((event) => event.id === id);
  const inMinutes = (local: string, by: number) =>
    new Date(Date.parse(`${local}Z`) + by * 60_000).toISOString().slice(0, 16);
  switch (change.do) {
    case "end at":
    case "gather at": {
      const event = find(change.event);
      if (event === undefined) return [];
      const ends = change.do === "end at";
      // What makes no programme is refused, as it would be in chat.
      const at = inMinutes(event.start, ends ? change.minutes : -change.minutes);
      return [{ do: ends ? "end" : "gather", event: event.id, at }];
    }
    case "rename": {
      const title = `Event ${change.event.slice(6)} renamed ${change.mark}`;
      return [{ do: "set", event: change.event, field: "title", value: title }];
    }
    case "delay": {
      const asked = { minutes: change.minutes, now, from: change.event, fit: fits[change.fit] };
      const plan = delayPlan(programmeOf(mission, 1, aside), asked);
      return "why" in plan ? [] : plan.edits;
    }
    case "undo": {
      const earlier = revisions.at(-1 - change.back);
      return earlier === undefined ? [] : [{ do: "replace", with: earlier }];
    }
    case "file": {
      const events = mission.events
        .filter(({ id }) => id !== change.gone)
        .map((event) =>
          event.id === change.event ? { ...event, start: inMinutes(event.start, change.minutes) } : event,
        );
      return [
        { do: "replace", with: { mission: { ...mission, events }, aside: { held: [], cancelled: [] } } },
      ];
    }
    case "state":
      return [{ do: "replace", with: { mission: { ...mission, state: change.is }, aside } }];
    default:
      return [change];
  }
}
