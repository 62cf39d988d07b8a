import fc from "fast-check";
import { InputFile } from "grammy";
import { describe, expect, it } from "vitest";
import { FloodControl, type Load, telegramLimits } from "../../src/rehearsal/bot-api/limits.ts";
import { group, person } from "../../src/rehearsal/people.ts";
import { refusal, server } from "./setup.ts";

const load = (chat: number, more: Partial<Load> = {}): Load => ({
  ...{ chat, isGroup: false, messages: 1, countsInChat: true, paid: false },
  ...more,
});

describe("flood control", () => {
  it("admits 30 in any sliding second, whichever second it is", () => {
    const flood = new FloodControl(telegramLimits);
    const admitted = (at: number, chat: number) => flood.admit(load(chat), at) === undefined;
    for (let i = 0; i < 30; i += 1) expect(admitted(900 + i, i)).toBe(true);
    // 900 ms later is another second of the clock, but not another sliding one.
    expect(flood.admit(load(99), 1_800)).toEqual({ retryAfter: 1 });
  });

  it("lets the next one through when the second is over, not a moment later", () => {
    const flood = new FloodControl({ ...telegramLimits, perSecond: 1 });
    expect(flood.admit(load(1), 0)).toBeUndefined();
    expect(flood.admit(load(2), 1_000)).toBeUndefined();
    expect(flood.admit(load(3), 1_999)).toEqual({ retryAfter: 1 });
  });

  it("never lets more through than it may, whenever and to whomever a bot sends", () => {
    const arrivals = fc.array(
      fc.record({ pause: fc.integer({ min: 0, max: 120 }), chat: fc.integer({ min: 1, max: 40 }) }),
      { minLength: 60, maxLength: 200 },
    );
    let refusals = 0;
    fc.assert(
      fc.property(arrivals, (calls) => {
        const flood = new FloodControl(telegramLimits);
        const passed: { at: number; chat: number }[] = [];
        let at = 0;
        for (const { pause, chat } of calls) {
          at += pause;
          if (flood.admit(load(chat), at) === undefined) passed.push({ at, chat });
          else refusals += 1;
        }
        const within = (from: number, span: number, chat?: number) =>
          passed.filter((one) => one.at >= from && one.at < from + span && (chat ?? one.chat) === one.chat)
            .length;
        return passed.every((one) => within(one.at, 1_000) <= 30 && within(one.at, 5_000, one.chat) <= 10);
      }),
    );
    expect(refusals).toBeGreaterThan(0);
  });

  it("refuses whoever keeps sending until the pause is over", () => {
    const flood = new FloodControl({ ...telegramLimits, perSecond: 1 });
    expect(flood.admit(load(1), 0)).toBeUndefined();
    expect(flood.admit(load(2), 10)).toEqual({ retryAfter: 1 });
    expect(flood.admit(load(2), 1_005)).toEqual({ retryAfter: 1 });
    expect(flood.admit(load(2), 1_010)).toBeUndefined();
  });

  it("lets one private chat have a burst, then one a second, and pauses only that chat", () => {
    const flood = new FloodControl(telegramLimits);
    for (let i = 0; i < 5; i += 1) expect(flood.admit(load(1), 0)).toBeUndefined();
    expect(flood.admit(load(1), 0)).toEqual({ retryAfter: 1 });
    expect(flood.admit(load(2), 0)).toBeUndefined();
    expect(flood.admit(load(1, { countsInChat: false }), 1_000)).toBeUndefined();
    expect(flood.admit(load(1), 1_000)).toBeUndefined();
    expect(flood.admit(load(1), 1_000)).toEqual({ retryAfter: 1 });
  });

  it("lets a group have 20 in any sliding minute", () => {
    const flood = new FloodControl(telegramLimits);
    const here = load(-1, { isGroup: true });
    for (let i = 0; i < 20; i += 1) expect(flood.admit(here, i * 1_000)).toBeUndefined();
    expect(flood.admit(here, 20_000)).toEqual({ retryAfter: 40 });
    expect(flood.admit(here, 60_001)).toBeUndefined();
  });

  it("weighs an album by its pieces, and lets one through that is larger than any limit", () => {
    const flood = new FloodControl({ ...telegramLimits, perSecond: 4, privateBurst: 3 });
    expect(flood.admit(load(1, { messages: 10 }), 0)).toBeUndefined();
    expect(flood.admit(load(2), 500)).toEqual({ retryAfter: 1 });
    expect(flood.admit(load(2, { messages: 3 }), 1_500)).toBeUndefined();
    expect(flood.admit(load(3), 1_500)).toBeUndefined();
    expect(flood.admit(load(4), 1_500)).toEqual({ retryAfter: 1 });
  });

  it("raises the first limit for paid broadcasts", () => {
    const flood = new FloodControl(telegramLimits);
    for (let i = 0; i < 1000; i += 1) expect(flood.admit(load(i, { paid: true }), 0)).toBeUndefined();
    expect(flood.admit(load(1001, { paid: true }), 0)).toEqual({ retryAfter: 1 });
  });
});

describe("a server with limits", () => {
  it("answers a burst of 40 with 429 and says how long to wait", async () => {
    const { api, telegram } = await server({ limits: {} });
    const people = Array.from({ length: 40 }, () => person(api, { firstName: "Участник" }));
    for (const one of people) await one.sends("/start", { wait: false });

    const sent = await Promise.allSettled(people.map((one) => telegram.sendMessage(one.id, "Всем")));
    const failed = people.filter((_, index) => sent[index]?.status === "rejected");
    expect(failed).toHaveLength(10);
    expect(api.report.answered429).toBe(10);
    expect(api.report.sent.sendMessage).toBe(30);
    expect(api.report.mostInAnySlidingSecond.overall).toBe(40);

    const { error_code, description, parameters } = await refusal(
      telegram.sendMessage(failed[0]?.id ?? 0, "x"),
    );
    expect(error_code).toBe(429);
    expect(parameters).toEqual({ retry_after: 1 });
    expect(description).toBe("Too Many Requests: retry after 1");
    failed[0]?.seesNot("Всем");
    // What does not send is not held up.
    await telegram.getMe();
    await telegram.sendChatAction(people[0]?.id ?? 0, "typing");
  });

  it("counts copies one by one, but deletions of many once", async () => {
    const { api, telegram } = await server({ limits: { privateBurst: 3, privatePerSecond: 0.001 } });
    const one = person(api, { firstName: "Анна" });
    for (const text of ["/start", "раз", "два"]) await one.sends(text, { wait: false });
    const copies = await telegram.copyMessages(one.id, one.id, [1, 2, 3]);
    expect((await refusal(telegram.copyMessages(one.id, one.id, [1]))).error_code).toBe(429);
    expect(api.report.mostInAnySlidingSecond.overall).toBe(4);
    const other = person(api, { firstName: "Пётр" });
    await other.sends("/start", { wait: false });
    await telegram.deleteMessages(
      other.id,
      copies.map(({ message_id }) => message_id),
    );
    expect(api.report.mostInAnySlidingSecond.byChat[other.id]).toBe(1);
  });

  it("counts an album piece by piece, and each chat by itself", async () => {
    const { api, telegram } = await server({ limits: { privateBurst: 3 } });
    const one = person(api, { firstName: "Анна" });
    const other = person(api, { firstName: "Пётр" });
    for (const someone of [one, other]) await someone.sends("/start", { wait: false });
    const photo = () => ({ type: "photo" as const, media: new InputFile(Buffer.from("x"), "a.jpg") });
    await telegram.sendMediaGroup(one.id, [photo(), photo(), photo()]);
    expect((await refusal(telegram.sendMessage(one.id, "x"))).error_code).toBe(429);
    await telegram.sendMessage(other.id, "x");
    expect(api.report.mostInAnySlidingSecond).toEqual({
      overall: 5,
      byChat: { [one.id]: 4, [other.id]: 1 },
    });
  });

  it("holds groups to their own measure", async () => {
    const { api, telegram } = await server({ limits: { groupPerMinute: 2 } });
    const founder = person(api, { firstName: "Анна" });
    const bus = await group(api, { title: "Автобус", members: [founder] }, { wait: false });
    await telegram.sendMessage(bus.id, "1");
    await telegram.sendMessage(bus.id, "2");
    const { parameters } = await refusal(telegram.sendMessage(bus.id, "3"));
    expect(parameters.retry_after).toBe(60);
  });
});
