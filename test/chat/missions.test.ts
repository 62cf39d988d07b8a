/** A person in several missions: the one that is meant goes by date, until they switch; what is over is read and is quiet. */
import { afterEach, describe, expect, it } from "vitest";
import type { Mission } from "../../src/domain/mission.ts";
import type { Person } from "../../src/rehearsal/people.ts";
import { release } from "../support/releases.ts";
import { at, testStage, krasnoyarsk as visit } from "../support/stage.ts";

/** The same visit a week later, elsewhere by name. */
const laterVisit: Mission = {
  ...JSON.parse(
    JSON.stringify(visit).replaceAll(/2016-11-1([678])/g, (_, day: string) => `2016-11-2${Number(day) - 3}`),
  ),
  id: "volga",
  title: { ru: "Миссия на Волгу", en: "Mission to the Volga" },
};
const stage = await testStage({ now: at("2016-11-15T12:00"), missions: [visit, laterVisit] });
const { store } = stage.app;
const people = {
  ru: await stage.delegate("krasnoyarsk", "cluster-director", "Директор", "ru"),
  en: await stage.delegate("krasnoyarsk", "biotechnology", "Scientist", "en"),
  ja: await stage.delegate("krasnoyarsk", "head", "団長", "ja"),
};
const everybody = Object.values(people);

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

const wait = async (to: string) => {
  for (const one of everybody) one.looksAway();
  await stage.turn(at(to));
};
const spoken = (who: Person) => who.room.history().filter(({ mine }) => mine).length;

describe("a second mission", () => {
  it("is joined by another invitation, and the first to begin is still the one that is meant", async () => {
    for (const [who, seat] of [
      [people.ru, "cluster-director"],
      [people.en, "biotechnology"],
      [people.ja, "head"],
    ] as const) {
      const when = { now: stage.clock.now(), expiresAt: at("2016-12-01T00:00") };
      const code = await store.invitations.create({ kind: "seat", mission: "volga", seat }, 1, when);
      await who.opens(`https://t.me/${stage.api.bot.username}?start=${code}`);
      await who.taps("✅");
    }
    // They are welcomed to the mission they have come to, and told which one they are shown.
    await people.ru.sees(/Пока бот показывает другую вашу миссию: Культурно-деловая миссия/);
    await people.ru.sees("Среда, 23 ноября");
    await people.ru.sends("/programme");
    await people.ru.sees("Культурно-деловая миссия");
    await people.ru.sends("/help");
    await people.ru.sees("/missions");
  });

  it("is switched to, and back", async () => {
    await people.en.sends("/missions");
    await people.en.sees("Which");
    await people.en.taps("Mission to the Volga");
    await people.en.sends("/programme");
    await people.en.sees("Mission to the Volga");
    await people.en.sends("/missions");
    await people.en.taps("Cultural and business mission");
    await people.en.sends("/programme");
    await people.en.sees("Cultural and business mission");
    await people.ja.sends("/missions");
    await people.ja.taps("Volga");
    await people.ja.sends("/programme");
    await people.ja.sees("Mission to the Volga");
  });
});

describe("by date", () => {
  it("the one that is on is meant, and reminders of both come each in its time", async () => {
    await wait("2016-11-17T10:05");
    for (const one of everybody) await one.sees("⏰");
    await wait("2016-11-20T12:00");
    await people.ru.sends("/programme");
    await people.ru.sees("Миссия на Волгу");
    await wait("2016-11-24T10:05");
    for (const one of everybody) await one.sees("⏰");
  });

  it("whoever had switched to one that is over is taken to the one that is on", async () => {
    await store.people.switchTo(people.en.id, "krasnoyarsk");
    await people.en.sends("/today");
    await people.en.sees("Thursday 24 November");
  });
});

describe("a mission that is over", () => {
  it("stays readable by its buttons and by switching, once nothing else is on", async () => {
    await wait("2016-11-27T12:00");
    await people.ru.sends("/missions");
    await people.ru.taps("Культурно-деловая миссия");
    await people.ru.sends("/programme");
    await people.ru.taps("Четверг, 17 ноября");
    await people.ru.sees("Церемония возложения цветов");
    await people.ru.taps(/^11:00/);
    await people.ru.sees("Мемориал");
    await people.ru.sends("/now");
    await people.ru.sees("Программа завершена");
  });

  it("is quiet, even when it is changed", async () => {
    const before = everybody.map(spoken);
    await release(stage, "krasnoyarsk", [{ do: "shift", event: "wreath-laying", minutes: 30 }], {
      atOnce: true,
    });
    await wait("2016-12-05T12:00");
    expect(everybody.map(spoken)).toEqual(before);
  });
});
