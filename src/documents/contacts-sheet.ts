/** The people a delegation met as a workbook: one line a card, a frozen heading, dates as dates, texts as nothing else. */
import writeExcelFile, { type CellObject } from "write-excel-file/node";
import type { Acquaintance } from "../domain/acquaintances.ts";
import type { Speech } from "../messages/speech.ts";
import { cellText } from "./sheet-cells.ts";

/** An acquaintance as a line of the workbook. */
export interface ContactLine {
  readonly card: Acquaintance;
  /** The event at which they were met, in words. */
  readonly event: string;
  /** The local date, `2016-11-17`. */
  readonly date: string;
  readonly by: string;
  /** What is remarked on them, as far as the reader may know. */
  readonly remark: string;
}

const columns = [
  { key: "name", width: 30 },
  { key: "position", width: 34 },
  { key: "organisation", width: 34 },
  { key: "phone", width: 22 },
  { key: "email", width: 26 },
  { key: "event", width: 40 },
  { key: "date", width: 12 },
  { key: "by", width: 34 },
  { key: "share", width: 14 },
  { key: "remark", width: 50 },
] as const;

export async function contactsSheet(lines: readonly ContactLine[], speech: Speech): Promise<Uint8Array> {
  const heading = columns.map(
    ({ key }): CellObject => ({
      ...textCell(speech.say(`met-column-${key}`)),
      fontWeight: "bold",
      backgroundColor: "#e8edf3",
    }),
  );
  const sheet = {
    sheet: speech.say("met-sheet"),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    orientation: "landscape" as const,
    columns: columns.map(({ width }) => ({ width })),
    data: [heading, ...lines.map((line) => columns.map(({ key }) => cellOf(line, key, speech)))],
  };
  return new Uint8Array(await writeExcelFile([sheet], { fontFamily: "Arial", fontSize: 10 }).toBuffer());
}

function cellOf(
  { card, event, date, by, remark }: ContactLine,
  key: (typeof columns)[number]["key"],
  speech: Speech,
): CellObject {
  switch (key) {
    case "date":
      return {
        type: Date,
        value: new Date(`${date}T00:00Z`),
        format: speech.say("met-date-format"),
        alignVertical: "top",
      };
    case "event":
      return textCell(event);
    case "by":
      return textCell(by);
    case "remark":
      return textCell(remark);
    case "share":
      return textCell(speech.say(`met-share-${card.share}`));
    case "phone":
      return textCell(card.phones?.join("\n"));
    case "email":
      return textCell(card.emails?.join("\n"));
    default:
      return textCell(card[key]);
  }
}

/** Excel is told of every text that it is one, so that nothing a person writes is ever calculated. */
function textCell(text: string | undefined): CellObject {
  const value = text === undefined || text === "" ? {} : { value: cellText(text) };
  return { type: String, format: "@", wrap: true, alignVertical: "top", ...value };
}
