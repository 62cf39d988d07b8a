/** Questions: what a participant wants the organisers to answer, and what became of it. */
import { escortsOf } from "./escorts.ts";
import type { Mission, Seat } from "./mission.ts";
import type { NoteItem } from "./notes.ts";
import { isOrganiser } from "./seats.ts";

/** What one person said in one go, one message or several. */
export interface Piece {
  /** The seat of whoever said it. */
  readonly by: string;
  readonly of: "asker" | "organisers";
  /** Programme time, epoch milliseconds. */
  readonly at: number;
  readonly items: readonly NoteItem[];
  /** Telegram's number of the album it came as. */
  readonly album?: string;
}

export interface Question {
  /** Its number in the mission, from 1. */
  readonly id: number;
  /** The seat of the asker. */
  readonly seat: string;
  /** Whoever asked has left the seat: an answer would reach somebody else, or nobody. */
  readonly former?: boolean;
  /** A place is somebody's call for help: «here I am». */
  readonly about: "question" | "place";
  /** What was said, in its order; the first is the question. */
  readonly pieces: readonly Piece[];
  /** Whether the asker has had no answer to what they said last, and nobody has closed the question. */
  readonly open: boolean;
  /** The organiser's seat that closed it without an answer, and when. */
  readonly closed?: { readonly by: string; readonly at: number };
}

/** A piece as jobs and the ledger call it: `3.1` is the first piece of question 3. */
export function aboutPiece(question: number, index: number): string {
  return `${question}.${index + 1}`;
}

/** The question an identity of the ledger is about: `question/3.1`, `answer/3.2`, and what came with them. */
export function questionIn(identity: string): number | undefined {
  const id = /^(?:question|answer)\/(\d+)\.\d+(?:\/|$)/.exec(identity)?.[1];
  return id === undefined ? undefined : Number(id);
}

/** Whether whoever sits in a seat has asked the question. */
export function isAsker({ seat, former }: Pick<Question, "seat" | "former">, id: string): boolean {
  return seat === id && !former;
}

/** Whether somebody may read and answer a question: organisers, and a call for help also the asker's escorts. */
export function mayAnswer(
  seat: Seat,
  { about }: Pick<Question, "about">,
  asker: Seat,
  mission: Pick<Mission, "groups" | "vehicles">,
): boolean {
  return isOrganiser(seat) || (about === "place" && escortsOf(asker, mission).includes(seat.id));
}

/** When the question was asked; programme time, epoch milliseconds. */
export function askedAt({ pieces }: Pick<Question, "pieces">): number {
  return pieces[0]?.at ?? 0;
}

/** The answers that came after a piece, and before the asker spoke of it again. */
export function answersTo({ pieces }: Pick<Question, "pieces">, piece: number): Piece[] {
  const after = pieces.slice(piece + 1);
  const first = after.findIndex(({ of }) => of === "organisers");
  if (first < 0) return [];
  const answers = after.slice(first);
  const end = answers.findIndex(({ of }) => of === "asker");
  return end < 0 ? answers : answers.slice(0, end);
}

/** The pieces, by their place, that the newest answers are about: the asker's last ones. */
export function lastAsked({ pieces }: Pick<Question, "pieces">): number[] {
  const end = pieces.findLastIndex(({ of }) => of === "asker");
  const before = pieces.slice(0, end + 1).findLastIndex(({ of }) => of === "organisers");
  return Array.from({ length: end - before }, (_, index) => before + 1 + index);
}

/** What of a piece goes besides its words, in messages of their own. */
export function beyondWords(items: readonly NoteItem[]): NoteItem[] {
  return items.filter(({ media, contact, place }) => media ?? contact ?? place);
}
