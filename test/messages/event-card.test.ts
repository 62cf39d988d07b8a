import { describe, expect, test } from "vitest";
import type { Language, Seat } from "../../src/domain/mission.ts";
import { eventCard } from "../../src/messages/event-card.ts";
import { at, type EventSketch, eventOf, missionWith, seatOf } from "../support/missions.ts";
import { entitiesIn, inForce, readingOf, shown } from "../support/readings.ts";

const lines = (...text: string[]) => text.join("\n");

const people: Seat[] = [
  { id: "head", position: { ru: "Глава делегации", en: "Head of delegation" } },
  { id: "aide", position: { ru: "Помощник", en: "Aide" } },
];

function cardOf(event: EventSketch, { reader = "head", now = "09:00", language = "en" as Language } = {}) {
  const mission = missionWith({
    people,
    vehicles: [{ id: "bus-2", name: "Bus 2", plate: "A 123 BC" }],
    contacts: [{ id: "duty", role: "Duty officer", phone: "+7 000 000-00-00", telegram: "@duty_officer" }],
    venues: [
      { id: "hall", name: "Hall", address: "1 Main Street", location: { latitude: 56, longitude: 92 } },
      { id: "plant", name: "Plant" },
    ],
    events: [event, { id: "other", title: "Other", start: "16:00", choice: "tables" }],
  });
  const seat = seatOf(mission, reader);
  const reading = readingOf(inForce(mission), seat, { language, now: at(now) });
  return eventCard(reading, eventOf(reading.own, event.id), { muted: false });
}

const full: EventSketch = {
  id: "talk",
  title: "Talk",
  start: "10:00",
  end: "11:00",
  status: "tentative",
  optional: true,
  venue: "hall",
  room: "Room 5",
  vehicles: ["bus-2"],
  gathering: { at: "09:15", departs: "09:30", place: "Lobby" },
  dressCode: "Business",
  bring: ["passport", "badge"],
  weather: "Frost",
  interpreter: "Consecutive",
  description: "About trade.",
  host: "The ministry",
  brief: "Ask about timber.",
  roles: [
    { role: "leads", person: "head" },
    { role: "takes the minutes", person: "aide" },
  ],
  contact: "duty",
  documents: [{ title: "Agenda", url: "https://example.org/agenda.pdf" }],
};

describe("the card of an event", () => {
  test("has everything there is to know, what and when before where and how", () => {
    expect(shown(cardOf(full))).toBe(
      lines(
        "Talk",
        "❔ Tentative: the time or the place may still change",
        "Optional",
        "Thursday 17 November",
        "10:00–11:00",
        "⏰ Gather at 09:15, Lobby",
        "🚌 Bus 2 (A 123 BC), departs at 09:30",
        "",
        "📍 Hall, Room 5",
        "1 Main Street",
        "👔 Business",
        "🎒 Bring: passport, badge",
        "🌡 Frost",
        "🗣 Consecutive",
        "",
        "About trade.",
        "Host: The ministry",
        "Brief for the delegation",
        "Ask about timber.",
        "",
        "❗ Your part: leads",
        "Takes the minutes: Aide",
        "☎️ Duty officer",
        "+7 000 000-00-00, @duty_officer",
        "[✅ I am here]",
        "[📍 Map]",
        "[📋 Copy the address]",
        "[🚕 Show a taxi driver]",
        "[📄 Agenda]",
        "[🔕 Do not remind me of this]",
        "[🚫 I cannot come]",
        "[‹ Thursday 17 November]",
      ),
    );
  });

  test("has no empty lines for what is not given", () => {
    expect(shown(cardOf({ id: "talk", title: "Talk", start: "10:00" }))).toBe(
      lines(
        "Talk",
        "Thursday 17 November",
        "10:00",
        "[🔕 Do not remind me of this]",
        "[🚫 I cannot come]",
        "[‹ Thursday 17 November]",
      ),
    );
  });

  test("copies the address on a tap, and folds the brief", () => {
    expect(entitiesIn(cardOf(full))).toEqual([
      "bold: Talk",
      "date_time: 10:00",
      "date_time: 11:00",
      "date_time: 09:15",
      "date_time: 09:30",
      "code: 1 Main Street",
      "expandable_blockquote: Ask about timber.",
      "bold: ❗ Your part: leads",
    ]);
  });

  test("points out one's own part to its reader only", () => {
    const aides = shown(cardOf(full, { reader: "aide" }));
    expect(aides).toContain("\nLeads: Head of delegation\n❗ Your part: takes the minutes\n");
  });

  test("offers to pick until it begins, and a note from then on", () => {
    const table = { id: "table", title: "Table", start: "16:00", choice: "tables" };
    expect(shown(cardOf(table, { now: "15:59" }))).toBe(
      lines(
        "Table",
        "🔀 Runs in parallel with others: choose one",
        "Thursday 17 November",
        "16:00",
        "[✅ I choose this one]",
        "[🔀 Compare the options]",
        "[🔕 Do not remind me of this]",
        "[‹ Thursday 17 November]",
      ),
    );
    const begun = shown(cardOf(table, { now: "16:00" }));
    expect(begun).not.toContain("[✅");
    expect(begun).toContain("[📝 Take a note]");
  });

  test("has no map where there is no pin, and names both ends of a way", () => {
    const way = {
      id: "way",
      title: "Way",
      kind: "transfer" as const,
      start: "10:00",
      venue: "plant",
      to: "hall",
    };
    expect(shown(cardOf(way, { language: "ru" }))).toBe(
      lines(
        "Way",
        "Четверг, 17 ноября",
        "10:00",
        "",
        "📍 Plant → Hall",
        "[🔕 Не напоминать об этом]",
        "[🚫 Не смогу быть]",
        "[‹ четверг, 17 ноября]",
      ),
    );
  });

  test("stays one message however much is written", () => {
    const long = "Слово ".repeat(480).trim();
    const card = cardOf({ ...full, description: long, brief: long });
    expect(card.text.text.length).toBeLessThan(4096);
    expect(card.text.text).toContain("Слово…\nHost");
  });
});
