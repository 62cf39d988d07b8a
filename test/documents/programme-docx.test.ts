import { beforeAll, describe, expect, test } from "vitest";
import { type PrintedProgramme, programmeDocx } from "../../src/documents/programme-docx.ts";
import { unzipped } from "../../src/documents/unzipped.ts";
import { type Mission, textIn } from "../../src/domain/mission.ts";
import { programmeOf } from "../../src/domain/timetable.ts";
import { loadSpeeches, type Speeches } from "../../src/messages/speech.ts";
import { krasnoyarsk, missionWith, tokyo } from "../support/missions.ts";

let speeches: Speeches;
beforeAll(async () => {
  speeches = await loadSpeeches();
});

/** The parts of the file that say something. */
async function parts(printed: Omit<PrintedProgramme, "releasedAt">) {
  const releasedAt = Date.parse("2016-11-17T03:40Z");
  const files = unzipped(await programmeDocx({ ...printed, releasedAt }), { mostBytes: 5_000_000 });
  const part = (name: string) => Buffer.from(files.get(`word/${name}.xml`) ?? "").toString("utf8");
  const document = part("document");
  return { document, text: textOf(document), styles: part("styles"), footer: textOf(part("footer1")) };
}

/** What a reader sees, a paragraph a line. */
function textOf(xml: string): string {
  return xml
    .replaceAll("</w:p>", "\n")
    .replaceAll(/<w:instrText[^>]*>([^<]*)<\/w:instrText>/g, "[$1]")
    .replaceAll(/<w:br\/>/g, "\n")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

const pages = [krasnoyarsk, tokyo].flatMap((mission) =>
  mission.languages.map((language) => ({ mission, language, name: `${mission.id} in ${language}` })),
);

function printed(mission: Mission, language: "ru" | "en" | "ja") {
  return { programme: programmeOf(mission, 3), speech: speeches(language, mission.languages[0]) };
}

describe.each(pages)("the programme of $name", ({ mission, language }) => {
  const titles = (audience: "all" | "organisers") =>
    mission.events
      .filter((event) => (event.audience ?? "all") === audience)
      .map(({ title }) => textIn(title, language));

  test("for guests has every event, but nothing that is the organisers' own", async () => {
    const { text } = await parts({ ...printed(mission, language), kind: "general" });
    for (const title of titles("all")) expect(text).toContain(title);
    for (const title of titles("organisers")) expect(text).not.toContain(title);
    expect(text).not.toMatch(/\+7|000-00/);
    for (const { brief, description } of mission.events) {
      for (const words of [brief, description])
        if (words) expect(text).not.toContain(textIn(words, language));
    }
  });

  test("for organisers has all of them, the briefs, the gatherings and the phones", async () => {
    const { text, document } = await parts({ ...printed(mission, language), kind: "working" });
    for (const title of [...titles("all"), ...titles("organisers")]) expect(text).toContain(title);
    expect(text).toContain("+7 000 000-00-00");
    for (const { brief, gathering, dressCode, host, room } of mission.events) {
      for (const words of [brief, gathering?.place, dressCode, host, room]) {
        if (words) expect(text).toContain(textIn(words, language));
      }
      if (gathering) expect(text).toContain(gathering.at.slice(11));
    }
    expect(document).toContain('w:orient="landscape"');
  });
});

test("the page says who approves it, which revision it is and how many pages there are", async () => {
  const { text, footer, styles } = await parts({ ...printed(krasnoyarsk, "ru"), kind: "general" });
  const revision = "Редакция № 3 от 17 ноября 2016 г., 10:40 (время местное: Красноярск)";
  expect(text).toMatch(/^УТВЕРЖДАЮ\n/);
  expect(text).toContain("«___» ________________ 20__ г.");
  expect(text).toContain("Программа пребывания");
  expect(text).toContain("16–18 ноября 2016 г.");
  expect(text).toContain(revision);
  expect(footer).toBe(`${revision} · стр. [PAGE] из [NUMPAGES]\n`);
  expect(styles).toContain('w:val="ru-RU"');
});

test("one date is written once in Japanese too", async () => {
  const { footer } = await parts({ ...printed(tokyo, "ja"), kind: "general" });
  expect(footer).toContain("第3版 2016年11月17日 12:40");
});

test("a day is a heading with a table, whose head is repeated and whose rows stay whole", async () => {
  const { document } = await parts({ ...printed(krasnoyarsk, "ru"), kind: "general" });
  const tables = document.split("<w:tbl>").slice(1);
  expect(tables).toHaveLength(3);
  expect(document.match(/w:val="Heading1"/g)).toHaveLength(3);
  for (const table of tables) {
    const rows = table.split("<w:tr>").slice(1);
    expect(rows.filter((row) => row.includes("<w:tblHeader/>"))).toHaveLength(1);
    expect(rows.every((row) => row.includes("<w:cantSplit/>"))).toBe(true);
  }
  expect(document).toContain('w:w="11906" w:h="16838"');
});

test("an event that is off is struck through for organisers only; one that waits says so", async () => {
  const { programme, speech } = printed(krasnoyarsk, "ru");
  const wreath = programme.events.filter(({ event }) => event.id === "wreath-laying");
  const rest = programme.events.filter((timed) => !wreath.includes(timed));
  const change = {
    programme: { ...programme, events: rest },
    speech,
    cancelled: wreath,
    held: new Set(["conference"]),
  };
  const title = textIn(wreath[0]?.event.title ?? "", "ru");
  const working = await parts({ ...change, kind: "working" });
  expect(working.text).toContain("ОТМЕНЕНО");
  expect(working.document).toMatch(new RegExp(`<w:strike/>(?:(?!</w:r>).)*${title}`));
  const general = await parts({ ...change, kind: "general" });
  expect(general.text).not.toContain(title);
  expect(general.text).toContain("Задерживается, время уточняется");
  expect(general.text.match(/Задерживается/g)).toHaveLength(1);
});

test("a draft says that it is one", async () => {
  const { text } = await parts({
    ...printed({ ...krasnoyarsk, state: "draft" }, "ru"),
    kind: "general",
  });
  expect(text).toContain("ПРОЕКТ");
});

test("whatever a person types stays text, in a file that can be opened", async () => {
  const title = "<b>=1+1</b> & \"кавычки\" 'x' 🎻 שלום \uD800\uFFFE";
  const mission = missionWith({ events: [{ id: "odd", start: "10:00", title }] });
  const { text, document } = await parts({
    programme: programmeOf(mission, 1),
    speech: speeches("en"),
    kind: "working",
  });
  expect(text).toContain("<b>=1+1</b> & \"кавычки\" 'x' 🎻 שלום");
  expect(document).not.toMatch(/<b>|[\uFFFE\uFFFF]|\p{Cs}/u);
});
