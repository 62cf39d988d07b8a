/** What delivery knows of the files it sends: who makes them stands above it, and is wired in app.ts. */
import type { Language } from "../domain/mission.ts";
import type { Member } from "../domain/seats.ts";
import type { MissionInForce } from "../domain/timetable.ts";
import type { FileKind } from "../messages/making.ts";
import type { Reading } from "../messages/reading.ts";

/** Bots may send files of so many bytes (Bot API, sendDocument: 50 MB); a little is left for the request around them. */
export const UPLOAD_LIMIT = 49_000_000;

/** What is to be made, for whom. */
export interface FileTask {
  readonly kind: FileKind;
  /** Another than the reader's own, where they chose one. */
  readonly language: Language;
  readonly mission: MissionInForce;
  readonly member: Member;
  readonly reading: Reading;
  /** A folder of its own; what is left in it is deleted. */
  readonly folder: string;
  /** Says how many things have been gathered. */
  readonly tell: (done: number) => void;
}

export interface MadeFile {
  readonly path: string;
  readonly name: string;
}

/** Makes files one after another; the next is begun when the last has been sent. The end says how many things were left out. */
export type MakesFiles = (task: FileTask) => AsyncGenerator<MadeFile, { readonly leftOut: number }>;
