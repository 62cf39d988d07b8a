import { describe, expect, test } from "vitest";
import { type Case, fatesOf } from "../../src/domain/fate.ts";
import { heldFollowers } from "../../src/domain/held.ts";
import { remindersOf } from "../../src/domain/reminders.ts";
import { onAndNext, programmeOf } from "../../src/domain/timetable.ts";
import { at, type EventSketch, idsOf, missionWith, ownEvents } from "../support/missions.ts";

const day: EventSketch[] = [
  { id: "wreath", start: "09:00", end: "09:30" },
  { id: "meeting", start: "10:00", end: "11:00" },
  { id: "signing", start: "11:15", end: "11:45" },
  { id: "gala", start: "18:00", end: "20:00", fixed: true },
  { id: "supper", start: "20:30" },
  { id: "next-day", start: "2016-11-18T09:00" },
];

const holding = (held: string[], events = day) =>
  programmeOf(missionWith({ events }), 1, { held, cancelled: [] });
const waiting = (held: string[], events = day) => [...heldFollowers(ownEvents(holding(held, events)))];

describe("while an event is held", () => {
  test("it waits, and what follows it that day up to the next fixed event", () => {
    expect(waiting(["meeting"])).toEqual(["meeting", "signing"]);
  });

  test("and to the end of the day where nothing is fixed, but not on the next", () => {
    expect(waiting(["supper"])).toEqual(["supper"]);
    expect(
      waiting(
        ["meeting"],
        day.filter(({ id }) => id !== "gala"),
      ),
    ).toEqual(["meeting", "signing", "supper"]);
  });

  test("a fixed one waits too when it is held itself, with what follows it", () => {
    expect(waiting(["gala"])).toEqual(["gala", "supper"]);
  });

  test("nothing waits where nothing is held", () => {
    expect(waiting([])).toEqual([]);
  });

  test("what begins together with it does not wait", () => {
    const events = [...day, { id: "press", start: "10:00", end: "10:30" }];
    expect(waiting(["meeting"], events)).toEqual(["meeting", "signing"]);
  });

  test("nobody is reminded of what waits, and everybody of the rest", () => {
    const programme = holding(["meeting"]);
    const reminded = remindersOf(programme, ownEvents(programme)).map(({ eventId }) => eventId);
    expect(reminded).toEqual(["wreath", "gala", "supper", "next-day"]);
  });

  test("its reminders come once it goes on", () => {
    const programme = holding([]);
    const reminded = remindersOf(programme, ownEvents(programme)).map(({ eventId }) => eventId);
    expect(reminded).toEqual(["wreath", "meeting", "signing", "gala", "supper", "next-day"]);
  });
});

describe("why there is no reminder", () => {
  const why = (held: string[], event: string, given: Partial<Case> = {}) => {
    const participant = { seat: "one", user: 1, chat: 1, language: "en" as const, joinedAt: 0 };
    const asked = { seat: { id: "one", position: "One" }, participant, choices: {}, ledger: new Map() };
    const programme = holding(held);
    return fatesOf({ ...asked, programme, event, now: at("08:00"), ...given });
  };

  test("it is held, or waits with one that is", () => {
    expect(why(["meeting"], "meeting")).toEqual([{ kind: "none", because: "held" }]);
    expect(why(["meeting"], "signing")).toEqual([{ kind: "none", because: "after held" }]);
    expect(why(["meeting"], "gala")).toMatchObject([{ kind: "ahead" }]);
    expect(why([], "meeting")).toMatchObject([{ kind: "ahead" }]);
  });

  test("also where it has been reminded of before it was held", () => {
    const ending = { outcome: "delivered", at: at("09:45") } as const;
    const ledger = new Map([[`meeting.${at("10:00")}.15`, ending]]);
    expect(why(["meeting"], "meeting", { ledger, now: at("09:50") })).toEqual([
      { kind: "ended", ending },
      { kind: "none", because: "held" },
    ]);
  });

  test("but not where there would be none anyway", () => {
    const participant = { seat: "one", user: 1, chat: 1, language: "en" as const, joinedAt: 0 };
    const muted = { ...participant, wishes: { muted: ["meeting"] } };
    expect(why(["meeting"], "meeting", { participant: muted })).toEqual([{ kind: "none", because: "muted" }]);
  });
});

describe("what is on while an event is held", () => {
  const on = (held: string[], time: string) => idsOf(onAndNext(holding(held).events, at(time)).on);

  test("is that event, past its hour until its day is over", () => {
    expect(on(["meeting"], "09:59")).toEqual([]);
    expect(on(["meeting"], "10:30")).toEqual(["meeting"]);
    expect(on(["meeting"], "12:30")).toEqual(["meeting"]);
    expect(on(["meeting"], "23:59")).toEqual(["meeting"]);
    expect(on(["meeting"], "2016-11-18T00:00")).toEqual([]);
  });

  test("is that event to its own end where that is past midnight", () => {
    const night = [{ id: "night", start: "23:00", end: "2016-11-18T02:00" }];
    const { events } = holding(["night"], night);
    expect(idsOf(onAndNext(events, at("2016-11-18T01:59")).on)).toEqual(["night"]);
    expect(onAndNext(events, at("2016-11-18T02:00")).on).toEqual([]);
  });

  test("would not be without its being held", () => {
    expect(on([], "12:30")).toEqual([]);
  });
});
