/** Opening a workbook somebody sent: what stands in its cells, or why it cannot be read, in bounded time and memory. */
import readExcelFile from "read-excel-file/universal";
import { ZipFile } from "yazl";
import type { CellValue } from "./cells.ts";
import { unzipped, ZipRefused } from "./unzipped.ts";

/** A mission of a month in three languages unpacks to a tenth of this. */
const mostBytes = 12 * 1024 * 1024;
/** A list of the mission file has at most 2000 entries; the rest is for empty lines between them. */
export const mostRows = 3000;
const mostColumns = 300;
const mostCells = 150_000;

export interface SheetOfCells {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
}

export type Workbook =
  | { readonly ok: true; readonly sheets: readonly SheetOfCells[] }
  | { readonly ok: false; readonly because: "not-workbook" | "locked" | "big" };

/** Reads an .xlsx file. Never throws. Dates are given as if in UTC. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  // A workbook with a password, like those of the old format, is an OLE2 compound file.
  if (Buffer.from(bytes.subarray(0, 4)).toString("hex") === "d0cf11e0")
    return { ok: false, because: "locked" };
  try {
    const files = unzipped(bytes, { mostBytes });
    if (![...files].every(([name, content]) => isModest(name, content))) return { ok: false, because: "big" };
    const sheets = await readExcelFile(await zipped(files));
    return {
      ok: true,
      sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as CellValue[][] })),
    };
  } catch (error) {
    const big = error instanceof ZipRefused && error.reason === "big";
    return { ok: false, because: big ? "big" : "not-workbook" };
  }
}

/**
 * Whether a sheet stays within the limits. Looked at before it is read, for one cell in the last row of Excel is
 * enough to make a reader fill a million rows above it.
 */
function isModest(name: string, content: Uint8Array): boolean {
  if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) return true;
  const xml = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("utf8");
  let [rows, cells] = [0, 0];
  for (const [, tag, attributes = ""] of xml.matchAll(/<(?:\w{1,20}:)?(row|c)(?=[\s/>])([^<>]*)/g)) {
    if (tag === "row") rows++;
    else cells++;
    const [, letters = "", row = "0"] = /(?:^|\s)r\s*=\s*["']([A-Za-z]*)(\d*)/.exec(attributes) ?? [];
    if (rows > mostRows || cells > mostCells || Number(row) > mostRows) return false;
    if (columnOf(letters) > mostColumns) return false;
  }
  return true;
}

/** A → 1, AA → 27. */
function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((before, letter) => before * 26 + letter.charCodeAt(0) - 64, 0);
}

/** What has been unpacked and found modest, packed again for the library: the file itself may say another thing twice. */
async function zipped(files: ReadonlyMap<string, Uint8Array>): Promise<ArrayBuffer> {
  const zip = new ZipFile();
  for (const [name, content] of files) {
    if (/\.(xml|rels)$/i.test(name)) zip.addBuffer(Buffer.from(content), name, { compress: false });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  const whole = new ArrayBuffer(chunks.reduce((length, chunk) => length + chunk.byteLength, 0));
  new Uint8Array(whole).set(Buffer.concat(chunks));
  return whole;
}
