/** What a report still lacks, who owes it, and by when. */
import { zoneOfHome } from "./event-zones.ts";
import type { Debt, Missing, Report } from "./report.ts";
import {
  isTold,
  type LineSection,
  lineSections,
  passportAsked,
  reportDueBy,
  type Section,
  typedFigures,
} from "./report-draft.ts";
import type { ReportSources } from "./report-sources.ts";
import { endOf } from "./timetable.ts";

type Sources = Pick<ReportSources, "last" | "undecided" | "owed" | "survey" | "rolls">;

/** The debts of every section; a section without any is done. */
export function debtsOf(report: Omit<Report, "debts">, sources: Sources): Report["debts"] {
  const { last, undecided, owed } = sources;
  const home = zoneOfHome(last.mission);
  const by = reportDueBy(Math.max(...last.events.map(endOf)), home);
  const organisers = (what: Missing, count?: number): Debt => ({
    what,
    who: "organisers",
    by,
    ...(count === undefined ? {} : { count }),
  });
  const notes = owed.map(({ seat, events }): Debt => ({ what: "notes", who: seat, events, by }));
  const open = report.programme.filter(({ ending }) => ending === undefined).length;
  const unset = passportAsked.filter((field) => report.passport[field] === undefined).length;
  const silent = report.meetings.filter(isSilent).length;
  const own: Partial<Record<Section, readonly Debt[]>> = {
    passport: unset === 0 ? [] : [organisers("passport", unset)],
    delegation: report.delegation.rolls.length === 0 ? [organisers("rolls")] : [],
    programme: open === 0 ? [] : [organisers("endings", open)],
    summary: report.summary.length === 0 ? [organisers("summary")] : [],
    // Where nothing was to be signed nothing is missing.
    documents: report.documents.length === 0 && signsSomething(report) ? [organisers("documents")] : [],
    meetings: silent === 0 ? [] : notes,
    contacts: report.contacts.length === 0 ? [organisers("contacts")] : [],
    agreements: report.agreements.length === 0 ? [organisers("agreements")] : [],
    figures: typedFigures.every((key) => report.figures.typed[key] === undefined)
      ? [organisers("figures")]
      : [],
    materials: report.materials.length === 0 ? [organisers("materials")] : [],
    press: report.press.length === 0 ? [organisers("press")] : [],
    remarks:
      report.remarks.survey === undefined && report.remarks.lines.length === 0 ? [organisers("answers")] : [],
  };
  const waiting = (section: LineSection): Debt[] => {
    const count = undecided[section] ?? 0;
    return count === 0 ? [] : [organisers("lines", count)];
  };
  const of = (section: Section): readonly Debt[] => [
    ...(own[section] ?? []),
    ...(isLine(section) ? waiting(section) : []),
  ];
  return {
    passport: of("passport"),
    delegation: of("delegation"),
    programme: of("programme"),
    summary: of("summary"),
    documents: of("documents"),
    meetings: of("meetings"),
    contacts: of("contacts"),
    agreements: of("agreements"),
    figures: of("figures"),
    materials: of("materials"),
    press: of("press"),
    remarks: of("remarks"),
    followup: of("followup"),
    annexes: of("annexes"),
  };
}

function isLine(section: Section): section is LineSection {
  return lineSections.some((one) => one === section);
}

function isSilent({ event, lines, arrangements, nextSteps }: Report["meetings"][number]): boolean {
  const isEmpty = [lines, arrangements, nextSteps].every((list) => list.length === 0);
  return event !== undefined && isTold(event.event.kind) && isEmpty;
}

function signsSomething({ programme }: Pick<Report, "programme">): boolean {
  return programme.some(({ event, ending }) => event.event.kind === "signing" && ending !== "off");
}

/** Whether a section has anything to print. */
export function isFilled(report: Report, section: Section): boolean {
  switch (section) {
    case "passport":
      return passportAsked.some((field) => report.passport[field] !== undefined);
    case "delegation":
      return report.delegation.organisations.length > 0;
    case "programme":
      return report.programme.some(({ ending }) => ending !== undefined);
    case "meetings":
      return report.meetings.some((meeting) => !isSilent(meeting));
    case "remarks":
      return report.remarks.survey !== undefined || report.remarks.lines.length > 0;
    case "figures":
    case "followup":
    case "annexes":
      return true;
    default:
      return report[section].length > 0;
  }
}
