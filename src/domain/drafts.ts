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
  /** Of a restoration: the number of the revision that comes back. */
  readonly restores?: number;
  /** How the draft was made that it has taken the place of, while it has not been added to since. */
  readonly replaces?: Origin;
  /** Of a file: also the roles, groups and vehicles of its people are to hold, not those of now. */
  readonly takesPeople?: boolean;
}

/** Stands for what a draft says: a preview's button releases this and nothing that was added since. */
export function stampOf({ edits, atOnce, takesPeople = false, lastUpdate }: Draft): string {
  return [lastUpdate.toString(36), edits.length, Number(atOnce), Number(takesPeople)].join(".");
}

/** The people that come with a draft: those of the file it was made of, where the file has any. */
export function peopleIn({ how, edits: [edit] }: Draft): readonly Seat[] | undefined {
  return how === "file" && edit?.do === "replace" ? edit.with.mission.people : undefined;
}
