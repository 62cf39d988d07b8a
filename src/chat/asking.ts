/** Asking the organisers: writing a question, one message or several, and passing on what was written unasked. */
import { Composer } from "grammy";
import { queueCard, queueQuestion } from "../delivery/organisers.ts";
import type { NoteItem } from "../domain/notes.ts";
import { isOrganiser } from "../domain/seats.ts";
import { plain } from "../messages/message.ts";
import { askKept, askOpened } from "../messages/questions.ts";
import type { QuestionDraft } from "../storage/questions.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf, travellerOf } from "./guard.ts";
import { noteItemOf } from "./note-item.ts";
import { onMissionPress } from "./press.ts";
import { edit, redraw, respond } from "./respond.ts";
import { isThumbUp } from "./unplaced.ts";

export function asking(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store } = parts;

  parts.words.onCommand(composer, "ask", "ask", (ctx) => open(parts, ctx, ctx.traveller));
  onMissionPress(parts, composer, "ask", (ctx, traveller) => open(parts, ctx, traveller));

  onMissionPress(parts, composer, "askSend", async (ctx, traveller, { draft: id }) => {
    const current = await store.questions.draft(ctx.from.id);
    // Left alone too long it is closed, and what was written can still be sent.
    if (current !== undefined && current.id !== id)
      return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    return send(parts, ctx, traveller, id);
  });
  onMissionPress(parts, composer, "askDrop", async (ctx, _traveller, { draft: id }) => {
    const current = await store.questions.draft(ctx.from.id);
    if (current?.id !== id) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    await store.questions.forgetDraft(ctx.from.id);
    return redraw(ctx, { text: plain(ctx.speech.say("ask-dropped")) });
  });

  onMissionPress(parts, composer, "passOn", async (ctx, traveller, { item: key }) => {
    const { user } = traveller.participant;
    const items = await store.unplaced.albumOf(user, key);
    if (isOrganiser(traveller.seat)) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    if (items.length === 0) return ctx.answerCallbackQuery(ctx.speech.say("note-gone"));
    const said = await ask(parts, traveller, `${user.toString(36)}-${key}`, items);
    await redraw(ctx, { text: plain(said) });
    return store.unplaced.forget(user, items);
  });

  return composer;
}

/** What comes while a question is being written belongs to it; it stands after all that is a command. */
export function writing(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store, clock } = parts;

  composer.on("message", async (ctx, next) => {
    const draft = await store.questions.draft(ctx.from.id);
    if (draft === undefined) return next();
    const traveller = await travellerIn(parts, ctx, draft);
    if (traveller === undefined) return next();
    const meaning = parts.words.meaningOf(ctx.message.text);
    if (meaning === "done") return send(parts, ctx, traveller, draft.id);
    const item = meaning === "thanks" || isThumbUp(ctx) ? undefined : noteItemOf(ctx.message, clock.now());
    if (item === undefined) return next();
    const count = await store.questions.keepDraft(ctx.from.id, item);
    const kept = askKept(traveller.reading, draft.id, count);
    const album = ctx.message.media_group_id;
    const { receipt } = draft;
    if (album !== undefined && receipt?.album === album) {
      await store.questions.write(ctx.from.id, draft);
      return void (await edit(ctx, { chat: ctx.chat.id, message: receipt.message }, kept));
    }
    const { message_id: message } = await respond(ctx, kept);
    const { receipt: _, ...rest } = draft;
    return store.questions.write(
      ctx.from.id,
      album === undefined ? rest : { ...rest, receipt: { message, album } },
    );
  });

  return composer;
}

/** The writer in the mission their question is for, whichever they have switched to since. */
async function travellerIn(
  parts: ChatParts,
  ctx: MemberContext,
  { mission }: QuestionDraft,
): Promise<Traveller | undefined> {
  if (missionIdOf(ctx.traveller) === mission) return ctx.traveller;
  const inForce = ctx.traveller.missions.find(({ programme }) => programme.mission.id === mission);
  return inForce && travellerOf(parts, ctx.traveller.participant.user, inForce.handle);
}

/** Begins a question: it ends whatever scene its writer is in, and takes what is written from here on. */
async function open({ store, clock }: ChatParts, ctx: MemberContext, traveller: Traveller): Promise<void> {
  const { user } = traveller.participant;
  await ctx.conversation.exitAll();
  await store.notes.close(user);
  const id = `${user.toString(36)}-${ctx.update.update_id.toString(36)}`;
  await store.questions.write(user, { id, mission: missionIdOf(traveller) });
  const text = /^\/ask\S*\s+(.+)$/s.exec(ctx.message?.text ?? "")?.[1];
  if (text !== undefined && ctx.message !== undefined) {
    const item = { key: `m${ctx.message.message_id}`, at: clock.now(), text };
    const count = await store.questions.keepDraft(user, item);
    await respond(ctx, askKept(traveller.reading, id, count));
    return;
  }
  const unsent = await store.questions.drafted(user);
  await respond(ctx, askOpened(traveller.reading, id, unsent.length));
}

/** Sends what was written; it is forgotten last, so that an update that comes again finds it. */
async function send(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  id: string,
): Promise<unknown> {
  const { questions } = parts.store;
  const { user } = traveller.participant;
  const items = await questions.drafted(user);
  if (items.length === 0) {
    const empty = ctx.speech.say("ask-empty");
    return ctx.callbackQuery === undefined ? ctx.reply(empty) : ctx.answerCallbackQuery(empty);
  }
  const said = { text: plain(await ask(parts, traveller, id, items)) };
  await (ctx.callbackQuery === undefined ? respond(ctx, said) : redraw(ctx, said));
  return questions.forgetDraft(user);
}

/** Opens a question and has it brought to the organisers; the answer is what the asker is told. */
async function ask(
  parts: ChatParts,
  traveller: Traveller,
  origin: string,
  items: readonly NoteItem[],
): Promise<string> {
  const { store, clock } = parts;
  const { seat, mission, reading } = traveller;
  const id = missionIdOf(traveller);
  const piece = { by: seat.id, of: "asker", at: clock.now(), items } as const;
  const number = await store.questions.ask(id, origin, { seat: seat.id, about: "question" }, piece);
  const question = await store.questions.find(id, number);
  const told = question === undefined ? 0 : await queueQuestion(parts, mission, question, 0);
  await queueCard(parts, id);
  return reading.speech.say(told > 0 ? "ask-sent" : "ask-nobody", { number });
}
