import { describe, expect, test } from "vitest";
import { escortsOf } from "../../src/domain/escorts.ts";
import { krasnoyarsk, seatOf, seatWith } from "../support/missions.ts";

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
