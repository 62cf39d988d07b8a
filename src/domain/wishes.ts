/** What a person wishes about what the bot sends by itself. What is not wished is as the mission has it. */
import type { Event } from "./mission.ts";
import { clockIn } from "./zones.ts";

/** The sorts of reminder a person can set a lead of their own for. */
export const leadSorts = ["gathering", "firstOfDay", "event", "travel"] as const;
export type LeadSort = (typeof leadSorts)[number];

/** The leads one can choose among, in minutes. */
export const leadMenu = [5, 10, 15, 30, 60, 120] as const;

/** The quiet hours one can choose among, by wall clock; they go over midnight. */
export const quietMenu = [
  { from: "22:00", to: "07:00" },
  { from: "23:00", to: "07:00" },
  { from: "23:00", to: "08:00" },
  { from: "00:00", to: "08:00" },
] as const;

export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

export interface Wishes {
  /** Minutes before the call time; null: none. */
  readonly leads?: Readonly<Partial<Record<LeadSort, number | null>>>;
  /** Events not to be reminded of. */
  readonly muted?: readonly string[];
  readonly muteAll?: boolean;
  readonly quiet?: QuietHours;
  readonly withoutEvening?: boolean;
  readonly withoutMorning?: boolean;
  /** By event: what the person will not come to. */
  readonly away?: Readonly<Record<string, Absence>>;
}

/** That somebody said they will not come to an event. Instants are programme time. */
export interface Absence {
  readonly at: number;
  readonly reason?: string;
  /** The seat of the aide who said it for them. */
  readonly by?: string;
  /** They will come after all. */
  readonly withdrawnAt?: number;
}

/** Which of a person's leads an event follows; the first of the day has one besides. */
export function sortOf({ gathering, kind }: Event): Exclude<LeadSort, "firstOfDay"> {
  if (gathering !== undefined) return "gathering";
  return kind === "travel" || kind === "transfer" ? "travel" : "event";
}

/** Whether an instant falls into quiet hours by the wall clock of a zone. */
export function isQuiet({ from, to }: QuietHours, at: number, zone: string): boolean {
  const time = clockIn(zone, at);
  return from < to ? from <= time && time < to : from <= time || time < to;
}

/** The same wishes with one event muted, or no longer. */
export function toggleMuted(wishes: Wishes, eventId: string): Wishes {
  const muted = wishes.muted ?? [];
  const without = muted.filter((id) => id !== eventId);
  return { ...wishes, muted: without.length < muted.length ? without : [...muted, eventId] };
}
