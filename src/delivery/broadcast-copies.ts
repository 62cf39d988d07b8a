/** The copies of a broadcast: sent from what was kept of it, changed, and taken back. */
import { type Api, GrammyError } from "grammy";
import type { InlineKeyboardMarkup, MessageEntity } from "grammy/types";
import { type BroadcastItem, bearsWords, type Unit } from "../domain/broadcasts.ts";
import { type BotMessage, textAndEntities } from "../messages/message.ts";
import { howToSend, judge, type SendingOptions, type SendResult } from "./telegram.ts";

/** What a copy says in its reader's language besides the organiser's words. */
export interface CopyWords {
  /** The line under what cannot carry a button, with the button; the button alone is put under everything else. */
  readonly ask: BotMessage;
}

type Buttons = { reply_markup?: InlineKeyboardMarkup };

/** Sends one unit; throws only what is a mistake of the program. */
export async function sendUnit(
  api: Api,
  chat: number,
  unit: Unit,
  { ask }: CopyWords,
  { paid = false, ...options }: SendingOptions,
): Promise<SendResult> {
  const how = {
    ...howToSend(options),
    ...(paid ? { allow_paid_broadcast: true } : {}),
  };
  const buttons: Buttons = unit.asks && ask.buttons !== undefined ? { reply_markup: ask.buttons } : {};
  const [first, ...more] = unit.items;
  try {
    if (first === undefined) {
      const { text, entities } = textAndEntities(ask);
      return sentAs(chat, [await api.sendMessage(chat, text, { entities, ...how, ...buttons })]);
    }
    if (more.length === 0) return sentAs(chat, [await sendOne(api, chat, first, { ...how, ...buttons })]);
    return sentAs(chat, await sendAlbum(api, chat, unit.items, how));
  } catch (error) {
    const moved = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;
    if (moved !== undefined && moved !== chat)
      return sendUnit(api, moved, unit, { ask }, { paid, ...options });
    return judge(error);
  }
}

function sentAs(chat: number, messages: readonly { message_id: number }[]): SendResult {
  const [first = 0, ...more] = messages.map(({ message_id }) => message_id);
  return { kind: "sent", chat, message: first, ...(more.length === 0 ? {} : { messages: [first, ...more] }) };
}

/** Kept as they came from Telegram. */
function entitiesOf({ entities = [] }: BroadcastItem): MessageEntity[] {
  return entities as unknown as MessageEntity[];
}

type How = ReturnType<typeof howToSend> & { allow_paid_broadcast?: boolean } & Buttons;

async function sendOne(
  api: Api,
  chat: number,
  item: BroadcastItem,
  how: How,
): Promise<{ message_id: number }> {
  const { media, contact, place, sticker, passedOn, text = "", preview } = item;
  if (passedOn !== undefined) return api.forwardMessage(chat, passedOn, item.message, passing(how));
  if (sticker !== undefined) return api.sendSticker(chat, sticker, how);
  if (contact !== undefined) {
    const vcard = contact.vcard === undefined ? {} : { vcard: contact.vcard };
    return api.sendContact(chat, contact.phone, contact.name, { ...vcard, ...how });
  }
  if (place !== undefined) {
    const { latitude, longitude, title, address } = place;
    return title === undefined || address === undefined
      ? api.sendLocation(chat, latitude, longitude, how)
      : api.sendVenue(chat, latitude, longitude, title, address, how);
  }
  if (media === undefined) {
    const link = preview === undefined ? {} : { link_preview_options: preview };
    return api.sendMessage(chat, text, { entities: entitiesOf(item), ...link, ...how });
  }
  const caption = { ...captionOf(item), ...how };
  const looks = { ...looksOf(item), ...caption };
  switch (media.kind) {
    case "photo":
      return api.sendPhoto(chat, media.fileId, looks);
    case "video":
      return api.sendVideo(chat, media.fileId, looks);
    case "animation":
      return api.sendAnimation(chat, media.fileId, looks);
    case "voice":
      return api.sendVoice(chat, media.fileId, caption);
    case "audio":
      return api.sendAudio(chat, media.fileId, caption);
    case "document":
      return api.sendDocument(chat, media.fileId, caption);
    case "videoNote":
      return api.sendVideoNote(chat, media.fileId, how);
  }
}

/** What forwardMessage takes of how to send: https://core.telegram.org/bots/api#forwardmessage */
function passing({ disable_notification, message_thread_id }: How) {
  return { disable_notification, ...(message_thread_id === undefined ? {} : { message_thread_id }) };
}

function captionOf(item: BroadcastItem) {
  return item.text === undefined ? {} : { caption: item.text, caption_entities: entitiesOf(item) };
}

function looksOf({ captionAbove, spoiler }: BroadcastItem) {
  return {
    ...(captionAbove ? { show_caption_above_media: true } : {}),
    ...(spoiler ? { has_spoiler: true } : {}),
  };
}

/** An album is of photos and videos, or of one other kind: Telegram itself put it together so. */
function sendAlbum(
  api: Api,
  chat: number,
  items: readonly BroadcastItem[],
  how: Omit<How, "reply_markup">,
): Promise<{ message_id: number }[]> {
  const pieces = items.flatMap((item) =>
    item.media === undefined ? [] : [{ kind: item.media.kind, media: item.media.fileId, item }],
  );
  const only = pieces[0]?.kind;
  if (only === "audio" || only === "document") {
    const same = pieces.map(({ media, item }) => ({ media, ...captionOf(item) }));
    return only === "audio"
      ? api.sendMediaGroup(
          chat,
          same.map((piece) => ({ type: "audio", ...piece })),
          how,
        )
      : api.sendMediaGroup(
          chat,
          same.map((piece) => ({ type: "document", ...piece })),
          how,
        );
  }
  const seen = pieces.map(({ kind, media, item }) => {
    const type = kind === "video" ? ("video" as const) : ("photo" as const);
    return { type, media, ...looksOf(item), ...captionOf(item) };
  });
  return api.sendMediaGroup(chat, seen, how);
}

/** Where a copy is. */
export interface Copy {
  readonly chat: number;
  readonly message: number;
}

/** How a change to a copy went: Telegram no longer allows it, or there is nothing of the kind to change. */
export type ChangeResult = "done" | "refused";

/** Gives a copy the words an item has now; its button stays. @throws what judge() sorts */
export async function rewriteCopy(
  api: Api,
  { chat, message }: Copy,
  item: BroadcastItem,
  buttons: InlineKeyboardMarkup | undefined,
): Promise<ChangeResult> {
  const markup: Buttons = buttons === undefined ? {} : { reply_markup: buttons };
  const { media, text = "", preview } = item;
  if (!bearsWords(item)) return "done";
  return attempted(() => {
    if (media === undefined) {
      const link = preview === undefined ? {} : { link_preview_options: preview };
      return api.editMessageText(chat, message, text, { entities: entitiesOf(item), ...link, ...markup });
    }
    const above = item.captionAbove ? { show_caption_above_media: true } : {};
    return api.editMessageCaption(chat, message, { ...captionOf(item), ...above, ...markup });
  });
}

/** Bots can delete their messages for 48 hours (Bot API, deleteMessage); an hour of it is left for the way. */
const DELETABLE_FOR = 47 * 60 * 60_000;

/** Takes a copy back: deletes it, or where it is too old puts `words` in its place. @throws what judge() sorts */
export async function takeBack(
  api: Api,
  { chat, message }: Copy,
  { age, item, words }: { age: number; item: BroadcastItem | undefined; words: string },
): Promise<ChangeResult> {
  if (age < DELETABLE_FOR) {
    // What is no longer there need not be taken back: deleteMessages skips it.
    const gone = await attempted(() => api.deleteMessages(chat, [message]));
    if (gone === "done") return gone;
  }
  if (item !== undefined && !bearsWords(item)) return "refused";
  return attempted(() =>
    item?.media === undefined
      ? api.editMessageText(chat, message, words)
      : api.editMessageCaption(chat, message, { caption: words }),
  );
}

async function attempted(change: () => Promise<unknown>): Promise<ChangeResult> {
  try {
    await change();
    return "done";
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    return error.description.includes("message is not modified") ? "done" : "refused";
  }
}
