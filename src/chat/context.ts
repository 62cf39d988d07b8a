import type { Conversation, ConversationFlavor } from "@grammyjs/conversations";
import type { Context } from "grammy";
import type { Clock } from "../clock.ts";
import type { DeliveryQueue } from "../delivery/queue.ts";
import { type Language, languages } from "../domain/mission.ts";
import type { Member } from "../domain/seats.ts";
import type { MissionInForce } from "../domain/timetable.ts";
import type { Log } from "../log.ts";
import type { Reading } from "../messages/reading.ts";
import type { Speech, Speeches } from "../messages/speech.ts";
import type { Store } from "../storage/store.ts";
import type { Words } from "./words.ts";

/** What the chat works with; wired in app.ts. */
export interface ChatParts {
  readonly store: Store;
  /** What is sent by itself from here on: questions, answers, alerts. */
  readonly queue: DeliveryQueue;
  readonly clock: Clock;
  readonly speeches: Speeches;
  readonly words: Words;
  readonly log: Log;
  /** The public address calendars are served under; without one there are no links to them. */
  readonly calendarsAt?: string | undefined;
  /** Telegram user ids that are organisers of every mission. */
  readonly organisers: readonly number[];
}

/** Who is writing, once they are known to be let in: the mission they mean, their seat in it, what they read. */
export interface Traveller extends Member {
  readonly mission: MissionInForce;
  readonly reading: Reading;
  /** Every mission they have a seat in. */
  readonly missions: readonly MissionInForce[];
}

interface Known {
  /** In the language of the participant, else of the phone. */
  speech: Speech;
  traveller?: Traveller;
}

export type ChatContext = ConversationFlavor<Context> & Known;
/** The context of features behind the guard. */
export type MemberContext = ChatContext & { traveller: Traveller };
/** The context inside scenes is a plain one: what it needs of the outside it asks for by `external`. */
export type SceneContext = Context;
export type Scene = Conversation<ChatContext, SceneContext>;

/** The bot's language nearest to a phone's (`ru-RU`, `uk`): the same, else English. */
export function languageOfPhone(code: string | undefined): Language {
  const primary = code?.toLowerCase().split("-")[0];
  return languages.find((language) => language === primary) ?? "en";
}
