import type { Api } from "grammy";
import type { Message } from "grammy/types";
import type { NoteItem } from "../domain/notes.ts";
import { CAPTION_LIMIT } from "../messages/limits.ts";

type Media = NonNullable<NoteItem["media"]>;

export interface ItemOptions {
  readonly disable_notification?: boolean;
  readonly message_thread_id?: number;
  readonly reply_parameters?: { readonly message_id: number; readonly allow_sending_without_reply: true };
}

/** What stands under a pin. */
export interface PinWords {
  readonly title: string;
  readonly address: string;
}

/**
 * Sends what somebody gave as it came: media, a contact card, a place, or words; `pin` says whose place it is.
 * Returns the first message of it; nothing for an item without anything in it.
 * @throws GrammyError, HttpError
 */
export async function postItem(
  api: Api,
  chat: number,
  { media, contact, place, text }: NoteItem,
  options: ItemOptions = {},
  pin?: PinWords,
): Promise<Message | undefined> {
  if (contact !== undefined) return api.sendContact(chat, contact.phone, contact.name, options);
  if (place !== undefined) {
    const { latitude, longitude } = place;
    if (pin === undefined) return api.sendLocation(chat, latitude, longitude, options);
    return api.sendVenue(chat, latitude, longitude, pin.title, pin.address, options);
  }
  if (media === undefined) return text === undefined ? undefined : api.sendMessage(chat, text, options);
  // What does not fit under a picture follows it.
  const fits = text === undefined || text.length <= CAPTION_LIMIT;
  const bearsWords = media.kind !== "videoNote";
  const caption = fits && bearsWords && text !== undefined ? { caption: text } : {};
  const sent = await postMedia(api, chat, media, { ...options, ...caption });
  if (text !== undefined && !("caption" in caption)) await api.sendMessage(chat, text, options);
  return sent;
}

function postMedia(
  api: Api,
  chat: number,
  { kind, fileId }: Media,
  how: ItemOptions & { readonly caption?: string },
): Promise<Message> {
  switch (kind) {
    case "photo":
      return api.sendPhoto(chat, fileId, how);
    case "voice":
      return api.sendVoice(chat, fileId, how);
    case "video":
      return api.sendVideo(chat, fileId, how);
    case "audio":
      return api.sendAudio(chat, fileId, how);
    case "document":
      return api.sendDocument(chat, fileId, how);
    case "animation":
      return api.sendAnimation(chat, fileId, how);
    case "videoNote":
      return api.sendVideoNote(chat, fileId, how);
  }
}
