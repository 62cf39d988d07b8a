/** Lines in people's words, and the pictures that stand below them. */
import { AlignmentType, type FileChild, ImageRun, Paragraph } from "docx";
import type { ReportText } from "../domain/report.ts";
import type { Scan } from "../domain/report-draft.ts";
import { type Piece, runs } from "./paper.ts";
import type { PrintedReport } from "./printed-report.ts";
import { bullet, note } from "./report-paragraphs.ts";

/** Lines in people's words, each with the event it is about, and its pictures below. */
export function texts(
  printed: PrintedReport,
  list: readonly ReportText[],
  { naming = true }: { naming?: boolean } = {},
): FileChild[] {
  const { speech } = printed;
  return list.flatMap(({ text, event, photos }) => {
    const title = event === undefined ? undefined : speech.text(event.event.title);
    const about: Piece[] = naming && title !== undefined ? [{ text: `${title}. `, italics: true }] : [];
    const words = text === "" ? [] : [bullet(...about, { text })];
    return [...words, ...placed(printed, photos, title ?? firstWords(text))];
  });
}

/** So much of a line names the picture below it. */
const CAPTION = 120;

function firstWords(text: string): string {
  const [first = ""] = text.split("\n");
  return first.length <= CAPTION ? first : `${first.slice(0, CAPTION)}…`;
}

/** Pictures in the middle of the page, each with its caption on the same one. */
export function placed(
  { pictures, speech }: PrintedReport,
  scans: readonly Scan[],
  about: string,
): FileChild[] {
  return scans.flatMap(({ fileId, name }) => {
    const picture = pictures.get(fileId);
    if (picture === undefined) return [note(speech.say("report-file-apart", { name: name ?? about }))];
    const { bytes, width, height } = picture;
    return [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { before: 120 },
        children: [
          new ImageRun({
            type: "jpg",
            data: bytes,
            transformation: { width, height },
            altText: { name: "photo", title: about, description: about },
          }),
        ],
      }),
      new Paragraph({ style: "Caption", children: runs({ text: about }) }),
    ];
  });
}
