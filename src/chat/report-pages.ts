/** The pages of the report in chat, as they are now. */
import { byUrgency } from "../domain/agreements.ts";
import type { Report } from "../domain/report.ts";
import { reportOf } from "../domain/report-building.ts";
import {
  type EndingSort,
  isLineSection,
  type LineSection,
  lineKey,
  type Section,
  type SignedDocument,
  sections,
} from "../domain/report-draft.ts";
import type { ReportSources } from "../domain/report-sources.ts";
import { bySeat } from "../domain/seats.ts";
import { endOf } from "../domain/timetable.ts";
import type { BotMessage } from "../messages/message.ts";
import { whoIs } from "../messages/names.ts";
import { documentMessage, documentsSection } from "../messages/report-documents.ts";
import { endingMessage, endingsSection } from "../messages/report-endings.ts";
import { LINES_ON_A_PAGE, lineMessage, linesSection, type SeenLine } from "../messages/report-lines.ts";
import {
  agreementsSection,
  derivedSection,
  figuresSection,
  passportSection,
} from "../messages/report-menu.ts";
import { type Candidate, candidatesOf, reportSources } from "../storage/report-reading.ts";
import type { ChatParts, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";

export interface Standing {
  readonly sources: ReportSources;
  readonly report: Report;
}

/** The report as it would be made now. */
export async function standingOf({ store }: ChatParts, traveller: Traveller): Promise<Standing> {
  const sources = await reportSources(store, traveller.mission, traveller.reading.now);
  return { sources, report: reportOf(sources) };
}

/** Whether a button names a section of the report. */
export function isSection(part: string): part is Section {
  return sections.some((one) => one === part);
}

/** The page of a section, from one of its lines on. */
export async function sectionPage(
  parts: ChatParts,
  traveller: Traveller,
  section: Section,
  from: number,
): Promise<BotMessage> {
  const { reading } = traveller;
  const { report, sources } = await standingOf(parts, traveller);
  if (isLineSection(section)) return linesPage(parts, traveller, { report, sources }, section, from);
  switch (section) {
    case "passport":
      return passportSection(reading, report);
    case "programme":
      return endingsSection(reading, report, { from, rest: unsaidOf(report, reading.now).length });
    case "documents":
      return documentsSection(reading, report, { documents: [...sources.draft.documents], from });
    case "agreements":
      return agreementsSection(reading, report, {
        agreements: byUrgency(sources.agreements.filter(({ state }) => state !== "dropped")),
        seats: bySeat(sources.seats),
        helpers: sources.draft.helpers,
        from,
      });
    case "figures":
      return figuresSection(reading, report);
    default:
      return derivedSection(reading, report, section);
  }
}

/** The events that are over, of which nobody has said how they ended, with what goes for them: held, or moved and held. */
export function unsaidOf({ programme }: Report, now: number): { event: string; how: EndingSort }[] {
  return programme
    .filter(
      ({ event, ending, course }) => ending === undefined && course !== "cancelled" && endOf(event) <= now,
    )
    .map(({ event, course }) => ({ event: event.event.id, how: course === "changed" ? "changed" : "held" }));
}

async function linesPage(
  parts: ChatParts,
  traveller: Traveller,
  { report, sources }: Standing,
  section: LineSection,
  from: number,
): Promise<BotMessage> {
  const all = await candidatesOf(parts.store, traveller.mission, sources.draft, section);
  const start = from < all.length ? from : 0;
  const shown = all.slice(start, start + LINES_ON_A_PAGE);
  return linesSection(traveller.reading, report, section, {
    lines: await Promise.all(shown.map((one) => seenLine(parts, traveller, sources, section, one))),
    total: all.length,
    undecided: all.filter(({ state }) => state === "undecided").length,
    from: start,
  });
}

async function seenLine(
  { store }: ChatParts,
  traveller: Traveller,
  { draft }: Pick<ReportSources, "draft">,
  section: LineSection,
  { id, state }: Pick<Candidate, "id" | "state">,
): Promise<SeenLine> {
  const line = draft.lines.get(lineKey(section, id));
  const note = await store.notes.find(missionIdOf(traveller), line?.note ?? id);
  return { id, state, ...(line === undefined ? {} : { line }), ...(note === undefined ? {} : { note }) };
}

/** One line, by itself; nothing when neither its note nor it is there any more. */
export async function lineSeen(
  { store }: ChatParts,
  traveller: Traveller,
  section: LineSection,
  id: string,
): Promise<SeenLine | undefined> {
  const mission = missionIdOf(traveller);
  const piece = await store.reports.piece(mission, "line", lineKey(section, id));
  const line = piece?.value;
  const note = await store.notes.find(mission, line?.note ?? id);
  if (note === undefined && line?.text === undefined) return undefined;
  const state = line === undefined ? "undecided" : line.taken ? "taken" : "left";
  return { id, state, ...(line === undefined ? {} : { line }), ...(note === undefined ? {} : { note }) };
}

/** A line people wrote, and whether it is taken. */
export async function linePage(
  parts: ChatParts,
  traveller: Traveller,
  section: LineSection,
  seen: SeenLine,
): Promise<BotMessage> {
  const key = lineKey(section, seen.id);
  const piece = await parts.store.reports.piece(missionIdOf(traveller), "line", key);
  return lineMessage(traveller.reading, section, seen, await nameOf(parts, traveller, piece?.by));
}

/** How an event ended; nothing for one the report does not know. */
export async function endingPage(
  parts: ChatParts,
  traveller: Traveller,
  event: string,
): Promise<BotMessage | undefined> {
  const { report } = await standingOf(parts, traveller);
  const line = report.programme.find((one) => one.event.event.id === event);
  if (line === undefined) return undefined;
  const piece = await parts.store.reports.piece(missionIdOf(traveller), "ending", event);
  return endingMessage(traveller.reading, line, await nameOf(parts, traveller, piece?.by));
}

/** A signed document, field by field. */
export function documentPage(traveller: Traveller, id: string, document: SignedDocument): BotMessage {
  return documentMessage(traveller.reading, id, document);
}

/** An organiser by the seat they had when they changed something; nothing where that was the reader. */
export async function nameOf(
  { store }: ChatParts,
  traveller: Traveller,
  by: string | undefined,
): Promise<string | undefined> {
  if (by === undefined || by === traveller.seat.id) return undefined;
  const seat = await store.people.seat(missionIdOf(traveller), by);
  return seat === undefined ? by : whoIs(seat, traveller.reading.speech);
}
