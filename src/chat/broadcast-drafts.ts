/** A broadcast being written: begun, filled message by message, asked about step by step. */
import type { Context } from "grammy";
import { sendUnit } from "../delivery/broadcast-copies.ts";
import { circleFor } from "../delivery/broadcast-tasks.ts";
import {
  type Broadcast,
  type BroadcastItem,
  MOST_ITEMS,
  membersOf,
  type Unit,
  unitsOf,
} from "../domain/broadcasts.ts";
import { askToConfirm } from "../messages/broadcast-copies.ts";
import { askImportance, askSend, askWhen, askWords } from "../messages/broadcast-questions.ts";
import { TEXT_LIMIT } from "../messages/limits.ts";
import { askForWhom } from "./broadcast-audience.ts";
import { broadcastItemsOf } from "./broadcast-items.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { respond } from "./respond.ts";

/** What an organiser has been asked for in words of their own; nothing where the answer is a button. */
export type Asked = "words" | "time" | undefined;

/** What the broadcast scene is entered with. */
export interface BroadcastTask {
  /** The mission's number in buttons. */
  readonly mission: number;
  readonly id: string;
  readonly asks: "words" | "time";
}

/** Begins a new one; its id comes from the update, so that an update delivered twice begins one. */
export async function beginBroadcast(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
): Promise<void> {
  const id = ctx.update.update_id.toString(36);
  const draft: Broadcast = {
    id,
    by: traveller.seat.id,
    createdAt: traveller.reading.now,
    state: "draft",
    items: [],
    version: 1,
  };
  await parts.store.broadcasts.begin(missionIdOf(traveller), draft);
  await listen(ctx, traveller, id, await askForWords(parts, ctx, traveller, draft));
}

/** Asks for the words; from now on what the organiser sends goes into the broadcast. */
export async function askForWords(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  broadcast: Broadcast,
): Promise<Asked> {
  // One thing is written at a time: a note left open is closed, with all that was sent to it kept.
  await parts.store.notes.close(traveller.participant.user);
  await open(parts, traveller, broadcast, "words");
  await respond(ctx, askWords(traveller.reading, broadcast));
  return "words";
}

/** Asks when; a time can be typed from now on. */
export async function askForTime(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  broadcast: Broadcast,
): Promise<Asked> {
  await open(parts, traveller, broadcast, "time");
  await respond(ctx, askWhen(traveller.reading, broadcast));
  return "time";
}

function open({ store }: ChatParts, traveller: Traveller, { id }: Broadcast, asks: "words" | "time") {
  return store.broadcasts.open(traveller.participant.user, { mission: missionIdOf(traveller), id, asks });
}

/** Enters the scene anew where something has been asked for that is answered in words of one's own. */
export async function listen(
  ctx: MemberContext,
  { mission }: Traveller,
  id: string,
  asked: Asked,
): Promise<void> {
  if (asked === undefined) return;
  const task: BroadcastTask = { mission: mission.handle, id, asks: asked };
  await ctx.conversation.exitAll();
  await ctx.conversation.enter("broadcast", task);
}

/**
 * Keeps a message in the draft. The answer is the draft with it, on disk; "not kept" when it is nothing that can be sent
 * again, "long" when no bot may send so much text at once, "full" when there is no more room, nothing when the draft is
 * no longer one.
 */
export async function keepInBroadcast(
  { store, clock }: ChatParts,
  ctx: Context,
  mission: string,
  id: string,
): Promise<Broadcast | "not kept" | "long" | "full" | undefined> {
  const { message, from } = ctx;
  const fresh = message === undefined ? [] : broadcastItemsOf(message, clock.now());
  if (from === undefined || fresh.length === 0) return "not kept";
  if (fresh.some(({ text = "" }) => [...text].length > TEXT_LIMIT)) return "long";
  let full = false;
  const kept = await store.broadcasts.amend(mission, id, (was) => {
    if (was.state !== "draft") return undefined;
    const others = was.items.filter((item) => fresh.every(({ key }) => key !== item.key));
    full = others.length + fresh.length > MOST_ITEMS;
    if (full) return undefined;
    const items = [...others, ...fresh].sort(inOrder);
    return { to: { ...was, items, version: was.version + 1 } };
  });
  if (full) return "full";
  if (kept !== undefined) {
    for (const one of new Set(fresh.map((item) => item.message))) {
      await store.broadcasts.rememberSource(from.id, one, { mission, id });
    }
    await store.broadcasts.open(from.id, { mission, id, asks: "words" });
  }
  return kept;
}

/** As they were sent. */
function inOrder(a: BroadcastItem, b: BroadcastItem): number {
  return a.message - b.message || (a.key < b.key ? -1 : 1);
}

/** Asks for whatever a draft still lacks; when it lacks nothing, shows it as it will look and asks to send it. */
export async function goOn(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  broadcast: Broadcast,
): Promise<Asked> {
  const { reading, participant } = traveller;
  if (broadcast.items.length === 0) return askForWords(parts, ctx, traveller, broadcast);
  await parts.store.broadcasts.close(participant.user);
  if ((await audienceNow(parts, traveller, broadcast)) === 0)
    return askForWhom(parts, ctx, traveller, broadcast);
  if (broadcast.important === undefined) {
    await respond(ctx, askImportance(reading, broadcast));
    return undefined;
  }
  if (broadcast.when === undefined) return askForTime(parts, ctx, traveller, broadcast);
  return preview(parts, ctx, traveller, broadcast);
}

/** How many people a broadcast would go to just now; none while nobody has been chosen. */
export async function audienceNow(
  { store }: ChatParts,
  traveller: Traveller,
  { audience, by }: Broadcast,
): Promise<number> {
  if (audience === undefined) return 0;
  const circle = await circleFor(store, missionIdOf(traveller), audience, traveller.reading.now);
  return circle === undefined ? 0 : membersOf(audience, by, circle).length;
}

/** Points at what Telegram does not take and leaves it out, so that the rest can go. */
async function withoutUnit(
  { store }: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  broadcast: Broadcast,
  { items }: Unit,
): Promise<Broadcast> {
  const [first] = items;
  await ctx.reply(
    traveller.reading.speech.say("cast-refused"),
    first === undefined
      ? {}
      : { reply_parameters: { message_id: first.message, allow_sending_without_reply: true } },
  );
  const keys = new Set(items.map(({ key }) => key));
  const amended = await store.broadcasts.amend(missionIdOf(traveller), broadcast.id, (was) =>
    was.state === "draft"
      ? { to: { ...was, items: was.items.filter(({ key }) => !keys.has(key)), version: was.version + 1 } }
      : undefined,
  );
  return amended ?? broadcast;
}

/** Exactly what recipients will get, then the question. What Telegram refuses here it would refuse everywhere. */
async function preview(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  broadcast: Broadcast,
): Promise<Asked> {
  const { reading, participant } = traveller;
  const words = { ask: askToConfirm(reading, broadcast) };
  for (const unit of unitsOf(broadcast)) {
    const shown = await sendUnit(ctx.api, participant.chat, unit, words, { silent: true });
    if (shown.kind === "wait") {
      await ctx.reply(reading.speech.say("cast-no-answer"));
      return askForWords(parts, ctx, traveller, broadcast);
    }
    if (shown.kind !== "sent") {
      return askForWords(parts, ctx, traveller, await withoutUnit(parts, ctx, traveller, broadcast, unit));
    }
  }
  const people = await audienceNow(parts, traveller, broadcast);
  await respond(ctx, askSend(reading, broadcast, people));
  return undefined;
}
