import { describe, expect, test } from "vitest";
import { dayCard, printOf } from "../../src/messages/day-card.ts";
import { digestMessage } from "../../src/messages/digest.ts";
import { TEXT_LIMIT } from "../../src/messages/limits.ts";
import { at, missionWith, seatWith } from "../support/missions.ts";
import { inForce, readingOf, shown } from "../support/readings.ts";

const day = "2016-11-17";
const visit = missionWith({
  contacts: [{ id: "desk", role: "Duty officer", phone: "+7 000 000-00-01" }],
  venues: [{ id: "hall", name: "Hall" }],
  vehicles: [{ id: "bus", name: "Bus 1" }],
  events: [
    { id: "arrival", title: "Arrival", start: "08:00", end: "09:00", venue: "hall" },
    {
      id: "talk",
      title: "Talk",
      start: "10:00",
      end: "11:00",
      venue: "hall",
      vehicles: ["bus"],
      gathering: { at: "09:30", departs: "09:40", place: "Lobby" },
    },
    { id: "dinner", title: "Dinner", start: "19:00", end: "21:00" },
  ],
});
const reading = (time: string, mission = visit) =>
  readingOf(inForce(mission), seatWith(), { language: "en", now: at(time) });
const escort = seatWith({ id: "guide", position: "Guide", phone: "+7 000 000-00-00" });

describe("the card of the day", () => {
  test("has all that is needed on the way, and of what is over a line", () => {
    expect(shown(dayCard(reading("10:20"), day, [escort]).message)).toBe(
      [
        "Thursday 17 November",
        "🕐 Local time: Krasnoyarsk Time",
        "",
        "✓ 08:00–09:00 Arrival",
        "",
        "▶️ 10:00–11:00",
        "Talk",
        "⏰ Gather at 09:30, Lobby",
        "🚌 Bus 1, departs at 09:40",
        "📍 Hall",
        "",
        "➡️ 19:00–21:00",
        "Dinner",
        "",
        "Your escort",
        "☎️ Guide",
        "+7 000 000-00-00",
        "",
        "Right as of 10:20, programme revision 1",
        "[More about the day]",
        "[🖼 As a picture]",
      ].join("\n"),
    );
  });

  test("names the mission's contacts where no escort has a phone", () => {
    const { text } = dayCard(reading("10:20"), day, [seatWith({ position: "Guide" })]).message;
    expect(text.text).toContain("Whom to call\n☎️ Duty officer\n+7 000 000-00-01");
  });

  test("differs from an earlier one only where an event has begun or ended", () => {
    const prints = (...times: string[]) =>
      new Set(times.map((time) => printOf(dayCard(reading(time), day, []).body)));
    expect(prints("07:00", "07:30", "07:59").size).toBe(1);
    expect(prints("09:30", "09:59", "10:00", "10:59").size).toBe(1);
    expect(prints("07:59", "08:00", "09:00", "09:30", "11:00", "19:00", "21:00").size).toBe(7);
  });

  test.each([20, 60, 150])(
    "of %d events still ends with phones and stamp, and says what is left out",
    (count) => {
      const time = (index: number, past = 0) => {
        const minutes = 60 + index * 9 + past;
        return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
      };
      const crowded = missionWith({
        venues: [{ id: "hall", name: "Exhibition and Business Centre" }],
        contacts: [{ id: "desk", role: "Duty officer", phone: "+7 000 000-00-01" }],
        events: Array.from({ length: count }, (_, index) => ({
          id: `talks-${index}`,
          title: `Talks no. ${index} with representatives of industrial enterprises of the region`,
          venue: "hall",
          start: time(index),
          end: time(index, 8),
        })),
      });
      for (const now of ["00:30", "02:00", "23:59"]) {
        const { text } = dayCard(reading(now, crowded), day, []).message;
        expect(text.text.length).toBeLessThanOrEqual(TEXT_LIMIT);
        expect(text.text).toMatch(/\+7 000 000-00-01\n\nRight as of .+$/);
        expect(text.text.includes("more events")).toBe(count > 50);
      }
      const evening = digestMessage(reading("00:30", crowded), { kind: "evening", about: day }).message;
      expect(evening.text.text.length).toBeLessThanOrEqual(TEXT_LIMIT);
    },
  );
});
