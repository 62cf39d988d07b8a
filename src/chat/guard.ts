/** Who is writing? Everything behind `members` runs only for people who have a seat. */
import { type Composer, GrammyError, type MiddlewareFn } from "grammy";
import { queueCard } from "../delivery/organisers.ts";
import { readingFor } from "../delivery/reading.ts";
import { judge } from "../delivery/telegram.ts";
import { isOrganiser, meantMission } from "../domain/seats.ts";
import type { Speech } from "../messages/speech.ts";
import { isRedisAway } from "../storage/redis.ts";
import {
  type ChatContext,
  type ChatParts,
  languageOfPhone,
  type MemberContext,
  type Traveller,
} from "./context.ts";
import { GivenUp } from "./tries.ts";

/** Finds out who is writing and in which language to answer. */
export function identify(parts: ChatParts): MiddlewareFn<ChatContext> {
  return async (ctx, next) => {
    const traveller = ctx.from === undefined ? undefined : await travellerOf(parts, ctx.from.id);
    if (traveller !== undefined) ctx.traveller = traveller;
    ctx.speech = traveller?.reading.speech ?? parts.speeches(languageOfPhone(ctx.from?.language_code));
    if (traveller !== undefined && showsUp(ctx)) {
      await Promise.all([
        isBack(parts, traveller),
        parts.store.seen.note(traveller.participant.user, parts.clock.now()),
      ]);
    }
    await next();
  };
}

/**
 * The person behind a Telegram user, in the mission of that number if they have a seat in it; without a number in the
 * one they mean: that they switched to, else by date.
 */
export async function travellerOf(
  parts: ChatParts,
  user: number,
  handle?: number,
): Promise<Traveller | undefined> {
  const { store, clock } = parts;
  const [seats, chosen] = await Promise.all([
    store.people.seatsOfUser(user),
    store.people.currentMission(user),
  ]);
  if (Object.keys(seats).length === 0) return undefined;
  const missions = (await store.missions.all()).filter(({ programme }) => programme.mission.id in seats);
  const now = clock.now();
  const meant = () => meantMission(missions, chosen, now);
  const mission = handle === undefined ? meant() : missions.find((one) => one.handle === handle);
  if (mission === undefined) return undefined;
  const { id } = mission.programme.mission;
  const member = await store.people.member(id, seats[id] ?? "");
  if (member === undefined || member.participant.user !== user) return undefined;
  return { ...member, mission, missions, reading: await readingFor(parts, mission, member, now) };
}

/** Whether somebody shows up in their own chat; to be seen in a group, or to stop the bot, is no such sign. */
function showsUp({ chat, myChatMember }: ChatContext): boolean {
  return chat?.type === "private" && myChatMember?.new_chat_member.status !== "kicked";
}

/** Whoever writes can be written to again, in every mission of theirs. */
async function isBack(parts: ChatParts, { participant, missions }: Traveller): Promise<void> {
  const { store } = parts;
  if (participant.unreachableSince === undefined && missions.length < 2) return;
  const seats = Object.entries(await store.people.seatsOfUser(participant.user));
  await Promise.all(
    seats.map(async ([mission, seat]) => {
      if (!(await store.people.setReachable(mission, seat))) return;
      // What changed while they were away is still to be told.
      await store.stirred.add(mission, seat);
      await queueCard(parts, mission);
    }),
  );
}

export function missionIdOf({ mission }: Traveller): string {
  return mission.programme.mission.id;
}

/** A mission that is still a draft is shown to its organisers only. */
export const hidesDrafts: MiddlewareFn<MemberContext> = async (ctx, next) => {
  const { mission, seat } = ctx.traveller;
  if (mission.programme.mission.state !== "draft" || isOrganiser(seat)) return next();
  await (ctx.callbackQuery === undefined
    ? ctx.reply(ctx.speech.say("mission-draft"))
    : ctx.answerCallbackQuery(ctx.speech.say("mission-draft")));
};

/** Everything added to what this returns is for members in their private chat. */
export function members(composer: Composer<ChatContext>): Composer<MemberContext> {
  return composer.filter(
    (ctx): ctx is MemberContext => ctx.traveller !== undefined && ctx.chat?.type === "private",
  );
}

/** Everything added to what this returns is for organisers; to anybody else it does not exist. */
export function organisersAmong(composer: Composer<MemberContext>): Composer<MemberContext> {
  return composer.filter(({ traveller }) => isOrganiser(traveller.seat));
}

/** The bot's own doings (a message it pinned, its coming into a group) come back as updates and are nobody's words. */
export const ignoresItself: MiddlewareFn<ChatContext> = async (ctx, next) => {
  if (ctx.from?.id !== ctx.me.id) await next();
};

/** Every tap is answered, whatever happens: an unanswered button keeps turning on the phone. */
export const answersTaps: MiddlewareFn<ChatContext> = async (ctx, next) => {
  let answered = false;
  ctx.api.config.use(async (prev, method, payload, signal) => {
    const answer = await prev(method, payload, signal);
    // An answer that did not get through has not stopped the button.
    if (method === "answerCallbackQuery" && answer.ok) answered = true;
    return answer;
  });
  try {
    await next();
  } finally {
    if (ctx.callbackQuery !== undefined && !answered) await ctx.answerCallbackQuery().catch(ignoreOldTap);
  }
};

/** A tap from minutes ago can no longer be answered, and needs no answer; where Telegram asks to wait, it comes again. */
function ignoreOldTap(error: unknown): void {
  if (!(error instanceof GrammyError) || judge(error).kind === "wait") throw error;
}

/**
 * People are told the truth when something fails: what they sent is not saved, or what they asked did not work. Then
 * the update is done with; any other error means that it is to come again.
 */
export function tellsTheTruth(parts: ChatParts): MiddlewareFn<ChatContext> {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const away = isRedisAway(error);
      if (!away && !(error instanceof GivenUp)) throw error;
      if (away) parts.log.error({ update: ctx.update.update_id }, "an update failed: Redis is away");
      if (ctx.chat?.type !== "private") return;
      const asked = ctx.callbackQuery !== undefined || ctx.message?.text?.startsWith("/");
      const key = away ? (asked ? "redis-away" : "not-saved") : "broken";
      await ctx.reply((await speechFor(parts, ctx)).say(key)).catch(ignoreRefusal);
    }
  };
}

/** Their own language if that can still be found out, else their phone's. */
async function speechFor(parts: ChatParts, { from }: ChatContext): Promise<Speech> {
  const traveller = from && (await travellerOf(parts, from.id).catch(() => undefined));
  return traveller?.reading.speech ?? parts.speeches(languageOfPhone(from?.language_code));
}

/** Somebody who has blocked the bot meanwhile cannot be told; whom a broken line keeps from hearing it, can be later. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof GrammyError) || judge(error).kind === "wait") throw error;
}
