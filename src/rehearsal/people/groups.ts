import type { ChatMemberAdministrator, User } from "@grammyjs/types";
import type { Room } from "../bot-api/room.ts";
import type { BotApi } from "../bot-api/server.ts";
import type { Deed } from "./presence.ts";

/** A group chat, which may become a supergroup. What happens in it resolves when the bot has confirmed it. */
export class Group {
  readonly #api: BotApi;
  readonly #founder: User;
  #room: Room;

  constructor(api: BotApi, room: Room, founder: User) {
    this.#api = api;
    this.#room = room;
    this.#founder = founder;
  }

  get room(): Room {
    return this.#room;
  }

  /** The id the group has now. */
  get id(): number {
    return this.#room.chat.id;
  }

  async addsBot(as: "member" | "administrator" = "member", deed: Deed = {}): Promise<void> {
    const user = this.#api.bot;
    const next = as === "member" ? { status: "member" as const, user } : administrator(user);
    await this.#settles(this.#api.incoming.botBecomes(this.#room, this.#founder, next), deed);
  }

  /** Throws the bot out. */
  async removesBot(deed: Deed = {}): Promise<void> {
    const next = { status: "kicked" as const, user: this.#api.bot, until_date: 0 };
    await this.#settles(this.#api.incoming.botBecomes(this.#room, this.#founder, next), deed);
  }

  async adds({ user }: { user: User }, deed: Deed = {}): Promise<void> {
    const next = { status: "member" as const, user };
    await this.#settles(this.#api.incoming.memberBecomes(this.#room, this.#founder, next), deed);
  }

  async removes({ user }: { user: User }, deed: Deed = {}): Promise<void> {
    const next = { status: "left" as const, user };
    await this.#settles(this.#api.incoming.memberBecomes(this.#room, this.#founder, next), deed);
  }

  /** Becomes a supergroup; the old id answers with the new one from then on. */
  async upgrades(deed: Deed = {}): Promise<void> {
    const { room, updateId } = this.#api.incoming.upgrade(this.#room, this.#founder);
    this.#room = room;
    await this.#settles(updateId, deed);
  }

  /** Opens a topic of a forum and returns its message_thread_id. */
  opensTopic(name: string): number {
    const topic = { name, icon_color: 0x6fb9f0 };
    const created = { forum_topic_created: topic };
    const { message_id } = this.#api.world.post(this.#room, this.#founder, created);
    this.#room.topics.set(message_id, { ...topic, message_thread_id: message_id });
    return message_id;
  }

  async #settles(update: number | undefined, { wait = true }: Deed): Promise<void> {
    if (wait) await this.#api.settled(update);
  }
}

function administrator(user: User): ChatMemberAdministrator {
  return {
    status: "administrator",
    user,
    can_be_edited: false,
    is_anonymous: false,
    can_manage_chat: true,
    can_delete_messages: true,
    can_manage_video_chats: false,
    can_restrict_members: false,
    can_promote_members: false,
    can_change_info: false,
    can_invite_users: true,
    can_post_stories: false,
    can_edit_stories: false,
    can_delete_stories: false,
    can_pin_messages: true,
    can_send_welcome_messages: false,
  };
}
