/** What the printed pages are made of: fonts every office has, lines, cells, tables that continue well overleaf. */
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Footer,
  type IRunOptions,
  type IStylesOptions,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Language } from "../domain/mission.ts";
import type { Speech } from "../messages/speech.ts";

/** Twentieths of a point, as Word counts: A4, 210 × 297 mm. */
export const a4 = { width: 11906, height: 16838 };
/** The left one is for the hole punch. */
export const margins = { top: 1134, bottom: 1134, left: 1418, right: 850, header: 567, footer: 567 };

/** Times stands on every office machine; Japanese in any of the languages is set in Mincho beside it. */
const font = {
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  cs: "Times New Roman",
  eastAsia: "MS Mincho",
};
const locales: Record<Language, string> = { ru: "ru-RU", en: "en-GB", ja: "ja-JP" };

/** Sizes are in half points. */
export function stylesFor(language: Language, size: number): IStylesOptions {
  const language_ = { value: locales[language], eastAsia: "ja-JP" };
  return {
    default: {
      document: { run: { font, size, language: language_ }, paragraph: { spacing: { after: 0 } } },
      title: {
        run: { font, size: 32, bold: true, color: "000000" },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 60 } },
      },
      heading1: {
        run: { font, size: 26, bold: true, color: "000000" },
        paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
      },
    },
    // A style, for a page number takes its size from nowhere else.
    paragraphStyles: [{ id: "Footer", name: "footer", basedOn: "Normal", run: { size: 16 } }],
  };
}

/** A piece of a line, or a line of its own in a cell. */
export type Piece = IRunOptions & { readonly text: string };

/** XML has no place for these, though a person may have typed them: half a character, and what Unicode never uses. */
export function printable(text: string): string {
  return text.replaceAll(/(?![\n\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "");
}

/** The runs of a piece; a line break in it stays one. */
export function runs({ text, ...look }: Piece): TextRun[] {
  return printable(text)
    .split("\n")
    .map((line, index) => new TextRun({ ...look, text: line, ...(index === 0 ? {} : { break: 1 }) }));
}

export type Lines = readonly (Piece | readonly Piece[])[];

/** A cell of one line or several; `width` in per cent of the table. */
function cell(lines: Lines, width: number, { heading }: { heading: boolean }): TableCell {
  const filled = lines.length > 0 ? lines : [{ text: "" }];
  return new TableCell({
    children: filled.map(
      (line) =>
        new Paragraph({
          children: ("text" in line ? [line] : line).flatMap((piece) =>
            runs(heading ? { ...piece, bold: true } : piece),
          ),
          ...(heading ? { keepNext: true } : {}),
        }),
    ),
    width: { size: width, type: WidthType.PERCENTAGE },
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    verticalAlign: heading ? VerticalAlign.CENTER : VerticalAlign.TOP,
    ...(heading ? { shading: { fill: "EDEDED" } } : {}),
  });
}

/** A column by its heading and its width in per cent. */
export interface Column {
  readonly heading: string;
  readonly width: number;
}

/** A table whose heading is repeated on every page, and whose rows are never split between two. */
export function tableOf(columns: readonly Column[], rows: readonly (readonly Lines[])[]): Table {
  const thin = { style: BorderStyle.SINGLE, size: 4, color: "808080" };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    columnWidths: columns.map(({ width }) => width * 96),
    borders: {
      top: thin,
      bottom: thin,
      left: thin,
      right: thin,
      insideHorizontal: thin,
      insideVertical: thin,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ heading, width }) => cell([{ text: heading }], width, { heading: true })),
      }),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((lines, index) =>
              cell(lines, columns[index]?.width ?? 0, { heading: false }),
            ),
          }),
      ),
    ],
  });
}

/** A paragraph in the middle of the page. */
export function centred(piece: Piece): FileChild {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: runs(piece) });
}

/** The foot of every page: `стр. 3 из 12`, and before it what else each page has to say. */
export function pageFooter(speech: Speech, before = ""): Footer {
  const pages: Record<string, string> = { "\uE000": PageNumber.CURRENT, "\uE001": PageNumber.TOTAL_PAGES };
  const sentence = speech.say("paper-page", { page: "\uE000", total: "\uE001" });
  return new Footer({
    children: [
      new Paragraph({
        style: "Footer",
        alignment: AlignmentType.CENTER,
        children: [
          ...(before === "" ? [] : [new TextRun(printable(before))]),
          ...sentence
            .split(/([\uE000\uE001])/)
            .map((piece) => new TextRun({ children: [pages[piece] ?? piece] })),
        ],
      }),
    ],
  });
}
