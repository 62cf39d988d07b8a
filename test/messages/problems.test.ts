import { readFileSync } from "node:fs";
import { parse, type VariableReference, Visitor } from "@fluent/syntax";
import { I18n } from "@grammyjs/i18n";
import { describe, expect, test } from "vitest";
import { languages } from "../../src/domain/mission.ts";
import { readMission } from "../../src/domain/mission-check.ts";
import { problemCodes } from "../../src/domain/problems.ts";
import { problemLine } from "../../src/messages/problems.ts";
import { event, missionFile } from "../domain/mission-file.ts";

const source = (language: string) =>
  readFileSync(new URL(`../../data/locales/problems.${language}.ftl`, import.meta.url), "utf8");

function linesOf(file: string, language = "en"): string[] {
  const i18n = new I18n({ defaultLocale: language });
  i18n.loadLocaleSync(language, { source: source(language), bundleOptions: { useIsolating: false } });
  const reading = readMission(file);
  const problems = reading.ok ? reading.warnings : [...reading.problems, ...reading.warnings];
  return problems.map((problem) =>
    problemLine((key, variables) => i18n.t(language, key, variables), problem),
  );
}

const lineOf = (change: Record<string, unknown>, language?: string) =>
  linesOf(missionFile({ events: [event(change)] }), language);

describe("a problem in words", () => {
  test.each([
    [{ end: "2016-11-17T09:30" }, "events[0].end: before its start (10:00 → 09:30)"],
    [{ kind: "ceremon" }, "events[0].kind: «ceremon» is not a kind of event; did you mean «ceremony»?"],
    [{ tittle: "x" }, "events[0].tittle: unknown field; did you mean «title»?"],
    [{ venue: "memorail" }, "events[0].venue: no venue has the id «memorail»; did you mean «memorial»?"],
    [{ start: undefined }, "events[0].start: missing"],
    [{ title: "x".repeat(301) }, "events[0].title: too long: 301 characters, at most 300"],
    [{ capacity: "30" }, 'events[0].capacity: must be a number without quotation marks, but is "30"'],
    [
      { status: "perhaps" },
      "events[0].status: «perhaps» is not possible here; write one of: confirmed, tentative",
    ],
    [
      { start: "2016-11-31T10:00" },
      "events[0].start: «2016-11-31T10:00»: there is no such date or time in the calendar",
    ],
  ])("%j", (change, line) => {
    expect(lineOf(change)).toEqual([line]);
  });

  test("in each language of the bot", () => {
    const change = { end: "2016-11-17T09:30" };
    expect(lineOf(change, "ru")).toEqual(["events[0].end: раньше начала (10:00 → 09:30)"]);
    expect(lineOf(change, "ja")).toEqual(["events[0].end: 開始より前です(10:00 → 09:30)"]);
  });

  test("about the file as a whole has no path before it", () => {
    expect(linesOf("")).toEqual(["The file is empty."]);
    expect(linesOf('{\n  "id": "a",\n}')).toEqual([
      "Line 3, column 1: there is a comma before the closing bracket }; take the comma out.",
    ]);
  });

  test("stays one short line whatever the file holds", () => {
    const [line] = lineOf({ kind: `${"long ".repeat(1000)}\nand of two lines` });
    expect(line?.length).toBeLessThan(400);
    expect(line).not.toContain("\n");
    expect(lineOf({ kind: "two\nlines" }).join()).not.toContain("\n");
  });
});

describe("the sentences", () => {
  test.each(languages)("in %s are there for every code, and for no other", (language) => {
    const codes = [...variablesByMessage(language).keys()]
      .filter((key) => key.startsWith("problem-"))
      .map((key) => key.slice("problem-".length));
    const frames = ["line", "near", "options"];
    expect(codes.sort()).toEqual([...problemCodes, ...frames].sort());
  });

  test.each(languages)("in %s use the same values as in English", (language) => {
    expect(variablesByMessage(language)).toEqual(variablesByMessage("en"));
  });
});

/** The names of the variables of each message, in alphabetical order. */
function variablesByMessage(language: string): Map<string, string[]> {
  const messages = new Map<string, string[]>();
  for (const entry of parse(source(language), {}).body) {
    if (entry.type === "Junk") throw new Error(`problems.${language}.ftl: ${entry.content}`);
    if (entry.type !== "Message") continue;
    const names = new Set<string>();
    const visitor = new (class extends Visitor {
      override visitVariableReference(reference: VariableReference) {
        names.add(reference.id.name);
      }
    })();
    visitor.visit(entry);
    messages.set(entry.id.name, [...names].sort());
  }
  return messages;
}
