import { describe, expect, test } from "vitest";
import { type Choices, ownProgramme } from "../../src/domain/audience.ts";
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

  test("is open until the first of the events begins, or its list is closed", () => {
    expect([at(start - 1).open, at(start).open]).toEqual([true, false]);
    const closed = new Set(["tables"]);
    const early = coverageOf(programme, "tables", { seats: [], choices: new Map(), closed, now: start - 1 });
    expect([early.open, early.begun, at(start).begun]).toEqual([false, false, true]);
    expect(closesAt(programme.events.slice(1))).toBe(start);
  });
});

test("a choice is still to be made by whoever picked nothing, while it is open", () => {
  const own = (choices = {}) => ownProgramme(programme, seat("vera"), choices);
  const open = (choices: Choices, now: number, closed = new Set<string>()) =>
    openChoices(own(choices), programme, { seat: seat("vera"), now, closed }).map(([choice]) => choice);
  expect(open({}, start - 1)).toEqual(["tables"]);
  expect(open({ tables: "trade" }, start - 1)).toEqual([]);
  expect(open({}, start)).toEqual([]);
  expect(open({}, start - 1, new Set(["tables"]))).toEqual([]);
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
