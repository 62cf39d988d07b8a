import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import {
  type AgreementReminder,
  agreementRemindersOf,
  dayFrom,
  isSounding,
  nextAgreementInstant,
} from "../../src/domain/agreement-reminders.ts";
import {
  type Agreement,
  type AgreementEdit,
  byUrgency,
  edited,
  hasPartIn,
  isLive,
  isOverdue,
  keeperSeat,
  newAgreement,
} from "../../src/domain/agreements.ts";
import { runs } from "../support/runs.ts";

const zone = "Europe/Moscow";
const at = (local: string) => DateTime.fromISO(local, { zone }).toMillis();
const said = (instant: number) => DateTime.fromMillis(instant, { zone }).toFormat("yyyy-MM-dd HH:mm");
const HOUR = 3_600_000;

/** Written down on Friday the 18th at noon by seat `s1`, who is to do it themselves. */
const made = at("2016-11-18T12:00");
const one = (given: Partial<Agreement> = {}): Agreement => ({
  ...newAgreement(
    { id: "a", sort: "agreement", what: "Передать программу", owner: { seat: "s1" } },
    { by: "s1", user: 1, at: made },
  ),
  ...given,
});
const by = { by: "s2", at: made + HOUR };

describe("an agreement", () => {
  it("is moved when another date replaces the first, and not when the first is set", () => {
    const dated = edited(one(), { set: "deadline", deadline: "2016-12-01" }, by);
    expect([dated.state, dated.history.at(-1)?.did]).toEqual(["open", "deadline"]);
    const moved = edited(dated, { set: "deadline", deadline: "2016-12-08" }, by);
    expect([moved.state, moved.deadline, moved.history.at(-1)]).toEqual([
      "moved",
      "2016-12-08",
      { ...by, did: "moved", deadline: "2016-12-08" },
    ]);
    expect(edited(moved, { set: "deadline", deadline: undefined }, by)).not.toHaveProperty("deadline");
  });

  it("is done or dropped, and taken up again", () => {
    for (const set of ["done", "dropped"] as const) {
      const closed = edited(one(), { set }, by);
      expect([closed.state, isLive(closed)]).toEqual([set, false]);
      expect(edited(closed, { set: "reopened" }, by).state).toBe("open");
    }
  });

  it("enters nothing where an edit changes nothing", () => {
    const was = one({ to: "x", deadline: "2016-12-01" });
    const edits: AgreementEdit[] = [
      { set: "what", text: was.what },
      { set: "to", text: "x" },
      { set: "owner", owner: { seat: "s1" } },
      { set: "deadline", deadline: "2016-12-01" },
      { set: "reopened" },
    ];
    for (const edit of edits) expect(edited(was, edit, by)).toBe(was);
  });

  it("is overdue from the day after its deadline until it is closed", () => {
    const dated = one({ deadline: "2016-12-01" });
    expect([isOverdue(dated, "2016-12-01"), isOverdue(dated, "2016-12-02")]).toEqual([false, true]);
    expect(isOverdue(edited(dated, { set: "done" }, by), "2017-01-01")).toBe(false);
  });

  it("is its owner's, its maker's and the organisers'; what the hosts do is watched by whoever wrote it down", () => {
    const member = (seat: string, user: number, role?: "organiser") => ({
      seat: { id: seat, position: "p", ...(role === undefined ? {} : { role }) },
      participant: { seat, user, chat: user, language: "ru" as const, joinedAt: 0 },
    });
    const given = one({ owner: { seat: "s2" } });
    const readers = [member("s1", 1), member("s2", 2), member("s3", 3), member("s4", 4, "organiser")];
    expect(readers.map((reader) => hasPartIn(reader, given))).toEqual([true, true, false, true]);
    // Who takes over the maker's seat has not made it; who takes over the owner's has it to do.
    expect([member("s1", 9), member("s2", 9)].map((reader) => hasPartIn(reader, given))).toEqual([
      false,
      true,
    ]);
    expect(keeperSeat(one({ owner: { words: "Хозяева" } }))).toBe("s1");
  });

  it("stands in lists by what is due first", () => {
    const list = [
      one({ id: "done", state: "done" }),
      one({ id: "none" }),
      one({ id: "late", deadline: "2016-12-09" }),
      one({ id: "soon", deadline: "2016-12-01" }),
    ];
    expect(byUrgency(list).map(({ id }) => id)).toEqual(["soon", "late", "none", "done"]);
  });
});

/** What is due of a list in the days given, in the order it is due. */
function dueOf(list: readonly Agreement[], from: string, days: number): string[] {
  const seen = new Map<string, AgreementReminder>();
  for (let day = 0; day < days; day += 1) {
    const now = at(`${dayFrom(from, day)}T23:59`);
    for (const one of agreementRemindersOf(list, { zone, now }))
      if (one.dueAt <= now) seen.set(one.identity, one);
  }
  return [...seen.values()]
    .sort((a, b) => a.dueAt - b.dueAt)
    .map(({ kind, dueAt }) => `${kind} ${said(dueAt)}`);
}

describe("reminders of agreements", () => {
  it("come once a week, the day before the deadline and the day after, at nine at home", () => {
    const list = [one({ deadline: "2016-12-01", deadlineSince: made })];
    expect(dueOf(list, "2016-11-18", 24)).toEqual([
      "week 2016-11-21 09:00",
      "week 2016-11-28 09:00",
      "before 2016-11-30 09:00",
      "after 2016-12-02 09:00",
      "week 2016-12-05 09:00",
    ]);
  });

  it("tell of what somebody else has given, what several give within half an hour at once", () => {
    const given = [0, 5, 19].map((minutes, index) =>
      one({ id: `g${index}`, ownedBy: "s2", ownedSince: made + minutes * 60_000 }),
    );
    expect(new Set(dueOf(given, "2016-11-18", 1))).toEqual(new Set(["given 2016-11-18 12:30"]));
    expect(dueOf([one()], "2016-11-18", 1)).toEqual([]);
  });

  it("end with what is done or dropped, and tell nothing that was due before it was so", () => {
    expect(dueOf([one({ state: "done", deadline: "2016-12-01" })], "2016-11-18", 30)).toEqual([]);
    const late = one({ deadline: "2016-11-19", deadlineSince: made });
    expect(dueOf([late], "2016-11-18", 3)).toEqual(["after 2016-11-20 09:00"]);
  });

  it("sound for the week's list and a deadline tomorrow, and never on the mission", () => {
    const span = { from: made, to: made + HOUR };
    const of = (kind: AgreementReminder["kind"]) => [
      { identity: kind, kind, about: [], dueAt: 0, expiresAt: 0 },
    ];
    const kinds = ["week", "before", "after", "given"] as const;
    expect(kinds.map((kind) => isSounding(of(kind), { now: made - 1, span }))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(kinds.map((kind) => isSounding(of(kind), { now: made, span }))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  const days = fc.integer({ min: 0, max: 60 });
  const lists = fc.array(
    fc.record({ deadline: fc.option(days), owned: days, since: days, byOther: fc.boolean() }),
    { minLength: 1, maxLength: 6 },
  );
  it("whatever the list: one identity a reminder, each found again, one list a week, the next one announced", () => {
    fc.assert(
      fc.property(lists, days, (records, day) => {
        const list = records.map(({ deadline, owned, since, byOther }, index) =>
          one({
            id: `a${index}`,
            ownedSince: made + owned * 24 * HOUR,
            ...(byOther ? { ownedBy: "s2" } : {}),
            ...(deadline === null
              ? {}
              : { deadline: dayFrom("2016-11-18", deadline), deadlineSince: made + since * 24 * HOUR }),
          }),
        );
        const now = made + day * 24 * HOUR;
        const reminders = agreementRemindersOf(list, { zone, now });
        const identities = reminders.map(({ identity }) => identity);
        expect(new Set(identities).size).toBe(identities.length);
        const weeks = reminders.filter(({ kind, dueAt }) => kind === "week" && dueAt <= now);
        expect(weeks.length).toBeLessThanOrEqual(1);
        const next = nextAgreementInstant(list, { zone, now });
        if (next === undefined) return;
        // Nothing falls due before it, and something does then.
        expect(agreementRemindersOf(list, { zone, now: next }).some(({ dueAt }) => dueAt === next)).toBe(
          true,
        );
        const between = agreementRemindersOf(list, { zone, now: next - 1 });
        expect(between.filter(({ dueAt }) => now < dueAt && dueAt < next)).toEqual([]);
      }),
      { numRuns: runs(200) },
    );
  });
});
