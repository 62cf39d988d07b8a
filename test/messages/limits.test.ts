import { FormattedString } from "@grammyjs/parse-mode";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clip, LABEL_LIMIT, TEXT_LIMIT } from "../../src/messages/limits.ts";
import { button, rows, textAndEntities } from "../../src/messages/message.ts";

/** Text with letters of all sorts, many of them two units long. */
const anyText = fc
  .array(fc.oneof(fc.constantFrom(..."абвw 日.\n"), fc.constantFrom("😀", "𠮷", "👨‍👩‍👧", "🇯🇵")), {
    maxLength: 60,
  })
  .map((parts) => parts.join(""));

const halfACharacter = /\p{Surrogate}/u;

describe("a text that is too long", () => {
  test("is cut and shows it", () => {
    expect(clip("Возложение цветов", 10)).toBe("Возложени…");
    expect(clip("Возложение цветов", 12)).toBe("Возложение…");
    expect(clip("Возложение", 10)).toBe("Возложение");
  });

  test("is never cut through a character", () => {
    expect(clip("аб😀", 3)).toBe("аб…");
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, limit) => {
        const clipped = clip(text, limit);
        expect(clipped.length).toBeLessThanOrEqual(limit);
        expect(clipped).not.toMatch(halfACharacter);
        if (text.length <= limit) expect(clipped).toBe(text);
        else expect(text.startsWith(clipped.slice(0, -1)) && clipped.endsWith("…")).toBe(true);
      }),
    );
  });

  test("on a button is cut to what a phone shows", () => {
    expect(button("х".repeat(60), "noteDone").text).toBe(`${"х".repeat(LABEL_LIMIT - 1)}…`);
  });
});

describe("a message", () => {
  const bold = (text: string) => FormattedString.b(text);

  test("that fits goes as it is", () => {
    const { text, entities } = textAndEntities({ text: FormattedString.join([bold("Обед"), ", 13:00"]) });
    expect(text).toBe("Обед, 13:00");
    expect(entities).toEqual([{ type: "bold", offset: 0, length: 4 }]);
  });

  test("that does not fit is cut, and the entity it is cut in ends with it", () => {
    const { text, entities } = textAndEntities({ text: FormattedString.join(["!", bold("я".repeat(5000))]) });
    expect(text).toBe(`!${"я".repeat(TEXT_LIMIT - 2)}…`);
    expect(entities).toEqual([{ type: "bold", offset: 1, length: TEXT_LIMIT - 2 }]);
  });

  test("always fits, with its entities inside its text", () => {
    const anyPiece = fc.record({ text: anyText.filter((text) => text !== ""), bold: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(anyPiece, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 60 }),
        (pieces, times) => {
          const once = FormattedString.join(
            pieces.map((piece) => (piece.bold ? bold(piece.text) : piece.text)),
          );
          const whole = FormattedString.join(Array.from({ length: times }, () => once));
          const { text, entities } = textAndEntities({ text: whole });
          expect(text.length).toBeLessThanOrEqual(TEXT_LIMIT);
          expect(text).not.toMatch(halfACharacter);
          for (const { offset, length } of entities) {
            expect(length).toBeGreaterThan(0);
            expect(offset + length).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });
});

test("of more buttons than Telegram takes the first stay, and the last that lead on", () => {
  const many = Array.from({ length: 150 }, (_, index) => button(`Event ${index}`, "noteDone"));
  const { inline_keyboard } = rows(...many, [button("‹", "noteDone"), button("›", "noteDone")]);
  expect(inline_keyboard.flat()).toHaveLength(100);
  expect(inline_keyboard.at(0)?.[0]?.text).toBe("Event 0");
  expect(inline_keyboard.at(-1)?.map(({ text }) => text)).toEqual(["‹", "›"]);
  expect(button("", "noteDone").text).toBe("—");
});
