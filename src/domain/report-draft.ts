/**
 * What organisers say themselves in the report on a mission: how events ended, which words of notes go into it, what was
 * signed, and what nobody but them knows. Each piece is kept by itself, so that two can work on one report.
 */
import { wordsOfNote } from "./agreements.ts";
import type { Kind } from "./mission.ts";
import type { Mark, Note, NoteHead } from "./notes.ts";
import { endOf, nextDay, type TimedEvent } from "./timetable.ts";
import { dateIn, instantOf } from "./zones.ts";

/** The sections of a report, in the order officials have them. */
export const sections = [
  "passport",
  "delegation",
  "programme",
  "summary",
  "documents",
  "meetings",
  "contacts",
  "agreements",
  "figures",
  "materials",
  "press",
  "remarks",
  "followup",
  "annexes",
] as const;
export type Section = (typeof sections)[number];

/** The sections made of lines that are picked from notes, or typed. */
export const lineSections = ["summary", "meetings", "materials", "press", "remarks"] as const;
export type LineSection = (typeof lineSections)[number];

/** Whether a section is made of lines people wrote. */
export function isLineSection(section: string): section is LineSection {
  return lineSections.some((one) => one === section);
}

/** What nobody but the organisers knows, asked once. */
export const passportFields = ["name", "place", "grounds", "sender", "host", "budget"] as const;
export type PassportField = (typeof passportFields)[number];
/** Without a name of its own the report bears the mission's. */
export const passportAsked = ["place", "grounds", "sender", "host", "budget"] as const;

/** Figures that cannot be counted from what is stored. */
export const typedFigures = ["contracts", "letters", "sums", "media"] as const;
export type TypedFigure = (typeof typedFigures)[number];

/** How an event ended: it was held, otherwise than planned, or not at all. */
export const endings = ["held", "changed", "off"] as const;
export type EndingSort = (typeof endings)[number];

export interface Ending {
  readonly how: EndingSort;
  /** Programme time, epoch milliseconds; without it, as the programme in force has it. */
  readonly actual?: { readonly start: number; readonly end?: number };
}

/** A line of a section: what is taken from a note, or typed. */
export interface ReportLine {
  readonly section: LineSection;
  /** The note it comes from. */
  readonly note?: string;
  readonly event?: string;
  /** In an organiser's words; without it, as the note has it when the report is made. */
  readonly text?: string;
  readonly taken: boolean;
  /** Its pictures go into the report. */
  readonly photos?: boolean;
}

/** A picture or a file by Telegram's file id. */
export interface Scan {
  readonly kind: "photo" | "document";
  readonly fileId: string;
  readonly name?: string;
}

export const documentFields = [
  "title",
  "number",
  "parties",
  "signatories",
  "date",
  "place",
  "validity",
] as const;
export type DocumentField = (typeof documentFields)[number];

/** A document that was signed, in words. */
export type SignedDocument = Readonly<Partial<Record<DocumentField, string>>> & { readonly scan?: Scan };

/** Who put a piece in last, and when; the number counts how often, so that nobody overwrites what they have not seen. */
export interface Entered {
  readonly by: string;
  /** Programme time, epoch milliseconds. */
  readonly at: number;
  readonly times: number;
}

/** All that organisers have put into a report so far. */
export interface ReportDraft {
  readonly passport: Readonly<Partial<Record<PassportField, string>>>;
  readonly figures: Readonly<Partial<Record<TypedFigure, string>>>;
  readonly endings: ReadonlyMap<string, Ending>;
  /** By `section.id`; where it comes from a note, by the id of that. */
  readonly lines: ReadonlyMap<string, ReportLine>;
  readonly documents: ReadonlyMap<string, SignedDocument>;
  /** Who else has a part in an assignment, in words; by its id. */
  readonly helpers: ReadonlyMap<string, string>;
}

export const emptyDraft: ReportDraft = {
  passport: {},
  figures: {},
  endings: new Map(),
  lines: new Map(),
  documents: new Map(),
  helpers: new Map(),
};

/** What one piece may hold, in UTF-16 units: as much as Telegram lets a person write. */
export const PIECE_LIMIT = 4096;

/** The kinds of event a report tells of one by one. */
const told: readonly Kind[] = ["meeting", "signing", "talks", "roundtable", "visit", "seminar", "conference"];

/** Whether events of a kind are told of one by one. */
export function isTold(kind: Kind): boolean {
  return told.includes(kind);
}

const sectionsOfMark: Readonly<Record<Mark, readonly LineSection[]>> = {
  result: ["summary", "meetings"],
  agreement: ["meetings"],
  remark: ["remarks"],
  contact: [],
};

/** The sections a note is offered to. What bears no mark was still written about an event, and is looked at there. */
export function sectionsFor({ marks, readers }: Pick<NoteHead, "marks" | "readers">): LineSection[] {
  const marked = marks.length === 0 ? (["meetings"] as const) : marks.flatMap((mark) => sectionsOfMark[mark]);
  return [...new Set([...marked, ...(readers === "released" ? (["press"] as const) : [])])];
}

/** Whether a note has anything a report could print: a voice nobody has written down has not. */
export function isPrintable(note: Pick<Note, "items">): boolean {
  return wordsOfNote(note).trim() !== "" || photosOf(note).length > 0;
}

/** The pictures of a note, in their order. */
export function photosOf({ items }: Pick<Note, "items">): Scan[] {
  return items.flatMap(({ media }) =>
    media?.kind === "photo" ? [{ kind: "photo" as const, fileId: media.fileId }] : [],
  );
}

/** `15:10–16:40`, `15.10`, `15:10 16:40`: when an event really was, by the clocks where it began and ended. */
export function actualTime(text: string, timed: TimedEvent): Ending["actual"] | undefined {
  const said = text.normalize("NFKC").trim();
  const match = /^(\d{1,2})[:.](\d{2})(?:\s*[-–—~〜\s]\s*(\d{1,2})[:.](\d{2}))?$/.exec(said);
  if (match === null) return undefined;
  const [, hour, minute, endHour, endMinute] = match;
  const start = atClock(timed.day, hour, minute, timed.zone);
  if (start === undefined) return undefined;
  if (endHour === undefined) return { start };
  const endDay = dateIn(timed.endZone, endOf(timed));
  const onDay = atClock(endDay, endHour, endMinute, timed.endZone);
  // What ran past midnight ended on the next day.
  const end =
    onDay !== undefined && onDay <= start
      ? atClock(nextDay(endDay), endHour, endMinute, timed.endZone)
      : onDay;
  return end === undefined || end - start > DAY ? undefined : { start, end };
}

const DAY = 24 * 60 * 60_000;

function atClock(day: string, hour = "", minute = "", zone: string): number | undefined {
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  return instantOf(`${day}T${hour.padStart(2, "0")}:${minute}`, zone).at;
}

/** The date by which a report is owed: a week after the mission, when letters of thanks are. */
export function reportDueBy(end: number, zone: string): string {
  return dayAfter(dateIn(zone, end), 7);
}

/** The date so many days on, both as `2016-11-17`. */
export function dayAfter(date: string, days: number): string {
  let day = date;
  for (let i = 0; i < days; i++) day = nextDay(day);
  return day;
}

/** By what a line is known: its section, and its note's id or one of its own. */
export function lineKey(section: LineSection, id: string): string {
  return `${section}.${id}`;
}

/** Whether a key names a field of the passport. */
export function isPassportField(key: string): key is PassportField {
  return passportFields.some((one) => one === key);
}

/** Whether a key names a figure organisers type. */
export function isFigure(key: string): key is TypedFigure {
  return typedFigures.some((one) => one === key);
}

/** Whether a key names a field of a signed document. */
export function isDocumentField(field: string): field is DocumentField {
  return documentFields.some((one) => one === field);
}
