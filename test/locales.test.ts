import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Message, parse, type SelectExpression, type VariableReference, Visitor } from "@fluent/syntax";
import { describe, expect, test } from "vitest";
import { languages } from "../src/domain/mission.ts";
import { organiserCommands } from "../src/messages/help.ts";
import { columnsOf, SEEN_COLUMNS } from "../src/messages/labels.ts";

const root = join(import.meta.dirname, "..");

/** Every message of a language, by its key. */
function messagesIn(language: string): Map<string, Message> {
  const messages = new Map<string, Message>();
  const names = readdirSync(join(root, "data/locales"));
  for (const file of names.filter((name) => `.${name}`.endsWith(`.${language}.ftl`))) {
    for (const entry of parse(readFileSync(join(root, "data/locales", file), "utf8"), {}).body) {
      if (entry.type === "Junk") throw new Error(`${file} cannot be read here: ${entry.content}`);
      if (entry.type !== "Message") continue;
      if (messages.has(entry.id.name)) throw new Error(`${file} has ${entry.id.name} twice`);
      messages.set(entry.id.name, entry);
    }
  }
  return messages;
}

const russian = messagesIn("ru");
const keys = [...russian.keys()].sort();

function variablesOf(message: Message): string[] {
  const names = new Set<string>();
  const visitor = new (class extends Visitor {
    override visitVariableReference(reference: VariableReference) {
      names.add(reference.id.name);
    }
  })();
  visitor.visit(message);
  return [...names].sort();
}

/** What a button says when all that is filled in are small numbers; undefined where it is a title or a name. */
function labelOf(message: Message): string | undefined {
  if (variablesOf(message).some((name) => !["count", "people", "number"].includes(name))) return undefined;
  const parts = message.value?.elements.map((one) => (one.type === "TextElement" ? one.value : "12"));
  return parts?.join("");
}

/** The plural forms of each choice by number in a message: `["few", "one", "other"]`. */
function pluralsOf(message: Message): string[][] {
  const plurals: string[][] = [];
  const visitor = new (class extends Visitor {
    override visitSelectExpression(expression: SelectExpression) {
      const forms = expression.variants.map(({ key }) => (key.type === "Identifier" ? key.name : key.value));
      if (forms.every((form) => pluralForms.includes(form))) plurals.push(forms.sort());
      this.genericVisit(expression);
    }
  })();
  visitor.visit(message);
  return plurals;
}

const pluralForms = ["zero", "one", "two", "few", "many", "other"];

/** Everything that is said is said from here. */
const sources = ["src", "scenes"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(root, folder, file), "utf8")),
);
const code = sources.join("\n");

/** Keys written out where they are said: `say("until", …)`, `rich("gathering", …)`, `t("problem-line", …)`. */
const saidKeys = [
  ...code.matchAll(/(?:\b(?:say|rich|t|alert)|\bfact\(speech,|section\(reading,)\s*\(?\s*"([a-z][\w-]*)"/g),
].map(([, key = ""]) => key);
/** The beginnings of keys put together when they are said: `command-${name}`. */
const saidFamilies = [...code.matchAll(/\b(?:say|perhaps|t)\(\s*`([a-z][\w-]*-)\$\{/g)].map(
  ([, family = ""]) => family,
);
/** Anything between quotation marks that may be a key on its way to being said. */
const quoted = new Set([...code.matchAll(/"([a-z][A-Za-z]*(?:-[A-Za-z]+)*)"/g)].map(([, text = ""]) => text));

describe.each(languages)("the locale %s", (language) => {
  const messages = messagesIn(language);

  // The last letters may be missing of what a phone 320 pixels wide shows in large type, not words.
  test("says on a button no more than is seen", () => {
    const labels = [...messages].filter(([key]) => /^(?:button|desk|export|file-kind)-/.test(key));
    expect(labels.length).toBeGreaterThan(100);
    const long = labels.filter(([, message]) => columnsOf(labelOf(message) ?? "") > SEEN_COLUMNS + 3);
    expect(long.map(([key]) => key)).toEqual([]);
  });

  test("has every key", () => {
    expect([...messages.keys()].sort()).toEqual(keys);
  });

  test("has the same variables in each", () => {
    const variables = (of: ReadonlyMap<string, Message>) =>
      keys.map((key) => {
        const message = of.get(key);
        return `${key}: ${message === undefined ? "missing" : variablesOf(message)}`;
      });
    expect(variables(messages)).toEqual(variables(russian));
  });

  test("says something under each, and has none of the attributes nobody reads", () => {
    const strange = [...messages.values()].filter(
      ({ value, attributes }) => value === null || attributes.length > 0,
    );
    expect(strange.map(({ id }) => id.name)).toEqual([]);
  });

  test("has every plural form of its language", () => {
    const forms: string[] = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    // Whole things are counted; «many» and «other» are one form in Russian then, and «other» has it.
    const needed = forms.filter((form) => form !== "many").sort();
    const plurals = [...messages].flatMap(([key, message]) =>
      pluralsOf(message).map((given) => ({ key, given })),
    );
    expect(plurals.length).toBeGreaterThan(3);
    expect(plurals.filter(({ given }) => needed.some((form) => !given.includes(form)))).toEqual([]);
  });
});

describe("the code", () => {
  test("says only what the locales have", () => {
    expect(saidKeys.length).toBeGreaterThan(80);
    expect(saidKeys.filter((key) => !russian.has(key))).toEqual([]);
  });

  test("makes keys only of families the locales have", () => {
    expect(saidFamilies.length).toBeGreaterThan(4);
    expect(saidFamilies.filter((family) => !keys.some((key) => key.startsWith(family)))).toEqual([]);
  });

  test("describes the commands there are", () => {
    const described = keys.filter((key) => key.startsWith("command-"));
    expect(described).toEqual([...organiserCommands, "missions"].map((name) => `command-${name}`).sort());
  });

  test("says everything the locales have", () => {
    const unsaid = keys.filter(
      (key) => !quoted.has(key) && !saidFamilies.some((family) => key.startsWith(family)),
    );
    expect(unsaid).toEqual([]);
  });
});
