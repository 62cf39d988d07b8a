import type { User } from "@grammyjs/types";
import { given } from "./bot-api/given.ts";
import type { BotApi } from "./bot-api/server.ts";
import { Group } from "./people/groups.ts";
import { type Deed, Presence } from "./people/presence.ts";

export interface PersonAbout {
  readonly firstName: string;
  readonly lastName?: string;
  readonly username?: string;
  /** IETF tag of the client's language, as Telegram gives it to bots. */
  readonly languageCode?: string;
  readonly id?: number;
}

/** Someone with Telegram on their phone; without {@link Person.in}, in their private chat with the bot. */
export class Person extends Presence {
  readonly #groups = new Map<Group, Presence>();

  get user(): User {
    return this.account.user;
  }

  get id(): number {
    return this.user.id;
  }

  /**
   * Opens a link to the bot and taps START: https://core.telegram.org/bots/features#deep-linking
   * @throws {Error} for a link Telegram would not open in this bot
   */
  async opens(link = `https://t.me/${this.api.bot.username}`, deed: Deed = {}): Promise<void> {
    const { name, payload } = readLink(link);
    if (name.toLowerCase() !== this.api.bot.username.toLowerCase()) {
      throw new Error(`${link} does not lead to @${this.api.bot.username}.`);
    }
    if (payload !== null && !/^[\w-]{1,64}$/.test(payload)) {
      throw new Error(`Telegram takes 1–64 letters, digits, _ and - after start=, not «${payload}».`);
    }
    await this.sends(payload === null ? "/start" : `/start ${payload}`, deed);
  }

  /** The same person in a group. */
  in(group: Group): Presence {
    const presence = this.#groups.get(group) ?? new Presence(this.api, this.account, group);
    this.#groups.set(group, presence);
    return presence;
  }

  /** Stops the bot: it may not write until {@link unblocks}. */
  async blocks(deed: Deed = {}): Promise<void> {
    this.account.blocked = true;
    const next = { status: "kicked" as const, user: this.api.bot, until_date: 0 };
    await this.settles(this.api.incoming.botBecomes(this.room, this.user, next), deed);
  }

  async unblocks(deed: Deed = {}): Promise<void> {
    this.account.blocked = false;
    const next = { status: "member" as const, user: this.api.bot };
    await this.settles(this.api.incoming.botBecomes(this.room, this.user, next), deed);
  }

  /** Deletes their Telegram account; bots are not told. */
  deactivates(): void {
    this.account.deactivated = true;
  }
}

/** A new person, whom the bot does not know yet. */
export function person(api: BotApi, about: PersonAbout): Person {
  const { firstName, lastName, username, languageCode, id } = about;
  const names = { last_name: lastName, username, language_code: languageCode, id };
  const { account, room } = api.world.addPerson({ first_name: firstName, ...given(names) });
  return new Person(api, account, { room });
}

export interface GroupAbout {
  readonly title: string;
  /** The first founded it and does what concerns the bot. */
  readonly members: readonly [Person, ...Person[]];
  readonly kind?: "group" | "supergroup";
  /** A supergroup with topics. */
  readonly forum?: boolean;
  /** `false`: the bot is not in it yet. */
  readonly bot?: false | "member" | "administrator";
}

/** A new group; the bot, if it is in it, is told so. */
export async function group(api: BotApi, about: GroupAbout, deed: Deed = {}): Promise<Group> {
  const { title, members, forum = false, bot = "member" } = about;
  const kind = forum ? "supergroup" : (about.kind ?? "group");
  const room = api.world.addGroup(kind, title, forum);
  const [founder, ...others] = members;
  room.members.set(founder.id, { status: "creator", user: founder.user, is_anonymous: false });
  for (const { user } of others) room.members.set(user.id, { status: "member", user });
  const created = new Group(api, room, founder.user);
  if (bot !== false) await created.addsBot(bot, deed);
  return created;
}

function readLink(link: string): { name: string; payload: string | null } {
  const url = new URL(link);
  const name = url.protocol === "tg:" ? (url.searchParams.get("domain") ?? "") : url.pathname.slice(1);
  return { name, payload: url.searchParams.get("start") };
}
