/** The change scene: what an organiser types of an event, until it is understood; commands and taps lead out of it. */
import type { ChangeTask } from "../src/chat/changing.ts";
import type { ChatParts, MemberContext } from "../src/chat/context.ts";
import { showLaying } from "../src/chat/drafting.ts";
import { missionIdOf } from "../src/chat/guard.ts";
import { addEdits, asDrafted } from "../src/chat/releasing.ts";
import { isOrganiser } from "../src/domain/seats.ts";
import { typedEdit } from "../src/domain/typed-edits.ts";
import { type Understood, untilUnderstood } from "./steps.ts";

export function changeScene(parts: ChatParts) {
  return untilUnderstood<ChangeTask>(parts, (ctx, task) => answer(parts, ctx, task));
}

/** Understands one answer. Whoever is no organiser any more, or has switched missions, is not in this scene. */
async function answer(parts: ChatParts, ctx: MemberContext, task: ChangeTask): Promise<Understood> {
  const { traveller } = ctx;
  if (missionIdOf(traveller) !== task.mission) return "elsewhere";
  if (!isOrganiser(traveller.seat)) {
    await ctx.reply(ctx.speech.say("change-no-organiser"));
    return "done";
  }
  const { programme } = (await asDrafted(parts, traveller)).mission;
  const timed = programme.events.find(({ event }) => event.id === task.event);
  if (task.event !== undefined && timed === undefined) {
    await ctx.reply(ctx.speech.say("change-event-gone"));
    return "done";
  }
  const typed = typedEdit(programme.mission, {
    field: task.field,
    event: timed?.event,
    date: task.date,
    text: ctx.message?.text ?? "",
    now: traveller.reading.now,
    // Nobody else has it: neither another organiser, nor an event of this draft, nor one that was cancelled.
    fresh: `event-${ctx.update.update_id.toString(36)}`,
  });
  if (!typed.ok) {
    await ctx.reply(ctx.speech.say(`typed-${typed.why}`));
    return "again";
  }
  const laying = await addEdits(parts, traveller, typed.edits, {
    how: "change",
    update: ctx.update.update_id,
  });
  await showLaying(parts, ctx, traveller, laying);
  return laying.kind === "refused" ? "again" : "done";
}
