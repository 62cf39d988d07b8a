/**
 * The broadcast scene: takes the organiser's messages, or a typed time. Everything else is asked by buttons, which work
 * with or without it: the draft is in Redis from its first message on, and the scene carries ids only. Commands and the
 * keyboard pass through it.
 */
import type { Context } from "grammy";
import { setTime } from "../src/chat/broadcast-confirm.ts";
import { type Asked, type BroadcastTask, goOn, keepInBroadcast } from "../src/chat/broadcast-drafts.ts";
import type { ChatParts, MemberContext, Scene, Traveller } from "../src/chat/context.ts";
import { missionIdOf, travellerOf } from "../src/chat/guard.ts";
import { edit, respond } from "../src/chat/respond.ts";
import { isOrganiser } from "../src/domain/seats.ts";
import { localTimeIn } from "../src/domain/spoken-times.ts";
import { zoneHere } from "../src/messages/broadcast-lines.ts";
import { askWords } from "../src/messages/broadcast-questions.ts";
import { outsideForMembers } from "./steps.ts";

/** The receipt last given; the pieces of an album come one by one and share one. */
interface Receipt {
  readonly message: number;
  readonly album: string | null;
}
/** How a message was taken: it ends the scene, was not for it, got a receipt, or led to the next question. */
type Taken = "over" | "not ours" | { readonly receipt: Receipt | null } | { readonly asks: "words" | "time" };

export function broadcastScene(parts: ChatParts) {
  return async (conversation: Scene, _entered: Context, task: BroadcastTask): Promise<void> => {
    const step = outsideForMembers(conversation);
    let receipt: Receipt | null = null;
    let { asks } = task;
    for (;;) {
      const came = await conversation.wait();
      if (came.message === undefined || parts.words.isCommand(came)) {
        await conversation.skip({ next: true });
      }
      const [last, asked]: [Receipt | null, BroadcastTask["asks"]] = [receipt, asks];
      const taken: Taken = await step((ctx) => take(parts, ctx, { ...task, asks: asked }, last));
      if (taken === "over") return;
      if (taken === "not ours") return conversation.halt({ next: true });
      if ("asks" in taken) asks = taken.asks;
      receipt = "receipt" in taken ? taken.receipt : null;
    }
  };
}

/** Takes one message for the broadcast, as long as whoever writes it is still an organiser of its mission. */
async function take(
  parts: ChatParts,
  ctx: MemberContext,
  task: BroadcastTask,
  last: Receipt | null,
): Promise<Taken> {
  const traveller = await travellerOf(parts, ctx.from?.id ?? 0, task.mission);
  if (traveller === undefined || !isOrganiser(traveller.seat)) {
    await ctx.reply(ctx.speech.say("cast-not-organiser"));
    return "over";
  }
  return task.asks === "time"
    ? takeTime(parts, ctx, traveller, task.id)
    : takeWords(parts, ctx, traveller, { id: task.id, last });
}

async function takeWords(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  { id, last }: { id: string; last: Receipt | null },
): Promise<Taken> {
  const { store, words } = parts;
  const mission = missionIdOf(traveller);
  const opened = await store.broadcasts.opened(traveller.participant.user);
  // Finished by its button, or left alone too long: what is written now is meant for something else.
  if (opened?.id !== id || opened.asks !== "words") return "not ours";
  const { speech } = traveller.reading;
  if (words.meaningOf(ctx.message?.text) === "done") {
    const draft = await store.broadcasts.find(mission, id);
    return draft === undefined ? "over" : next(await goOn(parts, ctx, traveller, draft));
  }
  const kept = await keepInBroadcast(parts, ctx, mission, id);
  if (kept === undefined) return "not ours";
  if (typeof kept === "string") {
    const why = { "not kept": "cast-cannot-send", long: "cast-too-long", full: "cast-full" } as const;
    await ctx.reply(speech.say(why[kept]));
    return { receipt: last };
  }
  const saved = askWords(traveller.reading, kept);
  const album = ctx.message?.media_group_id ?? null;
  if (album === null || last?.album !== album) {
    return { receipt: { message: (await respond(ctx, saved)).message_id, album } };
  }
  await edit(ctx, { chat: traveller.participant.chat, message: last.message }, saved);
  return { receipt: last };
}

/** Reads a typed time; what is none, or lies in the past, is asked for again. */
async function takeTime(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  id: string,
): Promise<Taken> {
  const { reading } = traveller;
  const opened = await parts.store.broadcasts.opened(traveller.participant.user);
  if (opened?.id !== id || opened.asks !== "time") return "not ours";
  const time = localTimeIn(ctx.message?.text ?? "", { now: reading.now, zone: zoneHere(reading) });
  if (time.ok) {
    return next(await setTime(parts, ctx, traveller, id, time.at));
  }
  const why = { "not a time": "unread", past: "past", "does not exist": "none" } as const;
  await ctx.reply(reading.speech.say(`cast-time-${why[time.why]}`));
  return { receipt: null };
}

function next(asked: Asked): Taken {
  return asked === undefined ? "over" : { asks: asked };
}
