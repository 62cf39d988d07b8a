/** The report on a mission in Word: a title, contents, numbered sections; each page says of which mission and when. */
import {
  AlignmentType,
  Bookmark,
  BuilderElement,
  Document,
  type FileChild,
  Header,
  HeadingLevel,
  InternalHyperlink,
  type IStylesOptions,
  Packer,
  Paragraph,
  TableOfContents,
} from "docx";
import { zoneOfHome } from "../domain/event-zones.ts";
import { type Section, sections } from "../domain/report-draft.ts";
import { dateIn } from "../domain/zones.ts";
import { dates } from "../messages/times.ts";
import { a4, centred, margins, pageFooter, printable, runs, stylesFor } from "./paper.ts";
import type { PrintedReport } from "./printed-report.ts";
import { sectionBody } from "./report-sections.ts";

/** A .docx file, A4 upright. */
export async function reportDocx(printed: PrintedReport): Promise<Uint8Array> {
  const { report, speech } = printed;
  const title = speech.text(report.passport.name ?? report.mission.title);
  const made = madeLine(printed);
  const document = new Document({
    title: printable(`${speech.say("report-title")}. ${title}`),
    creator: "Attaché",
    lastModifiedBy: "Attaché",
    description: printable(made),
    styles: stylesOf(printed),
    sections: [
      {
        properties: { page: { size: a4, margin: margins } },
        headers: { default: header(`${title} · ${made}`) },
        footers: { default: pageFooter(printed.speech) },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: runs({ text: speech.say("report-title") }),
          }),
          centred({ text: title, bold: true }),
          centred({ text: dates(report.passport.from, report.passport.to, speech.language) }),
          centred({ text: made, italics: true }),
          ...contents(printed),
          ...sections.flatMap((section, index) => [
            heading(printed, section, index + 1),
            ...sectionBody(printed, section),
          ]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** The house's styles, and those only a report has: a heading within a section, a caption, a line of the contents. */
function stylesOf({ speech }: PrintedReport): IStylesOptions {
  const own = stylesFor(speech.language, 22);
  const { heading1 } = own.default ?? {};
  return {
    ...own,
    default: {
      ...own.default,
      heading2: {
        ...heading1,
        run: { ...heading1?.run, size: 23 },
        paragraph: { ...heading1?.paragraph, spacing: { before: 200, after: 60 } },
      },
    },
    paragraphStyles: [
      ...(own.paragraphStyles ?? []),
      { id: "Header", name: "header", basedOn: "Normal", run: { size: 16, color: "404040" } },
      {
        id: "Caption",
        name: "caption",
        basedOn: "Normal",
        run: { size: 19, italics: true },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 40, after: 200 } },
      },
      {
        id: "TOC1",
        name: "toc 1",
        basedOn: "Normal",
        paragraph: { spacing: { after: 40 } },
      },
    ],
  };
}

/** `Редакция программы № 5. Составлен 19 ноября 2016 г.` */
function madeLine({ report, speech }: PrintedReport): string {
  const date = dateIn(zoneOfHome(report.mission), report.madeAt);
  return speech.say("report-made", {
    revision: report.revision,
    date: dates(date, date, speech.language),
  });
}

/** LibreOffice takes a table of contents for one only where it is called so (ECMA-376, docPartGallery). */
class Contents extends TableOfContents {
  constructor(...made: ConstructorParameters<typeof TableOfContents>) {
    super(...made);
    const gallery = {
      name: "w:docPartGallery",
      attributes: { value: { key: "w:val", value: "Table of Contents" } },
    };
    const part = new BuilderElement({
      name: "w:docPartObj",
      children: [new BuilderElement(gallery), new BuilderElement({ name: "w:docPartUnique" })],
    });
    this.root[0] = new BuilderElement({ name: "w:sdtPr", children: [part] });
  }
}

const anchorOf = (section: Section) => `report-${section}`;

/**
 * The contents as links. They have no page numbers: only the program that shows the pages knows those, and Word asks
 * whoever opens the file for leave before it fills them in.
 */
function contents(printed: PrintedReport): FileChild[] {
  return [
    new Paragraph({
      spacing: { before: 280, after: 100 },
      keepNext: true,
      children: runs({ text: printed.speech.say("report-contents"), bold: true, size: 26 }),
    }),
    new Contents(printable(printed.speech.say("report-contents")), {
      hyperlink: true,
      headingStyleRange: "1-1",
      pageNumbersEntryLevelsRange: "1-1",
      beginDirty: false,
      contentChildren: sections.map(
        (section, index) =>
          new Paragraph({
            style: "TOC1",
            children: [
              new InternalHyperlink({
                anchor: anchorOf(section),
                children: runs({ text: numbered(printed, section, index + 1) }),
              }),
            ],
          }),
      ),
    }),
  ];
}

function heading(printed: PrintedReport, section: Section, number: number): FileChild {
  const text = numbered(printed, section, number);
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    children: [new Bookmark({ id: anchorOf(section), children: runs({ text }) })],
  });
}

function numbered({ speech }: PrintedReport, section: Section, number: number): string {
  return `${number}. ${speech.say(`report-section-${section}`)}`;
}

function header(line: string): Header {
  return new Header({
    children: [
      new Paragraph({ style: "Header", alignment: AlignmentType.RIGHT, children: runs({ text: line }) }),
    ],
  });
}
