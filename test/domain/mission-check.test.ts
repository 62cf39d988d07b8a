import { describe, expect, test } from "vitest";
import { readMission } from "../../src/domain/mission-check.ts";
import { event, missionFile, problemsIn, warningsIn } from "./mission-file.ts";

const problemsOf = (...events: unknown[]) => problemsIn(missionFile({ events }));
const warningsOf = (...events: unknown[]) => warningsIn(missionFile({ events }));

test("a file without a mistake is a mission", () => {
  const reading = readMission(missionFile());
  expect(reading).toMatchObject({ ok: true, mission: { id: "visit" }, warnings: [] });
});

describe("the shape of a field", () => {
  test.each([
    [{ kind: "ceremon" }, "events[0].kind kind-unknown"],
    [{ status: "perhaps" }, "events[0].status not-among"],
    [{ start: "2016-11-31T10:00" }, "events[0].start date-impossible"],
    [{ start: "2015-02-29T10:00" }, "events[0].start date-impossible"],
    [{ start: "2016-11-17T10:00+07:00" }, "events[0].start time-offset"],
    [{ start: "2016-11-17T10:00Z" }, "events[0].start time-offset"],
    [{ start: "17.11.2016 10:00" }, "events[0].start time-malformed"],
    [{ title: "" }, "events[0].title text-empty"],
    [{ title: {} }, "events[0].title text-empty"],
    [{ title: { en: "  " } }, "events[0].title.en text-empty"],
    [{ title: { fr: "Gerbe" } }, "events[0].title.fr language-unknown"],
    [{ title: { en: 7 } }, "events[0].title.en wrong-type"],
    [{ title: ["a"] }, "events[0].title wrong-type"],
    [{ title: "x".repeat(301) }, "events[0].title text-long"],
    [{ venue: null }, "events[0].venue field-null"],
    [{ capacity: "30" }, "events[0].capacity wrong-type"],
    [{ capacity: 2.5 }, "events[0].capacity number-whole"],
    [{ capacity: 0 }, "events[0].capacity capacity-range"],
    [{ fixed: "yes" }, "events[0].fixed wrong-type"],
    [{ gathering: "09:40" }, "events[0].gathering wrong-type"],
    [{ gathering: [] }, "events[0].gathering wrong-type"],
    [{ groups: {} }, "events[0].groups wrong-type"],
    [{ groups: ["officials", 7] }, "events[0].groups[1] wrong-type"],
    [{ reminders: ["15m"] }, "events[0].reminders[0] duration-malformed"],
    [{ reminders: ["PT0M"] }, "events[0].reminders[0] lead-zero"],
    [{ reminders: ["P8D"] }, "events[0].reminders[0] lead-long"],
    [{ documents: [{ title: "Draft", url: "file:///draft" }] }, "events[0].documents[0].url url-malformed"],
    [{ bring: Array(21).fill("passport") }, "events[0].bring list-long"],
  ])("%j", (change, expected) => {
    expect(problemsOf(event(change))).toEqual([expected]);
  });

  test.each([
    [{ format: 2 }, "format format-unknown"],
    [{ id: "The Visit" }, "id id-malformed"],
    [{ timezone: "Asia/Atlantis" }, "timezone zone-unknown"],
    [{ timezone: "+07:00" }, "timezone zone-unknown"],
    [{ languages: [] }, "languages list-empty"],
    [{ languages: ["de"] }, "languages[0] language-unknown"],
    [{ colour: "blue" }, "colour colour-malformed"],
    [{ digest: { evening: "8 pm" } }, "digest.evening clock-malformed"],
    [{ reminders: { visti: [] } }, "reminders.visti field-unknown"],
    [{ contacts: [{ id: "duty", role: "Duty", phone: "112" }] }, "contacts[0].phone phone-malformed"],
    [
      { contacts: [{ id: "duty", role: "Duty", telegram: "duty" }] },
      "contacts[0].telegram telegram-malformed",
    ],
    [{ events: [] }, "events list-empty"],
    [{ events: {} }, "events wrong-type"],
    [{ events: Array(2001).fill(event()) }, "events list-long"],
  ])("%j", (change, expected) => {
    expect(
      problemsIn(missionFile(change)).filter((problem) => problem !== "" && !problem.includes("id-twice")),
    ).toEqual([expected]);
  });

  test.each([
    [{ latitude: 91, longitude: 181 }, ["latitude-range", "longitude-range"]],
    [{ latitude: 92.86, longitude: 56.02 }, ["coordinates-swapped"]],
    [{ latitude: -90, longitude: 180 }, []],
  ])("coordinates %j", (location, codes) => {
    const problems = problemsIn(missionFile({ venues: [{ id: "memorial", name: "Memorial", location }] }));
    expect(problems.map((problem) => problem.split(" ")[1])).toEqual(codes);
  });

  test("digest may be switched off, whole or in part", () => {
    expect(problemsIn(missionFile({ digest: null }))).toEqual([]);
    expect(problemsIn(missionFile({ digest: { morning: null, evening: "20:00" } }))).toEqual([]);
  });

  test("a missing field is named, a misspelt one is not missing as well", () => {
    expect(problemsOf(event({ start: undefined }))).toEqual(["events[0].start field-missing"]);
    expect(problemsOf(event({ title: undefined, tittle: "Wreath" }))).toEqual([
      "events[0].tittle field-unknown",
    ]);
  });

  test("a word nearly right brings the right one to mind", () => {
    const near = (file: string) => {
      const reading = readMission(file);
      return reading.ok ? [] : reading.problems.map(({ values }) => values.near);
    };
    expect(near(missionFile({ events: [event({ kind: "ceremon" })] }))).toEqual(["ceremony"]);
    expect(near(missionFile({ events: [event({ venu: "memorial" })] }))).toEqual(["venue"]);
    expect(near(missionFile({ events: [event({ venue: "memorail" })] }))).toEqual(["memorial"]);
    expect(near(missionFile({ timezone: "Moscow" }))).toEqual(["Europe/Moscow"]);
    expect(near(missionFile({ timezone: "Asia/Krasnojarsk" }))).toEqual(["Asia/Krasnoyarsk"]);
    expect(near(missionFile({ events: [event({ kind: "excursion" })] }))).toEqual([undefined]);
  });
});

describe("the order of times", () => {
  test.each([
    [{ end: "2016-11-17T09:30" }, "events[0].end end-before-start"],
    [{ end: "2016-11-17T10:00" }, "events[0].end end-at-start"],
    [{ gathering: { at: "2016-11-17T10:10" } }, "events[0].gathering.at gathering-late"],
    [{ gathering: { at: "2016-11-17T10:00" } }, "events[0].gathering.at gathering-late"],
    [
      { gathering: { at: "2016-11-17T09:30", departs: "2016-11-17T09:20", place: "Lobby" } },
      "events[0].gathering.departs departs-early",
    ],
    [
      { gathering: { at: "2016-11-17T09:30", departs: "2016-11-17T10:20", place: "Lobby" } },
      "events[0].gathering.departs departs-late",
    ],
  ])("%j", (change, expected) => {
    expect(problemsOf(event(change))).toEqual([expected]);
  });

  test("a gathering out of order with all else is one mistake", () => {
    const gathering = { at: "2016-11-17T10:10", departs: "2016-11-17T10:20", place: "Lobby" };
    expect(problemsOf(event({ gathering }))).toEqual(["events[0].gathering.at gathering-late"]);
  });

  test("an event may last over midnight, and its end may be unknown", () => {
    expect(problemsOf(event({ end: "2016-11-18T01:00" }))).toEqual([]);
    expect(problemsOf(event({ end: undefined }))).toEqual([]);
  });

  test("a flight west may land before it left by the clock, for each end has its own zone", () => {
    const flight = { kind: "travel", venue: "memorial", to: "pulkovo", start: "2016-11-18T20:10" };
    expect(problemsOf(event({ ...flight, end: "2016-11-18T20:50" }))).toEqual([]);
    expect(problemsOf(event({ ...flight, end: "2016-11-18T18:00" }))).toEqual([]);
    expect(problemsOf(event({ ...flight, end: "2016-11-18T16:00" }))).toEqual([
      "events[0].end end-before-start",
    ]);
  });

  test("a flight east must allow for the hours it loses", () => {
    const flight = { kind: "travel", venue: "pulkovo", to: "memorial", start: "2016-11-16T23:35" };
    expect(problemsOf(event({ ...flight, end: "2016-11-17T08:00" }))).toEqual([]);
    expect(problemsOf(event({ ...flight, end: "2016-11-17T03:00" }))).toEqual([
      "events[0].end end-before-start",
    ]);
  });

  test("times are shown with the date where the days differ, with the zone where the zones do", () => {
    const shown = (change: Record<string, unknown>) => {
      const reading = readMission(missionFile({ events: [event(change)] }));
      return reading.ok ? [] : reading.problems.map(({ values }) => `${values.first} → ${values.second}`);
    };
    expect(shown({ end: "2016-11-17T09:30" })).toEqual(["10:00 → 09:30"]);
    expect(shown({ end: "2016-11-16T11:00" })).toEqual(["2016-11-17 10:00 → 2016-11-16 11:00"]);
    expect(shown({ kind: "travel", venue: "pulkovo", to: "memorial", end: "2016-11-17T11:00" })).toEqual([
      "10:00 Europe/Moscow → 11:00 Asia/Krasnoyarsk",
    ]);
  });

  test("a time the clock skips is a problem, one it repeats a warning", () => {
    const inNewYork = (start: string, end: string) =>
      missionFile({ timezone: "America/New_York", events: [event({ venue: undefined, start, end })] });
    expect(problemsIn(inNewYork("2016-03-13T02:30", "2016-03-13T04:00"))).toEqual([
      "events[0].start time-skipped",
    ]);
    expect(problemsIn(inNewYork("2016-11-06T01:30", "2016-11-06T04:00"))).toEqual([]);
    expect(warningsIn(inNewYork("2016-11-06T01:30", "2016-11-06T04:00"))).toEqual([
      "events[0].start time-repeated",
    ]);
  });
});

describe("ids", () => {
  test.each([
    [{ venue: "museum" }, "events[0].venue id-unknown"],
    [{ to: "museum", kind: "transfer" }, "events[0].to id-unknown"],
    [{ contact: "doctor" }, "events[0].contact id-unknown"],
    [{ vehicles: ["bus-1", "train"] }, "events[0].vehicles[1] id-unknown"],
    [{ groups: ["press"] }, "events[0].groups[0] id-unknown"],
    [{ roles: [{ role: "signs", person: "minister" }] }, "events[0].roles[0].person id-unknown"],
  ])("%j", (change, expected) => {
    expect(problemsOf(event(change))).toEqual([expected]);
  });

  test.each([
    [{ groups: [{ id: "officials", title: "Officials", escort: "nobody" }] }, "groups[0].escort id-unknown"],
    [{ vehicles: [{ id: "bus-1", name: "Bus", escort: "nobody" }] }, "vehicles[0].escort id-unknown"],
    [{ people: [{ id: "guide", position: "Guide", vehicle: "train" }] }, "people[0].vehicle id-unknown"],
    [{ people: [{ id: "guide", position: "Guide", groups: ["press"] }] }, "people[0].groups[0] id-unknown"],
    [{ people: [{ id: "guide", position: "Aide", aideOf: "head" }] }, "people[0].aideOf id-unknown"],
    [{ people: [{ id: "guide", position: "Aide", aideOf: "guide" }] }, "people[0].aideOf aide-self"],
  ])("%j", (change, expected) => {
    expect(problemsIn(missionFile(change))).toEqual([expected]);
  });

  test("given twice are a problem that names the other place", () => {
    const reading = readMission(
      missionFile({ events: [event(), event({ start: "2016-11-18T10:00", end: undefined })] }),
    );
    expect(reading).toMatchObject({
      problems: [{ path: "events[1].id", code: "id-twice", values: { other: "events[0].id" } }],
    });
  });

  test("may be the same for things of different kinds", () => {
    expect(problemsOf(event({ id: "memorial" }))).toEqual([]);
  });

  test("of aides do not go in a circle, which is reported once", () => {
    const aide = (id: string, aideOf: string) => ({ id, position: "Aide", aideOf });
    const people = [aide("guide", "b"), aide("a", "b"), aide("b", "c"), aide("c", "a")];
    expect(problemsIn(missionFile({ people }))).toEqual(["people[1].aideOf aide-circle"]);
  });
});

describe("one line for one mistake", () => {
  test("mistakes of shape and of sense are found together, in the order of the file", () => {
    const events = [
      event({ tittle: "x", end: "2016-11-17T09:30", venue: "museum" }),
      event({ id: "parade", kind: "ceremon", start: "2016-11-18T10:00", end: "2016-11-18T09:00" }),
    ];
    expect(problemsIn(missionFile({ format: 2, events }))).toEqual([
      "format format-unknown",
      "events[0].end end-before-start",
      "events[0].venue id-unknown",
      "events[0].tittle field-unknown",
      "events[1].kind kind-unknown",
      "events[1].end end-before-start",
    ]);
  });

  test("an end is not compared with a start that cannot be read", () => {
    expect(problemsOf(event({ start: "ten o'clock", end: "2016-11-01T09:00" }))).toEqual([
      "events[0].start time-malformed",
    ]);
  });

  test("a venue with a mistake in it is still a venue", () => {
    expect(problemsIn(missionFile({ venues: [{ id: "memorial", name: 7 }] }))).toEqual([
      "venues[0].name wrong-type",
    ]);
    expect(problemsIn(missionFile({ venues: [{ id: "The Memorial", name: "Memorial" }] }))).toEqual([
      "venues[0].id id-malformed",
    ]);
    expect(problemsIn(missionFile({ venues: "none" }))).toEqual(["venues wrong-type"]);
  });

  test("an id that cannot be read may be the one others refer to, but a slip elsewhere is still found", () => {
    const venues = [
      { id: "The Memorial", name: "Memorial" },
      { id: "hall", name: "Hall" },
    ];
    const later = (day: number, changes: object) =>
      event({ id: `day-${day}`, start: `2016-11-${day}T10:00`, end: undefined, ...changes });
    const events = [event(), later(18, {}), later(19, { venue: "hal" })];
    expect(problemsIn(missionFile({ venues, events }))).toEqual([
      "venues[0].id id-malformed",
      "events[2].venue id-unknown",
    ]);
  });

  test("a vehicle left out is missed once, not by everybody who rides in it", () => {
    const people = ["guide", "a", "b", "c"].map((id) => ({ id, position: "Guest", vehicle: "bus-1" }));
    expect(problemsIn(missionFile({ people, vehicles: [] }))).toEqual(["people[0].vehicle id-unknown-often"]);
  });

  test("a zone that cannot be read does not spoil the order of two times in it", () => {
    expect(
      problemsIn(missionFile({ timezone: "Nowhere", events: [event({ end: "2016-11-17T09:00" })] })),
    ).toEqual(["timezone zone-unknown", "events[0].end end-before-start"]);
  });

  test("but times of two zones cannot be compared when one is unknown", () => {
    const flight = event({ kind: "travel", venue: "pulkovo", to: "nowhere", end: "2016-11-17T09:00" });
    expect(problemsOf(flight)).toEqual(["events[0].to id-unknown"]);
  });

  test("groups that cannot be read do not make an event everybody's", () => {
    const file = missionFile({
      events: [event({ groups: "officials" }), event({ id: "parade", groups: ["business"] })],
    });
    expect(problemsIn(file)).toEqual(["events[0].groups wrong-type"]);
    expect(warningsIn(file)).toEqual([]);
  });

  test("a language listed twice", () => {
    expect(problemsIn(missionFile({ languages: ["en", "en"] }))).toEqual(["languages[1] language-twice"]);
  });
});

describe("warnings", () => {
  const parade = (changes: object = {}) =>
    event({ id: "parade", start: "2016-11-17T10:30", end: "2016-11-17T12:00", ...changes });

  test("the same people in two places", () => {
    expect(warningsOf(event(), parade())).toEqual(["events[1] overlap"]);
    expect(warningsOf(event({ groups: ["officials"] }), parade())).toEqual(["events[1] overlap"]);
    expect(warningsOf(event({ end: undefined }), parade({ start: "2016-11-17T10:00" }))).toEqual([
      "events[1] overlap",
    ]);
  });

  test("but not different people, nor what nobody is bound to, nor the organisers' own work", () => {
    expect(warningsOf(event({ groups: ["officials"] }), parade({ groups: ["business"] }))).toEqual([]);
    expect(warningsOf(event(), parade({ optional: true }))).toEqual([]);
    expect(warningsOf(event(), parade({ kind: "free" }))).toEqual([]);
    expect(warningsOf(event(), parade({ audience: "organisers" }))).toEqual([]);
    expect(warningsOf(event(), parade({ start: "2016-11-17T11:00" }))).toEqual([]);
  });

  test("a choice has several members that run beside each other", () => {
    const choice = "roundtables";
    expect(warningsOf(event({ choice }), parade({ choice }))).toEqual([]);
    expect(warningsOf(event({ choice }))).toEqual(["events[0].choice choice-single"]);
    const apart = parade({ choice, start: "2016-11-17T15:00", end: "2016-11-17T16:00" });
    expect(warningsOf(event({ choice }), apart)).toEqual([
      "events[0].choice choice-apart",
      "events[1].choice choice-apart",
    ]);
  });

  test.each([
    [{ to: "pulkovo", end: undefined }, "events[0].to to-idle"],
    [{ capacity: 30 }, "events[0].capacity capacity-idle"],
    [{ reminders: ["P1D", "PT24H"] }, "events[0].reminders[1] lead-twice"],
    [{ groups: ["officials", "officials"] }, "events[0].groups[1] listed-twice"],
    [
      { gathering: { at: "2016-11-17T09:30", departs: "2016-11-17T09:40" } },
      "events[0].gathering gathering-placeless",
    ],
    [{ title: { en: "Wreath", ja: "献花式" } }, "languages language-unlisted"],
  ])("%j", (change, expected) => {
    expect(problemsOf(event(change))).toEqual([]);
    expect(warningsOf(event(change))).toEqual([expected]);
  });
});
