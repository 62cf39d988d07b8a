/** Reading one note in chat: its attachments, its marks, who may read it, deleting it. */
import { Composer } from "grammy";
import { queueCard } from "../delivery/organisers.ts";
import { readsProposals, wakeForProposals } from "../delivery/proposals.ts";
import {
  forThePress,
  isOf,
  marks,
  type Note,
  type NoteItem,
  type Readership,
  toggleMark,
} from "../domain/notes.ts";
import { isOrganiser } from "../domain/seats.ts";
import { askDelete, isTooLong, marksMessage, noteMessage, readersMessage } from "../messages/note-page.ts";
import { authorOf } from "../messages/notes.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { sendItem } from "./note-item.ts";
import { authorsOf, listPage } from "./note-lists.ts";
import { onMissionPress, type Tapped } from "./press.ts";
import { redraw } from "./respond.ts";

export function notePage(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store } = parts;

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
  onMissionPress(parts, composer, "noteMarks", (ctx, traveller, { note }) =>
    aboutOwnOrOrganised(parts, ctx, traveller, note, (found) =>
      redraw(ctx, marksMessage(traveller.reading, found)),
    ),
  );
  onMissionPress(parts, composer, "noteMark", (ctx, traveller, { note, mark }) =>
    aboutOwnOrOrganised(parts, ctx, traveller, note, (found) => setMark(parts, ctx, traveller, found, mark)),
  );
  onMissionPress(parts, composer, "noteReaders", (ctx, traveller, { note }) =>
    aboutOwnNote(parts, ctx, traveller, note, (found) =>
      redraw(ctx, readersMessage(traveller.reading, found)),
    ),
  );
  onMissionPress(parts, composer, "noteReader", (ctx, traveller, { note, who }) =>
    aboutOwnOrOrganised(parts, ctx, traveller, note, (found) =>
      setReaders(parts, ctx, traveller, found, who),
    ),
  );
  onMissionPress(parts, composer, "noteDelete", (ctx, traveller, { note }) =>
    aboutOwnNote(parts, ctx, traveller, note, (found) => redraw(ctx, askDelete(traveller.reading, found))),
  );
  onMissionPress(parts, composer, "noteDeleteYes", (ctx, traveller, { note }) =>
    aboutOwnNote(parts, ctx, traveller, note, async (found) => {
      await store.notes.delete(missionIdOf(traveller), found, ctx.from.id);
      if (found.readers === "proposed") await queueCard(parts, missionIdOf(traveller));
      await ctx.answerCallbackQuery(ctx.speech.say("note-deleted"));
      await redraw(ctx, await listPage(parts, traveller, "mine", 0));
    }),
  );

  return composer;
}

async function setMark(
  { store, clock }: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  note: Note,
  said: string,
): Promise<unknown> {
  const mark = marks.find((one) => one === said);
  const drawn = shownMarks(ctx);
  if (mark === undefined || drawn === undefined) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
  const mission = missionIdOf(traveller);
  // What the tapped button showed decides, so that a tap handled twice does not take back what it set.
  const isSet = drawn.has(mark);
  const head = await store.notes.amend(mission, note.id, (was) =>
    was.marks.includes(mark) === isSet ? { marks: toggleMark(was.marks, mark) } : {},
  );
  if (head === undefined) return ctx.answerCallbackQuery(ctx.speech.say("note-gone"));
  if (!isOf(note, traveller.seat.id)) {
    const deed = { at: clock.now(), by: traveller.seat.id, did: "note-mark", about: note.seat };
    await store.audit.enter(mission, deed);
  }
  return redraw(ctx, marksMessage(traveller.reading, { ...note, ...head }));
}

/** The marks the tapped message shows as set. */
function shownMarks(ctx: Tapped<MemberContext>): Set<string> | undefined {
  const buttons = ctx.callbackQuery.message?.reply_markup?.inline_keyboard.flat();
  if (buttons === undefined) return undefined;
  const set = buttons.filter(({ text }) => text.startsWith("✓"));
  return new Set(set.map((one) => ("callback_data" in one ? (one.callback_data.split(":")[3] ?? "") : "")));
}

/** The author chooses among readers; of what is proposed for the press organisers say whether it is released. */
async function setReaders(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  note: Note,
  who: string,
): Promise<unknown> {
  const { store, clock } = parts;
  const { seat, reading } = traveller;
  const mission = missionIdOf(traveller);
  const next = isOrganiser(seat) ? decided(note.readers, who) : undefined;
  const chosen = isOf(note, seat.id) ? authorsChoice(who) : undefined;
  const readers = next ?? chosen;
  // A second tap on the same button finds what the first did.
  if (readers === undefined && note.readers !== who)
    return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
  const head = readers === undefined ? note : await store.notes.amend(mission, note.id, () => ({ readers }));
  if (head === undefined) return ctx.answerCallbackQuery(ctx.speech.say("note-gone"));
  if (next !== undefined && next !== note.readers) {
    const did = next === "released" ? "note-release" : "note-decline";
    await store.audit.enter(mission, { at: clock.now(), by: seat.id, did, about: note.seat });
  }
  await queueCard(parts, mission);
  if (readers === "proposed") await wakeForProposals(store, traveller.mission, clock.now());
  const after = { ...note, ...head };
  if (chosen !== undefined && next === undefined) return redraw(ctx, readersMessage(reading, after));
  return redraw(ctx, await wholeNote({ store }, traveller, after));
}

function authorsChoice(who: string): Readership | undefined {
  return who === "organisers" || who === "delegation" || who === "proposed" ? who : undefined;
}

function decided(now: Readership, who: string): Readership | undefined {
  if (now === "proposed" && (who === "released" || who === "declined")) return who;
  return now === "released" && who === "declined" ? who : undefined;
}

async function wholeNote(parts: Pick<ChatParts, "store">, traveller: Traveller, note: Note) {
  const own = isOf(note, traveller.seat.id);
  const { speech } = traveller.reading;
  const author = own ? undefined : authorOf(note, await authorsOf(parts, traveller), speech);
  const sieve = await parts.store.sieves.of(missionIdOf(traveller), traveller.seat.id);
  return noteMessage(traveller.reading, note, {
    own,
    organises: isOrganiser(traveller.seat),
    narrowed: Object.keys(sieve).length > 0,
    ...(author === undefined ? {} : { author }),
  });
}

/** A note its reader may do that with; to anybody else it does not exist. */
async function aboutNote(
  { store }: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  id: string,
  act: (note: Note) => Promise<unknown>,
  may: (traveller: Traveller, note: Note) => boolean = reads,
): Promise<void> {
  const note = await store.notes.find(missionIdOf(traveller), id);
  const found = note !== undefined && may(traveller, note);
  await (found ? act(note) : ctx.answerCallbackQuery(ctx.speech.say("note-gone")));
}

/** A note of one's own. */
export function aboutOwnNote(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  id: string,
  act: (note: Note) => Promise<unknown>,
): Promise<void> {
  return aboutNote(parts, ctx, traveller, id, act, ({ seat }, note) => isOf(note, seat.id));
}

function aboutOwnOrOrganised(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  id: string,
  act: (note: Note) => Promise<unknown>,
): Promise<void> {
  return aboutNote(parts, ctx, traveller, id, act, ownsOrOrganises);
}

/** Their own, any for organisers, what is for the press for its secretary, and what is for the whole delegation. */
function reads(traveller: Traveller, note: Note): boolean {
  const { mission, seat } = traveller;
  const isPress = forThePress.includes(note.readers) && readsProposals(mission, seat);
  return note.readers === "delegation" || isPress || ownsOrOrganises(traveller, note);
}

/** Their own, and organisers anybody's. */
export function ownsOrOrganises({ seat }: Traveller, note: Note): boolean {
  return isOrganiser(seat) || isOf(note, seat.id);
}
