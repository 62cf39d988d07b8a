/** What waited at the gate while the programme changed is not sent as it was: a cancelled event is never announced. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { brisk } from "../support/brisk.ts";
import { delegationWith, seatEverybody } from "../support/delegation.ts";
import { at } from "../support/missions.ts";
import { release } from "../support/releases.ts";
import { testStage } from "../support/stage.ts";

const mission = delegationWith({
  delegates: 6,
  events: [
    { id: "briefing", start: "10:00", end: "11:00", reminders: ["PT15M"] },
    { id: "reception", start: "19:00", end: "21:00", reminders: ["PT15M"] },
  ],
});
// At the bot's own pace: what is in flight when everybody has to wait is one message.
const pace = { ...brisk.pace, messagesPerSecond: 28 };
const stage = await testStage({ now: at("08:00"), missions: [mission], pace });
const { api, app, clock } = stage;
const people = [...(await seatEverybody(api, app.store, mission, at("08:00"))).values()];
await app.settle();

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
});

/** Everybody has to wait a second; the release falls into that second. */
async function releaseWhileWaiting(due: string, edits: Parameters<typeof release>[2]): Promise<void> {
  const wait = {
    error_code: 429,
    description: "Too Many Requests: retry after 1",
    parameters: { retry_after: 1 },
  };
  // More than one chat is refused, so it is the whole bot that has to wait.
  api.faults.next({ method: "sendMessage", kind: wait, times: 2 });
  clock.turn(at(due));
  const settled = app.settle();
  const { redis, keys } = app.store;
  while ((await redis.exists(`${keys.prefix}:gate:paused`)) === 0) await sleep(5);
  await release(stage, mission.id, edits);
  // Whoever had it before then had it rightly.
  for (const one of people) one.looksAway();
  await settled;
  await app.settle();
}

it("a reminder composed before a long wait is not sent once its event is cancelled", async () => {
  await releaseWhileWaiting("09:45", [{ do: "cancel", event: "briefing" }]);
  for (const one of people) {
    one.seesNot("⏰ briefing");
    await one.sees("❌ Cancelled: briefing");
  }
});
