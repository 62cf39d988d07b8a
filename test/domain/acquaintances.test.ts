import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Acquaintance,
  alike,
  byOrganisation,
  isSamePerson,
  matches,
  merge,
  phoneDigits,
  sees,
  withEvent,
  withField,
} from "../../src/domain/acquaintances.ts";

const card = (id: string, seat: string, details: Partial<Acquaintance> = {}): Acquaintance => ({
  id,
  meetings: [{ seat, at: 1 }],
  share: "unknown",
  ...details,
});

describe("the same person", () => {
  it.each([
    [
      "the same phone, written in two ways",
      { phones: ["+7 (000) 000-00-00"] },
      { phones: ["8 000 0000000"] },
      true,
    ],
    ["another phone", { phones: ["+7 000 000-00-00"] }, { phones: ["+7 000 000-00-01"] }, false],
    ["the same e-mail", { emails: ["A@B.ru"] }, { emails: ["x@y.ru", "a@b.ru"] }, true],
    [
      "the same name and organisation",
      { name: "Имя Фамилия", organisation: "ООО «Ромашка»" },
      { name: "фамилия  имя", organisation: "Ромашка" },
      true,
    ],
    [
      "the same name elsewhere",
      { name: "Имя Фамилия", organisation: "Ромашка" },
      { name: "Имя Фамилия", organisation: "Лютик" },
      false,
    ],
    ["the same name alone", { name: "Имя Фамилия" }, { name: "Имя Фамилия" }, false],
    ["nothing at all", {}, {}, false],
    ["numbers without digits", { phones: ["?"] }, { phones: ["?"] }, false],
  ])("%s", (_what, a, b, same) => {
    expect(isSamePerson(a, b)).toBe(same);
    expect(isSamePerson(b, a)).toBe(same);
  });

  it("is not offered once somebody has said that they are two", () => {
    const [a, b] = [
      card("a", "s1", { phones: ["+7 000 000-00-00"] }),
      card("b", "s2", { phones: ["+7 000 000-00-00"] }),
    ];
    expect(alike(a, [a, b])).toEqual([b]);
    expect(alike(a, [a, { ...b, others: ["a"] }])).toEqual([]);
    expect(alike({ ...a, others: ["b"] }, [a, b])).toEqual([]);
  });

  it("a Russian number is one with 8 and with +7, a foreign one that begins with 8 is not", () => {
    expect(phoneDigits("8 000 000-00-00")).toBe("70000000000");
    expect(phoneDigits("+81 0-0000-0000")).toBe("81000000000");
    expect(phoneDigits("+8 000 000 00 00")).toBe("80000000000");
  });
});

const details = fc.record(
  {
    name: fc.constantFrom("Имя", "Name", "=1+1", "😀"),
    position: fc.constantFrom("директор", "head"),
    organisation: fc.constantFrom("Ромашка", "Acme"),
    phones: fc.subarray(["+7 000 000-00-00", "8 000 000 00 00", "+7 000 000-00-01"], { minLength: 1 }),
    emails: fc.subarray(["a@b.ru", "A@b.ru", "c@d.ru"], { minLength: 1 }),
  },
  { requiredKeys: [] },
);
const cards = fc
  .tuple(
    details,
    details,
    fc.constantFrom("yes", "no", "unknown"),
    fc.constantFrom("yes", "no", "unknown"),
    fc.nat(3),
    fc.nat(3),
  )
  .map(([a, b, shareA, shareB, atA, atB]): [Acquaintance, Acquaintance] => [
    { id: "a", ...a, share: shareA, meetings: [{ seat: "s1", at: atA, event: "e1", note: "n1" }] },
    { id: "b", ...b, share: shareB, meetings: [{ seat: "s2", at: atB, event: "e2", note: "n2" }] },
  ]);

describe("merging", () => {
  it("keeps both authors, events and notes, every number, and both cards as they were", () => {
    fc.assert(
      fc.property(cards, ([a, b]) => {
        const merged = merge(a, b);
        expect(merge(b, a)).toEqual(merged);
        expect(new Set(merged.meetings)).toEqual(new Set([...a.meetings, ...b.meetings]));
        const digits = (one: Acquaintance) => (one.phones ?? []).map(phoneDigits);
        expect(new Set(digits(merged))).toEqual(new Set([...digits(a), ...digits(b)]));
        expect(new Set(digits(merged)).size).toBe(digits(merged).length);
        expect(new Set(merged.from)).toEqual(new Set([a, b]));
        for (const field of ["name", "position", "organisation"] as const)
          expect([a[field], b[field]]).toContain(merged[field]);
        if ([a.share, b.share].includes("no")) expect(merged.share).toBe("no");
      }),
    );
  });
});

describe("who sees a card", () => {
  const [delegate, other, organiser] = [
    { id: "s1", position: "p" },
    { id: "s2", position: "p" },
    { id: "s3", position: "p", role: "organiser" as const },
  ];
  it("delegates those they met and those who agreed, organisers all", () => {
    const whom = (share: Acquaintance["share"]) =>
      [delegate, other, organiser].map((seat) => sees(seat, card("a", "s1", { share })));
    expect(whom("unknown")).toEqual([true, false, true]);
    expect(whom("no")).toEqual([true, false, true]);
    expect(whom("yes")).toEqual([true, true, true]);
  });
});

describe("a card in order", () => {
  it("has fields written anew, and cleared", () => {
    const one = card("a", "s1", { position: "директор", phones: ["1"] });
    expect(withField(one, "position", undefined)).not.toHaveProperty("position");
    expect(withField(one, "phone", "+7 000 000-00-00, +7 000 000-00-01").phones).toHaveLength(2);
    expect(withField(one, "name", "Имя").name).toBe("Имя");
  });

  it("has the event of whoever says so changed, and nobody else's", () => {
    const two = {
      ...card("a", "s1"),
      meetings: [
        { seat: "s1", at: 1, event: "e1" },
        { seat: "s2", at: 2 },
      ],
    } as const;
    expect(withEvent(two, "s2", "e2").meetings.map(({ event }) => event)).toEqual(["e1", "e2"]);
    expect(withEvent(two, "s1", undefined).meetings.map(({ event }) => event)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it("is found by any of its words, and by digits of its phone", () => {
    const one = card("a", "s1", {
      name: "Пётр Фамилия",
      organisation: "ООО «Ромашка»",
      phones: ["8 (000) 123-45-67"],
    });
    for (const wanted of ["петр", "РОМАШКА фамилия", "1234567", "+7000123"])
      expect(matches(one, wanted)).toBe(true);
    for (const wanted of ["лютик", "петр лютик", "999"]) expect(matches(one, wanted)).toBe(false);
  });

  it("stands by organisation, those without any last", () => {
    const list = [
      card("a", "s", { name: "Я" }),
      card("b", "s", { organisation: "Я", name: "Б" }),
      card("c", "s", { organisation: "«А»" }),
      card("d", "s", { organisation: "я", name: "А" }),
    ];
    expect(byOrganisation(list).map(({ id }) => id)).toEqual(["c", "d", "b", "a"]);
  });
});
