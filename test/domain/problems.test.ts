import { expect, test } from "vitest";
import { pathText, shown } from "../../src/domain/problems.ts";

test.each([
  [[], ""],
  [["events", 3, "end"], "events[3].end"],
  [["reminders", "first of day"], 'reminders["first of day"]'],
  [["заголовок"], "заголовок"],
])("the path %j is written %s", (path, text) => {
  expect(pathText(path)).toBe(text);
});

test("a value is shown as JSON, on one line and not at length", () => {
  expect(shown({ ru: "a\nb" })).toBe('{"ru":"a\\nb"}');
  expect(shown(Number.POSITIVE_INFINITY)).toBe("Infinity");
  expect(shown("x".repeat(100))).toHaveLength(60);
});
