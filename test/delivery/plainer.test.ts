/** A Bot API server older than what is in our messages still gets every word of them. */
import { expect, test } from "vitest";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({
  now: at("2016-11-17T09:00"),
  lacks: ["ephemeral messages", "rich messages", "date-time entities", "copying buttons"],
});

test("hours are text, and an address is read instead of copied", async () => {
  const director = await stage.delegate("krasnoyarsk", "cluster-director", "Директор", "ru");
  await director.sees("Слышали звук?");
  await director.sends("/today");
  const day = await director.sees("▶️ 08:40–09:30");
  expect(day.entities?.map(({ type }) => type)).not.toContain("date_time");
  expect(day.entities?.map(({ type }) => type)).toContain("bold");
  await director.taps("11:00 Церемония");
  const card = await director.sees("Сбор в 10:15");
  const labels = (card.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
  expect(labels).toContain("📍 На карте");
  expect(labels.join()).not.toContain("Скопировать");
});

test("what is due arrives", async () => {
  const chief = await stage.delegate("krasnoyarsk", "machinery", "Директор", "ru");
  await stage.turn(at("2016-11-17T10:00"));
  await chief.sees("⏰ Сбор в 10:15");
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});
