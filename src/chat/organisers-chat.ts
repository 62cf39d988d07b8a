/** Groups: the organisers' chat is bound and lost there, and replies to questions come from it. Else the bot is silent. */
import { Composer, GrammyError } from "grammy";
import { queueCard } from "../delivery/organisers.ts";
import { loseChat } from "../delivery/organisers-chat.ts";
import { organisersChat } from "../delivery/queue.ts";
import { isOrganiser } from "../domain/seats.ts";
import { attentionEnded } from "../messages/attention.ts";
import { chatBound, chatUnbound, howToBind } from "../messages/organisers-chat.ts";
import type { ChatContext, ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf, organisersAmong, travellerOf } from "./guard.ts";
import { closing } from "./questions.ts";
import { questionAt, take } from "./replies.ts";
import { edit, respond } from "./respond.ts";

/** What happens in groups. */
export function groups(parts: ChatParts): Composer<ChatContext> {
  const composer = new Composer<ChatContext>();
  const { store, clock } = parts;
  const inGroups = composer.chatType(["group", "supergroup"]);

  inGroups.on("message:migrate_to_chat_id", (ctx) =>
    move(parts, ctx.chat.id, ctx.message.migrate_to_chat_id),
  );
  inGroups.on("message:migrate_from_chat_id", (ctx) =>
    move(parts, ctx.message.migrate_from_chat_id, ctx.chat.id),
  );
  inGroups.on("my_chat_member", async (ctx, next) => {
    const { status } = ctx.myChatMember.new_chat_member;
    if (status !== "left" && status !== "kicked") return next();
    for (const bound of await store.chats.boundTo(ctx.chat.id)) await loseChat(parts, bound, clock.now());
  });

  const known = inGroups.filter((ctx): ctx is typeof ctx & MemberContext => ctx.traveller !== undefined);
  known.command("bind", async (ctx, next) => (isOrganiser(ctx.traveller.seat) ? bind(parts, ctx) : next()));
  known.command("unbind", async (ctx, next) => {
    const mine = await organisedHere(parts, ctx);
    if (mine.length === 0 && !isOrganiser(ctx.traveller.seat)) return next();
    for (const traveller of mine) await unbind(parts, ctx, traveller);
    await respond(ctx, chatUnbound(ctx.traveller.reading, mine.length > 0));
  });
  known.on("message", async (ctx, next) => {
    const { reply_to_message: to } = ctx.message;
    if (to?.from?.id !== ctx.me.id) return next();
    const where = { chat: ctx.chat.id, message: to.message_id };
    for (const traveller of await organisedHere(parts, ctx)) {
      const question = await questionAt(parts, missionIdOf(traveller), organisersChat, where);
      if (question !== undefined && (await take(parts, ctx, traveller, question))) return;
      const card = await store.chats.card(missionIdOf(traveller));
      if (card?.message === where.message)
        return void (await ctx.reply(ctx.speech.say("attention-no-reply")));
    }
    return next();
  });
  const taps = new Composer<MemberContext>();
  closing(parts, taps);
  known.use(taps);

  return composer;
}

/** `/bind` and `/unbind` in an organiser's private chat: how it is done, and the way back. */
export function binding(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const organisers = organisersAmong(composer);
  const { chats } = parts.store;

  organisers.command("bind", async (ctx) => {
    const bound = await chats.bound(missionIdOf(ctx.traveller), "organisers");
    await respond(ctx, howToBind(ctx.traveller.reading, bound?.title));
  });
  organisers.command("unbind", async (ctx) => {
    const bound = await chats.bound(missionIdOf(ctx.traveller), "organisers");
    if (bound !== undefined) await unbind(parts, ctx, ctx.traveller);
    await respond(ctx, chatUnbound(ctx.traveller.reading, bound !== undefined));
  });

  return composer;
}

/** The writer as organiser of each mission this group is bound to. */
async function organisedHere(parts: ChatParts, ctx: ChatContext): Promise<Traveller[]> {
  const { store } = parts;
  const bound = await store.chats.boundTo(ctx.chat?.id ?? 0);
  const travellers = await Promise.all(
    bound.map(async ({ mission }) => {
      const inForce = await store.missions.inForce(mission);
      return inForce && travellerOf(parts, ctx.from?.id ?? 0, inForce.handle);
    }),
  );
  return travellers.filter((one) => one !== undefined).filter(({ seat }) => isOrganiser(seat));
}

/** Makes this group, and this topic of it, the organisers' chat of the mission its writer means. */
async function bind(parts: ChatParts, ctx: MemberContext): Promise<void> {
  const { store, clock } = parts;
  const { traveller, chat, message } = ctx;
  if (chat === undefined || message === undefined) return;
  const mission = missionIdOf(traveller);
  const at = clock.now();
  const card = await store.chats.card(mission);
  if (card !== undefined && card.chat !== chat.id) await retireCard(parts, ctx, traveller);
  const thread = message.is_topic_message ? message.message_thread_id : undefined;
  await store.chats.bind({
    ...{ mission, kind: "organisers", chat: chat.id, title: chat.title ?? "", at },
    language: traveller.participant.language,
    ...(thread === undefined ? {} : { thread }),
  });
  await store.audit.enter(mission, { at, by: traveller.seat.id, did: "bind-chat" });
  await respond(ctx, chatBound(traveller.reading));
  await queueCard(parts, mission);
}

async function unbind(parts: ChatParts, ctx: ChatContext, traveller: Traveller): Promise<void> {
  const { store, clock } = parts;
  const mission = missionIdOf(traveller);
  await store.chats.unbind(mission, "organisers");
  await store.audit.enter(mission, { at: clock.now(), by: traveller.seat.id, did: "unbind-chat" });
  await retireCard(parts, ctx, traveller);
}

/** A card that nobody edits any more says so, where it still can be edited. */
async function retireCard({ store }: ChatParts, ctx: ChatContext, traveller: Traveller): Promise<void> {
  const mission = missionIdOf(traveller);
  const card = await store.chats.card(mission);
  if (card === undefined) return;
  try {
    await edit(ctx, card, attentionEnded(traveller.reading));
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
  }
  await store.chats.forgetCard(mission);
}

async function move(parts: ChatParts, from: number, to: number): Promise<void> {
  const moved = await parts.store.chats.moved(from, to);
  for (const { mission } of moved) await queueCard(parts, mission);
}
