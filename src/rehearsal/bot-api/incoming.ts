import { randomUUID } from "node:crypto";
import type { ChatMember, Message, MessageEntity, ReactionType, User } from "@grammyjs/types";
import type { Callbacks } from "./callbacks.ts";
import { type Content, nameOf } from "./content.ts";
import type { Kept, Room } from "./room.ts";
import type { UpdateQueue } from "./updates.ts";
import type { Account, Envelope, World } from "./world.ts";

/** Everything that reaches a bot from outside. Each deed returns the update's id, or undefined if the bot gets none. */
export class Incoming {
  readonly #world: World;
  readonly #queue: UpdateQueue;
  readonly #callbacks: Callbacks;

  constructor(world: World, queue: UpdateQueue, callbacks: Callbacks) {
    this.#world = world;
    this.#queue = queue;
    this.#callbacks = callbacks;
  }

  /** Someone writes; in a private chat that also starts the bot. */
  message(room: Room, account: Account, content: Content, envelope: Envelope = {}): number | undefined {
    checkPresence(room, account);
    if (!room.isGroup) account.started = true;
    const message = this.#world.post(room, account.user, content, envelope);
    if (!this.#hears(room, message)) return undefined;
    return this.#queue.push({ message: { ...message, chat: room.chat, from: account.user } });
  }

  /** Someone changes what they wrote; `next` is the whole message. */
  edit(room: Room, account: Account, kept: Kept, next: Message): number | undefined {
    checkPresence(room, account);
    const edited = this.#world.change(room, kept, next);
    if (!this.#hears(room, edited)) return undefined;
    return this.#queue.push({ edited_message: { ...edited, chat: room.chat, from: account.user } });
  }

  /** Someone taps a button that sends data; it need not be there any more, nor ever have been. */
  tap(room: Room, account: Account, data: string, messageId: number): number | undefined {
    checkPresence(room, account);
    const from = account.user;
    const message = room.find(messageId)?.message ?? {
      chat: room.chat,
      message_id: messageId,
      date: 0 as const,
    };
    const query = { id: randomUUID(), from, message, chat_instance: String(room.chat.id), data };
    this.#callbacks.tapped(query, room);
    this.#world.tell(room, "tapped", room.find(messageId)?.message, from);
    return this.#queue.push({ callback_query: query });
  }

  /** Someone puts a reaction under a message, or with an empty list takes it away. */
  react(room: Room, account: Account, kept: Kept, reaction: ReactionType[]): number | undefined {
    checkPresence(room, account);
    const from = account.user;
    const before = kept.reactions.get(from.id) ?? [];
    kept.reactions.set(from.id, reaction);
    this.#world.tell(room, "reaction", kept.message, from);
    return this.#queue.push({
      message_reaction: {
        chat: room.chat,
        message_id: kept.message.message_id,
        user: from,
        date: this.#seconds,
        old_reaction: before,
        new_reaction: reaction,
      },
    });
  }

  /**
   * The bot pins a message: the chat says so, and the bot hears of it like everybody. In private chats that never makes
   * a sound: https://core.telegram.org/bots/api#pinchatmessage
   */
  pinned(room: Room, pinned: Message, { silent }: { silent: boolean }): number | undefined {
    this.#world.tell(room, "pinned", pinned, this.#world.bot);
    return this.#pushService(room, this.#world.bot, { pinned_message: pinned }, silent || !room.isGroup);
  }

  /** The bot's own place in a chat changes: it is blocked, added, promoted, removed. A group says so aloud. */
  botBecomes(room: Room, by: User, next: ChatMember): number | undefined {
    const { bot } = this.#world;
    const before = room.members.get(bot.id) ?? { status: "left", user: bot };
    const was = isHere(room, bot);
    room.members.set(bot.id, next);
    const change = { chat: room.chat, from: by, date: this.#seconds };
    const told = this.#queue.push({
      my_chat_member: { ...change, old_chat_member: before, new_chat_member: next },
    });
    if (!room.isGroup || was === isHere(room, bot)) return told;
    return this.#pushService(room, by, was ? { left_chat_member: bot } : { new_chat_members: [bot] }) ?? told;
  }

  /** Someone joins or leaves a group; a bot in it sees a service message. */
  memberBecomes(room: Room, by: User, next: ChatMember): number | undefined {
    const { user } = next;
    const before = room.members.get(user.id) ?? { status: "left", user };
    room.members.set(user.id, next);
    const service = isHere(room, user) ? { new_chat_members: [user] } : { left_chat_member: user };
    if (!isHere(room, this.#world.bot)) {
      this.#world.post(room, by, service);
      return undefined;
    }
    const told = this.#pushService(room, by, service);
    const change = { chat: room.chat, from: by, date: this.#seconds };
    const asked = this.#queue.push({
      chat_member: { ...change, old_chat_member: before, new_chat_member: next },
    });
    return asked ?? told;
  }

  /** A group becomes a supergroup under a new id: https://core.telegram.org/bots/api#responseparameters */
  upgrade(group: Room, by: User): { room: Room; updateId: number | undefined } {
    const room = this.#world.addGroup("supergroup", group.chat.title ?? "");
    for (const [id, member] of group.members) room.members.set(id, member);
    group.upgradedTo = room.chat.id;
    this.#pushService(group, by, { migrate_to_chat_id: room.chat.id });
    return { room, updateId: this.#pushService(room, by, { migrate_from_chat_id: group.chat.id }) };
  }

  #pushService(room: Room, from: User, content: Content, silent = false): number | undefined {
    const message = this.#world.post(room, from, content, { silent });
    return this.#queue.push({ message: { ...message, chat: room.chat, from } });
  }

  get #seconds(): number {
    return Math.floor(this.#world.now / 1000);
  }

  /** Privacy mode: https://core.telegram.org/bots/features#privacy-mode */
  #hears(room: Room, message: Message): boolean {
    const { bot } = this.#world;
    if (!room.isGroup) return true;
    if (!isHere(room, bot)) return false;
    if (bot.can_read_all_group_messages || room.members.get(bot.id)?.status === "administrator") return true;
    if (message.reply_to_message?.from?.id === bot.id) return true;
    const name = `@${bot.username}`.toLowerCase();
    const text = message.text ?? message.caption ?? "";
    const entities = message.entities ?? message.caption_entities ?? [];
    return entities.some((entity) => isForBot(text, entity, name)) || text.toLowerCase().includes(name);
  }
}

/** Telegram's apps would not let someone act here: a mistake of the script, not of the bot. */
function checkPresence(room: Room, { user, deactivated, blocked }: Account): void {
  const name = nameOf(user);
  if (deactivated) throw new Error(`${name} has no account any more.`);
  if (room.isGroup && !isHere(room, user)) throw new Error(`${name} is not in «${room.chat.title}».`);
  if (!room.isGroup && blocked) throw new Error(`${name} has blocked the bot: unblocks() first.`);
}

/** A command is for every bot unless it names another. */
function isForBot(text: string, { type, offset, length }: MessageEntity, name: string): boolean {
  const words = text.slice(offset, offset + length).toLowerCase();
  return type === "bot_command" && (!words.includes("@") || words.endsWith(name));
}

export function isHere(room: Room, user: User): boolean {
  const status = room.members.get(user.id)?.status;
  return status !== undefined && status !== "left" && status !== "kicked";
}
