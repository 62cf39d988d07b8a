import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import readExcelFile from "read-excel-file/node";
import { afterAll, describe, expect, it } from "vitest";
import { type Cell, type Table, writeTable } from "../../src/documents/table-xlsx.ts";
import { unzipped } from "../../src/documents/unzipped.ts";
import { odd } from "../support/reports.ts";
import { runs } from "../support/runs.ts";

const folder = await mkdtemp(path.join(tmpdir(), "attache-table-"));
afterAll(() => rm(folder, { recursive: true }));

const table = (rows: Table["rows"]): Table => ({
  sheet: "Заметки: [все]",
  columns: ["Текст", "Дата", "Время", "Число"].map((heading) => ({ heading, width: 20 })),
  rows,
  dateFormat: "dd.mm.yyyy",
  timeFormat: "dd.mm.yyyy hh:mm",
});

async function written(rows: Table["rows"]) {
  const file = path.join(folder, "table.xlsx");
  await writeTable(file, table(rows));
  const [sheet] = await readExcelFile(file);
  const xml = unzipped(await readFile(file), { mostBytes: 20_000_000 }).get("xl/worksheets/sheet1.xml");
  return { sheet: sheet?.sheet, data: sheet?.data ?? [], xml: Buffer.from(xml ?? []).toString("utf8") };
}

describe("a table of any length", () => {
  it("has a frozen heading, filters, dates as dates and numbers as numbers", async () => {
    const { data, xml, sheet } = await written([
      ["Слово", { at: "2016-11-17" }, { at: "2016-11-17T10:05" }, 7],
      [undefined, undefined, undefined, undefined],
    ]);
    expect(sheet).toBe("Заметки   все ");
    expect(data[0]).toEqual(["Текст", "Дата", "Время", "Число"]);
    expect(data[1]).toEqual(["Слово", new Date("2016-11-17T00:00Z"), new Date("2016-11-17T10:05Z"), 7]);
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('<autoFilter ref="A1:D3"/>');
  });

  it("holds nothing a spreadsheet would run, and gives back what was written", async () => {
    const texts = ["=1+1", "+7 000", "-1", "@cmd", "\t=1", odd, "_x000D_", "a\nb", "'", "<t>", "\u0000x"];
    const { data, xml } = await written(texts.map((text) => [text]));
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml.match(/t="inlineStr"/g)).toHaveLength(texts.length + 4);
    // The reader leaves Excel's escapes as they stand in the file.
    const read = data
      .slice(1)
      .map(([cell]) => String(cell).replaceAll("_x005F_", "_").replace("_x0000_", "\0"));
    expect(read.map((cell) => cell.trim())).toEqual(texts.map((text) => text.trim()));
  });

  it("clips what no cell can hold, never through a character", async () => {
    const { data } = await written([["😀".repeat(20_000)]]);
    const text = String(data[1]?.[0]);
    expect(text.length).toBeLessThanOrEqual(32_767);
    expect(text).toMatch(/^(?:😀)+…$/u);
  });

  it("stays a readable file whatever is typed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "binary" }), { maxLength: 5 }), async (texts) => {
        const { data } = await written(texts.map((text): Cell[] => [`x${text}`]));
        expect(data).toHaveLength(texts.length + 1);
      }),
      { numRuns: runs(30) },
    );
  });

  it("fails where its rows fail", async () => {
    async function* broken() {
      yield ["one"];
      throw new Error("Redis went away");
    }
    await expect(writeTable(path.join(folder, "broken.xlsx"), table(broken()))).rejects.toThrow(
      "Redis went away",
    );
  });
});
