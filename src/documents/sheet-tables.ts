/** The tables of a workbook, found by their keys wherever on the sheet people have moved them. */
import type { CellValue } from "./cells.ts";
import { columnLetters, columnsByKey, instructionsKey, type SheetKey } from "./sheet-fields.ts";
import type { SheetOfCells } from "./workbook.ts";

/** A table read so that a record is always a row: the mission's own sheet lies on its side. */
export interface Laid {
  readonly key: SheetKey;
  readonly name: string;
  readonly keys: readonly CellValue[];
  readonly records: readonly (readonly CellValue[])[];
  /** The name of a cell by its record and its column. */
  cellAt(record: number, column: number): string;
}

/** Keys stand in the second row; people put titles above a table. */
const keysWithin = 10;

/** The table of a sheet; nothing where no line of it has keys. */
export function laidOut({ name, rows }: SheetOfCells): Laid | undefined {
  const keyOf = (cell: CellValue | undefined) =>
    typeof cell === "string" ? columnsByKey.get(cell.trim()) : undefined;
  const row = rows.slice(0, keysWithin).findIndex((cells) => cells.filter((cell) => keyOf(cell)).length > 1);
  if (row >= 0) {
    const keys = rows[row] ?? [];
    const key = keys.map(keyOf).find((known) => known !== undefined)?.sheet;
    if (key === undefined) return undefined;
    return {
      key,
      name,
      keys,
      records: rows.slice(row + 1),
      cellAt: (record, column) => `${columnLetters(column)}${row + record + 2}`,
    };
  }
  const column = [...Array(keysWithin).keys()].find(
    (at) => rows.filter((cells) => keyOf(cells[at])).length > 1,
  );
  if (column === undefined) return undefined;
  return {
    key: "mission",
    name,
    keys: rows.map((cells) => cells[column] ?? null),
    records: [rows.map((cells) => cells[column + 1] ?? null)],
    cellAt: (_record, line) => `${columnLetters(column + 1)}${line + 1}`,
  };
}

/** Instructions are no records, and neither is an empty sheet, of which Excel likes to add some. */
export function holdsSomething({ rows }: SheetOfCells): boolean {
  return rows.some((cells) => cells.some((cell) => !isEmpty(cell))) && !rows[0]?.includes(instructionsKey);
}

export function isEmpty(cell: CellValue | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
}
