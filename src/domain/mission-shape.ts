/** What the schema finds wrong, in the codes of problems.ts: one finding for each value that is not as it should be. */
import { z } from "zod";
import { kinds, languages, missionSchema } from "./mission.ts";
import { nearest } from "./nearest.ts";
import {
  type Finding,
  finding,
  isProblemCode,
  type Path,
  type ProblemCode,
  type ProblemValues,
  pathText,
  shortened,
  shown,
} from "./problems.ts";
import { valueAt } from "./salvage.ts";

type Issue = z.core.$ZodIssue;

/** Every value of the wrong shape, and every field the format does not have. */
export function checkShape(value: unknown): Finding[] {
  const result = missionSchema.safeParse(value);
  if (result.success) return [];
  const findings = withoutEchoes(result.error.issues.flatMap((issue) => findingsOf(value, issue, [])));
  // zod may complain of a value twice, once for how it is written and once for what it means; the first says enough.
  return [
    ...new Map(findings.toReversed().map((found) => [pathText(found.path), found])).values(),
  ].toReversed();
}

/** A field whose name is misspelt is not missing as well. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const misspelt = findings.filter(({ values }) => values.near !== undefined);
  const meantFields = new Set(
    misspelt.map(({ path, values }) => pathText([...path.slice(0, -1), String(values.near)])),
  );
  return findings.filter(({ path, code }) => code !== "field-missing" || !meantFields.has(pathText(path)));
}

function findingsOf(root: unknown, issue: Issue, above: Path): Finding[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
  const value = valueAt(root, path);
  if (value === undefined) return [finding(path, "field-missing")];
  if (value === null) return [finding(path, "field-null")];
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownField(path, key));
  if (issue.code === "invalid_union") {
    // Only a text has two forms. One given by language is judged as such.
    const within =
      typeof value === "object" ? issue.errors.find((errors) => errors.every(goesDeeper)) : undefined;
    if (within) return within.flatMap((deeper) => findingsOf(root, deeper, path));
    return [finding(path, "wrong-type", { expected: "text", found: shown(value) })];
  }
  if (issue.code === "invalid_value" && !isProblemCode(issue.message)) {
    const options = issue.values.map(String);
    return [finding(path, codeOfOptions(options), { value: quoted(value), ...meant(value, options) })];
  }
  if (issue.code === "invalid_type") {
    const expected = expectedType(issue.expected);
    // A number that is not whole, or beyond all numbers (1e999), is of the right type to everybody but zod.
    if (jsonType(value) !== expected) return [finding(path, "wrong-type", { expected, found: shown(value) })];
  }
  const code = isProblemCode(issue.message) ? issue.message : "unreadable";
  // A text in none of the bot's languages is not empty, and each of its languages has its line.
  if (code === "text-empty" && typeof value === "object" && Object.keys(value).length > 0) return [];
  return [refined(root, path, code, value, limitOf(issue))];
}

function goesDeeper(issue: Issue): boolean {
  return issue.path.length > 0 || issue.code === "unrecognized_keys";
}

/** Fluent selects on these words. */
function expectedType(expected: string): string {
  if (expected === "int") return "number";
  if (expected === "record") return "object";
  return expected;
}

function jsonType(value: unknown): string {
  return Array.isArray(value) ? "array" : typeof value;
}

function limitOf(issue: Issue): number {
  return issue.code === "too_big" ? Number(issue.maximum) : 0;
}

/** Says more exactly what is wrong where a look at the value tells. */
function refined(root: unknown, path: Path, code: ProblemCode, value: unknown, most: number): Finding {
  const values: ProblemValues = { value: quoted(value) };
  switch (code) {
    case "text-long":
      return finding(path, code, { length: String(value).trim().length, most });
    case "list-long":
      return finding(path, code, { length: Array.isArray(value) ? value.length : 0, most });
    case "time-malformed":
      return finding(
        path,
        /T\d\d:\d\d.*(Z|[+-]\d\d(:?\d\d)?)$/i.test(String(value)) ? "time-offset" : code,
        values,
      );
    case "zone-unknown":
      return finding(path, code, { ...values, ...nearestZone(String(value)) });
    case "latitude-range": {
      const longitude = valueAt(root, [...path.slice(0, -1), "longitude"]);
      const swapped =
        Math.abs(Number(value)) <= 180 && typeof longitude === "number" && Math.abs(longitude) <= 90;
      return swapped
        ? finding(path, "coordinates-swapped", { ...values, longitude: String(longitude) })
        : finding(path, code, values);
    }
    default:
      return finding(path, code, values);
  }
}

/** Somebody who writes «Moscow» means Europe/Moscow. */
function nearestZone(name: string): { near?: string } {
  const zones = Intl.supportedValuesOf("timeZone");
  const cityOf = (zone: string) => zone.slice(zone.lastIndexOf("/") + 1);
  const city = nearest(cityOf(name).replaceAll(" ", "_"), zones.map(cityOf));
  const near = nearest(name, zones) ?? zones.find((zone) => cityOf(zone) === city);
  return near === undefined ? {} : { near };
}

function codeOfOptions(options: readonly string[]): ProblemCode {
  if (options.length === kinds.length && options.includes("ceremony")) return "kind-unknown";
  return options.join() === languages.join() ? "language-unknown" : "not-among";
}

function unknownField(path: Path, field: string): Finding {
  const known = fieldsAt(missionSchema, path);
  const code = known.join() === languages.join() ? "language-unknown" : "field-unknown";
  return finding([...path, field], code, { value: shortened(field), ...meant(field, known) });
}

/** The word that was meant, or all words there are. */
function meant(value: unknown, options: readonly string[]): { near: string } | { options: string } {
  const near = typeof value === "string" ? nearest(value, options) : undefined;
  return near === undefined ? { options: options.join(", ") } : { near };
}

/** The names of the fields an object may have at this place of the file. */
function fieldsAt(schema: unknown, path: Path): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return fieldsAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => fieldsAt(option, path));
  const [step, ...rest] = path;
  if (schema instanceof z.ZodObject) {
    return step === undefined ? Object.keys(schema.shape) : fieldsAt(schema.shape[step], rest);
  }
  if (schema instanceof z.ZodArray && step !== undefined) return fieldsAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) {
    if (step !== undefined) return fieldsAt(schema.valueType, rest);
    return schema.keyType instanceof z.ZodEnum ? schema.keyType.options.map(String) : [];
  }
  return [];
}

/** A text as it stands between «», anything else as JSON. */
function quoted(value: unknown): string {
  return typeof value === "string" ? shortened(value) : shown(value);
}
