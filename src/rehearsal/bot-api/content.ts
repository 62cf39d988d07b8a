import type { Message, User } from "@grammyjs/types";

/** The part of a message that is sent, copied and edited; the rest says who, where and when. */
const fields = [
  ...["text", "entities", "link_preview_options"],
  ...["caption", "caption_entities", "show_caption_above_media", "has_media_spoiler"],
  ...["photo", "document", "voice", "audio", "video", "video_note", "animation", "sticker"],
  ...["contact", "location", "venue", "rich_message", "poll", "dice"],
] as const;

const captionable = ["photo", "document", "voice", "audio", "video", "animation"] as const;

export type Content = Partial<Message>;

export function contentOf(message: Message): Content {
  const own = Object.entries(message).filter(([name]) => fields.some((field) => field === name));
  return Object.fromEntries(own);
}

/** Service messages (someone joined, a message was pinned) have no content. */
export const isService = (message: Message): boolean => Object.keys(contentOf(message)).length === 0;

export const takesCaption = (message: Message): boolean =>
  captionable.some((field) => message[field] !== undefined);

/** A content without its caption. */
export function bare(content: Content): Content {
  const { caption: _, caption_entities: __, ...rest } = content;
  return rest;
}

/** A person's or bot's full name, as chats show it. */
export const nameOf = (user: User): string => [user.first_name, user.last_name].filter(Boolean).join(" ");
