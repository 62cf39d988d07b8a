import { expect, test } from "vitest";
import { at, testStage } from "../support/stage.ts";

test("a stage turned back plays the same hours again", async () => {
  const stage = await testStage({ now: at("2016-11-17T09:00") });
  const delegate = await stage.delegate("krasnoyarsk", "head", "Глава", "ru");
  await stage.turn(at("2016-11-17T10:30"));
  await delegate.sees("⏰ Сбор в 10:15");
  delegate.looksAway();
  await stage.turn(at("2016-11-17T09:30"));
  delegate.seesNot("⏰ Сбор в 10:15");
  await stage.turn(at("2016-11-17T10:30"));
  await delegate.sees("⏰ Сбор в 10:15");
  expect(stage.unasked).toBe(2);
});
