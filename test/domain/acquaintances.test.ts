import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Acquaintance,
  byOrganisation,
  keepsInOrder,
  MOST_PHOTOS,
  matches,
  phoneDigits,
  sees,
  withField,
  withMeeting,
  withoutMember,
  withPhoto,
} from "../../src/domain/acquaintances.ts";
import { alike, isSamePerson, merge } from "../../src/domain/same-person.ts";

/** Users by seat; somebody who takes over a seat is another user. */
const users: Readonly<Record<string, number>> = { s: 0, s1: 1, s2: 2, s3: 3 };
const member = (seat: string, user = users[seat] ?? 0, role?: "organiser") => ({
  seat: { id: seat, position: "p", ...(role === undefined ? {} : { role }) },
  participant: { seat, user, chat: user, language: "ru" as const, joinedAt: 0 },
});

const card = (id: string, seat: string, details: Partial<Acquaintance> = {}): Acquaintance => ({
  id,
  meetings: [{ seat, user: users[seat] ?? 0, at: 1 }],
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
    {
      id: "a",
      ...a,
      share: shareA,
      meetings: [{ seat: "s1", user: 1, at: atA, event: "e1", note: "n1", remark: "r1" }],
    },
    {
      id: "b",
      ...b,
      share: shareB,
      photos: [{ kind: "photo", fileId: "f" }],
      meetings: [{ seat: "s2", user: 2, at: atB, event: "e2", note: "n2" }],
    },
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
        expect(merged.photos ?? []).toEqual([...(merged.from ?? [])].flatMap(({ photos = [] }) => photos));
        if ([a.share, b.share].includes("no")) expect(merged.share).toBe("no");
      }),
    );
  });
});

describe("who sees a card", () => {
  const readers = [member("s1"), member("s2"), member("s3", 3, "organiser"), member("s1", 9)];

  it("delegates those they met and those who agreed, organisers all, their successors nobody of theirs", () => {
    const whom = (share: Acquaintance["share"]) =>
      readers.map((one) => sees(one, card("a", "s1", { share })));
    expect(whom("unknown")).toEqual([true, false, true, false]);
    expect(whom("no")).toEqual([true, false, true, false]);
    expect(whom("yes")).toEqual([true, true, true, true]);
  });

  it("and whoever met them or organises may change it", () => {
    const kept = readers.map((one) => keepsInOrder(one, card("a", "s1", { share: "yes" })));
    expect(kept).toEqual([true, false, true, false]);
  });
});

describe("a card in order", () => {
  it("has fields written anew, and cleared", () => {
    const one = card("a", "s1", { position: "директор", phones: ["1"] });
    expect(withField(one, "position", undefined)).not.toHaveProperty("position");
    expect(withField(one, "phone", "+7 000 000-00-00, +7 000 000-00-01").phones).toHaveLength(2);
    expect(withField(one, "name", "Имя").name).toBe("Имя");
  });

  it("has what one says of their own meeting changed, and nobody else's", () => {
    const two: Acquaintance = {
      ...card("a", "s1"),
      meetings: [
        { seat: "s1", user: 1, at: 1, event: "e1", remark: "r1" },
        { seat: "s2", user: 2, at: 2 },
      ],
    };
    const events = (one: Acquaintance) => one.meetings.map(({ event }) => event);
    expect(events(withMeeting(member("s2"), two, { event: "e2" }))).toEqual(["e1", "e2"]);
    expect(events(withMeeting(member("s1"), two, { event: undefined }))).toEqual([undefined, undefined]);
    expect(events(withMeeting(member("s3", 3, "organiser"), two, { event: "e3" }))).toEqual([
      "e3",
      undefined,
    ]);
    const remarks = (one: Acquaintance) => one.meetings.map(({ remark }) => remark);
    expect(remarks(withMeeting(member("s2"), two, { remark: "r2" }))).toEqual(["r1", "r2"]);
    expect(remarks(withMeeting(member("s1"), two, { remark: undefined }))).toEqual([undefined, undefined]);
  });

  it("loses what one of two brought, and is gone without the last", () => {
    const two = merge(card("a", "s1"), card("b", "s2"));
    const left = withoutMember(member("s1"), two);
    expect(left?.meetings.map(({ seat }) => seat)).toEqual(["s2"]);
    expect(left).not.toHaveProperty("from");
    expect(left && withoutMember(member("s2"), left)).toBeUndefined();
  });

  it("takes each picture once, and no more than there is room for", () => {
    const photo = (fileId: string) => ({ kind: "photo" as const, fileId });
    const ids = ["f0", "f0", "f1", "f2", "f3", "f4", "f5"];
    const full = ids.reduce((one, id) => withPhoto(one, photo(id)), card("a", "s1"));
    expect(full.photos).toEqual(ids.slice(1, 1 + MOST_PHOTOS).map(photo));
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
