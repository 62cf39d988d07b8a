/**
 * The timetable: a mission's local times turned into instants, once per revision, and the days they fall into.
 * Instants are epoch milliseconds; a day is an ISO date (`2016-11-17`) in the event's own zone.
 */
import { DateTime } from "luxon";
import { zonesOf } from "./event-zones.ts";
import type { Event, Mission } from "./mission.ts";
import { dateIn, instantOf } from "./zones.ts";

/** An event with its instants. */
export interface TimedEvent {
  readonly event: Event;
  /** Zones (IANA) in which the start and the end are read; they differ for flights. */
  readonly zone: string;
  readonly endZone: string;
  readonly start: number;
  readonly end: number | undefined;
  /** When a person must be somewhere: the gathering if there is one, else the start. */
  readonly call: number;
  readonly departs: number | undefined;
  /** The date it belongs to: that of its start, where it starts. Computed once, for ticks ask by the thousand. */
  readonly day: string;
  /** «Задерживается, время уточняется»: it will begin later than it says, nobody knows when. */
  readonly held: boolean;
}

/** The mission's events in force, in the order they begin. */
export interface Programme {
  readonly mission: Mission;
  readonly revision: number;
  readonly events: readonly TimedEvent[];
  /** Events taken out of the programme that can be put back. */
  readonly cancelled: readonly Event[];
}

/** What a programme has beside its mission file, for which the file's format has no words. */
export interface Aside {
  /** Ids of the events that are held. */
  readonly held: readonly string[];
  readonly cancelled: readonly Event[];
}

export const nothingAside: Aside = { held: [], cancelled: [] };

/** A programme in force, with the short numbers by which buttons know it and its events. */
export interface MissionInForce {
  readonly programme: Programme;
  /** What of the programme its mission file does not say. */
  readonly aside: Aside;
  readonly release: Release;
  readonly handle: number;
  readonly handles: Readonly<Record<string, number>>;
}

/** How a revision came about; `how-…` in the locales says it in words. */
export type Origin = "change" | "delay" | "file" | "restore" | "approval";

/** How and when a revision was released. */
export interface Release {
  /** Programme time, epoch milliseconds; 0 for the first revision, which nobody needs to be told of. */
  readonly at: number;
  /** Everybody is told at once, however far ahead. */
  readonly atOnce: boolean;
  readonly how: Origin;
  /** The organiser's seat; without one, the program itself. */
  readonly by?: string;
  /** The draft it was made of. */
  readonly draft?: string;
}

export const firstRelease: Release = { at: 0, atOnce: false, how: "file" };

const HOUR = 60 * 60 * 1000;

/** Resolves every local time of a checked mission. Times a clock change repeats are the earlier. */
export function programmeOf(mission: Mission, revision: number, aside: Aside = nothingAside): Programme {
  const events = mission.events
    .map((event) => timed(mission, event, aside.held.includes(event.id)))
    // Events that begin together keep the order of the file.
    .sort((a, b) => a.start - b.start || a.call - b.call);
  return { mission, revision, events, cancelled: aside.cancelled };
}

function timed(mission: Mission, event: Event, held: boolean): TimedEvent {
  const { start: zone, end: endZone } = zonesOf(mission, event);
  const at = (local: string, inZone = zone): number => instantOf(local, inZone).at;
  const start = at(event.start);
  return {
    event,
    zone,
    endZone,
    start,
    end: event.end === undefined ? undefined : at(event.end, endZone),
    call: event.gathering === undefined ? start : at(event.gathering.at),
    departs: event.gathering?.departs === undefined ? undefined : at(event.gathering.departs),
    day: event.start.slice(0, 10),
    held,
  };
}

/** When an event is over; one without an end is taken to last an hour. */
export function endOf({ start, end }: TimedEvent): number {
  return end ?? start + HOUR;
}

/** The date an event belongs to. */
export function dayOf({ day }: TimedEvent): string {
  return day;
}

/** Every date an event touches, from the day one is called to the day it ends where it ends. */
export function daysOf(timed: TimedEvent): string[] {
  const first = dateIn(timed.zone, Math.min(timed.call, timed.start));
  // An event that ends at midnight does not touch the day that begins then.
  const last = timed.end === undefined ? dayOf(timed) : dateIn(timed.endZone, timed.end - 1);
  const days = [first];
  for (let day = first; day < last; ) {
    day = nextDay(day);
    days.push(day);
  }
  return days;
}

/** Whether a text is an ISO date the calendar has. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && DateTime.fromISO(text).isValid;
}

export function nextDay(date: string): string {
  return DateTime.fromISO(date, { zone: "utc" }).plus({ days: 1 }).toISODate() ?? date;
}

/** The dates the events touch, in order, each once. */
export function daysWith(events: readonly TimedEvent[]): string[] {
  return [...new Set(events.flatMap(daysOf))].sort();
}

/** The events of one date, those that only spill over into it first. */
export function eventsOn<E extends TimedEvent>(events: readonly E[], date: string): E[] {
  return events.filter((timed) => daysOf(timed).includes(date));
}

/**
 * The zone a person with this programme lives by at an instant: where their last begun event ends, before the first
 * one where that starts. A traveller sets the watch on boarding.
 */
export function zoneAt(events: readonly TimedEvent[], now: number, otherwise: string): string {
  const begun = events.findLast(({ start }) => start <= now);
  return begun?.endZone ?? events[0]?.zone ?? otherwise;
}

/** The zone of what somebody did at an event, or at none: that in which the event ended, else the one lived by then. */
export function zoneOfDeed({ events, mission }: Programme, id: string | undefined, at: number): string {
  return events.find(({ event }) => event.id === id)?.endZone ?? zoneAt(events, at, mission.timezone);
}

/** The zone of a day: that of the first of these events that day, else the one lived by at its noon. */
export function zoneOfDay(events: readonly TimedEvent[], date: string, otherwise: string): string {
  const first = events.find((timed) => dayOf(timed) === date);
  return first?.zone ?? zoneAt(events, instantOf(`${date}T12:00`, otherwise).at, otherwise);
}

/**
 * What is on at an instant (from its call time on), and what comes next with all that begin together with it. A held
 * event has its people waiting until its day ends, whatever hour it was to be over.
 */
export function onAndNext<E extends TimedEvent>(events: readonly E[], now: number): { on: E[]; next: E[] } {
  const on = events.filter((timed) => timed.call <= now && now < leaveOf(timed));
  const [first] = events.filter(({ call }) => call > now).sort((a, b) => a.call - b.call);
  const next =
    first === undefined ? [] : events.filter(({ call, start }) => call > now && start === first.start);
  return { on, next };
}

/** Until when an event keeps its people: till its end, and a held one at least till its day ends. */
export function leaveOf(timed: TimedEvent): number {
  if (!timed.held) return endOf(timed);
  return Math.max(endOf(timed), instantOf(`${nextDay(timed.day)}T00:00`, timed.zone).at);
}

/** From the first call to the last end, in epoch milliseconds. A mission has at least one event. */
export function spanOf({ events }: Programme): { from: number; to: number } {
  return {
    from: Math.min(...events.map(({ call }) => call)),
    to: Math.max(...events.map(endOf)),
  };
}
