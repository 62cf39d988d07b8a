import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Event, Seat } from "../../src/domain/mission.ts";
import { noteTakersOf } from "../../src/domain/note-takers.ts";
import { type Prompt, promptsOf } from "../../src/domain/prompts.ts";
import { endOf, programmeOf } from "../../src/domain/timetable.ts";
import type { Wishes } from "../../src/domain/wishes.ts";
import { anyMission } from "../support/arbitraries.ts";
import {
  at,
  type EventSketch,
  eventOf,
  krasnoyarsk,
  missionWith,
  ownEvents,
  programmeWith,
  seatWith,
  tokyo,
} from "../support/missions.ts";
import { runs } from "../support/runs.ts";

const people = [
  { id: "delegate", position: "Delegate" },
  { id: "clerk", position: "Clerk" },
];

function promptsWith(
  events: EventSketch[],
  { seat = seatWith(), wishes = {} }: { seat?: Seat; wishes?: Wishes } = {},
) {
  const programme = programmeWith({ events, people, digest: { evening: "20:00", morning: null } });
  return promptsOf(programme, ownEvents(programme, seat), seat, wishes);
}

/** `visit 12:15`, or what it comes within. */
function shown(prompts: readonly Prompt[]): string[] {
  return prompts.map(({ eventId, dueAt, within, silent }) => {
    const time = new Date(dueAt + 7 * 60 * 60_000).toISOString().slice(11, 16);
    return `${eventId} ${within ?? time}${silent ? " silent" : ""}`;
  });
}

describe("who is asked", () => {
  test("nobody about what they said they will not come to, nor are they kept waiting by it", () => {
    const events = (["visit", "talks"] as const).map((kind, index) => ({
      id: kind,
      kind,
      start: `2016-11-10T${10 + index}:00`,
      end: `2016-11-10T${10 + index}:50`,
    }));
    const away = { talks: { at: 0 } };
    expect(shown(promptsWith(events, { wishes: { away } }))).toEqual(["visit 11:05"]);
    const back = { talks: { at: 0, withdrawnAt: 1 } };
    expect(shown(promptsWith(events, { wishes: { away: back } }))).toEqual(["visit 11:50", "talks 12:05"]);
  });

  test("after visits, talks, round tables and seminars everybody; after conferences nobody", () => {
    const kinds = ["visit", "talks", "roundtable", "seminar", "conference", "meal", "culture"] as const;
    const events = kinds.map((kind, index) => ({
      id: kind,
      kind,
      start: `2016-11-${10 + index}T10:00`,
      end: `2016-11-${10 + index}T11:00`,
    }));
    expect(promptsWith(events).map(({ eventId }) => eventId)).toEqual([
      "visit",
      "talks",
      "roundtable",
      "seminar",
    ]);
  });

  test("after meetings and signings those who take the minutes", () => {
    const meeting = (role: Event["roles"]): EventSketch => ({
      id: "meeting",
      start: "10:00",
      end: "11:00",
      ...(role === undefined ? {} : { roles: role }),
    });
    for (const role of [
      "takes the minutes",
      { ru: "ведёт запись", en: "x" },
      { ru: "ведёт протокол" },
      { ja: "記録" },
    ]) {
      const events = [meeting([{ role, person: "clerk" }])];
      expect(promptsWith(events)).toEqual([]);
      expect(shown(promptsWith(events, { seat: seatWith({ id: "clerk" }) }))).toEqual(["meeting 11:15"]);
    }
    for (const role of ["speaks for 10 minutes", "возлагает цветы", "докладчик", "Ansprache"]) {
      expect(
        promptsWith([meeting([{ role, person: "clerk" }])], { seat: seatWith({ id: "clerk" }) }),
      ).toEqual([]);
    }
  });

  test("the file has the last word", () => {
    const with_ = (askNotes: NonNullable<Event["askNotes"]>, kind: Event["kind"]): EventSketch[] => [
      {
        id: "event",
        kind,
        start: "10:00",
        end: "11:00",
        askNotes,
        roles: [{ role: "speaks", person: "clerk" }],
      },
    ];
    expect(promptsWith(with_("nobody", "visit"))).toEqual([]);
    expect(promptsWith(with_("everyone", "conference"))).toHaveLength(1);
    expect(promptsWith(with_("appointed", "visit"))).toEqual([]);
    expect(promptsWith(with_("appointed", "visit"), { seat: seatWith({ id: "clerk" }) })).toHaveLength(1);
  });

  test("of parallel events only about the one that was picked", () => {
    const programme = programmeWith({
      people,
      events: ["one", "two"].map((id) => ({
        ...{ id, kind: "roundtable" as const, choice: "tables", start: "10:00", end: "11:00" },
      })),
    });
    const seat = seatWith();
    expect(promptsOf(programme, ownEvents(programme, seat), seat)).toEqual([]);
    const own = ownEvents(programme, seat, { tables: "two" });
    expect(promptsOf(programme, own, seat).map(({ eventId }) => eventId)).toEqual(["two"]);
  });

  test("about what is held nobody is asked, nor about what waits with it", () => {
    const mission = missionWith({
      events: [
        { id: "visit", kind: "visit", start: "10:00", end: "11:00" },
        { id: "talks", kind: "talks", start: "12:00", end: "13:00" },
      ],
    });
    const programme = programmeOf(mission, 2, { held: ["visit"], cancelled: [] });
    expect(promptsOf(programme, ownEvents(programme), seatWith())).toEqual([]);
  });

  test("in the example missions each meeting has its one taker of minutes", () => {
    for (const { events } of [krasnoyarsk, tokyo]) {
      const appointed = events.filter(({ kind }) => kind === "meeting" || kind === "signing");
      expect(appointed.length).toBeGreaterThan(1);
      for (const event of appointed) expect(noteTakersOf(event), event.id).toHaveLength(1);
    }
  });
});

describe("when", () => {
  const visit: EventSketch = { id: "visit", kind: "visit", start: "10:00", end: "12:00" };

  test("a quarter of an hour after the end, where the next quarter is free", () => {
    expect(shown(promptsWith([visit]))).toEqual(["visit 12:15"]);
  });

  test("not when something of theirs is on, or begins within the quarter: then after that", () => {
    const lunch: EventSketch = { id: "lunch", kind: "meal", start: "12:25", end: "13:00" };
    expect(shown(promptsWith([visit, lunch]))).toEqual(["visit 13:00"]);
    const bus = { id: "talk", start: "13:10", end: "14:00", gathering: { at: "13:05" } } as const;
    expect(shown(promptsWith([visit, lunch, bus]))).toEqual(["visit 14:00"]);
    const free: EventSketch = { id: "free", kind: "free", start: "12:00", end: "15:00" };
    expect(shown(promptsWith([visit, free]))).toEqual(["visit 12:15"]);
  });

  test("two at once do not come together", () => {
    const talks: EventSketch = { id: "talks", kind: "talks", start: "10:30", end: "12:05" };
    expect(shown(promptsWith([visit, talks]))).toEqual(["visit 12:15", "talks 12:30"]);
  });

  test("where the day leaves no quarter, in the evening digest, if there is one", () => {
    const full: EventSketch = { id: "conference", kind: "conference", start: "12:10", end: "21:00" };
    const tomorrow: EventSketch = { id: "next", start: "2016-11-18T10:00" };
    expect(shown(promptsWith([visit, full, tomorrow]))).toEqual(["visit digest/evening.2016-11-17"]);
    expect(shown(promptsWith([visit, full]))).toEqual(["visit 21:00"]);
    expect(shown(promptsWith([visit, full, tomorrow], { wishes: { withoutEvening: true } }))).toEqual([
      "visit 21:00",
    ]);
  });

  test("in no quiet hour, and not at all where everything is muted", () => {
    const late: EventSketch = { id: "visit", kind: "visit", start: "20:30", end: "21:50" };
    const wishes = { quiet: { from: "22:00", to: "07:00" } };
    expect(shown(promptsWith([late], { wishes }))).toEqual(["visit 07:05"]);
    expect(promptsWith([late], { wishes: { muteAll: true } })).toEqual([]);
  });

  test("without a sound where a reminder or a digest sounds within ten minutes, before it or after", () => {
    const next = (start: string): EventSketch => ({ id: "next", kind: "visit", start, end: "23:00" });
    expect(shown(promptsWith([visit, next("12:30")]))).toContain("visit 12:15 silent");
    expect(shown(promptsWith([visit, next("12:40")]))).toContain("visit 12:15 silent");
    expect(shown(promptsWith([visit, next("12:41")]))).toContain("visit 12:15");
    const late: EventSketch = { id: "visit", kind: "visit", start: "18:00", end: "19:35" };
    const tomorrow: EventSketch = { id: "next", start: "2016-11-18T10:00" };
    expect(shown(promptsWith([late, tomorrow]))).toEqual(["visit 19:50 silent"]);
    expect(shown(promptsWith([late, tomorrow], { wishes: { withoutEvening: true } }))).toEqual([
      "visit 19:50",
    ]);
  });

  test("it expires at noon of the next day", () => {
    expect(promptsWith([visit])[0]?.expiresAt).toBe(at("2016-11-18T12:00"));
  });
});

describe("whatever the programme", () => {
  test("nobody is asked twice about one event, nor without a quarter of an hour", () => {
    let placed = 0;
    fc.assert(
      fc.property(anyMission, fc.boolean(), (mission, withoutEvening) => {
        const programme = programmeOf(mission, 1);
        for (const seat of mission.people ?? []) {
          const own = ownEvents(programme, seat);
          const prompts = promptsOf(programme, own, seat, { withoutEvening });
          expect(new Set(prompts.map(({ eventId }) => eventId)).size).toBe(prompts.length);
          for (const { eventId, dueAt, expiresAt, within } of prompts) {
            const timed = eventOf(own, eventId);
            expect(dueAt).toBeGreaterThanOrEqual(endOf(timed) + 15 * 60_000);
            expect(dueAt).toBeLessThan(expiresAt);
            if (within !== undefined) continue;
            placed += 1;
            const inTheWay = own.filter(
              (other) =>
                other.event.kind !== "free" && other.call < dueAt + 15 * 60_000 && dueAt < endOf(other),
            );
            expect(inTheWay.map(({ event }) => event.id)).toEqual([]);
          }
        }
      }),
      { numRuns: runs(300) },
    );
    expect(placed).toBeGreaterThan(100);
  });
});
