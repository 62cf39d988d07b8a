import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { type AskedDelay, type DelayPlan, delayPlan } from "../../src/domain/delay.ts";
import { applyEdits } from "../../src/domain/edits.ts";
import { nothingAside, type Programme, programmeOf } from "../../src/domain/timetable.ts";
import { at, eventOf, krasnoyarsk, type MissionSketch, programmeWith } from "../support/missions.ts";

type Asked = Omit<AskedDelay, "now"> & { readonly now: string };

function planned(programme: Programme, { now, ...asked }: Asked): DelayPlan {
  const plan = delayPlan(programme, { ...asked, now: at(now) });
  if ("why" in plan) throw new Error(`No delay: ${plan.why}`);
  return plan;
}

/** `lunch 13:20–14:20 shifted`: what becomes of each event, by Krasnoyarsk's clock. */
function told({ steps }: DelayPlan): string[] {
  const clock = (instant: number) =>
    DateTime.fromMillis(instant, { zone: "Asia/Krasnoyarsk" }).toFormat("HH:mm");
  return steps.map(({ event, after, how }) => {
    if (after === undefined) return `${event} ${how}`;
    const end = after.end === undefined ? "" : `–${clock(after.end)}`;
    return `${event} ${clock(after.start)}${end} ${how}`;
  });
}

/** A morning that a fixed gala ends. */
const morning: MissionSketch = {
  groups: ["officials", "business"].map((id) => ({ id, title: id })),
  events: [
    { id: "talks", start: "10:00", end: "11:00" },
    { id: "coffee", kind: "meal", start: "11:00", end: "11:30" },
    { id: "tour", start: "12:00", end: "12:45" },
    { id: "gala", start: "13:30", end: "15:00", fixed: true, gathering: { at: "13:00", place: "Lobby" } },
    { id: "supper", start: "19:00" },
  ],
};

describe("a delay from now", () => {
  test("moves what is next and what follows it, up to the next fixed event", () => {
    const plan = planned(programmeWith(morning), { minutes: 10, now: "09:50" });
    expect(told(plan)).toEqual([
      "talks 10:10–11:10 shifted",
      "coffee 11:10–11:40 shifted",
      "tour 12:10–12:55 shifted",
    ]);
    expect(plan).toMatchObject({ until: "gala", unfit: [] });
  });

  test("leaves alone what has begun", () => {
    expect(told(planned(programmeWith(morning), { minutes: 10, now: "10:01" }))).toEqual([
      "coffee 11:10–11:40 shifted",
      "tour 12:10–12:55 shifted",
    ]);
  });

  test("takes along all that begin together", () => {
    const tables = ["one", "other"].map((id) => ({ id, start: "10:00", end: "11:00", choice: "tables" }));
    const programme = programmeWith({ events: [...tables, { id: "lunch", start: "11:30" }] });
    expect(told(planned(programme, { minutes: 5, now: "09:00" }))).toEqual([
      "one 10:05–11:05 shifted",
      "other 10:05–11:05 shifted",
      "lunch 11:35 shifted",
    ]);
  });

  test("begins with the delegation's, not with what the organisers have beside it", () => {
    const programme = programmeWith({
      events: [
        { id: "check", start: "09:30", end: "10:15", audience: "organisers" },
        { id: "talks", start: "10:00", end: "11:00" },
        { id: "review", start: "11:30", audience: "organisers" },
      ],
    });
    expect(told(planned(programme, { minutes: 10, now: "09:00" }))).toEqual([
      "talks 10:10–11:10 shifted",
      "review 11:40 shifted",
    ]);
    expect(told(planned(programme, { minutes: 10, now: "11:00" }))).toEqual(["review 11:40 shifted"]);
  });

  test("says what is next when that is fixed, for a person has to name it", () => {
    const programme = programmeWith(morning);
    expect(delayPlan(programme, { minutes: 10, now: at("12:50") })).toEqual({
      why: "fixed ahead",
      events: ["gala"],
    });
    expect(told(planned(programme, { minutes: 10, now: "12:50", from: "gala" }))).toEqual([
      "gala 13:40–15:10 shifted",
      "supper 19:10 shifted",
    ]);
  });
});

describe("a delay from a chosen event", () => {
  test("may begin with one past its hour, even past its end", () => {
    const programme = programmeWith(morning);
    expect(told(planned(programme, { minutes: 40, now: "10:30", from: "talks" }))[0]).toBe(
      "talks 10:40–11:40 shifted",
    );
    expect(told(planned(programme, { minutes: 90, now: "11:20", from: "talks" }))[0]).toBe(
      "talks 11:30–12:30 shifted",
    );
  });

  test("but not with one that would be over all the same", () => {
    expect(delayPlan(programmeWith(morning), { minutes: 30, now: at("11:30"), from: "talks" })).toEqual({
      why: "over",
    });
  });

  test("a governor forty minutes late keeps waiting the signing that is fixed behind the meeting", () => {
    const programme = programmeOf(krasnoyarsk, 1);
    const late: Asked = { minutes: 40, now: "12:10", from: "governor-meeting" };
    const plan = planned(programme, late);
    expect(told(plan)).toEqual(["governor-meeting 12:40–13:20 overlaps"]);
    expect(plan).toMatchObject({ until: "agreement-signing", unfit: ["governor-meeting"] });
    const both = planned(programme, { ...late, also: ["agreement-signing"] });
    expect(told(both).slice(0, 3)).toEqual([
      "governor-meeting 12:40–13:20 shifted",
      "agreement-signing 13:20–13:40 shifted",
      "working-lunch 13:40–14:40 shifted",
    ]);
    expect(both.until).toBeUndefined();
  });
});

describe("whom a delay reaches", () => {
  const groups = ["officials", "business"].map((id) => ({ id, title: id }));
  const apart: MissionSketch["events"] = [
    { id: "mill", start: "10:00", end: "11:00", groups: ["business"] },
    { id: "council", start: "11:00", end: "12:00", groups: ["officials"] },
    { id: "plant", start: "12:00", end: "13:00", groups: ["business"] },
  ];
  const late: Asked = { minutes: 10, now: "09:00" };

  test("not the other group", () => {
    expect(told(planned(programmeWith({ groups, events: apart }), late))).toEqual([
      "mill 10:10–11:10 shifted",
      "plant 12:10–13:10 shifted",
    ]);
  });

  test("the other group too, from the first event that is for both", () => {
    const events = [
      ...apart,
      { id: "lunch", start: "13:00", end: "14:00" },
      { id: "court", start: "14:00", groups: ["officials"] },
    ];
    expect(told(planned(programmeWith({ groups, events }), late))).toEqual([
      "mill 10:10–11:10 shifted",
      "plant 12:10–13:10 shifted",
      "lunch 13:10–14:10 shifted",
      "court 14:10 shifted",
    ]);
  });

  test("the other group where somebody belongs to both, unless an organiser who sees everything", () => {
    const both = { id: "mayor", position: "Mayor", groups: ["officials", "business"] };
    const all = { id: "desk", position: "Organiser", role: "organiser" as const };
    const reached = (people: NonNullable<MissionSketch["people"]>) =>
      planned(programmeWith({ groups, events: apart, people }), late).steps.map(({ event }) => event);
    expect(reached([both])).toEqual(["mill", "council", "plant"]);
    expect(reached([all])).toEqual(["mill", "plant"]);
  });

  test("the other group's event that names somebody late in a role", () => {
    const people = [{ id: "chair", position: "Chair", groups: ["business"] }];
    const events = apart.map((event) =>
      event.id === "council" ? { ...event, roles: [{ role: "speaks", person: "chair" }] } : event,
    );
    const plan = planned(programmeWith({ groups, people, events }), late);
    expect(plan.steps.map(({ event }) => event)).toEqual(["mill", "council", "plant"]);
  });

  test("whom a fixed event calls in time is in time for what comes after it", () => {
    const events = [
      ...apart,
      { id: "governor", start: "14:00", end: "15:00", groups: ["business"], fixed: true },
      { id: "dinner", start: "18:00" },
    ];
    const plan = planned(programmeWith({ groups, events }), late);
    expect(plan.steps.map(({ event }) => event)).toEqual(["mill", "plant"]);
    expect(plan.until).toBe("governor");
  });

  test("those whom the fixed event is not for are still late, until they meet the others", () => {
    const events = [
      { id: "opening", start: "09:00", end: "10:00" },
      { id: "governor", start: "10:30", end: "11:30", groups: ["business"], fixed: true },
      { id: "council", start: "11:00", end: "12:00", groups: ["officials"] },
      { id: "lunch", start: "12:30", end: "13:30" },
      { id: "court", start: "14:00", groups: ["officials"] },
    ];
    const plan = planned(programmeWith({ groups, events }), { minutes: 10, now: "08:00" });
    expect(plan.steps.map(({ event }) => event)).toEqual(["opening", "council"]);
    // Lunch is not moved for them, so the council must be over by then as by a fixed event's call.
    const longer = planned(programmeWith({ groups, events }), { minutes: 40, now: "08:00" });
    expect(longer).toMatchObject({ until: "governor", unfit: ["opening", "council"] });
  });

  test("the night that goes on past midnight, not the next morning", () => {
    const programme = programmeWith({
      events: [
        { id: "reception", start: "21:00", end: "23:30" },
        { id: "bus", start: "2016-11-18T00:15", end: "2016-11-18T01:00" },
        { id: "breakfast", start: "2016-11-18T08:00" },
      ],
    });
    const { steps } = planned(programme, { minutes: 30, now: "20:00" });
    expect(steps.map(({ event }) => event)).toEqual(["reception", "bus"]);
  });

  test("not the bus to an early flight, though the night before it is short", () => {
    const programme = programmeWith({
      events: [
        { id: "dinner", start: "20:00", end: "23:30" },
        { id: "bus", start: "2016-11-18T04:30", end: "2016-11-18T05:15" },
        { id: "flight", start: "2016-11-18T07:00", fixed: true },
      ],
    });
    const { steps } = planned(programme, { minutes: 30, now: "19:30" });
    expect(steps.map(({ event }) => event)).toEqual(["dinner"]);
  });
});

describe("what no longer fits before the fixed event", () => {
  // The tour would end at 13:05, five minutes after the gathering for the gala.
  const late = { minutes: 20, now: "09:30" };
  const programme = programmeWith(morning);
  const tourOf = (asked: Partial<Asked>) => told(planned(programme, { ...late, ...asked })).slice(2);

  test("is named, and moved all the same unless something else is chosen", () => {
    const plan = planned(programme, late);
    expect(plan.unfit).toEqual(["tour"]);
    expect(told(plan)).toEqual([
      "talks 10:20–11:20 shifted",
      "coffee 11:20–11:50 shifted",
      "tour 12:20–13:05 overlaps",
    ]);
  });

  test("can end at the call", () => {
    expect(tourOf({ fit: "shorten" })).toEqual(["tour 12:20–13:00 shortened"]);
  });

  test("is never shortened below half, nor below ten minutes", () => {
    expect(tourOf({ fit: "shorten", minutes: 37 })).toEqual(["tour 12:37–13:00 shortened"]);
    expect(tourOf({ fit: "shorten", minutes: 38 })).toEqual(["tour 12:38–13:23 overlaps"]);
    const brief = programmeWith({
      events: [
        { id: "toast", start: "12:30", end: "12:45" },
        { id: "gala", start: "13:00", fixed: true },
      ],
    });
    const toast = (minutes: number) => told(planned(brief, { minutes, now: "12:00", fit: "shorten" }));
    expect(toast(20)).toEqual(["toast 12:50–13:00 shortened"]);
    expect(toast(21)).toEqual(["toast 12:51–13:06 overlaps"]);
  });

  test("can be cancelled", () => {
    expect(tourOf({ fit: "drop" })).toEqual(["tour dropped"]);
  });

  test("can be chosen event by event", () => {
    expect(tourOf({ fit: "drop", fits: { tour: "shorten" } })).toEqual(["tour 12:20–13:00 shortened"]);
    expect(tourOf({ fits: { tour: "drop" } })).toEqual(["tour dropped"]);
  });

  test("is not what overlapped already", () => {
    const events = [
      { id: "expo", start: "10:00", end: "18:00" },
      { id: "gala", start: "13:00", end: "14:00", fixed: true },
    ];
    const plan = planned(programmeWith({ events }), late);
    expect(plan.unfit).toEqual([]);
    expect(told(plan)).toEqual(["expo 10:20–18:20 shifted"]);
  });

  test("is, without an end, what would only begin then; it cannot be shortened", () => {
    const events = [
      { id: "walk", start: "12:45" },
      { id: "gala", start: "13:00", end: "14:00", fixed: true },
    ];
    const walk = (minutes: number) =>
      told(planned(programmeWith({ events }), { minutes, now: "12:00", fit: "shorten" }));
    expect(walk(10)).toEqual(["walk 12:55 shifted"]);
    expect(walk(15)).toEqual(["walk 13:00 overlaps"]);
  });
});

describe("a delay that free time swallows", () => {
  const absorbed = (sketch: MissionSketch, minutes: number) =>
    told(planned(programmeWith(sketch), { minutes, now: "09:30", fit: "absorb" }));

  test("moves each event only as far as the one before pushes it", () => {
    const events = [
      { id: "talks", start: "10:00", end: "11:00" },
      { id: "visit", start: "11:10", end: "12:00" },
      { id: "tour", start: "12:15", end: "12:45" },
      { id: "press", start: "15:00" },
    ];
    expect(absorbed({ events }, 20)).toEqual(["talks 10:20–11:20 shifted", "visit 11:20–12:10 absorbed"]);
    expect(absorbed({ events }, 30)).toEqual([
      "talks 10:30–11:30 shifted",
      "visit 11:30–12:20 absorbed",
      "tour 12:20–12:50 absorbed",
    ]);
  });

  test("takes a meal's time, but leaves half of it", () => {
    expect(absorbed(morning, 10)).toEqual(["talks 10:10–11:10 shifted", "coffee 11:10–11:30 absorbed"]);
    expect(absorbed(morning, 50)).toEqual([
      "talks 10:50–11:50 shifted",
      "coffee 11:50–12:05 absorbed",
      "tour 12:05–12:50 absorbed",
    ]);
  });

  test("leaves the time the way takes, as far as there was any", () => {
    const venues = ["hall", "office"].map((id) => ({ id, name: id }));
    const visit = (start: string) =>
      absorbed(
        {
          venues,
          events: [
            { id: "talks", start: "10:00", end: "11:00", venue: "hall" },
            { id: "visit", start, venue: "office" },
          ],
        },
        20,
      ).slice(1);
    expect(visit("11:25")).toEqual(["visit 11:30 absorbed"]);
    expect(visit("11:05")).toEqual(["visit 11:25 shifted"]);
    expect(visit("11:30")).toEqual([]);
  });

  test("can still be too long", () => {
    const plan = planned(programmeWith(morning), { minutes: 75, now: "09:30", fit: "absorb" });
    expect(told(plan).at(-1)).toBe("tour 12:30–13:15 overlaps");
  });
});

describe("the edits of a delay", () => {
  const applied = (programme: Programme, asked: Asked) => {
    const { edits } = planned(programme, asked);
    const state = { mission: programme.mission, aside: nothingAside };
    const done = applyEdits(state, edits);
    if (!done.ok) throw new Error(done.why);
    return programmeOf(done.state.mission, 2, done.state.aside);
  };
  const gathered: MissionSketch = {
    events: [
      {
        id: "wreath",
        start: "11:00",
        end: "11:25",
        gathering: { at: "10:15", departs: "10:30", place: "Lobby" },
      },
    ],
  };
  const wreathAt = (now: string) => {
    const { events } = applied(programmeWith(gathered), { minutes: 20, now });
    const { call, departs = 0, start } = eventOf(events, "wreath");
    return [call, departs, start].map((instant) =>
      DateTime.fromMillis(instant + 7 * 3600_000, { zone: "utc" }).toFormat("HH:mm"),
    );
  };

  test("move the gathering and the bus with the event", () => {
    expect(wreathAt("10:00")).toEqual(["10:35", "10:50", "11:20"]);
  });

  test("leave those who have gathered where they are, and the bus that has left on its way", () => {
    expect(wreathAt("10:15")).toEqual(["10:15", "10:50", "11:20"]);
    expect(wreathAt("10:30")).toEqual(["10:15", "10:30", "11:20"]);
  });

  test("cancel what is dropped, so that it can be restored", () => {
    const { events, cancelled } = applied(programmeWith(morning), { minutes: 20, now: "09:30", fit: "drop" });
    expect(events.map(({ event }) => event.id)).not.toContain("tour");
    expect(cancelled.map(({ id }) => id)).toEqual(["tour"]);
  });

  test("end what is shortened where it ends", () => {
    const { events } = applied(programmeWith(morning), { minutes: 20, now: "09:30", fit: "shorten" });
    expect(eventOf(events, "tour")).toMatchObject({ start: at("12:20"), end: at("13:00") });
  });

  test("give a held event an hour again", () => {
    const { mission } = programmeWith(morning);
    const held = programmeOf(mission, 1, { held: ["talks"], cancelled: [] });
    const plan = planned(held, { minutes: 40, now: "10:30", from: "talks" });
    const done = applyEdits({ mission, aside: { held: ["talks"], cancelled: [] } }, plan.edits);
    expect(done).toMatchObject({ ok: true, state: { aside: { held: [] } } });
  });
});

describe("no delay", () => {
  const programme = programmeWith(morning);

  test.each([0, -5, 601, 7.5, Number.NaN])("of %s minutes", (minutes) => {
    expect(delayPlan(programme, { minutes, now: at("09:00") })).toEqual({ why: "minutes" });
  });

  test("from an event that is no longer there, or once nothing is ahead", () => {
    expect(delayPlan(programme, { minutes: 5, now: at("09:00"), from: "ball" })).toEqual({
      why: "event gone",
    });
    expect(delayPlan(programme, { minutes: 5, now: at("19:01") })).toEqual({ why: "nothing ahead" });
  });

  test("into the hour the clock shows twice, for nobody could tell which is meant", () => {
    const night = programmeWith({
      timezone: "Europe/Berlin",
      events: [{ id: "night", start: "2026-10-25T02:30" }],
    });
    const now = at("2026-10-25T00:00", "Europe/Berlin");
    expect(delayPlan(night, { minutes: 30, now })).toEqual({ why: "clock set back", event: "night" });
    expect(delayPlan(night, { minutes: 90, now })).toMatchObject({ unfit: [] });
  });
});
