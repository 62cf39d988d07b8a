/** The problems of a mission file as sentences in the reader's language. */
import type { Problem } from "../domain/problems.ts";

/** Says the sentence of a key of data/locales in the reader's language. */
export type Translate = (key: string, variables?: Record<string, string | number>) => string;

/** One line: `events[3].end: before its start (10:00 → 09:30)`. A problem of the whole file has no path before it. */
export function problemLine(t: Translate, { path, code, values }: Problem): string {
  const sentence = withSuggestion(t, t(`problem-${code}`, values), values);
  return path === "" ? sentence : t("problem-line", { path, sentence });
}

function withSuggestion(t: Translate, sentence: string, { near, options }: Problem["values"]): string {
  if (near !== undefined) return t("problem-near", { sentence, near });
  return options === undefined ? sentence : t("problem-options", { sentence, options });
}
