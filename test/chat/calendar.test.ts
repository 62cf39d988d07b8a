/** The programme in the phone's calendar, read by a parser that is not ours, before and after changes. */
import { Hono } from "hono";
import ICAL from "ical.js";
import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { concerns, ownProgramme } from "../../src/domain/audience.ts";
import { textIn } from "../../src/domain/mission.ts";
import { remindersOf } from "../../src/domain/reminders.ts";
import { endOf } from "../../src/domain/timetable.ts";
import type { Person } from "../../src/rehearsal/people.ts";
import { addCalendars } from "../../src/server/calendar.ts";
import { release } from "../support/releases.ts";
import { at, krasnoyarsk, testStage, tokyo } from "../support/stage.ts";

const url = "https://days.example.org/attache";
const logged: string[] = [];
const log = pino({ level: "trace" }, { write: (line) => logged.push(line) });
const stage = await testStage({
  now: at("2016-02-27T10:00", "Europe/Moscow"),
  missions: [krasnoyarsk, tokyo],
  calendarsAt: `${url}/calendar`,
  log,
});
const { api } = stage;
const head = await stage.delegate("krasnoyarsk", "head", "Глава", "ru");
const governor = await stage.delegate("tokyo", "governor", "知事", "ja");

const links: string[] = [];
const routes = new Hono();
addCalendars(routes, { url, calendar: (token) => stage.app.calendar(token) });

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
  expect(api.report.callbacksNeverAnswered).toBe(0);
});

function entriesOf(text: string): Map<string, ICAL.Event> {
  const root = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of root.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = root.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
  return new Map(events.map((event) => [event.uid.split(".")[0] ?? "", event]));
}

async function fileFor(person: Person): Promise<Map<string, ICAL.Event>> {
  const { document } = await person.sees("[file programme.ics]");
  expect(document?.mime_type).toBe("text/calendar");
  return entriesOf(Buffer.from(api.files.byId(document?.file_id ?? "")?.bytes ?? []).toString());
}

const statusOf = (event: ICAL.Event | undefined) => event?.component.getFirstPropertyValue("status");
const millis = (time: ICAL.Time | undefined) => time?.toJSDate().getTime();

/** What the calendar must say, field by field, from the programme in force. */
async function expectInForce(mission: string, seatId: string, entries: Map<string, ICAL.Event>) {
  const { missions, people, choices } = stage.app.store;
  const inForce = await missions.inForce(mission);
  const member = await people.member(mission, seatId);
  if (inForce === undefined || member === undefined) throw new Error(`${mission} has no ${seatId}`);
  const { programme } = inForce;
  const own = ownProgramme(programme, member.seat, await choices.of(mission, seatId));
  const { language, wishes } = member.participant;
  const off = [...entries].filter(([, entry]) => statusOf(entry) === "CANCELLED").map(([id]) => id);
  expect([...entries.keys()].filter((id) => !off.includes(id)).sort()).toEqual(
    own.map(({ event }) => event.id).sort(),
  );
  for (const timed of own) {
    const { event } = timed;
    const entry = entries.get(event.id);
    const venue = programme.mission.venues?.find(({ id }) => id === event.venue);
    expect(entry?.uid).toBe(`${event.id}.${mission}@attache`);
    expect(entry?.summary).toBe(textIn(event.title, language));
    expect([millis(entry?.startDate), millis(entry?.endDate)]).toEqual([timed.start, endOf(timed)]);
    expect(entry?.component.getFirstProperty("dtstart")?.getParameter("tzid")).toBe(timed.zone);
    if (venue) expect(entry?.location).toContain(textIn(venue.name, language));
    if (venue?.location) {
      const { latitude, longitude } = venue.location;
      expect(entry?.component.getFirstPropertyValue("geo")).toEqual([latitude, longitude]);
    }
    const due = remindersOf(programme, own, wishes).filter(({ eventId }) => eventId === event.id);
    const rings = entry?.component.getAllSubcomponents("valarm").map((alarm) => {
      const trigger = alarm.getFirstPropertyValue("trigger") as ICAL.Duration;
      return timed.start + trigger.toSeconds() * 1000;
    });
    expect(rings?.sort()).toEqual(due.map(({ dueAt }) => dueAt).sort());
  }
}

describe("the file", () => {
  it("comes by command, in plain words and from the programme, and is the programme field by field", async () => {
    for (const said of ["/calendar", "календарь"]) {
      await head.sends(said);
      await expectInForce("krasnoyarsk", "head", await fileFor(head));
    }
    await governor.sends("日程");
    await governor.taps("📅");
    const entries = await fileFor(governor);
    await expectInForce("tokyo", "governor", entries);
    expect([...entries.values()].every(({ sequence }) => sequence === 0)).toBe(true);
  });

  it("after changes: the same names, a higher number for what has changed, and what is off is cancelled", async () => {
    await release(stage, "krasnoyarsk", [
      { do: "shift", event: "conference", minutes: 15 },
      { do: "cancel", event: "wreath-laying" },
      { do: "set", event: "theatre", field: "title", value: { ru: "Опера", en: "Opera" } },
    ]);
    await head.sends("/calendar");
    const entries = await fileFor(head);
    await expectInForce("krasnoyarsk", "head", entries);
    const numbers = [...entries].filter(([, { sequence }]) => sequence > 0).map(([id]) => id);
    expect(numbers.sort()).toEqual(["conference", "theatre", "wreath-laying"]);
    expect(statusOf(entries.get("wreath-laying"))).toBe("CANCELLED");

    await release(stage, "krasnoyarsk", [{ do: "restore", event: "wreath-laying" }]);
    await head.sends("/calendar");
    const again = await fileFor(head);
    await expectInForce("krasnoyarsk", "head", again);
    expect(again.get("wreath-laying")?.sequence).toBe(2);
    expect(statusOf(again.get("wreath-laying"))).toBe("CONFIRMED");
  });

  it("after a pick the others are off, and with another lead it rings when the bot does", async () => {
    await governor.sends("日程");
    const pages = await governor.sees("2月");
    await governor.taps("2月29日", pages);
    await governor.taps(/^13:30/, pages);
    await governor.taps("✅", pages);
    await governor.sends("/settings");
    const settings = await governor.sees("設定");
    await governor.taps(/^集合/, settings);
    await governor.taps(/^30分/, settings);
    await governor.sends("/calendar");
    const entries = await fileFor(governor);
    await expectInForce("tokyo", "governor", entries);
    const off = [...entries.values()].filter((entry) => statusOf(entry) === "CANCELLED");
    expect(off.length).toBeGreaterThan(0);
    for (const { sequence } of off) expect(sequence).toBe(1);
  });

  it("of an empty programme is a sentence", async () => {
    const { store } = stage.app;
    const guest = await stage.delegate("krasnoyarsk", "machinery", "Guest", "en");
    const inForce = await store.missions.inForce("krasnoyarsk");
    const seat = await store.people.seat("krasnoyarsk", "machinery");
    const events = inForce?.programme.events ?? [];
    const all = events.flatMap(({ event }) => (seat && concerns(event, seat) ? [event.id] : []));
    await release(
      stage,
      "krasnoyarsk",
      all.map((event) => ({ do: "cancel", event }) as const),
    );
    await guest.sends("calendar");
    await guest.sees("there is nothing to add");
    await release(
      stage,
      "krasnoyarsk",
      all.map((event) => ({ do: "restore", event }) as const),
    );
  });
});

describe("the link", () => {
  const linkOf = async (person: Person) =>
    /https:\S+\.ics/.exec((await person.sees("https://")).text ?? "")?.[0] ?? "";
  const get = (link: string, headers: Record<string, string> = {}) => {
    links.push(link);
    return routes.request(new URL(link).pathname, { headers });
  };
  let link = "";

  it("is private, and follows the programme", async () => {
    await head.sends("/calendar");
    await head.taps("🔗 Ссылка");
    link = await linkOf(head);
    expect(link).toMatch(/^https:\/\/days\.example\.org\/attache\/calendar\/[\w-]{32}\.ics$/);
    const [copy] = (await head.sees("https://")).reply_markup?.inline_keyboard[0] ?? [];
    expect(copy).toMatchObject({ copy_text: { text: link } });
    const before = await get(link);
    expect(before.status).toBe(200);
    expect(before.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(before.headers.get("cache-control")).toContain("private");
    await expectInForce("krasnoyarsk", "head", entriesOf(await before.text()));

    const etag = before.headers.get("etag") ?? "";
    const same = await get(link, { "if-none-match": `W/${etag}` });
    expect([same.status, await same.text()]).toEqual([304, ""]);
    await release(stage, "krasnoyarsk", [{ do: "shift", event: "theatre", minutes: 20 }]);
    const after = await get(link, { "if-none-match": etag });
    expect(after.status).toBe(200);
    expect(after.headers.get("etag")).not.toBe(etag);
    await expectInForce("krasnoyarsk", "head", entriesOf(await after.text()));
  });

  it("is the same when asked for again, until a new one takes its place on a second tap", async () => {
    await head.sends("/calendar");
    await head.taps("🔗 Ссылка");
    expect(await linkOf(head)).toBe(link);
    await head.taps("Новая ссылка");
    expect((await get(link)).status).toBe(200);
    await head.taps("Да, новая ссылка");
    const renewed = await linkOf(head);
    expect(renewed).not.toBe(link);
    expect((await get(link)).status).toBe(404);
    expect((await get(renewed)).status).toBe(200);
    link = renewed;
  });

  it("ends when it is switched off", async () => {
    await head.taps("Отключить ссылку");
    await head.taps("Да, отключить");
    await head.sees("Ссылка отключена");
    expect((await get(link)).status).toBe(404);
    await head.taps("🔗 Ссылка");
    link = await linkOf(head);
    expect((await get(link)).status).toBe(200);
  });

  it("ends with the seat: for whoever leaves, at once, and for good", async () => {
    const { store } = stage.app;
    const member = await store.people.member("krasnoyarsk", "head");
    if (member === undefined) throw new Error("nobody is head");
    await store.seating.leave("krasnoyarsk", member.participant, {
      replaced: true,
      by: "organiser",
      at: stage.clock.now(),
    });
    expect((await get(link)).status).toBe(404);
    stage.clock.turn(stage.clock.now() + 1000);
    await stage.delegate("krasnoyarsk", "head", "Преемник", "ru");
    expect((await get(link)).status).toBe(404);
  });

  it("that opens nothing has one answer, whatever is asked", async () => {
    const answers = await Promise.all(
      ["x", "x.ics", `${"a".repeat(32)}.ics`, "%2e%2e.ics", `${"a".repeat(5000)}.ics`].map((file) =>
        get(`${url}/calendar/${file}`),
      ),
    );
    for (const answer of answers) {
      expect([answer.status, await answer.text()]).toEqual([404, "Not found\n"]);
      expect(answer.headers.get("etag")).toBeNull();
    }
  });
});

it("no link is ever logged", () => {
  expect(Math.min(links.length, logged.length)).toBeGreaterThan(1);
  for (const one of links.filter((link) => /[\w-]{32}\.ics$/.test(link))) {
    const token = one.split("/").at(-1)?.replace(".ics", "") ?? "";
    expect(logged.filter((line) => line.includes(token))).toEqual([]);
  }
});

it("without a public address there is no link, nor a button for one", async () => {
  const plain = await testStage({ now: at("2016-11-15T18:00") });
  const director = await plain.delegate("krasnoyarsk", "cluster-director", "Директор", "ru");
  await director.sends("/calendar");
  const file = await director.sees("[file programme.ics]");
  expect(file.reply_markup?.inline_keyboard ?? []).toEqual([]);
  await director.forges("calendarLink:1:show", file);
  expect(director.toasts.at(-1)?.text).toBe("Эта кнопка устарела. Откройте /today.");
});
