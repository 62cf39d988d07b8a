/** What the sections of the report are built of: headings, lists, tables of two columns. */
import { type FileChild, HeadingLevel, Paragraph } from "docx";
import type { Speech } from "../messages/speech.ts";
import { type Column, type Lines, type Piece, runs, tableOf } from "./paper.ts";

/** Two columns: what it is, and what it says. */
export function pairs(rows: readonly (readonly [string, string])[], speech: Speech): FileChild {
  return tableOf(
    [column(speech, "what", 36), column(speech, "value", 64)],
    rows.map(([what, value]) => [line(what), line(value === "" ? "—" : value)]),
  );
}

/** A column by its heading, so many hundredths of the page wide. */
export function column(speech: Speech, key: string, width: number): Column {
  return { heading: speech.say(`report-column-${key}`), width };
}

/** A cell of one line. */
export function line(text: string): Lines {
  return [{ text }];
}

/** The heading of a part of a section. */
export function heading2(text: string): FileChild {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs({ text }) });
}

/** An item of a list. */
export function bullet(...pieces: Piece[]): FileChild {
  return new Paragraph({ bullet: { level: 0 }, children: pieces.flatMap(runs) });
}

/** A label in bold, and what it stands for; one with nothing of its own keeps to what comes next. */
export function labelled(label: string, text: string): FileChild {
  return new Paragraph({
    ...(text === "" ? { keepNext: true } : {}),
    children: [...runs({ text: `${label} `, bold: true }), ...runs({ text })],
  });
}

/** A remark of the report itself, not of people. */
export function note(text: string): FileChild {
  return new Paragraph({ children: runs({ text, italics: true, color: "404040" }) });
}

/** Two tables in a row would be one. */
export function space(): FileChild {
  return new Paragraph({ children: [] });
}
