/** What an aide says for somebody who has not joined, and what a person wishes themselves. */
import { beforeAll, describe, expect, test } from "vitest";
import { withAbsence } from "../../src/domain/absences.ts";
import { extraSeat } from "../../src/domain/seats.ts";
import type { Wishes } from "../../src/domain/wishes.ts";
import { createStore } from "../../src/storage/store.ts";
import { missionWith } from "../support/missions.ts";
import { testRedis } from "../support/redis.ts";

const { redis, prefix } = await testRedis();
const { invitations, missions, people, seating } = createStore(redis, prefix);
const seats = ["head", "deputy", ...Array.from({ length: 20 }, (_, i) => `seat-${i}`)];
const away =
  (event: string) =>
  (wishes: Wishes): Wishes =>
    withAbsence(wishes, event, { at: 1, by: "aide" });

beforeAll(async () => {
  await missions.import(
    missionWith({
      id: "visit",
      people: seats.map((id) => extraSeat(id, id, {})),
      events: [{ id: "talk", start: "10:00" }],
    }),
  );
});

async function join(seat: string, user: number) {
  const code = await invitations.create({ kind: "seat", mission: "visit", seat }, 1, {
    now: 0,
    expiresAt: 1000,
  });
  const participant = { seat, user, chat: user, language: "en" as const, joinedAt: 1 };
  return invitations.take(code, [{ mission: "visit", participant }], 1);
}

describe("what an aide says", () => {
  test("is never lost, be it said while the principal joins, or before, or after", async () => {
    await Promise.all(
      seats.slice(2).map(async (seat, i) => {
        await people.setWishesFor("visit", seat, away("before"), 1);
        const [outcome] = await Promise.all([
          join(seat, 100 + i),
          people.setWishesFor("visit", seat, away("meanwhile"), 1),
        ]);
        await people.setWishesFor("visit", seat, away("after"), 1);
        expect(outcome).toBe("taken");
        const place = await people.place("visit", seat);
        expect(Object.keys(place?.participant?.wishes?.away ?? {})).toEqual(["before", "meanwhile", "after"]);
        expect(place?.spokenFor).toBeUndefined();
      }),
    );
  });

  test("is not said of whoever is moved to that seat, nor of who takes it after them", async () => {
    await people.setWishesFor("visit", "head", away("talk"), 1);
    expect((await people.place("visit", "head"))?.spokenFor?.away).toHaveProperty("talk");
    await join("deputy", 7);
    const deputy = await people.member("visit", "deputy");
    if (deputy === undefined) throw new Error("the deputy has joined");
    expect(await seating.move("visit", deputy.participant, "head")).toBe("moved");
    expect(await people.place("visit", "head")).not.toHaveProperty("spokenFor");
  });
});

test("a second tap changes nothing: neither when the wishes were changed, nor what they were before", async () => {
  await join("deputy", 8);
  await people.setWishes("visit", "deputy", away("talk"), 5);
  await people.setWishes("visit", "deputy", away("talk"), 6);
  const member = await people.member("visit", "deputy");
  expect(member?.participant).toMatchObject({ wishedAt: 5, wishedBefore: {} });
});
