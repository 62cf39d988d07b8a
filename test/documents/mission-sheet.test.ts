import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { missionFromSheet } from "../../src/documents/mission-from-sheet.ts";
import { emptyMissionSheet, missionSheet } from "../../src/documents/mission-sheet.ts";
import { unzipped } from "../../src/documents/unzipped.ts";
import { readWorkbook } from "../../src/documents/workbook.ts";
import { languages, type Mission } from "../../src/domain/mission.ts";
import { loadSpeeches, type Speeches } from "../../src/messages/speech.ts";
import { anyMission } from "../support/arbitraries.ts";
import { krasnoyarsk, missionWith, tokyo } from "../support/missions.ts";
import { runs } from "../support/runs.ts";

let speeches: Speeches;
beforeAll(async () => {
  speeches = await loadSpeeches();
});

/** The mission a workbook of another one is read back as; it is read in Russian whatever language it was made in. */
async function throughExcel(mission: Mission, language: "ru" | "en" | "ja" = "ru") {
  const reading = await missionFromSheet(await missionSheet(mission, speeches(language)), speeches("ru"));
  if (!reading.ok) throw new Error(reading.problems.join("\n"));
  return reading;
}

describe.each([krasnoyarsk, tokyo])("the workbook of $id", (mission) => {
  test.each(languages)("with headings in %s is read back as the same mission", async (language) => {
    const { mission: same, warnings } = await throughExcel(mission, language);
    expect(same).toEqual(mission);
    expect(warnings).toEqual([]);
  });
});

describe("the file", () => {
  async function xml(mission: Mission) {
    const files = unzipped(await missionSheet(mission, speeches("ru")), { mostBytes: 20_000_000 });
    return (name: string) => Buffer.from(files.get(`xl/${name}.xml`) ?? "").toString("utf8");
  }

  test("has a sheet for each list, whose heading stays in sight and whose keys do not", async () => {
    const part = await xml(krasnoyarsk);
    const names = [...part("workbook").matchAll(/<sheet [^>]*\bname="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual([
      "События",
      "Участники",
      "Места",
      "Группы",
      "Транспорт",
      "Контакты",
      "Миссия",
      "Как заполнять",
    ]);
    const events = part("worksheets/sheet1");
    expect(events).toMatch(/<pane [^>]*ySplit="2"[^>]*state="frozen"/);
    expect(events).toMatch(/<row r="2"[^>]*hidden="1"/);
    expect(events).not.toMatch(/<row r="1"[^>]*hidden/);
    expect(events).toContain('<formula1>"confirmed,tentative"</formula1>');
    expect(part("worksheets/sheet7")).toMatch(/<col min="2"[^>]*hidden="1"/);
  });

  test("has no formula, whatever people wrote, and marks their words as text", async () => {
    const part = await xml(missionWith({ events: [{ id: "odd", start: "10:00", title: "=1+1" }] }));
    expect(part("worksheets/sheet1")).not.toContain("<f>");
    expect(part("sharedStrings")).toContain("<t>=1+1</t>");
    expect(part("styles")).toMatch(/numFmtId="49"|formatCode="@"/);
  });
});

const odd = [
  "=1+1",
  "+7 000",
  "-2",
  "@SUM(A1)",
  "'quoted",
  "<b>bold</b> & more",
  "🎻 музыка 🇯🇵",
  "שלום עולם",
  "constructor",
  "__proto__",
  "_x0041_",
  "two\nlines",
  "паспорт, виза; «копия»",
  '"Ракета", завод',
  "—",
  "0",
  "нет",
  "17.11.2016",
  "ы".repeat(3000),
];

test("whatever people type survives the way through Excel as text", async () => {
  const mission = missionWith({
    events: odd.map((words, index) => {
      const short = [...words].slice(0, 300).join("");
      return {
        id: `odd-${index}`,
        start: "10:00",
        title: { en: short },
        description: words,
        bring: [short, { ru: short, ja: "傘" }, { en: "umbrella" }],
        documents: [{ title: short, url: "https://example.org/a,b;c" }],
      };
    }),
  });
  expect((await throughExcel(mission)).mission).toEqual(mission);
});

test("what a file can say in more than one way comes back as it was said", async () => {
  const mission = missionWith({
    digest: null,
    reminders: { default: [], meal: ["PT1H30M"] },
    events: [
      { id: "one", start: "10:00", fixed: false, optional: true, reminders: [], bring: ["a"] },
      { id: "two", start: "12:00", reminders: ["P1D", "PT15M"], gathering: { at: "11:30" } },
    ],
    venues: [{ id: "hall", name: "Hall", location: { latitude: -0.5, longitude: 92, approximate: false } }],
  });
  expect((await throughExcel(mission)).mission).toEqual(mission);
  const half = { ...mission, digest: { evening: null, morning: "07:30" } };
  expect((await throughExcel(half)).mission).toEqual(half);
  const years = missionWith({ events: [{ id: "old", start: "1703-05-27T10:00" }] });
  expect((await throughExcel(years)).mission).toEqual(years);
});

test("any mission survives the way through Excel, but for groups of nobody", async () => {
  // An empty list of ids says no more than none at all.
  const withoutEmpty = (mission: Mission) =>
    JSON.parse(
      JSON.stringify(mission, (_key, value) =>
        Array.isArray(value) && value.length === 0 ? undefined : value,
      ),
    );
  await fc.assert(
    fc.asyncProperty(anyMission, async (mission) => {
      const { mission: same } = await throughExcel(mission);
      expect(withoutEmpty(same)).toEqual(withoutEmpty(mission));
    }),
    { numRuns: runs(12) },
  );
});

test("the empty template has every column and says by cell what is to be filled in", async () => {
  const empty = await emptyMissionSheet(speeches("en"), ["ru", "ja"]);
  const workbook = await readWorkbook(empty);
  const events = workbook.ok ? workbook.sheets[0]?.rows[1] : [];
  expect(events).toContain("events.title.ru");
  expect(events).toContain("events.title.ja");
  expect(events).not.toContain("events.title.en");
  expect(await missionFromSheet(empty, speeches("ru"))).toEqual({
    ok: false,
    problems: [
      "Лист «Mission», C1: не заполнено",
      "Лист «Mission», C2: не заполнено",
      "Лист «Mission», C4: не заполнено",
      "Лист «Events», A3: не заполнено",
    ],
    warnings: [],
  });
});
