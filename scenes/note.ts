/**
 * The note scene: choose the event, then any number of messages of any type, done. Each message is kept in Redis as it
 * comes; the scene itself carries ids only, so that losing it loses nothing. Commands, the keyboard and thanks pass
 * through it, and a note nobody has written to for two hours is closed.
 */
import type { Context } from "grammy";
import type { ChatParts, MemberContext, Scene } from "../src/chat/context.ts";
import { missionIdOf } from "../src/chat/guard.ts";
import { meetInNote } from "../src/chat/meeting.ts";
import { closeNote, keepInNote, type NoteTask } from "../src/chat/notes.ts";
import { eventByHandle, pressedIn } from "../src/chat/press.ts";
import { repliedTo } from "../src/chat/replying.ts";
import { edit, respond, withoutButtons } from "../src/chat/respond.ts";
import { candidatesFor, isThumbUp } from "../src/chat/unplaced.ts";
import { askEvent, noteOpened, noteSaved, titleOf } from "../src/messages/notes.ts";
import { outsideForMembers } from "./steps.ts";

/** The receipt last given; the photos of an album come one by one and share one. */
interface Receipt {
  readonly message: number;
  readonly album: string | null;
}

export function noteScene(parts: ChatParts) {
  return async (conversation: Scene, _entered: Context, given: NoteTask): Promise<void> => {
    const step = outsideForMembers(conversation);
    const event = given.event === undefined ? await choose(parts, conversation, given) : given.event;
    const task: NoteTask = { ...given, event };
    await step((ctx) => open(parts, ctx, task));
    let receipt: Receipt | null = null;
    for (;;) {
      const came = await conversation.wait();
      const isOpen = await step(async (ctx) => isStillOpen(parts, ctx, task));
      if (!isOpen) return conversation.halt({ next: true });
      if (pressedIn(came, "noteDone") || parts.words.meaningOf(came.message?.text) === "done") {
        return step((ctx) => closeNote(parts, ctx, task));
      }
      if (!isForTheNote(parts, came)) await conversation.skip({ next: true });
      // A reply to what tells of another event is a note to that one.
      const isElsewhere = await step((ctx) => repliesElsewhere(parts, ctx, task));
      if (isElsewhere) await conversation.skip({ next: true });
      const last: Receipt | null = receipt;
      receipt = await step((ctx) => keep(parts, ctx, task, last));
      if (receipt === null) await conversation.skip({ next: true });
    }
  };
}

/** Asks which event the note is about. What is written before the answer is kept, and asked about again. */
async function choose(parts: ChatParts, conversation: Scene, given: NoteTask): Promise<string | null> {
  const step = outsideForMembers(conversation);
  await step((ctx) => ask(ctx, "note-which"));
  for (;;) {
    const came = await conversation.wait();
    const answer = pressedIn(came, "noteAbout");
    if (answer !== undefined) {
      const taken = await step((ctx) => take(parts, ctx, given, answer));
      if (taken !== "elsewhere") return taken.event;
      await conversation.skip({ next: true });
    }
    if (!isForTheNote(parts, came)) await conversation.skip({ next: true });
    const kept = await step(async (ctx) => (await keepInNote(parts, ctx, { ...given, event: null })) ?? 0);
    if (kept === 0) await conversation.skip({ next: true });
    await step((ctx) => ask(ctx, "note-which-kept"));
  }
}

async function ask(ctx: MemberContext, question: "note-which" | "note-which-kept"): Promise<null> {
  const { reading } = ctx.traveller;
  await respond(ctx, askEvent(reading, candidatesFor(reading), question));
  return null;
}

/** The event that was chosen, null for the mission as a whole; a button of another mission is not for this question. */
async function take(
  { store }: ChatParts,
  ctx: MemberContext,
  task: NoteTask,
  answer: { readonly mission: string; readonly event: string },
): Promise<{ event: string | null } | "elsewhere"> {
  const { traveller } = ctx;
  if (missionIdOf(traveller) !== task.mission || traveller.mission.handle !== Number(answer.mission))
    return "elsewhere";
  await withoutButtons(ctx);
  const event = eventByHandle(traveller, answer.event)?.event.id;
  if (event !== undefined) await store.notes.amend(task.mission, task.note, () => ({ event }));
  return { event: event ?? null };
}

async function open({ store }: ChatParts, ctx: MemberContext, task: NoteTask): Promise<null> {
  const { reading, participant } = ctx.traveller;
  await store.notes.open(participant.user, task);
  await respond(ctx, noteOpened(reading.speech, titleOf(reading, task.event ? { event: task.event } : {})));
  return null;
}

/** A note closed elsewhere, or left alone too long, takes nothing any more. */
async function isStillOpen({ store }: ChatParts, ctx: MemberContext, task: NoteTask): Promise<boolean> {
  return (await store.notes.opened(ctx.traveller.participant.user))?.note === task.note;
}

/** Commands in any form, thanks and buttons of other messages are not for the note. */
function isForTheNote({ words }: ChatParts, came: Context): boolean {
  if (came.message === undefined || words.isCommand(came)) return false;
  return words.meaningOf(came.message.text) !== "thanks" && !isThumbUp(came);
}

async function repliesElsewhere(parts: ChatParts, ctx: MemberContext, task: NoteTask): Promise<boolean> {
  if (ctx.message?.reply_to_message === undefined) return false;
  const about = await repliedTo(parts, ctx, ctx.traveller);
  return about !== undefined && !about.events.some(({ event }) => event.id === task.event);
}

/** Keeps one message and gives the receipt for it; null when there is nothing to keep in it. */
async function keep(
  parts: ChatParts,
  ctx: MemberContext,
  task: NoteTask,
  last: Receipt | null,
): Promise<Receipt | null> {
  const count = await keepInNote(parts, ctx, task);
  if (count === undefined) return null;
  const saved = noteSaved(ctx.speech, count);
  const album = ctx.message?.media_group_id ?? null;
  if (album === null || last?.album !== album) {
    const receipt = { message: (await respond(ctx, saved)).message_id, album };
    await meetInNote(parts, ctx, task);
    return receipt;
  }
  await edit(ctx, { chat: ctx.traveller.participant.chat, message: last.message }, saved);
  return last;
}
