import { afterEach, describe, expect, it } from "vitest";
import { release } from "../support/releases.ts";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T08:00") });
const director = await stage.delegate("krasnoyarsk", "cluster-director", "Директор", "ru");
const scientist = await stage.delegate("krasnoyarsk", "biotechnology", "Scientist", "en");

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

const wait = async (to: string) => {
  for (const person of [director, scientist]) person.looksAway();
  await stage.turn(at(to));
};

describe("a change of today's programme", () => {
  it("reaches everybody it touches at once, old and new, each in their language", async () => {
    await release(stage, "krasnoyarsk", [{ do: "shift", event: "wreath-laying", minutes: 30 }]);
    await wait("2016-11-17T08:01");
    const notice = await director.sees("🔁 Изменение в программе");
    console.log(director.screen().slice(-900));
    console.log(scientist.screen().slice(-900));
    expect(notice.text).toContain("стало");
    await scientist.sees("🔁 Change of programme");
    await director.taps("✅ Принято");
    expect(director.toasts.at(-1)?.text).toBe("Спасибо, отмечено.");
  });

  it("taken back before anybody was told says nothing", async () => {
    await release(stage, "krasnoyarsk", [{ do: "shift", event: "wreath-laying", minutes: 10 }]);
    await release(stage, "krasnoyarsk", [{ do: "shift", event: "wreath-laying", minutes: -10 }]);
    await wait("2016-11-17T08:02");
    director.seesNot("🔁");
  });
});
