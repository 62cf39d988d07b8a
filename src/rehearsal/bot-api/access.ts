import type { EphemeralMessageParameters, ReplyParameters, User } from "@grammyjs/types";
import { badRequest, forbidden, knowsOnly, UnknownField } from "./refusal.ts";
import type { Kept, Room } from "./room.ts";
import type { World } from "./world.ts";

export type ChatId = number | string;

/** The chat a bot names, whether or not it may write there. */
export function findRoom(world: World, chatId: ChatId): Room {
  const room = typeof chatId === "number" ? world.rooms.get(chatId) : findByUsername(world, chatId);
  if (room === undefined) throw badRequest("chat not found");
  return room;
}

function findByUsername(world: World, name: string): Room | undefined {
  return [...world.rooms.values()].find(
    ({ chat }) => chat.type === "supergroup" && `@${chat.username}` === name,
  );
}

/**
 * The chat a bot wants to write to or change something in.
 * @throws {Refusal} as Client::check_chat_access of the Bot API server does
 */
export function openRoom(world: World, chatId: ChatId): Room {
  const room = findRoom(world, chatId);
  if (room.chat.type === "private") {
    const account = world.accounts.get(room.chat.id);
    if (account?.deactivated) throw forbidden("user is deactivated");
    if (!account?.started) throw forbidden("bot can't initiate conversation with a user");
    if (account.blocked) throw forbidden("bot was blocked by the user");
    return room;
  }
  if (room.upgradedTo !== undefined) {
    throw badRequest("group chat was upgraded to a supergroup chat", {
      migrate_to_chat_id: room.upgradedTo,
    });
  }
  const status = room.members.get(world.bot.id)?.status ?? "left";
  if (status === "kicked") throw forbidden(`bot was kicked from the ${room.chat.type} chat`);
  if (status === "left") throw forbidden(`bot is not a member of the ${room.chat.type} chat`);
  return room;
}

/** @param what how Telegram calls the message in its refusal, such as "message to edit" */
export function findMessage(room: Room, messageId: number, what: string): Kept {
  const kept = room.find(messageId);
  if (kept === undefined) throw badRequest(`${what} not found`);
  return kept;
}

/** The topic of a forum; elsewhere there are none. */
export function findTopic(room: Room, threadId: number | undefined): number | undefined {
  if (threadId !== undefined && !room.topics.has(threadId)) throw badRequest("message thread not found");
  return threadId;
}

/** The message a new one answers; undefined when there is none and the bot said it may do without. */
export function findReplied(world: World, room: Room, reply: ReplyParameters | undefined): Kept | undefined {
  if (reply === undefined) return undefined;
  knowsOnly(reply, ["message_id", "chat_id", "allow_sending_without_reply"], "reply_parameters");
  if (reply.chat_id !== undefined && findRoom(world, reply.chat_id) !== room) {
    throw new UnknownField("reply_parameters.chat_id");
  }
  const kept = room.find(reply.message_id);
  if (kept === undefined && !reply.allow_sending_without_reply) {
    throw badRequest("message to be replied not found");
  }
  return kept;
}

/**
 * Who is to see an ephemeral message. Unasked, a bot sends them as administrator of a group; answers to buttons are not
 * played here.
 */
export function findReceiver(world: World, room: Room, ephemeral: EphemeralMessageParameters): User {
  knowsOnly(ephemeral, ["receiver_user_id"], "ephemeral_message_parameters");
  const { status } = room.members.get(world.bot.id) ?? {};
  if (!room.isGroup || status !== "administrator") throw badRequest("BOT_NOT_ADMIN");
  const member = room.members.get(ephemeral.receiver_user_id);
  if (member === undefined || member.status === "left" || member.status === "kicked") {
    throw badRequest("user not found");
  }
  return member.user;
}
