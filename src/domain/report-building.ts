/** Putting the report together from what people wrote down, what was called off or moved, and what organisers say. */
import { byUrgency, isOverdue } from "./agreements.ts";
import { zoneOfHome } from "./event-zones.ts";
import type { Seat } from "./mission.ts";
import type {
  AgreementLine,
  Attender,
  ContactLine,
  CountedFigure,
  Delegation,
  Figures,
  MeetingLine,
  ProgrammeLine,
  Report,
  ReportText,
} from "./report.ts";
import { debtsOf } from "./report-debts.ts";
import { isTold, type LineSection, type ReportDraft } from "./report-draft.ts";
import { followUp } from "./report-followup.ts";
import { eventsById, programmeLines } from "./report-programme.ts";
import type { ReportSources, WholeLine } from "./report-sources.ts";
import { bySeat, inOrder } from "./seats.ts";
import { averageOf, ENOUGH_ANSWERS, type Results } from "./survey.ts";
import { spanOf, type TimedEvent } from "./timetable.ts";
import { dateIn } from "./zones.ts";

/** The report as it is now, with what it still lacks. */
export function reportOf(sources: ReportSources): Report {
  const { now, last, draft } = sources;
  const { mission } = last;
  const programme = programmeLines(sources);
  const { from, to } = spanOf(last);
  const agreements = agreementLines(sources);
  const meetings = meetingLines(sources, programme, agreements);
  const built: Omit<Report, "debts" | "figures"> = {
    mission,
    madeAt: now,
    revision: last.revision,
    passport: {
      ...draft.passport,
      from: dateIn(last.events[0]?.zone ?? mission.timezone, from),
      to: dateIn(last.events.at(-1)?.endZone ?? mission.timezone, to),
    },
    delegation: delegationOf(sources),
    programme,
    summary: textsOf(sources, "summary"),
    documents: [...draft.documents.values()],
    meetings,
    contacts: contactLines(sources),
    agreements,
    materials: textsOf(sources, "materials"),
    press: textsOf(sources, "press"),
    remarks: { ...surveyOf(sources.survey), lines: textsOf(sources, "remarks") },
    followup: followUp(last, agreements),
  };
  const figures = figuresOf(built, draft);
  return { ...built, figures, debts: debtsOf({ ...built, figures }, sources) };
}

function delegationOf({ last, seats, rolls }: ReportSources): Delegation {
  const organisations = new Map<string, { name?: Seat["organisation"]; people: Attender[] }>();
  for (const seat of inOrder(seats, last.mission)) {
    const key = JSON.stringify(seat.organisation ?? null);
    const group = organisations.get(key) ?? { name: seat.organisation, people: [] };
    group.people.push({
      seat,
      planned: rolls.filter(({ planned }) => planned.includes(seat.id)).length,
      came: rolls.filter(({ came }) => came.includes(seat.id)).length,
    });
    organisations.set(key, group);
  }
  const events = eventsById(last);
  return {
    organisations: [...organisations.values()].map(({ name, people }) => ({
      ...(name === undefined ? {} : { name }),
      people,
    })),
    rolls: rolls.flatMap(({ event, planned, came, excused }) => {
      const timed = events.get(event);
      const counts = { planned: planned.length, came: came.length, excused: excused.length };
      return timed === undefined ? [] : [{ event: timed, ...counts }];
    }),
  };
}

function textsOf({ lines, last }: ReportSources, section: LineSection): ReportText[] {
  const events = eventsById(last);
  return lines.filter((line) => line.section === section).map((line) => textOf(line, events));
}

function textOf(
  { text, event: id, photos, scans }: WholeLine,
  events: ReadonlyMap<string, TimedEvent>,
): ReportText {
  const event = id === undefined ? undefined : events.get(id);
  return { text, ...(event === undefined ? {} : { event }), photos: photos ? scans : [] };
}

function meetingLines(
  { lines, last }: ReportSources,
  programme: readonly ProgrammeLine[],
  agreements: readonly AgreementLine[],
): MeetingLine[] {
  const events = eventsById(last);
  const taken = lines.filter(({ section }) => section === "meetings");
  const about = (
    event: TimedEvent | undefined,
  ): Pick<MeetingLine, "lines" | "arrangements" | "nextSteps"> => {
    const said = taken.filter((line) => (events.get(line.event ?? "") ?? undefined) === event);
    const made = agreements.filter((one) => one.event?.event.id === event?.event.id);
    return {
      lines: said.map((line) => textOf(line, events)),
      arrangements: made.filter(({ sort }) => sort === "agreement"),
      nextSteps: made.filter(({ sort }) => sort === "assignment"),
    };
  };
  const held = programme.flatMap(({ event, ending, actual }): MeetingLine[] => {
    const found = about(events.get(event.event.id));
    const isEmpty = [found.lines, found.arrangements, found.nextSteps].every((list) => list.length === 0);
    if (ending === "off" && isEmpty) return [];
    if (!isTold(event.event.kind) && isEmpty) return [];
    return [{ event, ...(actual === undefined ? {} : { actual }), ...found }];
  });
  const whole = about(undefined);
  return whole.lines.length === 0 ? held : [...held, { ...whole, arrangements: [], nextSteps: [] }];
}

function agreementLines({ agreements, seats, last, draft, now }: ReportSources): AgreementLine[] {
  const events = eventsById(last);
  const known = bySeat(seats);
  const today = dateIn(zoneOfHome(last.mission), now);
  return byUrgency(agreements.filter(({ state }) => state !== "dropped")).map((one) => {
    const { sort, what, owner, to, deadline, state } = one;
    const event = events.get(one.event ?? "");
    const seat = "seat" in owner ? known.get(owner.seat) : undefined;
    const helpers = draft.helpers.get(one.id);
    return {
      sort,
      what,
      owner: "words" in owner ? owner : seat === undefined ? { words: owner.seat } : { seat },
      ...(helpers === undefined ? {} : { helpers }),
      ...(to === undefined ? {} : { to }),
      ...(deadline === undefined ? {} : { deadline }),
      state,
      overdue: isOverdue(one, today),
      ...(event === undefined ? {} : { event }),
    };
  });
}

/** How to reach somebody goes on only where they agreed; whoever met them has it. */
function contactLines({ contacts, seats, last }: ReportSources): ContactLine[] {
  const events = eventsById(last);
  const known = bySeat(seats);
  return contacts.map(({ name, position, organisation, phones = [], emails = [], share, meetings }) => {
    const event = events.get(meetings.find((meeting) => meeting.event !== undefined)?.event ?? "");
    const interest = meetings.flatMap(({ remark }) => remark ?? []).join("\n");
    return {
      ...(name === undefined ? {} : { name }),
      ...(position === undefined ? {} : { position }),
      ...(organisation === undefined ? {} : { organisation }),
      channels: share === "yes" ? [...phones, ...emails] : [],
      share,
      metBy: [...new Set(meetings.map(({ seat }) => seat))].flatMap((seat) => known.get(seat) ?? []),
      ...(event === undefined ? {} : { event }),
      ...(interest === "" ? {} : { interest }),
    };
  });
}

function figuresOf(report: Omit<Report, "debts" | "figures">, draft: ReportDraft): Figures {
  const { programme, delegation, contacts, agreements, documents } = report;
  const held = programme.filter(({ ending }) => ending === "held" || ending === "changed");
  const ofKind = (...kinds: string[]) => held.filter(({ event }) => kinds.includes(event.event.kind)).length;
  const counted: Record<CountedFigure, number> = {
    events: programme.length,
    held: held.length,
    meetings: ofKind("meeting", "signing", "conference", "roundtable", "visit", "seminar"),
    talks: ofKind("talks"),
    people: delegation.organisations.reduce((sum, { people }) => sum + people.length, 0),
    contacts: contacts.length,
    arrangements: agreements.filter(({ sort }) => sort === "agreement").length,
    assignments: agreements.filter(({ sort }) => sort === "assignment").length,
    documents: documents.length,
  };
  return { counted, typed: draft.figures };
}

function surveyOf({ answered, ratings, words }: Results): Pick<Report["remarks"], "survey"> {
  if (answered < ENOUGH_ANSWERS) return {};
  return { survey: { answered, average: averageOf(ratings), words } };
}
