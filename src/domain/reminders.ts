/**
 * Reminders are derived, never stored: a pure function of programme, person and what has already been sent. Whatever
 * happens between (restarts, outages, moves, a turned clock), asking again gives the right answer.
 */
import { isAway } from "./absences.ts";
import type { OwnEvent } from "./audience.ts";
import { heldFollowers } from "./held.ts";
import { type Kind, leadMillis, type Mission } from "./mission.ts";
import { dayOf, endOf, type Programme, type TimedEvent, zoneOfDay } from "./timetable.ts";
import { isQuiet, leadMenu, sortOf, type Wishes } from "./wishes.ts";
import { dateIn } from "./zones.ts";

const MINUTE = 60_000;
/** Reminders of one person this close together become one message. */
export const MERGE_WINDOW = 10 * MINUTE;
/** An event that begins this soon after another in the same place is not reminded of: people are already there. */
const FOLLOWS_WITHIN = 20 * MINUTE;

/** Kinds of event during which a telephone may ring. */
export const unhushed: readonly Kind[] = ["meal", "checkin", "free", "registration", "transfer"];

export interface Reminder {
  /** `event.call.lead`: with the recipient, what makes a reminder this one and no other. */
  readonly identity: string;
  readonly eventId: string;
  /** The call time, in epoch milliseconds, and how long before it the reminder is due. */
  readonly call: number;
  readonly lead: number;
  readonly dueAt: number;
  readonly expiresAt: number;
  /** Falls into another event of the person where a sound would disturb; at table or on a bus it would not. */
  readonly silent: boolean;
}

/** The leads a mission gives where the file says nothing: a quarter of an hour, and none for meals and free time. */
function leadsOfKind({ mission }: Programme, { event }: TimedEvent): readonly string[] {
  if (event.reminders !== undefined) return event.reminders;
  const table: Mission["reminders"] = { meal: [], free: [], ...mission.reminders };
  const forGathering = event.gathering === undefined ? undefined : table.gathering;
  return forGathering ?? table[event.kind] ?? table.default ?? ["PT15M"];
}

function leadsOfFirst({ mission }: Programme, { event }: TimedEvent): readonly string[] {
  return event.reminders === undefined ? (mission.reminders?.firstOfDay ?? []) : [];
}

/** The leads of an event and those of a day's first, in milliseconds, as a person wishes them, else as the mission has them. */
function leadsFor(
  programme: Programme,
  timed: TimedEvent,
  wishes: Wishes,
): { usual: number[]; ofFirst: number[] } {
  const wished = wishes.leads?.[sortOf(timed.event)];
  const wishedFirst = wishes.leads?.firstOfDay;
  return {
    usual: wished === undefined ? leadsOfKind(programme, timed).map(leadMillis) : inMillis(wished),
    ofFirst:
      wishedFirst === undefined ? leadsOfFirst(programme, timed).map(leadMillis) : inMillis(wishedFirst),
  };
}

function inMillis(minutes: number | null): number[] {
  return minutes === null ? [] : [minutes * MINUTE];
}

/**
 * Every reminder of one person's own programme, sorted by when it is due. Leads count back from the call time, so an
 * event with a gathering is reminded of its gathering only. What waits for a held event is reminded of once it has an
 * hour again.
 */
export function remindersOf(programme: Programme, own: readonly OwnEvent[], wishes: Wishes = {}): Reminder[] {
  if (wishes.muteAll) return [];
  const firsts = firstOfDays(own.filter(({ event }) => !isAway(wishes, event.id)));
  const waiting = heldFollowers(own);
  return own
    .filter(({ event }) => !waiting.has(event.id) && !wishes.muted?.includes(event.id))
    .filter(({ event }) => !isAway(wishes, event.id))
    .flatMap((timed) => {
      const { usual, ofFirst } = leadsFor(programme, timed, wishes);
      const leads = new Set([
        ...(followsOnSpot(timed, own) ? [] : usual),
        ...(firsts.has(timed) ? ofFirst : []),
      ]);
      return [...leads].map((lead) => reminder(timed, lead, own));
    })
    .filter(awake(programme, own, wishes))
    .sort((a, b) => a.dueAt - b.dueAt || a.call - b.call || (a.eventId < b.eventId ? -1 : 1));
}

/** In quiet hours only gatherings are reminded of: a bus leaves at any hour. */
function awake(
  { mission }: Programme,
  own: readonly OwnEvent[],
  { quiet }: Wishes,
): (reminder: Reminder) => boolean {
  if (quiet === undefined) return () => true;
  const byId = new Map(own.map((timed) => [timed.event.id, timed]));
  return ({ eventId, dueAt }) => {
    const timed = byId.get(eventId);
    if (timed === undefined || timed.event.gathering !== undefined) return true;
    return !isQuiet(quiet, dueAt, zoneOfDay(own, dateIn(timed.zone, dueAt), mission.timezone));
  };
}

function reminder({ event, call, start }: TimedEvent, lead: number, own: readonly OwnEvent[]): Reminder {
  const dueAt = call - lead;
  return {
    identity: `${event.id}.${call}.${lead / MINUTE}`,
    eventId: event.id,
    call,
    lead,
    dueAt,
    expiresAt: call,
    silent: own.some(
      (other) =>
        other.event.id !== event.id &&
        !unhushed.includes(other.event.kind) &&
        other.start < start &&
        other.start <= dueAt &&
        dueAt < endOf(other),
    ),
  };
}

/** The event a person's day begins with; parallel ones begin it together. */
function firstOfDays(own: readonly OwnEvent[]): Set<OwnEvent> {
  const earliest = new Map<string, number>();
  for (const timed of own) {
    const day = dayOf(timed);
    earliest.set(day, Math.min(timed.call, earliest.get(day) ?? timed.call));
  }
  return new Set(own.filter((timed) => timed.call === earliest.get(dayOf(timed))));
}

/** Without a gathering, in the same place, and within twenty minutes of what the person is at there. */
function followsOnSpot({ event, start }: OwnEvent, own: readonly OwnEvent[]): boolean {
  if (event.gathering !== undefined || event.reminders !== undefined || event.venue === undefined)
    return false;
  return own.some(
    (before) =>
      before.start < start &&
      before.end !== undefined &&
      (before.event.to ?? before.event.venue) === event.venue &&
      start - before.end <= FOLLOWS_WITHIN &&
      start >= before.end,
  );
}

/** What is to be done now about one person's reminders. */
export interface Settlement {
  /** To go in one message now, in the order of their call times; empty when nothing is due. */
  readonly send: readonly Reminder[];
  readonly superseded: readonly Reminder[];
  readonly expired: readonly Reminder[];
}

/**
 * Decides, at programme time `now`, about reminders not yet `ended` and due after `since` (whoever joins or changes a
 * setting is owed nothing that was already due). Of several due for one event the latest goes and the rest are
 * superseded; what would follow within ten minutes comes along.
 */
export function settle(
  reminders: readonly Reminder[],
  { now, since, ended }: { now: number; since: number; ended: (identity: string) => boolean },
): Settlement {
  const open = reminders.filter(({ dueAt, identity }) => dueAt > since && !ended(identity));
  const due = open.filter(({ dueAt }) => dueAt <= now);
  const expired = due.filter(({ expiresAt }) => expiresAt <= now);
  const alive = due.filter(({ expiresAt }) => expiresAt > now);
  const latest = new Map(alive.map((reminder) => [reminder.eventId, reminder]));
  const superseded = alive.filter((reminder) => latest.get(reminder.eventId) !== reminder);
  if (latest.size === 0) return { send: [], superseded, expired };
  const soon = open.filter(({ dueAt }) => now < dueAt && dueAt <= now + MERGE_WINDOW);
  const send = [...latest.values(), ...soon].sort((a, b) => a.call - b.call);
  return { send, superseded, expired };
}

/**
 * The instants at which a reminder of anybody can be due under a programme, whatever they wish: sorted, each once. The
 * tick looks at nothing else, so that it costs what is due and not what exists.
 */
export function instantsOf(programme: Programme): number[] {
  const instants = programme.events.flatMap((timed) =>
    possibleLeads(programme, timed).map((lead) => timed.call - lead),
  );
  return [...new Set(instants)].sort((a, b) => a - b);
}

/** The events a reminder of which can be due at one of these instants. */
export function eventsDueAt(programme: Programme, instants: ReadonlySet<number>): TimedEvent[] {
  return programme.events.filter((timed) =>
    possibleLeads(programme, timed).some((lead) => instants.has(timed.call - lead)),
  );
}

/** Whether a reminder of an event can be due to a person at one of these instants, as they wish their leads. */
export function mayBeDue(
  programme: Programme,
  timed: TimedEvent,
  wishes: Wishes,
  instants: ReadonlySet<number>,
): boolean {
  const { usual, ofFirst } = leadsFor(programme, timed, wishes);
  return [...usual, ...ofFirst].some((lead) => instants.has(timed.call - lead));
}

function possibleLeads(programme: Programme, timed: TimedEvent): number[] {
  const ofMission = [...leadsOfKind(programme, timed), ...leadsOfFirst(programme, timed)].map(leadMillis);
  return [...ofMission, ...leadMenu.map((minutes) => minutes * MINUTE)];
}
