import type { LinkPreviewOptions, MessageEntity } from "@grammyjs/types";
import { given } from "./given.ts";
import { checkUrl } from "./links.ts";
import { badRequest, knowsOnly, type Refusal } from "./refusal.ts";

/** https://core.telegram.org/bots/api#sendmessage and #sendphoto; characters, not UTF-16 units. */
const TEXT_LIMIT = 4096;
const CAPTION_LIMIT = 1024;

/** Types a bot may give. Those of the first line Telegram finds by itself as well. */
const plainTypes = new Set<string>([
  ...["mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"],
  ...["bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre"],
  ...["blockquote", "expandable_blockquote"],
]);
const ownField: Readonly<Record<string, string>> = {
  pre: "language",
  text_link: "url",
  text_mention: "user",
  custom_emoji: "custom_emoji_id",
};

const characters = (text: string): number => [...text].length;
const utf8Length = (text: string): number => Buffer.byteLength(text);
const unparsable = (reason: string): Refusal => badRequest(`can't parse MessageEntity: ${reason}`);

/**
 * A message's text as Telegram keeps it.
 * @throws {Refusal} when it is empty, over 4096 characters, or its entities do not fit
 */
export function checkText(args: { text?: string; entities?: readonly MessageEntity[] }) {
  if (args.text === undefined || args.text === "") throw badRequest("message text is empty");
  const { text, entities } = trimmed(args.text, checkEntities(args.text, args.entities));
  if (text === "") throw badRequest("text must be non-empty");
  if (characters(text) > TEXT_LIMIT) throw badRequest("message is too long");
  return { text, ...(entities.length > 0 ? { entities } : {}) };
}

/** A caption as Telegram keeps it: none, or at most 1024 characters. */
export function checkCaption(args: { caption?: string; caption_entities?: readonly MessageEntity[] }) {
  if (args.caption === undefined) return {};
  const { text, entities } = trimmed(args.caption, checkEntities(args.caption, args.caption_entities));
  if (characters(text) > CAPTION_LIMIT) throw badRequest("message caption is too long");
  if (text === "") return {};
  return { caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) };
}

/** How a text's first link is shown: https://core.telegram.org/bots/api#linkpreviewoptions */
export function checkPreview({ link_preview_options }: { link_preview_options?: LinkPreviewOptions }) {
  if (link_preview_options === undefined) return {};
  const sizes = ["prefer_small_media", "prefer_large_media", "show_above_text"];
  knowsOnly(link_preview_options, ["is_disabled", "url", ...sizes], "link_preview_options");
  return { link_preview_options };
}

/** Wording: td/telegram/MessageEntity.cpp and Client::get_text_entity of the Bot API server. */
function checkEntities(text: string, entities: readonly MessageEntity[] = []): MessageEntity[] {
  if (!Array.isArray(entities)) throw badRequest("can't parse entities JSON object");
  return entities.map((entity) => {
    checkType(entity);
    checkRange(text, entity);
    return entity;
  });
}

function checkType(entity: MessageEntity): void {
  const shape = ["type", "offset", "length"];
  if (entity.type === "date_time") {
    knowsOnly(entity, [...shape, "unix_time", "date_time_format"], "entities");
    if (!Number.isInteger(entity.unix_time)) {
      throw unparsable('Field "unix_time" must be of type Number');
    }
    const format: string = entity.date_time_format ?? "";
    if (!/^(?:r|w?[dD]?[tT]?)$/.test(format)) throw unparsable("Invalid date-time format specified");
    return;
  }
  const own = ownField[entity.type];
  if (own === undefined && !plainTypes.has(entity.type)) throw unparsable("Unsupported type specified");
  knowsOnly(entity, own === undefined ? shape : [...shape, own], "entities");
  if (entity.type === "text_link") checkUrl(entity.url, "entity");
}

function checkRange(text: string, { offset, length }: MessageEntity): void {
  const end = offset + length;
  if (!Number.isInteger(offset) || offset < 0) {
    throw badRequest(`receive an entity with incorrect offset ${offset}`);
  }
  if (!Number.isInteger(length) || length < 0) {
    throw badRequest(`receive an entity with incorrect length ${length}`);
  }
  if (offset >= text.length && length > 0) {
    throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
  }
  if (end > text.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
    );
  }
  if (splitsCharacter(text, offset)) {
    const byte = utf8Length(text.slice(0, offset + 1));
    throw badRequest(`entity begins in a middle of a UTF-16 symbol at byte offset ${byte}`);
  }
  if (splitsCharacter(text, end)) {
    const byte = utf8Length(text.slice(0, end + 1));
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${byte}`,
    );
  }
}

/** Whether a UTF-16 offset falls between the two halves of one character. */
function splitsCharacter(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

/** Telegram drops white space at both ends, in front only as far as the first entity, and empty entities. */
function trimmed(text: string, entities: MessageEntity[]): { text: string; entities: MessageEntity[] } {
  const body = text.trimEnd();
  const first = Math.min(body.length, ...entities.map((entity) => entity.offset));
  const lead = /^[ \n]*/.exec(body.slice(0, first))?.[0].length ?? 0;
  const kept = entities
    .map((entity) => ({
      ...entity,
      offset: entity.offset - lead,
      length: Math.min(entity.length, body.length - entity.offset),
    }))
    .filter((entity) => entity.length > 0);
  return { text: body.slice(lead), entities: kept };
}

/** The commands in what a person wrote, which every client marks: https://core.telegram.org/bots/features#commands */
export function commandsIn(text: string): MessageEntity[] {
  const commands = text.matchAll(/(?<![\w/])\/\w{1,32}(?:@\w{3,32})?(?!\w)/g);
  return [...commands].map((found) => ({
    type: "bot_command",
    offset: found.index,
    length: found[0].length,
  }));
}

/** What a person wrote, as the bot receives it. */
export function written(text: string) {
  const entities = commandsIn(text);
  return { text, ...given({ entities: entities.length > 0 ? entities : undefined }) };
}
