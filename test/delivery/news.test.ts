/** When people are told of changes, and what goes with it: the evening, the digests, the reminders. */
import { afterEach, describe, expect, it } from "vitest";
import { release } from "../support/releases.ts";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-15T12:00") });
const director = await stage.delegate("krasnoyarsk", "cluster-director", "Директор", "ru");
const scientist = await stage.delegate("krasnoyarsk", "biotechnology", "Scientist", "en");
const head = await stage.delegate("krasnoyarsk", "head", "Глава", "ru");
const people = [director, scientist, head];
const { store } = stage.app;

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

const wait = async (to: string, zone?: string) => {
  for (const person of people) person.looksAway();
  await stage.turn(at(to, zone));
};
const krasnoyarsk = "krasnoyarsk";

describe("more than a day ahead", () => {
  it("changes gather: nothing at once, one notice in the evening where the person is", async () => {
    await release(stage, krasnoyarsk, [{ do: "shift", event: "theatre", minutes: 30 }]);
    await wait("2016-11-15T12:30");
    await release(stage, krasnoyarsk, [{ do: "shift", event: "conference", minutes: 15 }]);
    await wait("2016-11-15T19:59", "Europe/Moscow");
    for (const person of people) person.seesNot("🔁");
    // They are still in St Petersburg.
    await wait("2016-11-15T20:00", "Europe/Moscow");
    const notice = await director.sees("🔁 Изменения в программе: 2");
    expect(notice.text).toContain("Было 19:00–21:30 → стало 19:30–22:00");
    expect(notice.text).toContain("Было 14:30–15:45 → стало 14:45–16:00");
    await scientist.sees("🔁 Changes of programme: 2");
    for (const person of people) await person.taps(/✅ (Принято|Got it)/);
  });

  it("unless they are to be told at once", async () => {
    await release(stage, krasnoyarsk, [{ do: "shift", event: "theatre", minutes: 10 }], { atOnce: true });
    await wait("2016-11-15T20:05", "Europe/Moscow");
    await director.sees("Было 19:30–22:00 → стало 19:40–22:10");
    for (const person of people) await person.taps(/✅ (Принято|Got it)/);
  });

  it("taken back before the evening, nobody hears of them", async () => {
    await release(stage, krasnoyarsk, [{ do: "cancel", event: "lunch" }]);
    await wait("2016-11-15T21:00", "Europe/Moscow");
    await release(stage, krasnoyarsk, [{ do: "restore", event: "lunch" }]);
    await wait("2016-11-16T19:30", "Europe/Moscow");
    for (const person of people) person.seesNot("🔁");
  });

  it("as soon as one of them is less than a day ahead, they are all told, whatever is released in between", async () => {
    // Tomorrow's lunch will be a day ahead at nine.
    await release(stage, krasnoyarsk, [{ do: "start", event: "working-lunch", at: "2016-11-17T16:00" }]);
    await wait("2016-11-16T19:31", "Europe/Moscow");
    await director.sees("Было 13:00–14:00 → стало 16:00–17:00");
    for (const person of people) await person.taps(/✅ (Принято|Got it)/);
  });

  it("whoever joins meanwhile has seen the programme as it is", async () => {
    await wait("2016-11-16T20:30", "Europe/Moscow");
    await release(stage, krasnoyarsk, [{ do: "shift", event: "chief-physicians", minutes: 20 }]);
    const latecomer = await stage.delegate(krasnoyarsk, "machinery", "Newcomer", "en");
    latecomer.looksAway();
    await wait("2016-11-17T20:00");
    latecomer.seesNot("🔁");
    await latecomer.sends("/now");
  });
});

describe("on the day", () => {
  const digestOf = async (seat: string, kind: string) =>
    [...(await store.ledger.of(krasnoyarsk, seat))].find(([identity]) => identity === `digest/${kind}`)?.[1]
      .message;

  it("words only: nobody is rung, and the digest they read is redrawn", async () => {
    await wait("2016-11-18T07:40");
    await release(stage, krasnoyarsk, [
      { do: "set", event: "wrap-up", field: "title", value: { ru: "Итоговая встреча", en: "Last meeting" } },
    ]);
    const before = stage.unasked;
    await wait("2016-11-18T07:41");
    expect(stage.unasked).toBe(before);
    const digest = await digestOf("cluster-director", "morning.2016-11-18");
    expect(director.room.find(digest ?? 0)?.message.text).toContain("Итоговая встреча");
  });

  it("moved, it is reminded of anew; renamed, not twice; cancelled, never", async () => {
    await release(stage, krasnoyarsk, [
      {
        do: "add",
        event: {
          id: "rector",
          kind: "meeting",
          title: "Rector",
          start: "2016-11-18T09:00",
          reminders: ["PT15M"],
        },
      },
      {
        do: "add",
        event: {
          id: "dean",
          kind: "meeting",
          title: "Dean",
          start: "2016-11-18T09:00",
          reminders: ["PT15M"],
        },
      },
    ]);
    await wait("2016-11-18T08:45");
    const both = await scientist.sees("⏰ Rector");
    expect(both.text).toContain("Dean");
    await scientist.taps("✅ Got it");
    await release(stage, krasnoyarsk, [
      { do: "shift", event: "rector", minutes: 60 },
      { do: "set", event: "dean", field: "title", value: "The dean" },
    ]);
    await wait("2016-11-18T08:46");
    await scientist.sees("Was 09:00 → now 10:00");
    // Her day's card may be redrawn; a reminder begins with the alarm clock.
    scientist.seesNot(/^⏰/);
    await wait("2016-11-18T09:45");
    await scientist.sees("⏰ Rector");
    scientist.seesNot("dean");
  });

  it("a change inside the lead is itself the reminder", async () => {
    await release(stage, krasnoyarsk, [
      {
        do: "add",
        event: {
          id: "visit",
          kind: "visit",
          title: "Visit",
          start: "2016-11-18T10:00",
          gathering: { at: "2016-11-18T09:55" },
          reminders: ["PT15M"],
        },
      },
    ]);
    await wait("2016-11-18T09:50");
    const notice = await scientist.sees("➕ Added: Visit");
    expect(JSON.stringify(notice.reply_markup)).toContain("✅ I am here");
    await scientist.taps("✅ I am here", notice);
    expect(scientist.toasts.at(-1)?.text).toBe("Noted: you are here.");
    await wait("2016-11-18T09:54");
    scientist.seesNot("Visit");
    await wait("2016-11-18T09:57");
    await release(stage, krasnoyarsk, [{ do: "end", event: "visit", at: "2016-11-18T10:40" }]);
    await wait("2016-11-18T09:58");
    const later = await scientist.sees("10:00–10:40");
    expect(JSON.stringify(later.reply_markup)).not.toContain("I am here");
  });

  it("cancelled on the way to its reminder, it is not announced", async () => {
    await release(stage, krasnoyarsk, [{ do: "cancel", event: "chief-physicians" }]);
    await wait("2016-11-18T16:00");
    await director.sees("❌ Отменено:");
    director.seesNot(/⏰[^❌]*главными врачами/);
  });
});
