import type { Message, ReactionType } from "@grammyjs/types";
import { isService } from "../bot-api/content.ts";
import { written } from "../bot-api/entities.ts";
import type { Kept, Room } from "../bot-api/room.ts";
import type { BotApi } from "../bot-api/server.ts";
import type { Account, Toast } from "../bot-api/world.ts";
import { findButton } from "./buttons.ts";
import { contentFrom, type Outgoing } from "./outgoing.ts";
import { drawRoom, textOf } from "./screen.ts";

/** How long {@link Presence.sees} waits; machine time, milliseconds. */
const PATIENCE = 5_000;

/** Where people are when a button asks for it. */
const standsAt = { latitude: 56.0106, longitude: 92.8526 };

export interface Deed {
  /** `false`: do not wait until the bot is done with it. */
  readonly wait?: boolean;
}

export interface SendingDeed extends Deed {
  readonly replyTo?: Message;
  /** A topic's message_thread_id, in a forum. */
  readonly topic?: number;
}

/** Where someone is; a group that becomes a supergroup moves to another room. */
export interface Place {
  readonly room: Room;
}

/** A person in one chat. What they do resolves when the bot has confirmed it, and fails when it does not in time. */
export class Presence {
  protected readonly api: BotApi;
  protected readonly account: Account;
  readonly #place: Place;
  /** What was there at this moment does not count for sees(). */
  #since = 0;

  constructor(api: BotApi, account: Account, place: Place) {
    this.api = api;
    this.account = account;
    this.#place = place;
  }

  get room(): Room {
    return this.#place.room;
  }

  /** Answers to taps here that had words in them, oldest first. */
  get toasts(): Toast[] {
    const here = this.account.toasts.filter(({ room }) => room === this.room);
    return here.map(({ toast }) => toast).filter(({ text }) => text !== "");
  }

  /** The chat's id. */
  get chatId(): number {
    return this.room.chat.id;
  }

  /** Sends words, a thing, or several things as an album. */
  async sends(what: Outgoing | readonly Outgoing[], deed: SendingDeed = {}): Promise<void> {
    const pieces = typeof what === "string" || !isList(what) ? [what] : what;
    this.looksAway();
    const replyTo = this.room.find(deed.replyTo?.message_id);
    const album = pieces.length > 1 ? { media_group_id: `people-${this.#since}` } : {};
    const updates = pieces.map((piece) =>
      this.api.incoming.message(
        this.room,
        this.account,
        { ...contentFrom(this.api.files, piece), ...album },
        { replyTo, topic: deed.topic },
      ),
    );
    for (const update of updates) await this.settles(update, deed);
  }

  /**
   * Presses the button whose label is, or contains, or matches `label`: on the newest message that has one, or on
   * `message`; buttons of the reply keyboard too.
   * @throws {Error} listing the buttons there are
   */
  async taps(label: string | RegExp, message?: Message, deed: Deed = {}): Promise<void> {
    const found = findButton(this.room, label, message);
    if (found.kind === "words") return this.sends(found.text, deed);
    if (found.kind === "contact") {
      const { id, first_name } = this.account.user;
      const contact = { phone_number: "+70000000000", first_name, user_id: id };
      return this.sends({ contact }, deed);
    }
    if (found.kind === "location") return this.sends({ location: { ...standsAt } }, deed);
    if (found.kind === "elsewhere") return this.looksAway();
    await this.forges(found.data, found.message, deed);
  }

  /** Sends a callback no visible button need have: an old one, or a forged one. */
  async forges(data: string, message: Pick<Message, "message_id">, deed: Deed = {}): Promise<void> {
    this.looksAway();
    await this.settles(this.api.incoming.tap(this.room, this.account, data, message.message_id), deed);
  }

  /** Changes a message of one's own. */
  async edits(message: Message, text: string, deed: Deed = {}): Promise<void> {
    this.looksAway();
    const kept = this.#own(message);
    const { entities: _, ...rest } = kept.message;
    const update = this.api.incoming.edit(this.room, this.account, kept, { ...rest, ...written(text) });
    await this.settles(update, deed);
  }

  /** Deletes a message of one's own, in the private chat also one of the bot's; bots are not told. */
  deletes(message: Message): void {
    const kept = this.room.isGroup ? this.#own(message) : this.#find(message);
    this.api.world.remove(this.room, kept, this.account.user);
  }

  /** Takes down what the bot has pinned in the private chat; bots are not told. */
  unpins(message: Message): void {
    const { room } = this;
    if (room.isGroup) throw new Error("In a group only an administrator unpins.");
    room.pinned = room.pinned.filter((id) => id !== message.message_id);
  }

  /** What is on top of the chat, the newest first. */
  get pinned(): Message[] {
    return this.room.pinned.flatMap((id) => this.room.find(id)?.message ?? []);
  }

  /** Puts an emoji under a message; without one, takes it away. Bots hear of it only if they asked to. */
  async reacts(message: Message, emoji?: ReactionType & { type: "emoji" }, deed: Deed = {}): Promise<void> {
    const kept = this.#find(message);
    const reaction = emoji === undefined ? [] : [emoji];
    await this.settles(this.api.incoming.react(this.room, this.account, kept, reaction), deed);
  }

  /**
   * The newest message, or edit, that matches and came after this person's last deed; waits for it up to five seconds.
   * Edits of what is pinned do not count.
   * @throws {Error} with what is on the screen
   */
  sees(what: string | RegExp, within = PATIENCE): Promise<Message> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`${this.#name} does not see ${what}. On the screen:\n${this.screen()}`));
      }, within);
      const look = (): void => {
        const seen = this.#seen(what);
        if (seen === undefined) return;
        clearTimeout(timer);
        stop();
        resolve(seen);
      };
      const stop = this.api.onMoment(look);
      look();
    });
  }

  /** Fails at once if there is what {@link sees} would find. */
  seesNot(what: string | RegExp): void {
    const seen = this.#seen(what);
    if (seen === undefined) return;
    throw new Error(`${this.#name} sees ${what}:\n${textOf(seen)}`);
  }

  /** What was there so far no longer counts for sees(). */
  looksAway(): void {
    this.#since = this.api.world.moment;
  }

  /** The chat as text, newest last. */
  screen(): string {
    return drawRoom(this.room, this.account.user.id);
  }

  /** One's own newest message. */
  lastSent(): Message {
    const own = this.room.history().findLast(({ message }) => message.from?.id === this.account.user.id);
    if (own === undefined) throw new Error(`${this.#name} has sent nothing here.`);
    return own.message;
  }

  protected async settles(update: number | undefined, { wait = true }: Deed): Promise<void> {
    if (wait) await this.api.settled(update);
  }

  get #name(): string {
    return this.account.user.first_name;
  }

  #seen(what: string | RegExp): Message | undefined {
    // What changes on top of the chat is looked up there; nobody notices it below.
    const isPinned = ({ message }: Kept) => this.room.pinned.includes(message.message_id);
    const fresh = this.room
      .history(this.account.user.id)
      .filter((kept) => (isPinned(kept) ? kept.appeared : kept.moment) > this.#since)
      .filter(({ message }) => message.from?.id !== this.account.user.id)
      .filter(({ message }) => !isService(message) && fits(what, textOf(message)))
      .sort((a, b) => a.moment - b.moment);
    return fresh.at(-1)?.message;
  }

  #find(message: Message): Kept {
    const kept = this.room.find(message.message_id);
    if (kept === undefined) throw new Error(`There is no message ${message.message_id} any more.`);
    return kept;
  }

  #own(message: Message): Kept {
    const kept = this.#find(message);
    if (kept.message.from?.id === this.account.user.id) return kept;
    throw new Error(`Message ${message.message_id} is not ${this.#name}'s.`);
  }
}

const isList = (what: Outgoing | readonly Outgoing[]): what is readonly Outgoing[] => Array.isArray(what);

/** Whether words are, contain or match what is looked for. */
export function fits(what: string | RegExp, words: string): boolean {
  return typeof what === "string" ? words.includes(what) : words.search(what) >= 0;
}
