/** A mission of more groups and buses than a screen holds. */
import { afterEach, expect, it } from "vitest";
import { at, krasnoyarsk, testStage } from "../support/stage.ts";

const many = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const mission = {
  ...krasnoyarsk,
  groups: [
    ...(krasnoyarsk.groups ?? []),
    ...many(30).map((number) => ({ id: `g-${number}`, title: `Отряд ${number}` })),
  ],
  vehicles: [
    ...(krasnoyarsk.vehicles ?? []),
    ...many(15).map((number) => ({ id: `v-${number}`, name: `Минивэн ${number}` })),
  ],
};
const stage = await testStage({ now: at("2016-11-17T08:00"), missions: [mission] });
const organiser = await stage.delegate("krasnoyarsk", "secretary", "Секретарь", "ru");
const { store } = stage.app;

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

/** Turns pages until one has such a button, and taps it. */
async function finds(label: string, on: string | RegExp) {
  for (let page = 0; page < 9; page += 1) {
    const buttons = (await organiser.sees(on)).reply_markup?.inline_keyboard.flat() ?? [];
    expect(buttons.length).toBeLessThan(30);
    if (buttons.some(({ text }) => text.includes(label))) return organiser.taps(label);
    await organiser.taps("›");
  }
  throw new Error(`No page has ${label}`);
}

it("a broadcast goes to any of them; a tick leaves the page where it is", async () => {
  await organiser.sends("/broadcast");
  await organiser.sends("Отряду 30: сбор у выхода");
  await organiser.taps("Готово");
  await organiser.taps("Группам…");
  await finds("Отряд 30", "Каким группам?");
  await organiser.sees("Каким группам?");
  await organiser.taps("✓ Отряд 30");
  await organiser.taps("Отряд 29");
  const [draft] = await store.broadcasts.all("krasnoyarsk");
  expect(draft?.audience).toEqual({ kind: "groups", groups: ["g-29"] });
});

it("an event is given to any of them, and any bus", async () => {
  for (const label of ["Отряд 30", "Минивэн 15"]) {
    await organiser.sends("/change");
    await organiser.taps("Четверг, 17");
    await organiser.taps("Конференция по");
    await organiser.taps("⚙️ Изменить другое");
    await finds(label, /^Конференция по/);
    await organiser.sees("Черновик изменений");
  }
  const kept = await store.drafts.of("krasnoyarsk", "secretary");
  expect(JSON.stringify(kept?.draft.edits)).toContain("g-30");
  expect(JSON.stringify(kept?.draft.edits)).toContain("v-15");
});
