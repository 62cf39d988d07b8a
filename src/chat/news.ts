/** Change notices in chat: «Принято». */
import { Composer } from "grammy";
import { zoneAt } from "../domain/timetable.ts";
import { acceptedButtons } from "../messages/news.ts";
import { clock } from "../messages/times.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
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
    await confirmForPrincipal(parts, traveller, Number(revision));
    // Whoever has the list of this revision open sees it at once.
    await store.stirred.add(missionIdOf(traveller), ...(await store.live.readers(missionIdOf(traveller))));
    await ctx.answerCallbackQuery(speech.say("accept-thanks"));
    const time = clock(now, zoneAt(own, now, mission.programme.mission.timezone));
    return withButtons(ctx, acceptedButtons(speech, ctx.callbackQuery.message?.reply_markup, time));
  });

  return composer;
}

/** What an aide confirms, the one they assist need not. */
async function confirmForPrincipal(
  { store }: ChatParts,
  { mission, seat, reading: { principal, now } }: Traveller,
  revision: number,
): Promise<void> {
  if (principal === undefined) return;
  const { id } = mission.programme.mission;
  if (!(await store.notices.confirm(id, principal.seat.id, revision, now))) return;
  await store.audit.enter(id, { at: now, by: seat.id, did: "aide-accept", about: principal.seat.id });
}
