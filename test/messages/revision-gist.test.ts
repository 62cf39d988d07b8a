import { expect, test } from "vitest";
import { applyEdits, type Edit } from "../../src/domain/edits.ts";
import type { Language } from "../../src/domain/mission.ts";
import { nothingAside, programmeOf } from "../../src/domain/timetable.ts";
import { gistOf } from "../../src/messages/revision-gist.ts";
import { at, missionWith, seatWith } from "../support/missions.ts";
import { inForce, readingOf } from "../support/readings.ts";

const mission = missionWith({
  venues: [
    { id: "hall", name: "Hall" },
    { id: "office", name: "Office" },
  ],
  events: [
    {
      id: "signing",
      title: "Подписание",
      start: "11:00",
      end: "12:00",
      venue: "hall",
      gathering: { at: "10:15", place: "Lobby" },
    },
    { id: "dinner", title: "Ужин", start: "19:00" },
    { id: "theatre", title: "Театр", start: "21:00", status: "tentative" },
  ],
});

/** What the last of some edits did to what the others had made of the mission. */
function gist(edits: Edit[], language: Language = "ru"): string | undefined {
  const states = [edits.slice(0, -1), edits].map((some) => {
    const applied = applyEdits({ mission, aside: nothingAside }, some);
    if (!applied.ok) throw new Error(JSON.stringify(applied));
    return applied.state;
  });
  const [before, after] = states.map((state, index) => programmeOf(state.mission, index + 1, state.aside));
  if (before === undefined || after === undefined) throw new Error("two revisions were made");
  const now = at("08:00");
  return gistOf(readingOf(inForce(mission), seatWith(), { language, now }), before, after);
}

const set = (field: "room" | "status" | "dressCode" | "brief", value: string): Edit => ({
  ...{ do: "set", event: "signing", field, value },
});

test.each<[string, Edit[]]>([
  ["Подписание: 11:00 → 11:30", [{ do: "shift", event: "signing", minutes: 30 }]],
  ["Подписание: 11:00–12:00 → 11:00–12:30", [{ do: "end", event: "signing", at: "2016-11-17T12:30" }]],
  [
    "Ужин: чт, 17 нояб., 19:00 → пт, 18 нояб., 19:00",
    [{ do: "start", event: "dinner", at: "2016-11-18T19:00" }],
  ],
  ["Подписание: сбор 10:15 → 10:30", [{ do: "gather", event: "signing", at: "2016-11-17T10:30" }]],
  ["Подписание: Hall → Office", [{ do: "place", event: "signing", venue: "office" }]],
  ["Подписание: Hall → Hall, Room 5", [set("room", "Room 5")]],
  ["Подписание: отменено", [{ do: "cancel", event: "signing" }]],
  [
    "Ужин: восстановлено",
    [
      { do: "cancel", event: "dinner" },
      { do: "restore", event: "dinner" },
    ],
  ],
  [
    "Обед: добавлено",
    [{ do: "add", event: { id: "lunch", title: "Обед", kind: "meal", start: "2016-11-17T13:00" } }],
  ],
  ["Подписание: время уточняется", [{ do: "hold", event: "signing" }]],
  [
    "Подписание: время известно",
    [
      { do: "hold", event: "signing" },
      { do: "resume", event: "signing" },
    ],
  ],
  ["Подписание: предварительно", [set("status", "tentative")]],
  ["Театр: подтверждено", [{ do: "set", event: "theatre", field: "status", value: "confirmed" }]],
  ["Подписание: форма одежды", [set("dressCode", "Тёмный костюм")]],
  ["Подписание: уточнены сведения", [set("brief", "Справка")]],
])("«%s»", (said, edits) => {
  expect(gist(edits)).toBe(said);
});

test("several events are counted and named; a line stays a line", () => {
  const all: Edit = {
    do: "replace",
    with: {
      mission: {
        ...mission,
        events: mission.events.map((event) => ({ ...event, title: `${"Очень ".repeat(20)}долго` })),
      },
      aside: nothingAside,
    },
  };
  expect(gist([all])).toMatch(/^3 события: Очень [^,]+…, Очень [^,]+…, Очень [^,]+…$/);
  expect(gist([all])?.length).toBeLessThanOrEqual(140);
  expect(gist([all], "en")).toMatch(/^3 events: /);
  expect(gist([all], "ja")).toMatch(/^3件：/);
});

test("where no event is different nothing is said", () => {
  expect(gist([{ do: "approve" }])).toBeUndefined();
});
