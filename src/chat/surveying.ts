/** The closing questionnaire in chat: a mark, then words; and what organisers read of it. */
import { Composer } from "grammy";
import { isBlank } from "../domain/words.ts";
import { plain } from "../messages/message.ts";
import { askRemarks, surveyThanks } from "../messages/prompts.ts";
import { surveyResults } from "../messages/survey-results.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { onMissionPress, onOrganiserPress, startOf } from "./press.ts";
import { redraw, respond } from "./respond.ts";
import { asksFor } from "./typing.ts";

export function surveying(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store } = parts;

  onMissionPress(parts, composer, "rate", async (ctx, traveller, { mark }) => {
    const { speech } = traveller.reading;
    if (!/^[1-5]$/.test(mark)) return ctx.answerCallbackQuery(speech.say("old-button"));
    const isFirst = await store.surveys.rate(missionIdOf(traveller), ctx.from.id, Number(mark));
    if (!isFirst) await ctx.answerCallbackQuery(speech.say("survey-rated-before"));
    return redraw(ctx, surveyThanks(traveller.reading));
  });
  onMissionPress(parts, composer, "surveyWords", async (ctx, traveller) => {
    const { speech } = traveller.reading;
    const mission = missionIdOf(traveller);
    if (await store.surveys.hasWritten(mission, ctx.from.id))
      return ctx.answerCallbackQuery({ text: speech.say("survey-wrote-before"), show_alert: true });
    await asksFor(ctx, { what: "survey", mission });
    return respond(ctx, askRemarks(traveller.reading));
  });
  onMissionPress(parts, composer, "remarkNothing", async (ctx, traveller) => {
    const { speech } = traveller.reading;
    if (await store.surveys.hasWritten(missionIdOf(traveller), ctx.from.id))
      return ctx.answerCallbackQuery({ text: speech.say("survey-wrote-before"), show_alert: true });
    return redraw(ctx, { text: plain(speech.say("reply-dropped")) });
  });
  onOrganiserPress(parts, composer, "surveyResults", async (ctx, traveller, { from }) => {
    const results = await store.surveys.results(missionIdOf(traveller));
    return redraw(ctx, surveyResults(traveller.reading, results, startOf(from)));
  });

  return composer;
}

/** Keeps somebody's remarks, without saying whose they are. */
export async function keepRemarks(
  { store }: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  words: string,
): Promise<void> {
  const { speech } = traveller.reading;
  if (isBlank(words)) {
    await ctx.reply(speech.say("survey-text"));
    return;
  }
  const isFirst = await store.surveys.write(missionIdOf(traveller), traveller.participant.user, words);
  await ctx.reply(speech.say(isFirst ? "survey-written" : "survey-wrote-before"));
}
