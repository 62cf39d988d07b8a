import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { applyEdits } from "../../src/domain/edits.ts";
import { reportOf } from "../../src/domain/report-building.ts";
import { isFilled } from "../../src/domain/report-debts.ts";
import { actualTime, reportDueBy, sections, sectionsFor } from "../../src/domain/report-draft.ts";
import { nothingAside, programmeOf } from "../../src/domain/timetable.ts";
import { krasnoyarsk, programmeWith } from "../support/missions.ts";
import { agreementOf, contactOf, draftWith, lineOf, sourcesOf } from "../support/reports.ts";

const seat = (id: string) => {
  const found = krasnoyarsk.people?.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no seat ${id}`);
  return found;
};

describe("planned against held", () => {
  const edits = applyEdits({ mission: krasnoyarsk, aside: nothingAside }, [
    { do: "cancel", event: "theatre" },
    { do: "shift", event: "conference", minutes: 40 },
    {
      do: "add",
      event: {
        id: "extra",
        kind: "meeting",
        title: "Встреча с ректором",
        start: "2016-11-18T13:00",
      },
    },
  ]);
  if (!edits.ok) throw new Error("The edits do not apply");
  const last = programmeOf(edits.state.mission, 4, edits.state.aside);
  const endings = new Map([
    ["governor-meeting", { how: "held" as const }],
    [
      "conference",
      {
        how: "changed" as const,
        actual: { start: last.events[0]?.start ?? 0, end: last.events[0]?.end ?? 0 },
      },
    ],
    ["business-talks", { how: "off" as const }],
  ]);
  const report = reportOf(sourcesOf({ last, draft: draftWith({ endings }) }));
  const line = (id: string) => report.programme.find(({ event }) => event.event.id === id);

  it("knows what was moved, added and called off", () => {
    expect(line("conference")).toMatchObject({ course: "changed", ending: "changed" });
    expect(line("conference")?.first?.event.start).toBe("2016-11-17T14:30");
    expect(line("extra")).toMatchObject({ course: "added" });
    expect(line("extra")).not.toHaveProperty("first");
    expect(line("theatre")).toMatchObject({ course: "cancelled", ending: "off" });
    expect(line("governor-meeting")).toMatchObject({ course: "same", ending: "held" });
  });

  it("counts what was held, and asks about the rest", () => {
    expect(report.figures.counted).toMatchObject({ held: 2, meetings: 2, talks: 0, people: 19 });
    const [debt] = report.debts.programme;
    expect(debt).toMatchObject({ what: "endings", who: "organisers", by: "2016-11-25" });
    expect(debt?.count).toBe(report.programme.length - 4);
    expect(report.meetings.map(({ event }) => event?.event.id)).not.toContain("business-talks");
  });
});

describe("sections", () => {
  it("that are empty say who owes what by when", () => {
    const owed = [{ seat: seat("chamber"), events: ["Деловые переговоры"] }];
    const report = reportOf(sourcesOf({ owed, undecided: { meetings: 3 } }));
    expect(report.debts.meetings).toEqual([
      { what: "notes", who: seat("chamber"), events: ["Деловые переговоры"], by: "2016-11-25" },
      { what: "lines", who: "organisers", count: 3, by: "2016-11-25" },
    ]);
    expect(report.debts.documents).toMatchObject([{ what: "documents" }]);
    const empty = sections.filter((section) => !isFilled(report, section));
    expect(empty).toEqual([
      ...["passport", "programme", "summary", "documents", "meetings", "contacts"],
      ...["agreements", "materials", "press", "remarks"],
    ]);
    for (const section of empty) expect(report.debts[section].length).toBeGreaterThan(0);
  });

  it("tell of a meeting with what was arranged there and what is to be done next", () => {
    const report = reportOf(
      sourcesOf({
        lines: [
          lineOf({ section: "meetings", event: "oncology-visit", text: "Готовы к пилоту" }),
          lineOf({ section: "meetings", text: "О поездке в целом" }),
          lineOf({ section: "meetings", event: "theatre", text: "Разговор в антракте" }),
        ],
        agreements: [
          agreementOf({ deadline: "2016-12-01" }),
          agreementOf({ id: "a2", sort: "assignment", what: "Назначить ответственных" }),
          agreementOf({ id: "a3", state: "dropped" }),
        ],
        draft: draftWith({ helpers: new Map([["a2", "Директор по науке"]]) }),
      }),
    );
    const visit = report.meetings.find(({ event }) => event?.event.id === "oncology-visit");
    expect(visit?.lines.map(({ text }) => text)).toEqual(["Готовы к пилоту"]);
    expect(visit?.arrangements).toHaveLength(1);
    expect(visit?.nextSteps).toMatchObject([
      { what: "Назначить ответственных", helpers: "Директор по науке" },
    ]);
    expect(report.meetings.map(({ event }) => event?.event.id)).toContain("theatre");
    expect(report.meetings.at(-1)).not.toHaveProperty("event");
    expect(report.agreements).toHaveLength(2);
    expect(report.followup.map(({ date }) => date)).toEqual([
      ...["2016-11-25", "2016-12-01", "2016-12-18", "2017-02-18", "2017-05-18"],
    ]);
  });

  it("give phones and e-mails only of those who agreed", () => {
    const contacts = (["yes", "no", "unknown"] as const).map((share) => contactOf({ share }));
    const { contacts: lines } = reportOf(sourcesOf({ contacts }));
    expect(lines.map(({ channels }) => channels.length)).toEqual([2, 0, 0]);
    expect(lines[0]).toMatchObject({ metBy: [seat("cluster-director")] });
  });

  it("say what the questionnaire brought only when it is nobody's in particular", () => {
    const few = { ratings: [0, 0, 0, 1, 1], words: ["Хорошо"], answered: 2 };
    expect(reportOf(sourcesOf({ survey: few })).remarks).not.toHaveProperty("survey");
    const enough = { ...few, ratings: [0, 0, 0, 1, 2], answered: 3 };
    expect(reportOf(sourcesOf({ survey: enough })).remarks.survey).toMatchObject({ average: 4.7 });
  });

  it("take a picture only where it was asked for", () => {
    const scans = [{ kind: "photo" as const, fileId: "f1" }];
    const lines = [true, false].map((photos) =>
      lineOf({ section: "press", text: "Репортаж", photos, scans }),
    );
    const report = reportOf(sourcesOf({ lines }));
    expect(report.press.map(({ photos }) => photos.length)).toEqual([1, 0]);
  });

  it("count people by organisation and attendance by roll call", () => {
    const rolls = [
      { event: "arrival", planned: ["head", "chamber"], came: ["head"], absent: [], excused: ["chamber"] },
      {
        event: "transfer-out",
        planned: ["head", "chamber"],
        came: ["head", "chamber"],
        absent: [],
        excused: [],
      },
    ];
    const { delegation, debts } = reportOf(sourcesOf({ rolls }));
    expect(delegation.rolls.map(({ planned, came, excused }) => [planned, came, excused])).toEqual([
      [2, 1, 1],
      [2, 2, 0],
    ]);
    const people = delegation.organisations.flatMap((group) => group.people);
    expect(people.find((one) => one.seat.id === "chamber")).toMatchObject({ planned: 2, came: 1 });
    expect(delegation.organisations[0]?.people[0]?.seat.id).toBe("head");
    expect(debts.delegation).toEqual([]);
  });
});

test("notes are offered to the sections their marks belong to", () => {
  const readers = "organisers" as const;
  expect(sectionsFor({ marks: [], readers })).toEqual(["meetings"]);
  expect(sectionsFor({ marks: ["result", "agreement"], readers })).toEqual(["summary", "meetings"]);
  expect(sectionsFor({ marks: ["remark"], readers })).toEqual(["remarks"]);
  expect(sectionsFor({ marks: ["contact"], readers })).toEqual([]);
  expect(sectionsFor({ marks: [], readers: "released" })).toEqual(["meetings", "press"]);
});

describe("actual time", () => {
  const [timed] = programmeWith({ events: [{ id: "talks", start: "15:00", end: "16:30" }] }).events;
  if (timed === undefined) throw new Error("no event");
  const at = (clock: string, day = "2016-11-17") => Date.parse(`${day}T${clock}:00+07:00`);

  it.each([
    ["15:10–16:40", { start: at("15:10"), end: at("16:40") }],
    ["15.10 - 16.40", { start: at("15:10"), end: at("16:40") }],
    ["15:10 16:40", { start: at("15:10"), end: at("16:40") }],
    ["１５：１０", { start: at("15:10") }],
    ["23:00–00:30", { start: at("23:00"), end: at("00:30", "2016-11-18") }],
  ])("%s", (typed, actual) => {
    expect(actualTime(typed, timed)).toEqual(actual);
  });

  it.each(["", "25:00", "15:61", "завтра", "15:10–", "15:10–16:99"])("«%s» is none", (typed) => {
    expect(actualTime(typed, timed)).toBeUndefined();
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const actual = actualTime(typed, timed);
        expect(actual === undefined || Number.isFinite(actual.start)).toBe(true);
      }),
    );
  });
});

test("a report is due a week after the mission, where its people live", () => {
  expect(reportDueBy(Date.parse("2016-11-18T23:50+03:00"), "Europe/Moscow")).toBe("2016-11-25");
});
