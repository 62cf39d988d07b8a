/** Prompts in chat: put off, or answered with «нечего добавить». */
import { Composer } from "grammy";
import { MOST_LATER, promptClosed, promptLater } from "../messages/prompts.ts";
import type { ChatParts, MemberContext } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { eventByHandle, onEventPress, onMissionPress } from "./press.ts";
import { redraw } from "./respond.ts";

/** Programme time, milliseconds. */
const PUT_OFF_FOR = 30 * 60_000;

export function prompting(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { prompts } = parts.store;

  onMissionPress(parts, composer, "promptLater", async (ctx, traveller, { event, time }) => {
    const { speech, now } = traveller.reading;
    const timed = eventByHandle(traveller, event);
    if (timed === undefined)
      return ctx.answerCallbackQuery({ text: speech.say("event-gone"), show_alert: true });
    const { id } = timed.event;
    const mission = missionIdOf(traveller);
    const { later = [] } = (await prompts.saidBy(mission, traveller.seat.id)).get(id) ?? {};
    const put = later.filter((until) => until !== undefined).length;
    const which = Number(time);
    // A button of long ago, or a forged one, would put it off once more than there is to.
    if (which > Math.min(put + 1, MOST_LATER) || (which !== 1 && which !== 2))
      return ctx.answerCallbackQuery({ text: speech.say("prompt-later-too-often"), show_alert: true });
    const until = await prompts.putOff(mission, traveller.seat.id, id, which, now + PUT_OFF_FOR);
    return redraw(ctx, promptLater(traveller.reading, timed, until));
  });
  onEventPress(parts, composer, "promptNothing", async (ctx, traveller, timed) => {
    const { seat, reading } = traveller;
    await prompts.sayNothing(missionIdOf(traveller), seat.id, timed.event.id, reading.now);
    return redraw(ctx, promptClosed(reading, timed));
  });

  return composer;
}
