/** What organisers see of changes, at its longest: every message is one Telegram takes whole. */
import { describe, expect, test } from "vitest";
import { type Clash, clashKinds } from "../../src/domain/clashes.ts";
import { delayPlan } from "../../src/domain/delay.ts";
import type { Draft } from "../../src/domain/drafts.ts";
import { filePeople } from "../../src/domain/file-people.ts";
import { languages, type Mission } from "../../src/domain/mission.ts";
import { firstRelease, programmeOf } from "../../src/domain/timetable.ts";
import { readPress } from "../../src/messages/callback.ts";
import { changeDay, changeDays, changeEvent, moveMenu, placeMenu } from "../../src/messages/changing.ts";
import { delayChoices, delayEvents, delayMinutes, noDelay } from "../../src/messages/delays.ts";
import { draftPreview, releasedMessage, staleDraft } from "../../src/messages/drafts.ts";
import { askField, currentOf, fieldsMenu, isAskedField } from "../../src/messages/event-fields.ts";
import { exportsMenu, fileDiffers, fileProblems, offerMission } from "../../src/messages/files.ts";
import { historyPage, revisionMessage } from "../../src/messages/history.ts";
import { type BotMessage, textAndEntities } from "../../src/messages/message.ts";
import { newsMessage } from "../../src/messages/news.ts";
import { receptionMessage } from "../../src/messages/reception.ts";
import { missionWith } from "../support/missions.ts";
import { inForce, readingOf } from "../support/readings.ts";

const long = (what: string) => ({ ru: `${what} ${"ж".repeat(280)}`, en: `${what} ${"w".repeat(280)}` });
const ids = (what: string, count: number) => Array.from({ length: count }, (_, n) => `${what}-${n + 1}`);
const two = (number: number) => String(number).padStart(2, "0");

const people = ids("seat", 200).map((id) => ({
  ...{ id, position: long(id), groups: ids("group", 40), vehicle: "vehicle-1" },
}));
const before = missionWith({
  languages: ["ru", "en"],
  title: long("visit"),
  people,
  groups: ids("group", 40).map((id) => ({ id, title: long(id) })),
  vehicles: ids("vehicle", 40).map((id) => ({ id, name: long(id) })),
  venues: ids("venue", 60).map((id) => ({ id, name: long(id) })),
  events: ids("event", 150).map((id, n) => ({
    ...{ id, title: long(id), venue: `venue-${(n % 60) + 1}`, room: long("room"), dressCode: long("dress") },
    ...{ start: `2016-11-${two(14 + Math.floor(n / 100))}T${two(n % 24)}:${two((n * 7) % 60)}` },
  })),
});
const after: Mission = {
  ...before,
  people: people.map((seat, n) => ({
    ...seat,
    groups: [],
    vehicle: `vehicle-${2 + (n % 9)}`,
    role: "organiser",
  })),
  events: before.events.map((event) => ({
    ...event,
    ...{ start: event.start.replace("2016-11-1", "2016-11-2"), venue: "venue-60", description: long("new") },
    title: long("another"),
  })),
};
const now = Date.UTC(2016, 10, 13);
const draft: Draft = {
  ...{ id: "zzzzzzz", base: 999, how: "file", atOnce: true, lastUpdate: 999_999_999, takesPeople: true },
  edits: [
    { do: "replace", with: { mission: after, aside: { held: [], cancelled: [] } } },
    { do: "cancel", event: "event-1" },
  ],
};
const clashes = ids("event", 20).map(
  (id, n): Clash => ({
    kind: clashKinds[n % clashKinds.length] ?? "two places",
    ...{ events: [id, "event-40"], seats: ids("seat", 100), minutes: { there: 10, needed: 300 } },
  }),
);

describe.each(languages)("in %s", (language) => {
  const [seat] = people;
  if (seat === undefined) throw new Error("Nobody reads");
  const force = { ...inForce(before, 12), release: { ...firstRelease, by: "seat-1" } };
  const reading = readingOf(force, { ...seat, role: "organiser" }, { language, now });
  const next = programmeOf(after, 2);
  const [timed] = force.programme.events;
  if (timed === undefined) throw new Error("There are events");
  const laid = { ...force, programme: next };
  const fields = Object.keys(timed.event).filter(isAskedField);
  const plan = delayPlan(force.programme, { minutes: 600, now, from: timed.event.id });
  const seats = before.people ?? [];
  const who = "ж".repeat(300);

  const messages: Record<string, BotMessage> = {
    days: changeDays(reading, true),
    day: changeDay(reading, "2016-11-14"),
    event: changeEvent(reading, timed),
    move: moveMenu(reading, timed),
    place: placeMenu(reading, timed, 10),
    fields: fieldsMenu(reading, timed),
    ...Object.fromEntries(
      fields.map((field) => [
        `field ${field}`,
        askField(reading, field, { event: timed, current: currentOf(reading, timed, field) }),
      ]),
    ),
    "how long": delayMinutes(reading),
    "which is late": delayEvents(reading, 600, force.programme.events),
    "no delay": noDelay(reading, "fixed ahead", 600, force.programme.events),
    preview: draftPreview(reading, {
      ...{ draft, after: next, members: 200, affected: 200, clashes, waiting: true },
      people: filePeople(after.people ?? [], seats, new Set()),
      choices: delayChoices(reading, {
        ...{ minutes: 600, event: "150", fit: "shorten", also: [144, 145, 146, 147, 148, 149, 150] },
        ...{ others: ["shift", "absorb", "drop"], hasUnfit: true, until: timed },
      }),
    }),
    stale: staleDraft(reading, draft, laid, { who }),
    released: releasedMessage(reading, { waiting: true, revision: 1000, affected: 200, at: "10:00" }),
    history: historyPage(reading, {
      lines: ids("r", 30).map((_, n) => ({ ...firstRelease, number: 30 - n, at: now, by: "seat-1" })),
      ...{ seats, from: 10 },
    }),
    revision: revisionMessage(reading, { before: force, shown: laid, seats }),
    reception: receptionMessage(reading, {
      received: seats.map(({ id }) => ({ seat: id, state: "confirmed", at: now })),
      ...{ seats, revision: 1000, from: 30 },
    }),
    exports: exportsMenu(reading),
    problems: fileProblems(reading, Array(500).fill(`events[149].title.ru: ${"ж".repeat(300)}`)),
    offer: offerMission(reading.speech, next, "zzzzzzz"),
    "file differs": fileDiffers(reading, laid, filePeople(after.people ?? [], seats, new Set())),
  };

  test.each(Object.keys(messages))("%s", (name) => {
    const message = messages[name] ?? { text: newsMessage(reading, []).text };
    expect(message.text.text.length).toBeLessThanOrEqual(4096);
    expect(textAndEntities(message).text.trim()).not.toBe("");
    expect(message.text.text).not.toMatch(/undefined|NaN|\[object|\{ ?\$/);
    const buttons = message.buttons?.inline_keyboard.flat() ?? [];
    expect(buttons.length).toBeLessThanOrEqual(100);
    for (const one of buttons) {
      if ("callback_data" in one) expect(Buffer.byteLength(one.callback_data)).toBeLessThanOrEqual(64);
    }
  });

  test("every event of a day can be come to, page by page", () => {
    const found = [0, 40, 80].flatMap((from) =>
      (changeDay(reading, "2016-11-14", from).buttons?.inline_keyboard.flat() ?? []).flatMap((one) =>
        "callback_data" in one ? (readPress(one.callback_data, "changeEvent")?.event ?? []) : [],
      ),
    );
    const ofDay = force.programme.events.filter(({ day }) => day === "2016-11-14");
    expect(found).toEqual(ofDay.map(({ event }) => String(force.handles[event.id])));
  });

  test("a delay of everything can be planned", () => {
    expect(plan).toHaveProperty("edits");
  });
});
