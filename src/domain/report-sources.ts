/** What a report is put together from. */
import type { Acquaintance } from "./acquaintances.ts";
import type { Agreement } from "./agreements.ts";
import type { EventAttendance } from "./attendance.ts";
import type { Seat, Text } from "./mission.ts";
import type { LineSection, ReportDraft, ReportLine, Scan } from "./report-draft.ts";
import type { Results } from "./survey.ts";
import type { Programme } from "./timetable.ts";

/** A line as it is to be printed: with the words and the pictures of its note. */
export interface WholeLine extends ReportLine {
  readonly text: string;
  readonly scans: readonly Scan[];
}

export interface ReportSources {
  readonly now: number;
  /** As it was first released, and as it is in force, with what was called off. */
  readonly first: Programme;
  readonly last: Programme;
  readonly seats: readonly Seat[];
  readonly draft: ReportDraft;
  /** The lines that were taken. */
  readonly lines: readonly WholeLine[];
  readonly rolls: readonly EventAttendance[];
  readonly contacts: readonly Acquaintance[];
  readonly agreements: readonly Agreement[];
  readonly survey: Results;
  /** Notes nobody has decided about, by section. */
  readonly undecided: Readonly<Partial<Record<LineSection, number>>>;
  /** Who was asked for notes and has not written. */
  readonly owed: readonly Owed[];
}

/** Somebody who was asked for notes and has not written: about which events. */
export interface Owed {
  readonly seat: Seat;
  readonly events: readonly Text[];
}
