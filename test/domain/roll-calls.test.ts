import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attendanceOf } from "../../src/domain/attendance.ts";
import type { Seat } from "../../src/domain/mission.ts";
import {
  bucketOf,
  calledNow,
  gatheringBucket,
  gatheringRoll,
  isMissing,
  type Mark,
  placesOf,
  rollDueAt,
  rollOfGathering,
  standingsOf,
  teamsAt,
} from "../../src/domain/roll-calls.ts";
import type { Place } from "../../src/domain/seats.ts";
import { programmeOf } from "../../src/domain/timetable.ts";
import type { Wishes } from "../../src/domain/wishes.ts";
import { missionWith } from "../support/missions.ts";

const MINUTE = 60_000;
const seat = (id: string, more: Partial<Seat> = {}): Seat => ({ id, position: id, ...more });
const people = [
  seat("chief", { role: "organiser" }),
  seat("driver", { role: "organiser", vehicle: "bus-1" }),
  seat("anna", { groups: ["trade"], vehicle: "bus-1" }),
  seat("boris", { groups: ["culture"], vehicle: "bus-2" }),
  seat("vera", { groups: ["culture"] }),
  seat("guest"),
];
const mission = missionWith({
  people,
  groups: [
    { id: "trade", title: "Trade" },
    { id: "culture", title: "Culture" },
  ],
  vehicles: [
    { id: "bus-1", name: "Bus 1" },
    { id: "bus-2", name: "Bus 2" },
  ],
  events: [
    {
      id: "visit",
      start: "11:00",
      gathering: { at: "2016-11-17T10:15" },
      vehicles: ["bus-1", "bus-2"],
    },
    {
      id: "walk",
      start: "15:00",
      gathering: { at: "2016-11-17T14:45" },
      reminders: ["P1D", "PT30M", "PT5M"],
    },
    { id: "talk", start: "17:00", groups: ["trade"] },
  ],
});
const programme = programmeOf(mission, 1);
const [visit, walk] = programme.events;
const person = (of: string, user: number, wishes?: Wishes) => ({
  seat: of,
  user,
  chat: user,
  language: "en" as const,
  joinedAt: 0,
  ...(wishes === undefined ? {} : { wishes }),
});
const mark = (of: string, more: Partial<Mark> = {}): Mark => ({
  bucket: gatheringBucket("visit"),
  event: "visit",
  seat: of,
  presence: "present",
  at: 1,
  by: of,
  ...more,
});

describe("a gathering's own roll call", () => {
  test("is of each bus that goes there; whoever rides in none goes with their group", () => {
    if (visit === undefined || walk === undefined) throw new Error("two gatherings");
    const ids = (event: typeof visit) =>
      [...teamsAt(programme, event.event, people, new Map())].map(([team, seats]) => [
        team,
        seats.map(({ id }) => id),
      ]);
    expect(ids(visit)).toEqual([
      ["vehicle/bus-1", ["driver", "anna"]],
      ["vehicle/bus-2", ["boris"]],
      ["group/culture", ["vera"]],
    ]);
    expect(ids(walk)).toEqual([
      ["group/trade", ["anna"]],
      ["group/culture", ["boris", "vera"]],
    ]);
  });

  test("falls due with the reminder, the last of several but within an hour", () => {
    if (visit === undefined || walk === undefined) throw new Error("two gatherings");
    expect(visit.call - rollDueAt(programme, visit)).toBe(15 * MINUTE);
    expect(walk.call - rollDueAt(programme, walk)).toBe(30 * MINUTE);
  });

  test("has an id that says of what, and is nothing where nobody gathers", () => {
    const id = gatheringRoll("visit", "vehicle/bus-1");
    expect(rollOfGathering(programme, id)).toMatchObject({ of: "vehicle/bus-1", event: "visit" });
    expect(bucketOf(id)).toBe(gatheringBucket("visit"));
    for (const other of [
      "g.talk.group.trade",
      "g.gone.group.trade",
      "g.visit",
      "g.visit.seat.anna",
      "a1",
      "",
    ])
      expect(rollOfGathering(programme, other)).toBeUndefined();
  });
});

test("a circle is everybody, a group, a bus, or whoever is expected at an event", () => {
  const places = people.map((one) => ({ seat: one }));
  const ids = (of: Parameters<typeof placesOf>[0]) =>
    placesOf(of, places, { programme, choices: new Map() }).map((place) => place.seat.id);
  expect(ids("all")).toHaveLength(people.length);
  expect(ids("group/culture")).toEqual(["boris", "vera"]);
  expect(ids("vehicle/bus-1")).toEqual(["driver", "anna"]);
  expect(ids("event/talk")).toEqual(["anna"]);
  expect(ids("event/gone")).toEqual([]);
});

describe("standings", () => {
  test("put the missing first, and know who said that they will not come", () => {
    const away = person("boris", 2, { away: { visit: { at: 1, reason: "ill" } } });
    const places: Place[] = [
      { seat: seat("anna"), participant: person("anna", 1) },
      { seat: seat("boris"), participant: away },
      { seat: seat("vera") },
    ];
    const standings = standingsOf(places, [mark("anna", { user: 1 })], "visit");
    expect(standings.map((one) => [one.seat.id, one.state])).toEqual([
      ["vera", "waiting"],
      ["boris", "excused"],
      ["anna", "present"],
    ]);
    expect(standings[1]?.reason).toBe("ill");
  });

  test("follow the person who moves, and forget whoever was replaced", () => {
    const marks = [mark("anna", { user: 1 })];
    const moved = standingsOf([{ seat: seat("vera"), participant: person("vera", 1) }], marks, "visit");
    expect(moved[0]?.state).toBe("present");
    const successor = standingsOf([{ seat: seat("anna"), participant: person("anna", 9) }], marks, "visit");
    expect(successor[0]?.state).toBe("waiting");
  });

  test("count everybody once, whatever was said", () => {
    const ids = people.map(({ id }) => id);
    const anyMark = fc.record({
      seat: fc.constantFrom(...ids),
      user: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
      presence: fc.constantFrom("present", "absent", "excused"),
    });
    fc.assert(
      fc.property(fc.array(anyMark, { maxLength: 12 }), (said) => {
        const marks = said.map(({ user, ...rest }) =>
          mark(rest.seat, { ...rest, ...(user === undefined ? {} : { user }) }),
        );
        const places = people.map((one, index) => ({ seat: one, participant: person(one.id, index + 1) }));
        const standings = standingsOf(places, marks, "visit");
        expect(standings.map((one) => one.seat.id).sort()).toEqual([...ids].sort());
        const firstHere = standings.findIndex((one) => !isMissing(one));
        if (firstHere >= 0) expect(standings.slice(firstHere).some(isMissing)).toBe(false);
      }),
    );
  });

  test("of one called in chat look at the seats and at the people, wherever they sit now", () => {
    const roll = {
      id: "a1",
      of: "all",
      at: 1,
      called: [{ seat: "anna", user: 1 }, { seat: "vera" }],
    } as const;
    const places: Place[] = [
      { seat: seat("anna"), participant: person("anna", 9) },
      { seat: seat("boris"), participant: person("boris", 1) },
      { seat: seat("vera") },
      { seat: seat("guest") },
    ];
    expect(calledNow(roll, places).map((place) => place.seat.id)).toEqual(["anna", "boris", "vera"]);
  });
});

describe("attendance", () => {
  const report = (marks: readonly Mark[]) =>
    attendanceOf(programme, { seats: people, choices: new Map(), marks });

  test("tells of each event of which anything was said who was planned, who came, who did not", () => {
    const marks = [
      mark("anna"),
      mark("boris", { presence: "absent" }),
      mark("vera", { presence: "excused" }),
      mark("guest", { event: "gone" }),
    ];
    expect(report(marks)).toEqual([
      {
        event: "visit",
        planned: ["driver", "anna", "boris", "vera", "guest"],
        came: ["anna"],
        absent: ["boris"],
        excused: ["vera"],
      },
    ]);
    expect(report([])).toEqual([]);
  });

  test("of several roll calls at one event: whoever was seen once was there", () => {
    const twice = [mark("anna", { presence: "absent" }), mark("anna", { bucket: "a1" })];
    expect(report(twice)[0]).toMatchObject({ came: ["anna"], absent: [] });
  });
});
