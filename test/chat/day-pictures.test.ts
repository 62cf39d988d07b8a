import { afterEach, describe, expect, it } from "vitest";
import { release } from "../support/releases.ts";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T09:00") });
const { api } = stage;
const head = await stage.delegate("krasnoyarsk", "head", "Глава", "ru");
const aide = await stage.delegate("krasnoyarsk", "head-aide", "Помощник", "ru");
const medic = await stage.delegate("krasnoyarsk", "cluster-director", "Medic", "en");

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
  expect(api.report.callbacksNeverAnswered).toBe(0);
});

const pictureFor = async (person: typeof head) => {
  const { photo = [], caption = "" } = await person.sees("[photo]");
  const id = photo.at(-1)?.file_id ?? "";
  return { id, caption, bytes: api.files.byId(id)?.bytes };
};

describe("the day as a picture", () => {
  it("comes at a tap under today, tomorrow and the card of the day, with the instant it is right at", async () => {
    await head.sends("/today");
    const from = performance.now();
    await head.taps("🖼 Картинкой");
    const { bytes, caption } = await pictureFor(head);
    expect(performance.now() - from).toBeLessThan(2000);
    expect(
      Buffer.from(bytes ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
    expect(caption).toBe("Четверг, 17 ноября\nВерно на 09:00, редакция программы № 1");
    expect(api.report.sent.sendChatAction).toBe(1);
    await head.sends("завтра");
    await head.taps("🖼 Картинкой");
    expect((await pictureFor(head)).caption).toContain("Пятница, 18 ноября");
  });

  it("is drawn once for all with the same day in the same language", async () => {
    const before = api.report.sent.sendChatAction;
    await head.sends("/tomorrow");
    await head.taps("🖼 Картинкой");
    const first = await pictureFor(head);
    await aide.sends("/tomorrow");
    await aide.taps("🖼 Картинкой");
    expect((await pictureFor(aide)).id).toBe(first.id);
    expect(api.report.sent.sendChatAction).toBe(before);
    await medic.sends("/tomorrow");
    await medic.taps("🖼 As a picture");
    expect((await pictureFor(medic)).id).not.toBe(first.id);
  });

  it("is drawn anew after a change, and as the hours go on", async () => {
    await head.sends("/tomorrow");
    await head.taps("🖼 Картинкой");
    const before = await pictureFor(head);
    await release(stage, "krasnoyarsk", [{ do: "shift", event: "theatre", minutes: 15 }]);
    await head.sends("/tomorrow");
    await head.taps("🖼 Картинкой");
    const after = await pictureFor(head);
    expect(after.id).not.toBe(before.id);
    expect(after.caption).toContain("редакция программы № 2");
    await head.sends("/today");
    await head.taps("🖼 Картинкой");
    const morning = await pictureFor(head);
    stage.clock.turn(at("2016-11-17T15:00"));
    await head.sends("/today");
    await head.taps("🖼 Картинкой");
    expect((await pictureFor(head)).id).not.toBe(morning.id);
  });

  it("is drawn anew when Telegram knows it no more", async () => {
    await head.sends("/tomorrow");
    api.faults.next({
      method: "sendPhoto",
      kind: { error_code: 400, description: "Bad Request: wrong file identifier/HTTP URL specified" },
    });
    await head.taps("🖼 Картинкой");
    await pictureFor(head);
  });

  it("of a date no calendar has is an old button", async () => {
    await head.sends("/today");
    await head.forges("picture:1:someday", await head.sees("Четверг"));
    expect(head.toasts.at(-1)?.text).toBe("Эта кнопка устарела. Откройте /today.");
  });
});
