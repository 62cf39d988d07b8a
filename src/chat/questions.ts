/** «Вопросы» at the desk: the list, one question with what came with it, closing it. */
import { Composer } from "grammy";
import { queueCard, queueMarks } from "../delivery/organisers.ts";
import type { Question } from "../domain/questions.ts";
import { bySeat } from "../domain/seats.ts";
import { QUESTIONS_ON_A_PAGE, questionsPage, questionThread } from "../messages/question-list.ts";
import { besidesWords } from "../messages/questions.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { sendItem } from "./note-item.ts";
import { onOrganiserPress, startOf } from "./press.ts";
import { redraw } from "./respond.ts";

export function questions(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store } = parts;

  onOrganiserPress(parts, composer, "questions", async (ctx, traveller, { which: wanted, from: start }) => {
    const which = wanted === "all" ? "all" : "open";
    const from = startOf(start);
    const id = missionIdOf(traveller);
    const page = await store.questions.page(id, { which, from, most: QUESTIONS_ON_A_PAGE });
    const askers = await seatsOf(parts, traveller);
    return redraw(ctx, questionsPage(traveller.reading, { ...page, from, which, askers }));
  });
  onOrganiserPress(parts, composer, "question", async (ctx, traveller, { question: number }) => {
    const question = await find(parts, traveller, number);
    if (question === undefined) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    return redraw(ctx, questionThread(traveller.reading, question, await seatsOf(parts, traveller)));
  });
  onOrganiserPress(parts, composer, "questionMedia", async (ctx, traveller, { question: number }) => {
    const question = await find(parts, traveller, number);
    if (question === undefined) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    const items = besidesWords(question.pieces.flatMap((piece) => piece.items));
    for (const item of items) await sendItem(ctx, item);
    return undefined;
  });
  closing(parts, composer);

  return composer;
}

/** Closing one without an answer; it is kept, and opens again when its asker writes. */
export function closing(parts: ChatParts, composer: Composer<MemberContext>): void {
  const { store, clock } = parts;
  onOrganiserPress(parts, composer, "questionClose", async (ctx, traveller, { question: number, on }) => {
    const id = missionIdOf(traveller);
    const before = await find(parts, traveller, number);
    if (before === undefined) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    const closed = { by: traveller.seat.id, at: clock.now() };
    await store.questions.close(id, before.id, closed);
    if (before.open) {
      await store.audit.enter(id, { ...closed, did: "close-question", about: before.seat });
    }
    const question = (await find(parts, traveller, number)) ?? before;
    await Promise.all([queueMarks(parts, traveller.mission, question), queueCard(parts, id)]);
    if (on === "desk")
      await redraw(ctx, questionThread(traveller.reading, question, await seatsOf(parts, traveller)));
    return ctx.answerCallbackQuery(ctx.speech.say(before.open ? "question-closed-now" : "question-not-open"));
  });
}

function find({ store }: ChatParts, traveller: Traveller, number: string): Promise<Question | undefined> {
  return store.questions.find(missionIdOf(traveller), Number(number));
}

/** Everybody's seats, by id. */
export async function seatsOf({ store }: ChatParts, traveller: Traveller) {
  return bySeat(await store.people.seats(missionIdOf(traveller)));
}
