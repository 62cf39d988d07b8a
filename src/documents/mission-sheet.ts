/** A mission as a workbook that organisers fill in with Excel, and that mission-from-sheet.ts reads back. */
import writeExcelFile, { type CellObject, type Feature, type Sheet } from "write-excel-file/node";
import { type Language, languages, type Mission } from "../domain/mission.ts";
import type { Speech } from "../messages/speech.ts";
import { cellOf, cellText } from "./sheet-cells.ts";
import {
  type Field,
  fields,
  isBag,
  keyOf,
  partsOf,
  recordsOf,
  type SheetColumn,
  type SheetKey,
  sections,
  valueIn,
} from "./sheet-fields.ts";
import { type Content, instructions } from "./sheet-instructions.ts";
import { hidingKeys, offering, sheetName } from "./sheet-markup.ts";

const font = { fontFamily: "Arial", fontSize: 10 };
/** A line of this font, in points, and how many of them a row shows at most. */
const lineHeight = 13.5;
const mostLines = 8;

/** Lines left free for what is to be added, so that their cells have the right form already. */
const freeLines = 30;

/**
 * An .xlsx file: a sheet for each list of the format, one for the mission, and one that says how to fill them in.
 * Headings are in the language of the speech; keys in a hidden line tell the reader which column is which.
 */
export function missionSheet(mission: Mission, speech: Speech): Promise<Uint8Array> {
  return workbook(speech, (sheet) => ({
    columns: fields[sheet].flatMap((field) => columnsOf(field, recordsOf(mission, sheet), mission.languages)),
    records: recordsOf(mission, sheet),
  }));
}

/** The same workbook with nothing in it yet, for texts in these languages. */
export function emptyMissionSheet(speech: Speech, inLanguages: readonly Language[]): Promise<Uint8Array> {
  const start = { languages: inLanguages, state: "draft" };
  return workbook(speech, (sheet) => ({
    columns: fields[sheet].flatMap((field) => columnsOf(field, [], inLanguages)),
    records: sheet === "mission" ? [start] : [],
  }));
}

/**
 * A text has a column for each language of the mission, and for whatever else it is in. In a mission of one language
 * most are in none.
 */
function columnsOf(field: Field, records: readonly unknown[], listed: readonly Language[]): SheetColumn[] {
  if (field.form !== "text") return [{ field }];
  const texts = records.flatMap((record) => valuesOf(field, record));
  const inNone = texts.some((text) => typeof text === "string") ? [{ field }] : [];
  const used = languages.filter((language) =>
    texts.some((text) => isBag(text) && Object.hasOwn(text, language)),
  );
  if (inNone.length > 0 && used.length === 0 && listed.length === 1) return inNone;
  return [...inNone, ...[...new Set([...listed, ...used])].map((language) => ({ field, language }))];
}

function valuesOf({ path }: Field, record: unknown): unknown[] {
  const { list, rest } = partsOf(path);
  if (list === undefined) return [valueIn(record, rest)];
  const items = valueIn(record, list);
  return Array.isArray(items) ? items.map((item: unknown) => valueIn(item, rest)) : [];
}

interface SheetPlan {
  readonly columns: readonly SheetColumn[];
  readonly records: readonly unknown[];
}

async function workbook(speech: Speech, plan: (sheet: SheetKey) => SheetPlan): Promise<Uint8Array> {
  const sheets: Sheet<Content>[] = [
    ...sections.map((sheet) => listSheet(sheet, plan(sheet), speech)),
    missionsOwnSheet(plan("mission"), speech),
    instructions(speech),
  ];
  const features: Feature<Content>[] = [hidingKeys(speech), offering(speech, (sheet) => plan(sheet).columns)];
  return new Uint8Array(await writeExcelFile(sheets, { ...font, features }).toBuffer());
}

function listSheet(sheet: SheetKey, { columns, records }: SheetPlan, speech: Speech): Sheet<Content> {
  const free = Array.from({ length: freeLines }, () => undefined);
  return {
    sheet: sheetName(sheet, speech),
    stickyRowsCount: 2,
    stickyColumnsCount: 1,
    orientation: "landscape",
    columns: columns.map(({ field }) => ({ width: widthOf(field) })),
    data: [
      columns.map((column) => ({ ...headingCell(headingOf(sheet, column, speech)), height: 3 * lineHeight })),
      columns.map((column) => keyCell(keyOf(sheet, column))),
      ...[...records, ...free].map((record) =>
        withHeight(
          columns.map((column) => cellOf(column, record, speech)),
          columns.map(({ field }) => widthOf(field)),
        ),
      ),
    ],
  };
}

/** The mission is one record: its fields stand one below another. */
function missionsOwnSheet({ columns, records }: SheetPlan, speech: Speech): Sheet<Content> {
  return {
    sheet: sheetName("mission", speech),
    columns: [{ width: 44 }, { width: 30 }, { width: 70 }],
    data: columns.map((column) => [
      headingCell(headingOf("mission", column, speech)),
      keyCell(keyOf("mission", column)),
      cellOf(column, records[0], speech),
    ]),
  };
}

function headingOf(sheet: SheetKey, { field, language }: SheetColumn, speech: Speech): string {
  const [, kind] = /^reminders\.(\w+)\[\]$/.exec(field.path) ?? [];
  const heading =
    kind === undefined
      ? speech.say(`field-${sheet}-${field.path.replaceAll(/[^A-Za-z]+/g, "-").replaceAll(/^-|-$/g, "")}`)
      : speech.say("field-reminders", { kind: speech.say(`kind-${kind}`) });
  return language === undefined
    ? heading
    : speech.say("field-in", { field: heading, language: language.toUpperCase() });
}

/** Not every program makes a row as high as the text that is wrapped in it. */
function withHeight(cells: CellObject[], widths: readonly number[]): CellObject[] {
  const lines = cells.map(({ value }, index) => {
    const paragraphs = typeof value === "string" ? value.split("\n") : [];
    const lengths = paragraphs.map((paragraph) => Math.ceil(widthIn(paragraph) / ((widths[index] ?? 1) - 1)));
    return lengths.reduce((sum, length) => sum + Math.max(1, length), 0);
  });
  const height = Math.min(mostLines, Math.max(...lines)) * lineHeight + 2;
  return Math.max(...lines) <= 1 ? cells : cells.map((cell) => ({ ...cell, height }));
}

/** Chinese characters and kana are as wide as two letters. */
function widthIn(text: string): number {
  return text.length + (text.match(/[\u3000-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]/g)?.length ?? 0);
}

function headingCell(value: string): CellObject {
  return {
    value: cellText(value),
    type: String,
    fontWeight: "bold",
    backgroundColor: "#e8edf3",
    wrap: true,
    alignVertical: "center",
  };
}

function keyCell(value: string): CellObject {
  return { value, type: String, format: "@", textColor: "#808080" };
}

function widthOf({ path, form }: Field): number {
  if (/^(description|brief)$/.test(path)) return 60;
  if (form === "text") return 36;
  return form === "word" || form === "time" || form === "phone" ? 20 : 12;
}
