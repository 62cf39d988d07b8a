import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mission, Seat } from "../../src/domain/mission.ts";
import { readMission } from "../../src/domain/mission-check.ts";
import { missionFile } from "../../src/domain/mission-file.ts";
import { anyMission } from "../support/arbitraries.ts";
import { krasnoyarsk, tokyo } from "../support/missions.ts";
import { runs } from "../support/runs.ts";

function read(text: string): Mission {
  const reading = readMission(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.mission;
}

describe.each([krasnoyarsk, tokyo])("the file of $id", (mission) => {
  test("is read back as the same mission, without a problem", () => {
    expect(read(missionFile({ mission, seats: mission.people ?? [] }))).toEqual(mission);
  });

  test("has the people as they are now, those of the first file first and in its order", () => {
    const [head, second, ...others] = mission.people ?? [];
    if (head === undefined || second === undefined) throw new Error("nobody travels");
    const guest: Seat = { id: "a-guest", position: "Guest" };
    const moved: Seat = { ...second, groups: [] };
    const file = read(missionFile({ mission, seats: [guest, ...others.toReversed(), moved, head] }));
    expect(file.people).toEqual([head, moved, ...others, guest]);
  });

  test("does not name a group or a bus the programme no longer has", () => {
    const [head] = mission.people ?? [];
    if (head === undefined) throw new Error("nobody travels");
    const elsewhere: Seat = { ...head, groups: [...(head.groups ?? []), "gone"], vehicle: "gone-bus" };
    const { vehicle: _, ...rest } = head;
    const others = (mission.people ?? []).slice(1);
    const file = read(missionFile({ mission, seats: [elsewhere, ...others] }));
    expect(file.people?.[0]).toEqual({ ...rest, groups: head.groups ?? [] });
  });

  test("keeps $schema on top and the order of the format, whatever order the mission came in", () => {
    const seats = mission.people ?? [];
    const backwards = JSON.parse(JSON.stringify(mission), (_key, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as Mission;
    const text = missionFile({ mission: backwards, seats });
    expect(text).toBe(missionFile({ mission, seats }));
    expect(text.split("\n").slice(0, 4)).toEqual([
      "{",
      '  "$schema": "../mission.schema.json",',
      '  "format": 1,',
      `  "id": "${mission.id}",`,
    ]);
  });
});

test("a delegation nobody is in any more has no people in its file", () => {
  const { people: _people, events, ...rest } = tokyo;
  const nobodys = {
    ...rest,
    groups: [],
    vehicles: [],
    events: events.map(({ roles: _roles, groups: _groups, vehicles: _vehicles, ...event }) => event),
  };
  expect(read(missionFile({ mission: nobodys, seats: [] }))).toEqual(nobodys);
});

test("any mission is read back from its file", () => {
  fc.assert(
    fc.property(anyMission, (mission) => {
      expect(read(missionFile({ mission, seats: mission.people ?? [] }))).toEqual(mission);
    }),
    { numRuns: runs(50) },
  );
});
