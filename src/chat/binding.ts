/** Groups become a mission's organisers' or delegation's chat, move, are lost and are let go. */
import { Composer, GrammyError } from "grammy";
import { queueCard } from "../delivery/organisers.ts";
import { loseChat } from "../delivery/organisers-chat.ts";
import { isOrganiser } from "../domain/seats.ts";
import { attentionEnded } from "../messages/attention.ts";
import { chatBound, chatUnbound, howToBind, whichChat } from "../messages/organisers-chat.ts";
import { type BoundChat, type ChatKind, chatKinds } from "../storage/chats.ts";
import type { ChatContext, ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf, organisersAmong, travellerOf } from "./guard.ts";
import { onOrganiserPress, type Tapped } from "./press.ts";
import { edit, redraw, respond } from "./respond.ts";

/** `/bind` and `/unbind` in a group, and what Telegram tells of the group itself. */
export function bindingInGroups(parts: ChatParts): Composer<ChatContext> {
  const composer = new Composer<ChatContext>();
  const { store, clock } = parts;

  composer.on("message:migrate_to_chat_id", (ctx) =>
    move(parts, ctx.chat.id, ctx.message.migrate_to_chat_id),
  );
  composer.on("message:migrate_from_chat_id", (ctx) =>
    move(parts, ctx.message.migrate_from_chat_id, ctx.chat.id),
  );
  composer.on("my_chat_member", async (ctx, next) => {
    const { status } = ctx.myChatMember.new_chat_member;
    if (status !== "left" && status !== "kicked") return next();
    for (const bound of await store.chats.boundTo(ctx.chat.id)) await loseChat(parts, bound, clock.now());
  });

  const known = composer.filter((ctx): ctx is MemberContext => ctx.traveller !== undefined);
  known.command("bind", async (ctx, next) => {
    const { traveller } = ctx;
    if (!isOrganiser(traveller.seat)) return next();
    const here = await boundAs(parts, ctx.chat.id, missionIdOf(traveller));
    await respond(ctx, whichChat(traveller.reading, here?.kind));
  });
  onOrganiserPress(parts, known, "bindAs", async (ctx, traveller, { kind }) => {
    const chosen = chatKinds.find((one) => one === kind);
    if (chosen === undefined) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    await bind(parts, ctx, traveller, chosen);
  });
  known.command("unbind", async (ctx, next) => {
    const mine = await organisedHere(parts, ctx);
    if (mine.length === 0 && !isOrganiser(ctx.traveller.seat)) return next();
    for (const { traveller, kind } of mine) await unbind(parts, ctx, traveller, kind);
    const [first] = mine;
    await respond(ctx, chatUnbound(ctx.traveller.reading, first?.kind));
  });

  return composer;
}

/** `/bind` and `/unbind` in an organiser's private chat: how it is done, and the way back. */
export function binding(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const organisers = organisersAmong(composer);
  const { chats } = parts.store;

  organisers.command("bind", async (ctx) => {
    const mission = missionIdOf(ctx.traveller);
    const [own, delegation] = await Promise.all(chatKinds.map((kind) => chats.bound(mission, kind)));
    await respond(ctx, howToBind(ctx.traveller.reading, own?.title, delegation?.title));
  });
  organisers.command("unbind", async (ctx) => {
    const bound = await chats.bound(missionIdOf(ctx.traveller), "organisers");
    if (bound !== undefined) await unbind(parts, ctx, ctx.traveller, "organisers");
    await respond(ctx, chatUnbound(ctx.traveller.reading, bound?.kind));
  });

  return composer;
}

/** What this group is to the missions the writer organises. */
export async function organisedHere(
  parts: ChatParts,
  ctx: ChatContext,
): Promise<{ traveller: Traveller; kind: ChatKind }[]> {
  const here = await travellersHere(parts, ctx);
  return here.filter(({ traveller }) => isOrganiser(traveller.seat));
}

/** The writer as a member of each mission this group is bound to. */
export async function travellersHere(
  parts: ChatParts,
  ctx: ChatContext,
): Promise<{ traveller: Traveller; kind: ChatKind }[]> {
  const { store } = parts;
  const bound = await store.chats.boundTo(ctx.chat?.id ?? 0);
  const here = await Promise.all(
    bound.map(async ({ mission, kind }) => {
      const inForce = await store.missions.inForce(mission);
      const traveller = inForce && (await travellerOf(parts, ctx.from?.id ?? 0, inForce.handle));
      return traveller && { traveller, kind };
    }),
  );
  return here.filter((one) => one !== undefined);
}

async function boundAs({ store }: ChatParts, chat: number, mission: string): Promise<BoundChat | undefined> {
  return (await store.chats.boundTo(chat)).find((bound) => bound.mission === mission);
}

/** Makes this group, and this topic of it, a chat of the mission the button names. */
async function bind(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  kind: ChatKind,
): Promise<void> {
  const { store, clock } = parts;
  const { message } = ctx.callbackQuery;
  const where = message?.chat;
  if (where === undefined || where.type === "private") return;
  const mission = missionIdOf(traveller);
  const at = clock.now();
  const before = await boundAs(parts, where.id, mission);
  // One group is one thing to a mission.
  if (before !== undefined && before.kind !== kind) await unbind(parts, ctx, traveller, before.kind);
  const card = await store.chats.card(mission);
  if (kind === "organisers" && card !== undefined && card.chat !== where.id)
    await retireCard(parts, ctx, traveller);
  const thread = message?.is_topic_message ? message.message_thread_id : undefined;
  const { revision } = traveller.mission.programme;
  await store.chats.bind({
    ...{ mission, kind, chat: where.id, title: where.title ?? "", at },
    language: traveller.participant.language,
    ...(thread === undefined ? {} : { thread }),
    ...(kind === "delegation" ? { told: { revision, step: 0 } } : {}),
  });
  const did = kind === "organisers" ? "bind-chat" : "bind-delegation";
  await store.audit.enter(mission, { at, by: traveller.seat.id, did });
  await redraw(ctx, chatBound(traveller.reading, kind));
  if (kind === "organisers") await queueCard(parts, mission);
}

async function unbind(
  parts: ChatParts,
  ctx: ChatContext,
  traveller: Traveller,
  kind: ChatKind,
): Promise<void> {
  const { store, clock } = parts;
  const mission = missionIdOf(traveller);
  await store.chats.unbind(mission, kind);
  const did = kind === "organisers" ? "unbind-chat" : "unbind-delegation";
  await store.audit.enter(mission, { at: clock.now(), by: traveller.seat.id, did });
  if (kind === "organisers") await retireCard(parts, ctx, traveller);
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
  for (const { mission, kind } of moved) if (kind === "organisers") await queueCard(parts, mission);
}
