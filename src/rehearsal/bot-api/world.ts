import type { Message, User, UserFromGetMe } from "@grammyjs/types";
import type { Content } from "./content.ts";
import { given } from "./given.ts";
import type { ReplyMarkup } from "./keyboards.ts";
import { type Kept, Room, type RoomChat } from "./room.ts";
import { Signal } from "./signal.ts";

/** Someone with a Telegram account. */
export interface Account {
  readonly user: User;
  /** Has pressed START, so that the bot may write. */
  started: boolean;
  blocked: boolean;
  deactivated: boolean;
  /** Answers to this person's taps, by chat, oldest first. */
  readonly toasts: { readonly room: Room; readonly toast: Toast }[];
}

/** Something that happened in a chat, for whoever prints or watches chats. */
export interface Moment {
  /** Programme time, epoch milliseconds. */
  readonly at: number;
  readonly room: Room;
  readonly kind: "message" | "edited" | "deleted" | "pinned" | "tapped" | "callbackAnswered" | "reaction";
  readonly message: Message | undefined;
  readonly by: User;
  /** What a callback was answered with. */
  readonly toast?: Toast;
}

export interface Toast {
  readonly text: string;
  readonly alert: boolean;
  readonly url?: string;
}

/** What goes with a message besides its content. */
export interface Envelope {
  readonly markup?: ReplyMarkup | undefined;
  readonly replyTo?: Kept | undefined;
  readonly topic?: number | undefined;
  /** Comes without a sound. */
  readonly silent?: boolean | undefined;
  readonly extra?: Partial<Message>;
}

/** Everything Telegram knows: accounts, chats, messages. It does what it is told; what is allowed is decided outside. */
export class World {
  readonly bot: UserFromGetMe;
  readonly moments = new Signal<Moment>();
  readonly accounts = new Map<number, Account>();
  readonly rooms = new Map<number, Room>();
  readonly #now: () => number;
  #moment = 0;
  #lastUser = 700_000;
  #lastGroup = 4_000;

  /** `now`: programme time, epoch milliseconds; it dates the messages. */
  constructor(bot: UserFromGetMe, now: () => number) {
    this.bot = bot;
    this.#now = now;
  }

  get now(): number {
    return this.#now();
  }

  /** How many times a message has appeared or changed so far. */
  get moment(): number {
    return this.#moment;
  }

  /** A new account and its chat with the bot, not started yet. */
  addPerson(about: Omit<User, "id" | "is_bot"> & { id?: number }): { account: Account; room: Room } {
    this.#lastUser += 1;
    const user: User = { ...about, id: about.id ?? this.#lastUser, is_bot: false };
    if (this.accounts.has(user.id)) throw new Error(`There is an account ${user.id} already.`);
    const account: Account = { user, started: false, blocked: false, deactivated: false, toasts: [] };
    this.accounts.set(user.id, account);
    const { id, first_name, last_name, username } = user;
    const chat: RoomChat = { id, type: "private", first_name, ...given({ last_name, username }) };
    return { account, room: this.#addRoom(new Room(chat)) };
  }

  /** A new group without members; https://core.telegram.org/api/bots/ids has the ranges of the ids. */
  addGroup(type: "group" | "supergroup", title: string, isForum = false): Room {
    this.#lastGroup += 1;
    if (type === "group") return this.#addRoom(new Room({ id: -this.#lastGroup, type, title }));
    const id = -1_000_000_000_000 - this.#lastGroup;
    return this.#addRoom(new Room({ id, type, title, ...(isForum ? { is_forum: true } : {}) }));
  }

  #addRoom(room: Room): Room {
    this.rooms.set(room.chat.id, room);
    return room;
  }

  /** Puts a message into a chat; its date is programme time now. */
  post<C extends Content>(room: Room, from: User, content: C, envelope: Envelope = {}): Message & C {
    const { markup, replyTo, topic, silent = false, extra } = envelope;
    const inline = markup !== undefined && "inline_keyboard" in markup;
    const message = {
      message_id: room.nextId(),
      from,
      chat: room.chat,
      date: Math.floor(this.now / 1000),
      ...(topic === undefined ? {} : { message_thread_id: topic, is_topic_message: true }),
      ...(replyTo === undefined ? {} : { reply_to_message: withoutReply(replyTo.message) }),
      ...content,
      ...extra,
      ...(inline ? { reply_markup: markup } : {}),
    } as Message & C;
    const mine = from.id === this.bot.id;
    const editable = mine && (markup === undefined || inline);
    const moment = this.#tick();
    const kept = { message, mine, editable, silent, moment, appeared: moment, reactions: new Map() };
    room.messages.set(message.message_id, kept);
    if (markup !== undefined && "keyboard" in markup) room.keyboard = markup;
    if (markup !== undefined && "remove_keyboard" in markup) room.keyboard = undefined;
    this.tell(room, "message", message, from);
    return message;
  }

  /** Puts a message into a group that one person sees; as message it has no number (Bot API, Message). */
  whisper<C extends Content>(room: Room, to: User, content: C, envelope: Envelope = {}): Message & C {
    const { markup, topic, silent = false, extra } = envelope;
    const message = {
      message_id: 0,
      ephemeral_message_id: room.nextWhisperId(),
      receiver_user: to,
      from: this.bot,
      chat: room.chat,
      date: Math.floor(this.now / 1000),
      ...(topic === undefined ? {} : { message_thread_id: topic, is_topic_message: true }),
      ...content,
      ...extra,
      ...(markup !== undefined && "inline_keyboard" in markup ? { reply_markup: markup } : {}),
    } as Message & C;
    const moment = this.#tick();
    const rest = { mine: true, editable: false, silent, moment, appeared: moment };
    const kept = { message, ...rest, reactions: new Map() };
    room.whispers.set(message.ephemeral_message_id ?? 0, kept);
    this.tell(room, "message", message, this.bot);
    return message;
  }

  /** Replaces a message by `next`, which keeps its id. */
  change<M extends Message>(room: Room, kept: Kept, next: M): M & { edit_date: number } {
    const edited = { ...next, edit_date: Math.floor(this.now / 1000) };
    kept.message = edited;
    kept.moment = this.#tick();
    this.tell(room, "edited", edited, next.from ?? this.bot);
    return edited;
  }

  remove(room: Room, kept: Kept, by: User): void {
    const id = kept.message.message_id;
    room.messages.delete(id);
    room.pinned = room.pinned.filter((pinned) => pinned !== id);
    this.tell(room, "deleted", kept.message, by);
  }

  tell(room: Room, kind: Moment["kind"], message: Message | undefined, by: User, toast?: Toast): void {
    this.moments.emit({ at: this.now, room, kind, message, by, ...(toast ? { toast } : {}) });
  }

  #tick(): number {
    this.#moment += 1;
    return this.#moment;
  }
}

/** A replied message is shown without the reply it is itself: https://core.telegram.org/bots/api#message */
function withoutReply(message: Message): Message & { reply_to_message: undefined } {
  const { reply_to_message: _, ...rest } = message;
  return rest as Message & { reply_to_message: undefined };
}
