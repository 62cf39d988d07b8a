/** From the cells of a workbook to the value a mission file would have, and which cell each part of it came from. */
import { pathText } from "../domain/problems.ts";
import { type CellReading, type CellValue, itemsIn, NOTHING, readCell } from "./cells.ts";
import { type Bag, columnsByKey, isBag, partsOf, type SheetColumn, type SheetKey } from "./sheet-fields.ts";
import { holdsSomething, isEmpty, type Laid, laidOut } from "./sheet-tables.ts";
import type { SheetOfCells } from "./workbook.ts";

/** A cell by the name of its sheet and its own: `D7`. */
export interface Place {
  readonly sheet: string;
  readonly cell: string;
}

/** What is wrong with a cell in itself, whatever the mission would make of it: a key of the locales. */
export interface CellProblem {
  readonly place: Place;
  readonly key:
    | "sheet-column-nameless"
    | "sheet-column-unknown"
    | "sheet-column-twice"
    | "sheet-text-twice"
    | "sheet-flag-unclear"
    | "sheet-number-unclear";
  readonly value: string;
  /** The path of the value, of which nothing more need be said. */
  readonly path: string;
}

export interface SheetRecords {
  /** As JSON.parse of a mission file would give it. */
  readonly mission: Bag;
  readonly places: ReadonlyMap<string, Place>;
  readonly problems: readonly CellProblem[];
  /** Names of sheets with something in them but no keys. */
  readonly unread: readonly string[];
  readonly found: ReadonlySet<SheetKey>;
}

export function recordsIn(sheets: readonly SheetOfCells[]): SheetRecords {
  const making = new Making();
  const laid = sheets.map((sheet) => ({ sheet, table: laidOut(sheet) }));
  for (const { table } of laid) if (table !== undefined) making.read(table);
  return {
    mission: { format: 1, ...making.mission },
    places: making.places,
    problems: making.problems,
    unread: laid
      .filter(({ sheet, table }) => table === undefined && holdsSomething(sheet))
      .map(({ sheet }) => sheet.name),
    found: new Set(laid.flatMap(({ table }) => (table === undefined ? [] : [table.key]))),
  };
}

class Making {
  readonly mission: Bag = {};
  readonly places = new Map<string, Place>();
  readonly problems: CellProblem[] = [];

  read(table: Laid): void {
    const columns = this.columnsOf(table);
    const { key } = table;
    if (key === "mission") {
      this.record(table, columns, 0, this.mission, "");
      return;
    }
    this.placed(key, { sheet: table.name, cell: table.cellAt(0, 0) });
    const list = (this.mission[key] as Bag[] | undefined) ?? [];
    for (const [index, cells] of table.records.entries()) {
      if (!columns.some(({ at }) => !isEmpty(cells[at]))) continue;
      const record: Bag = {};
      const path = pathText([key, list.length]);
      this.placed(path, { sheet: table.name, cell: table.cellAt(index, 0) });
      this.record(table, columns, index, record, `${path}.`);
      list.push(record);
      this.mission[key] = list;
    }
  }

  private columnsOf(table: Laid): (SheetColumn & { at: number })[] {
    const seen = new Set<string>();
    return table.keys.flatMap((cell, at) => {
      const key = typeof cell === "string" ? cell.trim() : "";
      const known = columnsByKey.get(key);
      if (known?.sheet === table.key && !seen.has(key)) {
        seen.add(key);
        return [{ ...known.column, at }];
      }
      const used = table.records.findIndex((cells) => !isEmpty(cells[at]));
      if (used < 0) return [];
      const wrong = seen.has(key) ? "sheet-column-twice" : "sheet-column-unknown";
      const place = { sheet: table.name, cell: table.cellAt(used, at) };
      this.problems.push({ place, key: key === "" ? "sheet-column-nameless" : wrong, value: key, path: "" });
      return [];
    });
  }

  private record(
    table: Laid,
    columns: readonly (SheetColumn & { at: number })[],
    index: number,
    record: Bag,
    prefix: string,
  ): void {
    const lists = new Map<string, (SheetColumn & { at: number; place: Place; cell: CellValue })[]>();
    for (const column of columns) {
      const place = { sheet: table.name, cell: table.cellAt(index, column.at) };
      const cell = table.records[index]?.[column.at] ?? null;
      const { list } = partsOf(column.field.path);
      if (list !== undefined) {
        lists.set(list, [...(lists.get(list) ?? []), { ...column, place, cell }]);
        this.placed(`${prefix}${list}`, place);
        continue;
      }
      this.set(record, column, cell, prefix, place);
    }
    for (const [list, parts] of lists) this.list(record, list, parts, prefix);
  }

  /** Items stand beside each other in several cells: the first person with the first role. */
  private list(
    record: Bag,
    list: string,
    parts: readonly (SheetColumn & { place: Place; cell: CellValue })[],
    prefix: string,
  ): void {
    const given = parts.filter(({ cell }) => !isEmpty(cell));
    if (given.length === 0) return;
    const nothing = given.every(({ cell }) => cell === NOTHING || cell === "–");
    const itemsOf = ({ cell }: { cell: CellValue }) =>
      typeof cell === "string" ? itemsIn(cell) : [cell as Exclude<CellValue, null>];
    const columns = nothing ? [] : given.map((part) => ({ ...part, items: itemsOf(part) }));
    const length = Math.max(0, ...columns.map(({ items }) => items.length));
    const values: unknown[] = [];
    for (let index = 0; index < length; index++) {
      // The item is set as a field of a holder, for it may itself be the value.
      const holder: Bag = {};
      const path = `${prefix}${list}[${values.length}]`;
      for (const { field, language, place, items } of columns) {
        const { rest } = partsOf(field.path);
        const column = {
          field: { ...field, path: rest === "" ? "item" : `item.${rest}` },
          ...(language && { language }),
        };
        this.set(holder, column, items[index] ?? null, path, place);
      }
      // Nothing between two commas is no item.
      if (Object.hasOwn(holder, "item")) values.push(holder.item);
    }
    put(record, list, values);
  }

  private set(
    record: Bag,
    { field, language }: SheetColumn,
    cell: CellValue,
    prefix: string,
    place: Place,
  ): void {
    const own = field.path.replace(/^item\.?/, "");
    const path = own === "" || prefix.endsWith(".") || prefix === "" ? `${prefix}${own}` : `${prefix}.${own}`;
    const full = language === undefined ? path : `${path}.${language}`;
    this.placed(full, place);
    if (isEmpty(cell)) return;
    const reading: CellReading = readCell(field.form, cell as Exclude<CellValue, null>);
    if ("unreadable" in reading) {
      this.problems.push({
        place,
        key: `sheet-${reading.unreadable}-unclear`,
        value: String(cell),
        path: full,
      });
      return;
    }
    if (field.form === "switch") {
      put(record, field.path, reading.value === true ? {} : null);
    } else if (language === undefined) {
      put(record, field.path, reading.value);
    } else if (typeof at(record, field.path) === "string") {
      this.problems.push({ place, key: "sheet-text-twice", value: "", path: full });
    } else {
      put(record, `${field.path}.${language}`, reading.value);
    }
  }

  /** A cell answers for what it holds, and for all above that in which nothing came before it. */
  private placed(path: string, place: Place): void {
    for (let here = path; here !== ""; here = above(here)) {
      if (!this.places.has(here)) this.places.set(here, place);
    }
  }
}

/** `events[3].end` → `events[3]` → `events` → the empty path of the whole. */
export function above(path: string): string {
  const at = Math.max(path.lastIndexOf("."), path.lastIndexOf("["));
  return at < 0 ? "" : path.slice(0, at);
}

function at(record: Bag, path: string): unknown {
  return path.split(".").reduce<unknown>((here, step) => (isBag(here) ? here[step] : undefined), record);
}

/** Sets a value at the end of a path, making the objects on the way. */
function put(record: Bag, path: string, value: unknown): void {
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  let here = record;
  for (const step of steps) {
    const next = here[step];
    const bag = isBag(next) ? next : {};
    here[step] = bag;
    here = bag;
  }
  here[last] = value;
}
