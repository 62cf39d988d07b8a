import { describe, expect, test } from "vitest";
import { type Choices, optionsOf, ownProgramme } from "../../src/domain/audience.ts";
import { digestsOf } from "../../src/domain/digests.ts";
import { escortOf } from "../../src/domain/escorts.ts";
import type { Mission, Seat } from "../../src/domain/mission.ts";
import { promptsOf } from "../../src/domain/prompts.ts";
import { remindersOf } from "../../src/domain/reminders.ts";
import { rollDueAt, teamsAt } from "../../src/domain/roll-calls.ts";
import { isOrganiser } from "../../src/domain/seats.ts";
import { dayOf, nextDay, type Programme, programmeOf, zoneAt } from "../../src/domain/timetable.ts";
import { dateIn } from "../../src/domain/zones.ts";
import { clock } from "../../src/messages/times.ts";
import { Deliveries, type Sent } from "../support/deliveries.ts";
import { krasnoyarsk, tokyo } from "../support/missions.ts";

/** What a delegate may get on a day of the mission, digests among it. */
const SOUNDING_A_DAY = 8;
const ALL_A_DAY = 12;
const CARDS_A_DAY = 4;
const DAY = 24 * 60 * 60 * 1000;

/** A person on one day of theirs, and what they were sent. */
interface PersonsDay {
  readonly day: string;
  readonly sounding: number;
  readonly all: number;
  /** Silent cards of roll calls, which whoever answers for others has besides. */
  readonly cards: number;
  /** For whoever has to put it right: `Tokyo head 2016-02-29: 08:00 registration; …`. */
  readonly story: string;
}

/** Everything a seat is sent, digests, prompts and each reminder at its time, by the days of the zone the person lives by just then. */
function daysOf(programme: Programme, seat: Seat, choices: Choices): PersonsDay[] {
  const { mission } = programme;
  const own = ownProgramme(programme, seat, choices);
  const reminders = remindersOf(programme, own);
  const deliveries = new Deliveries();
  const since = Math.min(...reminders.map(({ dueAt }) => dueAt)) - 7 * DAY;
  for (const { dueAt } of reminders) deliveries.settle(reminders, { now: dueAt, since });

  const dayAt = (at: number) => dateIn(zoneAt(own, at, mission.timezone), at);
  const line = ({ at, reminders: [...sent] }: Sent) => {
    const what = sent.map(({ eventId, silent }) => `${eventId}${silent ? " (silent)" : ""}`).join(" + ");
    return `${clock(at, zoneAt(own, at, mission.timezone))} ${what}`;
  };
  const digests = digestsOf(programme, own);
  const prompts = promptsOf(programme, own, seat).filter(({ within }) => within === undefined);
  const cards = rollCardsOf(programme, seat);
  const days = [
    ...deliveries.sent.map(({ at }) => at),
    ...[...digests, ...prompts].map(({ dueAt }) => dueAt),
  ].map(dayAt);
  return [...new Set(days)].map((day) => {
    const sent = deliveries.sent.filter(({ at }) => dayAt(at) === day);
    const told = digests.filter(({ dueAt }) => dayAt(dueAt) === day);
    const asked = prompts.filter(({ dueAt }) => dayAt(dueAt) === day);
    const lines = [...[...told, ...asked].map(({ identity }) => identity), ...sent.map(line)];
    return {
      day,
      all: sent.length + told.length + asked.length,
      cards: cards.filter((at) => dayAt(at) === day).length,
      sounding: sent.filter(isSounding).length + told.length + asked.filter(({ silent }) => !silent).length,
      story: `${mission.id}, ${seat.id} ${JSON.stringify(choices)}, ${day}: ${lines.join("; ")}`,
    };
  });
}

/** When an escort gets the silent card of a roll call. */
function rollCardsOf(programme: Programme, seat: Seat): number[] {
  const { mission } = programme;
  return programme.events
    .filter(({ event }) => event.gathering !== undefined)
    .flatMap((timed) =>
      [...teamsAt(programme, timed.event, mission.people ?? [], new Map()).keys()]
        .filter((team) => escortOf(mission, team, {}) === seat.id)
        .map(() => rollDueAt(programme, timed)),
    );
}

function isSounding({ reminders }: Sent): boolean {
  return reminders.some(({ silent }) => !silent);
}

/** Nothing picked, and each way to pick. */
function choicesOf(programme: Programme, seat: Seat): Choices[] {
  const names = [...new Set(programme.events.flatMap(({ event }) => event.choice ?? []))];
  const picks = names.flatMap((choice) =>
    optionsOf(programme, seat, choice).map(({ event }): Choices => ({ [choice]: event.id })),
  );
  return [{}, ...picks];
}

function everybodysDays(mission: Mission, programme: Programme, who: (seat: Seat) => boolean): PersonsDay[] {
  const seats = (mission.people ?? []).filter(who);
  return seats.flatMap((seat) =>
    choicesOf(programme, seat).flatMap((choices) => daysOf(programme, seat, choices)),
  );
}

describe.each([krasnoyarsk, tokyo])(
  "reminders, digests and prompts of the $id mission, for every seat and choice",
  (mission) => {
    const programme = programmeOf(mission, 1);
    const delegatesDays = everybodysDays(mission, programme, (seat) => !isOrganiser(seat));
    const firstDay = programme.events.map(dayOf).sort()[0] ?? "";

    test("are enough to be worth counting", () => {
      const seats = (mission.people ?? []).filter((seat) => !isOrganiser(seat));
      expect(seats.length).toBeGreaterThan(10);
      expect(delegatesDays.length).toBeGreaterThan(seats.length * 3);
    });

    test(`sound at most ${SOUNDING_A_DAY} times a day for a delegate`, () => {
      expect(
        delegatesDays.filter(({ sounding }) => sounding > SOUNDING_A_DAY).map(({ story }) => story),
      ).toEqual([]);
    });

    test(`are at most ${ALL_A_DAY} a day for a delegate`, () => {
      expect(delegatesDays.filter(({ all }) => all > ALL_A_DAY).map(({ story }) => story)).toEqual([]);
    });

    test(`are besides at most ${CARDS_A_DAY} silent cards of roll calls a day for an escort`, () => {
      expect(delegatesDays.filter(({ cards }) => cards > CARDS_A_DAY).map(({ story }) => story)).toEqual([]);
      expect(delegatesDays.some(({ cards }) => cards > 0)).toBe(true);
    });

    test("are at most one before the mission's first day", () => {
      const before = everybodysDays(mission, programme, () => true).filter(({ day }) => day < firstDay);
      expect(before.filter(({ all }) => all > 1).map(({ story }) => story)).toEqual([]);
    });

    test("begin on the eve, and end with the mission but for one question the morning after", () => {
      const [first = "", last = ""] = [firstDay, programme.events.map(dayOf).sort().at(-1)];
      const eve = dateIn("utc", Date.parse(`${first}T00:00Z`) - 1);
      const outside = delegatesDays.filter(
        ({ day, all }) => day < eve || day > nextDay(last) || (day > last && all > 1),
      );
      expect(outside.map(({ story }) => story)).toEqual([]);
    });

    test("leave no delegate without a sound on a day of travel", () => {
      const flights = programme.events.filter(({ event }) => event.kind === "travel");
      for (const flight of flights) {
        const days = delegatesDays.filter(({ day }) => day === dayOf(flight));
        expect(days.filter(({ sounding }) => sounding === 0).map(({ story }) => story)).toEqual([]);
        expect(days.length).toBeGreaterThan(0);
      }
    });
  },
);
