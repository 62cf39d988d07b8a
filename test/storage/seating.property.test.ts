import fc from "fast-check";
import { expect, test } from "vitest";
import { extraSeat } from "../../src/domain/seats.ts";
import { createStore, type Store } from "../../src/storage/store.ts";
import { missionWith } from "../support/missions.ts";
import { testRedis } from "../support/redis.ts";
import { runs } from "../support/runs.ts";

const { redis, prefix } = await testRedis();
const seatIds = ["a", "ab", "b", "c"];
const users = [1, 2, 3];
const mission = missionWith({
  id: "visit",
  people: seatIds.map((id) => extraSeat(id, id, { organiser: id === "a" || id === "b" })),
  events: [{ id: "talk", start: "10:00" }],
});
const life = { now: 0, expiresAt: 1000 };

type Act = (store: Store) => Promise<unknown>;
const seat = fc.constantFrom(...seatIds);
const user = fc.constantFrom(...users);
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(user, seat).map(
    ([who, id]): Act =>
      (store) =>
        join(store, who, id),
  ),
  fc.tuple(seat, seat).map(
    ([from, to]): Act =>
      async ({ seating, people }) => {
        const member = await people.member("visit", from);
        if (member !== undefined) await seating.move("visit", member.participant, to);
      },
  ),
  fc.tuple(seat, fc.boolean()).map(
    ([id, replaced]): Act =>
      async ({ seating, people }) => {
        const member = await people.member("visit", id);
        if (member !== undefined)
          await seating.leave("visit", member.participant, { replaced, by: "a", at: 1 });
      },
  ),
  fc.tuple(seat, fc.constantFrom("organiser" as const, "delegate" as const)).map(
    ([id, role]): Act =>
      ({ seating }) =>
        seating.change("visit", id, (was) => ({ ...was, role })),
  ),
  fc.tuple(seat, fc.constantFrom("x", "y")).map(
    ([id, event]): Act =>
      ({ choices }) =>
        choices.pick("visit", id, "tables", event),
  ),
);

async function join({ invitations }: Store, who: number, id: string) {
  const code = await invitations.create({ kind: "seat", mission: "visit", seat: id }, 1, life);
  const participant = { seat: id, user: who, chat: who, language: "en" as const, joinedAt: 0 };
  return invitations.take(code, [{ mission: "visit", participant }], 1);
}

let run = 0;

test("whatever is done to the seats, side by side: one person a seat and a seat a person, an organiser stays, picks add up", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(acts, { minLength: 1, maxLength: 3 }), { maxLength: 12 }),
      async (rounds) => {
        run += 1;
        const store = createStore(redis, `${prefix}-${run}`);
        await store.missions.import(mission);
        await join(store, 1, "a");
        for (const round of rounds) await Promise.all(round.map((act) => act(store)));

        const members = await store.people.members("visit");
        expect(members.some(({ seat: { role } }) => role === "organiser")).toBe(true);
        for (const { seat: own, participant } of members) {
          expect(participant.seat).toBe(own.id);
          expect(await store.people.seatsOfUser(participant.user)).toEqual({ visit: own.id });
        }
        const seated = new Set(members.map(({ participant }) => participant.user));
        expect(seated.size).toBe(members.length);
        for (const who of users.filter((one) => !seated.has(one))) {
          expect(await store.people.seatsOfUser(who)).toEqual({});
        }
        const picks = await store.choices.all("visit");
        const joined = new Set(members.map(({ seat: own }) => own.id));
        expect([...picks.keys()].filter((id) => !joined.has(id))).toEqual([]);
        const counted = await redis.hgetall(store.keys.picked("visit"));
        for (const event of ["x", "y"]) {
          const picked = [...picks.values()].filter(({ tables }) => tables === event).length;
          expect(Number(counted[event] ?? 0)).toBe(picked);
        }
      },
    ),
    { numRuns: runs(60) },
  );
});
