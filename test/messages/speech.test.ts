import { FormattedString } from "@grammyjs/parse-mode";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages } from "../../src/domain/mission.ts";
import { speeches } from "../support/readings.ts";

const speech = speeches("ru");
const time = FormattedString.time("10:15", 1_479_352_500, "");

describe("a sentence", () => {
  test("is in the reader's language", () => {
    expect(languages.map((language) => speeches(language).say("key-today"))).toEqual([
      "Сегодня",
      "Today",
      "今日",
    ]);
  });

  test("declines: 1 событие, 3 события, 11 событий", () => {
    const counted = [1, 3, 11, 21].map((count) => speech.say("programme-day", { day: "Среда", count }));
    expect(counted).toEqual([
      "Среда — 1 событие",
      "Среда — 3 события",
      "Среда — 11 событий",
      "Среда — 21 событие",
    ]);
  });

  test("the locales lack is a mistake of ours, said at once", () => {
    expect(() => speech.say("no-such-sentence")).toThrow("no-such-sentence");
  });

  test("carries entities where its variables do", () => {
    const said = speech.rich("gathering-at", { time, place: FormattedString.b("холл") });
    expect(said.text).toBe("⏰ Сбор в 10:15, холл");
    expect(said.entities).toEqual([
      { type: "date_time", offset: 9, length: 5, unix_time: 1_479_352_500, date_time_format: "" },
      { type: "bold", offset: 16, length: 4 },
    ]);
  });
});

describe("what people write", () => {
  const place = (written: string) => speech.rich("gathering-at", { time, place: written });

  test.each([
    ["braces of the locales", "{ $time } и {key-today}"],
    ["markup", "<b>холл</b> *холл* [холл](https://example.org) &lt;"],
    ["line breaks and quotation marks", 'холл\n"второй" «этаж»'],
    ["emoji", "👨‍👩‍👧 холл 🇯🇵"],
  ])("stays as written: %s", (_what, written) => {
    const said = place(written);
    expect(said.text).toBe(`⏰ Сбор в 10:15, ${written}`);
    expect(said.entities).toEqual(place("холл").entities);
  });

  test("cannot stand in for another variable", () => {
    const said = place("\uE000time\uE001");
    expect(said.text).toBe("⏰ Сбор в 10:15, time");
    expect(said.entities).toHaveLength(1);
  });

  test("cannot do so inside something bold either", () => {
    const said = speech.rich("gathering-at", { time, place: FormattedString.b("\uE000time\uE001") });
    expect(said.text).toBe("⏰ Сбор в 10:15, \uE000time\uE001");
    expect(said.entities.map(({ type }) => type)).toEqual(["date_time", "bold"]);
  });

  test("makes no entity and moves none, whatever it is", () => {
    const anything = fc.string({
      unit: fc.oneof(fc.constantFrom("\uE000", "\uE001", "time", "{", "}", "$", "<b>"), fc.string()),
    });
    const [untouched] = place("").entities;
    fc.assert(
      fc.property(anything, (written) => {
        expect(place(written).entities).toEqual([untouched]);
        expect(place(written).text.startsWith("⏰ Сбор в 10:15, ")).toBe(true);
      }),
    );
  });
});

describe("a text of the mission file", () => {
  test("is in the reader's language, else in English, else in the mission's own", () => {
    const text = { ru: "Обед", en: "Lunch" };
    expect(speeches("ru").text(text)).toBe("Обед");
    expect(speeches("ja").text(text)).toBe("Lunch");
    expect(speeches("ja", "ru").text({ ru: "Обед" })).toBe("Обед");
    expect(speeches("ja").text("Обед")).toBe("Обед");
  });

  test("loses what would garble the lines around it", () => {
    expect(speech.text("\u202Eдебо\u202C")).toBe("дебо");
    expect(speech.text("Обед\u0007\r\n\n\n\nв час")).toBe("Обед\n\nв час");
    expect(speech.text(" \uE000time\uE001 ")).toBe("time");
  });
});
