import { describe, expect, test } from "vitest";
import { ownProgramme } from "../../src/domain/audience.ts";
import {
  choicesOf,
  closesAt,
  coverageOf,
  openChoices,
  overlapsOf,
  placesLeft,
} from "../../src/domain/choosing.ts";
import type { Seat } from "../../src/domain/mission.ts";
import { programmeOf } from "../../src/domain/timetable.ts";
import { missionWith } from "../support/missions.ts";

const seat = (id: string, more: Partial<Seat> = {}): Seat => ({ id, position: id, ...more });
const people = [seat("chief", { role: "organiser" }), seat("anna"), seat("boris"), seat("vera")];
const mission = missionWith({
  people,
  events: [
    { id: "lunch", start: "13:00", end: "14:15" },
    { id: "trade", start: "14:00", end: "15:00", choice: "tables", capacity: 1 },
    { id: "culture", start: "14:30", end: "15:30", choice: "tables" },
  ],
});
const programme = programmeOf(mission, 1);
const [, trade, culture] = programme.events;
const start = trade?.start ?? 0;

describe("coverage", () => {
  const choices = new Map([
    ["anna", { tables: "trade" }],
    ["boris", { tables: "gone-from-the-programme" }],
  ]);
  const at = (now: number) => coverageOf(programme, "tables", { seats: people, choices, now });

  test("names who picked what; a pick of what is gone, and none, are undecided", () => {
    expect(choicesOf(programme)).toEqual(["tables"]);
    expect(at(start - 1).options.map(({ seats }) => seats)).toEqual([["anna"], []]);
    expect(at(start - 1).undecided).toEqual(["boris", "vera"]);
  });

  test("is open until the first of the events begins", () => {
    expect([at(start - 1).open, at(start).open]).toEqual([true, false]);
    expect(closesAt(programme.events.slice(1))).toBe(start);
  });
});

test("a choice is still to be made by whoever picked nothing, while it is open", () => {
  const own = (choices = {}) => ownProgramme(programme, seat("vera"), choices);
  expect(openChoices(own(), programme, seat("vera"), start - 1).map(([choice]) => choice)).toEqual([
    "tables",
  ]);
  expect(openChoices(own({ tables: "trade" }), programme, seat("vera"), start - 1)).toEqual([]);
  expect(openChoices(own(), programme, seat("vera"), start)).toEqual([]);
});

test("places are counted down to none, and without a capacity not at all", () => {
  if (trade === undefined || culture === undefined) throw new Error("two options");
  expect([placesLeft(trade, 0), placesLeft(trade, 1), placesLeft(trade, 5)]).toEqual([1, 0, 0]);
  expect(placesLeft(culture, 5)).toBeUndefined();
});

test("an option overlaps what else there is at its hour, and never its alternatives", () => {
  if (trade === undefined || culture === undefined) throw new Error("two options");
  const own = ownProgramme(programme, seat("vera"), {});
  expect(overlapsOf(trade, own).map(({ event }) => event.id)).toEqual(["lunch"]);
  expect(overlapsOf(culture, own)).toEqual([]);
});
