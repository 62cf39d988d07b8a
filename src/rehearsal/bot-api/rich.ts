/**
 * Rich messages as far as bots of this project send them: paragraphs, headings, details, tables, maps, dividers and
 * footers as blocks (https://core.telegram.org/bots/api#rich-messages, Bot API 10.2). Limits as documented there.
 */
import type { InputRichMessage, RichBlock, RichText } from "@grammyjs/types";
import { badRequest, knowsOnly, UnknownField } from "./refusal.ts";

const TEXT_LIMIT = 32_768;
const BLOCKS_LIMIT = 500;
const DEPTH_LIMIT = 16;
const COLUMNS_LIMIT = 20;

/** The fields of each kind of block this server can show. */
const blockFields: Readonly<Record<string, readonly string[]>> = {
  paragraph: ["text"],
  heading: ["text", "size"],
  footer: ["text"],
  divider: [],
  details: ["summary", "blocks", "is_open"],
  table: ["cells", "is_bordered", "is_striped", "is_compact", "caption"],
  map: ["location", "zoom", "width", "height", "caption"],
};
const textFields: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ["bold", "italic", "underline", "strikethrough", "spoiler", "marked", "code"].map((type) => [type, []]),
  ),
  date_time: ["unix_time", "date_time_format"],
  url: ["url"],
};

interface Size {
  characters: number;
  blocks: number;
}

/**
 * A rich message as Telegram would take it.
 * @throws {Refusal} where it breaks a limit; {UnknownField} for what this server cannot show
 */
export function checkRich(message: InputRichMessage<never>): { blocks: RichBlock[] } {
  if (typeof message !== "object") throw badRequest("object expected as rich message");
  knowsOnly(message, ["blocks", "skip_entity_detection"], "rich_message");
  const { blocks } = message;
  if (!Array.isArray(blocks) || blocks.length === 0) throw badRequest("rich message must be non-empty");
  const size: Size = { characters: 0, blocks: 0 };
  checkBlocks(blocks, 1, size);
  if (size.characters === 0) throw badRequest("rich message must be non-empty");
  if (size.characters > TEXT_LIMIT || size.blocks > BLOCKS_LIMIT)
    throw badRequest("rich message is too long");
  return { blocks: blocks as RichBlock[] };
}

type Fields = Readonly<Record<string, unknown>>;

function checkBlocks(blocks: readonly unknown[], depth: number, size: Size): void {
  if (depth > DEPTH_LIMIT) throw badRequest("rich message is nested too deep");
  for (const block of blocks) checkBlock(block as Fields, depth, size);
}

function checkBlock(block: Fields, depth: number, size: Size): void {
  const type = String(block.type);
  const fields = blockFields[type];
  if (fields === undefined) throw new UnknownField(`rich_message.blocks.${type}`);
  knowsOnly(block, ["type", ...fields], `rich_message.${type}`);
  size.blocks += 1;
  if (type === "heading" && ![1, 2, 3, 4, 5, 6].includes(Number(block.size)))
    throw badRequest("invalid heading size specified");
  if (type === "details") {
    checkRichText(block.summary, depth, size);
    if (!Array.isArray(block.blocks)) throw badRequest("details must have blocks");
    checkBlocks(block.blocks, depth + 1, size);
  } else if (type === "table") checkTable(block, depth, size);
  else if (type === "map") checkMap(block, depth, size);
  else if (type !== "divider") checkRichText(block.text, depth, size);
}

function checkTable({ cells, caption }: Fields, depth: number, size: Size): void {
  if (!Array.isArray(cells) || cells.length === 0) throw badRequest("table must be non-empty");
  if (caption !== undefined) checkRichText(caption, depth, size);
  for (const row of cells as Fields[][]) {
    size.blocks += 1;
    if (row.length > COLUMNS_LIMIT) throw badRequest("table has too many columns");
    for (const cell of row) {
      const known = ["text", "is_header", "colspan", "rowspan", "align", "valign"];
      knowsOnly(cell, known, "rich_message.table.cells");
      if (!["left", "center", "right"].includes(String(cell.align)))
        throw badRequest("invalid align specified");
      if (!["top", "middle", "bottom"].includes(String(cell.valign)))
        throw badRequest("invalid valign specified");
      if (cell.text !== undefined) checkRichText(cell.text, depth, size);
    }
  }
}

function checkMap({ location, zoom, width, height, caption }: Fields, depth: number, size: Size): void {
  const { latitude, longitude } = (location ?? {}) as { latitude?: number; longitude?: number };
  if (!(Math.abs(latitude ?? 91) <= 90 && Math.abs(longitude ?? 181) <= 180))
    throw badRequest("invalid location specified");
  const [wide, high, near] = [Number(width), Number(height), Number(zoom)];
  const fits = wide > 0 && high > 0 && wide + high <= 10_000 && Math.max(wide / high, high / wide) <= 20;
  if (!fits || !(near >= 0 && near <= 24)) throw badRequest("invalid map size specified");
  if (caption !== undefined) checkRichText((caption as Fields).text, depth, size);
}

function checkRichText(text: unknown, depth: number, size: Size): void {
  if (depth > DEPTH_LIMIT) throw badRequest("rich message is nested too deep");
  if (typeof text === "string") size.characters += [...text].length;
  else if (Array.isArray(text)) for (const part of text) checkRichText(part, depth, size);
  else if (typeof text === "object" && text !== null) {
    const entity = text as Fields;
    const fields = textFields[String(entity.type)];
    if (fields === undefined) throw new UnknownField(`rich_message.text.${String(entity.type)}`);
    knowsOnly(entity, ["type", "text", ...fields], "rich_message.text");
    checkRichText(entity.text, depth + 1, size);
  } else throw badRequest("rich text must be non-empty");
}

/** A rich message as plain lines, what is folded in brackets. */
export function richLines(blocks: readonly RichBlock[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case "paragraph":
      case "heading":
      case "footer":
        return [plainOf(block.text)];
      case "details":
        return [`${block.is_open ? "▾" : "▸"} ${plainOf(block.summary)}`, ...richLines(block.blocks)];
      case "table":
        return block.cells.map((row) => row.map(({ text = "" }) => plainOf(text)).join(" | "));
      case "map":
        return [`[map ${block.location.latitude}, ${block.location.longitude}]`];
      default:
        return [];
    }
  });
}

function plainOf(text: RichText): string {
  if (typeof text === "string") return text;
  if (Array.isArray(text)) return text.map(plainOf).join("");
  return "text" in text ? plainOf(text.text as RichText) : "";
}
