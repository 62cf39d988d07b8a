import { describe, expect, test } from "vitest";
import type { Language } from "../../src/domain/mission.ts";
import { dayMessage, nowMessage, programmeMessage } from "../../src/messages/schedule.ts";
import { at, krasnoyarsk, missionWith, seatOf, seatWith, tokyo } from "../support/missions.ts";
import { entitiesIn, inForce, readingOf, shown } from "../support/readings.ts";

const lines = (...text: string[]) => text.join("\n");

const diagnostics = (language: Language, now: number, choices = {}) =>
  readingOf(inForce(krasnoyarsk), seatOf(krasnoyarsk, "diagnostics"), { language, now, choices });
const governor = (language: Language, now: number) =>
  readingOf(inForce(tokyo), seatOf(tokyo, "governor"), { language, now });

describe("a day", () => {
  const visit = missionWith({
    homeTimezone: "Europe/Moscow",
    venues: [{ id: "hall", name: "Hall" }],
    events: [
      { id: "arrival", title: "Arrival", start: "08:00", end: "09:00", venue: "hall" },
      { id: "talk", title: "Talk", start: "10:00", end: "11:00", venue: "hall", room: "Room 5" },
      {
        id: "tour",
        title: "Tour",
        start: "12:00",
        status: "tentative",
        gathering: { at: "11:30", place: "Lobby" },
      },
      { id: "concert", title: "Concert", start: "19:00", optional: true },
      { id: "departure", title: "Departure", start: "2016-11-18T08:00" },
    ],
  });
  const day = (time: string, date: string) =>
    shown(dayMessage(readingOf(inForce(visit), seatWith(), { language: "en", now: at(time) }), date));

  test("marks what is past, what is on and what is next, and keeps directions for what is ahead", () => {
    expect(
      day("10:30", "2016-11-17")
        .replace(/ \(Moscow.*\)$/m, "")
        .replace(/: Krasnoyarsk.*$/m, ": Krasnoyarsk"),
    ).toBe(
      lines(
        "Thursday 17 November",
        "🕐 Local time: Krasnoyarsk",
        "",
        "✓ 08:00–09:00",
        "Arrival",
        "",
        "▶️ 10:00–11:00",
        "Talk",
        "📍 Hall, Room 5",
        "",
        "➡️ 12:00",
        "Tour (tentative)",
        "⏰ Gather at 11:30, Lobby",
        "",
        "19:00",
        "Concert (optional)",
        "[08:00 Arrival]",
        "[10:00 Talk]",
        "[12:00 Tour]",
        "[19:00 Concert]",
        "[🖼 As a picture]",
        "[Whole programme] [Fri 18 Nov ›]",
      ),
    );
  });

  test("names the bus of every gathering ahead to whoever has one", () => {
    const gathering = { at: "09:30", departs: "09:40", place: "Lobby" };
    const tours = missionWith({
      vehicles: [
        { id: "first", name: "Bus 1" },
        { id: "second", name: "Bus 2" },
      ],
      events: [
        { id: "visit", title: "Visit", start: "10:00", end: "11:00", gathering },
        {
          ...{ id: "tour", title: "Tour", start: "15:00", end: "16:00", vehicles: ["first", "second"] },
          gathering: { at: "14:30", departs: "14:40", place: "Lobby" },
        },
      ],
    });
    const reading = readingOf(inForce(tours), seatWith({ vehicle: "second" }), {
      language: "en",
      now: at("08:00"),
    });
    const today = shown(dayMessage(reading, "2016-11-17"));
    expect(today).toContain("⏰ Gather at 09:30, Lobby\n\n");
    expect(today).toContain("⏰ Gather at 14:30, Lobby\n🚌 Bus 2, departs at 14:40");
  });

  test("without anything says so, and leads back to one with something", () => {
    expect(day("10:30", "2016-11-19")).toBe(
      lines(
        "Saturday 19 November",
        "",
        "Nothing is planned for you on this day.",
        "[‹ Fri 18 Nov] [Whole programme]",
      ),
    );
  });

  test("says how far home is from local time, and nothing of it at home", () => {
    const zoneLine = (date: string) =>
      dayMessage(diagnostics("ru", at("10:00")), date).text.text.split("\n")[1];
    expect(zoneLine("2016-11-17")).toBe("🕐 Время местное: Красноярск (Москва: −4 ч)");
    expect(zoneLine("2016-11-16")).toBe("🕐 Время местное: Москва");
  });

  test("names the clock of what goes by another one than the day", () => {
    const roaming = missionWith({
      timezone: "America/New_York",
      homeTimezone: "Europe/Moscow",
      venues: [{ id: "coast", name: "Coast", timezone: "America/Los_Angeles" }],
      events: [
        { id: "talks", start: "2026-10-31T12:00", end: "2026-10-31T13:00" },
        { id: "call", start: "2026-10-31T11:30", end: "2026-10-31T12:30", venue: "coast" },
        { id: "night", start: "2026-10-31T22:30", end: "2026-11-01T02:30" },
        { id: "after", start: "2026-11-01T09:00" },
      ],
    });
    const read = (message: typeof dayMessage, date: string, now: string) =>
      message(
        readingOf(inForce(roaming), seatWith(), { language: "en", now: at(now, "America/New_York") }),
        date,
      ).text.text;
    const saturday = read(dayMessage, "2026-10-31", "2026-10-31T13:30");
    expect(saturday).toContain("12:00–13:00\n");
    expect(saturday).toContain("11:30–12:30 (Los Angeles Time)\n");
    expect(read(nowMessage, "", "2026-10-31T13:30")).toContain("11:30–12:30 (Los Angeles Time)\n");
    // The clocks go back in the night.
    expect(saturday).toContain("New York Time (Moscow Time: +7 h)");
    expect(read(dayMessage, "2026-11-01", "2026-11-01T01:00")).toContain("New York Time (Moscow Time: +8 h)");
  });

  test("has what came over midnight with its end only", () => {
    const [, flight] = dayMessage(diagnostics("ru", at("07:00")), "2016-11-17").text.text.split("\n\n");
    expect(flight).toBe(
      lines(
        "▶️ до 08:00",
        "Перелёт Санкт-Петербург – Красноярск",
        "📍 Аэропорт Пулково, Санкт-Петербург (LED) → Международный аэропорт Красноярск (Емельяново, KJA)",
      ),
    );
  });

  test("shows a picked event alone and those to pick from together", () => {
    const tables = (choices: Record<string, string>) =>
      dayMessage(diagnostics("ru", at("10:00"), choices), "2016-11-17")
        .text.text.split("\n")
        .filter((line) => line.startsWith("Круглый стол"));
    expect(tables({})).toHaveLength(3);
    for (const line of tables({})) expect(line).toMatch(/ \(на выбор\)$/);
    expect(tables({ roundtables: "roundtable-culture" })).toEqual([
      "Круглый стол «Многообразие культурной повестки региона как фактор развития туристической отрасли» (ваш выбор)",
    ]);
  });

  test("has its date and the titles in bold, and every time to tap", () => {
    const entities = entitiesIn(dayMessage(diagnostics("ru", at("10:00")), "2016-11-18"));
    expect(entities.slice(0, 4)).toEqual([
      "bold: Пятница, 18 ноября",
      "date_time: 07:30",
      "date_time: 08:45",
      "bold: Завтрак, выезд из номеров",
    ]);
  });

  test("can be the leap day, in Japanese", () => {
    const { text } = dayMessage(governor("ja", at("2016-02-29T09:10", "Asia/Tokyo")), "2016-02-29");
    const [date, , ...rest] = text.text.split("\n");
    expect(date).toBe("2月29日(月)");
    expect(rest.slice(0, 8)).toEqual([
      "",
      "▶️ 09:00–09:30",
      "受付",
      "📍 経団連会館",
      "",
      "➡️ 09:30–12:00",
      "「日露貿易・産業対話」開会・全体会合",
      "📍 経団連会館",
    ]);
  });
});

describe("the whole programme", () => {
  test("is a line and a button a day", () => {
    expect(shown(programmeMessage(diagnostics("ru", at("10:00"))))).toMatch(
      new RegExp(
        lines(
          "^Культурно-деловая миссия Санкт-Петербурга в Красноярский край",
          "16\\s?–\\s?18 ноября 2016 г\\.",
          "",
          "Среда, 16 ноября — 1 событие",
          "Четверг, 17 ноября — \\d+ событи[еяй]",
          "Пятница, 18 ноября — \\d+ событи[еяй]",
          "\\[Среда, 16 ноября\\]",
          "\\[Четверг, 17 ноября\\]",
          "\\[Пятница, 18 ноября\\]",
          "\\[🔀 Выбрать: круглый стол, 17 ноября\\]",
          "\\[📅 В календарь телефона\\]$",
        ),
      ),
    );
  });

  test("of somebody for whom there is nothing says so", () => {
    const mission = missionWith({
      title: "Visit",
      events: [{ id: "seating", start: "10:00", audience: "organisers" }],
    });
    const reading = readingOf(inForce(mission), seatWith(), { language: "en", now: at("10:00") });
    expect(shown(programmeMessage(reading))).toBe(
      lines("Visit", "", "The programme has no events for you yet."),
    );
    expect(shown(nowMessage(reading))).toBe("The programme has no events for you yet.");
  });
});

describe("what is on", () => {
  const now = (local: string) => shown(nowMessage(diagnostics("ru", at(local))));

  test("is named first, then what is next with its gathering", () => {
    expect(now("10:00")).toBe(
      lines(
        "Сейчас",
        "▶️ 09:30–10:15",
        "Размещение, завтрак",
        "📍 Гостиница «Красноярск»",
        "",
        "Далее",
        "➡️ 11:00–11:25",
        "Церемония возложения цветов к Мемориалу Победы",
        "⏰ Сбор в 10:15, холл гостиницы «Красноярск»",
        "🚌 Автобус № 2, отправление в 10:30",
        "📍 Мемориал Победы",
        "[09:30 Размещение, завтрак]",
        "[11:00 Церемония возложения цветов к Мемориалу П…]",
      ),
    );
  });

  test("may be nothing; what is next on another day has its day", () => {
    expect(now("23:00").split("\n").slice(0, 5)).toEqual([
      "Сейчас ничего не идёт.",
      "",
      "Далее, пятница, 18 ноября",
      "➡️ 07:30–08:45",
      "Завтрак, выезд из номеров",
    ]);
  });

  test("is over when everything is", () => {
    expect(now("2016-12-01T10:00")).toBe("Программа завершена.");
  });
});
