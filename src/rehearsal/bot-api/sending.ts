import type { EphemeralMessageParameters, Message, ReplyParameters } from "@grammyjs/types";
import {
  type ChatId,
  findMessage,
  findReceiver,
  findReplied,
  findRoom,
  findTopic,
  openRoom,
} from "./access.ts";
import { bare, type Content, contentOf, isService, takesCaption } from "./content.ts";
import { checkCaption, checkPreview, checkText } from "./entities.ts";
import { given } from "./given.ts";
import { checkReplyMarkup, type ReplyMarkup } from "./keyboards.ts";
import { type Media, shown } from "./media.ts";
import type { Handlers } from "./parameters.ts";
import { badRequest } from "./refusal.ts";
import { checkRich } from "./rich.ts";
import type { Kept } from "./room.ts";
import type { World } from "./world.ts";

/** What all methods that send have in common. */
interface Sending {
  chat_id: ChatId;
  message_thread_id?: number;
  reply_parameters?: ReplyParameters;
  reply_markup?: ReplyMarkup;
  disable_notification?: boolean;
  protect_content?: boolean;
  message_effect_id?: string;
  ephemeral_message_parameters?: EphemeralMessageParameters;
}

const chatActions = new Set([
  ...["typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"],
  ...["upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note"],
]);

/** `hidesEphemeral` as in {@link BotApiOptions}. */
export function sendingMethods(world: World, media: Media, hidesEphemeral = true) {
  /** `content` was checked before: Telegram looks at what is sent first, then at where. */
  function send<C extends Content>(args: Sending, content: C, extra: Partial<Message> = {}): Message & C {
    const markup = checkReplyMarkup(args.reply_markup);
    const room = openRoom(world, args.chat_id);
    const topic = findTopic(room, args.message_thread_id);
    const replyTo = findReplied(world, room, args.reply_parameters);
    const flags = {
      ...given({ effect_id: args.message_effect_id }),
      ...(args.protect_content ? { has_protected_content: true as const } : {}),
    };
    const silent = args.disable_notification;
    const { ephemeral_message_parameters: ephemeral } = args;
    if (ephemeral !== undefined && hidesEphemeral) {
      const to = findReceiver(world, room, ephemeral);
      return world.whisper(room, to, content, { markup, topic, silent, extra: { ...extra, ...flags } });
    }
    return world.post(room, world.bot, content, {
      ...{ markup, replyTo, topic, silent },
      extra: { ...extra, ...flags },
    });
  }

  function source(from: ChatId, messageId: number, verb: "copy" | "forward"): Kept {
    const kept = findMessage(findRoom(world, from), messageId, `message to ${verb}`);
    const done = verb === "copy" ? "copied" : "forwarded";
    if (isService(kept.message)) throw badRequest(`the message can't be ${done}`);
    if (kept.message.has_protected_content) {
      throw badRequest("message has protected content and can't be forwarded");
    }
    return kept;
  }

  return {
    sendMessage: (args) => send(args, { ...checkText(args), ...checkPreview(args) }),
    sendRichMessage: (args) => send(args, { rich_message: checkRich(args.rich_message as never) }),
    sendPhoto: (args) => send(args, { ...media.photo(args.photo), ...checkCaption(args), ...shown(args) }),
    sendDocument: (args) => send(args, { ...media.document(args.document), ...checkCaption(args) }),
    sendVoice: (args) => send(args, { ...media.voice(args.voice, args.duration), ...checkCaption(args) }),
    sendAudio: (args) => send(args, { ...media.audio(args.audio, args), ...checkCaption(args) }),
    sendVideo: (args) =>
      send(args, { ...media.video(args.video, args), ...checkCaption(args), ...shown(args) }),
    sendVideoNote: (args) => send(args, media.videoNote(args.video_note, args)),
    sendAnimation: (args) =>
      send(args, { ...media.animation(args.animation, args), ...checkCaption(args), ...shown(args) }),
    sendSticker: (args) => send(args, media.sticker(args.sticker, args.emoji)),
    sendMediaGroup: (args) => {
      const group = String(world.moment + 1);
      return media.album(args.media).map((piece) => send(args, { ...piece, media_group_id: group }));
    },
    sendLocation: (args) => send(args, { location: checkLocation(args) }),
    sendVenue: (args) => {
      const location = checkLocation(args);
      const { title, address, foursquare_id, foursquare_type, google_place_id, google_place_type } = args;
      const ids = given({ foursquare_id, foursquare_type, google_place_id, google_place_type });
      return send(args, { location, venue: { location, title, address, ...ids } });
    },
    sendContact: (args) => {
      const { phone_number, first_name, last_name, vcard } = args;
      if (!/\d/.test(phone_number)) throw badRequest("wrong phone number specified");
      return send(args, { contact: { phone_number, first_name, ...given({ last_name, vcard }) } });
    },
    sendChatAction: (args) => {
      if (!chatActions.has(args.action)) throw badRequest("wrong parameter action in request");
      findTopic(openRoom(world, args.chat_id), args.message_thread_id);
      return true as const;
    },
    copyMessage: (args) => {
      const { message } = source(args.from_chat_id, args.message_id, "copy");
      const content = contentOf(message);
      const recaptioned = args.caption !== undefined && takesCaption(message);
      const copy = recaptioned ? { ...bare(content), ...checkCaption(args), ...shown(args) } : content;
      return { message_id: send(args, copy).message_id };
    },
    copyMessages: (args) => {
      const room = findRoom(world, args.from_chat_id);
      // What cannot be found or copied is skipped: https://core.telegram.org/bots/api#copymessages
      const messages = checkIds(args.message_ids)
        .flatMap((id) => room.find(id)?.message ?? [])
        .filter((message) => !isService(message) && !message.has_protected_content);
      if (messages.length === 0) throw badRequest("there are no messages to copy");
      return messages.map((message) => {
        const content = contentOf(message);
        const { message_id } = send(args, args.remove_caption ? bare(content) : content);
        return { message_id };
      });
    },
    forwardMessage: (args) => {
      const { message } = source(args.from_chat_id, args.message_id, "forward");
      const origin = message.forward_origin ?? {
        type: "user" as const,
        date: message.date,
        sender_user: message.from ?? world.bot,
      };
      return send(args, contentOf(message), { forward_origin: origin });
    },
  } satisfies Partial<Handlers>;
}

function checkLocation(args: { latitude: number; longitude: number; horizontal_accuracy?: number }) {
  const { latitude, longitude, horizontal_accuracy } = args;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw badRequest("invalid location specified");
  return { latitude, longitude, ...given({ horizontal_accuracy }) };
}

/** A list of 1–100 message ids. */
export function checkIds(ids: readonly number[]): readonly number[] {
  if (!Array.isArray(ids)) throw badRequest("expected an Array of message identifiers");
  if (ids.length === 0) throw badRequest("message identifiers are not specified");
  if (ids.length > 100) throw badRequest("too many message identifiers specified");
  if (ids.some((id) => !Number.isInteger(id) || id <= 0)) {
    throw badRequest("invalid message identifier specified");
  }
  return ids;
}
