/**
 * The programme on paper. Two are made, as protocol has it: the general one for guests and the table of each place, and
 * the working one, which only organisers hold.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
} from "docx";
import { dayOf, type Programme, type TimedEvent } from "../domain/timetable.ts";
import { capital } from "../domain/words.ts";
import { dateIn } from "../domain/zones.ts";
import type { Speech } from "../messages/speech.ts";
import { clock, dates, longDay, zoneName } from "../messages/times.ts";
import { a4, centred, margins, pageFooter, printable, runs, stylesFor, tableOf } from "./paper.ts";
import { generalColumns, generalRow, type Row } from "./programme-general.ts";
import { appendices, workingColumns, workingRow } from "./programme-working.ts";

export type ProgrammeKind = "general" | "working";

export interface PrintedProgramme {
  readonly programme: Programme;
  readonly kind: ProgrammeKind;
  /** When the revision was released: programme time, epoch milliseconds. */
  readonly releasedAt: number;
  /** The language of the page. */
  readonly speech: Speech;
  /** Events no longer in force, which the working programme shows struck through. */
  readonly cancelled?: readonly TimedEvent[];
  /** Ids of events that wait for their hour. */
  readonly held?: ReadonlySet<string>;
}

/** A .docx file, A4: the general programme upright, the working one across. */
export async function programmeDocx(printed: PrintedProgramme): Promise<Uint8Array> {
  const { programme, kind, speech } = printed;
  const { mission } = programme;
  const working = kind === "working";
  const revision = revisionLine(printed);
  const document = new Document({
    title: printable(`${title(kind, speech)}. ${speech.text(mission.title)}`),
    creator: "Attaché",
    lastModifiedBy: "Attaché",
    description: printable(revision),
    styles: stylesFor(speech.language, working ? 19 : 24),
    sections: [
      {
        properties: {
          page: {
            // docx turns the sheet itself: width and height are those of the upright page.
            size: {
              ...a4,
              orientation: working ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: margins,
          },
        },
        footers: { default: pageFooter(speech, `${revision} · `) },
        children: [
          ...approval(speech),
          ...head(printed, revision),
          ...days(printed),
          ...(working ? appendices(mission, speech) : []),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function title(kind: ProgrammeKind, speech: Speech): string {
  return speech.say(kind === "general" ? "paper-general" : "paper-working");
}

/** «УТВЕРЖДАЮ», top right, with room for a pen. */
function approval(speech: Speech): FileChild[] {
  const rule = "_".repeat(30);
  const lines: { text: string; size?: number; bold?: boolean }[] = [
    { text: speech.say("paper-approved"), bold: true },
    { text: rule },
    { text: speech.say("paper-position"), size: 16 },
    { text: rule },
    { text: speech.say("paper-signature"), size: 16 },
    { text: speech.say("paper-date") },
  ];
  return lines.map(
    (line, index) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        spacing: { before: index === 0 || line.size !== undefined ? 0 : 80 },
        children: runs(line),
      }),
  );
}

function head({ programme, kind, speech }: PrintedProgramme, revision: string): FileChild[] {
  const { mission } = programme;
  const days = daysOfPrint(programme.events);
  const [first, last] = [days[0], days.at(-1)];
  const from = programme.events[0]?.start ?? 0;
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs({ text: title(kind, speech) }) }),
    centred({ text: speech.text(mission.title), bold: true }),
    ...(first === undefined || last === undefined
      ? []
      : [centred({ text: dates(first, last, speech.language) })]),
    centred({ text: speech.say("paper-zone", { zone: zoneName(mission.timezone, from, speech.language) }) }),
    centred({ text: revision, italics: true }),
    ...(mission.state === "draft" ? [centred({ text: speech.say("paper-draft"), bold: true })] : []),
  ];
}

/** `Редакция № 3 от 17 ноября 2016 г., 10:40 (время местное: Красноярск)` */
function revisionLine({ programme, releasedAt, speech }: PrintedProgramme): string {
  const { timezone } = programme.mission;
  const date = dateIn(timezone, releasedAt);
  return speech.say("paper-revision", {
    revision: programme.revision,
    date: dates(date, date, speech.language),
    time: clock(releasedAt, timezone),
    zone: zoneName(timezone, releasedAt, speech.language),
  });
}

function daysOfPrint(events: readonly TimedEvent[]): string[] {
  return [...new Set(events.map(dayOf))].sort();
}

function days({ programme, kind, speech, cancelled = [], held }: PrintedProgramme): FileChild[] {
  const { mission } = programme;
  const working = kind === "working";
  const standing = working
    ? programme.events
    : programme.events.filter(({ event }) => event.audience !== "organisers");
  const gone = new Set(working ? cancelled : []);
  const events = [...standing, ...gone].sort((a, b) => a.start - b.start);
  return daysOfPrint(events).flatMap((day) => [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      border: {
        bottom: {
          style: BorderStyle.SINGLE,
          size: 12,
          space: 2,
          color: mission.colour?.slice(1) ?? "808080",
        },
      },
      children: runs({ text: capital(longDay(day, speech.language)) }),
    }),
    new Paragraph({ keepNext: true, spacing: { line: 80, lineRule: "exact" }, children: [] }),
    tableOf(
      (working ? workingColumns : generalColumns).map(({ heading, width }) => ({
        heading: speech.say(heading),
        width,
      })),
      events
        .filter((timed) => dayOf(timed) === day)
        .map((timed) => {
          const row: Row = {
            timed,
            mission,
            speech,
            held: held?.has(timed.event.id) ?? false,
            cancelled: gone.has(timed),
          };
          return working ? workingRow(row) : generalRow(row);
        }),
    ),
  ]);
}
