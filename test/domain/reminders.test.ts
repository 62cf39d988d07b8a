import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import type { Choices } from "../../src/domain/audience.ts";
import { eventsDueAt, instantsOf, type Reminder, remindersOf, settle } from "../../src/domain/reminders.ts";
import { programmeOf } from "../../src/domain/timetable.ts";
import {
  at,
  idsOf,
  krasnoyarsk,
  type MissionSketch,
  ownEvents,
  programmeWith,
  seatWith,
} from "../support/missions.ts";

const MINUTE = 60_000;
type Wishes = Parameters<typeof remindersOf>[2];

/** `talk 09:45`: what is reminded of when, by Krasnoyarsk's clock. */
function brief({ eventId, dueAt, silent }: Reminder): string {
  const time = DateTime.fromMillis(dueAt, { zone: "Asia/Krasnoyarsk" }).toFormat("HH:mm");
  return `${eventId} ${time}${silent ? " silently" : ""}`;
}

function remindersIn(sketch: MissionSketch, wishes?: Wishes): Reminder[] {
  const programme = programmeWith(sketch);
  return remindersOf(programme, ownEvents(programme), wishes);
}

function due(sketch: MissionSketch, wishes?: Wishes): string[] {
  return remindersIn(sketch, wishes).map(brief);
}

describe("how long before", () => {
  test("a quarter of an hour, where the mission says nothing", () => {
    expect(due({ events: [{ id: "talk", start: "10:00" }] })).toEqual(["talk 09:45"]);
  });

  test("as the mission says for everything, or for the kind", () => {
    const reminders = { default: ["PT20M"], visit: ["PT1H"] };
    const events = [
      { id: "talk", start: "10:00" },
      { id: "plant", kind: "visit" as const, start: "12:00" },
    ];
    expect(due({ reminders, events })).toEqual(["talk 09:40", "plant 11:00"]);
  });

  test("as the event says, whatever its kind", () => {
    const reminders = { default: ["PT20M"], firstOfDay: ["PT1H"] };
    expect(due({ reminders, events: [{ id: "talk", start: "10:00", reminders: ["PT3H", "PT5M"] }] })).toEqual(
      ["talk 07:00", "talk 09:55"],
    );
    expect(due({ reminders, events: [{ id: "talk", start: "10:00", reminders: [] }] })).toEqual([]);
  });

  test("an hour before what the day begins with, besides", () => {
    const events = [
      { id: "talk", start: "10:00", end: "10:30" },
      { id: "tour", start: "15:00" },
      { id: "next-day", start: "2016-11-18T09:00" },
    ];
    expect(due({ reminders: { firstOfDay: ["PT1H"] }, events })).toEqual([
      "talk 09:00",
      "talk 09:45",
      "tour 14:45",
      "next-day 08:00",
      "next-day 08:45",
    ]);
  });

  test("an hour before each of those the day begins with together", () => {
    const events = ["one", "other"].map((id) => ({ id, start: "10:00", end: "11:00", choice: "tables" }));
    expect(due({ reminders: { default: [], firstOfDay: ["PT1H"] }, events })).toEqual([
      "one 09:00",
      "other 09:00",
    ]);
  });

  test("never for meals and free time, unless the mission says so", () => {
    const events = [
      { id: "lunch", kind: "meal" as const, start: "13:00", end: "14:00" },
      { id: "walk", kind: "free" as const, start: "15:00" },
    ];
    expect(due({ events })).toEqual([]);
    expect(due({ reminders: { meal: ["PT10M"] }, events })).toEqual(["lunch 12:50"]);
  });

  test("once, where two leads are the same length", () => {
    expect(due({ events: [{ id: "talk", start: "10:00", reminders: ["PT60M", "PT1H"] }] })).toEqual([
      "talk 09:00",
    ]);
  });
});

describe("before what", () => {
  const wreath = { id: "wreath", start: "11:00", gathering: { at: "10:15", place: "Lobby" } };

  test("the gathering and not the start, where people gather", () => {
    const [reminder, ...more] = remindersIn({ events: [wreath] });
    expect(more).toEqual([]);
    expect(reminder).toMatchObject({ call: at("10:15"), dueAt: at("10:00"), expiresAt: at("10:15") });
  });

  test("with the gathering's lead instead of the kind's", () => {
    const reminders = { gathering: ["PT25M"], meeting: ["PT1H"] };
    expect(due({ reminders, events: [wreath] })).toEqual(["wreath 09:50"]);
  });

  test("not at all when it follows within twenty minutes in the same place", () => {
    const venues = ["hall", "office"].map((id) => ({ id, name: id }));
    const remindedOfTour = (
      start: string,
      more: { venue?: string; gathering?: { at: string } } = { venue: "hall" },
    ) =>
      due({
        venues,
        events: [
          { id: "talk", start: "10:00", end: "11:00", venue: "hall" },
          { id: "tour", start, ...more },
        ],
      }).filter((line) => line.startsWith("tour"));
    expect(remindedOfTour("11:00")).toEqual([]);
    expect(remindedOfTour("11:20")).toEqual([]);
    expect(remindedOfTour("11:21")).toEqual(["tour 11:06"]);
    expect(remindedOfTour("11:20", { venue: "office" })).toEqual(["tour 11:05"]);
    expect(remindedOfTour("11:20", {})).toEqual(["tour 11:05"]);
    expect(remindedOfTour("11:20", { venue: "hall", gathering: { at: "11:05" } })).toEqual([
      "tour 10:50 silently",
    ]);
  });

  test("not at all when a transfer has just brought people there", () => {
    const venues = ["airport", "hotel"].map((id) => ({ id, name: id }));
    const events = [
      { id: "bus", kind: "transfer" as const, start: "10:00", end: "11:00", venue: "airport", to: "hotel" },
      { id: "briefing", start: "11:10", venue: "hotel" },
    ];
    expect(due({ venues, events })).toEqual(["bus 09:45"]);
  });

  test("silently when it falls into another event", () => {
    const events = [
      { id: "talk", start: "10:00", end: "11:00" },
      { id: "tour", start: "11:10" },
      { id: "dinner", start: "19:00" },
    ];
    expect(due({ events })).toEqual(["talk 09:45", "tour 10:55 silently", "dinner 18:45"]);
  });

  test("aloud when the other event is over just then", () => {
    const events = [
      { id: "talk", start: "10:00", end: "11:00" },
      { id: "tour", start: "11:15" },
    ];
    expect(due({ events })).toEqual(["talk 09:45", "tour 11:00"]);
  });

  test("not of what the person does not want to be reminded of", () => {
    const events = [
      { id: "talk", start: "10:00", end: "11:00" },
      { id: "tour", start: "15:00" },
    ];
    expect(due({ events }, { muted: ["talk"] })).toEqual(["tour 14:45"]);
    expect(due({ events }, { muteAll: true })).toEqual([]);
  });

  test("each of several parallel events, or the one that is picked", () => {
    const programme = programmeWith({
      events: ["culture", "industry"].map((id) => ({ id, start: "16:00", end: "17:00", choice: "tables" })),
    });
    const tables = (choices: Choices) =>
      remindersOf(programme, ownEvents(programme, seatWith(), choices)).map(brief);
    expect(tables({})).toEqual(["culture 15:45", "industry 15:45"]);
    expect(tables({ tables: "industry" })).toEqual(["industry 15:45"]);
  });
});

describe("what makes a reminder this one", () => {
  const identities = (start: string, title = "Talk") =>
    remindersIn({ events: [{ id: "talk", title, start }] }).map(({ identity }) => identity);

  test("is event, call and lead", () => {
    expect(identities("10:00")).toEqual([`talk.${at("10:00")}.15`]);
  });

  test("stays when the event is renamed, and changes when it is moved", () => {
    expect(identities("10:00", "Talks")).toEqual(identities("10:00"));
    expect(identities("10:05")).not.toEqual(identities("10:00"));
  });
});

describe("what is to be done now", () => {
  /** Due at 07:00 and 09:45 of talk, at 09:50 and 10:01 of the others. */
  const reminders = remindersIn({
    events: [
      { id: "talk", start: "10:00", end: "10:01", reminders: ["PT3H", "PT15M"] },
      { id: "press", start: "10:05", end: "10:06", reminders: ["PT15M"] },
      { id: "tour", start: "10:16", reminders: ["PT15M"] },
    ],
  });
  const [early] = reminders;
  const look = (time: string, { since = "06:00", ended = [] as string[] } = {}) => {
    const settlement = settle(reminders, {
      now: at(time),
      since: at(since),
      ended: (identity) => ended.includes(identity),
    });
    const lines = (list: readonly Reminder[]) => list.map((one) => brief(one).replace(" silently", ""));
    const { send, superseded, expired } = settlement;
    return { send: lines(send), superseded: lines(superseded), expired: lines(expired) };
  };
  const nothing = { send: [], superseded: [], expired: [] };

  test("nothing before anything is due", () => {
    expect(look("06:59")).toEqual(nothing);
  });

  test("to send what is due, from that very instant", () => {
    expect(look("07:00")).toEqual({ ...nothing, send: ["talk 07:00"] });
  });

  test("to send the latest of one event, and to drop the earlier", () => {
    expect(look("09:47")).toMatchObject({ send: ["talk 09:45", "press 09:50"], superseded: ["talk 07:00"] });
  });

  test("to take along what would follow within ten minutes, but nothing later", () => {
    const ended = early === undefined ? [] : [early.identity];
    expect(look("09:45", { ended }).send).toEqual(["talk 09:45", "press 09:50"]);
    expect(look("09:51", { ended }).send).toEqual(["talk 09:45", "press 09:50", "tour 10:01"]);
  });

  test("to take nothing along when nothing is due", () => {
    const ended = reminders.filter(({ eventId }) => eventId !== "tour").map(({ identity }) => identity);
    expect(look("09:55", { ended })).toEqual(nothing);
    expect(look("10:01", { ended }).send).toEqual(["tour 10:01"]);
  });

  test("to let go what comes too late: at the call nobody needs to be reminded", () => {
    expect(look("09:59").send).toContain("talk 09:45");
    expect(look("10:00")).toEqual({
      send: ["press 09:50", "tour 10:01"],
      superseded: [],
      expired: ["talk 07:00", "talk 09:45"],
    });
  });

  test("nothing twice", () => {
    expect(look("12:00", { ended: reminders.map(({ identity }) => identity) })).toEqual(nothing);
  });

  test("nothing that was already due when the person joined", () => {
    expect(look("09:47", { since: "07:00" })).toMatchObject({
      send: ["talk 09:45", "press 09:50"],
      superseded: [],
    });
    expect(look("09:47", { since: "09:45" })).toEqual(nothing);
  });
});

describe("the instants a tick looks at", () => {
  const programme = programmeWith({
    reminders: { firstOfDay: ["PT1H"] },
    groups: [{ id: "officials", title: "Officials" }],
    events: [
      { id: "officials-only", start: "10:00", end: "10:30", groups: ["officials"] },
      { id: "talk", start: "10:45", end: "11:00" },
      { id: "lunch", kind: "meal", start: "13:00" },
    ],
  });
  const due = (...times: string[]) => idsOf(eventsDueAt(programme, new Set(times.map((time) => at(time)))));

  test("are sorted, and each is there once however many events are due", () => {
    const instants = instantsOf(programme);
    // At 09:45 both the officials' event and, for whom it is the first of the day, the talk are due.
    expect(instants).toEqual(
      expect.arrayContaining(["09:00", "09:45", "10:30", "12:00"].map((time) => at(time))),
    );
    expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b));
  });

  test("lead to the events due then", () => {
    expect(due("09:00")).toEqual(["officials-only"]);
    expect(due("09:45")).toEqual(["officials-only", "talk"]);
    expect(due("10:30", "12:00")).toEqual(["talk", "lunch"]);
    expect(due("10:00")).toEqual([]);
  });

  test("are whole minutes, as leads are", () => {
    for (const instant of instantsOf(programmeOf(krasnoyarsk, 1))) expect(instant % MINUTE).toBe(0);
  });
});
