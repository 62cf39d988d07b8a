import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { zonesOf } from "../../src/domain/event-zones.ts";
import { instantOf, localTimeOf } from "../../src/domain/zones.ts";

describe("the instant of a local time", () => {
  test("depends on the zone", () => {
    expect(instantOf("2016-11-17T10:00", "Asia/Krasnoyarsk")).toEqual({
      kind: "once",
      at: Date.UTC(2016, 10, 17, 3),
    });
    expect(instantOf("2016-11-17T10:00", "Europe/Moscow")).toEqual({
      kind: "once",
      at: Date.UTC(2016, 10, 17, 7),
    });
  });

  test("knows that Krasnoyarsk set its clocks back for good in 2014", () => {
    expect(instantOf("2014-10-25T10:00", "Asia/Krasnoyarsk").at).toBe(Date.UTC(2014, 9, 25, 2));
    expect(instantOf("2014-10-27T10:00", "Asia/Krasnoyarsk").at).toBe(Date.UTC(2014, 9, 27, 3));
  });

  test("is the earlier of two when the clock is set back", () => {
    expect(instantOf("2016-11-06T01:30", "America/New_York")).toEqual({
      kind: "earlier of two",
      at: Date.UTC(2016, 10, 6, 5, 30),
    });
    expect(instantOf("2016-11-06T02:00", "America/New_York").kind).toBe("once");
  });

  test("does not exist when the clock is set forward over it", () => {
    expect(instantOf("2016-03-13T02:30", "America/New_York").kind).toBe("skipped");
    expect(instantOf("2016-03-13T03:00", "America/New_York").kind).toBe("once");
    expect(instantOf("2011-12-30T12:00", "Pacific/Apia").kind).toBe("skipped");
  });

  test("exists on 29 February", () => {
    expect(instantOf("2016-02-29T09:30", "Asia/Tokyo").at).toBe(Date.UTC(2016, 1, 29, 0, 30));
  });
});

test("an instant reads on the wall clock as luxon says, on both sides of every change of clocks", () => {
  const zones = [
    "Asia/Krasnoyarsk",
    "Europe/Moscow",
    "Europe/London",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.date({ min: new Date(0), noInvalidDate: true }),
      (zone, date) => {
        fc.pre(date.getUTCFullYear() < 2500);
        const at = date.getTime();
        expect(localTimeOf(at, zone)).toBe(DateTime.fromMillis(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm"));
      },
    ),
  );
  for (let at = Date.UTC(2016, 9, 29, 23); at < Date.UTC(2016, 9, 30, 3); at += 60_000) {
    const shown = DateTime.fromMillis(at, { zone: "Europe/London" }).toFormat("yyyy-MM-dd'T'HH:mm");
    expect(localTimeOf(at, "Europe/London")).toBe(shown);
  }
});

describe("the zones of an event", () => {
  const mission = {
    timezone: "Asia/Tokyo",
    venues: [
      { id: "narita", name: "Narita" },
      { id: "moscow", name: "Sheremetyevo", timezone: "Europe/Moscow" },
    ],
  };

  test("are the mission's where its venue says nothing", () => {
    expect(zonesOf(mission, {})).toEqual({ start: "Asia/Tokyo", end: "Asia/Tokyo" });
    expect(zonesOf(mission, { venue: "narita" })).toEqual({ start: "Asia/Tokyo", end: "Asia/Tokyo" });
  });

  test("are its venue's", () => {
    expect(zonesOf(mission, { venue: "moscow" })).toEqual({ start: "Europe/Moscow", end: "Europe/Moscow" });
  });

  test("differ when it goes from one to another", () => {
    expect(zonesOf(mission, { venue: "moscow", to: "narita" })).toEqual({
      start: "Europe/Moscow",
      end: "Asia/Tokyo",
    });
    expect(zonesOf(mission, { venue: "narita", to: "moscow" })).toEqual({
      start: "Asia/Tokyo",
      end: "Europe/Moscow",
    });
  });
});
