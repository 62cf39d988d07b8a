/** What people and files write, made fit to stand among the bot's own words. */

/**
 * A text without what would garble the lines around it: direction overrides, control characters, the private-use
 * characters the bot marks places with, and runs of line breaks.
 */
export function cleaned(text: string): string {
  return text
    .replaceAll(/[\u202A-\u202E\u2066-\u2069\uE000\uE001]/g, "")
    .replaceAll(/\p{Cc}/gu, (control) => kept.get(control) ?? "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** The control characters that mean something in a text. */
const kept = new Map([
  ["\n", "\n"],
  ["\t", " "],
]);

/** Whether nothing is left of a text to be read. */
export function isBlank(text: string): boolean {
  return !/[^\p{C}\p{Z}\u115F\u1160\u3164\uFFA0]/u.test(cleaned(text));
}

/** A text as it is compared: whatever its case, width (NFKC), marks of direction; «ё» counts as «е». */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\p{Cf}]/gu, "")
    .replaceAll("ё", "е")
    .trim();
}

/** The same words as they begin a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
