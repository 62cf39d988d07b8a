import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { contactsSheet } from "../../src/documents/contacts-sheet.ts";
import { contactsVcf } from "../../src/documents/contacts-vcf.ts";
import { readVcards } from "../../src/documents/vcard-reading.ts";
import { readWorkbook } from "../../src/documents/workbook.ts";
import type { Acquaintance } from "../../src/domain/acquaintances.ts";
import { speeches } from "../support/readings.ts";

const hostile = [
  'ООО «Ромашка, "Лютик"; и Ко»',
  "Semi;colon, comma\\backslash",
  "😀 emoji 👩‍🔬",
  "שם משפחה",
  "=1+1",
  "<b>bold</b>",
  "Ф".repeat(190),
];

const cards = hostile.map(
  (text, index): Acquaintance => ({
    id: `c${index}`,
    name: text,
    position: text,
    organisation: text,
    phones: ["+7 000 000-00-00", "8 000; 1,2"],
    emails: ["a@b.ru"],
    meetings: [{ seat: "s", user: 0, at: 0 }],
    share: "yes",
  }),
);

/**
 * The values of each property, as a parser we did not write understands them. It leaves the backslash before a semicolon
 * where a value has no parts; RFC 2426 wants it there (ESCAPED-CHAR), and address books take it away.
 */
function parsed(vcf: string): Map<string, unknown[]>[] {
  const whole = ICAL.parse(vcf) as unknown as [string, [string, unknown, string, ...unknown[]][]][];
  return whole.map(([, properties]) => {
    const values = new Map<string, unknown[]>();
    for (const [name, , , value] of properties)
      values.set(name, [...(values.get(name) ?? []), unescaped(value)]);
    return values;
  });
}

function unescaped(value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll("\\;", ";") : value;
}

describe("contacts.vcf", () => {
  const vcf = contactsVcf(
    cards.map((card) => ({ card, title: card.name ?? "", met: `${card.name}\nвторая строка` })),
    Date.UTC(2016, 10, 18),
  );

  it("says in every field what was written, whatever was written", () => {
    const read = parsed(vcf);
    expect(read).toHaveLength(hostile.length);
    for (const [index, text] of hostile.entries()) {
      const values = read[index] ?? new Map<string, unknown[]>();
      expect(values.get("version")).toEqual(["3.0"]);
      expect(values.get("fn")).toEqual([text]);
      expect(values.get("title")).toEqual([text]);
      expect([values.get("org")].flat(3)).toEqual([text]);
      expect(values.get("tel")).toEqual(["+7 000 000-00-00", "8 000; 1,2"]);
      expect(values.get("email")).toEqual(["a@b.ru"]);
      expect(values.get("note")).toEqual([`${text}\nвторая строка`]);
      const [name] = values.get("n") ?? [];
      expect(name).toHaveLength(5);
      expect(new Set([name].flat().join(" ").split(" ").filter(Boolean))).toEqual(new Set(text.split(" ")));
    }
  });

  it("has lines that end and are folded as address books want them", () => {
    for (const line of vcf.split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
    }
    expect(vcf.endsWith("END:VCARD\r\n")).toBe(true);
  });

  it("puts the family name first, or last where letters are Latin", () => {
    const named = (title: string) =>
      contactsVcf([{ card: { ...(cards[0] as Acquaintance) }, title, met: "" }], 0);
    expect(parsedOne(named("Фамилия Имя Отчество")).get("n")).toEqual([
      ["Фамилия", "Имя", "Отчество", "", ""],
    ]);
    expect(parsedOne(named("Jane Ann Roe")).get("n")).toEqual([["Roe", "Jane", "Ann", "", ""]]);
  });

  it("is read back by our own reader as it was", () => {
    const read = readVcards(new TextEncoder().encode(vcf));
    expect(read.map(({ name }) => name)).toEqual(hostile);
    expect(read.map(({ organisation }) => organisation)).toEqual(hostile);
    expect(read[0]?.phones).toEqual(["+7 000 000-00-00", "8 000; 1,2"]);
  });
});

function parsedOne(vcf: string): Map<string, unknown[]> {
  const [, properties] = ICAL.parse(vcf) as unknown as [string, [string, unknown, string, ...unknown[]][]];
  return new Map(properties.map(([name, , , value]) => [name, [value]]));
}

describe("a vCard somebody sends", () => {
  const of = (...lines: string[]) => ["BEGIN:VCARD", ...lines, "END:VCARD", ""].join("\r\n");

  it("of version 4.0, with groups and addresses", () => {
    const [card] = readVcards(
      of(
        "VERSION:4.0",
        "FN:Имя Фамилия",
        "item1.TEL;VALUE=uri;TYPE=work:tel:+7-000-000-00-00",
        "ORG:Ромашка;Отдел",
        "TITLE:директор",
        "EMAIL:a@b.ru",
      ),
    );
    expect(card).toEqual({
      name: "Имя Фамилия",
      position: "директор",
      organisation: "Ромашка, Отдел",
      phones: ["+7-000-000-00-00"],
      emails: ["a@b.ru"],
    });
  });

  it("of version 2.1, in quoted-printable over several lines", () => {
    const quoted = [...new TextEncoder().encode("Фамилия;Имя;;;")]
      .map((byte) => (byte === 0x3b ? ";" : `=${byte.toString(16).toUpperCase()}`))
      .join("");
    const folded = `${quoted.slice(0, 30)}=\r\n${quoted.slice(30)}`;
    const [card] = readVcards(
      of("VERSION:2.1", `N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${folded}`, "TEL;CELL:+70000000000"),
    );
    expect(card).toEqual({ name: "Фамилия Имя", phones: ["+70000000000"] });
  });

  it("in the encoding of old Windows", () => {
    const bytes = Buffer.from(of("VERSION:3.0", "FN:###"), "latin1");
    const place = bytes.indexOf("###");
    bytes.set([0xc8, 0xec, 0xff], place);
    expect(readVcards(bytes)).toEqual([{ name: "Имя" }]);
  });

  it("that is none, or says nothing, brings nobody", () => {
    for (const text of ["", "hello", "BEGIN:VCARD", of("VERSION:3.0"), of("VERSION:3.0", "FN:")])
      expect(readVcards(text)).toEqual([]);
  });

  it("brings no more people than can be looked at", () => {
    expect(readVcards(of("VERSION:3.0", "FN:Имя").repeat(500))).toHaveLength(30);
  });
});

describe("the workbook of contacts", () => {
  it("has texts as texts and dates as dates, in all languages", async () => {
    for (const language of ["ru", "en", "ja"] as const) {
      const lines = cards.map((card) => ({
        card,
        event: "=HYPERLINK()",
        date: "2016-11-18",
        by: "@SUM(1)",
        remark: "-1+1",
      }));
      const book = await readWorkbook(await contactsSheet(lines, speeches(language)));
      if (!book.ok) throw new Error(book.because);
      const [heading, ...rows] = book.sheets[0]?.rows ?? [];
      expect(heading).toHaveLength(10);
      expect(rows.map(([name]) => name)).toEqual(hostile);
      expect(rows[0]?.[5]).toBe("=HYPERLINK()");
      expect(rows[0]?.[9]).toBe("-1+1");
      expect(rows[0]?.[6]).toEqual(new Date("2016-11-18T00:00Z"));
      expect(rows[0]?.[3]).toBe("+7 000 000-00-00\n8 000; 1,2");
    }
  });

  it("holds no formula, and its heading stays in sight", async () => {
    const bytes = await contactsSheet(
      cards.map((card) => ({ card, event: "", date: "2016-11-18", by: "", remark: "" })),
      speeches("ru"),
    );
    const { unzipped } = await import("../../src/documents/unzipped.ts");
    const files = unzipped(bytes, { mostBytes: 1_000_000 });
    const sheet = Buffer.from(files.get("xl/worksheets/sheet1.xml") ?? []).toString("utf8");
    expect(sheet).not.toContain("<f>");
    expect(sheet).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/);
  });
});
