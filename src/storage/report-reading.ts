/** Reading together what a report is made of. Notes are looked at by their heads; only those that were taken are read. */
import { wordsOfNote } from "../domain/agreements.ts";
import { attendanceOf, type EventAttendance } from "../domain/attendance.ts";
import type { NoteHead } from "../domain/notes.ts";
import {
  type LineSection,
  lineKey,
  photosOf,
  type ReportDraft,
  sectionsFor,
} from "../domain/report-draft.ts";
import type { ReportSources, WholeLine } from "../domain/report-sources.ts";
import { inOrder } from "../domain/seats.ts";
import type { MissionInForce } from "../domain/timetable.ts";
import { cleaned } from "../domain/words.ts";
import { allHeads } from "./note-scan.ts";
import { owedByAll } from "./owed-reading.ts";
import type { Store } from "./store.ts";

/** Everything a report is put together from at programme time `now`. */
export async function reportSources(
  store: Store,
  inForce: MissionInForce,
  now: number,
): Promise<ReportSources> {
  const last = inForce.programme;
  const { id } = last.mission;
  const [draft, first, seats, contacts, agreements, survey, rolls, owed] = await Promise.all([
    store.reports.draft(id),
    store.missions.revision(id, 1),
    store.people.seats(id),
    store.acquaintances.all(id),
    store.agreements.all(id),
    store.surveys.results(id),
    attendanceIn(store, inForce),
    owedByAll(store, inForce, now),
  ]);
  return {
    now,
    first: first?.programme ?? last,
    last,
    seats,
    draft,
    lines: await takenLines(store, inForce, draft),
    rolls,
    contacts,
    agreements,
    survey,
    undecided: await undecidedOf(store, id, draft),
    owed: owed.map(({ seat, events }) => ({ seat, events: events.map(({ event }) => event.title) })),
  };
}

/** The lines that were taken, in the order of the programme, each with what its note says now. */
async function takenLines(
  { notes }: Store,
  { programme }: MissionInForce,
  draft: ReportDraft,
): Promise<WholeLine[]> {
  const { id } = programme.mission;
  const place = new Map(programme.events.map(({ event }, index) => [event.id, index]));
  const found: { line: WholeLine; order: number; at: number }[] = [];
  for (const [key, line] of draft.lines) {
    if (!line.taken) continue;
    const note = line.note === undefined ? undefined : await notes.find(id, line.note);
    const event = note?.event ?? line.event;
    const text = line.text ?? (note === undefined ? undefined : wordsOfNote(note));
    // Its author has deleted the note, and nobody has put it in words of their own.
    if (text === undefined) continue;
    const whole = { ...line, text: cleaned(text), scans: note === undefined ? [] : photosOf(note) };
    found.push({
      line: event === undefined ? whole : { ...whole, event },
      order: place.get(event ?? "") ?? Number.POSITIVE_INFINITY,
      at: note?.createdAt ?? Number.parseInt(key.split(".")[1] ?? "", 36),
    });
  }
  return found.sort((a, b) => compare(a.order, b.order) || a.at - b.at).map(({ line }) => line);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** How many notes wait in each section for somebody to take them or leave them out. */
async function undecidedOf(
  store: Store,
  mission: string,
  draft: ReportDraft,
): Promise<Partial<Record<LineSection, number>>> {
  const counts: Partial<Record<LineSection, number>> = {};
  for await (const head of allHeads(store, mission)) {
    for (const section of sectionsFor(head)) {
      if (!draft.lines.has(lineKey(section, head.id))) counts[section] = (counts[section] ?? 0) + 1;
    }
  }
  return counts;
}

/** A line to look through: of a note somebody has or has not decided about, or typed. */
export interface Candidate {
  readonly id: string;
  readonly state: "undecided" | "taken" | "left";
  readonly at: number;
}

/** What stands in a section, or may: the undecided first, then the rest, each as the programme goes. */
export async function candidatesOf(
  store: Store,
  { programme }: MissionInForce,
  draft: ReportDraft,
  section: LineSection,
): Promise<Candidate[]> {
  const place = new Map(programme.events.map(({ event }, index) => [event.id, index]));
  const found: (Candidate & { readonly order: number })[] = [];
  const add = (id: string, { event, at }: { event?: string; at: number }) => {
    const line = draft.lines.get(lineKey(section, id));
    const state = line === undefined ? "undecided" : line.taken ? "taken" : "left";
    found.push({ id, state, at, order: place.get(event ?? "") ?? Number.POSITIVE_INFINITY });
  };
  const seen = new Set<string>();
  const offered = (head: NoteHead) =>
    sectionsFor(head).includes(section) || draft.lines.has(lineKey(section, head.id));
  for await (const head of allHeads(store, programme.mission.id)) {
    if (!offered(head)) continue;
    seen.add(head.id);
    add(head.id, { at: head.createdAt, ...(head.event === undefined ? {} : { event: head.event }) });
  }
  for (const [key, line] of draft.lines) {
    const id = key.slice(section.length + 1);
    // What a note's author has deleted stays only where it was put in other words.
    const isGone = line.note !== undefined && line.text === undefined;
    if (line.section === section && !seen.has(id) && !isGone) add(id, { at: Number.parseInt(id, 36) || 0 });
  }
  const rank = { undecided: 0, taken: 1, left: 2 };
  return found.sort((a, b) => rank[a.state] - rank[b.state] || compare(a.order, b.order) || a.at - b.at);
}

/** Who was expected and who came, event by event, where there was a roll call. */
export async function attendanceIn(store: Store, { programme }: MissionInForce): Promise<EventAttendance[]> {
  const { id } = programme.mission;
  const [seats, choices, marks] = await Promise.all([
    store.people.seats(id),
    store.choices.all(id),
    store.attendance.all(id),
  ]);
  return attendanceOf(programme, { seats: inOrder(seats, programme.mission), choices, marks });
}
