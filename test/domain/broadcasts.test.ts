import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Choices } from "../../src/domain/audience.ts";
import {
  type Audience,
  type Broadcast,
  type BroadcastItem,
  type Circle,
  membersOf,
  sameWords,
  standingOf,
  stillInForce,
  unitsOf,
  withEdited,
} from "../../src/domain/broadcasts.ts";
import type { Seat } from "../../src/domain/mission.ts";
import { at, programmeWith, seatWith } from "../support/missions.ts";

const now = at("09:00");
const text = (message: number, words = "words"): BroadcastItem => ({
  key: `m${message}`,
  at: now,
  message,
  text: words,
});
const photo = (message: number, album?: string): BroadcastItem => ({
  key: `m${message}`,
  at: now,
  message,
  media: { kind: "photo", fileId: `file-${message}` },
  ...(album === undefined ? {} : { album }),
});
const broadcast = (rest: Partial<Broadcast> = {}): Broadcast => ({
  id: "b1",
  by: "organiser",
  createdAt: now,
  state: "sent",
  version: 1,
  items: [text(1)],
  audience: { kind: "all" },
  sent: { at: now, started: 0, to: [] },
  ...rest,
});

const programme = programmeWith({
  groups: [
    { id: "officials", title: "Officials" },
    { id: "medical", title: "Medical" },
  ],
  events: [
    { id: "talks", start: "10:00", groups: ["officials"] },
    { id: "table-a", start: "12:00", choice: "tables" },
    { id: "table-b", start: "12:00", choice: "tables" },
    { id: "dinner", start: "19:00" },
  ],
});

function circleOf(seats: readonly Seat[], rest: Partial<Circle> = {}): Circle {
  const members = seats.map((seat, place) => ({
    seat,
    participant: { seat: seat.id, user: place, chat: place, language: "en" as const, joinedAt: 0 },
  }));
  return { programme, members, choices: new Map(), unconfirmed: new Set(), now, ...rest };
}

const seats = [
  seatWith({ id: "organiser", role: "organiser" }),
  seatWith({ id: "other", role: "organiser" }),
  seatWith({ id: "head", groups: ["officials"] }),
  seatWith({ id: "doctor", groups: ["medical"] }),
];
const idsOf = (audience: Audience, circle: Circle) =>
  membersOf(audience, "organiser", circle).map(({ seat }) => seat.id);

describe("an audience", () => {
  const choices = new Map<string, Choices>([["doctor", { tables: "table-a" }]]);
  const circle = circleOf(seats, { choices, unconfirmed: new Set(["head", "organiser"]) });

  test.each<[Audience, string[]]>([
    [{ kind: "all" }, ["other", "head", "doctor"]],
    [{ kind: "groups", groups: ["medical"] }, ["doctor"]],
    [{ kind: "groups", groups: [] }, []],
    [{ kind: "event", event: "talks" }, ["other", "head"]],
    [{ kind: "event", event: "table-b" }, ["other", "head"]],
    [{ kind: "event", event: "cancelled" }, []],
    [{ kind: "undecided" }, ["other", "head"]],
    [{ kind: "unconfirmed", broadcast: "b0" }, ["head"]],
  ])("%j", (audience, expected) => {
    expect(idsOf(audience, circle)).toEqual(expected);
  });

  test("nobody is undecided once the choice is closed", () => {
    expect(idsOf({ kind: "undecided" }, circleOf(seats, { now: at("12:00") }))).toEqual([]);
  });

  const anySeat = fc.record({
    id: fc.constantFrom("organiser", "a", "b", "c", "d"),
    position: fc.constant("Somebody"),
    role: fc.constantFrom("organiser" as const, "delegate" as const),
    groups: fc.subarray(["officials", "medical"]),
  });
  const anyAudience: fc.Arbitrary<Audience> = fc.oneof(
    fc.constant({ kind: "all" as const }),
    fc.record({ kind: fc.constant("groups" as const), groups: fc.subarray(["officials", "medical"]) }),
    fc.record({
      kind: fc.constant("event" as const),
      event: fc.constantFrom("talks", "table-a", "dinner", "none"),
    }),
    fc.constant({ kind: "undecided" as const }),
    fc.constant({ kind: "unconfirmed" as const, broadcast: "b0" }),
  );

  test("is of people who are there, each once, never whoever writes, and never wider than everybody", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anySeat, { selector: ({ id }) => id }),
        anyAudience,
        fc.subarray(["a", "b", "c", "d"]),
        fc.integer({ min: at("08:00"), max: at("20:00") }),
        (people, audience, waiting, moment) => {
          const around = circleOf(people, { unconfirmed: new Set(waiting), now: moment });
          const found = idsOf(audience, around);
          expect(found).not.toContain("organiser");
          expect(new Set(found).size).toBe(found.length);
          const all = idsOf({ kind: "all" }, around);
          expect(found.filter((id) => !all.includes(id))).toEqual([]);
          if (audience.kind === "groups") {
            // Two groups are those of the one and those of the other.
            const each = audience.groups.flatMap((group) =>
              idsOf({ kind: "groups", groups: [group] }, around),
            );
            expect(new Set(found)).toEqual(new Set(each));
          }
        },
      ),
    );
  });
});

describe("the requests a broadcast is sent in", () => {
  const shape = (rest: Partial<Broadcast>) =>
    unitsOf(broadcast(rest)).map(({ items, asks }) => `${items.length}${asks ? "!" : ""}`);

  test("an album is one; what stands beside it is not", () => {
    expect(shape({ items: [text(1), photo(2, "a"), photo(3, "a"), photo(4, "b"), photo(5)] })).toEqual([
      "1",
      "2",
      "1",
      "1",
    ]);
  });

  test("the last carries the button, or a line after it does", () => {
    expect(shape({ important: true, items: [text(1), photo(2)] })).toEqual(["1", "1!"]);
    expect(shape({ important: true, items: [photo(2, "a"), photo(3, "a")] })).toEqual(["2", "0!"]);
  });
});

describe("how a recipient stands", () => {
  const delivered = { outcome: "delivered" };
  test.each([
    [[delivered, undefined], true, "ahead"],
    [[delivered, undefined], false, "left"],
    [[delivered, delivered], false, "delivered"],
    [[delivered, { outcome: "failed" }], true, "failed"],
    [[{ outcome: "unreachable" }, { outcome: "unreachable" }], true, "unreachable"],
    [[{ outcome: "superseded" }], true, "withdrawn"],
  ])("%j, a member: %s", (endings, isMember, standing) => {
    expect(standingOf(endings, { isMember })).toBe(standing);
  });
});

describe("what somebody who joins late is shown", () => {
  const ids = (all: Broadcast[], rest: Partial<Circle> = {}, seat = "doctor") =>
    stillInForce(all, seat, circleOf(seats, rest)).map(({ id }) => id);
  const important = (id: string, sentAt: number, rest: Partial<Broadcast> = {}) =>
    broadcast({ id, important: true, sent: { at: sentAt, started: 0, to: [] }, ...rest });

  test("the last three that matter, the oldest first", () => {
    const all = [1, 2, 3, 4, 5].map((n) => important(`b${n}`, now - n * 60_000));
    expect(ids(all)).toEqual(["b3", "b2", "b1"]);
  });

  test("not what was ordinary and sent at once, recalled, still to come, or for others", () => {
    expect(ids([broadcast()])).toEqual([]);
    expect(ids([broadcast({ when: now })])).toEqual(["b1"]);
    expect(ids([important("b1", now, { state: "recalled" })])).toEqual([]);
    expect(ids([important("b1", now + 60_000)])).toEqual([]);
    expect(ids([important("b1", now, { audience: { kind: "groups", groups: ["officials"] } })])).toEqual([]);
  });

  test("nothing once the mission is over", () => {
    expect(ids([important("b1", now)], { now: at("2016-11-18T09:00") })).toEqual([]);
  });
});

describe("an edited message", () => {
  test("changes the words of its own item and nothing else", () => {
    const was = broadcast({ items: [text(1, "one"), text(2, "two")] });
    const edited = withEdited(was, [text(2, "second")]);
    expect(edited).toMatchObject([{ text: "one" }, { text: "second" }]);
    expect(sameWords(was.items, edited as BroadcastItem[])).toBe(false);
    expect(sameWords(was.items, withEdited(was, [text(2, "two")]) as BroadcastItem[])).toBe(true);
  });

  test("of another broadcast changes nothing, and one of another kind cannot be taken over", () => {
    expect(withEdited(broadcast(), [text(9)])).toBeUndefined();
    expect(withEdited(broadcast(), [photo(1)])).toBe("differs");
  });

  test("adds to edits not yet taken over", () => {
    const items = [text(1, "one"), text(2, "two")];
    const was = broadcast({ items, edited: [text(1, "first"), text(2, "two")] });
    expect(withEdited(was, [text(2, "second")])).toMatchObject([{ text: "first" }, { text: "second" }]);
  });
});
