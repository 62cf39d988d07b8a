/**
 * What can be wrong with a mission file, said as data: where, what, and with which values. The sentences are in the
 * locales, under `problem-<code>`; messages/problems.ts puts the two together.
 */

/** Every code, in the order a file is read: as bytes, as JSON, as shape, as a programme. */
export const problemCodes = [
  // bytes and JSON
  "file-big",
  "not-utf8",
  "file-empty",
  "nesting-deep",
  "json-unclosed",
  "json-comma-trailing",
  "json-comma-missing",
  "json-colon-missing",
  "json-comment",
  "json-quotes",
  "json-string-unclosed",
  "json-escape",
  "json-control",
  "json-symbol",
  "json-extra",
  "json-malformed",
  "not-an-object",
  "key-twice",
  // shape
  "field-unknown",
  "field-missing",
  "field-null",
  "wrong-type",
  "not-among",
  "kind-unknown",
  "language-unknown",
  "format-unknown",
  "id-malformed",
  "text-empty",
  "text-long",
  "list-empty",
  "list-long",
  "zone-unknown",
  "time-malformed",
  "time-offset",
  "date-impossible",
  "clock-malformed",
  "duration-malformed",
  "lead-zero",
  "lead-long",
  "number-whole",
  "capacity-range",
  "latitude-range",
  "longitude-range",
  "coordinates-swapped",
  "phone-malformed",
  "telegram-malformed",
  "url-malformed",
  "colour-malformed",
  "unreadable",
  // the programme
  "id-twice",
  "id-unknown",
  "id-unknown-often",
  "aide-self",
  "aide-circle",
  "language-twice",
  "time-skipped",
  "end-before-start",
  "end-at-start",
  "gathering-late",
  "departs-early",
  "departs-late",
  // warnings
  "time-repeated",
  "gathering-placeless",
  "overlap",
  "choice-single",
  "choice-apart",
  "to-idle",
  "capacity-idle",
  "lead-twice",
  "listed-twice",
  "language-unlisted",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** The way from the top of the file to a value: names of fields, and places in lists counted from 0. */
export type Path = readonly (string | number)[];

/**
 * What a sentence is made with. Two names are the same for every code: `near` is the known word that was probably
 * meant, `options` the words there are, given where nothing is near.
 */
export type ProblemValues = Readonly<Record<string, string | number>>;

/** A problem while the file is still being read: its path is not yet written out. */
export type Finding = { readonly path: Path; readonly code: ProblemCode; readonly values: ProblemValues };

/** One mistake. `path` is written as in JavaScript, `events[3].end`; the file as a whole is the empty path. */
export type Problem = { readonly path: string; readonly code: ProblemCode; readonly values: ProblemValues };

export function finding(path: Path, code: ProblemCode, values: ProblemValues = {}): Finding {
  return { path, code, values };
}

export function isProblemCode(text: string): text is ProblemCode {
  return (problemCodes as readonly string[]).includes(text);
}

/** `["events", 3, "end"]` → `events[3].end`; a name that is not a plain word stands in brackets, shortened. */
export function pathText(path: Path): string {
  return path.reduce<string>((before, step) => {
    if (typeof step === "number") return `${before}[${step}]`;
    if (!/^[\p{L}$_][\p{L}\p{N}$_-]*$/u.test(step)) return `${before}[${shown(step)}]`;
    return before === "" ? shortened(step) : `${before}.${shortened(step)}`;
  }, "");
}

/** A value of the file as a sentence quotes it: as JSON, on one line, at most 60 characters. */
export function shown(value: unknown): string {
  return shortened(typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "?"));
}

/** A text of the file on one line, without what cannot be seen, at most 60 characters. */
export function shortened(text: string): string {
  const characters = [...text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ")];
  return characters.length <= 60 ? characters.join("") : `${characters.slice(0, 59).join("")}…`;
}
