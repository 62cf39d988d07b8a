import fc from "fast-check";
import { expect, test } from "vitest";
import { type CellValue, itemsIn, joined, readCell } from "../../src/documents/cells.ts";

const item = fc
  .oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom('"', '""', ",", "a, b", '"a" b', "—", "、", "\n", "'"),
  )
  .map((text) => text.trim());

test("items come back as they were joined, whatever stands in them", () => {
  fc.assert(
    fc.property(fc.array(item, { minLength: 1 }), (items) => {
      expect(itemsIn(joined(items))).toEqual(items);
    }),
  );
});

test.each([
  ["паспорт, виза", ["паспорт", "виза"]],
  ["паспорт;\nвиза", ["паспорт", "виза"]],
  ["名札、旅券", ["名札", "旅券"]],
  ['"паспорт, копия", виза', ["паспорт, копия", "виза"]],
  ['"Ракета" и другие, виза', ['"Ракета" и другие', "виза"]],
  ['"не закрыто, виза', ['"не закрыто', "виза"]],
])("%j is a list", (cell, items) => {
  expect(itemsIn(cell)).toEqual(items);
});

test.each<[Parameters<typeof readCell>[0], Exclude<CellValue, null>, unknown]>([
  ["clock", "7:30", "07:30"],
  ["clock", 0.3125, "07:30"],
  ["clock", new Date("1899-12-30T07:30Z"), "07:30"],
  ["clock", "нет", null],
  ["time", new Date("1899-12-30T07:30Z"), "07:30"],
  ["time", "31.02.2016 10:00", "2016-02-31T10:00"],
  ["time", "завтра", "завтра"],
  ["lead", 20, "PT20M"],
  ["lead", "2 часа", "2 часа"],
  ["number", "1,5", 1.5],
  ["phone", "+7 000 000-00-00", "+7 000 000-00-00"],
  ["word", 12, "12"],
  ["word", true, "true"],
])("as a %s, %j is read as %j", (form, cell, value) => {
  expect(readCell(form, cell)).toEqual({ value });
});

test("what is neither yes nor no, nor a number, is said to be unreadable and never guessed", () => {
  expect(readCell("flag", "может быть")).toEqual({ unreadable: "flag" });
  expect(readCell("number", "много")).toEqual({ unreadable: "number" });
  expect(readCell("number", new Date(0))).toEqual({ unreadable: "number" });
});
