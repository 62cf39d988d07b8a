import { isDeepStrictEqual } from "node:util";
import type { InlineKeyboardMarkup, Message, ReactionType } from "@grammyjs/types";
import { type ChatId, findMessage, openRoom } from "./access.ts";
import type { Callbacks } from "./callbacks.ts";
import { bare, type Content, contentOf, isService, takesCaption } from "./content.ts";
import { checkCaption, checkPreview, checkText } from "./entities.ts";
import { given } from "./given.ts";
import type { Incoming } from "./incoming.ts";
import { checkReplyMarkup } from "./keyboards.ts";
import { type Media, shown } from "./media.ts";
import type { Handlers } from "./parameters.ts";
import { badRequest, knowsOnly } from "./refusal.ts";
import type { Kept, Room } from "./room.ts";
import { checkIds } from "./sending.ts";
import type { World } from "./world.ts";

/** https://core.telegram.org/bots/api#deletemessage */
const DELETABLE_FOR = 48 * 3600 * 1000;

/** What editMessageMedia may replace (MessagesManager::can_edit_message_media of TDLib). */
const mediaEditable = ["text", "animation", "audio", "document", "photo", "video"] as const;

interface Editing {
  chat_id?: ChatId;
  message_id?: number;
  reply_markup?: InlineKeyboardMarkup;
}

export function editingMethods(world: World, media: Media, callbacks: Callbacks, incoming: Incoming) {
  function edit<C extends Content>(args: Editing, change: (message: Message) => C) {
    if (args.chat_id === undefined) throw badRequest("chat_id is empty");
    const markup = checkReplyMarkup(args.reply_markup);
    if (markup !== undefined && !("inline_keyboard" in markup)) throw badRequest("inline keyboard expected");
    const room = openRoom(world, args.chat_id);
    const kept = findMessage(room, args.message_id ?? 0, "message to edit");
    const { message } = kept;
    if (!kept.editable || isService(message) || message.forward_origin) {
      throw badRequest("message can't be edited");
    }
    const content = change(message);
    if (
      isDeepStrictEqual(contentOf(message), contentOf(content as Message)) &&
      isDeepStrictEqual(message.reply_markup, markup)
    ) {
      throw badRequest(
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
      );
    }
    const { reply_markup: _, ...rest } = withoutContent(message);
    return world.change(room, kept, { ...rest, ...content, ...given({ reply_markup: markup }) });
  }

  function remove(room: Room, kept: Kept): void {
    if (isOthers(room, kept)) throw badRequest("message can't be deleted");
    if (world.now - kept.message.date * 1000 > DELETABLE_FOR) {
      throw badRequest("message can't be deleted for everyone");
    }
    world.remove(room, kept, world.bot);
  }

  /** In a group, only an administrator with the right deletes what others wrote. */
  function isOthers(room: Room, kept: Kept): boolean {
    const me = room.members.get(world.bot.id);
    return room.isGroup && !kept.mine && !(me?.status === "administrator" && me.can_delete_messages);
  }

  /** In groups, a bot pins only as an administrator (DialogManager::can_pin_messages of TDLib). */
  function openForPinning(chatId: ChatId): Room {
    const room = openRoom(world, chatId);
    const me = room.members.get(world.bot.id);
    if (room.isGroup && !(me?.status === "administrator" && me.can_pin_messages)) {
      throw badRequest("not enough rights to manage pinned messages in the chat");
    }
    return room;
  }

  return {
    editMessageText: (args) => {
      const content = { ...checkText(args), ...checkPreview(args) };
      return edit(args, (message) => {
        if (message.text === undefined && message.rich_message === undefined)
          throw badRequest("there is no text in the message to edit");
        return content;
      });
    },
    editMessageCaption: (args) => {
      const caption = { ...checkCaption(args), ...shown(args) };
      return edit(args, (message) => {
        if (!takesCaption(message)) throw badRequest("there is no caption in the message to edit");
        const { show_caption_above_media: _, ...rest } = bare(contentOf(message));
        return { ...rest, ...caption };
      });
    },
    editMessageMedia: (args) =>
      edit(args, (message) => {
        if (!mediaEditable.some((field) => message[field] !== undefined)) {
          throw badRequest("message media can't be edited");
        }
        return media.fromInputMedia(args.media);
      }),
    editMessageReplyMarkup: (args) => edit(args, contentOf),
    deleteMessage: (args) => {
      const room = openRoom(world, args.chat_id);
      remove(room, findMessage(room, args.message_id, "message to delete"));
      return true as const;
    },
    deleteMessages: (args) => {
      const room = openRoom(world, args.chat_id);
      // Those that cannot be found are skipped: https://core.telegram.org/bots/api#deletemessages
      for (const id of checkIds(args.message_ids)) {
        const kept = room.find(id);
        if (kept !== undefined) remove(room, kept);
      }
      return true as const;
    },
    deleteEphemeralMessage: (args) => {
      const room = openRoom(world, args.chat_id);
      const kept = room.whispers.get(args.ephemeral_message_id);
      if (kept?.message.receiver_user?.id !== args.receiver_user_id) {
        throw badRequest("message to delete not found");
      }
      room.whispers.delete(args.ephemeral_message_id);
      world.tell(room, "deleted", kept.message, world.bot);
      return true as const;
    },
    pinChatMessage: (args) => {
      const room = openForPinning(args.chat_id);
      const { message } = findMessage(room, args.message_id, "message to pin");
      if (isService(message)) throw badRequest("service messages can't be pinned");
      room.pinned = [args.message_id, ...room.pinned.filter((id) => id !== args.message_id)];
      incoming.pinned(room, message, { silent: args.disable_notification ?? false });
      return true as const;
    },
    unpinChatMessage: (args) => {
      const room = openForPinning(args.chat_id);
      const unpinned = args.message_id ?? room.pinned[0];
      if (unpinned === undefined) throw badRequest("message to unpin not found");
      findMessage(room, unpinned, "message to unpin");
      room.pinned = room.pinned.filter((id) => id !== unpinned);
      return true as const;
    },
    unpinAllChatMessages: (args) => {
      openForPinning(args.chat_id).pinned = [];
      return true as const;
    },
    setMessageReaction: (args) => {
      const room = openRoom(world, args.chat_id);
      const kept = findMessage(room, args.message_id, "message to react");
      kept.reactions.set(world.bot.id, checkReaction(args.reaction ?? []));
      world.tell(room, "reaction", kept.message, world.bot);
      return true as const;
    },
    answerCallbackQuery: (args) => {
      const { callback_query_id, text = "", show_alert: alert = false, url } = args;
      callbacks.answer(callback_query_id, { text, alert, ...given({ url }) });
      return true as const;
    },
  } satisfies Partial<Handlers>;
}

/** https://core.telegram.org/bots/api#reactiontypeemoji; a bot puts at most one. */
const emoji = new Set<string>(
  "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡".split(
    " ",
  ),
);

function checkReaction(reactions: ReactionType[]): ReactionType[] {
  if (reactions.length > 1) throw badRequest("REACTIONS_TOO_MANY");
  for (const reaction of reactions) {
    knowsOnly(reaction, ["type", "emoji"], "reaction");
    if (reaction.type !== "emoji" || !emoji.has(reaction.emoji)) throw badRequest("REACTION_INVALID");
  }
  return reactions;
}

/** The message's frame: who, where, when. */
function withoutContent(message: Message): Message {
  const content = Object.keys(contentOf(message));
  const frame = Object.entries(message).filter(([name]) => !content.includes(name));
  return Object.fromEntries(frame) as unknown as Message;
}
