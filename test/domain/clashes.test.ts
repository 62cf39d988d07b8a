import { describe, expect, test } from "vitest";
import { type Clash, clashesOf, type Member, newClashes } from "../../src/domain/clashes.ts";
import type { Seat } from "../../src/domain/mission.ts";
import { programmeOf } from "../../src/domain/timetable.ts";
import {
  type EventSketch,
  krasnoyarsk,
  type MissionSketch,
  programmeWith,
  seatWith,
  tokyo,
} from "../support/missions.ts";

const everyone: Member[] = [{ seat: seatWith(), choices: {} }];
const member = (fields: Partial<Seat>, choices: Member["choices"] = {}): Member => ({
  seat: seatWith(fields),
  choices,
});

/** `two places: talks, tour`: the clashes of some events, without the seats. */
function clashes(sketch: MissionSketch, members = everyone): string[] {
  return clashesOf(programmeWith(sketch), members).map(({ kind, events }) => `${kind}: ${events.join(", ")}`);
}

function among(...events: EventSketch[]): string[] {
  return clashes({ events });
}

test("the example missions have none", () => {
  for (const mission of [krasnoyarsk, tokyo]) {
    const members = (mission.people ?? []).map((seat) => ({ seat, choices: {} }));
    expect(clashesOf(programmeOf(mission, 1), members)).toEqual([]);
  }
});

describe("two places at once", () => {
  const talks = { id: "talks", start: "10:00", end: "11:00" };

  test("are events that overlap, or begin together", () => {
    expect(among(talks, { id: "tour", start: "10:59", end: "12:00" })).toEqual(["two places: talks, tour"]);
    expect(among(talks, { id: "call", start: "10:00" })).toEqual(["two places: talks, call"]);
    expect(among(talks, { id: "tour", start: "11:00", end: "12:00" })).toEqual([]);
  });

  test("are not known of an event without an end", () => {
    expect(among({ id: "walk", start: "09:59" }, talks)).toEqual([]);
    expect(among(talks, { id: "walk", start: "10:30" })).toEqual(["two places: talks, walk"]);
  });

  test("are every pair of three", () => {
    const three = ["one", "two", "three"].map((id) => ({ ...talks, id }));
    expect(among(...three)).toEqual([
      "two places: one, two",
      "two places: one, three",
      "two places: two, three",
    ]);
  });

  test("bind nobody to what is optional, to free time, or to what is not yet chosen", () => {
    const tour = { id: "tour", start: "10:30", end: "12:00" };
    expect(among(talks, { ...tour, optional: true })).toEqual([]);
    expect(among(talks, { ...tour, kind: "free" })).toEqual([]);
    const events = [talks, { ...tour, choice: "tours" }, { ...tour, id: "ride", choice: "tours" }];
    expect(clashes({ events })).toEqual([]);
    expect(clashes({ events }, [member({}, { tours: "ride" })])).toEqual(["two places: talks, ride"]);
  });

  test("name the seats that are at both", () => {
    const groups = ["officials", "business"].map((id) => ({ id, title: id }));
    const programme = programmeWith({
      groups,
      events: [
        { ...talks, groups: ["officials"] },
        { id: "tour", start: "10:30", groups: ["business"] },
      ],
    });
    const members = [
      member({ id: "mayor", groups: ["officials", "business"] }),
      member({ id: "deputy", groups: ["officials"] }),
      member({ id: "banker", groups: ["business", "officials"] }),
      // Who answers for everything sees both, and need not be at either.
      member({ id: "desk", role: "organiser" }),
    ];
    expect(clashesOf(programme, members)).toEqual([
      { kind: "two places", events: ["talks", "tour"], seats: ["mayor", "banker"] },
    ]);
  });

  test("leave the organisers their own items beside everything else", () => {
    const desk = [member({ role: "organiser", groups: ["officials"] })];
    const groups = [{ id: "officials", title: "Officials" }];
    const check: EventSketch = { id: "check", start: "10:15", end: "10:45", audience: "organisers" };
    expect(clashes({ groups, events: [talks, check] }, desk)).toEqual([]);
    expect(clashes({ groups, events: [check, { ...check, id: "count" }] }, desk)).toEqual([
      "two places: check, count",
    ]);
  });
});

describe("a room wanted twice", () => {
  const venues = ["hall", "office"].map((id) => ({ id, name: id }));
  const groups = ["officials", "business"].map((id) => ({ id, title: id }));
  const seminar: EventSketch = { id: "seminar", start: "10:00", end: "11:00", venue: "hall", room: "Room 1" };
  const press: EventSketch = { ...seminar, id: "press", start: "10:30", end: "11:30" };
  const rooms = (...events: EventSketch[]) => clashes({ venues, groups, events }, []);

  test("is one room of one venue, at once", () => {
    expect(rooms(seminar, press)).toEqual(["room twice: seminar, press"]);
    expect(rooms(seminar, { ...press, start: "11:00" })).toEqual([]);
    expect(rooms(seminar, { ...press, room: "Room 2" })).toEqual([]);
    expect(rooms(seminar, { ...press, venue: "office" })).toEqual([]);
  });

  test("whoever is in it", () => {
    expect(rooms({ ...seminar, groups: ["officials"] }, { ...press, groups: ["business"] })).toEqual([
      "room twice: seminar, press",
    ]);
  });

  test("is not what people choose between, nor what the organisers prepare there", () => {
    expect(rooms({ ...seminar, choice: "tables" }, { ...press, choice: "tables" })).toEqual([]);
    expect(rooms(seminar, { ...press, audience: "organisers" })).toEqual([]);
  });

  test("is a place without rooms where two ceremonies meet, but not two visits", () => {
    const { room: _, ...ceremony } = { ...seminar, kind: "ceremony" as const };
    const signing = { ...ceremony, id: "signing", kind: "signing" as const, start: "10:45" };
    expect(rooms(ceremony, signing)).toEqual(["room twice: seminar, signing"]);
    expect(rooms({ ...ceremony, kind: "visit" }, { ...signing, kind: "visit" })).toEqual([]);
  });
});

describe("called away", () => {
  const talks = { id: "talks", start: "10:00", end: "11:00" };
  const wreath = (call: string) => ({
    id: "wreath",
    start: "11:30",
    end: "12:00",
    gathering: { at: call, place: "Lobby" },
  });

  test("is who has to gather while the event before is still on", () => {
    expect(among(talks, wreath("10:55"))).toEqual(["called away: talks, wreath"]);
    expect(among(talks, wreath("11:00"))).toEqual([]);
  });

  test("is who would have to be at a whole event between the gathering and what it is for", () => {
    expect(among(wreath("09:30"), talks)).toEqual(["called away: talks, wreath"]);
  });

  test("is said once of events that overlap themselves", () => {
    expect(among({ ...talks, end: "11:45" }, wreath("10:55"))).toEqual(["two places: talks, wreath"]);
  });
});

describe("a way too short", () => {
  // From the memorial to the plant it is 10 km as the crow flies: 14 by road, 34 minutes and five for getting in and out.
  const venues = [
    { id: "memorial", name: "Memorial", location: { latitude: 56, longitude: 92.8 } },
    { id: "plant", name: "Plant", location: { latitude: 56.09, longitude: 92.8 } },
    { id: "office", name: "Office" },
  ];
  const wreath: EventSketch = { id: "wreath", start: "10:00", end: "11:00", venue: "memorial" };
  const visit: EventSketch = { id: "visit", start: "11:39", end: "12:00", venue: "plant" };
  const ways = (...events: EventSketch[]) => clashes({ venues, events });

  test("is one for which there is less time than it takes", () => {
    expect(ways(wreath, visit)).toEqual([]);
    expect(
      clashesOf(programmeWith({ venues, events: [wreath, { ...visit, start: "11:38" }] }), everyone),
    ).toEqual([
      {
        kind: "way short",
        events: ["wreath", "visit"],
        seats: ["delegate"],
        minutes: { there: 38, needed: 39 },
      },
    ]);
  });

  test("is under ten minutes where a venue is not on the map", () => {
    expect(ways(wreath, { ...visit, start: "11:10", venue: "office" })).toEqual([]);
    expect(ways(wreath, { ...visit, start: "11:09", venue: "office" })).toEqual(["way short: wreath, visit"]);
  });

  test("ends where people gather, if that is where the event is", () => {
    expect(ways(wreath, { ...visit, start: "11:50", gathering: { at: "11:38" } })).toEqual([
      "way short: wreath, visit",
    ]);
  });

  test("is none in one place, to a gathering elsewhere, or where a place is missing", () => {
    const soon = { ...visit, start: "11:01" };
    expect(ways(wreath, { ...soon, venue: "memorial" })).toEqual([]);
    expect(ways(wreath, { ...soon, start: "11:10", gathering: { at: "11:00", place: "Bus" } })).toEqual([]);
    const { venue: _, ...nowhere } = soon;
    expect(ways(wreath, nowhere)).toEqual([]);
  });

  test("is none where a transfer goes between, even one nobody need take", () => {
    const bus: EventSketch = {
      id: "bus",
      kind: "transfer",
      start: "11:00",
      end: "11:20",
      venue: "memorial",
      to: "plant",
    };
    const soon = { ...visit, start: "11:20" };
    expect(ways(wreath, bus, soon)).toEqual([]);
    expect(ways(wreath, { ...bus, optional: true }, soon)).toEqual([]);
    expect(ways(wreath, { ...bus, end: "11:15", to: "office" }, soon)).toEqual(["way short: bus, visit"]);
  });

  test("is none after six hours, however far", () => {
    const far = [...venues, { id: "far", name: "Far", location: { latitude: 60, longitude: 92.8 } }];
    const events = [wreath, { ...visit, start: "17:00", end: "18:00", venue: "far" }];
    expect(clashes({ venues: far, events })).toEqual([]);
  });
});

describe("what a change brings", () => {
  const overlap: Clash = { kind: "two places", events: ["talks", "tour"], seats: ["mayor", "deputy"] };

  test("is not what was there already, whichever event begins first now", () => {
    expect(newClashes([overlap], [overlap, { ...overlap, events: ["tour", "talks"] }])).toEqual([]);
    expect(newClashes([overlap], [{ ...overlap, seats: ["mayor"] }])).toEqual([]);
  });

  test("is another kind, another pair, or more people", () => {
    const after: Clash[] = [
      { ...overlap, kind: "called away" },
      { ...overlap, events: ["talks", "lunch"] },
      { ...overlap, seats: ["mayor", "deputy", "banker"] },
      { kind: "room twice", events: ["talks", "tour"], seats: [] },
    ];
    expect(newClashes([overlap], after)).toEqual(after);
    expect(newClashes(after, after)).toEqual([]);
  });
});

test("three hundred people and a hundred events take a moment", () => {
  const groups = Array.from({ length: 10 }, (_, index) => ({ id: `group-${index}`, title: "Group" }));
  const events = Array.from({ length: 100 }, (_, index): EventSketch => {
    const [day, hour] = [1 + Math.floor(index / 20), 8 + (index % 10)];
    const date = `2016-11-0${day}T${String(hour).padStart(2, "0")}`;
    return { id: `event-${index}`, start: `${date}:00`, end: `${date}:50`, groups: [`group-${index % 7}`] };
  });
  const members = Array.from({ length: 300 }, (_, index) =>
    member({ id: `seat-${index}`, groups: [`group-${index % 10}`, `group-${(index * 3) % 7}`] }),
  );
  const programme = programmeWith({ groups, events });
  const begun = performance.now();
  const found = clashesOf(programme, members);
  expect(performance.now() - begun).toBeLessThan(1000);
  expect(found.length).toBeGreaterThan(0);
});
