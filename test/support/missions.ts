/** Missions for tests of the domain and of messages: the two examples, and small ones of a test's own. */
import { readFileSync } from "node:fs";
import { DateTime } from "luxon";
import type { Choices, OwnEvent } from "../../src/domain/audience.ts";
import { ownProgramme } from "../../src/domain/audience.ts";
import type { Event, Mission, Seat } from "../../src/domain/mission.ts";
import { readMission } from "../../src/domain/mission-check.ts";
import { type Programme, programmeOf, type TimedEvent } from "../../src/domain/timetable.ts";

export const krasnoyarsk = exampleMission("krasnoyarsk");
export const tokyo = exampleMission("tokyo");

function exampleMission(name: string): Mission {
  return checked(readFileSync(new URL(`../../data/missions/${name}.json`, import.meta.url), "utf8"));
}

/** An event of which a test says only what matters to it. */
export type EventSketch = Partial<Event> & Pick<Event, "id" | "start">;
export type MissionSketch = Partial<Omit<Mission, "events">> & { readonly events: readonly EventSketch[] };

/**
 * A checked mission in Krasnoyarsk, with what a test does not care about filled in. A time without a date (`10:00`) is
 * on 17 November 2016.
 * @throws when the sketch makes no mission a file could hold
 */
export function missionWith({ events, ...rest }: MissionSketch): Mission {
  return checked(
    JSON.stringify({
      format: 1,
      id: "visit",
      title: "Visit",
      timezone: "Asia/Krasnoyarsk",
      languages: ["en"],
      ...rest,
      events: events.map(eventFrom),
    }),
  );
}

export function programmeWith(sketch: MissionSketch): Programme {
  return programmeOf(missionWith(sketch), 1);
}

function eventFrom({ end, gathering, ...event }: EventSketch): Event {
  return {
    kind: "meeting",
    title: event.id,
    ...event,
    start: dated(event.start),
    ...(end === undefined ? {} : { end: dated(end) }),
    ...(gathering === undefined ? {} : { gathering: datedGathering(gathering) }),
  };
}

function datedGathering({ at: local, departs, ...gathering }: NonNullable<Event["gathering"]>) {
  return { ...gathering, at: dated(local), ...(departs === undefined ? {} : { departs: dated(departs) }) };
}

function dated(time: string): string {
  return time.includes("T") ? time : `2016-11-17T${time}`;
}

function checked(file: string): Mission {
  const reading = readMission(file);
  if (reading.ok) return reading.mission;
  throw new Error(`Not a mission: ${reading.problems.map(({ path, code }) => `${path} ${code}`).join(", ")}`);
}

/** An instant: `at("10:15")`, `at("2016-11-18T10:00")`, `at("2016-02-29T09:30", "Asia/Tokyo")`. */
export function at(local: string, zone = "Asia/Krasnoyarsk"): number {
  return DateTime.fromISO(dated(local), { zone }).toMillis();
}

/** A delegate's seat, unless something else is said. */
export function seatWith(fields: Partial<Seat> = {}): Seat {
  return { id: "delegate", position: "Delegate", ...fields };
}

/** The seat of an example mission. */
export function seatOf({ people = [] }: Mission, id: string): Seat {
  return found(people, (seat) => seat.id === id, id);
}

/** The event of a programme, of anybody's or of everybody's. */
export function eventOf<E extends TimedEvent>(events: readonly E[], id: string): E {
  return found(events, ({ event }) => event.id === id, id);
}

/** The programme of somebody whom everything concerns that is for everybody. */
export function ownEvents(programme: Programme, seat = seatWith(), choices: Choices = {}): OwnEvent[] {
  return ownProgramme(programme, seat, choices);
}

export function idsOf(events: readonly TimedEvent[]): string[] {
  return events.map(({ event }) => event.id);
}

function found<T>(list: readonly T[], is: (one: T) => boolean, id: string): T {
  const one = list.find(is);
  if (one === undefined) throw new Error(`There is no «${id}»`);
  return one;
}
