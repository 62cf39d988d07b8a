import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isEmail, isPhone, readCardText, seemsCard } from "../../src/domain/card-text.ts";
import { runs } from "../support/runs.ts";

const whole = {
  name: "Фамилия Имя",
  position: "директор",
  organisation: "ООО «Ромашка»",
  phones: ["+7 000 000-00-00"],
  emails: ["a@b.ru"],
};
const pieces = ["Фамилия Имя", "директор", "ООО «Ромашка»", "+7 000 000-00-00", "a@b.ru"];

describe("a card typed in a chat", () => {
  it("is understood in one line", () => {
    expect(readCardText(pieces.join(", "))).toEqual(whole);
  });

  it("is understood in whatever order, between whatever signs", () => {
    const order = fc.shuffledSubarray(pieces, { minLength: pieces.length });
    const separator = fc.constantFrom(", ", "\n", "; ", " — ", ",\n");
    fc.assert(
      fc.property(order, separator, (parts, between) => {
        expect(readCardText(parts.join(between))).toEqual(whole);
      }),
    );
  });

  it.each([
    [
      "a comma inside quotation marks",
      "ООО «Ромашка, Лютик и Ко»",
      { organisation: "ООО «Ромашка, Лютик и Ко»" },
    ],
    [
      "straight quotation marks",
      'АО "Завод, цех 2", главный инженер',
      { organisation: 'АО "Завод, цех 2"', position: "главный инженер" },
    ],
    [
      "a ministry",
      "Министерство здравоохранения, министр",
      { organisation: "Министерство здравоохранения", position: "министр" },
    ],
    [
      "the head of a department, who is no department",
      "Руководитель департамента",
      { position: "Руководитель департамента" },
    ],
    ["a word that only begins like a legal form", "Аортов А. А.", { name: "Аортов А. А." }],
    [
      "captions of numbers",
      "тел.: 8 (000) 000-00-00, e-mail: a@b.ru",
      { phones: ["8 (000) 000-00-00"], emails: ["a@b.ru"] },
    ],
    ["an extension", "+7 000 000 00 00 доб. 123", { phones: ["+7 000 000 00 00 доб. 123"] }],
    ["two phones", "+7 000 000-00-00, 8 000 000-00-01", { phones: ["+7 000 000-00-00", "8 000 000-00-01"] }],
    [
      "English",
      "Jane Roe, Head of Sales, Acme Ltd",
      { name: "Jane Roe", position: "Head of Sales", organisation: "Acme Ltd" },
    ],
    [
      "Japanese",
      "姓名、営業部長、株式会社サクラ、03-0000-0000",
      { name: "姓名", position: "営業部長", organisation: "株式会社サクラ", phones: ["03-0000-0000"] },
    ],
    ["what a spreadsheet would calculate", "=1+1, директор", { name: "=1+1", position: "директор" }],
    ["marks of HTML", "<b>Имя</b>", { name: "<b>Имя</b>" }],
    ["right to left", "שם משפחה, a@b.co.il", { name: "שם משפחה", emails: ["a@b.co.il"] }],
  ])("%s", (_what, text, card) => {
    expect(readCardText(text)).toEqual(card);
  });

  it("has no phone where there are dates and hours", () => {
    expect(readCardText("Встреча 17.11.2016 в 10:00").phones).toBeUndefined();
    expect(readCardText("2016-11-17").phones).toBeUndefined();
  });

  it("takes whatever is typed, and keeps every line short", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 4096 }), (text) => {
        const card = readCardText(text);
        for (const line of [card.name, card.position, card.organisation]) {
          expect((line ?? "x").length).toBeLessThanOrEqual(200);
          expect(line).not.toBe("");
        }
      }),
      { numRuns: runs(50) },
    );
  });
});

describe("what people write unasked", () => {
  it("is a card when somebody is named and can be reached", () => {
    expect(seemsCard(pieces.join(", "))).toBe(true);
    expect(seemsCard("Спасибо, договорились об обмене программами")).toBe(false);
    expect(seemsCard("+7 000 000-00-00")).toBe(false);
    expect(seemsCard(undefined)).toBe(false);
  });
});

describe("numbers and addresses", () => {
  it("are told from other words", () => {
    expect([isPhone("+7 000 000-00-00"), isPhone("нет"), isPhone("12")]).toEqual([true, false, false]);
    expect([isEmail("a@b.ru"), isEmail("a@b"), isEmail("a b@c.ru")]).toEqual([true, false, false]);
  });
});
