import { expect, test } from "vitest";
import { isDeskPart } from "../../src/messages/desk.ts";

test("a part of the desk is one of those there are, whatever a forged button says", () => {
  expect(["results", "records", "attention", "constructor", "toString", ""].filter(isDeskPart)).toEqual([
    "results",
    "records",
  ]);
});
