/** What every button of a broadcast needs: the broadcast itself, an answer when it is too late. */
import type { Broadcast } from "../domain/broadcasts.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import type { Tapped } from "./press.ts";

/** Finds the broadcast a button is about; where there is none any more, the button is old. */
export async function about(
  { store }: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  id: string,
  act: (broadcast: Broadcast) => Promise<unknown>,
): Promise<unknown> {
  const broadcast = await store.broadcasts.find(missionIdOf(traveller), id);
  return broadcast === undefined ? ctx.answerCallbackQuery(ctx.speech.say("old-button")) : act(broadcast);
}

/** It has been sent, called off or changed meanwhile. */
export function tooLate(ctx: Tapped<MemberContext>): Promise<unknown> {
  return ctx.answerCallbackQuery({ text: ctx.speech.say("cast-too-late"), show_alert: true });
}

/** Nobody would get it. */
export function nobody(ctx: Tapped<MemberContext>): Promise<unknown> {
  return ctx.answerCallbackQuery({ text: ctx.speech.say("cast-nobody"), show_alert: true });
}
