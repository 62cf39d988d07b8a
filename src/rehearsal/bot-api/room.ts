import type {
  Chat,
  ChatMember,
  ForumTopic,
  Message,
  ReactionType,
  ReplyKeyboardMarkup,
} from "@grammyjs/types";

/** Chats a bot of this project can be in; channels are not among them. */
export type RoomChat = Exclude<Chat, Chat.ChannelChat>;

/** A message as the chat has it, with what its sender does not see in it. */
export interface Kept {
  message: Message;
  readonly mine: boolean;
  /** Telegram lets a bot edit a message only if nothing but an inline keyboard was sent with it. */
  readonly editable: boolean;
  /** Came without a sound (disable_notification). */
  readonly silent: boolean;
  /** Counts every appearance and edit in all chats: what is newer than what. */
  moment: number;
  /** The moment at which it first appeared. */
  readonly appeared: number;
  readonly reactions: Map<number, ReactionType[]>;
}

/** One chat and everything in it. */
export class Room {
  readonly chat: RoomChat;
  readonly members = new Map<number, ChatMember>();
  readonly messages = new Map<number, Kept>();
  /** Ephemeral messages, each seen by its receiver only, by their own numbers. */
  readonly whispers = new Map<number, Kept>();
  readonly topics = new Map<number, ForumTopic>();
  /** Newest first, as getChat shows only the first. */
  pinned: number[] = [];
  /** The keyboard in place of the letters, which stays until another comes or it is removed. */
  keyboard: ReplyKeyboardMarkup | undefined;
  /** The supergroup this group became. */
  upgradedTo: number | undefined;
  #lastId = 0;
  #lastWhisper = 0;

  constructor(chat: RoomChat) {
    this.chat = chat;
  }

  /** Message ids count up in every chat and are not used again. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** Ephemeral messages are counted apart. */
  nextWhisperId(): number {
    this.#lastWhisper += 1;
    return this.#lastWhisper;
  }

  find(messageId: number | undefined): Kept | undefined {
    return messageId === undefined ? undefined : this.messages.get(messageId);
  }

  /** The chat's messages, oldest first; for a reader with those that only they see. */
  history(reader?: number): Kept[] {
    const all = [...this.messages.values()];
    const own = [...this.whispers.values()].filter(({ message }) => message.receiver_user?.id === reader);
    return own.length === 0 ? all : [...all, ...own].sort((a, b) => a.moment - b.moment);
  }

  get isGroup(): boolean {
    return this.chat.type !== "private";
  }
}
