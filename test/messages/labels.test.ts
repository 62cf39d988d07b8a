import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsOf, SEEN_COLUMNS, toldApart } from "../../src/messages/labels.ts";

describe("labels that begin alike", () => {
  test("give up what they share, not what tells them apart", () => {
    expect(
      toldApart([
        "▫️ Представитель Комитета по внешним связям",
        "▫️ Представитель Комитета по развитию туризма",
        "▫️ Представитель Комитета по развитию предпринимательства",
        "▫️ Пресс-секретарь делегации · Правительство Санкт-Петербурга",
      ]),
    ).toEqual([
      "▫️ Представи… внешним связям",
      "▫️ Предста… развитию туризма",
      "▫️ Предст… развитию предпринимательства",
      "▫️ Пресс-секретарь делегации · Правительство Санкт-Петербурга",
    ]);
  });

  test("keep a number with its word, and the time before the words", () => {
    expect(toldApart(["▫️ Escort of the delegation, bus 1", "▫️ Escort of the delegation, bus 2"])).toEqual([
      "▫️ Escort of the dele… bus 1",
      "▫️ Escort of the dele… bus 2",
    ]);
    expect(
      toldApart(["17.11 16:00 Круглый стол «Инновации»", "17.11 16:00 Круглый стол «Туризм в регионе»"]),
    ).toEqual(["17.11 16:00 Круглы… «Инновации»", "17.11 16:00 Круглы… «Туризм в регионе»"]);
  });

  test("need no spaces, and leave no quotation half open", () => {
    expect(
      toldApart([
        "13:30 ラウンドテーブル「製薬・医療産業」",
        "13:30 ラウンドテーブル「工業団地における生産」",
      ]),
    ).toEqual(["13:30 ラウン… 「製薬・医療産業」", "13:30 ラウン… 「工業団地における生産」"]);
    expect(
      toldApart([
        "17.11 16:00 在日ロシア連邦大使館におけるレセプション",
        "17.11 16:00 在日ロシア連邦通商代表部における会談",
      ]),
    ).toEqual([
      "17.11 16:00 在日ロ… 大使館におけるレセプション",
      "17.11 16:00 在日ロ… 通商代表部における会談",
    ]);
  });
});

test("a short label is left alone, and so is one that begins like no other", () => {
  const labels = [
    "‹ Назад",
    "Генеральный директор",
    "Генеральный консул",
    "Директор по развитию · Туристическая компания",
  ];
  expect(toldApart(labels)).toEqual(labels);
});

test("labels stay different, in number and in order, whatever is written", () => {
  const words = fc.array(
    fc.constantFrom("Представитель", "Комитета", "по", "связям", "№", "1", "日本", "😀"),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(
        words.map((all) => all.join(" ")),
        { maxLength: 12 },
      ),
      (labels) => {
        const told = toldApart(labels);
        expect(new Set(told).size).toBe(labels.length);
        told.forEach((label, index) => {
          if (columnsOf(labels[index] ?? "") <= SEEN_COLUMNS) expect(label).toBe(labels[index]);
        });
      },
    ),
  );
});
