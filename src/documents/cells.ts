/** What stands in a cell, and what a person may have meant by it. */
import type { Form } from "./sheet-fields.ts";

/** A cell as it is read: Excel keeps dates as numbers, and read-excel-file gives them as if they were in UTC. */
export type CellValue = string | number | boolean | Date | null;

/** A value of a cell, or that nothing can be made of it. */
export type CellReading = { readonly value: unknown } | { readonly unreadable: "flag" | "number" };

const yes = /^(да|yes|はい|true|истина|1|\+)$/iu;
const no = /^(нет|no|いいえ|false|ложь|0|-|–|—)$/iu;
/** An empty list, which is not the same as none: an event without any reminder says so. */
export const NOTHING = "—";

const DAY = 24 * 60 * 60 * 1000;
/** Days before 1970 in the count of Excel, which begins with 1900 and believes in its 29 February. */
const DAYS_BEFORE_1970 = 25569;

/** What is meant by a single value of a form. */
export function readCell(form: Form, cell: Exclude<CellValue, null>): CellReading {
  switch (form) {
    case "flag":
    case "switch": {
      const said = String(cell).trim();
      if (yes.test(said)) return { value: true };
      return no.test(said) ? { value: false } : { unreadable: "flag" };
    }
    case "number": {
      const number = typeof cell === "number" ? cell : Number(String(cell).replace(",", "."));
      return Number.isFinite(number) && !(cell instanceof Date)
        ? { value: number }
        : { unreadable: "number" };
    }
    case "time":
      return { value: localTime(cell) };
    case "clock":
      return { value: typeof cell === "string" && no.test(cell) ? null : clockTime(cell) };
    case "lead":
      return { value: lead(words(cell)) };
    case "phone":
      // Excel takes the plus of +7… for arithmetic and drops it.
      return { value: typeof cell === "number" ? `+${cell}` : words(cell) };
    case "text":
    case "word":
      return { value: words(cell) };
  }
}

function words(cell: Exclude<CellValue, null>): string {
  return cell instanceof Date ? cell.toISOString().slice(0, 16) : String(cell);
}

/** `17.11.2016 10:00`, `2016-11-17 10:00`, `2016/11/17 10:00` or a true date → `2016-11-17T10:00`; else as written. */
function localTime(cell: Exclude<CellValue, null>): string {
  if (typeof cell === "boolean") return String(cell);
  if (typeof cell !== "string") {
    const at = dateOf(cell);
    // An hour without a day is a fraction of one.
    return at.getUTCFullYear() < 1901 ? isoMinute(at).slice(11) : isoMinute(at);
  }
  const time = cell.trim();
  const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})[ ,T]+(\d{1,2})[:.](\d\d)(?::00)?$/.exec(time);
  const yearFirst = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?[ ,T]*(\d{1,2})[:.](\d\d)(?::00)?$/.exec(
    time,
  );
  if (dayFirst) return written(dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4], dayFirst[5]);
  if (yearFirst) return written(yearFirst[1], yearFirst[2], yearFirst[3], yearFirst[4], yearFirst[5]);
  return time;
}

function written(year = "", month = "", day = "", hour = "", minute = ""): string {
  const two = (digits: string) => digits.padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}`;
}

function dateOf(cell: number | Date): Date {
  const at = cell instanceof Date ? cell.getTime() : (cell - DAYS_BEFORE_1970) * DAY;
  // A minute is not a whole fraction of a day: 10:00 may be read as 09:59:59.999.
  return new Date(Math.round(at / 60_000) * 60_000);
}

function isoMinute(at: Date): string {
  return Number.isNaN(at.getTime()) ? "" : at.toISOString().slice(0, 16);
}

function clockTime(cell: Exclude<CellValue, null>): string {
  if (typeof cell === "boolean") return String(cell);
  if (typeof cell !== "string") return isoMinute(dateOf(cell)).slice(11);
  const hours = /^(\d):(\d\d)$/.exec(cell.trim());
  return hours ? `0${hours[1]}:${hours[2]}` : cell.trim();
}

/** `15`, `15 мин`, `2 ч`, `1 д`, or as the format has it: `PT15M`. */
function lead(said: string): string {
  const match = /^(\d{1,4})\s*(мин|м|min|m|分|ч|час|h|時間|д|сут|d|日)?\.?$/iu.exec(said);
  if (!match) return said;
  const [, count = "", unit = "m"] = match;
  if (/^(ч|h|時)/iu.test(unit)) return `PT${count}H`;
  return /^(д|сут|d|日)/iu.test(unit) ? `P${count}D` : `PT${count}M`;
}

/**
 * The items of a list in a cell, between commas, semicolons or line breaks. An item that has one of its own stands in
 * double quotes, as in CSV. An item left out keeps its place.
 */
export function itemsIn(cell: string): string[] {
  const items: string[] = [];
  for (let at = 0; at <= cell.length; ) {
    const quoted = quotedAt(cell, at);
    if (quoted) {
      items.push(quoted.item);
      at = quoted.next;
      continue;
    }
    separator.lastIndex = at;
    const next = separator.exec(cell);
    items.push(cell.slice(at, next?.index).trim());
    at = next === null ? cell.length + 1 : separator.lastIndex;
  }
  return items;
}

/** A line break behind a comma separates nothing more. */
const separator = /[,;、，；](?:[ \t\r]*\n)?|\n/g;

function quotedAt(cell: string, from: number): { item: string; next: number } | undefined {
  let at = from;
  while (/[ \t\r]/.test(cell.charAt(at))) at++;
  if (cell.charAt(at) !== '"') return undefined;
  let end = cell.indexOf('"', at + 1);
  while (end >= 0 && cell.charAt(end + 1) === '"') end = cell.indexOf('"', end + 2);
  if (end < 0) return undefined;
  let after = end + 1;
  while (/[ \t\r]/.test(cell.charAt(after))) after++;
  // «"Ракета" и другие» is a text that begins with a quotation, not a quoted item.
  if (after < cell.length && !/[,;、，；\n]/.test(cell.charAt(after))) return undefined;
  return { item: cell.slice(at + 1, end).replaceAll('""', '"'), next: after + 1 };
}

/** Items as {@link itemsIn} reads them back. */
export function joined(items: readonly string[]): string {
  return items
    .map((item) =>
      /[,;、，；\n"]/.test(item) || item === NOTHING ? `"${item.replaceAll('"', '""')}"` : item,
    )
    .join(", ");
}
