/** kill -9 of any process, or of Redis, while much is owed: nothing is lost, and only what was in flight is repeated. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, type TestContext, test } from "vitest";
import { CONCURRENCY } from "../../src/delivery/worker.ts";
import { expectExact } from "../support/account.ts";
import { type Scene, setScene } from "../support/processes.ts";

const heads = 60;
/** Machine time, milliseconds: until work goes on after a crash. */
const resumesWithin = 10_000;

const folder = await mkdtemp(join(tmpdir(), "attache-crash-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function sceneOf({ onTestFinished }: TestContext, name: string): Promise<Scene> {
  const scene = await setScene(join(folder, name), heads);
  onTestFinished(() => scene.stop());
  return scene;
}

/** Somewhere in the first two thirds. */
const someMessages = () => 5 + Math.floor(Math.random() * (heads / 2));

/**
 * Everything has ended, in time, and came at most as often again as the crashes had in flight: three at our pace on a
 * line of 100 ms, and never more than a process takes in hand, however slow the machine.
 */
async function expectAllDelivered(scene: Scene, lastCrash: number, crashes: number): Promise<void> {
  const account = await scene.settled(resumesWithin + 5000);
  expectExact(account, { repeatsAtMost: crashes * CONCURRENCY });
  expect(account).toMatchObject({ owed: scene.owed, delivered: scene.owed });
  const messages = scene.arrivals.filter((at) => at > lastCrash);
  expect(messages.length).toBeGreaterThan(0);
  expect(Math.max(...messages) - lastCrash).toBeLessThan(resumesWithin);
  expect(scene.api.report.answered429).toBe(0);
}

describe.concurrent("killed in the middle of what is owed", () => {
  test("the process that delivers", async (context) => {
    const scene = await sceneOf(context, "delivery");
    const first = await scene.start(["tick", "delivery"], "quick");
    await scene.arrived(someMessages());
    await first.kill();
    const crash = performance.now();
    await scene.start(["tick", "delivery"], "quick");
    await expectAllDelivered(scene, crash, 1);
  });

  test("the process that delivers, and the one that took its place: nothing fails for good", async (context) => {
    const scene = await sceneOf(context, "twice");
    const first = await scene.start(["tick", "delivery"], "quick");
    const before = someMessages();
    await scene.arrived(before);
    await first.kill();
    const second = await scene.start(["tick", "delivery"], "quick");
    await scene.arrived(before + 10);
    await second.kill();
    const crash = performance.now();
    await scene.start(["tick", "delivery"], "quick");
    await expectAllDelivered(scene, crash, 2);
  });

  test("the process people speak with: what they asked meanwhile is answered by the next", async (context) => {
    const scene = await sceneOf(context, "chat");
    const [chat] = await Promise.all([
      scene.start(["chat"], "quick"),
      scene.start(["tick", "delivery"], "quick"),
    ]);
    await scene.arrived(someMessages());
    await chat.kill();
    const crash = performance.now();
    const [one, other] = scene.people;
    if (!one || !other) throw new Error("Nobody is there");
    for (const person of [one, other]) await person.sends("/programme", { wait: false });
    await scene.start(["chat"], "quick");
    for (const person of [one, other]) await person.sees("Visit", resumesWithin);
    expect(performance.now() - crash).toBeLessThan(resumesWithin);
    await expectAllDelivered(scene, crash, 1);
  });

  test("Redis", async (context) => {
    const scene = await sceneOf(context, "redis");
    await scene.start(["tick", "delivery"]);
    await scene.arrived(someMessages());
    await scene.killRedis(1500);
    // Whoever has sent something lives, and enters it once Redis is back.
    await expectAllDelivered(scene, performance.now(), 0);
  });
}, 40_000);
