/** Drafts: edits that gather until an organiser releases them as one revision. */
import type { Edit } from "./edits.ts";
import type { Seat } from "./mission.ts";
import type { Origin } from "./timetable.ts";

export interface Draft {
  /** Names it in buttons; another draft has another. */
  readonly id: string;
  /** The revision it was begun on. */
  readonly base: number;
  readonly edits: readonly Edit[];
  readonly how: Origin;
  /** Tell everybody at once, whatever the hour and however far ahead. */
  readonly atOnce: boolean;
  /** The update that made its last edit, so that one handled twice after a crash edits once. */
  readonly lastUpdate: number;
  /** Seats that come with a file. */
  readonly seats?: SeatChanges;
}

/** Seats to be set as they are in a file, and those the file no longer has; whoever sits in one keeps it. */
export interface SeatChanges {
  readonly set: readonly Seat[];
  readonly remove: readonly string[];
}
