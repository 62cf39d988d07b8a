/** Change notices in chat: «Принято». */
import { Composer } from "grammy";
import { zoneAt } from "../domain/timetable.ts";
import { acceptedButtons } from "../messages/news.ts";
import { clock } from "../messages/times.ts";
import type { ChatParts, MemberContext } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { onMissionPress } from "./press.ts";
import { withButtons } from "./respond.ts";

export function news(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store } = parts;

  onMissionPress(parts, composer, "accept", async (ctx, traveller, { revision }) => {
    const { seat, reading, mission } = traveller;
    const { speech, now, own } = reading;
    const isLatest = await store.notices.confirm(missionIdOf(traveller), seat.id, Number(revision), now);
    if (!isLatest) return ctx.answerCallbackQuery({ text: speech.say("accept-old"), show_alert: true });
    // Whoever has the list of this revision open sees it at once.
    await store.stirred.add(missionIdOf(traveller), ...(await store.live.readers(missionIdOf(traveller))));
    await ctx.answerCallbackQuery(speech.say("accept-thanks"));
    const time = clock(now, zoneAt(own, now, mission.programme.mission.timezone));
    return withButtons(ctx, acceptedButtons(speech, ctx.callbackQuery.message?.reply_markup, time));
  });

  return composer;
}
