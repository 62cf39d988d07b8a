/** Notes in chat: writing one, the list, reading, adding, deleting. */
import { Composer, type Context } from "grammy";
import type { Note, NoteItem } from "../domain/notes.ts";
import { isOrganiser } from "../domain/seats.ts";
import { withAgreements } from "../messages/agreement-buttons.ts";
import {
  askDelete,
  isTooLong,
  NOTES_ON_A_PAGE,
  noteClosed,
  noteMessage,
  notesPage,
  titleOf,
  type Whose,
} from "../messages/notes.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { noteItemOf, sendItem } from "./note-item.ts";
import { onEventPress, onMissionPress, onPress, startOf } from "./press.ts";
import { redraw, respond, withoutButtons } from "./respond.ts";

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
  // The scene is over, or was never there: whatever was sent in it is already kept.
  onPress(composer, "noteDone", async (ctx) => {
    const opened = await store.notes.opened(ctx.from.id);
    await (opened === undefined ? withoutButtons(ctx) : closeNote(parts, ctx, opened));
  });

  parts.words.onCommand(composer, "notes", "notes", async (ctx) => {
    const whose = isOrganiser(ctx.traveller.seat) ? "all" : "mine";
    await respond(ctx, await listPage(parts, ctx.traveller, whose, 0));
  });
  onMissionPress(parts, composer, "notes", async (ctx, traveller, { whose, from }) => {
    const allowed = whose === "all" && isOrganiser(traveller.seat) ? "all" : "mine";
    await redraw(ctx, await listPage(parts, traveller, allowed, startOf(from)));
  });

  onMissionPress(parts, composer, "note", (ctx, traveller, { note }) =>
    aboutNote(parts, ctx, traveller, note, async (found) =>
      redraw(ctx, await wholeNote(parts, traveller, found)),
    ),
  );
  onMissionPress(parts, composer, "noteMedia", (ctx, traveller, { note }) =>
    aboutNote(parts, ctx, traveller, note, async (found) => {
      const beyondWords = ({ media, contact, place }: NoteItem) => media ?? contact ?? place;
      const items = isTooLong(found) ? found.items : found.items.filter(beyondWords);
      for (const item of items) await sendItem(ctx, item);
    }),
  );
  onMissionPress(parts, composer, "noteAdd", (ctx, traveller, { note }) =>
    aboutOwnNote(parts, ctx, traveller, note, ({ id, event }) =>
      enter(parts, ctx, { mission: missionIdOf(traveller), note: id, event: event ?? null }),
    ),
  );
  onMissionPress(parts, composer, "noteDelete", (ctx, traveller, { note }) =>
    aboutOwnNote(parts, ctx, traveller, note, (found) => redraw(ctx, askDelete(traveller.reading, found))),
  );
  onMissionPress(parts, composer, "noteDeleteYes", (ctx, traveller, { note }) =>
    aboutOwnNote(parts, ctx, traveller, note, async (found) => {
      await store.notes.delete(missionIdOf(traveller), found);
      await ctx.answerCallbackQuery(ctx.speech.say("note-deleted"));
      await redraw(ctx, await listPage(parts, traveller, "mine", 0));
    }),
  );

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
  await respond(ctx, isHere ? withAgreements(reading, closed, task.note) : closed);
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
  { store, clock }: ChatParts,
  ctx: Context,
  task: NoteTask,
): Promise<number | undefined> {
  const { from, message } = ctx;
  const now = clock.now();
  const item = message === undefined ? undefined : noteItemOf(message, now);
  if (from === undefined || item === undefined) return undefined;
  const seat = (await store.people.seatsOfUser(from.id))[task.mission];
  if (seat === undefined) return undefined;
  const about = task.event ? { event: task.event } : {};
  await store.notes.keep(task.mission, { id: task.note, seat, createdAt: now, ...about }, item);
  await store.notes.open(from.id, task);
  return store.notes.count(task.mission, task.note);
}

async function listPage(parts: ChatParts, traveller: Traveller, whose: Whose, from: number) {
  const { store } = parts;
  const mission = missionIdOf(traveller);
  const mine = whose === "mine" ? { seat: traveller.seat.id } : {};
  const [{ notes, total }, authors] = await Promise.all([
    store.notes.page(mission, { ...mine, from, most: NOTES_ON_A_PAGE }),
    whose === "all" ? authorsOf(parts, traveller) : undefined,
  ]);
  return notesPage(traveller.reading, {
    notes,
    total,
    from,
    whose,
    ...(authors === undefined ? {} : { authors }),
  });
}

async function authorsOf(
  { store }: ChatParts,
  { reading, mission }: Traveller,
): Promise<Map<string, string>> {
  const seats = await store.people.seats(mission.programme.mission.id);
  return new Map(seats.map((seat) => [seat.id, seat.name ?? reading.speech.text(seat.position)]));
}

async function wholeNote(parts: ChatParts, traveller: Traveller, note: Note) {
  const own = isOwn(note, traveller);
  const author = own ? undefined : (await authorsOf(parts, traveller)).get(note.seat);
  const whose = isOrganiser(traveller.seat) ? "all" : "mine";
  return noteMessage(traveller.reading, note, { own, whose, ...(author === undefined ? {} : { author }) });
}

/** What somebody before them wrote in the same seat is not theirs. */
function isOwn({ seat: author, former }: Note, { seat }: Traveller): boolean {
  return author === seat.id && !former;
}

/** A note its reader may read: their own, or any for organisers. */
async function aboutNote(
  { store }: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  id: string,
  act: (note: Note) => Promise<unknown>,
): Promise<void> {
  const note = await store.notes.find(missionIdOf(traveller), id);
  const readable = note !== undefined && (isOwn(note, traveller) || isOrganiser(traveller.seat));
  await (readable ? act(note) : ctx.answerCallbackQuery(ctx.speech.say("note-gone")));
}

function aboutOwnNote(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  id: string,
  act: (note: Note) => Promise<unknown>,
): Promise<void> {
  return aboutNote(parts, ctx, traveller, id, async (note) =>
    isOwn(note, traveller) ? act(note) : ctx.answerCallbackQuery(ctx.speech.say("note-gone")),
  );
}
