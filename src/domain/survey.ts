/** The closing questionnaire: «замечания и предложения», once, after all is over, without names. */
import type { OwnEvent } from "./audience.ts";
import { eveningHourOf } from "./digests.ts";
import type { Seat } from "./mission.ts";
import { isOrganiser } from "./seats.ts";
import { endOf, nextDay, type Programme } from "./timetable.ts";
import type { Wishes } from "./wishes.ts";
import { dateIn, instantOf } from "./zones.ts";

/** Below so many answers each could be guessed to be somebody's. */
export const ENOUGH_ANSWERS = 3;

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** By wall clock, where the evening of the last day has no room for it. */
const NEXT_DAY_AT = "11:00";

export interface Survey {
  readonly identity: string;
  readonly dueAt: number;
  readonly expiresAt: number;
}

/**
 * When one person is asked: the evening of the mission's last day, where that ends an hour before it, else the next
 * morning at eleven; by the clock where their own last event ends. Organisers do not judge themselves.
 */
export function surveysOf(
  programme: Programme,
  own: readonly OwnEvent[],
  seat: Seat,
  wishes: Wishes = {},
): Survey[] {
  const last = lastOf(own);
  if (last === undefined || wishes.muteAll || isOrganiser(seat) || programme.mission.state === "draft")
    return [];
  const dueAt = after(Math.max(...programme.events.map(endOf)), last.endZone, programme);
  return [{ identity: "survey/closing", dueAt, expiresAt: dueAt + 7 * DAY }];
}

/** The instants at which anybody can be asked: one for each zone they may be in. */
export function surveyInstantsOf(programme: Programme): number[] {
  const end = Math.max(...programme.events.map(endOf));
  const zones = new Set(programme.events.map(({ endZone }) => endZone));
  return [...new Set([...zones].map((zone) => after(end, zone, programme)))].sort((a, b) => a - b);
}

function after(end: number, zone: string, programme: Programme): number {
  const day = dateIn(zone, end);
  const evening = instantOf(`${day}T${eveningHourOf(programme)}`, zone).at;
  return evening >= end + HOUR ? evening : instantOf(`${nextDay(day)}T${NEXT_DAY_AT}`, zone).at;
}

function lastOf(own: readonly OwnEvent[]): OwnEvent | undefined {
  return own.toSorted((a, b) => endOf(b) - endOf(a))[0];
}

/** What organisers read once enough have answered. */
export interface Results {
  /** How many gave each mark, from 1 to 5. */
  readonly ratings: readonly number[];
  /** In an order of chance. */
  readonly words: readonly string[];
  readonly answered: number;
}

/** The average mark, to one place that counts. */
export function averageOf(ratings: readonly number[]): number {
  const count = ratings.reduce((sum, n) => sum + n, 0);
  const total = ratings.reduce((sum, n, index) => sum + n * (index + 1), 0);
  return count === 0 ? 0 : Math.round((total / count) * 10) / 10;
}
