/**
 * What a message is by what it answers: a reply to a question or to an answer, a place that was asked for. It stands
 * before the scenes, for whoever replies to something means that, whatever else they are in the middle of.
 */
import { Composer } from "grammy";
import { queueAnswer, queueCard, queueMarks, queueQuestion } from "../delivery/organisers.ts";
import { languages } from "../domain/mission.ts";
import { isAsker, mayAnswer, type Question, questionIn } from "../domain/questions.ts";
import { fourKeys, placeKeys, plain } from "../messages/message.ts";
import { shortName } from "../messages/names.ts";
import { askReply } from "../messages/questions.ts";
import type { Awaited } from "../storage/questions.ts";
import type { ChatContext, ChatParts, MemberContext, Traveller } from "./context.ts";
import { peopleFor } from "./delegation.ts";
import { missionIdOf, travellerOf } from "./guard.ts";
import { noteItemOf } from "./note-item.ts";
import { isOld } from "./people.ts";
import { onMissionPress } from "./press.ts";
import { redraw, respond } from "./respond.ts";

export function replies(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { questions } = parts.store;

  onMissionPress(parts, composer, "whereAmI", async (ctx, traveller) => {
    await questions.await(ctx.from.id, { what: "place", mission: missionIdOf(traveller) });
    return respond(ctx, { text: plain(ctx.speech.say("place-ask")), keyboard: placeKeys(ctx.speech) });
  });
  onMissionPress(parts, composer, "questionReply", async (ctx, traveller, { question: number }) => {
    const mission = missionIdOf(traveller);
    const question = await questions.find(mission, Number(number));
    if (question === undefined || !(await mayWrite(parts, traveller, question)))
      return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    if (question.former)
      return ctx.answerCallbackQuery({ text: ctx.speech.say("reply-asker-left"), show_alert: true });
    await questions.await(ctx.from.id, { what: "reply", mission, question: question.id });
    const own = isAsker(question, traveller.seat.id);
    return respond(ctx, askReply(traveller.reading, question, own));
  });
  onMissionPress(parts, composer, "writeNothing", async (ctx) => {
    const awaited = await questions.awaited(ctx.from.id);
    // What has been written meanwhile has been sent, be it the first picture of an album.
    if (awaited?.what !== "reply" || awaited.album !== undefined) return isOld(ctx);
    await questions.awaitNothing(ctx.from.id);
    return redraw(ctx, { text: plain(ctx.speech.say("reply-dropped")) });
  });
  composer.on("callback_query", async (ctx, next) => {
    // Whoever does something else will write their answer later.
    const what = (await questions.awaited(ctx.from.id))?.what;
    if (what === "reply" || what === "search") await questions.awaitNothing(ctx.from.id);
    await next();
  });

  composer.on("message", async (ctx, next) => {
    const { reply_to_message: to } = ctx.message;
    if (to?.from?.id === ctx.me.id) {
      const found = await questionBehind(parts, ctx, to.message_id);
      if (found !== undefined && (await take(parts, ctx, found.traveller, found.question))) return;
    }
    const awaited = await questions.awaited(ctx.from.id);
    const isDone = awaited === undefined || (await takeAwaited(parts, ctx, awaited));
    if (awaited === undefined || !isDone) await next();
  });

  return composer;
}

/** Whether the message was what had been awaited; whatever else it is, nothing is awaited any more. */
async function takeAwaited(parts: ChatParts, ctx: MemberContext, awaited: Awaited): Promise<boolean> {
  const { questions } = parts.store;
  const { user } = ctx.traveller.participant;
  const inForce = ctx.traveller.missions.find(({ programme }) => programme.mission.id === awaited.mission);
  const traveller = inForce && (await travellerOf(parts, user, inForce.handle));
  if (awaited.what === "place") {
    const sent = ctx.message?.location !== undefined && traveller !== undefined;
    const said = sent ? await sendPlace(parts, ctx, traveller) : "place-not-sent";
    await respond(ctx, { text: plain(ctx.speech.say(said)), keyboard: fourKeys(ctx.speech) });
    await questions.awaitNothing(user);
    return sent || declines(parts, ctx.message?.text);
  }
  if (awaited.what === "search") {
    await questions.awaitNothing(user);
    const { text } = ctx.message ?? {};
    if (traveller === undefined || text === undefined || parts.words.isCommand(ctx)) return false;
    await respond(ctx, await peopleFor(parts, traveller, text));
    return true;
  }
  const album = ctx.message?.media_group_id;
  const another = awaited.album !== undefined && awaited.album !== album;
  if (traveller === undefined || another || parts.words.isCommand(ctx)) {
    await questions.awaitNothing(user);
    return false;
  }
  const question = await questions.find(awaited.mission, awaited.question);
  if (question === undefined || !(await mayWrite(parts, traveller, question))) {
    await questions.awaitNothing(user);
    return false;
  }
  if (!(await take(parts, ctx, traveller, question))) return false;
  await (album === undefined ? questions.awaitNothing(user) : questions.await(user, { ...awaited, album }));
  return true;
}

/** Whether it is the other key of the keyboard that asks for a place. */
function declines({ speeches }: ChatParts, text: string | undefined): boolean {
  return languages.some((language) => speeches(language).say("key-send-nothing") === text);
}

/** Brings a place at once to the organisers and to whoever answers for the person; the answer is what to tell them. */
async function sendPlace(parts: ChatParts, ctx: MemberContext, traveller: Traveller): Promise<string> {
  const { store, clock } = parts;
  const { seat, mission } = traveller;
  const id = missionIdOf(traveller);
  const item = ctx.message && noteItemOf(ctx.message, clock.now());
  if (item === undefined) return "place-not-sent";
  const origin = `p${ctx.update.update_id.toString(36)}`;
  const piece = { by: seat.id, of: "asker", at: item.at, items: [item] } as const;
  const number = await store.questions.ask(id, origin, { seat: seat.id, about: "place" }, piece);
  const question = await store.questions.find(id, number);
  const told = question === undefined ? 0 : await queueQuestion(parts, mission, question, 0);
  await queueCard(parts, id);
  return told > 0 ? "place-sent" : "place-nobody";
}

/** The question whose copy or answer a message of the bot's is, as the ledger of the chat's owner knows. */
async function questionBehind(
  parts: ChatParts,
  ctx: MemberContext,
  message: number,
): Promise<{ traveller: Traveller; question: Question } | undefined> {
  const { participant, missions } = ctx.traveller;
  for (const { programme, handle } of missions) {
    const traveller = await travellerOf(parts, participant.user, handle);
    if (traveller === undefined) continue;
    const where = { chat: participant.chat, message };
    const question = await questionAt(parts, programme.mission.id, traveller.seat.id, where);
    if (question !== undefined) return { traveller, question };
  }
  return undefined;
}

/** The question a delivered message is about; `recipient` is the seat, or the chat, it was delivered to. */
export async function questionAt(
  { store }: ChatParts,
  mission: string,
  recipient: string,
  where: { chat: number; message: number },
): Promise<Question | undefined> {
  const number = questionIn((await store.ledger.identityOf(mission, recipient, where)) ?? "");
  return number === undefined ? undefined : store.questions.find(mission, number);
}

async function mayWrite({ store }: ChatParts, { seat, mission }: Traveller, question: Question) {
  const file = mission.programme.mission;
  if (isAsker(question, seat.id)) return true;
  const asker = await store.people.seat(file.id, question.seat);
  return asker !== undefined && mayAnswer(seat, question, asker, file);
}

/**
 * Takes what somebody says to a question: the asker's words go to the organisers, anybody else's to the asker. False
 * when it is not theirs to say, or holds nothing that could be sent. Where the asker has left, nothing is sent, and it is
 * said.
 */
export async function take(
  parts: ChatParts,
  ctx: ChatContext,
  traveller: Traveller,
  question: Question,
): Promise<boolean> {
  const { store, clock } = parts;
  const { seat, mission } = traveller;
  const id = missionIdOf(traveller);
  const item = ctx.message && noteItemOf(ctx.message, clock.now());
  if (item === undefined || !(await mayWrite(parts, traveller, question))) return false;
  if (question.former) {
    await ctx.reply(ctx.speech.say("reply-asker-left"));
    return true;
  }
  const of = isAsker(question, seat.id) ? "asker" : "organisers";
  const album = ctx.message?.media_group_id;
  const index = await store.questions.say(id, question.id, {
    ...{ by: seat.id, of, at: item.at },
    items: [{ ...item, key: `u${ctx.update.update_id.toString(36)}` }],
    ...(album === undefined ? {} : { album }),
  });
  const now = await store.questions.find(id, question.id);
  if (index === undefined || now === undefined) return false;
  const isFirst = now.pieces[index]?.items.length === 1;
  if (of === "asker") await queueQuestion(parts, mission, now, index);
  else await queueAnswer(parts, id, now, index);
  await Promise.all([queueMarks(parts, mission, now), queueCard(parts, id)]);
  if (of === "organisers" && isFirst) {
    const deed = { at: item.at, by: seat.id, did: "answer-question", about: question.seat };
    await store.audit.enter(id, deed);
  }
  await thank(parts, ctx, traveller, now, isFirst);
  return true;
}

/** In a group a sign under the message will do; several photos get one receipt. */
async function thank(
  { store }: ChatParts,
  ctx: ChatContext,
  { seat, mission }: Traveller,
  question: Question,
  isFirst: boolean,
): Promise<void> {
  if (ctx.chat?.type !== "private") return void (await ctx.react("👌"));
  if (!isFirst) return;
  if (isAsker(question, seat.id)) return void (await ctx.reply(ctx.speech.say("reply-passed")));
  const asker = await store.people.seat(mission.programme.mission.id, question.seat);
  const who = asker === undefined ? question.seat : shortName(asker, ctx.speech);
  await ctx.reply(ctx.speech.say("reply-sent", { who }));
}
