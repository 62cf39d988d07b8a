import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { zonesOf } from "../../src/domain/event-zones.ts";
import type { Event, Mission } from "../../src/domain/mission.ts";
import { readMission } from "../../src/domain/mission-check.ts";
import { instantOf } from "../../src/domain/zones.ts";

const fileOf = (name: string) =>
  readFileSync(new URL(`../../data/missions/${name}.json`, import.meta.url), "utf8");

function missionOf(name: string): Mission {
  const reading = readMission(fileOf(name));
  if (!reading.ok) throw new Error(`${name}: ${JSON.stringify(reading.problems)}`);
  return reading.mission;
}

const krasnoyarsk = missionOf("krasnoyarsk");
const tokyo = missionOf("tokyo");

function eventOf(mission: Mission, id: string): Event {
  const found = mission.events.find((event) => event.id === id);
  if (!found) throw new Error(`${mission.id} has no event ${id}`);
  return found;
}

function minutesOf(mission: Mission, id: string): number {
  const event = eventOf(mission, id);
  const zones = zonesOf(mission, event);
  return (
    (instantOf(event.end ?? event.start, zones.end).at - instantOf(event.start, zones.start).at) / 60_000
  );
}

describe.each([krasnoyarsk, tokyo])("the $id mission", (mission) => {
  const text = fileOf(mission.id);

  test("has neither problems nor warnings", () => {
    expect(readMission(text)).toMatchObject({ ok: true, warnings: [] });
  });

  test("says everything in all of its languages", () => {
    const texts = textsIn(JSON.parse(text));
    expect(texts.length).toBeGreaterThan(100);
    for (const languages of texts) expect(languages).toEqual([...mission.languages]);
  });

  test("names offices, not persons, and no telephone but placeholders", () => {
    expect(mission.people?.filter(({ name, phone }) => name || phone)).toEqual([]);
    expect(mission.contacts?.filter(({ name }) => name)).toEqual([]);
    for (const { phone } of mission.contacts ?? []) expect(phone ?? "").toMatch(/^(|\+\d{1,2}[ 0-]+)$/);
  });

  test("says at the first event of each day what in it is assumed", () => {
    const seen = new Set<string>();
    for (const { start, description } of mission.events) {
      const day = start.slice(0, 10);
      if (!seen.has(day)) expect(JSON.stringify(description)).toMatch(/предположен|пример/);
      seen.add(day);
    }
  });

  test("has a note-taker at every meeting and signing", () => {
    const formal = mission.events.filter(({ kind }) => kind === "meeting" || kind === "signing");
    expect(formal.length).toBeGreaterThan(0);
    for (const { roles } of formal) {
      expect(roles?.map(({ role }) => (typeof role === "string" ? role : role.ru))).toContain("ведёт запись");
    }
  });

  test("has two buses with their escorts, an aide, and organisers", () => {
    expect(mission.vehicles?.map(({ escort }) => escort)).toEqual(["guide-1", "guide-2"]);
    expect(mission.people?.filter(({ aideOf }) => aideOf)).toHaveLength(1);
    expect(mission.people?.some(({ role }) => role === "organiser")).toBe(true);
    expect(mission.people?.length).toBeGreaterThanOrEqual(12);
  });
});

describe("Krasnoyarsk, 16 to 18 November 2016", () => {
  test("has every line of the programme", () => {
    expect(krasnoyarsk.events.map(({ id }) => id)).toEqual([
      "flight-out",
      "arrival",
      "transfer-in",
      "check-in",
      "wreath-laying",
      "governor-meeting",
      "agreement-signing",
      "working-lunch",
      "hall-check",
      "conference",
      "roundtable-innovation",
      "roundtable-culture",
      "roundtable-business",
      "networking",
      "theatre",
      "organisers-review",
      "breakfast",
      "oncology-visit",
      "business-talks",
      "maternity-visit",
      "lunch",
      "chief-physicians",
      "wrap-up",
      "transfer-out",
      "flight-home",
    ]);
  });

  test("lives at UTC+7, where the flight from Moscow time arrives in the morning after 4 h 25", () => {
    expect(instantOf("2016-11-17T00:00", krasnoyarsk.timezone).at).toBe(Date.UTC(2016, 10, 16, 17));
    const flight = eventOf(krasnoyarsk, "flight-out");
    expect(zonesOf(krasnoyarsk, flight)).toEqual({ start: "Europe/Moscow", end: "Asia/Krasnoyarsk" });
    expect([flight.start, flight.end]).toEqual(["2016-11-16T23:35", "2016-11-17T08:00"]);
    expect(minutesOf(krasnoyarsk, "flight-out")).toBe(4 * 60 + 25);
  });

  test("flies home in 4 h 40, which is 40 minutes by the clock", () => {
    expect(minutesOf(krasnoyarsk, "flight-home")).toBe(4 * 60 + 40);
  });

  test("lets people choose one of three round tables, and stay away from the theatre", () => {
    const choice = krasnoyarsk.events.filter((event) => event.choice === "roundtables");
    expect(choice.map(({ start, end }) => `${start} ${end}`)).toEqual(
      Array(3).fill("2016-11-17T16:00 2016-11-17T17:30"),
    );
    expect(eventOf(krasnoyarsk, "theatre").optional).toBe(true);
  });

  test("gathers in the lobby at 10:15 and leaves at 10:30 for the flowers at 11:00", () => {
    expect(eventOf(krasnoyarsk, "wreath-laying")).toMatchObject({
      start: "2016-11-17T11:00",
      gathering: { at: "2016-11-17T10:15", departs: "2016-11-17T10:30" },
    });
  });

  test("visits hospitals with shoe covers, without photographs, and by address instead of a doubtful pin", () => {
    for (const id of ["oncology-visit", "maternity-visit"]) {
      const visit = eventOf(krasnoyarsk, id);
      expect(visit.groups).toEqual(["medical"]);
      expect(visit.bring).toContainEqual({ ru: "бахилы", en: "shoe covers" });
      expect(visit.description).toMatchObject({ ru: expect.stringMatching(/без фото пациентов/i) });
      const venue = krasnoyarsk.venues?.find((candidate) => candidate.id === visit.venue);
      expect(venue?.address).toBeDefined();
      expect(venue?.location).toBeUndefined();
    }
  });

  test("never moves the Governor's meeting, the signing and the flights", () => {
    const fixed = krasnoyarsk.events.filter((event) => event.fixed).map(({ id }) => id);
    expect(fixed).toEqual(["flight-out", "governor-meeting", "agreement-signing", "flight-home"]);
  });
});

describe("Tokyo, 27 February to 3 March 2016", () => {
  test("has every line of the programme", () => {
    expect(tokyo.events.map(({ id }) => id)).toEqual([
      "flight-out",
      "transfer-in",
      "check-in",
      "lists-check",
      "kick-off",
      "registration",
      "plenary",
      "card-exchange",
      "roundtable-pharma",
      "roundtable-parks",
      "bilateral-day-one",
      "embassy-reception",
      "parks-signing",
      "bilateral-day-two",
      "olympus-meeting",
      "trade-representation-meeting",
      "assignments-draft",
      "wrap-up",
      "transfer-out",
      "flight-home",
      "governor-briefing",
    ]);
  });

  test("opens on the leap day, at UTC+9", () => {
    const { start } = eventOf(tokyo, "plenary");
    expect(start).toBe("2016-02-29T09:30");
    expect(instantOf(start, tokyo.timezone).at).toBe(Date.UTC(2016, 1, 29, 0, 30));
  });

  test("flies out in 9 h 40 and home in 10 h 10", () => {
    expect(minutesOf(tokyo, "flight-out")).toBe(9 * 60 + 40);
    expect(minutesOf(tokyo, "flight-home")).toBe(10 * 60 + 10);
  });

  test("ends with a briefing at home, by Moscow time", () => {
    const briefing = eventOf(tokyo, "governor-briefing");
    expect(zonesOf(tokyo, briefing).start).toBe("Europe/Moscow");
    expect(instantOf(briefing.start, "Europe/Moscow").at).toBe(Date.UTC(2016, 2, 3, 8));
  });

  test("has an interpreter wherever the two sides speak", () => {
    for (const id of ["plenary", "roundtable-pharma", "bilateral-day-one", "olympus-meeting"]) {
      expect(eventOf(tokyo, id).interpreter).toBeDefined();
    }
  });
});

/** The languages of every text that is given by language. */
function textsIn(value: unknown): string[][] {
  if (typeof value !== "object" || value === null) return [];
  if (Object.hasOwn(value, "ru")) return [Object.keys(value)];
  return Object.values(value).flatMap(textsIn);
}
