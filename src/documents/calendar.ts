/** One's own programme as a file that Apple's, Google's and Microsoft's calendars take. */
import { createHash } from "node:crypto";
import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { DateTime } from "luxon";
import type { OwnEvent } from "../domain/audience.ts";
import type { Venue } from "../domain/mission.ts";
import { remindersOf } from "../domain/reminders.ts";
import { endOf, type Programme, spanOf, type TimedEvent } from "../domain/timetable.ts";
import type { Wishes } from "../domain/wishes.ts";
import { gatheringLine } from "../messages/event-lines.ts";
import type { Speech } from "../messages/speech.ts";
import { clock } from "../messages/times.ts";
import { timezoneComponent } from "./calendar-zone.ts";

/** How often a calendar that has subscribed should ask again, in seconds. */
const REFRESH = 15 * 60;

export interface OwnCalendar {
  readonly programme: Programme;
  /** The person's own events. */
  readonly own: readonly OwnEvent[];
  readonly speech: Speech;
  /** By event id. */
  readonly versions: ReadonlyMap<string, EntryVersion>;
  /** What is no longer in it, be it off or not theirs any more: a calendar has to be told. */
  readonly cancelled?: readonly TimedEvent[];
  readonly wishes?: Wishes;
}

export interface EntryVersion {
  /** How often the entry has changed: a calendar takes no change without a higher number. */
  readonly sequence: number;
  /** When it last changed: programme time, epoch milliseconds. */
  readonly at: number;
}

/** What a calendar says of each event, as a print that changes with it; by event id. */
export function entryPrints(calendar: Omit<OwnCalendar, "versions">): Map<string, string> {
  const unnumbered = { ...calendar, versions: new Map<string, EntryVersion>() };
  return new Map(
    calendar.own.map((timed) => {
      const says = JSON.stringify([entry(unnumbered, timed, statusOf(timed)), timed.endZone]);
      return [timed.event.id, createHash("sha256").update(says).digest("base64url").slice(0, 22)];
    }),
  );
}

/**
 * The text of an .ics file (RFC 5545). What is for the delegation only, and telephone numbers, are left out: whoever
 * keeps the calendar can read it.
 */
export function calendarFile(calendar: OwnCalendar): string {
  const { programme, own, speech, cancelled = [] } = calendar;
  const { mission } = programme;
  const file = ical({
    prodId: { company: "Attache", product: "Programme", language: speech.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    name: speech.text(mission.title),
    ttl: REFRESH,
    x: [{ key: "X-WR-TIMEZONE", value: mission.timezone }],
  });
  for (const timed of own) file.createEvent(entry(calendar, timed, statusOf(timed)));
  for (const timed of cancelled) file.createEvent(entry(calendar, timed, ICalEventStatus.CANCELLED));
  return withZones(file.toString(), [...own, ...cancelled], programme);
}

function statusOf({ event, undecided }: OwnEvent): ICalEventStatus {
  return event.status === "tentative" || undecided ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

function uidOf({ event }: TimedEvent, mission: string): string {
  return `${event.id}.${mission}@attache`;
}

function entry(calendar: OwnCalendar, timed: TimedEvent, status: ICalEventStatus): ICalEventData {
  const { programme, speech, versions } = calendar;
  const { event, zone } = timed;
  const { sequence, at } = versions.get(event.id) ?? { sequence: 0, at: 0 };
  const changed = DateTime.fromMillis(at, { zone: "utc" });
  const location = locationOf(calendar, timed);
  const off = status === ICalEventStatus.CANCELLED;
  return {
    id: uidOf(timed, programme.mission.id),
    sequence,
    stamp: changed,
    lastModified: changed,
    // A Date would be written by the clock of the server.
    start: DateTime.fromMillis(timed.start, { zone }),
    end: DateTime.fromMillis(endOf(timed), { zone }),
    timezone: zone,
    summary: speech.text(event.title),
    description: describe(calendar, timed),
    status,
    transparency:
      off || status === ICalEventStatus.TENTATIVE
        ? ICalEventTransparency.TRANSPARENT
        : ICalEventTransparency.OPAQUE,
    ...(location === undefined ? {} : { location }),
    alarms: off ? [] : alarmsOf(calendar, timed),
  };
}

function locationOf({ programme, speech }: OwnCalendar, { event }: TimedEvent) {
  const venueOf = (id: string | undefined): Venue | undefined =>
    programme.mission.venues?.find((venue) => venue.id === id);
  const venue = venueOf(event.venue) ?? venueOf(event.to);
  const room = event.room === undefined ? undefined : speech.text(event.room);
  const parts = [venue && speech.text(venue.name), room, venue?.address && speech.text(venue.address)];
  const title = speech.list(parts.filter((part) => part !== undefined));
  if (title === "") return undefined;
  const { latitude, longitude } = venue?.location ?? {};
  const known = latitude !== undefined && longitude !== undefined;
  return { title, ...(known ? { geo: { lat: latitude, lon: longitude } } : {}) };
}

/** Gathering, departure, dress, what to bring, what it is, links: a line each. */
function describe({ programme, speech }: OwnCalendar, timed: TimedEvent): string {
  const { event, departs, zone } = timed;
  const { dressCode, bring = [], description, documents = [] } = event;
  const to = programme.mission.venues?.find(({ id }) => id === event.to);
  return [
    event.gathering === undefined ? undefined : gatheringLine(timed, speech).text,
    departs === undefined ? undefined : speech.say("departs", { time: clock(departs, zone) }),
    to === undefined ? undefined : `→ ${speech.text(to.name)}`,
    dressCode === undefined ? undefined : speech.say("card-dress", { what: speech.text(dressCode) }),
    bring.length === 0
      ? undefined
      : speech.say("card-bring", { what: speech.list(bring.map((thing) => speech.text(thing))) }),
    description === undefined ? undefined : speech.text(description),
    ...documents.map(({ title, url }) => `${speech.text(title)}: ${url}`),
  ]
    .filter((line) => line !== undefined)
    .join("\n");
}

/** As the bot itself reminds: counted back from the call time, but written as calendars count, from the start. */
function alarmsOf({ programme, own, speech, wishes }: OwnCalendar, timed: TimedEvent) {
  return remindersOf(programme, own, wishes)
    .filter(({ eventId }) => eventId === timed.event.id)
    .map(({ dueAt }) => ({
      type: ICalAlarmType.display,
      trigger: Math.round((timed.start - dueAt) / 1000),
      description: speech.text(timed.event.title),
    }));
}

/**
 * The library knows one zone an event, and writes of it no more than the name. Zones are put before the first event, and
 * an end is written by the clock of the place where the event ends.
 */
function withZones(text: string, events: readonly TimedEvent[], programme: Programme): string {
  const { mission } = programme;
  // A calendar has to hold something (RFC 5545, 3.4): an empty one has its zone, before its last line.
  const [head = "", ...entries] = text.split(/(?=^BEGIN:VEVENT\r\n|^END:VCALENDAR)/m);
  const ends = new Map(events.map((timed) => [uidOf(timed, mission.id), timed]));
  const whole = spanOf(programme);
  const span = {
    from: Math.min(whole.from, ...events.map(({ start }) => start)),
    to: Math.max(whole.to, ...events.map(endOf)),
  };
  const inUse = events.flatMap(({ zone, endZone }) => [zone, endZone]);
  const zones = [...new Set(inUse.length > 0 ? inUse : [mission.timezone])].map((zone) =>
    timezoneComponent(zone, span),
  );
  return [head, ...zones, ...entries.map((entry) => endingWhere(entry, ends))].join("");
}

function endingWhere(entry: string, ends: ReadonlyMap<string, TimedEvent>): string {
  // Long lines are folded (RFC 5545, 3.1), and an id may make this one long.
  const uid = /^UID:(.*(?:\r\n[ \t].*)*)/m.exec(entry)?.[1]?.replaceAll(/\r\n[ \t]/g, "") ?? "";
  const timed = ends.get(uid.trim());
  if (timed === undefined || timed.zone === timed.endZone) return entry;
  const end = DateTime.fromMillis(endOf(timed), { zone: timed.endZone }).toFormat("yyyyMMdd'T'HHmmss");
  return entry.replace(/^DTEND;TZID=.*$/m, `DTEND;TZID=${timed.endZone}:${end}`);
}
