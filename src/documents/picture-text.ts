/** Words in a picture: fonts that ship with a package, so that no machine's own are needed, and lines that fit. */
import { createRequire } from "node:module";
import { GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import type { Language } from "../domain/mission.ts";

const FAMILY = "Attache Sans";
const JAPANESE = "Attache Sans JP";
const files = [
  ["@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf", FAMILY],
  ["@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf", FAMILY],
  ["@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf", JAPANESE],
  ["@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf", JAPANESE],
] as const;

/** Registers the fonts with the first picture, which takes some tenths of a second, and not again. */
export function readyFonts(): void {
  if (GlobalFonts.has(JAPANESE)) return;
  const { resolve } = createRequire(import.meta.url);
  for (const [file, family] of files) {
    if (GlobalFonts.registerFromPath(resolve(file), family) === null) throw new Error(`cannot read ${file}`);
  }
}

/** How a text looks; sizes in pixels. */
export interface Look {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour: string;
}

export function setFont(context: SKRSContext2D, { size, bold, colour }: Look): void {
  context.font = `${bold ? 700 : 400} ${size}px "${FAMILY}", "${JAPANESE}"`;
  context.fillStyle = colour;
}

const pictures =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\uFE0E|\uFE0F|\u200D|\u20E3/gu;

/** What no font of ours can draw is left out rather than shown as a box. */
export function drawable(text: string): string {
  return text.replaceAll(pictures, "").replaceAll(/\s+/g, " ").trim();
}

/** The text in lines no wider than `width`, at most so many; what is cut off is shown to be. */
export function wrapped(
  context: SKRSContext2D,
  text: string,
  { width, most, language }: { width: number; most: number; language: Language },
): string[] {
  const fits = (line: string) => context.measureText(line.trimEnd()).width <= width;
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(drawable(text), language, fits)) {
    if (line !== "" && !fits(line + piece)) {
      lines.push(line);
      if (lines.length > most) break;
      line = "";
    }
    line += line === "" ? piece.trimStart() : piece;
  }
  if (line.trim() !== "") lines.push(line);
  if (lines.length <= most) return lines.map((one) => one.trimEnd());
  let last = lines
    .slice(most - 1)
    .join("")
    .trimEnd();
  while (last !== "" && !fits(`${last}…`)) last = [...last].slice(0, -1).join("");
  return [...lines.slice(0, most - 1).map((one) => one.trimEnd()), `${last.trimEnd()}…`];
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Words with what follows them; Japanese, which has no spaces, is cut between its words. A word too long is cut anywhere. */
function pieces(text: string, language: Language, fits: (text: string) => boolean): string[] {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "word" });
  segmenters.set(language, known);
  const words: string[] = [];
  let glued = false;
  for (const { segment, isWordLike } of known.segment(text)) {
    const before = words.at(-1);
    // Punctuation stays with the word before it, an opening bracket and a hyphen's other half with the one after.
    const opens = /^[«“‘([{「『(№—–]$/u.test(segment);
    const japanese = /[\u3040-\u30FF\u3400-\u9FFF]/.test(segment);
    if (before !== undefined && (glued || (!isWordLike && !opens) || !(japanese || /\s$/.test(before)))) {
      words[words.length - 1] = before + segment;
    } else words.push(segment);
    glued = opens;
  }
  return words.flatMap((word) => (fits(word) ? [word] : [...word]));
}
