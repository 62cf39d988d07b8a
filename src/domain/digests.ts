/**
 * Digests, derived like reminders: in the evening what tomorrow brings, in the morning what today brings. Their hours
 * are by the wall clock where the person's first event of that day is.
 */
import type { OwnEvent } from "./audience.ts";
import { dayOf, endOf, type Programme, type TimedEvent, zoneOfDay } from "./timetable.ts";
import type { Wishes } from "./wishes.ts";
import { dateIn, instantOf } from "./zones.ts";

export type DigestKind = "evening" | "morning";

export interface Digest {
  /** `digest/evening.2016-11-16`, by the date it is sent on; the slash keeps it apart from every event's id. */
  readonly identity: string;
  readonly kind: DigestKind;
  /** The date it tells of: tomorrow in the evening, today in the morning. */
  readonly about: string;
  readonly dueAt: number;
  readonly expiresAt: number;
}

/** The identity of a date's morning digest, which is the card of that day. */
export function morningOf(date: string): string {
  return `digest/morning.${date}`;
}

/** The hours a mission without a word about digests has. */
const usualHours = { evening: "20:00", morning: "07:30" } as const;
const HOUR = 60 * 60 * 1000;

/** When a mission sends its digests, by wall clock; nothing where it sends none. */
function hoursOf({ mission }: Programme): Partial<Record<DigestKind, string>> {
  if (mission.digest === null) return {};
  const { evening, morning } = { ...usualHours, ...mission.digest };
  return { ...(evening && { evening }), ...(morning && { morning }) };
}

/** The hour at which the day begins for a mission's people, by wall clock, whether it sends digests or not. */
export function morningHourOf(programme: Programme): string {
  return hoursOf(programme).morning ?? usualHours.morning;
}

/** The hour at which their evening begins. */
export function eveningHourOf(programme: Programme): string {
  return hoursOf(programme).evening ?? usualHours.evening;
}

/** Every digest of one person: one for each day on which an event of theirs begins, and one on the evening before. */
export function digestsOf(programme: Programme, own: readonly OwnEvent[], wishes: Wishes = {}): Digest[] {
  if (wishes.muteAll) return [];
  const hours = hoursOf(programme);
  const days = [...new Set(own.map(dayOf))];
  const digests = days.flatMap((day): Digest[] => {
    const events = own.filter((timed) => dayOf(timed) === day);
    return [
      ...(hours.evening === undefined || wishes.withoutEvening
        ? []
        : [evening(programme, own, day, hours.evening)]),
      ...(hours.morning === undefined || wishes.withoutMorning ? [] : morning(events, day, hours.morning)),
    ];
  });
  return digests.sort((a, b) => a.dueAt - b.dueAt);
}

function evening(programme: Programme, own: readonly OwnEvent[], about: string, hour: string): Digest {
  const eve = dayBefore(about);
  // On a day without events people are where the next begins.
  const restsHere = own.some((timed) => dayOf(timed) === eve);
  const zone = zoneOfDay(own, restsHere ? eve : about, programme.mission.timezone);
  return {
    identity: `digest/evening.${eve}`,
    kind: "evening",
    about,
    dueAt: instantOf(`${eve}T${hour}`, zone).at,
    expiresAt: instantOf(`${about}T00:00`, zone).at,
  };
}

/** Where the day begins before the digest's hour, it comes an hour before the first call. */
function morning(events: readonly OwnEvent[], about: string, hour: string): Digest[] {
  const [first] = events;
  if (first === undefined) return [];
  const usual = instantOf(`${about}T${hour}`, first.zone).at;
  const call = Math.min(...events.map((timed) => timed.call));
  return [
    {
      identity: morningOf(about),
      kind: "morning",
      about,
      dueAt: Math.min(usual, call - HOUR),
      expiresAt: Math.max(...events.map(endOf)),
    },
  ];
}

/**
 * The instants at which a digest of anybody can be due: for every day, every zone in which it may be read, every hour
 * before which it may have to come.
 */
export function digestInstantsOf(programme: Programme): number[] {
  const hours = hoursOf(programme);
  const zones = new Set(
    programme.events.flatMap(({ zone, endZone }) => [zone, endZone]).concat(programme.mission.timezone),
  );
  const instants = programme.events.flatMap((timed: TimedEvent) => {
    const day = dayOf(timed);
    const mornings =
      hours.morning === undefined
        ? []
        : [...zones].map((zone) => instantOf(`${day}T${hours.morning}`, zone).at);
    const evenings =
      hours.evening === undefined
        ? []
        : [...zones].map((zone) => instantOf(`${dayBefore(day)}T${hours.evening}`, zone).at);
    return [
      ...evenings,
      ...mornings,
      // Only a day that begins before its digest's hour brings the digest forward.
      ...(mornings.some((at) => timed.call - HOUR < at) ? [timed.call - HOUR] : []),
    ];
  });
  return [...new Set(instants)].sort((a, b) => a - b);
}

function dayBefore(date: string): string {
  return dateIn("utc", Date.parse(`${date}T00:00Z`) - 1);
}
