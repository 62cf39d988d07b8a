/** From a draft to something that will be sent: when, the one confirmation, and calling it off again. */
import type { Broadcast } from "../domain/broadcasts.ts";
import { backToDesk } from "../messages/desk.ts";
import { plain, rows } from "../messages/message.ts";
import { viewOf } from "./broadcast-care.ts";
import { type Asked, askForTime, audienceNow, goOn, listen } from "./broadcast-drafts.ts";
import { nobody, tooLate } from "./broadcast-steps.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { enterDeed } from "./deeds.ts";
import { missionIdOf } from "./guard.ts";
import type { Tapped } from "./press.ts";
import { redraw, respond, withoutButtons } from "./respond.ts";

type Tap = Tapped<MemberContext>;

/** Sets when a draft, or one already scheduled, is to be sent. */
export async function setTime(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  id: string,
  when: "now" | number,
): Promise<Asked> {
  const { store, clock } = parts;
  const at = when === "now" ? clock.now() : when;
  const amended = await store.broadcasts.amend(missionIdOf(traveller), id, (was) => {
    if (was.state === "draft") return { to: { ...was, when, version: was.version + 1 } };
    return was.state === "scheduled" ? { to: { ...was, when, at }, due: { send: at } } : undefined;
  });
  const { speech } = traveller.reading;
  if (amended?.state === "draft") return goOn(parts, ctx, traveller, amended);
  await store.broadcasts.close(traveller.participant.user);
  if (amended === undefined) {
    await ctx.reply(speech.say("cast-too-late"));
    return undefined;
  }
  await enterDeed(parts, traveller, when === "now" ? "broadcast-sent" : "broadcast-scheduled", id);
  if (when === "now") await ctx.reply(speech.say("cast-goes"));
  else await respond(ctx, await viewOf(parts, traveller, amended));
  return undefined;
}

/** Neither is for good: what was called off is a draft again, and what was put away can be taken back. */
export async function putAway(
  parts: ChatParts,
  ctx: Tap,
  traveller: Traveller,
  { id }: Broadcast,
  what: "off" | "drop" | "back",
) {
  const from = { off: "scheduled", drop: "draft", back: "dropped" } as const;
  const to = { off: "draft", drop: "dropped", back: "draft" } as const;
  const amended = await parts.store.broadcasts.amend(missionIdOf(traveller), id, ({ at: _, ...was }) =>
    was.state === from[what] ? { to: { ...was, state: to[what] }, noLongerDue: "send" } : undefined,
  );
  if (amended === undefined) return tooLate(ctx);
  await parts.store.broadcasts.close(traveller.participant.user);
  if (what === "drop") await ctx.conversation.exit("broadcast");
  if (what === "off") await enterDeed(parts, traveller, "broadcast-called-off", id);
  if (what !== "drop" || amended.items.length > 0)
    return redraw(ctx, await viewOf(parts, traveller, amended));
  const { reading } = traveller;
  return redraw(ctx, {
    text: plain(reading.speech.say("cast-state-dropped")),
    buttons: rows(backToDesk(reading)),
  });
}

/** The one confirmation: whoever confirms second, or what has been changed since, is told so. */
export async function confirm(
  parts: ChatParts,
  ctx: Tap,
  traveller: Traveller,
  draft: Broadcast,
  version: number,
): Promise<unknown> {
  const { store, clock } = parts;
  const { speech } = traveller.reading;
  const { id } = draft;
  // Whoever confirms it is who sends it.
  const by = traveller.seat.id;
  // The same tap once more, after a crash say, finds it done.
  const isDone = draft.state === "scheduled" || draft.state === "sent";
  if (isDone && draft.by === by && draft.version === version)
    return redraw(ctx, await viewOf(parts, traveller, draft));
  if (draft.state !== "draft") return tooLate(ctx);
  if (draft.version !== version) {
    await withoutButtons(ctx);
    await ctx.reply(speech.say("cast-changed"));
    return listen(ctx, traveller, id, await goOn(parts, ctx, traveller, draft));
  }
  const now = clock.now();
  if (typeof draft.when === "number" && draft.when <= now) {
    await withoutButtons(ctx);
    await ctx.reply(speech.say("cast-time-past"));
    return listen(ctx, traveller, id, await askForTime(parts, ctx, traveller, draft));
  }
  if ((await audienceNow(parts, traveller, draft)) === 0) return nobody(ctx);
  const at = typeof draft.when === "number" ? draft.when : now;
  const confirmed = await store.broadcasts.amend(missionIdOf(traveller), id, (was) => {
    const same = was.state === "draft" && was.version === version && was.items.length > 0;
    return same ? { to: { ...was, by, state: "scheduled", at }, due: { send: at } } : undefined;
  });
  if (confirmed === undefined) return tooLate(ctx);
  await enterDeed(parts, traveller, draft.when === "now" ? "broadcast-sent" : "broadcast-scheduled", id);
  if (draft.when !== "now") return redraw(ctx, await viewOf(parts, traveller, confirmed));
  return redraw(ctx, { text: plain(speech.say("cast-goes")) });
}
