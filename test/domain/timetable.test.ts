import { describe, expect, test } from "vitest";
import {
  dayOf,
  daysOf,
  daysWith,
  endOf,
  eventsOn,
  nextDay,
  onAndNext,
  programmeOf,
  spanOf,
  zoneAt,
  zoneOfDeed,
} from "../../src/domain/timetable.ts";
import { instantOf } from "../../src/domain/zones.ts";
import { at, eventOf, idsOf, krasnoyarsk, programmeWith, tokyo } from "../support/missions.ts";

const home = programmeOf(krasnoyarsk, 1);
const flight = eventOf(home.events, "flight-out");

describe("a programme's instants", () => {
  test("are those of its local times in the mission's zone", () => {
    const wreath = eventOf(home.events, "wreath-laying");
    expect(wreath).toMatchObject({
      zone: "Asia/Krasnoyarsk",
      endZone: "Asia/Krasnoyarsk",
      start: Date.UTC(2016, 10, 17, 4, 0),
      end: Date.UTC(2016, 10, 17, 4, 25),
      call: Date.UTC(2016, 10, 17, 3, 15),
      departs: Date.UTC(2016, 10, 17, 3, 30),
    });
  });

  test("of a flight begin in the zone it leaves and end in the one it reaches", () => {
    expect(flight).toMatchObject({
      zone: "Europe/Moscow",
      endZone: "Asia/Krasnoyarsk",
      start: Date.UTC(2016, 10, 16, 20, 35),
      end: Date.UTC(2016, 10, 17, 1, 0),
      call: Date.UTC(2016, 10, 16, 18, 30),
    });
  });

  test("have the call at the start where nobody gathers, and no end where none is given", () => {
    const { events } = programmeWith({ events: [{ id: "talk", start: "10:00" }] });
    const talk = eventOf(events, "talk");
    expect(talk).toMatchObject({ call: at("10:00"), end: undefined, departs: undefined });
    expect(endOf(talk)).toBe(at("11:00"));
  });

  test("put the events in the order they begin, those that begin together in the order of the file", () => {
    const { events } = programmeWith({
      events: [
        { id: "last", start: "12:00" },
        { id: "second-room", start: "10:00" },
        { id: "first-room", start: "10:00" },
        { id: "earlier-elsewhere", start: "11:30", venue: "tokyo" },
      ],
      venues: [{ id: "tokyo", name: "Tokyo", timezone: "Asia/Tokyo" }],
    });
    // 11:30 in Tokyo is 9:30 in Krasnoyarsk.
    expect(idsOf(events)).toEqual(["earlier-elsewhere", "second-room", "first-room", "last"]);
  });

  test("reach from the first call to the last end", () => {
    expect(spanOf(home)).toEqual({
      from: Date.UTC(2016, 10, 16, 18, 30),
      to: Date.UTC(2016, 10, 18, 17, 50),
    });
  });
});

describe("when a clock is changed", () => {
  const inZone = (timezone: string, start: string, end: string) =>
    eventOf(programmeWith({ timezone, events: [{ id: "it", start, end }] }).events, "it");
  const hours = ({ start, end = start }: { start: number; end: number | undefined }) =>
    (end - start) / 3_600_000;

  test("Berlin's night of 29 March 2026 is an hour short, that of 25 October an hour long", () => {
    expect(hours(inZone("Europe/Berlin", "2026-03-29T01:00", "2026-03-29T04:00"))).toBe(2);
    expect(hours(inZone("Europe/Berlin", "2026-10-25T01:00", "2026-10-25T04:00"))).toBe(4);
  });

  test("New York's are on 8 March and 1 November", () => {
    expect(hours(inZone("America/New_York", "2026-03-08T01:00", "2026-03-08T04:00"))).toBe(2);
    expect(hours(inZone("America/New_York", "2026-11-01T00:00", "2026-11-01T04:00"))).toBe(5);
  });

  test("a time shown twice is the earlier", () => {
    expect(instantOf("2026-10-25T02:30", "Europe/Berlin")).toEqual({
      kind: "earlier of two",
      at: Date.UTC(2026, 9, 25, 0, 30),
    });
    expect(inZone("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T03:00")).toMatchObject({
      start: Date.UTC(2026, 9, 25, 0, 30),
      end: Date.UTC(2026, 9, 25, 2, 0),
    });
    expect(inZone("America/New_York", "2026-11-01T01:30", "2026-11-01T02:00").start).toBe(
      Date.UTC(2026, 10, 1, 5, 30),
    );
  });

  test("a time never shown is no time of a mission", () => {
    expect(instantOf("2026-03-29T02:30", "Europe/Berlin")).toEqual({
      kind: "skipped",
      at: Date.UTC(2026, 2, 29, 1, 30),
    });
    expect(() => inZone("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T04:00")).toThrow("time-skipped");
  });

  test("days are counted all the same", () => {
    const night = inZone("Europe/Berlin", "2026-10-24T22:00", "2026-10-26T00:30");
    expect(daysOf(night)).toEqual(["2026-10-24", "2026-10-25", "2026-10-26"]);
  });
});

describe("the days of an event", () => {
  const daysOfEvent = (start: string, end?: string, more: { gathering?: { at: string } } = {}) => {
    const event = { id: "it", start, ...more, ...(end === undefined ? {} : { end }) };
    return daysOf(eventOf(programmeWith({ events: [event] }).events, "it"));
  };

  test("are the one it is on, mostly", () => {
    expect(daysOfEvent("10:00", "11:00")).toEqual(["2016-11-17"]);
    expect(daysOfEvent("10:00")).toEqual(["2016-11-17"]);
  });

  test("are two when it goes on past midnight, but not when it ends at midnight", () => {
    expect(daysOfEvent("22:00", "2016-11-18T00:01")).toEqual(["2016-11-17", "2016-11-18"]);
    expect(daysOfEvent("22:00", "2016-11-18T00:00")).toEqual(["2016-11-17"]);
  });

  test("begin with the day one is called", () => {
    expect(daysOfEvent("2016-11-18T00:30", "2016-11-18T02:00", { gathering: { at: "23:30" } })).toEqual([
      "2016-11-17",
      "2016-11-18",
    ]);
  });

  test("know 29 February", () => {
    expect(daysOfEvent("2016-02-28T20:00", "2016-03-01T09:00")).toEqual([
      "2016-02-28",
      "2016-02-29",
      "2016-03-01",
    ]);
    expect([nextDay("2016-02-28"), nextDay("2015-02-28"), nextDay("2016-12-31")]).toEqual([
      "2016-02-29",
      "2015-03-01",
      "2017-01-01",
    ]);
  });

  test("are each read where it begins and where it ends", () => {
    expect(dayOf(flight)).toBe("2016-11-16");
    expect(daysOf(flight)).toEqual(["2016-11-16", "2016-11-17"]);
    // Eastwards over the date line one lands before one left.
    const { events } = programmeWith({
      venues: [
        { id: "narita", name: "Narita", timezone: "Asia/Tokyo" },
        { id: "lax", name: "Los Angeles", timezone: "America/Los_Angeles" },
      ],
      events: [
        { id: "over", kind: "travel", venue: "narita", to: "lax", start: "00:30", end: "2016-11-16T17:30" },
      ],
    });
    expect(daysOf(eventOf(events, "over"))).toEqual(["2016-11-17"]);
  });

  test("make those of the mission, each once and in order", () => {
    expect(daysWith(home.events)).toEqual(["2016-11-16", "2016-11-17", "2016-11-18"]);
    expect(daysWith(programmeOf(tokyo, 1).events)).toEqual([
      "2016-02-27",
      "2016-02-28",
      "2016-02-29",
      "2016-03-01",
      "2016-03-02",
      "2016-03-03",
    ]);
  });
});

describe("the events of a day", () => {
  test("begin with what spills over into it", () => {
    expect(idsOf(eventsOn(home.events, "2016-11-16"))).toEqual(["flight-out"]);
    expect(idsOf(eventsOn(home.events, "2016-11-17")).slice(0, 3)).toEqual([
      "flight-out",
      "arrival",
      "transfer-in",
    ]);
    expect(idsOf(eventsOn(home.events, "2016-11-18"))[0]).toBe("breakfast");
  });

  test("are none on a day without any", () => {
    expect(eventsOn(home.events, "2016-11-19")).toEqual([]);
  });
});

describe("the zone a traveller lives by", () => {
  const zone = (local: string, inZone: string) => zoneAt(home.events, at(local, inZone), "Asia/Tokyo");

  test("is that of the first event before it, and changes on boarding", () => {
    expect(zone("2016-11-01T12:00", "Europe/Moscow")).toBe("Europe/Moscow");
    expect(zone("2016-11-16T23:34", "Europe/Moscow")).toBe("Europe/Moscow");
    expect(zone("2016-11-16T23:35", "Europe/Moscow")).toBe("Asia/Krasnoyarsk");
    expect(zone("2016-11-18T20:09", "Asia/Krasnoyarsk")).toBe("Asia/Krasnoyarsk");
    expect(zone("2016-11-18T20:10", "Asia/Krasnoyarsk")).toBe("Europe/Moscow");
    expect(zone("2016-12-01T12:00", "Europe/Moscow")).toBe("Europe/Moscow");
  });

  test("is the given one for somebody without a programme", () => {
    expect(zoneAt([], at("10:00"), "Asia/Tokyo")).toBe("Asia/Tokyo");
  });
});

describe("what is on and what is next", () => {
  const { events } = programmeWith({
    events: [
      { id: "meeting", start: "10:00", end: "11:00" },
      { id: "open-end", start: "10:30" },
      { id: "talks", start: "12:00", end: "13:00" },
      { id: "seminar", start: "12:00", end: "12:30" },
      { id: "far-away", start: "12:30", end: "13:00", gathering: { at: "11:30" } },
    ],
  });
  const look = (time: string) => {
    const { on, next } = onAndNext(events, at(time));
    return { on: idsOf(on), next: idsOf(next) };
  };

  test("is nothing and the first before it begins", () => {
    expect(look("09:59")).toEqual({ on: [], next: ["meeting"] });
  });

  test("counts an event from its start until just before its end, or for an hour without one", () => {
    expect(look("10:00").on).toEqual(["meeting"]);
    expect(look("10:59").on).toEqual(["meeting", "open-end"]);
    expect(look("11:00").on).toEqual(["open-end"]);
  });

  test("is on from its call: a bus that waits is what is on", () => {
    expect(look("11:29").on).toEqual(["open-end"]);
    expect(look("11:30").on).toEqual(["far-away"]);
  });

  test("goes by the call: where one has to be first is next", () => {
    expect(look("11:00").next).toEqual(["far-away"]);
  });

  test("names all that begin together", () => {
    const together = events.filter(({ event }) => event.id !== "far-away");
    expect(idsOf(onAndNext(together, at("11:30")).next)).toEqual(["talks", "seminar"]);
  });

  test("is nothing at all once everything is over", () => {
    expect(look("13:00")).toEqual({ on: [], next: [] });
  });
});

test("what was done at no event has the hour of where its author was by then", () => {
  const programme = programmeWith({
    venues: [{ id: "home", name: "Home", timezone: "Europe/Moscow" }],
    events: [
      { id: "talks", start: "2016-11-18T10:00", end: "2016-11-18T12:00" },
      { id: "flight", kind: "travel", start: "2016-11-18T20:10", end: "2016-11-18T20:50", to: "home" },
    ],
  });
  const zoneOf = (event: string | undefined, utc: string) =>
    zoneOfDeed(programme, event, Date.parse(`2016-11-18T${utc}Z`));
  expect(zoneOf(undefined, "05:00")).toBe("Asia/Krasnoyarsk");
  expect(zoneOf(undefined, "19:30")).toBe("Europe/Moscow");
  expect(zoneOf("talks", "19:30")).toBe("Asia/Krasnoyarsk");
});
