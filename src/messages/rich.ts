/** Rich messages (Bot API 10.2): our texts as theirs, and whether they fit. */
import type { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardMarkup, InputRichBlock, RichText } from "grammy/types";

/** A rich message ready to be sent. */
export interface RichMessage {
  readonly blocks: InputRichBlock[];
  readonly buttons?: InlineKeyboardMarkup;
}

/** Telegram's limits for one rich message (Bot API, rich message formatting options). */
const CHARACTERS = 32_768;
const BLOCKS = 500;

/** What of our entities rich text has as well; of the rest the words are left. */
const simple = ["bold", "italic", "underline", "strikethrough", "code"] as const;

/** A formatted text as rich text; entities lie side by side or in each other, never across. */
export function richText({ text, entities }: FormattedString): RichText {
  const edges = new Set([
    0,
    text.length,
    ...entities.flatMap(({ offset, length }) => [offset, offset + length]),
  ]);
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index): RichText => {
    const to = cuts[index + 1] ?? text.length;
    const around = entities.filter(({ offset, length }) => offset <= from && to <= offset + length);
    return around.reduce<RichText>(
      (inner, entity) => {
        if (entity.type === "date_time")
          return { type: "date_time", text: inner, unix_time: entity.unix_time, date_time_format: "" };
        const type = simple.find((one) => one === entity.type);
        return type === undefined ? inner : { type, text: inner };
      },
      text.slice(from, to),
    );
  });
}

/** Whether Telegram would take it, by its words and its blocks with their rows. */
export function withinLimits({ blocks }: RichMessage): boolean {
  const words = blocks.map(plainOf).join("");
  return [...words].length <= CHARACTERS && count(blocks) <= BLOCKS;
}

function count(blocks: readonly InputRichBlock[]): number {
  return blocks.reduce((sum, block) => {
    if (block.type === "details") return sum + 1 + count(block.blocks);
    return sum + 1 + (block.type === "table" ? block.cells.length : 0);
  }, 0);
}

/** The words of a block. */
function plainOf(block: InputRichBlock): string {
  if (block.type === "details") return [wordsIn(block.summary), ...block.blocks.map(plainOf)].join("\n");
  if (block.type === "table")
    return block.cells
      .flat()
      .map(({ text = "" }) => wordsIn(text))
      .join("\n");
  if (block.type === "map") return wordsIn(block.caption?.text ?? "");
  return "text" in block ? wordsIn(block.text) : "";
}

function wordsIn(text: RichText): string {
  if (typeof text === "string") return text;
  if (Array.isArray(text)) return text.map(wordsIn).join("");
  return "text" in text ? wordsIn(text.text as RichText) : "";
}
