import { expect, test } from "vitest";
import type { Mark, RollCall } from "../../src/domain/roll-calls.ts";
import { createStore } from "../../src/storage/store.ts";
import { testRedis } from "../support/redis.ts";

const { redis, prefix } = await testRedis();
const roll: RollCall = {
  id: "g.visit.vehicle.bus-1",
  of: "vehicle/bus-1",
  event: "visit",
  at: 1,
  called: [],
};
const seats = Array.from({ length: 25 }, (_, index) => `seat-${index}`);
const mark = (seat: string, more: Partial<Mark> = {}): Mark => ({
  bucket: "g.visit",
  event: "visit",
  seat,
  presence: "present",
  at: 1,
  by: seat,
  user: seats.indexOf(seat) + 1,
  ...more,
});

async function busOf(name: string) {
  const store = createStore(redis, `${prefix}:${name}`);
  for (const [index, seat] of seats.entries())
    await redis.hset(store.keys.participants("visit"), seat, JSON.stringify({ v: 1, user: index + 1 }));
  return store.attendance;
}

test("whoever taps while the roll call is being closed is present or told so, never both", async () => {
  const attendance = await busOf("race");
  const absent = seats.map((seat) => ({ mark: mark(seat, { presence: "absent", by: "escort", at: 2 }) }));
  const [closed, ...taps] = await Promise.all([
    attendance.close("visit", roll, { at: 2, by: "escort" }, absent),
    ...seats.flatMap((seat) => [
      attendance.mark("visit", roll.id, mark(seat), { self: true }),
      attendance.mark("visit", roll.id, mark(seat), { self: true }),
    ]),
  ]);
  expect(closed).toBe(true);
  const kept = new Map((await attendance.all("visit")).map((one) => [one.seat, one.presence]));
  expect(kept.size).toBe(25);
  for (const [index, seat] of seats.entries()) {
    const told = taps[2 * index] === "closed" ? "absent" : "present";
    expect([seat, kept.get(seat)]).toEqual([seat, told]);
  }
});

test("closing twice keeps the first; what was read and has changed since is not overwritten", async () => {
  const attendance = await busOf("twice");
  await attendance.mark("visit", roll.id, mark("seat-1"), { self: true });
  const words = [
    { mark: mark("seat-1", { presence: "absent" }) },
    { mark: mark("seat-2", { presence: "excused" }) },
  ];
  const closings = [1, 2].map((at) => attendance.close("visit", roll, { at, by: "escort" }, words));
  expect((await Promise.all(closings)).filter(Boolean)).toHaveLength(1);
  const marks = await attendance.marks("visit", roll.id);
  expect(marks.map(({ seat, presence }) => [seat, presence]).sort()).toEqual([
    ["seat-1", "present"],
    ["seat-2", "excused"],
  ]);
  expect(await attendance.mark("visit", roll.id, mark("seat-2"), { self: true })).toBe("closed");
  expect(await attendance.unmark("visit", roll.id, mark("seat-1"))).toBe("closed");
  expect(await attendance.reopen("visit", roll.id)).toBe(true);
  expect(await attendance.mark("visit", roll.id, mark("seat-2"), { self: true })).toBe("marked");
  expect(await attendance.mark("visit", roll.id, mark("seat-2", { at: 9 }), { self: true })).toBe("already");
});

test("nobody says it for a seat they have left; an escort ticks a seat nobody has joined", async () => {
  const attendance = await busOf("left");
  expect(await attendance.mark("visit", roll.id, mark("seat-1", { user: 99 }), { self: true })).toBe("gone");
  const { user: _, ...nobody } = mark("seat-30", { by: "escort" });
  expect(await attendance.mark("visit", roll.id, nobody, { self: false })).toBe("marked");
  // The person who now sits there has not been seen: said of another, it is said anew.
  await attendance.mark("visit", roll.id, mark("seat-2", { user: 77, by: "escort" }), { self: false });
  expect(await attendance.mark("visit", roll.id, mark("seat-2"), { self: true })).toBe("marked");
});
