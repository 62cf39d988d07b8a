import { expect, test } from "vitest";
import { escortedIn, escortOf } from "../../src/domain/escorts.ts";
import { readyCounts } from "../../src/domain/readiness.ts";
import { missionWith } from "../support/missions.ts";

const mission = missionWith({
  people: [
    { id: "guide", position: "Guide" },
    { id: "aide", position: "Aide" },
  ],
  groups: [{ id: "business", title: "Business", escort: "guide" }],
  vehicles: [{ id: "business", name: "Bus 1" }],
  events: [{ id: "talk", start: "10:00" }],
});

test("whom organisers chose goes before whom the programme names", () => {
  expect(escortOf(mission, "group/business", {})).toBe("guide");
  expect(escortOf(mission, "group/business", { "group/business": "aide" })).toBe("aide");
  expect(escortOf(mission, "vehicle/business", { "group/business": "aide" })).toBeUndefined();
  expect(escortOf(mission, "group/none", {})).toBeUndefined();
});

test("groups come before vehicles, and one id may be both", () => {
  expect(escortedIn(mission)).toEqual([
    { of: "group/business", escort: "guide" },
    { of: "vehicle/business" },
  ]);
});

test("readiness counts the seats there are, not those that have gone", () => {
  const ticked = new Map([
    ["guide", new Set(["pass", "room"] as const)],
    ["gone", new Set(["pass"] as const)],
  ]);
  expect(readyCounts(mission.people ?? [], ticked)).toEqual({ pass: 1, ticket: 0, room: 1, badge: 0 });
});
