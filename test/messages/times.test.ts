import { describe, expect, test } from "vitest";
import { languages } from "../../src/domain/mission.ts";
import { programmeOf } from "../../src/domain/timetable.ts";
import {
  clock,
  dates,
  dayAndMonth,
  hoursAhead,
  longDay,
  shortDay,
  span,
  tappable,
  until,
} from "../../src/messages/times.ts";
import { at, type EventSketch, eventOf, krasnoyarsk, programmeWith, tokyo } from "../support/missions.ts";
import { speeches } from "../support/readings.ts";

describe("a time", () => {
  test("is the clock of its zone", () => {
    const noon = Date.UTC(2016, 10, 17, 5);
    expect([
      clock(noon, "Asia/Krasnoyarsk"),
      clock(noon, "Europe/Moscow"),
      clock(noon, "Asia/Tokyo"),
    ]).toEqual(["12:00", "08:00", "14:00"]);
  });

  test("shows as written, and a tap shows the reader's own", () => {
    expect(tappable(at("10:15"), "Asia/Krasnoyarsk")).toMatchObject({
      text: "10:15",
      entities: [
        { type: "date_time", offset: 0, length: 5, unix_time: at("10:15") / 1000, date_time_format: "" },
      ],
    });
  });
});

describe("a day", () => {
  const inAll = (say: (language: (typeof languages)[number]) => string) => languages.map(say);

  test("is said as officials say it", () => {
    expect(inAll((language) => longDay("2016-11-17", language))).toEqual([
      "четверг, 17 ноября",
      "Thursday 17 November",
      "11月17日(木)",
    ]);
    expect(inAll((language) => dayAndMonth("2016-11-17", language))).toEqual([
      "17 ноября",
      "17 November",
      "11月17日",
    ]);
    expect(shortDay("2016-05-09", "ru")).toBe("пн, 9 мая");
  });

  test("can be 29 February", () => {
    expect(inAll((language) => longDay("2016-02-29", language))).toEqual([
      "понедельник, 29 февраля",
      "Monday 29 February",
      "2月29日(月)",
    ]);
  });

  test("to another makes a span", () => {
    expect(dates("2016-11-16", "2016-11-18", "ru")).toMatch(/^16\s?–\s?18 ноября 2016/);
    expect(dates("2016-02-27", "2016-03-03", "en")).toMatch(/^27 February\s–\s3 March 2016$/);
  });
});

describe("when an event is", () => {
  const spanOf = (sketch: Omit<EventSketch, "id">, language: (typeof languages)[number] = "ru") =>
    span(eventOf(programmeWith({ events: [{ id: "it", ...sketch }] }).events, "it"), language).text;

  test("is from when to when", () => {
    expect(spanOf({ start: "11:00", end: "11:25" })).toBe("11:00–11:25");
    expect(spanOf({ start: "11:00" })).toBe("11:00");
  });

  test("says on which day it ends where that is another", () => {
    const night = { start: "22:00", end: "2016-11-18T01:30" };
    expect(languages.map((language) => spanOf(night, language))).toEqual([
      "22:00 – 18 ноября, 01:30",
      "22:00 – 18 November, 01:30",
      "22:00 – 11月18日 01:30",
    ]);
  });

  test("says whose time it is where that changes on the way", () => {
    const out = eventOf(programmeOf(krasnoyarsk, 1).events, "flight-out");
    expect(span(out, "ru").text).toBe("23:35 (Москва) – 17 ноября, 08:00 (Красноярск)");
    expect(span(out, "en").text).toMatch(/^23:35 \(Moscow.*\) – 17 November, 08:00 \(Krasnoyarsk.*\)$/);
    const home = eventOf(programmeOf(krasnoyarsk, 1).events, "flight-home");
    expect(span(home, "ru").text).toBe("20:10 (Красноярск) – 20:50 (Москва)");
    const toTokyo = eventOf(programmeOf(tokyo, 1).events, "flight-out");
    expect(span(toTokyo, "ja").text).toMatch(/^19:00 \(モスクワ.*\) – 2月28日 10:40 \(.+\)$/);
  });

  test("is two times to tap, whatever is written around them", () => {
    const out = eventOf(programmeOf(krasnoyarsk, 1).events, "flight-out");
    const times = span(out, "ru").entities.flatMap((entity) =>
      entity.type === "date_time" ? entity.unix_time : [],
    );
    expect(times).toEqual([Date.UTC(2016, 10, 16, 20, 35) / 1000, Date.UTC(2016, 10, 17, 1) / 1000]);
  });

  test("is only its end on the day it spills over into", () => {
    const { end = 0, ...out } = eventOf(programmeOf(krasnoyarsk, 1).events, "flight-out");
    expect(languages.map((language) => until({ ...out, end }, speeches(language)).text)).toEqual([
      "до 08:00",
      "until 08:00",
      "08:00まで",
    ]);
  });
});

test("zones are whole, half and quarter hours apart, and not always the same", () => {
  expect(hoursAhead("Asia/Krasnoyarsk", "Europe/Moscow", at("10:00"))).toBe(4);
  expect(hoursAhead("Asia/Kathmandu", "Europe/Moscow", at("10:00"))).toBe(2.75);
  const [summer, winter] = [at("2026-07-01T12:00"), at("2026-12-01T12:00")];
  expect([summer, winter].map((day) => hoursAhead("Europe/Berlin", "Europe/Moscow", day))).toEqual([-1, -2]);
});
