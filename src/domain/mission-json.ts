/** From bytes to a JSON value: where a file stops being readable, said by line and column. */
import { createScanner, type JSONPath, type ParseErrorCode, visit } from "jsonc-parser";
import { type Finding, finding, type ProblemCode, shortened } from "./problems.ts";

/** A programme of a month with three languages is a tenth of this. */
const mostMegabytes = 5;
/** The format goes six deep. Beyond this the parsers, which call themselves, might run out of stack. */
const mostNesting = 32;

/** Keys given twice are problems, but the value can be read all the same: as everywhere, the last one counts. */
export type JsonReading = { readonly value?: unknown; readonly findings: readonly Finding[] };

/** Reads a file as JSON. No `value` in the answer means that there is nothing further to check. Never throws. */
export function readJson(input: Uint8Array | string): JsonReading {
  if (input.length > mostMegabytes * 1024 * 1024) return refused("file-big", { most: mostMegabytes });
  const text = typeof input === "string" ? input.replace(/^\uFEFF/, "") : decoded(input);
  if (text === undefined) return refused("not-utf8");
  if (text.trim() === "") return refused("file-empty");
  if (nestingOf(text) > mostNesting) return refused("nesting-deep", { most: mostNesting });
  try {
    return { value: JSON.parse(text), findings: keysGivenTwice(text) };
  } catch {
    return { findings: [firstSyntaxError(text)] };
  }
}

function refused(code: ProblemCode, values: Record<string, number> = {}): JsonReading {
  return { findings: [finding([], code, values)] };
}

/** The text of UTF-8 bytes, with or without a byte order mark. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

// The numbers of jsonc-parser's const enums, which cannot be imported under isolated modules.
const token = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, end: 17 };

function nestingOf(text: string): number {
  const scanner = createScanner(text, true);
  let depth = 0;
  let deepest = 0;
  for (let kind: number = scanner.scan(); kind !== token.end; kind = scanner.scan()) {
    if (kind === token.openBrace || kind === token.openBracket) deepest = Math.max(deepest, ++depth);
    if (kind === token.closeBrace || kind === token.closeBracket) depth--;
  }
  return deepest;
}

/** JSON.parse keeps the last of two equal keys and says nothing; the first may have been the one that was meant. */
function keysGivenTwice(text: string): Finding[] {
  const findings: Finding[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (key, _offset, _length, line, _column, path: () => JSONPath) => {
      const seen = open.at(-1);
      if (seen?.has(key)) findings.push(finding([...path(), key], "key-twice", { line: line + 1 }));
      seen?.add(key);
    },
  });
  return findings;
}

/** jsonc-parser reads on after a mistake, but what it then says are mostly consequences: the first is reported. */
function firstSyntaxError(text: string): Finding {
  const open: { bracket: string; line: number; column: number }[] = [];
  let first: Finding | undefined;
  const opened = (offset: number, _length: number, line: number, column: number) => {
    if (!first) open.push({ bracket: text.charAt(offset), line: line + 1, column: column + 1 });
  };
  const closed = (offset: number) => {
    // The parser also ends what is open when the file ends, before it says that this is a mistake.
    if (!first && /[}\]]/.test(text.charAt(offset))) open.pop();
  };
  const options = { disallowComments: true, allowTrailingComma: false };
  visit(
    text,
    {
      onObjectBegin: opened,
      onArrayBegin: opened,
      onObjectEnd: closed,
      onArrayEnd: closed,
      onError: (error, offset, length, line, column) => {
        if (first) return;
        const place = { line: line + 1, column: column + 1 };
        const code = syntaxCode(error, text, offset);
        const innermost = open.at(-1);
        if (code !== "json-unclosed" || !innermost) {
          first = finding([], code, { ...place, symbol: symbolAt(text, offset, length) });
        } else {
          // Where the file ends helps nobody; where the bracket was opened does.
          first = finding([], code, { ...place, ...innermost });
        }
      },
    },
    options,
  );
  return first ?? finding([], "json-malformed", { line: 1, column: 1 });
}

/** See ParseErrorCode in jsonc-parser for the numbers. */
const syntaxCodes: Readonly<Record<number, ProblemCode>> = {
  1: "json-symbol", // InvalidSymbol
  2: "json-symbol", // InvalidNumberFormat
  3: "json-symbol", // PropertyNameExpected
  4: "json-symbol", // ValueExpected
  5: "json-colon-missing", // ColonExpected
  6: "json-comma-missing", // CommaExpected
  7: "json-unclosed", // CloseBraceExpected
  8: "json-unclosed", // CloseBracketExpected
  9: "json-extra", // EndOfFileExpected
  10: "json-comment", // InvalidCommentToken
  11: "json-comment", // UnexpectedEndOfComment
  12: "json-string-unclosed", // UnexpectedEndOfString
  13: "json-symbol", // UnexpectedEndOfNumber
  14: "json-escape", // InvalidUnicode
  15: "json-escape", // InvalidEscapeCharacter
  16: "json-control", // InvalidCharacter
};

function syntaxCode(error: ParseErrorCode, text: string, offset: number): ProblemCode {
  const code = syntaxCodes[error] ?? "json-malformed";
  if (code === "json-string-unclosed" || code === "json-comment") return code;
  const here = text.charAt(offset);
  if (/['‘’‚“”„«»`]/.test(here)) return "json-quotes";
  if (text.slice(offset).trim() === "" && code !== "json-extra") return "json-unclosed";
  if (/[}\]]/.test(here) && text.slice(0, offset).trimEnd().endsWith(",")) return "json-comma-trailing";
  return code;
}

/** What stands at the mistake; a character nobody can see is named by its number. */
function symbolAt(text: string, offset: number, length: number): string {
  const symbol = text.slice(offset, offset + Math.max(1, length)).trim();
  if (/^[\p{L}\p{N}\p{P}\p{S}]/u.test(symbol)) return shortened(symbol.split(/\s/)[0] ?? symbol);
  return `U+${(text.codePointAt(offset) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
