/** What was called off and takes place after all: whoever was told of the one is told of the other. */
import { afterEach, expect, it } from "vitest";
import { release } from "../support/releases.ts";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-16T12:00") });
const director = await stage.delegate("krasnoyarsk", "cluster-director", "Директор", "ru");
const scientist = await stage.delegate("krasnoyarsk", "biotechnology", "Scientist", "en");
const head = await stage.delegate("krasnoyarsk", "head", "団長", "ja");
const people = [director, scientist, head];

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

const releases = async (...[edits]: [Parameters<typeof release>[2]]) => {
  for (const person of people) person.looksAway();
  await release(stage, "krasnoyarsk", edits, { atOnce: true });
  await stage.turn(stage.clock.now() + 60_000);
};

it("what comes back is told as restored, whether its cancellation was confirmed or not; to a newcomer it is new", async () => {
  await releases([{ do: "cancel", event: "theatre" }]);
  await director.sees("❌ Отменено: ");
  await director.taps("✅ Принято");
  await scientist.sees("❌ Cancelled: ");
  const trader = await stage.delegate("krasnoyarsk", "machinery", "Торговец", "ru");
  trader.looksAway();
  await releases([{ do: "restore", event: "theatre" }]);
  await director.sees("↩️ Восстановлено: ");
  await scientist.sees("↩️ Restored: ");
  await head.sees("↩️ 復活：");
  await trader.sees("➕ Добавлено: ");
});

it("the same a second time, also with other news in between", async () => {
  await releases([{ do: "cancel", event: "theatre" }]);
  await director.sees("❌ Отменено: ");
  await releases([{ do: "shift", event: "conference", minutes: 15 }]);
  await director.sees("Было 14:30–15:45 → стало 14:45–16:00");
  await releases([{ do: "restore", event: "theatre" }]);
  await director.sees("↩️ Восстановлено: ");
  await releases([{ do: "shift", event: "theatre", minutes: 5 }]);
  director.seesNot("❌");
});
