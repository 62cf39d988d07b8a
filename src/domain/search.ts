/** Finding people by what somebody types: a surname, an office, an organisation, or a part of any. */

/** So much of a query goes into a button; more would find the same. */
const QUERY_BYTES = 36;

/** The words of a query as they are compared: whatever their case and width, and «ё» as «е». */
export function foldedQuery(text: string): string {
  const folded = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll(/[^\p{L}\p{N}-]+/gu, " ")
    .trim();
  let query = "";
  for (const character of folded) {
    if (Buffer.byteLength(query + character) > QUERY_BYTES) break;
    query += character;
  }
  return query.trim();
}

/** Whether each word of a query (folded) stands somewhere in the texts, be it as a part of a word. */
export function isFound(query: string, texts: readonly (string | undefined)[]): boolean {
  const whole = texts.map((text) => ` ${folded(text ?? "")}`).join(" ");
  return query.split(" ").every((word) => whole.includes(word));
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll("ё", "е");
}
