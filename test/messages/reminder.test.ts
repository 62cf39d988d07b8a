import { describe, expect, test } from "vitest";
import type { Choices } from "../../src/domain/audience.ts";
import type { Language, Mission } from "../../src/domain/mission.ts";
import { digestMessage } from "../../src/messages/digest.ts";
import { eventCard } from "../../src/messages/event-card.ts";
import { reminderMessage } from "../../src/messages/reminder.ts";
import { at, eventOf, krasnoyarsk, missionWith, seatWith, tokyo } from "../support/missions.ts";
import { entitiesIn, inForce, readingOf, shown } from "../support/readings.ts";

function reminderOf(mission: Mission, language: Language, ids: string[], choices: Choices = {}) {
  const [seat = seatWith()] = mission.people ?? [];
  // On the way there, by the clock that goes there.
  const now =
    Math.min(...ids.map((id) => eventOf(inForce(mission).programme.events, id).call)) - 15 * 60 * 1000;
  const reading = readingOf(inForce(mission), seat, { language, choices, now });
  return reminderMessage(
    reading,
    ids.map((id) => eventOf(reading.own, id)),
  );
}

const lines = (...text: string[]) => text.join("\n");

describe("a reminder", () => {
  test("says first the gathering, then where to, then what to wear", () => {
    expect(shown(reminderOf(krasnoyarsk, "ru", ["wreath-laying"]))).toBe(
      lines(
        "⏰ Сбор в 10:15, холл гостиницы «Красноярск»",
        "🚌 Автобус № 1, отправление в 10:30",
        "Церемония возложения цветов к Мемориалу Победы, 11:00–11:25",
        "📍 Мемориал Победы",
        "👔 Тёмное тёплое пальто",
        "[✅ Я на месте]",
        "[Подробнее]",
      ),
    );
  });

  test("is the same in English", () => {
    expect(shown(reminderOf(krasnoyarsk, "en", ["wreath-laying"]))).toBe(
      lines(
        "⏰ Gather at 10:15, lobby of the Krasnoyarsk Hotel",
        "🚌 Bus 1, departs at 10:30",
        "Flower-laying ceremony at the Victory Memorial, 11:00–11:25",
        "📍 Victory Memorial",
        "👔 Dark warm coat",
        "[✅ I am here]",
        "[Details]",
      ),
    );
  });

  test("of a flight says whose time is meant, and what to take along", () => {
    expect(shown(reminderOf(krasnoyarsk, "ru", ["flight-out"]))).toBe(
      lines(
        "⏰ Сбор в 21:30, зал вылета, у информационной стойки",
        "Перелёт Санкт-Петербург – Красноярск, 23:35 (Москва) – 17 ноября, 08:00 (Красноярск)",
        "📍 Аэропорт Пулково, Санкт-Петербург (LED) → Международный аэропорт Красноярск (Емельяново, KJA)",
        "🎒 С собой: паспорт, тёплая одежда в ручной клади",
        "[✅ Я на месте]",
        "[Подробнее]",
      ),
    );
  });

  test("in Tokyo speaks Japanese, and says what is not yet certain", () => {
    expect(shown(reminderOf(tokyo, "ja", ["embassy-reception"]))).toBe(
      lines(
        "⏰ 集合 18:00 経団連会館玄関前、バス乗り場",
        "🚌 1号車 出発 18:05",
        "在日ロシア連邦大使館 レセプション, 18:30–20:30",
        "❔ 仮の予定：時間や場所が変わることがあります",
        "📍 在日ロシア連邦大使館",
        "👔 ダークスーツ",
        "🎒 持ち物：招待状、パスポート",
        "[✅ 到着しました]",
        "[詳細]",
      ),
    );
  });

  test("has every time to tap and the title in bold", () => {
    expect(entitiesIn(reminderOf(krasnoyarsk, "ru", ["wreath-laying"]))).toEqual([
      "date_time: 10:15",
      "date_time: 10:30",
      "bold: Церемония возложения цветов к Мемориалу Победы",
      "date_time: 11:00",
      "date_time: 11:25",
    ]);
  });

  test("without a gathering begins with the event itself", () => {
    const mission = missionWith({
      venues: [{ id: "hall", name: "Hall" }],
      events: [{ id: "talk", title: "Talk", start: "10:30", end: "11:00", venue: "hall", room: "Room 5" }],
    });
    expect(shown(reminderOf(mission, "en", ["talk"]))).toBe(
      lines("⏰ Talk, 10:30–11:00", "📍 Hall, Room 5", "[Details]"),
    );
  });

  test("of what begins after midnight says on which day to gather", () => {
    const mission = missionWith({
      events: [
        {
          id: "flight",
          title: "Flight",
          start: "2016-11-18T00:30",
          gathering: { at: "2016-11-17T22:50", place: "Lobby" },
        },
      ],
    });
    expect(shown(reminderOf(mission, "en", ["flight"]))).toBe(
      lines("⏰ Gather at 22:50 (Thu 17 Nov), Lobby", "Flight, 00:30", "[✅ I am here]", "[Details]"),
    );
  });
});

describe("a reminder of several events", () => {
  const mission = missionWith({
    events: [
      { id: "talk", title: "Talk", start: "10:30", choice: "tables" },
      { id: "tour", title: "Tour", start: "10:30", choice: "tables" },
    ],
  });

  test("has a button for each; of parallel ones it asks to pick", () => {
    expect(shown(reminderOf(mission, "en", ["talk", "tour"]))).toBe(
      lines(
        "⏰ Talk, 10:30",
        "",
        "⏰ Tour, 10:30",
        "",
        "These run in parallel. Please choose which one you will attend.",
        "[Talk]",
        "[Tour]",
      ),
    );
  });

  test("asks nobody to pick once organisers have closed the list, and says whom to write to", () => {
    const reading = readingOf(inForce(mission), seatWith(), { language: "en", now: at("10:00") });
    const closed = { ...reading, closed: new Set(["tables"]) };
    const written = "The organisers have closed the list. To change your choice, write to them: /ask.";
    const evening = { kind: "evening", about: "2016-11-17" } as const;
    for (const { text, buttons } of [
      reminderMessage(closed, reading.own),
      digestMessage(closed, evening).message,
      eventCard(closed, eventOf(reading.own, "talk"), { muted: false }),
    ]) {
      expect(text.text).toContain(written);
      expect(text.text).not.toMatch(/[Cc]hoose/);
      expect(JSON.stringify(buttons)).not.toMatch(/🔀|pick:/);
    }
  });

  test("asks nobody who has picked", () => {
    expect(shown(reminderOf(mission, "en", ["tour"], { tables: "tour" }))).toBe(
      lines("⏰ Tour, 10:30", "[Details]"),
    );
  });
});

test("an evening digest says what to wear once, however it is capitalised", () => {
  const mission = missionWith({
    events: [
      { id: "talks", title: "Talks", start: "2016-11-18T10:00", dressCode: "Business" },
      { id: "lunch", title: "Lunch", start: "2016-11-18T13:00", dressCode: "business" },
    ],
  });
  const reading = readingOf(inForce(mission), seatWith(), { language: "en", now: at("20:00") });
  const { message } = digestMessage(reading, { kind: "evening", about: "2016-11-18" });
  expect(shown(message)).toContain("👔 Business\n");
});

test("an evening digest counts on nobody where they said they will not be", () => {
  const mission = missionWith({
    events: [
      { id: "visit", title: "Visit", start: "2016-11-18T09:00", dressCode: "Boots" },
      { id: "talks", title: "Talks", start: "2016-11-18T10:00" },
    ],
  });
  const reading = readingOf(inForce(mission), seatWith(), { language: "en", now: at("20:00") });
  const away = { ...reading, away: new Set(["visit"]) };
  const { message } = digestMessage(away, { kind: "evening", about: "2016-11-18" });
  expect(shown(message)).toContain("⏰ Begins at 10:00");
  expect(shown(message)).toContain("09:00 Visit\n🚫 Noted: you will not come\n10:00 Talks");
  expect(shown(message)).not.toContain("Boots");
});
