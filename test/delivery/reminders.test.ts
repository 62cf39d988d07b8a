import { afterEach, describe, expect, it } from "vitest";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-15T18:00") });
const { api, app } = stage;
const head = await stage.delegate("krasnoyarsk", "head", "Глава", "ru");
const medic = await stage.delegate("krasnoyarsk", "cluster-director", "Medic", "en");

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
});

const ledgerOf = (seat: string) => app.store.ledger.of("krasnoyarsk", seat);
const lookAway = () => {
  head.looksAway();
  medic.looksAway();
};

describe("a reminder", () => {
  it("comes at its lead before the gathering, not a moment earlier, in each reader's language", async () => {
    await stage.turn(at("2016-11-17T09:59"));
    lookAway();
    await stage.turn(at("2016-11-17T09:59:59"));
    head.seesNot("Сбор в 10:15");
    await stage.turn(at("2016-11-17T10:00"));
    const reminder = await head.sees("⏰ Сбор в 10:15, холл гостиницы «Красноярск»");
    expect(reminder.text?.split("\n").slice(1, 3)).toEqual([
      "🚌 Автобус № 1, отправление в 10:30",
      "Церемония возложения цветов к Мемориалу Победы, 11:00–11:25",
    ]);
    await medic.sees("⏰ Gather at 10:15, lobby of the Krasnoyarsk Hotel");
  });

  it("comes once, however often the tick looks and the app restarts", async () => {
    lookAway();
    await stage.turn(at("2016-11-17T10:01"));
    await stage.restart();
    await stage.turn(at("2016-11-17T10:02"));
    head.seesNot("Сбор в 10:15");
  });

  it("opens its event's card in place", async () => {
    await head.taps("Подробнее");
    await head.sees("Дудинская, 2а");
  });
});

describe("when Telegram does not take it at once", () => {
  it("429: it comes after the pause", async () => {
    api.faults.next({
      method: "sendMessage",
      kind: {
        error_code: 429,
        description: "Too Many Requests: retry after 1",
        parameters: { retry_after: 1 },
      },
    });
    lookAway();
    await stage.turn(at("2016-11-17T11:15"));
    await head.sees("Сбор в 11:30");
  });

  it("5xx, cut connections and answers that are no JSON: it comes when Telegram is back", async () => {
    api.faults.next({ method: "sendMessage", kind: { error_code: 502, description: "Bad Gateway" } });
    api.faults.next({ method: "sendMessage", kind: "cut before" });
    api.faults.next({ method: "sendMessage", kind: "html 502" });
    lookAway();
    await stage.turn(at("2016-11-17T13:45"));
    await head.sees("Сбор в 14:00");
    await medic.sees("Gather at 14:00");
  });

  it("a person who blocked the bot is left alone until they write again", async () => {
    await medic.blocks();
    lookAway();
    await stage.turn(at("2016-11-17T18:05"));
    await head.sees("Сбор в 18:20");
    medic.seesNot("Gather at 18:20");
    const outcomes = [...(await ledgerOf("cluster-director")).values()].map(({ outcome }) => outcome);
    expect(outcomes).toContain("unreachable");

    await medic.unblocks();
    await medic.sends("/now");
    lookAway();
    await stage.turn(at("2016-11-18T08:45"));
    await medic.sees("Gather at 09:00");
  });

  it("after an outage only what is still true comes, once", async () => {
    api.faults.outage("on");
    lookAway();
    stage.clock.turn(at("2016-11-18T11:05"));
    const settled = app.settle();
    api.faults.outage("off");
    await settled;
    await medic.sees("Gather at 11:15");
    stage.clock.turn(at("2016-11-18T15:50"));
    lookAway();
    await app.settle();
    medic.seesNot(/Gather|⏰/);
  });
});
