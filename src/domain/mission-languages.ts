/** The languages a mission says it is in, against the languages its texts are in. */
import { type Language, languages, type Mission } from "./mission.ts";
import { type Finding, finding, type Path, pathText } from "./problems.ts";
import { readable, type Salvaged } from "./salvage.ts";

type Draft = Salvaged<Mission>;

export function checkLanguages(draft: Draft): Finding[] {
  const listed = [...readable(draft.languages)];
  const again = listed.filter(([index, language]) =>
    listed.some(([before, other]) => before < index && other === language),
  );
  return again.map(([index, language]) =>
    finding(["languages", index], "language-twice", { value: language }),
  );
}

/** One line for each language in which there are texts nobody will be offered. */
export function warnOfLanguages(draft: Draft): Finding[] {
  const listed = draft.languages;
  if (listed === undefined || listed.includes(undefined)) return [];
  return languages
    .filter((language) => !listed.includes(language))
    .flatMap((language) => {
      const first = firstTextIn(draft, language, []);
      if (!first) return [];
      return [finding(["languages"], "language-unlisted", { value: language, first: pathText(first) })];
    });
}

/** Nothing but a text has fields named after languages. */
function firstTextIn(value: unknown, language: Language, path: Path): Path | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    if (key === language && typeof part === "string") return [...path, step];
    const found = firstTextIn(part, language, [...path, step]);
    if (found) return found;
  }
  return undefined;
}
