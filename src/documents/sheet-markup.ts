/** What the library does not do of itself in the markup of a sheet: hidden keys, and words Excel offers. */
import type { Feature } from "write-excel-file/node";
import type { Speech } from "../messages/speech.ts";
import { columnLetters, type SheetColumn, type SheetKey, sections } from "./sheet-fields.ts";
import type { Content } from "./sheet-instructions.ts";

/** Words are offered down to this line, further than any mission goes. */
const lastLine = 2000;

export function sheetName(sheet: SheetKey, speech: Speech): string {
  return speech.say(`sheet-${sheet}`);
}

/** The keys are for the machine: their line is hidden, and their column on the mission's own sheet. */
export function hidingKeys(speech: Speech): Feature<Content> {
  const names = sections.map((sheet) => sheetName(sheet, speech));
  const own = sheetName("mission", speech);
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transformElementAttributes: (tag, attributes, index, { sheet }) => {
            const isKeys =
              index === 1 &&
              ((tag === "row" && names.includes(sheet ?? "")) || (tag === "col" && sheet === own));
            return isKeys ? { ...attributes, hidden: 1 } : attributes;
          },
        },
      },
    },
  };
}

/** Where only some words will do, Excel offers them; it forbids nothing, for we say better what is wrong. */
export function offering(
  speech: Speech,
  columnsOf: (sheet: SheetKey) => readonly SheetColumn[],
): Feature<Content> {
  const offers = new Map(
    ([...sections, "mission"] as const).map((sheet) => [
      sheetName(sheet, speech),
      offersOf(sheet, columnsOf(sheet), speech),
    ]),
  );
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, { sheet }) => {
            const list = offers.get(sheet ?? "") ?? [];
            if (list.length === 0) return xml;
            const markup = `<dataValidations count="${list.length}">${list.join("")}</dataValidations>`;
            // The schema has them in this place (ECMA-376, CT_Worksheet).
            return xml.replace("<pageMargins", () => `${markup}<pageMargins`);
          },
        },
      },
    },
  };
}

function offersOf(sheet: SheetKey, columns: readonly SheetColumn[], speech: Speech): string[] {
  return columns.flatMap(({ field }, index) => {
    const flags = field.form === "flag" ? [speech.say("sheet-yes"), speech.say("sheet-no")] : undefined;
    const options = field.options ?? flags;
    if (options === undefined) return [];
    const letter = columnLetters(index);
    const range = sheet === "mission" ? `C${index + 1}` : `${letter}3:${letter}${lastLine}`;
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${range}"><formula1>"${options.join(",")}"</formula1></dataValidation>`,
    ];
  });
}
