/** Who plays in a rehearsal. */
import type { Language, Seat } from "../domain/mission.ts";
import type { Person } from "./people.ts";

export interface Player {
  readonly person: Person;
  readonly seat: Seat;
  readonly language: Language;
}

export interface Cast {
  readonly organiser: Person;
  readonly delegates: readonly Player[];
  /** How many messages people were told are saved. */
  notesWritten: number;
  /** Where the report made at the end is saved. */
  report?: string;
}

/** Taps a button, and says so in the printed story. */
export type Taps = (who: Pick<Player, "person">, label: string) => Promise<void>;
