/** What a delegate's phone really gets over a whole mission: every message, sounding or not, as the chat has it. */
import { expect, test } from "vitest";
import { ownProgramme } from "../../src/domain/audience.ts";
import { spanOf, zoneAt } from "../../src/domain/timetable.ts";
import { dateIn } from "../../src/domain/zones.ts";
import { isService } from "../../src/rehearsal/bot-api/content.ts";
import { at, krasnoyarsk, testStage, tokyo } from "../support/stage.ts";

const SOUNDING_A_DAY = 8;
const ALL_A_DAY = 12;
const TEN_MINUTES = 10 * 60 * 1000;

test.each([
  [krasnoyarsk, "head", "2016-11-16T12:00", "Europe/Moscow"],
  [tokyo, "governor", "2016-02-26T12:00", "Europe/Moscow"],
] as const)(
  "$id: at most eight that sound and twelve in all on any day; no question sounds beside a reminder",
  async (mission, seat, from, zone) => {
    const stage = await testStage({ now: at(from, zone), missions: [mission] });
    const delegate = await stage.delegate(mission.id, seat, "Delegate", "ru");
    delegate.looksAway();
    const inForce = await stage.app.store.missions.inForce(mission.id);
    const member = await stage.app.store.people.member(mission.id, seat);
    if (inForce === undefined || member === undefined) throw new Error(`${mission.id} has no ${seat}`);
    const own = ownProgramme(inForce.programme, member.seat, {});
    const came: { day: string; at: number; silent: boolean; isPin: boolean; asks: boolean }[] = [];
    stage.api.onMoment(({ kind, room, message, at: now }) => {
      if (kind !== "message" || message === undefined || room !== delegate.room) return;
      const silent = room.find(message.message_id)?.silent ?? false;
      const day = dateIn(zoneAt(own, now, mission.timezone), now);
      const asks = message.text?.includes("Достаточно ответить") ?? false;
      came.push({ day, at: now, silent, isPin: isService(message), asks });
    });
    const { to } = spanOf(inForce.programme);
    await stage.turn(to + 3 * 24 * 60 * 60 * 1000);
    const days = [...new Set(came.map(({ day }) => day))];
    expect(days.length).toBeGreaterThan(2);
    for (const day of days) {
      const ofDay = came.filter((one) => one.day === day);
      expect(ofDay.filter(({ silent }) => !silent).length).toBeLessThanOrEqual(SOUNDING_A_DAY);
      // Also with the line in which the chat says that the card was pinned.
      expect(ofDay.length).toBeLessThanOrEqual(ALL_A_DAY);
      expect(ofDay.filter(({ isPin }) => isPin).length).toBeLessThanOrEqual(1);
    }
    expect(came.some(({ asks }) => asks)).toBe(mission === tokyo);
    const sounding = came.filter(({ silent }) => !silent);
    for (const asked of sounding.filter(({ asks }) => asks)) {
      const beside = sounding.filter((one) => one !== asked && Math.abs(one.at - asked.at) <= TEN_MINUTES);
      expect(beside).toEqual([]);
    }
    expect(delegate.pinned).toEqual([]);
    expect(stage.api.report.unknown).toEqual([]);
  },
);
