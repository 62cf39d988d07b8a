import { describe, expect, test } from "vitest";
import { createStore } from "../../src/storage/store.ts";
import { testRedis } from "../support/redis.ts";

const { redis, prefix } = await testRedis();
const { invitations, requests, seen, keys } = createStore(redis, prefix);
const life = { now: 0, expiresAt: 1000 };
const group = { kind: "group", mission: "visit", group: "business" } as const;
const seat = { kind: "seat", mission: "visit", seat: "business" } as const;
const taking = (user: number, where: string) => {
  const participant = { seat: where, user, chat: user, language: "en" as const, joinedAt: 1 };
  return [{ mission: "visit", participant }];
};

describe("invitations", () => {
  test("those that can still be used are listed, of that seat or group only", async () => {
    const soon = await invitations.create(group, 2, { now: 0, expiresAt: 500 });
    const later = await invitations.create(group, 5, life);
    await invitations.create(seat, 1, life);
    const codes = async (now: number) => (await invitations.live(group, now)).map(({ code }) => code);
    expect(await codes(0)).toEqual([later, soon]);
    expect(await codes(500)).toEqual([later]);
    expect(await codes(1000)).toEqual([]);
  });

  test("renewing ends what was there, and what was begun with it, in the same step", async () => {
    const old = await invitations.create(seat, 1, life);
    const fresh = await invitations.renew(seat, 1, life);
    expect(await invitations.take(old, taking(1, "business"), 1)).toBe("invitation ended");
    expect(await invitations.find(old, 1)).toBeUndefined();
    expect((await invitations.live(seat, 1)).map(({ code }) => code)).toEqual([fresh]);
    expect(await invitations.take(fresh, taking(1, "business"), 1)).toBe("taken");
  });

  test("revoking and taking at once: either somebody is in, or nobody can be", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => {
        const what = { kind: "seat", mission: "visit", seat: `s-${i}` } as const;
        const code = await invitations.create(what, 1, life);
        const [outcome] = await Promise.all([
          invitations.take(code, taking(100 + i, `s-${i}`), 1),
          invitations.revoke(what),
        ]);
        return outcome === "taken" || (await invitations.find(code, 1)) === undefined;
      }),
    );
    expect(outcomes.every(Boolean)).toBe(true);
  });
});

describe("requests to join", () => {
  const request = { user: 7, chat: 7, name: "Guest", language: "en" as const, at: 1 };
  const decision = { by: "secretary", granted: false };

  test("a person has one open; one decision stands, and the update that made it may carry it out again", async () => {
    expect(await requests.ask(request)).toBe("asked");
    expect(await requests.ask(request)).toBe("asked already");
    const [open] = await requests.open("visit");
    if (open === undefined) throw new Error("there is no request");
    const decided = await Promise.all(
      [1, 2, 1].map((update) => requests.decide({ ...decision, request: open, update })),
    );
    expect(new Set(decided.map((one) => one?.update)).size).toBe(1);
    expect(await requests.open("visit")).toEqual([]);
    expect(await requests.standing(7)).toBe("answered");
    expect(await requests.ask(request)).toBe("asked already");
  });

  test("strangers by the hundred do not fill the organisers' list", async () => {
    const asked = [];
    for (let user = 1000; user < 1120; user += 1) asked.push(await requests.ask({ ...request, user }));
    expect(asked.filter((outcome) => outcome === "asked")).toHaveLength(100);
    expect(asked.at(-1)).toBe("too many");
  });
});

test("who is seen again within a minute is not written again; a clock turned back is", async () => {
  await seen.note(1, 100_000);
  await seen.note(1, 159_999);
  expect(await seen.last(1)).toBe(100_000);
  await seen.note(1, 160_000);
  expect(await seen.last(1)).toBe(160_000);
  await seen.note(1, 50_000);
  expect(await seen.last(1)).toBe(50_000);
  expect(await redis.hlen(keys.seen)).toBe(1);
});
