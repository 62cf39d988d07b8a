import { describe, expect, test } from "vitest";
import { escortedIn, escortOf, escortsOf } from "../../src/domain/escorts.ts";
import { readyCounts } from "../../src/domain/readiness.ts";
import { krasnoyarsk, missionWith, seatOf, seatWith } from "../support/missions.ts";

const mission = {
  groups: [
    { id: "officials", title: "Officials", escort: "protocol" },
    { id: "business", title: "Business", escort: "guide" },
    { id: "press", title: "Press" },
  ],
  vehicles: [{ id: "bus", name: "Bus", escort: "guide" }],
};

describe("the escorts of a seat", () => {
  test("are those of its vehicle, then of its groups, each once", () => {
    const seat = seatWith({ vehicle: "bus", groups: ["officials", "business", "press"] });
    expect(escortsOf(seat, mission)).toEqual(["guide", "protocol"]);
  });

  test("never include the person, and nobody where nobody answers", () => {
    expect(escortsOf(seatWith({ id: "guide", vehicle: "bus", groups: ["business"] }), mission)).toEqual([]);
    expect(escortsOf(seatWith({ groups: ["press", "unknown"], vehicle: "unknown" }), mission)).toEqual([]);
    expect(escortsOf(seatWith(), {})).toEqual([]);
  });

  test("are people of the delegation in the examples", () => {
    for (const { id } of krasnoyarsk.people ?? []) {
      for (const escort of escortsOf(seatOf(krasnoyarsk, id), krasnoyarsk)) seatOf(krasnoyarsk, escort);
    }
    expect(escortsOf(seatOf(krasnoyarsk, "head"), krasnoyarsk)).toEqual(["guide-1", "protocol"]);
  });
});

const visit = missionWith({
  people: [
    { id: "guide", position: "Guide" },
    { id: "aide", position: "Aide" },
  ],
  groups: [{ id: "business", title: "Business", escort: "guide" }],
  vehicles: [{ id: "business", name: "Bus 1" }],
  events: [{ id: "talk", start: "10:00" }],
});

test("whom organisers chose goes before whom the programme names", () => {
  expect(escortOf(visit, "group/business", {})).toBe("guide");
  expect(escortOf(visit, "group/business", { "group/business": "aide" })).toBe("aide");
  expect(escortOf(visit, "vehicle/business", { "group/business": "aide" })).toBeUndefined();
  expect(escortOf(visit, "group/none", {})).toBeUndefined();
});

test("groups come before vehicles, and one id may be both", () => {
  expect(escortedIn(visit)).toEqual([{ of: "group/business", escort: "guide" }, { of: "vehicle/business" }]);
});

test("readiness counts the seats there are, not those that have gone", () => {
  const ticked = new Map([
    ["guide", new Set(["pass", "room"] as const)],
    ["gone", new Set(["pass"] as const)],
  ]);
  expect(readyCounts(visit.people ?? [], ticked)).toEqual({ pass: 1, ticket: 0, room: 1, badge: 0 });
});
