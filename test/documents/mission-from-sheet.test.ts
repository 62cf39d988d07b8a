import { beforeAll, describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { ZipFile } from "yazl";
import type { CellValue } from "../../src/documents/cells.ts";
import { missionFromSheet } from "../../src/documents/mission-from-sheet.ts";
import { missionSheet } from "../../src/documents/mission-sheet.ts";
import { readWorkbook } from "../../src/documents/workbook.ts";
import type { Mission } from "../../src/domain/mission.ts";
import { loadSpeeches, type Speeches } from "../../src/messages/speech.ts";
import { krasnoyarsk, missionWith } from "../support/missions.ts";

let speeches: Speeches;
beforeAll(async () => {
  speeches = await loadSpeeches();
});

const read = (bytes: Uint8Array) => missionFromSheet(bytes, speeches("ru"));

/** What a person does with a workbook: opens it, types into cells (`Sheet!D7`), saves it. */
async function filled(mission: Mission, cells: Readonly<Record<string, CellValue>>, without: string[] = []) {
  const workbook = await readWorkbook(await missionSheet(mission, speeches("en")));
  if (!workbook.ok) throw new Error(workbook.because);
  const sheets = workbook.sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));
  for (const [place, value] of Object.entries(cells)) {
    const [sheetName, cell = ""] = place.split("!");
    const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    const column = [...letters].reduce((before, letter) => before * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const rows = sheets.find(({ name }) => name === sheetName)?.rows ?? [];
    while (rows.length < Number(row)) rows.push([]);
    const line = rows[Number(row) - 1] ?? [];
    while (line.length <= column) line.push(null);
    line[column] = value;
  }
  const saved = sheets
    .filter(({ name }) => !without.includes(name))
    .map(({ name, rows }) => ({ sheet: name, data: rows, dateFormat: "dd.mm.yyyy hh:mm" }));
  return new Uint8Array(await writeExcelFile(saved).toBuffer());
}

/** Columns: A id, B kind, C title, D start, E end, F venue, G to, H room, … */
const visit = missionWith({
  events: [
    { id: "talks", start: "10:00", end: "11:00", fixed: true, capacity: 20, choice: "x", venue: "hall" },
    { id: "lunch", start: "12:00", kind: "meal", choice: "x" },
  ],
  venues: [{ id: "hall", name: "Hall", location: { latitude: 56, longitude: 92 } }],
});

async function missionAfter(cells: Readonly<Record<string, CellValue>>): Promise<Mission> {
  const reading = await read(await filled(visit, cells));
  if (!reading.ok) throw new Error(reading.problems.join("\n"));
  return reading.mission;
}

describe("what people type is understood", () => {
  test.each<[string, CellValue, string]>([
    ["a Russian date", "17.11.2016 9:30", "2016-11-17T09:30"],
    ["a Russian date with a comma", "17.11.2016, 09:30", "2016-11-17T09:30"],
    ["an ISO time", "2016-11-17T09:30", "2016-11-17T09:30"],
    ["an ISO time with a space", "2016-11-17 09:30", "2016-11-17T09:30"],
    ["a Japanese date", "2016年11月17日 9:30", "2016-11-17T09:30"],
    ["a date of Excel's own", new Date("2016-11-17T09:30Z"), "2016-11-17T09:30"],
    ["a date whose form got lost", 42691.395833333336, "2016-11-17T09:30"],
  ])("%s", async (_what, cell, start) => {
    expect((await missionAfter({ "Events!D3": cell })).events[0]?.start).toBe(start);
  });

  test.each<[CellValue, boolean]>([
    ["да", true],
    ["Нет", false],
    ["YES", true],
    ["いいえ", false],
    [1, true],
    [0, false],
    [true, true],
  ])("%j as yes or no", async (cell, value) => {
    const column = await columnOf("events.fixed");
    expect((await missionAfter({ [`Events!${column}3`]: cell })).events[0]?.fixed).toBe(value);
  });

  test("numbers with a comma, numbers for a telephone, lists, leads", async () => {
    const [bring, leads] = [await columnOf("events.bring[].en"), await columnOf("events.reminders[]")];
    const mission = await missionAfter({
      "Venues!D3": "56,02",
      [`Events!${bring}3`]: 'passport; badge,\n"cards, ten"',
      [`Events!${leads}3`]: "15 мин, 2 ч, 1 д, PT45M",
      [`Events!${leads}4`]: "—",
      "Contacts!A3": "duty",
      "Contacts!B3": "Duty",
      "Contacts!D3": 70000000000,
    });
    expect(mission.venues?.[0]?.location?.latitude).toBe(56.02);
    expect(mission.events[0]?.bring).toEqual([{ en: "passport" }, { en: "badge" }, { en: "cards, ten" }]);
    expect(mission.events[0]?.reminders).toEqual(["PT15M", "PT2H", "P1D", "PT45M"]);
    expect(mission.events[1]?.reminders).toEqual([]);
    expect(mission.contacts?.[0]?.phone).toBe("+70000000000");
  });

  test("empty lines between, another order of sheets, a sheet of their own", async () => {
    const reading = await read(
      await filled(visit, {
        "Events!A9": "tea",
        "Events!B9": "meal",
        "Events!C9": "Tea",
        "Events!D9": "17.11.2016 16:00",
      }),
    );
    expect(reading.ok && reading.mission.events.map(({ id }) => id)).toEqual(["talks", "lunch", "tea"]);
  });
});

async function columnOf(key: string): Promise<string> {
  const workbook = await readWorkbook(await missionSheet(visit, speeches("en")));
  const keys = workbook.ok ? (workbook.sheets.find(({ name }) => name === "Events")?.rows[1] ?? []) : [];
  const at = keys.indexOf(key);
  return at < 26 ? String.fromCharCode(65 + at) : `A${String.fromCharCode(65 + at - 26)}`;
}

describe("every mistake is said at once, by cell", () => {
  test("of many kinds", async () => {
    const fixed = await columnOf("events.fixed");
    const reading = await read(
      await filled(visit, {
        "Events!B3": "meetin",
        "Events!D3": "в десять",
        "Events!E4": "17.11.2016 11:00",
        "Events!C4": null,
        "Events!F4": "hal",
        [`Events!${fixed}4`]: "может быть",
        "Venues!D3": "north",
        "Mission!C3": "Europe/Moscow",
      }),
    );
    expect(reading.ok ? [] : reading.problems).toEqual([
      `Лист «Events», ${fixed}4: «может быть»: напишите «да» или «нет»`,
      "Лист «Venues», D3: «north»: нужно число",
      "Лист «Events», B3: вида события «meetin» нет; возможно, имелось в виду «meeting»",
      "Лист «Events», D3: «в десять» – не дата и время; пишите так: 2016-11-17T10:00",
      "Лист «Events», E4: раньше начала (12:00 → 11:00)",
      "Лист «Events», F4: места с обозначением «hal» нет; возможно, имелось в виду «hall»",
      "Лист «Events», C4: не заполнено",
    ]);
  });

  test("warnings name cells too, those they speak of as well", async () => {
    const reading = await read(
      await filled(visit, {
        "Events!A5": "clash",
        "Events!B5": "visit",
        "Events!C5": "Clash",
        "Events!D5": "17.11.2016 10:30",
      }),
    );
    expect(reading.warnings).toContain(
      "Лист «Events», A5: те же участники в это время заняты в «Events», A3",
    );
  });

  test("columns nobody knows, a text said twice, a sheet left out or without its keys", async () => {
    const keys = Object.fromEntries([..."ABCDEFGH"].map((letter) => [`Venues!${letter}2`, null]));
    const reading = await read(
      await filled(
        visit,
        { "Events!AZ3": "lost", "Events!BA2": "events.colour", "Events!BA3": "red", ...keys },
        ["Mission"],
      ),
    );
    expect(reading.ok ? [] : reading.problems.slice(0, 3)).toEqual([
      "Нет листа «Миссия».",
      "Лист «Events», AZ3: в этом столбце нет имени поля, и его содержание не прочитано",
      "Лист «Events», BA3: «events.colour» – неизвестное имя поля; возьмите столбец из шаблона",
    ]);
    expect(reading.warnings).toContain(
      "Лист «Venues» не прочитан: в нём нет скрытой строки с именами полей.",
    );
  });
});

describe("what is no workbook of ours is refused in one sentence, at once", () => {
  async function refusal(bytes: Uint8Array): Promise<string> {
    const from = performance.now();
    const reading = await read(bytes);
    expect(performance.now() - from).toBeLessThan(3000);
    expect(reading.ok ? [] : reading.problems).toHaveLength(1);
    return reading.ok ? "" : (reading.problems[0] ?? "");
  }

  /** A zip of these files, as a workbook is. */
  async function zip(files: Readonly<Record<string, string | Buffer>>): Promise<Uint8Array> {
    const archive = new ZipFile();
    for (const [name, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content), name);
    archive.end();
    const chunks: Buffer[] = [];
    for await (const chunk of archive.outputStream) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  }

  const notWorkbook = /^Это не книга Excel/;
  const big = /^Книга слишком велика: допустимо не более 3.000 строк на листе/;

  test.each([
    ["nothing", Buffer.alloc(0)],
    ["a text", Buffer.from("Программа пребывания")],
    ["bytes", Buffer.from([0x50, 0x4b, 3, 4, 9, 9, 9])],
  ])("%s", async (_what, bytes) => {
    expect(await refusal(bytes)).toMatch(notWorkbook);
  });

  test("a workbook cut short, and one with bytes changed", async () => {
    const whole = await missionSheet(krasnoyarsk, speeches("ru"));
    expect(await refusal(whole.subarray(0, whole.length / 2))).toMatch(notWorkbook);
    const damaged = whole.slice();
    damaged.fill(0xff, 2000, 2600);
    expect(await refusal(damaged)).toMatch(notWorkbook);
  });

  test("a zip of something else", async () => {
    expect(await refusal(await zip({ "readme.txt": "hello" }))).toMatch(notWorkbook);
  });

  test("one of the old format or with a password", async () => {
    expect(await refusal(Buffer.from("d0cf11e0a1b11ae1", "hex"))).toMatch(/^Книга защищена паролем/);
  });

  test("another workbook", async () => {
    const other = await writeExcelFile([
      ["Name", "Age"],
      ["Governor", 50],
    ]).toBuffer();
    expect(await refusal(new Uint8Array(other))).toMatch(/^В книге нет листов миссии/);
  });

  test("a bomb: a few kilobytes that unpack to gigabytes", async () => {
    expect(await refusal(await zip({ "xl/worksheets/sheet1.xml": Buffer.alloc(64 * 1024 * 1024) }))).toMatch(
      big,
    );
  });

  test("a bomb that lies about its size", async () => {
    const bomb = Buffer.from(await zip({ "xl/worksheets/sheet1.xml": Buffer.alloc(32 * 1024 * 1024) }));
    // The size unpacked, as the directory has it.
    bomb.writeUInt32LE(10, bomb.lastIndexOf(Buffer.from("PK\u0001\u0002", "latin1")) + 24);
    expect(await refusal(bomb)).toMatch(big);
  });

  test("a million rows, and a cell in the last corner of Excel", async () => {
    const sheet = (rows: string) =>
      zip({ "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${rows}</sheetData></worksheet>` });
    expect(await refusal(await sheet("<row/>".repeat(1_000_000)))).toMatch(big);
    expect(await refusal(await sheet('<row r="1048576"><c r="A1048576"/></row>'))).toMatch(big);
    expect(await refusal(await sheet('<row r="1"><c r="XFD1"/></row>'))).toMatch(big);
  });
});
