import { describe, expect, test } from "vitest";
import { ownProgramme } from "../../src/domain/audience.ts";
import { digestInstantsOf, digestsOf } from "../../src/domain/digests.ts";
import type { Mission } from "../../src/domain/mission.ts";
import { programmeOf } from "../../src/domain/timetable.ts";
import { at, krasnoyarsk, tokyo } from "../support/stage.ts";

function digestsFor(mission: Mission, seatId: string) {
  const programme = programmeOf(mission, 1);
  const seat = mission.people?.find(({ id }) => id === seatId);
  if (seat === undefined) throw new Error(`no seat ${seatId}`);
  return digestsOf(programme, ownProgramme(programme, seat, {}));
}

describe("digests", () => {
  test("come on each evening before and each morning of a day with events, by the clock where the day begins", () => {
    expect(digestsFor(krasnoyarsk, "head").map(({ identity, dueAt }) => [identity, dueAt])).toEqual([
      ["digest/evening.2016-11-15", at("2016-11-15T20:00", "Europe/Moscow")],
      ["digest/morning.2016-11-16", at("2016-11-16T07:30", "Europe/Moscow")],
      ["digest/evening.2016-11-16", at("2016-11-16T20:00", "Europe/Moscow")],
      ["digest/morning.2016-11-17", at("2016-11-17T07:15")],
      ["digest/evening.2016-11-17", at("2016-11-17T20:00")],
      ["digest/morning.2016-11-18", at("2016-11-18T06:30")],
    ]);
  });

  test("come at home for the briefing at home", () => {
    const last = digestsFor(tokyo, "governor").filter(({ about }) => about === "2016-03-03");
    expect(last.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ["evening", at("2016-03-02T20:00", "Asia/Tokyo")],
      ["morning", at("2016-03-03T07:00", "Europe/Moscow")],
    ]);
  });

  test("expire: the evening one at midnight, the morning one with the day's last event", () => {
    const [evening, morning] = digestsFor(krasnoyarsk, "head").filter(({ about }) => about === "2016-11-17");
    expect(evening?.expiresAt).toBe(at("2016-11-17T00:00", "Europe/Moscow"));
    expect(morning?.expiresAt).toBe(at("2016-11-17T21:30"));
  });

  test("can be switched off, by the mission and by each person", () => {
    const programme = programmeOf({ ...krasnoyarsk, digest: { evening: null, morning: "08:00" } }, 1);
    const seat = { id: "one", position: "one" };
    const own = ownProgramme(programme, seat, {});
    expect(new Set(digestsOf(programme, own).map(({ kind }) => kind))).toEqual(new Set(["morning"]));
    expect(digestsOf(programme, own, { withoutMorning: true })).toEqual([]);
    expect(digestsOf(programmeOf({ ...krasnoyarsk, digest: null }, 1), own)).toEqual([]);
  });

  test.each([krasnoyarsk, tokyo])(
    "the tick knows every instant at which anybody's is due: $id",
    (mission) => {
      const instants = new Set(digestInstantsOf(programmeOf(mission, 1)));
      for (const { id } of mission.people ?? []) {
        for (const { dueAt } of digestsFor(mission, id)) expect(instants).toContain(dueAt);
      }
    },
  );
});
