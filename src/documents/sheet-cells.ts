/** The cells of a workbook as they are written: what a record says in a column, as Excel will not misread it. */
import type { CellObject } from "write-excel-file/node";
import type { Language } from "../domain/mission.ts";
import type { Speech } from "../messages/speech.ts";
import { joined, NOTHING } from "./cells.ts";
import { isBag, partsOf, type SheetColumn, valueIn } from "./sheet-fields.ts";

/** Excel is told of every text that it is one, so that nothing a person writes is ever calculated. */
export function cellOf(column: SheetColumn, record: unknown, speech: Speech): CellObject {
  const look = { wrap: true, alignVertical: "top" } as const;
  const { form, path } = column.field;
  const value = valueFor(column, record);
  if (form === "time") {
    const at = typeof value === "string" ? new Date(`${value}Z`) : undefined;
    // What Excel has no date for stays a text.
    if (at === undefined || at.getUTCFullYear() > 1901)
      return { ...look, type: Date, format: speech.say("sheet-date-format"), ...(at && { value: at }) };
  }
  if (typeof value === "number") return { ...look, type: Number, value };
  const said = path.startsWith("digest") && value === null ? false : value;
  const text = typeof said === "boolean" ? speech.say(said ? "sheet-yes" : "sheet-no") : said;
  return {
    ...look,
    type: String,
    format: "@",
    ...(typeof text === "string" ? { value: cellText(text) } : {}),
  };
}

/** What the cell of a column says of a record: of lists all items in one. */
function valueFor({ field, language }: SheetColumn, record: unknown): unknown {
  const { list, rest } = partsOf(field.path);
  if (list === undefined) {
    const value = valueIn(record, rest);
    if (field.form === "switch") return isBag(value) ? Object.keys(value).length === 0 || undefined : value;
    return field.form === "text" ? inLanguage(value, language) : value;
  }
  const items = valueIn(record, list);
  if (!Array.isArray(items)) return undefined;
  if (items.length === 0) return NOTHING;
  const words = items.map((item: unknown) => {
    const value = valueIn(item, rest);
    return String((field.form === "text" ? inLanguage(value, language) : value) ?? "");
  });
  return words.every((word) => word === "") ? undefined : joined(words);
}

function inLanguage(text: unknown, language: Language | undefined): unknown {
  if (language === undefined) return typeof text === "string" ? text : undefined;
  return isBag(text) ? text[language] : undefined;
}

/**
 * A text as the file of a workbook holds it (ECMA-376, ST_Xstring): characters XML cannot hold are written `_x001F_`, and
 * so is what only looks like that. The library keeps its texts in a plain object, where names every object has from birth
 * would be taken for texts already there.
 */
export function cellText(text: string): string {
  const escaped = text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll(unwritable, escapedCharacter);
  return escaped in {} ? escapedCharacter(escaped.charAt(0)) + escaped.slice(1) : escaped;
}

const unwritable = /(?![\n\t])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/gu;

function escapedCharacter(character: string): string {
  return character
    .split("")
    .map((unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .join("");
}
