import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combinedProgramme, dueToBoth, mayAssist, principalOf } from "../../src/domain/aides.ts";
import { type OwnEvent, ownProgramme } from "../../src/domain/audience.ts";
import { changesBetween, isNews } from "../../src/domain/changes.ts";
import { digestsOf } from "../../src/domain/digests.ts";
import { applyEdits } from "../../src/domain/edits.ts";
import type { Seat } from "../../src/domain/mission.ts";
import { asTold, toldOf } from "../../src/domain/news.ts";
import { remindersOf } from "../../src/domain/reminders.ts";
import { nothingAside, programmeOf } from "../../src/domain/timetable.ts";
import { runs } from "../support/runs.ts";
import { krasnoyarsk, tokyo } from "../support/stage.ts";

type Due = { readonly identity: string; readonly dueAt: number; readonly expiresAt: number };

const seatOf = (id: string, over: Partial<Seat> = {}): Seat => ({ id, position: id, ...over });

describe("who may assist whom", () => {
  const seats = [seatOf("a"), seatOf("b", { aideOf: "a" }), seatOf("c", { aideOf: "b" })];

  it.each([
    ["a", "a", false],
    ["a", "b", false],
    ["a", "c", false],
    ["c", "a", true],
    ["b", "c", false],
  ])("%s as the aide of %s: %s", (aide, principal, may) => {
    expect(mayAssist(aide, principal, seats)).toBe(may);
  });

  it("is by the seats of the mission", () => {
    const picks = new Map([["a", { hall: "one" }]]);
    expect(principalOf(seatOf("b", { aideOf: "a" }), seats, picks)?.choices).toEqual({ hall: "one" });
    expect(principalOf(seatOf("b", { aideOf: "gone" }), seats, picks)).toBeUndefined();
  });
});

describe("what is due to an aide", () => {
  const anyGroups = (mission: typeof krasnoyarsk) =>
    fc.subarray((mission.groups ?? []).map(({ id }) => id)).map((groups) => ({ groups }));

  it("is what is due to either of the two, each once", () => {
    for (const mission of [krasnoyarsk, tokyo]) {
      const programme = programmeOf(mission, 1);
      fc.assert(
        fc.property(anyGroups(mission), anyGroups(mission), (mine, theirs) => {
          const seat = seatOf("aide", mine);
          const principal = { seat: seatOf("principal", theirs), choices: {} };
          const [own, other] = [seat, principal.seat].map((one) => ownProgramme(programme, one, {}));
          const both = { seat, choices: {}, principal };
          type Derive = (events?: readonly OwnEvent[]) => readonly Due[];
          const derived: Derive[] = [
            (events = []) => remindersOf(programme, events),
            (events = []) => digestsOf(programme, events),
          ];
          for (const derive of derived) {
            const due = dueToBoth(programme, both, undefined, derive).map(({ identity }) => identity);
            const either = [...derive(own), ...derive(other)].map(({ identity }) => identity);
            expect(due).toHaveLength(new Set(due).size);
            expect(new Set(due)).toEqual(new Set(either));
          }
          const late = dueToBoth(programme, both, Number.POSITIVE_INFINITY, derived[0] ?? (() => []));
          expect(late.map(({ identity }) => identity)).toEqual(
            (derived[0]?.(own) ?? []).map(({ identity }) => identity),
          );
          const combined = combinedProgramme(programme, both);
          const ids = (events: typeof own = []) => events.map(({ event }) => event.id);
          expect(new Set(ids(combined))).toEqual(new Set([...ids(own), ...ids(other)]));
          for (const { event, of } of combined) {
            const [isMine, isTheirs] = [ids(own).includes(event.id), ids(other).includes(event.id)];
            expect(of).toBe(isMine ? (isTheirs ? "both" : undefined) : "principal");
          }
        }),
        { numRuns: runs(20) },
      );
    }
  });
});

describe("what an aide is told of a change", () => {
  const groupsOf = fc.subarray((krasnoyarsk.groups ?? []).map(({ id }) => id));
  const anyEdit = fc.record({
    do: fc.constant("shift" as const),
    event: fc.constantFrom(...krasnoyarsk.events.map(({ id }) => id)),
    minutes: fc.constantFrom(-10, 10, 30),
  });

  it("is all that either of the two must be told, each event once", () => {
    const before = programmeOf(krasnoyarsk, 1);
    const now = before.events[0]?.start ?? 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(anyEdit, { selector: ({ event }) => event, maxLength: 4 }),
        fc.tuple(groupsOf, groupsOf),
        fc.tuple(groupsOf, groupsOf),
        (edits, [mine, mineAfter], [theirs, theirsAfter]) => {
          const applied = applyEdits({ mission: krasnoyarsk, aside: nothingAside }, edits);
          if (!applied.ok) return;
          const after = programmeOf(applied.state.mission, 2);
          const [aide, head] = [seatOf("aide", { aideOf: "head" }), seatOf("head")];
          const of = (programme: typeof before, groups: string[], principalGroups: string[]) => {
            const [seat, principal] = [
              { ...aide, groups },
              { ...head, groups: principalGroups },
            ];
            const told = toldOf(seat, programme.revision, 0, principal);
            return {
              own: asTold(programme, seat, toldOf(seat, 1), {}),
              other: asTold(programme, principal, toldOf(principal, 1), {}),
              both: asTold(programme, seat, told, {}, { seat: principal, choices: {} }),
            };
          };
          const [then, since] = [of(before, mine, theirs), of(after, mineAfter, theirsAfter)];
          const news = (which: "own" | "other" | "both") =>
            changesBetween(then[which], since[which])
              .filter((change) => isNews(change, now))
              .map(({ id }) => id);
          expect(new Set(news("both"))).toEqual(new Set([...news("own"), ...news("other")]));
          expect(news("both")).toHaveLength(new Set(news("both")).size);
        },
      ),
      { numRuns: runs(60) },
    );
  });
});
