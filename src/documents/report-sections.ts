/** What stands in each section of the report. */
import type { FileChild } from "docx";
import { type AgreementLine, countedFigures } from "../domain/report.ts";
import { isFilled } from "../domain/report-debts.ts";
import { documentFields, passportFields, type Section, typedFigures } from "../domain/report-draft.ts";
import { dayOf } from "../domain/timetable.ts";
import type { Speech } from "../messages/speech.ts";
import { dates, dayAndMonth } from "../messages/times.ts";
import type { PrintedReport } from "./printed-report.ts";
import { bullet, heading2, labelled, note, pairs, space } from "./report-paragraphs.ts";
import { agreementsTable, annexes, contacts, delegation, followup, programmeTable } from "./report-tables.ts";
import { placed, texts } from "./report-texts.ts";
import { actualSpan, deadlineOf, debtLine, ownerOf, when } from "./report-words.ts";

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
