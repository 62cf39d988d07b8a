import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { reportDocx } from "../../src/documents/report-docx.ts";
import { type Picture, pictureFor } from "../../src/documents/report-photos.ts";
import { unzipped } from "../../src/documents/unzipped.ts";
import { languages } from "../../src/domain/mission.ts";
import type { Report } from "../../src/domain/report.ts";
import { reportOf } from "../../src/domain/report-building.ts";
import { sections } from "../../src/domain/report-draft.ts";
import { loadSpeeches } from "../../src/messages/speech.ts";
import { agreementOf, contactOf, draftWith, lineOf, odd, sourcesOf } from "../support/reports.ts";

const speeches = await loadSpeeches();
const scans = [{ kind: "photo" as const, fileId: "f1" }];

/** The XML parts of a file, and all that stands in its pages. */
async function parts(report: Report, language: "ru" | "en" | "ja", pictures = new Map<string, Picture>()) {
  const bytes = await reportDocx({ report, speech: speeches(language, "ru"), pictures });
  const files = unzipped(bytes, { mostBytes: 20_000_000 });
  const xml = (name: string) => Buffer.from(files.get(name) ?? []).toString("utf8");
  const document = xml("word/document.xml");
  const text = [...document.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, said]) => said).join("\n");
  return { document, text, files, xml };
}

async function jpeg(width: number, height: number): Promise<Uint8Array> {
  return new Uint8Array(await createCanvas(width, height).encode("jpeg"));
}

describe("the report in Word", () => {
  it("has every section as a heading and in the contents, in every language", async () => {
    for (const language of languages) {
      const { say } = speeches(language, "ru");
      const { document, text, xml } = await parts(reportOf(sourcesOf()), language);
      for (const section of sections) {
        expect(text.split(say(`report-section-${section}`)).length).toBeGreaterThan(2);
        expect(document).toContain(`w:anchor="report-${section}"`);
        expect(document).toContain(`<w:bookmarkStart w:name="report-${section}"`);
      }
      expect(document.match(/w:val="Heading1"/g)).toHaveLength(sections.length);
      expect(document).toContain("Table of Contents");
      // Word would ask whoever opens the file for leave to update it.
      expect(document).not.toContain('w:dirty="true"');
      expect(xml("word/settings.xml")).not.toContain("updateFields");
      expect(xml("word/header1.xml")).toContain("2016");
      expect(xml("word/footer1.xml")).toContain("NUMPAGES");
    }
  });

  it("says no number of whoever was called to nothing", async () => {
    const [one] = sourcesOf().seats;
    const roll = {
      event: "arrival",
      planned: [one?.id ?? ""],
      came: [],
      absent: [one?.id ?? ""],
      excused: [],
    };
    const { text } = await parts(reportOf(sourcesOf({ rolls: [roll] })), "ru");
    expect(text).toMatch(/\n1\n0\n/);
    expect(text).toContain("\n—\n—\n");
  });

  it("repeats the heads of its tables, and never splits a row", async () => {
    const report = reportOf(sourcesOf({ contacts: [contactOf()], agreements: [agreementOf()] }));
    const { document } = await parts(report, "ru");
    const tables = document.split("<w:tbl>").slice(1);
    expect(tables.length).toBeGreaterThan(6);
    for (const table of tables) {
      const rows = table.split("</w:tbl>")[0]?.split("<w:tr>").slice(1) ?? [];
      expect(rows.filter((row) => row.includes("<w:tblHeader/>"))).toHaveLength(1);
      expect(rows.every((row) => row.includes("<w:cantSplit/>"))).toBe(true);
    }
  });

  it("keeps whatever people wrote as text", async () => {
    const passport = { place: odd, grounds: odd };
    const document = { title: odd, parties: odd };
    const report = reportOf(
      sourcesOf({
        draft: draftWith({ passport, documents: new Map([["d", document]]), figures: { sums: odd } }),
        lines: [
          lineOf({ section: "summary", text: odd }),
          lineOf({ section: "meetings", text: `${odd}\uD800\uFFFE${"слово ".repeat(680)}` }),
        ],
        contacts: [contactOf({ name: odd, organisation: odd })],
        agreements: [agreementOf({ what: odd, to: odd })],
        survey: { answered: 3, ratings: [0, 0, 0, 0, 3], words: [odd] },
      }),
    );
    const { document: xml, text } = await parts(report, "en");
    expect(text).toContain("=1+1 &lt;b&gt;&amp;&lt;/b&gt;");
    expect(text).toContain("🎻 שלום");
    expect(xml).not.toMatch(/<b>|[\uFFFE\uFFFF]|\p{Cs}/u);
  });

  it("places pictures with captions, and names what is no picture", async () => {
    const lines = [
      lineOf({ section: "press", text: "Репортаж", event: "theatre", photos: true, scans }),
      lineOf({
        section: "press",
        text: "Запись",
        photos: true,
        scans: [{ kind: "document", fileId: "gone", name: "акт.pdf" }],
      }),
    ];
    const picture = await pictureFor(await jpeg(3000, 2000));
    const pictures = new Map(picture === undefined ? [] : [["f1", picture]]);
    const { document, text, files } = await parts(reportOf(sourcesOf({ lines })), "ru", pictures);
    expect([...files.keys()].filter((name) => /media\/.*\.jpg$/.test(name))).toHaveLength(1);
    expect(document).toContain('w:val="Caption"');
    expect(text).toContain("Файл хранится отдельно, в архиве миссии: акт.pdf");
  });
});

describe("a picture for the page", () => {
  it("is never wider than the page, nor larger than it was", async () => {
    expect(await pictureFor(await jpeg(3000, 2000))).toMatchObject({ width: 472, height: 315 });
    expect(await pictureFor(await jpeg(500, 4000))).toMatchObject({ width: 50, height: 400 });
    expect(await pictureFor(await jpeg(100, 50))).toMatchObject({ width: 100, height: 50 });
  });

  it("is none where the bytes are something else, or broken off", async () => {
    expect(await pictureFor(Buffer.from("a photograph of the signed page"))).toBeUndefined();
    expect(await pictureFor(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeUndefined();
    expect(await pictureFor((await jpeg(300, 200)).subarray(0, 40))).toBeUndefined();
    expect(await pictureFor(new Uint8Array())).toBeUndefined();
  });
});
