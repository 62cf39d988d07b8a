/** What a button's label shows on the narrowest phone, and how labels that would look alike there are told apart. */

/** So many half-width columns of a label are seen alone in a row, 320 pixels wide and in large type; then it is cut. */
export const SEEN_COLUMNS = 27;

/** Fewer than so many columns of their own, and two labels look alike. */
const OWN = 3;

/** What is shared by fewer columns is not worth cutting. */
const SHARED = 12;

/** At least so much of what is shared stays, to say what kind of thing it is. */
const KEPT = 6;

/** Signs, numbers and times before the words: `🔔 5. `, `17.11 16:00 `. */
const LEAD = /^[^\p{L}]*/u;

/** Accents and joiners, which stand upon or within what is before them. */
const NONE = /\p{M}|\p{Cf}/u;

/** East Asian Wide and Fullwidth as far as people write them (Unicode Standard Annex 11). */
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u;
const EMOJI = /\p{Emoji_Presentation}/u;

/** How wide a text is in half-width columns: kana, characters of Japanese and emoji take two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) columns += columnsOfSign(sign);
  return columns;
}

function columnsOfSign(sign: string): number {
  if (NONE.test(sign)) return 0;
  return WIDE.test(sign) || EMOJI.test(sign) ? 2 : 1;
}

/**
 * Labels of one message, where those that begin alike for as long as is seen are shortened to what differs: of
 * `Представитель Комитета по развитию туризма` and `Представитель Комитета по внешним связям` remain `Предста… развитию
 * туризма` and `Представи… внешним связям`. All others stay as they are.
 */
export function toldApart(labels: readonly string[]): string[] {
  const parts = labels.map((label) => {
    const lead = LEAD.exec(label)?.[0] ?? "";
    return { label, lead, words: label.slice(lead.length) };
  });
  return parts.map(({ label, lead, words }) => {
    if (columnsOf(label) <= SEEN_COLUMNS) return label;
    const room = SEEN_COLUMNS - columnsOf(lead);
    const shared = parts
      .filter((other) => other.words !== words)
      .map((other) => sharedStart(words, other.words))
      .filter((start) => columnsOf(start) >= room - OWN)
      .map((start) => toWordsEnd(start, words));
    if (shared.length === 0) return label;
    const common = shared.reduce((one, other) => (other.length < one.length ? other : one));
    if (columnsOf(common) < SHARED) return label;
    const own = words.slice(common.length);
    if (own === "") return label;
    const kept = head(common, Math.max(KEPT, room - 2 - columnsOf(own)));
    return `${lead}${kept}… ${own}`;
  });
}

function sharedStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one.charAt(length) === other.charAt(length)) length += 1;
  return one.slice(0, length);
}

/** A text's beginning, cut to the end of a word where there are words; a number stays with the word before it. */
function toWordsEnd(start: string, text: string): string {
  for (let end = start.length; end > 0; end -= 1) {
    if (/\s/.test(text.charAt(end - 1)) && !/\d/.test(text.charAt(end))) return text.slice(0, end);
  }
  // Japanese has no spaces; no quotation is left half open, and no pair of UTF-16 units split.
  const whole = start.replace(/[\p{Ps}\p{Pi}]+$/u, "");
  return /[\uD800-\uDBFF]$/.test(whole) ? whole.slice(0, -1) : whole;
}

/** As many signs from the beginning as fit, without what would look odd before `…`. */
function head(text: string, columns: number): string {
  let [kept, left] = ["", columns];
  for (const sign of text) {
    left -= columnsOfSign(sign);
    if (left < 0) break;
    kept += sign;
  }
  return kept.replace(/[\s\p{P}]+$/u, "");
}
