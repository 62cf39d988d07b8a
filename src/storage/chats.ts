import type { Redis } from "ioredis";
import type { Language } from "../domain/mission.ts";
import type { Told } from "../domain/news.ts";
import type { Keys } from "./keys.ts";
import { amend, recordForm } from "./record.ts";

/** What a group is to a mission. */
export const chatKinds = ["organisers", "delegation"] as const;
export type ChatKind = (typeof chatKinds)[number];

/** A group bound to a mission. Times are programme time, epoch milliseconds. */
export interface BoundChat {
  readonly mission: string;
  readonly kind: ChatKind;
  readonly chat: number;
  /** The topic, in a forum. */
  readonly thread?: number;
  readonly title: string;
  /** The language of whoever bound it. */
  readonly language: Language;
  readonly at: number;
  /** Since when the bot cannot write there any more. */
  readonly lostAt?: number;
  /** Of the delegation's chat: what of the programme was last posted there, and what was about to be. */
  readonly told?: Told;
  readonly telling?: Told;
}

/** The one message of alerts in a chat: where it is, since when, and what it says. */
export interface AlertCard {
  readonly chat: number;
  readonly message: number;
  readonly sentAt: number;
  readonly says: string;
}

const chatForm = recordForm<BoundChat>("bound chat");
const cardForm = recordForm<AlertCard>("card of alerts");

/** The groups bound to missions, one of a kind for each mission, and the card of alerts in them. */
export class Chats {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async bind(bound: BoundChat): Promise<void> {
    await this.#redis.hset(this.#keys.chats, fieldOf(bound), chatForm.encode(bound));
  }

  async unbind(mission: string, kind: ChatKind): Promise<void> {
    await this.#redis.hdel(this.#keys.chats, fieldOf({ mission, kind }));
  }

  /** The chat of a mission, if one is bound and the bot can write there. */
  async bound(mission: string, kind: ChatKind): Promise<BoundChat | undefined> {
    const last = await this.lastBound(mission, kind);
    return last?.lostAt === undefined ? last : undefined;
  }

  /** The chat bound last, even if it has been lost since. */
  async lastBound(mission: string, kind: ChatKind): Promise<BoundChat | undefined> {
    const stored = await this.#redis.hget(this.#keys.chats, fieldOf({ mission, kind }));
    return stored === null ? undefined : chatForm.decode(stored);
  }

  /** What a group is bound to, be it of several missions. */
  async boundTo(chat: number): Promise<BoundChat[]> {
    const all = (await this.#redis.hvals(this.#keys.chats)).map(chatForm.decode);
    return all.filter((bound) => bound.chat === chat && bound.lostAt === undefined);
  }

  /** The group has become a supergroup, which has another number. */
  async moved(from: number, to: number): Promise<BoundChat[]> {
    const bound = await this.boundTo(from);
    for (const { mission, kind } of bound) {
      await this.#change(mission, kind, (one) => (one.chat === from ? { ...one, chat: to } : undefined));
    }
    return bound;
  }

  /** The bot was removed at programme time `now`; a chat bound since stays. */
  async lose({ mission, kind, chat, at }: BoundChat, now: number): Promise<void> {
    await this.#change(mission, kind, (bound) =>
      bound.chat === chat && bound.at === at ? { ...bound, lostAt: now } : undefined,
    );
  }

  /** Notes what of the programme is about to be posted in a chat: from here on it may be known there. */
  async setTelling(mission: string, kind: ChatKind, telling: Told): Promise<void> {
    await this.#change(mission, kind, (bound) => ({ ...bound, telling }));
  }

  /** Notes what of the programme has been posted in a chat; without it, that it could not be. */
  async setTold(mission: string, kind: ChatKind, told: Told | undefined): Promise<void> {
    await this.#change(mission, kind, ({ telling: _, ...bound }) => ({ ...bound, ...(told && { told }) }));
  }

  /** Notes that the card is drawn anew from here on; who changes something later asks for it to be drawn once more. */
  async beginCard(mission: string): Promise<void> {
    await this.#redis.hincrby(this.#keys.cards, `${mission}/drawn`, 1);
  }

  /** How often the card has been drawn. */
  async cardsDrawn(mission: string): Promise<number> {
    return Number((await this.#redis.hget(this.#keys.cards, `${mission}/drawn`)) ?? 0);
  }

  async card(mission: string): Promise<AlertCard | undefined> {
    const stored = await this.#redis.hget(this.#keys.cards, mission);
    return stored === null ? undefined : cardForm.decode(stored);
  }

  async setCard(mission: string, card: AlertCard): Promise<void> {
    await this.#redis.hset(this.#keys.cards, mission, cardForm.encode(card));
  }

  async forgetCard(mission: string): Promise<void> {
    await this.#redis.hdel(this.#keys.cards, mission);
  }

  async #change(
    mission: string,
    kind: ChatKind,
    change: (was: BoundChat) => BoundChat | undefined,
  ): Promise<void> {
    const field = fieldOf({ mission, kind });
    await amend({ redis: this.#redis, key: this.#keys.chats, field, form: chatForm }, change);
  }
}

function fieldOf({ mission, kind }: Pick<BoundChat, "mission" | "kind">): string {
  return `${mission}/${kind}`;
}
