import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combinedProgramme, dueToBoth, mayAssist, principalOf } from "../../src/domain/aides.ts";
import { type OwnEvent, ownProgramme } from "../../src/domain/audience.ts";
import { digestsOf } from "../../src/domain/digests.ts";
import type { Seat } from "../../src/domain/mission.ts";
import { remindersOf } from "../../src/domain/reminders.ts";
import { programmeOf } from "../../src/domain/timetable.ts";
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
            const due = dueToBoth(programme, both, derive).map(({ identity }) => identity);
            const either = [...derive(own), ...derive(other)].map(({ identity }) => identity);
            expect(due).toHaveLength(new Set(due).size);
            expect(new Set(due)).toEqual(new Set(either));
          }
          const combined = combinedProgramme(programme, both);
          const ids = (events: typeof own = []) => events.map(({ event }) => event.id);
          expect(new Set(ids(combined))).toEqual(new Set([...ids(own), ...ids(other)]));
          for (const { event, of } of combined) {
            const [isMine, isTheirs] = [ids(own).includes(event.id), ids(other).includes(event.id)];
            expect(of).toBe(isMine ? (isTheirs ? "both" : undefined) : "principal");
          }
        }),
        { numRuns: 20 },
      );
    }
  });
});
