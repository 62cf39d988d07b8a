/**
 * A table of any length as an Excel workbook, written row by row, so that memory does not grow with it: a frozen heading,
 * filters, dates as dates, and texts as nothing else. (ECMA-376, SpreadsheetML; what people edit is made in mission-sheet.ts.)
 */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { cellText } from "./sheet-cells.ts";
import { columnLetters } from "./sheet-fields.ts";

/** A text, a number, a local date (`2016-11-17`) or time (`2016-11-17T10:00`), or nothing. */
export type Cell = string | number | { readonly at: string } | undefined;

export interface TableColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
}

export interface Table {
  readonly sheet: string;
  readonly columns: readonly TableColumn[];
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
  /** How Excel is to show dates, and times: `dd.mm.yyyy`, `dd.mm.yyyy hh:mm`. */
  readonly dateFormat: string;
  readonly timeFormat: string;
}

/** What one cell can hold (Excel specifications and limits). */
const CELL_LIMIT = 32_767;
const DAY = 24 * 60 * 60 * 1000;
/** Days before 1970 in the count of Excel. */
const DAYS_BEFORE_1970 = 25_569;

/** The styles below, by their place. */
const styles = { heading: 1, text: 2, date: 3, time: 4, number: 5 } as const;

/** Writes a workbook of one sheet to a file. @throws what reading the rows throws */
export async function writeTable(path: string, table: Table): Promise<void> {
  const zip = new ZipFile();
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(`${head}${text}`), name);
  add("[Content_Types].xml", contentTypes);
  add("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
  add("xl/workbook.xml", workbook(table.sheet));
  add("xl/_rels/workbook.xml.rels", workbookRelations);
  add("xl/styles.xml", stylesheet(table));
  const written = pipeline(zip.outputStream, createWriteStream(path));
  const failed = new Promise<never>((_, reject) => zip.on("error", reject));
  const sheet = Readable.from(sheetXml(table));
  sheet.on("error", (error) => zip.emit("error", error));
  zip.addReadStream(sheet, "xl/worksheets/sheet1.xml");
  zip.end();
  await Promise.race([written, failed]);
}

async function* sheetXml({ columns, rows }: Table): AsyncGenerator<string> {
  const last = columnLetters(columns.length - 1);
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join("")}</cols><sheetData>`;
  yield rowXml(
    1,
    columns.map(({ heading }, index) => textXml(`${columnLetters(index)}1`, heading, styles.heading)),
  );
  let row = 1;
  for await (const cells of rows) {
    row += 1;
    const number = row;
    yield rowXml(
      number,
      cells.map((cell, index) => cellXml(`${columnLetters(index)}${number}`, cell)),
    );
  }
  yield `</sheetData><autoFilter ref="A1:${last}${row}"/></worksheet>`;
}

function rowXml(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join("")}</row>`;
}

function cellXml(place: string, cell: Cell): string {
  if (cell === undefined || cell === "") return `<c r="${place}" s="${styles.text}"/>`;
  if (typeof cell === "number") return `<c r="${place}" s="${styles.number}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return textXml(place, cell, styles.text);
  const isTime = cell.at.includes("T");
  const millis = Date.parse(isTime ? `${cell.at}:00Z` : `${cell.at}T00:00:00Z`);
  // What Excel has no date for stays a text.
  if (Number.isNaN(millis)) return textXml(place, cell.at, styles.text);
  const days = millis / DAY + DAYS_BEFORE_1970;
  return `<c r="${place}" s="${isTime ? styles.time : styles.date}"><v>${days}</v></c>`;
}

/** A string of the cell's own is never taken for a formula, whatever it begins with; its format keeps it so when edited. */
function textXml(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(fitting(text))}</t></is></c>`;
}

function fitting(text: string): string {
  if (text.length <= CELL_LIMIT) return cellText(text);
  const end = /[\uD800-\uDBFF]/.test(text.charAt(CELL_LIMIT - 2)) ? CELL_LIMIT - 2 : CELL_LIMIT - 1;
  return cellText(`${text.slice(0, end)}…`);
}

function xml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const contentTypes =
  `<Types xmlns="${packages}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`;

function relations(type: string, target: string): string {
  return `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
}

const workbookRelations =
  `<Relationships xmlns="${packages}/relationships">` +
  `<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>` +
  `<Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`;

/** Excel allows 31 characters for a sheet's name, and none of these. */
function workbook(sheet: string): string {
  const name = xml(sheet.replaceAll(/[\\/?*[\]:]/g, " ").slice(0, 31));
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

function stylesheet({ dateFormat, timeFormat }: Table): string {
  const border = '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>';
  const cell = (format: number, more = "", font = 0, fill = 0) =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">` +
    `<alignment vertical="top"${more}/></xf>`;
  return (
    `<styleSheet xmlns="${main}"><numFmts count="2">` +
    `<numFmt numFmtId="164" formatCode="${xml(dateFormat)}"/><numFmt numFmtId="165" formatCode="${xml(timeFormat)}"/></numFmts>` +
    '<fonts count="2"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/><bgColor indexed="64"/></patternFill></fill></fills>' +
    `${border}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="6">${cell(0)}${cell(49, ' wrapText="1"', 1, 2)}${cell(49, ' wrapText="1"')}${cell(164)}${cell(165)}${cell(0)}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
