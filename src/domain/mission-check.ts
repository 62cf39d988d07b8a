/**
 * Reading a mission file: everything that is wrong with it at once, in the order of the file, one finding for each
 * mistake. What can be read of a file with mistakes of shape is checked for sense as well.
 */
import { type Mission, missionSchema } from "./mission.ts";
import { warnOfConflicts } from "./mission-conflicts.ts";
import { readJson } from "./mission-json.ts";
import { checkLanguages, warnOfLanguages } from "./mission-languages.ts";
import { checkReferences, warnOfRepetition } from "./mission-references.ts";
import { checkShape } from "./mission-shape.ts";
import { checkTimes, warnOfTimes } from "./mission-times.ts";
import { type Finding, finding, type Path, type Problem, pathText, shown } from "./problems.ts";
import { salvage, valueAt } from "./salvage.ts";

/** A mission has no problems; warnings keep nobody from using it. */
export type Reading =
  | { readonly ok: true; readonly mission: Mission; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] };

/** Reads a mission from the text or the bytes of its file (UTF-8, JSON, format 1). Never throws. */
export function readMission(file: Uint8Array | string): Reading {
  const { value, findings } = readJson(file);
  if (value === undefined) return failed(findings);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return failed([finding([], "not-an-object", { found: shown(value) })]);
  }

  const shape = checkShape(value);
  const draft = salvage<Mission>(
    value,
    shape.map(({ path }) => path),
  );
  if (draft === undefined) return failed(shape);

  const problems = [
    ...findings,
    ...shape,
    ...checkReferences(draft),
    ...checkLanguages(draft),
    ...checkTimes(draft),
  ];
  const warnings = [
    ...warnOfTimes(draft),
    ...warnOfConflicts(draft),
    ...warnOfRepetition(draft),
    ...warnOfLanguages(draft),
  ];
  if (problems.length > 0) return failed(inFileOrder(value, problems), inFileOrder(value, warnings));
  return {
    ok: true,
    mission: missionSchema.parse(value),
    warnings: inFileOrder(value, warnings).map(written),
  };
}

function failed(problems: readonly Finding[], warnings: readonly Finding[] = []): Reading {
  return { ok: false, problems: problems.map(written), warnings: warnings.map(written) };
}

function written({ path, code, values }: Finding): Problem {
  return { path: pathText(path), code, values };
}

/** Sorted so that somebody who goes through the file from the top meets them one after another. */
function inFileOrder(value: object, findings: readonly Finding[]): Finding[] {
  const fields = new Map<object, Map<string, number>>();
  const positionOf = (parent: unknown, step: string | number): number => {
    if (typeof parent !== "object" || parent === null) return 0;
    const known = fields.get(parent) ?? new Map(Object.keys(parent).map((key, position) => [key, position]));
    fields.set(parent, known);
    // A field that is missing comes after those there are.
    return known.get(String(step)) ?? known.size;
  };
  const placeOf = (path: Path) =>
    path.map((step, depth) => positionOf(valueAt(value, path.slice(0, depth)), step));
  const placed = findings.map((found) => ({ found, place: placeOf(found.path) }));
  return placed.sort((one, other) => comparePlaces(one.place, other.place)).map(({ found }) => found);
}

function comparePlaces(one: readonly number[], other: readonly number[]): number {
  for (const [index, position] of one.entries()) {
    const difference = position - (other[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
