import ICAL from "ical.js";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { calendarFile, type OwnCalendar } from "../../src/documents/calendar.ts";
import { timezoneComponent } from "../../src/documents/calendar-zone.ts";
import { ownProgramme } from "../../src/domain/audience.ts";
import { type Mission, textIn } from "../../src/domain/mission.ts";
import { remindersOf } from "../../src/domain/reminders.ts";
import { endOf, programmeOf } from "../../src/domain/timetable.ts";
import { krasnoyarsk, missionWith, tokyo } from "../support/missions.ts";
import { speeches } from "../support/readings.ts";

const changedAt = Date.parse("2016-11-15T09:30:00Z");

function calendarOf(mission: Mission, seatId: string, more: Partial<OwnCalendar> = {}): OwnCalendar {
  const seat = mission.people?.find(({ id }) => id === seatId);
  if (seat === undefined) throw new Error(`nobody is ${seatId}`);
  const programme = programmeOf(mission, 1);
  return {
    programme,
    own: ownProgramme(programme, seat, {}),
    speech: speeches("ru", mission.languages[0]),
    versions: new Map(mission.events.map(({ id }) => [id, { sequence: 1, at: changedAt }])),
    ...more,
  };
}

/** The file as a parser reads that we did not write. */
function parsed(calendar: OwnCalendar) {
  const text = calendarFile(calendar);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const root = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of root.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = root.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
  return { root, events: new Map(events.map((event) => [event.uid, event])) };
}

const millis = (time: ICAL.Time) => time.toJSDate().getTime();

describe.each([
  [krasnoyarsk, "head"],
  [tokyo, "governor"],
  [tokyo, "secretary"],
] as const)("the calendar of $id, %s", (mission, seatId) => {
  const seat = seatId === "head" ? (mission.people?.[0]?.id ?? "") : seatId;

  test("has one's own events and no others, at the right instants in the right zones", () => {
    const calendar = calendarOf(mission, seat);
    const { events, root } = parsed(calendar);
    expect([...events.keys()].sort()).toEqual(
      calendar.own.map(({ event }) => `${event.id}.${mission.id}@attache`).sort(),
    );
    const declared = root.getAllSubcomponents("vtimezone").map((zone) => zone.getFirstPropertyValue("tzid"));
    expect(new Set(declared).size).toBe(declared.length);
    for (const timed of calendar.own) {
      const event = events.get(`${timed.event.id}.${mission.id}@attache`);
      if (event === undefined) throw new Error(timed.event.id);
      expect(millis(event.startDate)).toBe(timed.start);
      expect(millis(event.endDate)).toBe(endOf(timed));
      expect(event.component.getFirstProperty("dtstart")?.getParameter("tzid")).toBe(timed.zone);
      expect(event.component.getFirstProperty("dtend")?.getParameter("tzid")).toBe(timed.endZone);
      expect(declared).toContain(timed.endZone);
      expect(event.startDate.toString().slice(0, 16)).toBe(timed.event.start);
      if (timed.event.end) expect(event.endDate.toString().slice(0, 16)).toBe(timed.event.end);
    }
  });

  test("says of each what and where, and nothing that is the delegation's own", () => {
    const calendar = calendarOf(mission, seat);
    const { events } = parsed(calendar);
    for (const { event } of calendar.own) {
      const entry = events.get(`${event.id}.${mission.id}@attache`);
      const venue = mission.venues?.find(({ id }) => id === event.venue);
      expect(entry?.summary).toBe(textIn(event.title, "ru"));
      expect(entry?.sequence).toBe(1);
      if (venue) expect(entry?.location).toContain(textIn(venue.name, "ru"));
      if (venue?.address) expect(entry?.location).toContain(textIn(venue.address, "ru"));
      const geo = entry?.component.getFirstPropertyValue("geo");
      if (venue?.location) expect(geo).toEqual([venue.location.latitude, venue.location.longitude]);
      if (event.gathering) expect(entry?.description).toContain(event.gathering.at.slice(11));
      for (const words of [event.dressCode, event.description, ...(event.bring ?? [])]) {
        if (words) expect(entry?.description).toContain(textIn(words, "ru"));
      }
      if (event.brief) expect(entry?.description).not.toContain(textIn(event.brief, "ru"));
      expect(entry?.description ?? "").not.toContain("+7");
    }
  });

  test("rings when the bot does", () => {
    const calendar = calendarOf(mission, seat);
    const { events } = parsed(calendar);
    const rings = [...events.values()].flatMap((event) =>
      event.component.getAllSubcomponents("valarm").map((alarm) => {
        const trigger = alarm.getFirstPropertyValue("trigger") as ICAL.Duration;
        return millis(event.startDate) + trigger.toSeconds() * 1000;
      }),
    );
    const due = remindersOf(calendar.programme, calendar.own).map(({ dueAt }) => dueAt);
    expect(rings.sort()).toEqual(due.sort());
    expect(rings.length).toBeGreaterThan(5);
  });
});

test("the calendar says what it is, when it was released and when to ask again", () => {
  const { root, events } = parsed(calendarOf(krasnoyarsk, krasnoyarsk.people?.[0]?.id ?? ""));
  expect(root.getFirstPropertyValue("method")).toBe("PUBLISH");
  expect(root.getFirstPropertyValue("x-wr-calname")).toBe(textIn(krasnoyarsk.title, "ru"));
  expect(root.getFirstPropertyValue("x-wr-timezone")).toBe("Asia/Krasnoyarsk");
  expect(String(root.getFirstPropertyValue("refresh-interval"))).toBe("PT15M");
  for (const { component } of events.values()) {
    for (const name of ["dtstamp", "last-modified"]) {
      expect(String(component.getFirstPropertyValue(name))).toBe("2016-11-15T09:30:00Z");
    }
  }
});

test("after a change the moved event has a higher number under the same name, the cancelled one is off", () => {
  const id = krasnoyarsk.people?.[0]?.id ?? "";
  const before = parsed(calendarOf(krasnoyarsk, id)).events;
  const gone = programmeOf(krasnoyarsk, 1).events.filter(({ event }) => event.id === "wreath-laying");
  const changed: Mission = {
    ...krasnoyarsk,
    events: krasnoyarsk.events
      .filter((event) => event.id !== "wreath-laying")
      .map((event) =>
        event.id === "conference" ? { ...event, start: "2016-11-17T14:45", status: "tentative" } : event,
      ),
  };
  const second = { sequence: 2, at: changedAt + 60_000 };
  const versions = new Map([
    ["wreath-laying", second],
    ["conference", second],
  ]);
  const after = parsed(calendarOf(changed, id, { versions, cancelled: gone }));
  expect([...after.events.keys()].sort()).toEqual([...before.keys()].sort());

  const conference = after.events.get("conference.krasnoyarsk@attache");
  expect(conference?.startDate.toString()).toBe("2016-11-17T14:45:00");
  expect(conference?.sequence).toBe(2);
  expect(conference?.component.getFirstPropertyValue("status")).toBe("TENTATIVE");
  const wreath = after.events.get("wreath-laying.krasnoyarsk@attache");
  expect(wreath?.sequence).toBe(2);
  expect(wreath?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  expect(wreath?.component.getAllSubcomponents("valarm")).toEqual([]);
  expect(String(wreath?.component.getFirstPropertyValue("last-modified"))).toBe("2016-11-15T09:31:00Z");
  expect(before.get("wreath-laying.krasnoyarsk@attache")?.component.getFirstPropertyValue("status")).toBe(
    "CONFIRMED",
  );
});

test("a calendar with nothing in it is still one", () => {
  const { root, events } = parsed(calendarOf(krasnoyarsk, krasnoyarsk.people?.[0]?.id ?? "", { own: [] }));
  expect(events.size).toBe(0);
  expect(root.getFirstSubcomponent("vtimezone")?.getFirstPropertyValue("tzid")).toBe("Asia/Krasnoyarsk");
});

test("parallel events not yet chosen from are tentative and keep no time", () => {
  const { events } = parsed(calendarOf(tokyo, "governor"));
  const choices = tokyo.events.filter(({ choice }) => choice !== undefined);
  expect(choices.length).toBeGreaterThan(1);
  for (const { id } of choices) {
    const entry = events.get(`${id}.tokyo@attache`);
    expect(entry?.component.getFirstPropertyValue("status")).toBe("TENTATIVE");
    expect(entry?.component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
  }
});

test("what people write breaks no line of the file", () => {
  const title = 'Talks; a, b\\n "c" BEGIN:VEVENT 🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻';
  const long = "a".repeat(40);
  const mission = missionWith({
    people: [{ id: "one", position: "Guest" }],
    id: long,
    venues: [
      { id: "here", name: "Here" },
      { id: "there", name: "There", timezone: "America/Argentina/ComodRivadavia" },
    ],
    events: [{ id: long, kind: "travel", start: "10:00", title, venue: "here", to: "there", end: "11:00" }],
  });
  const { events } = parsed(calendarOf(mission, "one"));
  const entry = events.get(`${long}.${long}@attache`);
  expect(entry?.summary).toBe(title);
  expect(entry?.component.getFirstProperty("dtend")?.getParameter("tzid")).toBe(
    "America/Argentina/ComodRivadavia",
  );
});

test.each(["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Asia/Krasnoyarsk"])(
  "the clock of %s is the same for a calendar as for us, around every change",
  (name) => {
    const [from, to] = [Date.parse("2014-09-01T00:00Z"), Date.parse("2015-06-01T00:00Z")];
    const component = new ICAL.Component(ICAL.parse(timezoneComponent(name, { from, to }).trim()));
    const zone = new ICAL.Timezone(component);
    for (let at = from; at < to; at += 6.5 * 60 * 60 * 1000) {
      const local = DateTime.fromMillis(at, { zone: name });
      const time = ICAL.Time.fromData(
        {
          year: local.year,
          month: local.month,
          day: local.day,
          hour: local.hour,
          minute: local.minute,
          second: 0,
        },
        zone,
      );
      // An hour that a clock shows twice may be taken for either.
      if (local.getPossibleOffsets().length > 1) continue;
      expect(new Date(millis(time)).toISOString()).toBe(
        new Date(Math.floor(at / 60_000) * 60_000).toISOString(),
      );
    }
  },
);
