import { expect, test } from "vitest";
import { nearest } from "../../src/domain/nearest.ts";

test.each([
  ["ceremon", "ceremony"],
  ["metting", "meeting"],
  ["Meeting", "meeting"],
  ["mael", "meal"],
])("«%s» probably means «%s»", (word, meant) => {
  expect(nearest(word, ["ceremony", "meeting", "meal"])).toBe(meant);
});

test("a word far from all others means none of them", () => {
  expect(nearest("excursion", ["ceremony", "meeting", "meal"])).toBeUndefined();
  expect(nearest("", ["ceremony"])).toBeUndefined();
});
