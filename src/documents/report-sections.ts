/** What stands in each section of the report. */
import { AlignmentType, type FileChild, HeadingLevel, ImageRun, Paragraph } from "docx";
import type { Seat } from "../domain/mission.ts";
import type { AgreementLine, Debt, ProgrammeLine, Report, ReportText } from "../domain/report.ts";
import { countedFigures } from "../domain/report.ts";
import { isFilled } from "../domain/report-debts.ts";
import {
  documentFields,
  passportFields,
  type Scan,
  type Section,
  typedFigures,
} from "../domain/report-draft.ts";
import { dayOf, type TimedEvent } from "../domain/timetable.ts";
import { whoIs } from "../messages/invitations.ts";
import type { Speech } from "../messages/speech.ts";
import { clock, dates, dayAndMonth, span } from "../messages/times.ts";
import { type Column, type Lines, type Piece, runs, tableOf } from "./paper.ts";
import type { Picture } from "./report-photos.ts";

export interface PrintedReport {
  readonly report: Report;
  /** The language of the page. */
  readonly speech: Speech;
  /** Pictures by file id; one that is not there is named. */
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** A section's body, and below it what is missing. */
export function sectionBody(printed: PrintedReport, section: Section): FileChild[] {
  const { report, speech } = printed;
  const filled = isFilled(report, section);
  const debts = report.debts[section];
  return [
    ...(filled ? bodies[section](printed) : []),
    ...(filled || debts.length > 0 ? [] : [note(speech.say("report-nothing"))]),
    ...(debts.length === 0 ? [] : [...(filled ? [space()] : []), note(speech.say("report-owed"))]),
    ...debts.map((debt) => bullet({ text: debtLine(debt, speech) })),
  ];
}

const bodies: Readonly<Record<Section, (printed: PrintedReport) => FileChild[]>> = {
  passport,
  delegation,
  programme: ({ report, speech }) => [programmeTable(report.programme, speech)],
  summary: (printed) => texts(printed, printed.report.summary),
  documents,
  meetings,
  contacts,
  agreements: ({ report, speech }) => [agreementsTable(report.agreements, speech)],
  figures,
  materials: (printed) => texts(printed, printed.report.materials),
  press: (printed) => texts(printed, printed.report.press),
  remarks,
  followup,
  annexes,
};

/** `Секретарь: заметки о событиях «Круглый стол» — до 25 ноября 2016 г.` */
export function debtLine({ what, who, events = [], count = 0, by }: Debt, speech: Speech): string {
  return speech.say("report-debt", {
    who: who === "organisers" ? speech.say("report-organisers") : whoIs(who, speech),
    what: speech.say(`debt-${what}`, {
      count,
      events: speech.list(events.map((event) => speech.text(event))),
    }),
    by: dates(by, by, speech.language),
  });
}

function passport({ report, speech }: PrintedReport): FileChild[] {
  const { passport: given, mission } = report;
  const said = (field: (typeof passportFields)[number]) =>
    field === "name" ? speech.text(given.name ?? mission.title) : (given[field] ?? "");
  const [name, ...others] = passportFields;
  const rows: [string, string][] = [
    [speech.say(`report-passport-${name}`), said(name)],
    [speech.say("report-passport-dates"), dates(given.from, given.to, speech.language)],
    ...others.map((field): [string, string] => [speech.say(`report-passport-${field}`), said(field)]),
  ];
  return [pairs(rows, speech)];
}

function delegation({ report, speech }: PrintedReport): FileChild[] {
  const { organisations, rolls } = report.delegation;
  const called = rolls.length > 0;
  const people = organisations.flatMap(({ people }) => people);
  const list = tableOf(
    [
      column(speech, "number", 7),
      column(speech, "who", called ? 39 : 46),
      column(speech, "organisation", 30),
      ...(called
        ? [column(speech, "planned", 12), column(speech, "came", 12)]
        : [column(speech, "role", 17)]),
    ],
    people.map(({ seat, planned, came }, index) => [
      line(String(index + 1)),
      line(office(seat, speech)),
      line(seat.organisation === undefined ? "" : speech.text(seat.organisation)),
      ...(called
        ? // Whoever was on no list has not stayed away.
          [planned, came].map((count) => line(planned === 0 ? "—" : String(count)))
        : [line(speech.say(`report-role-${seat.role ?? "delegate"}`))]),
    ]),
  );
  if (!called) return [list];
  return [
    list,
    heading2(speech.say("report-rolls")),
    tableOf(
      [
        column(speech, "event", 46),
        column(speech, "planned", 18),
        column(speech, "came", 18),
        column(speech, "excused", 18),
      ],
      rolls.map(({ event, planned, came, excused }) => [
        line(titleWithDay(event, speech)),
        ...[planned, came, excused].map((count) => line(String(count))),
      ]),
    ),
  ];
}

function programmeTable(lines: readonly ProgrammeLine[], speech: Speech): FileChild {
  return tableOf(
    [
      column(speech, "planned-time", 25),
      column(speech, "event", 41),
      column(speech, "held", 18),
      column(speech, "mark", 16),
    ],
    lines.map((one) => {
      const { event, first, course, ending, actual } = one;
      const planned = first ?? event;
      const now = course === "changed" ? [{ text: `→ ${when(event, speech)}` }] : [];
      const [day, hours] = [
        dayAndMonth(dayOf(planned), speech.language),
        span(planned, speech.language).text,
      ];
      const outcome = speech.say(`report-ending-${ending ?? "open"}`);
      return [
        [{ text: day }, { text: hours }, ...now],
        line(speech.text(event.event.title)),
        [
          ...(ending === "off" ? [] : [{ text: actual === undefined ? "" : actualSpan(event, actual) }]),
          { text: outcome, bold: ending === "off" || ending === "changed" },
        ].filter(({ text }) => text !== ""),
        line(course === "same" ? "" : speech.say(`report-course-${course}`)),
      ];
    }),
  );
}

function documents(printed: PrintedReport): FileChild[] {
  const { report, speech } = printed;
  return report.documents.flatMap((one, index) => [
    heading2(`${index + 1}. ${one.title ?? ""}`),
    pairs(
      documentFields.flatMap((field): [string, string][] =>
        field === "title" ? [] : [[speech.say(`report-document-${field}`), one[field] ?? "—"]],
      ),
      speech,
    ),
    ...(one.scan === undefined ? [] : placed(printed, [one.scan], speech.say("report-scan"))),
  ]);
}

function meetings(printed: PrintedReport): FileChild[] {
  const { report, speech } = printed;
  return report.meetings.flatMap(({ event, actual, lines, arrangements, nextSteps }) => {
    const told = [lines, arrangements, nextSteps].some((list) => list.length > 0);
    const host = event?.event.host;
    return [
      heading2(event === undefined ? speech.say("note-no-event") : speech.text(event.event.title)),
      ...(event === undefined
        ? []
        : [
            labelled(
              speech.say("report-when"),
              actual === undefined
                ? when(event, speech)
                : `${dayAndMonth(dayOf(event), speech.language)}, ${actualSpan(event, actual)}`,
            ),
          ]),
      ...(host === undefined ? [] : [labelled(speech.say("report-with"), speech.text(host))]),
      ...texts(printed, lines, { naming: false }),
      ...owing("report-arrangements", arrangements, speech),
      ...owing("report-next", nextSteps, speech),
      ...(told ? [] : [note(speech.say("report-nothing"))]),
    ];
  });
}

function owing(key: string, list: readonly AgreementLine[], speech: Speech): FileChild[] {
  if (list.length === 0) return [];
  return [
    labelled(speech.say(key), ""),
    ...list.map((one) =>
      bullet({
        text: [one.what, ownerOf(one, speech), deadlineOf(one, speech)]
          .filter((part) => part !== "")
          .join(" — "),
      }),
    ),
  ];
}

function contacts({ report, speech }: PrintedReport): FileChild[] {
  return [
    tableOf(
      [
        column(speech, "organisation", 24),
        column(speech, "person", 26),
        column(speech, "channel", 22),
        column(speech, "met-by", 28),
      ],
      report.contacts.map(({ name, position, organisation, channels, share, metBy, event, interest }) => [
        line(organisation ?? "—"),
        [
          ...(name === undefined ? [] : [{ text: name, bold: true }]),
          ...(position === undefined ? [] : [{ text: position }]),
        ],
        channels.length > 0
          ? channels.map((text) => ({ text }))
          : [{ text: speech.say(`report-share-${share}`), italics: true }],
        [
          ...metBy.map((seat) => ({ text: whoIs(seat, speech) })),
          ...(event === undefined ? [] : [{ text: titleWithDay(event, speech), italics: true }]),
          ...(interest === undefined ? [] : [{ text: interest }]),
        ],
      ]),
    ),
  ];
}

function agreementsTable(list: readonly AgreementLine[], speech: Speech): FileChild {
  return tableOf(
    [
      column(speech, "number", 6),
      column(speech, "item", 32),
      column(speech, "owner", 24),
      column(speech, "deadline", 15),
      column(speech, "state", 23),
    ],
    list.map((one, index) => [
      line(String(index + 1)),
      [
        { text: one.what },
        { text: speech.say(`report-sort-${one.sort}`), italics: true },
        ...(one.to === undefined ? [] : [{ text: speech.say("report-to", { to: one.to }), italics: true }]),
      ],
      [
        { text: ownerOf(one, speech) },
        ...(one.helpers === undefined
          ? []
          : [{ text: speech.say("report-helpers", { who: one.helpers }), italics: true }]),
      ],
      line(deadlineOf(one, speech) || "—"),
      [
        { text: speech.say(one.overdue ? "report-state-overdue" : `report-state-${one.state}`) },
        ...(one.event === undefined ? [] : [{ text: titleWithDay(one.event, speech), italics: true }]),
      ],
    ]),
  );
}

function figures({ report, speech }: PrintedReport): FileChild[] {
  const { counted, typed } = report.figures;
  return [
    pairs(
      [
        ...countedFigures.map((key): [string, string] => [
          speech.say(`report-figure-${key}`),
          String(counted[key]),
        ]),
        ...typedFigures.flatMap((key): [string, string][] => {
          const said = typed[key];
          return said === undefined ? [] : [[speech.say(`report-figure-${key}`), said]];
        }),
      ],
      speech,
    ),
  ];
}

function remarks(printed: PrintedReport): FileChild[] {
  const { speech, report } = printed;
  const { survey, lines } = report.remarks;
  const asked =
    survey === undefined
      ? []
      : [
          labelled(
            speech.say("report-survey"),
            speech.say("survey-results", {
              answered: survey.answered,
              average: new Intl.NumberFormat(speech.language).format(survey.average),
            }),
          ),
          ...survey.words.map((text) => bullet({ text })),
        ];
  return [...asked, ...texts(printed, lines)];
}

function followup({ report, speech }: PrintedReport): FileChild[] {
  return [
    tableOf(
      [column(speech, "date", 26), column(speech, "todo", 46), column(speech, "owner", 28)],
      report.followup.map((one) => {
        const date = line(dates(one.date, one.date, speech.language));
        return "step" in one
          ? [date, line(speech.say(`report-step-${one.step}`)), line(speech.say("report-organisers"))]
          : [date, line(one.agreement.what), line(ownerOf(one.agreement, speech))];
      }),
    ),
  ];
}

function annexes({ report, speech }: PrintedReport): FileChild[] {
  const planned = report.programme.flatMap(({ first }) => (first === undefined ? [] : [first]));
  const people = report.delegation.organisations.flatMap((group) => group.people);
  return [
    heading2(speech.say("report-annex-programme")),
    tableOf(
      [column(speech, "date", 22), column(speech, "planned-time", 24), column(speech, "event", 54)],
      planned.map((timed) => [
        line(dayAndMonth(dayOf(timed), speech.language)),
        line(span(timed, speech.language).text),
        line(speech.text(timed.event.title)),
      ]),
    ),
    heading2(speech.say("report-annex-people")),
    tableOf(
      [column(speech, "number", 8), column(speech, "person", 50), column(speech, "organisation", 42)],
      people.map(({ seat }, index) => [
        line(String(index + 1)),
        line(office(seat, speech)),
        line(seat.organisation === undefined ? "" : speech.text(seat.organisation)),
      ]),
    ),
  ];
}

/** Lines in people's words, each with the event it is about, and its pictures below. */
function texts(
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
function placed({ pictures, speech }: PrintedReport, scans: readonly Scan[], about: string): FileChild[] {
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

/** Two columns: what it is, and what it says. */
function pairs(rows: readonly (readonly [string, string])[], speech: Speech): FileChild {
  return tableOf(
    [column(speech, "what", 36), column(speech, "value", 64)],
    rows.map(([what, value]) => [line(what), line(value === "" ? "—" : value)]),
  );
}

function column(speech: Speech, key: string, width: number): Column {
  return { heading: speech.say(`report-column-${key}`), width };
}

function line(text: string): Lines {
  return [{ text }];
}

function heading2(text: string): FileChild {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs({ text }) });
}

function bullet(...pieces: Piece[]): FileChild {
  return new Paragraph({ bullet: { level: 0 }, children: pieces.flatMap(runs) });
}

function labelled(label: string, text: string): FileChild {
  return new Paragraph({
    ...(text === "" ? { keepNext: true } : {}),
    children: [...runs({ text: `${label} `, bold: true }), ...runs({ text })],
  });
}

function note(text: string): FileChild {
  return new Paragraph({ children: runs({ text, italics: true, color: "404040" }) });
}

/** Two tables in a row would be one. */
function space(): FileChild {
  return new Paragraph({ children: [] });
}

function office({ name, position }: Seat, speech: Speech): string {
  return [name, speech.text(position)].filter((part) => part !== undefined).join(", ");
}

function ownerOf({ owner }: Pick<AgreementLine, "owner">, speech: Speech): string {
  return "seat" in owner ? whoIs(owner.seat, speech) : owner.words;
}

function deadlineOf({ deadline }: Pick<AgreementLine, "deadline">, speech: Speech): string {
  return deadline === undefined ? "" : dates(deadline, deadline, speech.language);
}

/** `17 ноября, 11:00–11:25` */
function when(timed: TimedEvent, speech: Speech): string {
  return `${dayAndMonth(dayOf(timed), speech.language)}, ${span(timed, speech.language).text}`;
}

function titleWithDay(timed: TimedEvent, speech: Speech): string {
  return `${speech.text(timed.event.title)}, ${dayAndMonth(dayOf(timed), speech.language)}`;
}

function actualSpan(
  { zone, endZone }: TimedEvent,
  { start, end }: NonNullable<ProgrammeLine["actual"]>,
): string {
  return [clock(start, zone), ...(end === undefined ? [] : [clock(end, endZone)])].join("–");
}
