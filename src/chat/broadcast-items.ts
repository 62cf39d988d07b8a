import type { Message } from "grammy/types";
import type { BroadcastItem, Entity } from "../domain/broadcasts.ts";
import { CAPTION_LIMIT } from "../messages/limits.ts";
import { noteItemOf } from "./note-item.ts";

/**
 * What is kept of a message so that it can be sent again without it. What a bot cannot make anew is passed on as it is: a
 * poll would be one of its own for everybody, dice would fall otherwise. A caption longer than bots may send follows its
 * picture as a text. Nothing for what cannot be passed on either.
 */
export function broadcastItemsOf(message: Message, now: number): BroadcastItem[] {
  if (message.sticker !== undefined) {
    const { file_id: sticker } = message.sticker;
    return [{ key: `m${message.message_id}`, at: now, message: message.message_id, sticker }];
  }
  if (message.poll ?? message.dice ?? message.checklist ?? message.story ?? message.paid_media) {
    const words = message.poll?.question ?? message.checklist?.title;
    return [
      {
        ...{ key: `m${message.message_id}`, at: now, message: message.message_id, passedOn: message.chat.id },
        ...(words === undefined ? {} : { text: words }),
      },
    ];
  }
  const kept = noteItemOf(message, now);
  if (kept === undefined) return [];
  const { text, ...bare } = kept;
  const entities = message.entities ?? message.caption_entities;
  const words = {
    ...(text === undefined ? {} : { text }),
    // Telegram's own record of itself, kept field by field.
    ...(entities === undefined ? {} : { entities: entities as unknown as readonly Entity[] }),
  };
  const item: BroadcastItem = {
    ...bare,
    message: message.message_id,
    ...(message.media_group_id === undefined ? {} : { album: message.media_group_id }),
    ...(message.link_preview_options === undefined ? {} : { preview: { ...message.link_preview_options } }),
    ...(message.show_caption_above_media ? { captionAbove: true as const } : {}),
    ...(message.has_media_spoiler ? { spoiler: true as const } : {}),
  };
  // Telegram counts characters, not halves of them.
  if (item.media === undefined || [...(text ?? "")].length <= CAPTION_LIMIT) return [{ ...item, ...words }];
  const { key, at } = kept;
  return [item, { key: `${key}t`, at, message: message.message_id, ...words }];
}
