/** Whose notes are missing, for organisers; and the nudge. */
import { Composer } from "grammy";
import { dateIn } from "../domain/zones.ts";
import { OWING_ON_A_PAGE, type Owing, owingMessage } from "../messages/owing.ts";
import { owedByAll } from "../storage/owed-reading.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { onOrganiserPress, startOf } from "./press.ts";
import { redraw } from "./respond.ts";

export function owing(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store, clock } = parts;

  onOrganiserPress(parts, composer, "owing", async (ctx, traveller, { from }) =>
    redraw(ctx, owingMessage(traveller.reading, await owingOf(parts, traveller), startOf(from))),
  );
  onOrganiserPress(parts, composer, "nudge", async (ctx, traveller, { seat }) => {
    const { speech, now } = traveller.reading;
    const mission = missionIdOf(traveller);
    const list = await owingOf(parts, traveller);
    const place = list.findIndex((one) => one.seat.id === seat);
    if (place < 0) return ctx.answerCallbackQuery(speech.say("nudge-needless"));
    if (!(await store.prompts.nudge(mission, seat, today(traveller), ctx.update.update_id)))
      return ctx.answerCallbackQuery({ text: speech.say("nudge-today"), show_alert: true });
    await store.prompts.wake([{ mission, seat, at: now }]);
    await store.audit.enter(mission, {
      at: clock.now(),
      by: traveller.seat.id,
      did: "note-nudge",
      about: seat,
    });
    await ctx.answerCallbackQuery(speech.say("nudge-sent"));
    const nudged = list.map((one) => (one.seat.id === seat ? { ...one, nudged: true } : one));
    return redraw(ctx, owingMessage(traveller.reading, nudged, place - (place % OWING_ON_A_PAGE)));
  });

  return composer;
}

/** Everybody who has joined and owes notes, in the order of protocol. */
async function owingOf({ store }: ChatParts, traveller: Traveller): Promise<Owing[]> {
  const { mission, reading } = traveller;
  const [owed, nudged] = await Promise.all([
    owedByAll(store, mission, reading.now),
    store.prompts.nudged(missionIdOf(traveller), today(traveller)),
  ]);
  return owed.map((one) => ({ ...one, nudged: nudged.has(one.seat.id) }));
}

/** A nudge a day: the mission's own day. */
function today({ mission, reading }: Traveller): string {
  return dateIn(mission.programme.mission.timezone, reading.now);
}
