/**
 * The report on a mission as a plain value: what protocol wants to know of it, in the words of no language but those people
 * wrote. Instants are programme time in epoch milliseconds, dates are ISO (`2016-11-17`).
 */
import type { Consent } from "./acquaintances.ts";
import type { AgreementSort, AgreementState } from "./agreements.ts";
import type { Mission, Seat, Text } from "./mission.ts";
import type {
  Ending,
  EndingSort,
  PassportField,
  Scan,
  Section,
  SignedDocument,
  TypedFigure,
} from "./report-draft.ts";
import type { TimedEvent } from "./timetable.ts";

export interface Report {
  readonly mission: Mission;
  /** When it was put together, and the revision in force then. */
  readonly madeAt: number;
  readonly revision: number;
  readonly passport: Readonly<Partial<Record<PassportField, string>>> & {
    readonly from: string;
    readonly to: string;
  };
  readonly delegation: Delegation;
  readonly programme: readonly ProgrammeLine[];
  readonly summary: readonly ReportText[];
  readonly documents: readonly SignedDocument[];
  readonly meetings: readonly MeetingLine[];
  readonly contacts: readonly ContactLine[];
  readonly agreements: readonly AgreementLine[];
  readonly figures: Figures;
  readonly materials: readonly ReportText[];
  readonly press: readonly ReportText[];
  readonly remarks: { readonly survey?: SurveyFigures; readonly lines: readonly ReportText[] };
  readonly followup: readonly FollowUp[];
  /** What is missing, and who owes it. */
  readonly debts: Readonly<Record<Section, readonly Debt[]>>;
}

/** A line in somebody's words, with the pictures that go with it. */
export interface ReportText {
  readonly text: string;
  readonly event?: TimedEvent;
  readonly photos: readonly Scan[];
}

export interface Delegation {
  /** By organisation, in the order of protocol. */
  readonly organisations: readonly {
    readonly name?: Text;
    readonly people: readonly Attender[];
  }[];
  /** The roll calls there were. */
  readonly rolls: readonly {
    readonly event: TimedEvent;
    readonly planned: number;
    readonly came: number;
    readonly excused: number;
  }[];
}

export interface Attender {
  readonly seat: Seat;
  /** At how many of the events with a roll call they were expected, and seen. */
  readonly planned: number;
  readonly came: number;
}

/** How a line of the programme came about, beside the first revision. */
export type Course = "same" | "changed" | "added" | "cancelled";

export interface ProgrammeLine {
  readonly event: TimedEvent;
  /** As the first revision had it. */
  readonly first?: TimedEvent;
  readonly course: Course;
  /** Nothing while nobody has said how it ended. */
  readonly ending?: EndingSort;
  readonly actual?: Ending["actual"];
}

export interface MeetingLine {
  /** None for what is about the mission as a whole. */
  readonly event?: TimedEvent;
  readonly actual?: Ending["actual"];
  readonly lines: readonly ReportText[];
  readonly arrangements: readonly AgreementLine[];
  readonly nextSteps: readonly AgreementLine[];
}

export interface ContactLine {
  readonly name?: string;
  readonly position?: string;
  readonly organisation?: string;
  /** How to reach them, where they agreed to be reached. */
  readonly channels: readonly string[];
  readonly share: Consent;
  readonly metBy: readonly Seat[];
  readonly event?: TimedEvent;
  readonly interest?: string;
}

export interface AgreementLine {
  readonly sort: AgreementSort;
  readonly what: string;
  readonly owner: { readonly seat: Seat } | { readonly words: string };
  readonly helpers?: string;
  readonly to?: string;
  readonly deadline?: string;
  readonly state: AgreementState;
  readonly overdue: boolean;
  readonly event?: TimedEvent;
}

export const countedFigures = [
  "events",
  "held",
  "meetings",
  "talks",
  "people",
  "contacts",
  "arrangements",
  "assignments",
  "documents",
] as const;
export type CountedFigure = (typeof countedFigures)[number];

export interface Figures {
  readonly counted: Readonly<Record<CountedFigure, number>>;
  readonly typed: Readonly<Partial<Record<TypedFigure, string>>>;
}

/** What the questionnaire brought, once there are enough answers to be nobody's. */
export interface SurveyFigures {
  readonly answered: number;
  readonly average: number;
  readonly words: readonly string[];
}

export const steps = ["week", "month", "quarter", "half"] as const;

export type FollowUp =
  | { readonly date: string; readonly step: (typeof steps)[number] }
  | { readonly date: string; readonly agreement: AgreementLine };

/** Something a section lacks: who owes it, and by what date. `debt-…` in the locales says what it is. */
export interface Debt {
  readonly what: Missing;
  readonly who: Seat | "organisers";
  readonly events?: readonly Text[];
  readonly count?: number;
  readonly by: string;
}

export const missing = [
  "passport",
  "rolls",
  "endings",
  "lines",
  "notes",
  "summary",
  "documents",
  "contacts",
  "agreements",
  "figures",
  "materials",
  "press",
  "answers",
] as const;
export type Missing = (typeof missing)[number];
