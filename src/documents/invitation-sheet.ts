/** A sheet of invitations for print: a card for each, to be cut out and handed over. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import encodeQR from "qr";
import { cleaned } from "../domain/words.ts";

/** One card: for whom, the link, and its last day in words. */
export interface SheetEntry {
  readonly who: string;
  readonly link: string;
  readonly until: string;
}

export interface Sheet {
  readonly title: string;
  readonly entries: readonly SheetEntry[];
  readonly words: {
    /** IETF tag, so that Word breaks lines and checks spelling by it. */
    readonly language: string;
    /** What to do with the code: «Наведите камеру телефона…» */
    readonly hint: string;
    /** Stands before the link: «Или откройте ссылку:» */
    readonly orLink: string;
  };
}

/** A4 upright with margins of 15 mm; twentieths of a point. */
const PAGE = { width: 11906, height: 16838 };
const MARGIN = 850;
const WIDTH = PAGE.width - 2 * MARGIN;
const CODE_COLUMN = 2900;
/** A card's height: six to a page below the title. */
const CARD = 2300;
/** The code's side in pixels of 1/96 inch: 35 mm, which any phone reads at arm's length. */
const CODE = 132;
const fonts = { ascii: "Arial", hAnsi: "Arial", cs: "Arial", eastAsia: "MS Gothic" };
const hair = { style: BorderStyle.DASHED, size: 4, color: "999999" };
const none = { style: BorderStyle.NONE, size: 0, color: "FFFFFF" };

/** The sheet as a docx file, for Word and LibreOffice. */
export async function invitationSheet({ title, entries, words }: Sheet): Promise<Buffer> {
  const document = new Document({
    title,
    creator: "Attaché",
    styles: {
      default: { document: { run: { font: fonts, size: 22, language: languagesOf(words.language) } } },
    },
    sections: [
      {
        properties: {
          page: { size: PAGE, margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN } },
        },
        children: [
          new Paragraph({
            spacing: { after: 200 },
            children: [new TextRun({ text: cleaned(title), bold: true, size: 26 })],
          }),
          new Table({
            layout: TableLayoutType.FIXED,
            width: { size: WIDTH, type: WidthType.DXA },
            columnWidths: [CODE_COLUMN, WIDTH - CODE_COLUMN],
            rows: entries.map((entry) => card(entry, words)),
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function card({ who, link, until }: SheetEntry, { hint, orLink }: Sheet["words"]): TableRow {
  return new TableRow({
    // A card cut in two by the end of a page would be no card.
    cantSplit: true,
    height: { value: CARD, rule: "atLeast" },
    children: [
      new TableCell({
        verticalAlign: VerticalAlignTable.CENTER,
        borders: { top: hair, bottom: hair, left: hair, right: none },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [
              new ImageRun({
                type: "gif",
                data: Buffer.from(encodeQR(link, "gif", { ecc: "medium", scale: 8, border: 2 })),
                transformation: { width: CODE, height: CODE },
                altText: { name: "QR", description: link, title: link },
              }),
            ],
          }),
        ],
      }),
      new TableCell({
        verticalAlign: VerticalAlignTable.CENTER,
        borders: { top: hair, bottom: hair, left: none, right: hair },
        margins: { left: 120, right: 120, top: 80, bottom: 80 },
        children: [
          line(cleaned(who), { bold: true, size: 24 }),
          line(hint, { size: 20 }),
          line(orLink, { size: 20 }, 0),
          line(link, { size: 18 }),
          line(until, { size: 20 }, 0),
        ],
      }),
    ],
  });
}

function line(text: string, run: { bold?: boolean; size: number }, after = 100): Paragraph {
  return new Paragraph({ spacing: { after }, children: [new TextRun({ text, ...run })] });
}

/** Word keeps the language of East Asian letters apart from the others'. */
function languagesOf(language: string) {
  return language === "ja" ? { value: "en-GB", eastAsia: "ja-JP" } : { value: language, eastAsia: "ja-JP" };
}
