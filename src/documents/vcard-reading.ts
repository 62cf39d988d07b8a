/** Reading vCards people send (RFC 2426, RFC 6350, and 2.1 as older phones write it): the few properties a card keeps. */
import ICAL from "ical.js";
import type { CardDetails } from "../domain/acquaintances.ts";
import { lineOf } from "../domain/card-text.ts";
import { isBlank } from "../domain/words.ts";

/** As many cards as an address book sends at once; what is beyond is somebody's whole address book. */
export const MOST_CARDS = 30;

/** The cards in a .vcf file; none when it is no vCard or says nothing about anybody. Never throws. */
export function readVcards(bytes: Uint8Array | string): CardDetails[] {
  const text = typeof bytes === "string" ? bytes : decoded(bytes);
  const cards = text.match(/^BEGIN:VCARD[\s\S]*?^END:VCARD/gim) ?? [];
  return cards.slice(0, MOST_CARDS).flatMap((card) => {
    const details = detailsOf(card);
    return details === undefined || Object.keys(details).length === 0 ? [] : [details];
  });
}

export function looksLikeVcard(text: string): boolean {
  return /^\s*BEGIN:VCARD/i.test(text);
}

/** UTF-8, as the standard has it; Windows writes old cards in its own encoding. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}

function detailsOf(card: string): CardDetails | undefined {
  try {
    const [, properties] = ICAL.parse(plainly(card)) as [string, [string, unknown, string, ...unknown[]][]];
    const values = (name: string) =>
      properties.filter(([key]) => key === name || key.endsWith(`.${name}`)).map(([, , , value]) => value);
    const first = (name: string) =>
      values(name)
        .map(words)
        .find((text) => text !== "");
    const [structured] = values("n");
    return {
      ...one("name", first("fn") ?? nameOf(structured)),
      ...one("position", first("title") ?? first("role")),
      ...one("organisation", first("org")),
      ...several("phones", values("tel").map(words)),
      ...several("emails", values("email").map(words)),
    };
  } catch {
    return undefined;
  }
}

/**
 * A card of version 2.1 as a later one: other alphabets stood there as quoted-printable, folded by `=`, and kinds of
 * phone without `TYPE=` (versit, vCard 2.1), which many phones still write under a newer number.
 */
function plainly(card: string): string {
  return card
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/^[^\n:]*QUOTED-PRINTABLE[^\n:]*:(?:[^\n]*=\n)*/gim, (line) => line.replaceAll("=\n", ""))
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [, head, value] = /^([^:"\s][^:"]*):(.*)$/.exec(line) ?? [];
      if (head === undefined || value === undefined) return line;
      const plain = /QUOTED-PRINTABLE/i.test(head)
        ? unquoted(value, /CHARSET=windows-1251/i.test(head))
        : value;
      return `${head.replaceAll(/;(?:ENCODING=|CHARSET=)[^;]*|;[^;=]*(?=;|$)/gi, "")}:${plain}`;
    })
    .join("\r\n");
}

/** Quoted-printable read (RFC 2045, 6.7); what it held in one line stays in one. */
function unquoted(value: string, old: boolean): string {
  const bytes = Buffer.from(
    value.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
  const text = old ? new TextDecoder("windows-1251").decode(bytes) : decoded(bytes);
  return text.replaceAll(/\r?\n/g, "\\n");
}

/** Parts of a structured value stand behind one another; a phone may be a `tel:` address. */
function words(value: unknown): string {
  const text = Array.isArray(value)
    ? value
        .flat()
        .filter((part) => part !== "")
        .join(", ")
    : String(value ?? "");
  // Version 3.0 escapes semicolons everywhere; the parser knows of those in structured values only.
  return lineOf(text.replace(/^(?:tel|mailto):/i, "").replaceAll("\\;", ";"));
}

/** Family, given and additional names, as they are said. */
function nameOf(value: unknown): string | undefined {
  if (!Array.isArray(value)) return undefined;
  const [family = "", given = "", additional = ""] = value.map(words);
  return [family, given, additional].filter((part) => part !== "").join(" ");
}

function one(field: "name" | "position" | "organisation", text: string | undefined): CardDetails {
  return text === undefined || isBlank(text) ? {} : { [field]: text };
}

function several(field: "phones" | "emails", list: readonly string[]): CardDetails {
  const said = [...new Set(list.filter((text) => !isBlank(text)))].slice(0, 5);
  return said.length === 0 ? {} : { [field]: said };
}
