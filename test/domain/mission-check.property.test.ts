import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { missionSchema } from "../../src/domain/mission.ts";
import { readMission } from "../../src/domain/mission-check.ts";
import type { Path } from "../../src/domain/problems.ts";
import { runs } from "../support/runs.ts";
import { missionFile } from "./mission-file.ts";

/** Whatever the answer, it is one: a mission that fits the schema, or at least one problem. */
function expectAnAnswer(file: string | Uint8Array): void {
  const reading = readMission(file);
  if (reading.ok) expect(missionSchema.safeParse(reading.mission).success).toBe(true);
  else expect(reading.problems.length).toBeGreaterThan(0);
}

describe("reading never throws, and answers", () => {
  test("any bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), expectAnAnswer));
  });

  test("any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), expectAnAnswer));
  });

  test("any JSON", () => {
    fc.assert(fc.property(fc.json(), expectAnAnswer));
  });

  test("any text made of the pieces of JSON", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      "'",
      '"id"',
      "1",
      "-",
      "//",
      "/*",
      "\\",
      "\n",
      "tru",
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join("")),
        expectAnAnswer,
      ),
    );
  });

  test("a file cut off anywhere", () => {
    const whole = missionFile();
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        expect(readMission(whole.slice(0, length)).ok).toBe(false);
      }),
    );
  });
});

describe("a mission with any one thing in it changed", () => {
  const text = readFileSync(new URL("../../data/missions/tokyo.json", import.meta.url), "utf8");
  const paths = pathsIn(JSON.parse(text)).filter((path) => path.length > 0);
  const anyPath = fc.constantFrom(...paths);
  // Each reads a whole mission.
  const someRuns = { numRuns: runs(50) };

  test("dropped", () => {
    fc.assert(
      fc.property(anyPath, (path) => expectAnAnswer(changed(text, path, undefined))),
      someRuns,
    );
  });

  test("replaced by anything", () => {
    fc.assert(
      fc.property(anyPath, fc.jsonValue(), (path, value) => expectAnAnswer(changed(text, path, value))),
      someRuns,
    );
  });

  test("of another type is never overlooked", () => {
    fc.assert(
      fc.property(anyPath, (path) => {
        expect(readMission(changed(text, path, [[]])).ok).toBe(false);
      }),
      someRuns,
    );
  });
});

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const parts = Object.entries(value).map(([key, part]) =>
    pathsIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [path, ...parts.flat()];
}

function changed(text: string, path: Path, value: unknown): string {
  const root = JSON.parse(text);
  const parent = path.slice(0, -1).reduce((here, step) => here[step], root);
  const last = path.at(-1) ?? "";
  if (value === undefined && Array.isArray(parent)) parent.splice(Number(last), 1);
  else parent[last] = value;
  return JSON.stringify(root);
}
