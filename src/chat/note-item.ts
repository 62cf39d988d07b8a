import type { Context } from "grammy";
import type { Message } from "grammy/types";
import { postItem } from "../delivery/items.ts";
import type { MediaKind, NoteItem } from "../domain/notes.ts";

type Media = NonNullable<NoteItem["media"]>;

/**
 * What a message is worth keeping of: text, media by their file ids, a contact card, a place. Nothing for service
 * messages, dice and the like. The key comes from the message, so that one delivered twice is kept once.
 */
export function noteItemOf(message: Message, now: number): NoteItem | undefined {
  const text = message.text ?? message.caption ?? wordsOf(message.poll);
  const media = mediaOf(message);
  const { contact, venue, location } = message;
  if (text === undefined && media === undefined && contact === undefined && location === undefined)
    return undefined;
  return {
    key: `m${message.message_id}`,
    at: now,
    ...(text === undefined ? {} : { text }),
    ...(media === undefined ? {} : { media }),
    ...(message.media_group_id === undefined ? {} : { album: message.media_group_id }),
    ...(contact === undefined
      ? {}
      : {
          contact: {
            phone: contact.phone_number,
            name: [contact.first_name, contact.last_name].filter((part) => part !== undefined).join(" "),
            ...(contact.vcard === undefined ? {} : { vcard: contact.vcard }),
          },
        }),
    ...(location === undefined
      ? {}
      : {
          place: {
            latitude: location.latitude,
            longitude: location.longitude,
            ...(venue === undefined ? {} : { title: venue.title, address: venue.address }),
          },
        }),
  };
}

/** A poll by its question and answers. */
function wordsOf(poll: Message["poll"]): string | undefined {
  return poll && [poll.question, ...poll.options.map(({ text }) => `– ${text}`)].join("\n");
}

function mediaOf(message: Message): Media | undefined {
  const media = (
    kind: MediaKind,
    file: { file_id: string; file_name?: string } | undefined,
  ): Media | undefined =>
    file === undefined
      ? undefined
      : { kind, fileId: file.file_id, ...(file.file_name === undefined ? {} : { name: file.file_name }) };
  // An animation also carries a document, which is the same file in the form older clients know.
  return (
    media("animation", message.animation) ??
    media("photo", message.photo?.at(-1)) ??
    media("voice", message.voice) ??
    media("video", message.video) ??
    media("videoNote", message.video_note) ??
    media("audio", message.audio) ??
    media("document", message.document)
  );
}

/** Sends what is not text back as it came. */
export async function sendItem(ctx: Context, item: NoteItem): Promise<unknown> {
  return ctx.chatId === undefined ? undefined : postItem(ctx.api, ctx.chatId, item);
}
