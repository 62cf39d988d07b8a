import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { localDateIn, localTimeIn } from "../../src/domain/spoken-times.ts";
import { runs } from "../support/runs.ts";

const zone = "Asia/Krasnoyarsk";
/** Wednesday, 16 November 2016, 12:00 in Krasnoyarsk. */
const now = DateTime.fromISO("2016-11-16T12:00", { zone }).toMillis();

function meant(text: string, at = now, where = zone): string {
  const time = localTimeIn(text, { now: at, zone: where });
  return time.ok ? time.local : time.why;
}

describe("a time as people type it", () => {
  test.each([
    "18:30",
    "18.30",
    " 18:30 ",
    "１８：３０",
    "в 18:30",
    "at 18:30",
    "6:30 pm",
    "18時30分",
    "午後6時半",
  ])("«%s» is today's", (text) => {
    expect(meant(text)).toBe("2016-11-16T18:30");
  });

  test.each([
    "завтра 9:00",
    "Завтра в 9.00",
    "9:00 завтра",
    "tomorrow 9:00",
    "tomorrow, at 9 am",
    "明日 9:00",
    "明日9時",
    "明日の9時",
    "明日9:00に",
  ])("«%s» is tomorrow's", (text) => {
    expect(meant(text)).toBe("2016-11-17T09:00");
  });

  test.each([
    "17.11 18:30",
    "17.11 18.30",
    "17.11.2016 18:30",
    "17 ноября 18:30",
    "17 нояб. в 18:30",
    "17 ноября 2016 г. 18:30",
    "17 Nov 18:30",
    "17th November, 18:30",
    "Nov 17 6:30 pm",
    "November 17, 2016 18:30",
    "11月17日 18:30",
    "2016年11月17日18時30分",
    "2016-11-17 18:30",
    "18:30 17.11",
  ])("«%s» is of that date", (text) => {
    expect(meant(text)).toBe("2016-11-17T18:30");
  });

  test("is the day after tomorrow's in words", () => {
    expect(meant("послезавтра 08:15")).toBe("2016-11-18T08:15");
    expect(meant("明後日 8:15")).toBe("2016-11-18T08:15");
  });

  test.each([
    "",
    "потом",
    "9",
    "17.11",
    "17",
    "18:3",
    "1:2:3",
    "завтра",
    "в пять",
    "Nov 17",
    "x".repeat(500),
  ])("«%s» is none, or not one ahead", (text) => {
    // 17.11 alone is the time 17:11, which is what it looks like first of all.
    expect(meant(text)).toBe(text === "17.11" ? "2016-11-16T17:11" : "not a time");
  });
});

describe("which day is meant", () => {
  test("a time that has been today is past, and is not taken for tomorrow's", () => {
    expect(meant("11:59")).toBe("past");
    expect(meant("12:00")).toBe("past");
    expect(meant("12:01")).toBe("2016-11-16T12:01");
  });

  test("a date without a year is the nearest one", () => {
    expect(meant("15.11 10:00")).toBe("past");
    expect(meant("5.01 9:00")).toBe("2017-01-05T09:00");
    expect(meant("17.11.2015 10:00")).toBe("past");
  });

  test("today is where the zone says it is", () => {
    const evening = Date.UTC(2016, 10, 16, 20);
    expect(meant("9:00", evening, "Asia/Krasnoyarsk")).toBe("2016-11-17T09:00");
    expect(meant("9:00", evening, "Europe/Moscow")).toBe("past");
  });
});

describe("times that do not exist", () => {
  test.each([
    "25:00",
    "18:60",
    "24:00",
    "13:30 pm",
    "30.02 10:00",
    "31 ноября 10:00",
    "17.13 10:00",
    "29.02.2017 9:00",
  ])("«%s»", (text) => {
    expect(meant(text)).toBe("does not exist");
  });

  test("those the clock is set forward over", () => {
    const eve = DateTime.fromISO("2016-03-12T12:00", { zone: "America/New_York" }).toMillis();
    expect(meant("tomorrow 2:30", eve, "America/New_York")).toBe("does not exist");
    expect(meant("tomorrow 3:00", eve, "America/New_York")).toBe("2016-03-13T03:00");
  });

  test("of two that the clock shows, the first still ahead is meant", () => {
    const where = "America/New_York";
    const between = Date.UTC(2016, 10, 6, 5, 45);
    expect(localTimeIn("1:50", { now: between, zone: where })).toMatchObject({
      at: Date.UTC(2016, 10, 6, 5, 50),
    });
    expect(localTimeIn("1:30", { now: between, zone: where })).toMatchObject({
      at: Date.UTC(2016, 10, 6, 6, 30),
    });
  });
});

test("whatever is typed, an instant is ahead and reads on the wall as it says", () => {
  const zones = fc.constantFrom("Asia/Krasnoyarsk", "Asia/Tokyo", "America/New_York", "Australia/Lord_Howe");
  const pad = (n: number) => String(n).padStart(2, "0");
  const typed = fc
    .tuple(
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1, max: 12 }),
      fc.nat(24),
      fc.nat(60),
      fc.nat(2),
    )
    .map(([day, month, hour, minute, form]) => {
      const time = `${hour}:${pad(minute)}`;
      return [`${day}.${pad(month)} ${time}`, time, `tomorrow ${time}`][form] ?? "";
    });
  fc.assert(
    fc.property(
      fc.oneof(typed, fc.string({ maxLength: 20 })),
      zones,
      fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2030, 0) }),
      (text, where, at) => {
        const time = localTimeIn(text, { now: at, zone: where });
        if (!time.ok) return;
        expect(time.at).toBeGreaterThan(at);
        expect(DateTime.fromMillis(time.at, { zone: where }).toFormat("yyyy-MM-dd'T'HH:mm")).toBe(time.local);
      },
    ),
    { numRuns: runs(300) },
  );
});

describe("a date as people type it", () => {
  const day = (text: string) => {
    const date = localDateIn(text, { now, zone });
    return date.ok ? date.date : date.why;
  };

  test.each([
    [
      "2016-12-01",
      ["1 декабря", "до 1 декабря", "к 1 дек.", "01.12", "01.12.2016", "01.12.16", "1 декабря 2016 г."],
    ],
    [
      "2016-12-01",
      [
        "1 December",
        "by Dec 1",
        "December 1, 2016",
        "2016-12-01",
        "12月1日",
        "2016年12月1日まで",
        "2016/12/1",
      ],
    ],
    ["2016-11-16", ["сегодня", "today", "本日"]],
    ["2016-11-17", ["завтра", "до завтра", "by tomorrow", "明日までに"]],
    ["2016-11-18", ["пятница", "в пятницу", "До пятницы", "Friday", "by Friday", "金曜日", "金曜までに"]],
    ["2016-11-23", ["среда", "через неделю", "in a week", "1週間後", "через 7 дней"]],
    ["2016-11-25", ["来週金曜", "来週の金曜日"]],
    [
      "2016-11-30",
      ["до конца месяца", "конец месяца", "end of the month", "月末", "через две недели", "in 2 weeks"],
    ],
    ["2016-12-16", ["через месяц", "in a month", "1か月後"]],
    ["2016-12-31", ["до конца года", "by the end of the year", "年末"]],
    ["past", ["1 ноября", "1.11.2016", "2016-11-15"]],
    ["does not exist", ["31 ноября", "30.02.2017"]],
    ["not a date", ["", "скоро", "через пень колоду", "1", "99.99.99.99", "в".repeat(4096), "=1+1"]],
  ])("%s", (date, said) => {
    expect(said.map((text) => [text, day(text)])).toEqual(said.map((text) => [text, date]));
  });
});
