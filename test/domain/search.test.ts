import fc from "fast-check";
import { expect, test } from "vitest";
import { foldedQuery, isFound } from "../../src/domain/search.ts";

test.each([
  ["  Семён ", "семен"],
  ["ТЁМНЫЙ:лес", "темный лес"],
  ["ﾄﾔﾏ", "トヤマ"],
  ["?!", ""],
])("«%s» is looked for as «%s»", (typed, query) => {
  expect(foldedQuery(typed)).toBe(query);
});

test("case, «ё» and the rest of a word do not matter; every word must be there", () => {
  const texts = ["Семёнова", "Директор по науке", undefined];
  for (const typed of ["семенова", "СЕМЁН", "наук", "наук семен", ""])
    expect(isFound(foldedQuery(typed), texts)).toBe(true);
  for (const typed of ["семенов иван", "директор по культуре"])
    expect(isFound(foldedQuery(typed), texts)).toBe(false);
});

test("a query fits its button whatever is typed, and finds at least what was typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (typed) => {
      const query = foldedQuery(typed);
      expect(Buffer.byteLength(query)).toBeLessThanOrEqual(36);
      expect(query).not.toContain(":");
      expect(isFound(query, [query])).toBe(true);
    }),
  );
});
