import { readFileSync } from "node:fs";
import { DateTime } from "luxon";
import { afterAll } from "vitest";
import type { Mission } from "../../src/domain/mission.ts";
import { readMission } from "../../src/domain/mission-check.ts";
import { createLog } from "../../src/log.ts";
import { type Stage, type StageSet, setStage } from "../../src/rehearsal/stage.ts";
import { brisk } from "./brisk.ts";
import { testRedis } from "./redis.ts";

export const krasnoyarsk = missionIn("data/missions/krasnoyarsk.json");
export const tokyo = missionIn("data/missions/tokyo.json");

function missionIn(file: string): Mission {
  const reading = readMission(readFileSync(file));
  if (!reading.ok) throw new Error(`${file} has ${reading.problems.length} problems`);
  return reading.mission;
}

/** An instant of programme time: `at("2016-11-17T10:00", "Asia/Krasnoyarsk")`. */
export function at(local: string, zone = "Asia/Krasnoyarsk"): number {
  return DateTime.fromISO(local, { zone }).toMillis();
}

/** A stage of a test file's own on the suite's Redis, struck after its last test. */
export async function testStage(set: Partial<StageSet> & { now: number }): Promise<Stage> {
  const { url, prefix } = await testRedis();
  const stage = await setStage({
    missions: [krasnoyarsk],
    redisUrl: url,
    prefix,
    log: createLog(process.env.TEST_LOG ?? "silent"),
    ...brisk,
    ...set,
  });
  afterAll(() => stage.stop());
  return stage;
}
