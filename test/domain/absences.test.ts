import { describe, expect, test } from "vitest";
import { absencesOf, isAway, withAbsence, withoutAbsence, withReason } from "../../src/domain/absences.ts";
import { ownProgramme } from "../../src/domain/audience.ts";
import type { Seat } from "../../src/domain/mission.ts";
import { remindersOf } from "../../src/domain/reminders.ts";
import { programmeOf } from "../../src/domain/timetable.ts";
import { missionWith } from "../support/missions.ts";

const anna: Seat = { id: "anna", position: "Anna" };
const programme = programmeOf(
  missionWith({
    people: [anna],
    reminders: { firstOfDay: ["PT1H"] },
    events: [
      { id: "tour", start: "10:00" },
      { id: "talk", start: "12:00" },
    ],
  }),
  1,
);
const own = ownProgramme(programme, anna, {});

describe("an absence", () => {
  const away = withAbsence({ quiet: { from: "22:00", to: "07:00" } }, "tour", { at: 5 });

  test("keeps its instant and its reason when it is said again, and every other wish", () => {
    const why = withReason(away, "tour", "ill");
    expect(withAbsence(why, "tour", { at: 9 })).toEqual(why);
    expect(why).toEqual({ quiet: { from: "22:00", to: "07:00" }, away: { tour: { at: 5, reason: "ill" } } });
    expect(withReason(away, "talk", "ill")).toEqual(away);
  });

  test("taken back counts no more, is remembered, and can be said anew", () => {
    const back = withoutAbsence(away, "tour", 7);
    expect([isAway(away, "tour"), isAway(back, "tour")]).toEqual([true, false]);
    expect(withoutAbsence(back, "tour", 8)).toEqual(back);
    expect(withAbsence(back, "tour", { at: 9 }).away).toEqual({ tour: { at: 9 } });
  });

  test("is reminded of no more, and the day begins with what the person will come to", () => {
    const leads = (wishes = {}) =>
      remindersOf(programme, own, wishes).map(({ identity }) => identity.replace(/\d{9,}/, ""));
    expect(leads()).toEqual(["tour..60", "tour..15", "talk..15"]);
    expect(leads(away)).toEqual(["talk..60", "talk..15"]);
    expect(leads(withoutAbsence(away, "tour", 7))).toEqual(leads());
  });

  test("is of interest until the event is over", () => {
    const members = [{ seat: anna, spokenFor: away }];
    const [tour] = programme.events;
    const end = (tour?.start ?? 0) + 60 * 60 * 1000;
    expect(absencesOf(members, programme.events, end - 1)).toMatchObject([
      { seat: anna, absence: { at: 5 } },
    ]);
    expect(absencesOf(members, programme.events, end)).toEqual([]);
  });
});
