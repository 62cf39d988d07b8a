import { describe, expect, test } from "vitest";
import { currentMission, extraSeat, inOrder, isOrganiser, owedTo } from "../../src/domain/seats.ts";
import { programmeOf } from "../../src/domain/timetable.ts";
import type { Wishes } from "../../src/domain/wishes.ts";
import { at, krasnoyarsk, missionWith, programmeWith, seatOf, tokyo } from "../support/missions.ts";

describe("of several missions a person means", () => {
  const missions = [{ programme: programmeOf(krasnoyarsk, 1) }, { programme: programmeOf(tokyo, 1) }];
  const current = (date: string, among = missions) => currentMission(among, at(date))?.programme.mission.id;

  test("the one that is on", () => {
    expect(current("2016-02-29T12:00")).toBe("tokyo");
    expect(current("2016-11-17T12:00")).toBe("krasnoyarsk");
  });

  test("the next to begin, while none is on", () => {
    expect(current("2016-01-01T12:00")).toBe("tokyo");
    expect(current("2016-06-01T12:00")).toBe("krasnoyarsk");
  });

  test("the last that ended, once all are over", () => {
    expect(current("2017-01-01T12:00")).toBe("krasnoyarsk");
    expect(current("2017-01-01T12:00", [...missions].reverse())).toBe("krasnoyarsk");
  });

  test("the one begun last, of two that are on", () => {
    const span = (id: string, start: string, end: string) => ({
      programme: programmeWith({ id, events: [{ id: "all", start, end }] }),
    });
    const long = span("long", "2016-11-01T09:00", "2016-11-30T18:00");
    const short = span("short", "2016-11-16T09:00", "2016-11-18T18:00");
    expect(current("2016-11-15T12:00", [short, long])).toBe("long");
    expect(current("2016-11-17T12:00", [long, short])).toBe("short");
    expect(current("2016-11-18T18:00", [short, long])).toBe("long");
  });

  test("none, where there is none", () => {
    expect(currentMission([], at("10:00"))).toBeUndefined();
  });
});

describe("seats", () => {
  test("stand in the order of protocol, which is the file's; those made in chat come after", () => {
    const mission = missionWith({
      people: ["governor", "deputy", "aide"].map((id) => ({ id, position: id })),
      events: [{ id: "talk", start: "10:00" }],
    });
    const [governor, deputy, aide] = ["governor", "deputy", "aide"].map((id) => seatOf(mission, id));
    const guests = ["group-b", "group-a"].map((id) => extraSeat(id, "Guest", { group: "business" }));
    const mixed = [...guests, aide, governor, deputy].filter((seat) => seat !== undefined);
    expect(inOrder(mixed, mission).map(({ id }) => id)).toEqual([
      "governor",
      "deputy",
      "aide",
      "group-a",
      "group-b",
    ]);
  });

  test("made in chat are an organiser's or a group's", () => {
    expect(extraSeat("organiser-1", "Organiser", { organiser: true })).toEqual({
      id: "organiser-1",
      position: "Organiser",
      role: "organiser",
    });
    expect(extraSeat("group-1", "Guest", { group: "business" })).toEqual({
      id: "group-1",
      position: "Guest",
      groups: ["business"],
    });
  });

  test("are a delegate's unless the file says organiser", () => {
    const organisers = (krasnoyarsk.people ?? []).filter(isOrganiser);
    expect(organisers.map(({ id }) => id)).toEqual(["protocol", "secretary"]);
  });
});

describe("what a participant is owed", () => {
  const due = (identity: string, dueAt: number) => ({ identity, dueAt });
  const who = { seat: "head", user: 1, chat: 1, language: "en", joinedAt: 100 } as const;

  test("is nothing that was due before they joined", () => {
    const list = [due("early", 100), due("later", 101)];
    expect(owedTo(who, () => list)).toEqual([due("later", 101)]);
  });

  test("stays owed when they change a wish, but a new wish owes nothing that was already due", () => {
    const quarter = due("talk.15", 150);
    const half = due("talk.30", 140);
    const next = due("visit.30", 300);
    const changed = { ...who, wishes: { leads: { event: 30 } }, wishedAt: 160, wishedBefore: {} };
    const listFor = (wishes: Wishes | undefined) =>
      wishes?.leads === undefined ? [quarter] : [half, quarter, next];
    expect(owedTo(changed, listFor)).toEqual([quarter, next]);
  });
});
