import { describe, expect, test } from "vitest";
import { readMission } from "../../src/domain/mission-check.ts";
import { missionFile, problemsIn } from "./mission-file.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

function firstProblem(file: string | Uint8Array) {
  const reading = readMission(file);
  return reading.ok ? undefined : reading.problems[0];
}

describe("a file as bytes", () => {
  test("may begin with a byte order mark", () => {
    expect(problemsIn(`\uFEFF${missionFile()}`)).toEqual([]);
    expect(problemsIn(bytes(`\uFEFF${missionFile()}`))).toEqual([]);
  });

  test("must be UTF-8", () => {
    const koi8 = Uint8Array.from([0x22, 0xcd, 0xc9, 0xd2, 0x22]);
    expect(problemsIn(koi8)).toEqual(["not-utf8"]);
  });

  test("must not be empty", () => {
    expect(problemsIn("")).toEqual(["file-empty"]);
    expect(problemsIn(" \n")).toEqual(["file-empty"]);
  });

  test("is refused when it is huge, or nested beyond sense", () => {
    expect(problemsIn(new Uint8Array(6 * 1024 * 1024))).toEqual(["file-big"]);
    expect(problemsIn("[".repeat(200_000))).toEqual(["nesting-deep"]);
    expect(problemsIn(`"/* " ${'{"a":'.repeat(100_000)}`)).toEqual(["nesting-deep"]);
  });
});

describe("a mistake of JSON", () => {
  test.each([
    ['{\n  "id": "a",\n}', "json-comma-trailing", 3, 1],
    ['{ "languages": ["ru",] }', "json-comma-trailing", 1, 22],
    ['{\n  "id": "a"\n  "title": "b"\n}', "json-comma-missing", 3, 3],
    ['{ "id" "a" }', "json-colon-missing", 1, 8],
    ['{ "id": "a" // the id\n}', "json-comment", 1, 13],
    ["{ 'id': 'a' }", "json-quotes", 1, 3],
    ["{ “id”: 1 }", "json-quotes", 1, 3],
    ['{ "id": "a\n }', "json-string-unclosed", 1, 9],
    ['{ "id": "C:\\data" }', "json-escape", 1, 9],
    ["{ id: 1 }", "json-symbol", 1, 3],
    ['{ "capacity": NaN }', "json-symbol", 1, 15],
    ['{ "id": "a" } }', "json-extra", 1, 15],
  ])("in %j is %s at line %i, column %i", (text, code, line, column) => {
    const problem = firstProblem(text);
    expect(problem).toMatchObject({ path: "", code, values: { line, column } });
  });

  test("of a bracket never closed is told where the bracket was opened", () => {
    expect(firstProblem('{\n  "events": [\n    { "id": "a" }\n')).toMatchObject({
      code: "json-unclosed",
      values: { bracket: "[", line: 2, column: 13 },
    });
  });

  test("made by an invisible character names it", () => {
    expect(firstProblem('{ "id":\u00a0"a" }')?.values).toMatchObject({ symbol: "U+00A0" });
  });

  test("is the only one reported, for what follows is a consequence", () => {
    expect(problemsIn('{ "id": , "title": , }')).toHaveLength(1);
  });
});

describe("JSON that is no mission", () => {
  test.each(["[]", "null", "7", '"text"'])("%s", (text) => {
    expect(problemsIn(text)).toEqual(["not-an-object"]);
  });
});

describe("a key given twice", () => {
  test("is a problem, for only the last would count", () => {
    const file = missionFile().replace('"id":"wreath-laying"', '"id":"parade","id":"wreath-laying"');
    expect(problemsIn(file)).toEqual(["events[0].id key-twice"]);
  });

  test("in two objects is given once in each", () => {
    expect(problemsIn(missionFile())).toEqual([]);
  });
});

test("a key named __proto__ is a field like any other", () => {
  const file = missionFile().replace('"format":1', '"format":1,"__proto__":{"id":"x"}');
  expect(problemsIn(file)).toEqual(["__proto__ field-unknown"]);
});

test("a number beyond all numbers is refused, not calculated with", () => {
  const file = missionFile().replace('"latitude":56.02', '"latitude":1e999');
  expect(problemsIn(file)).toHaveLength(1);
});
