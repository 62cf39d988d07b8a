/** An escort writes to their people, to all of them or to those who are missing. */
import { Composer } from "grammy";
import { jobOf } from "../delivery/queue.ts";
import { reachedThrough } from "../domain/aides.ts";
import { isMissing } from "../domain/roll-calls.ts";
import { plain } from "../messages/message.ts";
import type { RollState } from "../messages/roll-calls.ts";
import { askSendWords, askWhomToWrite, askWordsFor } from "../messages/roll-desk.ts";
import type { Whom } from "../storage/roll-words.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf, travellerOf } from "./guard.ts";
import { isOld } from "./people.ts";
import { onMissionPress } from "./press.ts";
import { redraw, respond } from "./respond.ts";
import { onRollPress, rollFor } from "./roll-calls.ts";

/** Room is left for who writes. */
const LONGEST = 3000;

/** It stands before the scenes, for whoever was asked to write means that with their next message. */
export function rollWords(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store, queue, clock } = parts;

  composer.on("callback_query:data", async (ctx, next) => {
    // Whoever does something else writes nothing to them.
    if (!/^rollSend:/.test(ctx.callbackQuery.data)) await store.rollWords.drop(ctx.from.id);
    await next();
  });
  onRollPress(parts, composer, "rollWrite", async (ctx, traveller, state) => {
    const count = async (whom: Whom) => (await readersOf(parts, traveller, state, whom)).length;
    const counts = { all: await count("all"), missing: await count("missing") };
    return redraw(ctx, askWhomToWrite(traveller.reading, state, counts));
  });
  onRollPress(parts, composer, "rollWriteTo", async (ctx, traveller, state, { whom: wanted }) => {
    const whom: Whom = wanted === "missing" ? "missing" : "all";
    const mission = missionIdOf(traveller);
    await store.rollWords.write(ctx.from.id, { mission, roll: state.roll.id, whom });
    return redraw(ctx, askWordsFor(traveller.reading, state));
  });
  onMissionPress(parts, composer, "rollSend", async (ctx, traveller, { draft: id }) => {
    const { seat } = traveller;
    const mission = missionIdOf(traveller);
    const draft = await store.rollWords.draft(ctx.from.id);
    const state = draft?.mission === mission ? await rollFor(parts, traveller, draft.roll) : undefined;
    if (draft?.id !== id || draft.text === undefined || state === undefined) return isOld(ctx);
    const to = await readersOf(parts, traveller, state, draft.whom);
    await store.rollWords.send(mission, {
      id,
      roll: draft.roll,
      by: seat.id,
      text: draft.text,
      at: clock.now(),
    });
    await queue.addBulk(
      to.map((one) => jobOf("roll", { mission, seat: one, about: `words/${id}` }, `words.${id}`)),
    );
    await redraw(ctx, { text: plain(ctx.speech.say("roll-write-sent", { count: to.length })) });
    return store.rollWords.drop(ctx.from.id);
  });

  composer.on("message", async (ctx, next) => {
    const draft = await store.rollWords.draft(ctx.from.id);
    if (draft === undefined || parts.words.isCommand(ctx)) {
      if (draft !== undefined) await store.rollWords.drop(ctx.from.id);
      return next();
    }
    const inForce = ctx.traveller.missions.find(({ programme }) => programme.mission.id === draft.mission);
    const traveller = inForce && (await travellerOf(parts, ctx.from.id, inForce.handle));
    const state = traveller && (await rollFor(parts, traveller, draft.roll));
    if (traveller === undefined || state === undefined) {
      await store.rollWords.drop(ctx.from.id);
      return next();
    }
    const text = ctx.message.text?.trim();
    if (text === undefined || text === "") return ctx.reply(ctx.speech.say("roll-write-words"));
    if (text.length > LONGEST)
      return ctx.reply(ctx.speech.say("roll-write-long", { length: text.length, most: LONGEST }));
    const id = ctx.update.update_id.toString(36);
    await store.rollWords.write(ctx.from.id, { ...draft, id, text });
    const count = (await readersOf(parts, traveller, state, draft.whom)).length;
    return respond(ctx, askSendWords(traveller.reading, state, { draft: id, text, count }));
  });

  return composer;
}

/** The seats in which those of a roll call are reached, be it through their aides; besides whoever writes. */
async function readersOf(
  { store }: ChatParts,
  traveller: Traveller,
  { standings }: RollState,
  whom: Whom,
): Promise<string[]> {
  const meant = standings.filter((standing) => whom === "all" || isMissing(standing));
  const members = await store.people.members(missionIdOf(traveller));
  const reached = reachedThrough(new Set(meant.map(({ seat }) => seat.id)), members);
  return reached.filter((seat) => seat !== traveller.seat.id);
}
