/** `/programme` as a rich message where the server knows them, else in plain form; addresses for a driver. */
import { afterEach, describe, expect, it } from "vitest";
import { at, testStage, tokyo } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T09:00") });
const old = await testStage({ now: at("2016-11-17T09:00"), lacks: ["rich messages"] });
const japan = await testStage({ now: at("2026-01-01T09:00", "Asia/Tokyo"), missions: [tokyo] });
const krasnoyarsk = "krasnoyarsk";
const director = await stage.delegate(krasnoyarsk, "cluster-director", "Директор", "ru");
const scientist = await stage.delegate(krasnoyarsk, "biotechnology", "Scientist", "en");
const head = await stage.delegate(krasnoyarsk, "head", "団長", "ja");
const secretary = await stage.delegate(krasnoyarsk, "secretary", "Секретарь", "ru");

afterEach(() => {
  for (const { api } of [stage, old, japan]) {
    expect(api.report.unknown).toEqual([]);
    expect(api.report.callbacksNeverAnswered).toBe(0);
  }
});

describe("/programme", () => {
  it("folds the days, opens the present one, with a map of where to be next", async () => {
    await director.sends("/programme");
    const seen = await director.sees("▾ Четверг, 17 ноября");
    const folds = seen.rich_message?.blocks.filter(({ type }) => type === "details") ?? [];
    expect(folds.filter((block) => "is_open" in block && block.is_open)).toHaveLength(1);
    expect(JSON.stringify(folds)).toContain('"type":"map"');
    expect(JSON.stringify(folds)).toContain('"type":"date_time"');
    const days = seen.reply_markup?.inline_keyboard
      .slice(0, folds.length)
      .flat()
      .map(({ text }) => text);
    expect(days?.at(-1)).toBe("Пятница, 18 ноября");
    await director.taps("Пятница, 18 ноября");
    await director.sees(/^Пятница, 18 ноября/);
    for (const [who, day] of [
      [scientist, "Thursday 17 November"],
      [head, "11月17日(木)"],
    ] as const) {
      await who.sends("/programme");
      await who.sees(`▾ ${day}`);
    }
  });

  it("is a table for organisers", async () => {
    await secretary.sends("/programme");
    await secretary.sees(/Время \| Мероприятие \| Место/);
  });

  it("is plain where the server knows nothing else, which is found out once", async () => {
    const reader = await old.delegate(krasnoyarsk, "cluster-director", "Директор", "ru");
    for (let time = 0; time < 2; time += 1) {
      await reader.sends("/programme");
      const seen = await reader.sees("Четверг, 17 ноября");
      expect(seen.rich_message).toBeUndefined();
    }
    expect(await old.app.store.abilities.of(old.api.url, "rich")).toBe(false);
    expect(await stage.app.store.abilities.of(stage.api.url, "rich")).toBeUndefined();
  });
});

describe("an address", () => {
  it("is copied and shown to a driver in the script of the country, whatever the reader's language", async () => {
    await scientist.sends("/today");
    await scientist.taps(/^11:00/);
    const card = await scientist.sees("Flower-laying");
    const copy = card.reply_markup?.inline_keyboard.flat().find((one) => "copy_text" in one);
    expect(copy).toMatchObject({
      text: "📋 Copy the address",
      copy_text: { text: expect.stringMatching(/^Красноярск/) },
    });
    await scientist.taps("🚕 Show a taxi driver");
    const shown = await scientist.sees(/^Красноярск[\s\S]*Мемориал Победы/);
    expect(shown.rich_message?.blocks[0]).toMatchObject({ type: "heading", size: 1 });
  });

  it("in Japan is in Japanese", async () => {
    const guest = await japan.delegate("tokyo", tokyo.people?.[0]?.id ?? "", "Гость", "ru");
    await guest.sends("/programme");
    const first = tokyo.events.find(({ venue }) =>
      tokyo.venues?.some(
        ({ id, address }) => id === venue && typeof address === "object" && address.ja !== undefined,
      ),
    );
    expect(first).toBeDefined();
    const handle = (await japan.app.store.missions.inForce("tokyo"))?.handles[first?.id ?? ""];
    await guest.forges(`taxi:1:${handle}`, guest.lastSent());
    await guest.sees(/[\u3040-\u30ff\u4e00-\u9fff]/);
  });
});
