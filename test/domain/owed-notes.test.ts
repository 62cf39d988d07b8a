import { expect, test } from "vitest";
import { owedNotes } from "../../src/domain/owed-notes.ts";
import { promptsOf } from "../../src/domain/prompts.ts";
import { at, type EventSketch, ownEvents, programmeWith, seatWith } from "../support/missions.ts";

const seat = seatWith();
const visit: EventSketch = { id: "visit", kind: "visit", start: "10:00", end: "12:00" };
const tomorrow: EventSketch = { id: "next", start: "2016-11-18T10:00" };
/** Leaves nobody a quarter of an hour before the evening's digest. */
const full: EventSketch = { id: "conference", kind: "conference", start: "12:10", end: "21:00" };

function owedTo(events: EventSketch[], joined: string, now: string): string[] {
  const programme = programmeWith({ events, people: [seat], digest: { evening: "20:00", morning: null } });
  const own = ownEvents(programme, seat);
  const participant = { seat: seat.id, user: 1, chat: 1, language: "en" as const, joinedAt: at(joined) };
  const heard = { wrote: new Set<string>(), nothing: new Set<string>() };
  return owedNotes(programme, own, { seat, participant }, heard, at(now)).map(({ event }) => event.id);
}

test("whoever was there owes notes from a quarter of an hour after the end", () => {
  expect(owedTo([visit], "09:00", "12:14")).toEqual([]);
  expect(owedTo([visit], "09:00", "12:15")).toEqual(["visit"]);
});

test("whoever joined after the question had come was not asked and owes nothing", () => {
  expect(owedTo([visit, tomorrow], "13:00", "2016-11-18T09:00")).toEqual([]);
});

test("whoever joined before the digest that asks them owes from then on", () => {
  const events = [visit, full, tomorrow];
  const programme = programmeWith({ events, digest: { evening: "20:00", morning: null } });
  expect(promptsOf(programme, ownEvents(programme, seat), seat)[0]?.within).toBe("digest/evening.2016-11-17");
  expect(owedTo(events, "15:00", "19:59")).toEqual([]);
  expect(owedTo(events, "15:00", "20:00")).toEqual(["visit"]);
  expect(owedTo(events, "20:01", "20:05")).toEqual([]);
});
