import { describe, expect, test } from "vitest";
import { type Choices, choiceIsOpen, concerns, optionsOf, ownProgramme } from "../../src/domain/audience.ts";
import type { Seat } from "../../src/domain/mission.ts";
import { type Programme, programmeOf } from "../../src/domain/timetable.ts";
import {
  at,
  type EventSketch,
  eventOf,
  idsOf,
  krasnoyarsk,
  programmeWith,
  seatOf,
  seatWith,
} from "../support/missions.ts";

const groups = [
  { id: "officials", title: "Officials" },
  { id: "business", title: "Business" },
];
const people: Seat[] = [
  { id: "head", position: "Head", groups: ["officials"] },
  { id: "director", position: "Director", groups: ["business"] },
  { id: "both", position: "Interpreter", groups: ["officials", "business"] },
  { id: "guest", position: "Guest" },
  { id: "secretary", position: "Secretary", role: "organiser" },
  { id: "protocol", position: "Protocol", role: "organiser", groups: ["officials"] },
];

function programmeOfThese(events: EventSketch[], more: { state?: "draft" } = {}): Programme {
  return programmeWith({ groups, people, events, ...more });
}

function seesOf(programme: Programme, id: string, choices: Choices = {}): string[] {
  return idsOf(ownProgramme(programme, seatOf(programme.mission, id), choices));
}

describe("one's own programme", () => {
  const programme = programmeOfThese([
    { id: "breakfast", start: "09:00" },
    { id: "with-governor", start: "10:00", groups: ["officials"] },
    { id: "with-chamber", start: "11:00", groups: ["business"] },
    { id: "with-guest", start: "12:00", groups: ["business"], roles: [{ role: "speaks", person: "guest" }] },
    { id: "seating", start: "13:00", audience: "organisers" },
  ]);

  test("has what is for everybody and what is for one's groups", () => {
    expect(seesOf(programme, "head")).toEqual(["breakfast", "with-governor"]);
    expect(seesOf(programme, "director")).toEqual(["breakfast", "with-chamber", "with-guest"]);
    expect(seesOf(programme, "both")).toEqual(["breakfast", "with-governor", "with-chamber", "with-guest"]);
  });

  test("has what one has a part in, whoever it is for", () => {
    expect(seesOf(programme, "guest")).toEqual(["breakfast", "with-guest"]);
  });

  test("of an organiser without groups has everything, of one with groups also what organisers do", () => {
    expect(seesOf(programme, "secretary")).toEqual(idsOf(programme.events));
    expect(seesOf(programme, "protocol")).toEqual(["breakfast", "with-governor", "seating"]);
  });

  test("does not have the organisers' own work, not even with a part in it", () => {
    const event = {
      id: "seating",
      start: "10:00",
      audience: "organisers" as const,
      roles: [{ role: "greets", person: "head" }],
    };
    const own = programmeOfThese([event]);
    expect(seesOf(own, "head")).toEqual([]);
    expect(seesOf(own, "secretary")).toEqual(["seating"]);
  });

  test("of a draft is the organisers' alone", () => {
    const draft = programmeOfThese([{ id: "breakfast", start: "09:00" }], { state: "draft" });
    expect(people.filter(({ id }) => seesOf(draft, id).length > 0).map(({ id }) => id)).toEqual([
      "secretary",
      "protocol",
    ]);
  });

  test("takes a group listed as nobody's for everybody's", () => {
    const [event] = programmeOfThese([{ id: "breakfast", start: "09:00", groups: [] }]).events;
    expect(event && concerns(event.event, seatWith())).toBe(true);
  });
});

describe("of parallel events", () => {
  const table = (id: string, more: Partial<EventSketch> = {}): EventSketch => {
    return { id, start: "16:00", end: "17:30", choice: "tables", ...more };
  };
  const programme = programmeOfThese([
    table("culture"),
    table("industry"),
    table("trade"),
    { id: "dinner", start: "19:00" },
  ]);
  const own = (choices: Choices, among = programme) =>
    ownProgramme(among, seatOf(among.mission, "head"), choices).map(
      ({ event, undecided }) => `${event.id}${undecided ? "?" : ""}`,
    );

  test("all are there while none is picked, and are marked", () => {
    expect(own({})).toEqual(["culture?", "industry?", "trade?", "dinner"]);
  });

  test("only the picked one is there", () => {
    expect(own({ tables: "industry" })).toEqual(["industry", "dinner"]);
  });

  test("a pick among others does not count here", () => {
    expect(own({ excursions: "museum" })).toEqual(["culture?", "industry?", "trade?", "dinner"]);
  });

  test("all are there again when the picked one is gone", () => {
    const without = programmeOfThese([table("culture"), table("trade")]);
    expect(own({ tables: "industry" }, without)).toEqual(["culture?", "trade?"]);
  });

  test("all are there again when the picked one is for others now", () => {
    const regrouped = programmeOfThese([
      table("culture"),
      table("industry", { groups: ["business"] }),
      table("trade"),
    ]);
    expect(own({ tables: "industry" }, regrouped)).toEqual(["culture?", "trade?"]);
  });

  test("all are there again when the picked one runs in parallel no more", () => {
    const apart = programmeOfThese([
      table("culture"),
      table("trade"),
      { id: "industry", start: "18:00", end: "18:30" },
    ]);
    expect(own({ tables: "industry" }, apart)).toEqual(["culture?", "trade?", "industry"]);
  });

  test("those one may pick from are those of one's own", () => {
    const mixed = programmeOfThese([table("culture", { groups: ["business"] }), table("industry")]);
    const options = (id: string) => idsOf(optionsOf(mixed, seatOf(mixed.mission, id), "tables"));
    expect(options("head")).toEqual(["industry"]);
    expect(options("both")).toEqual(["culture", "industry"]);
    expect(idsOf(optionsOf(mixed, seatOf(mixed.mission, "both"), "excursions"))).toEqual([]);
  });

  test("one may pick until the first begins", () => {
    const { events } = programmeOfThese([
      { id: "early", start: "15:30", end: "17:00", choice: "tables" },
      { id: "late", start: "16:00", end: "17:00", choice: "tables" },
    ]);
    expect(choiceIsOpen(events, at("15:29"))).toBe(true);
    expect(choiceIsOpen(events, at("15:30"))).toBe(false);
    expect(choiceIsOpen([], at("15:00"))).toBe(false);
  });
});

describe("in Krasnoyarsk", () => {
  const programme = programmeOf(krasnoyarsk, 1);
  const sees = (id: string) => seesOf(programme, id);

  test("the cluster visits hospitals while business talks", () => {
    expect(sees("diagnostics")).toContain("oncology-visit");
    expect(sees("diagnostics")).not.toContain("business-talks");
    expect(sees("machinery")).toContain("business-talks");
    expect(sees("machinery")).not.toContain("oncology-visit");
  });

  test("the organisers check the rooms, and nobody else hears of it", () => {
    const hears = (krasnoyarsk.people ?? []).filter(({ id }) => sees(id).includes("hall-check"));
    expect(hears.map(({ id }) => id)).toEqual(["protocol", "secretary"]);
  });

  test("the three round tables are one choice", () => {
    const own = ownProgramme(programme, seatOf(krasnoyarsk, "head"), {});
    expect(idsOf(own.filter(({ undecided }) => undecided))).toEqual([
      "roundtable-innovation",
      "roundtable-culture",
      "roundtable-business",
    ]);
    expect(eventOf(own, "theatre").undecided).toBe(false);
  });
});
