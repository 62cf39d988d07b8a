import type { ChatFullInfo, ChatMember, ChatMemberAdministrator, ChatMemberOwner } from "@grammyjs/types";
import { findRoom, openRoom } from "./access.ts";
import type { Files } from "./files.ts";
import { given } from "./given.ts";
import { type Incoming, isHere } from "./incoming.ts";
import type { Handlers } from "./parameters.ts";
import { badRequest } from "./refusal.ts";
import type { Room } from "./room.ts";
import type { World } from "./world.ts";

export function lookingMethods(world: World, files: Files, incoming: Incoming) {
  return {
    getFile: (args) => files.describe(args.file_id),
    getChat: (args) => fullInfo(findRoom(world, args.chat_id)),
    getChatMember: (args) => memberOf(world, openRoom(world, args.chat_id), args.user_id),
    getChatAdministrators: (args) => {
      const room = openRoom(world, args.chat_id);
      if (!room.isGroup) throw badRequest("there are no administrators in the private chat");
      return [...room.members.values()].filter(
        (member): member is ChatMemberOwner | ChatMemberAdministrator =>
          (member.status === "creator" || member.status === "administrator") && !member.user.is_bot,
      );
    },
    getChatMemberCount: (args) => {
      const room = openRoom(world, args.chat_id);
      return room.isGroup
        ? [...room.members.values()].filter((member) => isHere(room, member.user)).length
        : 2;
    },
    leaveChat: (args) => {
      const room = openRoom(world, args.chat_id);
      if (!room.isGroup) throw badRequest("chat member status can't be changed in private chats");
      incoming.botBecomes(room, world.bot, { status: "left", user: world.bot });
      return true as const;
    },
  } satisfies Partial<Handlers>;
}

function memberOf(world: World, room: Room, userId: number): ChatMember {
  const user = userId === world.bot.id ? world.bot : world.accounts.get(userId)?.user;
  if (user === undefined) throw badRequest("invalid user_id specified");
  if (!room.isGroup) return { status: "member", user };
  return room.members.get(userId) ?? { status: "left", user };
}

function fullInfo(room: Room): ChatFullInfo {
  const pinned = room.find(room.pinned[0])?.message;
  const gifts = {
    unlimited_gifts: false,
    limited_gifts: false,
    unique_gifts: false,
    premium_subscription: false,
    gifts_from_channels: false,
  };
  const common = { accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: gifts };
  return { ...room.chat, ...common, ...given({ pinned_message: pinned }) } as ChatFullInfo;
}
