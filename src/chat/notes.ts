/** Writing notes in chat: beginning one, adding to it, closing it. */
import { Composer, type Context } from "grammy";
import type { NoteItem } from "../domain/notes.ts";
import { withWaysOn } from "../messages/agreement-buttons.ts";
import { noteClosed, titleOf } from "../messages/notes.ts";
import type { NewNote } from "../storage/notes.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { noteItemOf } from "./note-item.ts";
import { aboutOwnNote } from "./note-page.ts";
import { onEventPress, onMissionPress, onPress } from "./press.ts";
import { respond, withoutButtons } from "./respond.ts";

/** What the note scene is entered with. */
export interface NoteTask {
  readonly mission: string;
  readonly note: string;
  /** The event; null for the mission as a whole, absent while it has to be asked. */
  readonly event?: string | null;
}

export function notes(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store } = parts;

  parts.words.onCommand(composer, "note", "note", (ctx) => enter(parts, ctx, taskFor(ctx, ctx.traveller)));
  onEventPress(parts, composer, "noteAbout", (ctx, traveller, { event }) =>
    enter(parts, ctx, { ...taskFor(ctx, traveller), event: event.id }),
  );
  onMissionPress(parts, composer, "noteAdd", (ctx, traveller, { note }) =>
    aboutOwnNote(parts, ctx, traveller, note, ({ id, event }) =>
      enter(parts, ctx, { mission: missionIdOf(traveller), note: id, event: event ?? null }),
    ),
  );
  // The scene is over, or was never there: whatever was sent in it is already kept.
  onPress(composer, "noteDone", async (ctx) => {
    const opened = await store.notes.opened(ctx.from.id);
    await (opened === undefined ? withoutButtons(ctx) : closeNote(parts, ctx, opened));
  });

  return composer;
}

/** Enters the scene anew; a note left open meanwhile is closed, with all that was sent to it kept. */
async function enter({ store }: ChatParts, ctx: MemberContext, task: NoteTask): Promise<void> {
  await store.notes.close(ctx.traveller.participant.user);
  await ctx.conversation.exitAll();
  await ctx.conversation.enter("note", task);
}

/** Closes the note its writer has open, and says what is in it. */
export async function closeNote({ store }: ChatParts, ctx: MemberContext, task: NoteTask): Promise<void> {
  const { reading, participant } = ctx.traveller;
  await store.notes.close(participant.user);
  const count = await store.notes.count(task.mission, task.note);
  const closed = noteClosed(reading.speech, count, titleOf(reading, task.event ? { event: task.event } : {}));
  const isHere = count > 0 && task.mission === missionIdOf(ctx.traveller);
  await respond(ctx, isHere ? withWaysOn(reading, closed, task.note) : closed);
  if (ctx.callbackQuery !== undefined) await withoutButtons(ctx);
}

/** A new note; its id comes from the update, so that an update delivered twice opens one note. */
function taskFor(ctx: Context, traveller: Traveller): NoteTask {
  const note = `${traveller.participant.user.toString(36)}-${ctx.update.update_id.toString(36)}`;
  return { mission: missionIdOf(traveller), note };
}

/**
 * Keeps a message in the note its writer has open. The answer is how many the note now has, all of them on disk;
 * nothing when the message holds nothing to keep.
 */
export async function keepInNote(
  parts: ChatParts,
  ctx: Context,
  task: NoteTask,
): Promise<number | undefined> {
  const { store, clock } = parts;
  const { from, message } = ctx;
  const now = clock.now();
  const item = message === undefined ? undefined : noteItemOf(message, now);
  if (from === undefined || item === undefined) return undefined;
  const seat = (await store.people.seatsOfUser(from.id))[task.mission];
  if (seat === undefined) return undefined;
  const about = task.event ? { event: task.event } : {};
  await keepItems(parts, from.id, task.mission, { id: task.note, seat, createdAt: now, ...about }, [item]);
  await store.notes.open(from.id, task);
  return store.notes.count(task.mission, task.note);
}

/** Keeps messages of a user in a note, beginning it if need be. */
export async function keepItems(
  { store }: ChatParts,
  user: number,
  mission: string,
  begun: NewNote,
  items: readonly NoteItem[],
): Promise<void> {
  for (const item of items) await store.notes.keep(mission, user, begun, item);
}
