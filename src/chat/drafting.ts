/** An organiser's draft in chat: looked at, released, laid anew upon somebody else's release, or dropped. */
import { Composer } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import { peopleIn, stampOf } from "../domain/drafts.ts";
import { isOrganiser } from "../domain/seats.ts";
import { zoneAt } from "../domain/timetable.ts";
import { capital } from "../domain/words.ts";
import { draftEnded, draftPreview, releasedMessage, staleDraft } from "../messages/drafts.ts";
import { plain } from "../messages/message.ts";
import { whoIs } from "../messages/names.ts";
import { problemLine } from "../messages/problems.ts";
import { clock } from "../messages/times.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf, travellerOf } from "./guard.ts";
import { onOrganiserPress } from "./press.ts";
import {
  consequencesOf,
  type LaidDraft,
  type Laying,
  layAnew,
  presentDraft,
  releaseDraft,
  releasedFrom,
} from "./releasing.ts";
import { redraw, respond } from "./respond.ts";
import { tellOfSeats } from "./seat-changes.ts";

export function drafting(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store } = parts;

  onOrganiserPress(parts, composer, "draftDo", async (ctx, traveller, { draft: id, what }) => {
    const laying = await presentDraft(parts, traveller);
    if (laying.kind === "none" || laying.draft.id !== id) {
      const became = await releasedFrom(parts, traveller, id);
      if (became !== undefined) return showReleased(parts, ctx, traveller, became);
      return redraw(ctx, draftEnded(traveller.reading, "draft-gone", laying.kind !== "none"));
    }
    const mission = missionIdOf(traveller);
    const { draft } = laying;
    const { reading } = traveller;
    switch (what) {
      case "drop":
        await store.drafts.drop(mission, traveller.seat.id);
        return redraw(ctx, draftEnded(reading, "draft-dropped", await hasAside(traveller)));
      case "urgency":
        await store.drafts.save(mission, traveller.seat.id, { ...draft, atOnce: !draft.atOnce });
        return showDraft(parts, ctx, traveller);
      case "people":
        if (peopleIn(draft) === undefined) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
        await store.drafts.save(mission, traveller.seat.id, { ...draft, takesPeople: !draft.takesPeople });
        return showDraft(parts, ctx, traveller);
      case "back":
        if (draft.edits.length < 2) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
        await store.drafts.save(mission, traveller.seat.id, { ...draft, edits: draft.edits.slice(0, -1) });
        return showDraft(parts, ctx, traveller);
      case "anew":
        return showLaying(parts, ctx, traveller, await layAnew(parts, traveller, draft));
      default:
        if (what.startsWith("release")) {
          if (laying.kind !== "laid") return showLaying(parts, ctx, traveller, laying);
          if (what === `release.${stampOf(draft)}`) return release(ctx, traveller, laying);
          await ctx.answerCallbackQuery({ text: ctx.speech.say("draft-moved-on"), show_alert: true });
          return showDraft(parts, ctx, traveller);
        }
        return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    }
  });

  function hasAside(traveller: Traveller): Promise<boolean> {
    return store.drafts.hasAside(missionIdOf(traveller), traveller.seat.id);
  }

  async function release(ctx: MemberContext, traveller: Traveller, laid: LaidDraft) {
    const { affected } = await consequencesOf(parts, traveller, laid);
    const before = peopleIn(laid.draft) && (await store.people.members(missionIdOf(traveller)));
    const outcome = await releaseDraft(parts, traveller, laid);
    if (outcome.kind === "released") {
      if (before !== undefined) {
        const { mission } = traveller;
        const inForce = { ...traveller, mission: { ...mission, programme: laid.after } };
        await tellOfSeats(parts, ctx, inForce, before);
      }
      return showReleased(parts, ctx, traveller, outcome.revision, affected.length);
    }
    // Somebody was quicker: they see what is in force now.
    const fresh = await travellerOf(parts, traveller.participant.user, traveller.mission.handle);
    return fresh === undefined || !isOrganiser(fresh.seat) ? undefined : showDraft(parts, ctx, fresh);
  }

  return composer;
}

export async function showDraft(parts: ChatParts, ctx: MemberContext, traveller: Traveller): Promise<void> {
  return showLaying(parts, ctx, traveller, await presentDraft(parts, traveller));
}

/** Shows what has come of a draft: its preview, or why there is none. */
export async function showLaying(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  laying: Laying,
  choices: readonly InlineKeyboardButton[] = [],
): Promise<void> {
  const { reading } = traveller;
  const { speech } = reading;
  const show = ctx.callbackQuery === undefined ? respond : redraw;
  switch (laying.kind) {
    case "none":
      await show(ctx, draftEnded(reading, "draft-gone", false));
      return;
    case "refused": {
      const { why } = laying;
      // Where in a file it would stand says nothing to who has changed one event.
      const lines =
        why.why === "problems"
          ? why.problems.map((problem) => capital(problemLine(speech.say, { ...problem, path: "" })))
          : [];
      const text = lines.length === 0 ? speech.say("change-event-gone") : speech.say("change-refused");
      await respond(ctx, { text: plain([text, ...lines].join("\n")) });
      return;
    }
    case "stale": {
      const who = await releaserOf(parts, traveller);
      await show(ctx, staleDraft(reading, laying.draft, laying.base, { who }));
      return;
    }
    case "laid": {
      const { affected, ...rest } = await consequencesOf(parts, traveller, laying);
      const { draft, after } = laying;
      const waiting = await parts.store.drafts.hasAside(missionIdOf(traveller), traveller.seat.id);
      const preview = { ...rest, draft, after, affected: affected.length, choices, waiting };
      await show(ctx, draftPreview(reading, preview));
    }
  }
}

/** Who released what is in force now. */
async function releaserOf({ store }: ChatParts, traveller: Traveller): Promise<string> {
  const { by } = traveller.mission.release;
  const { speech } = traveller.reading;
  const seat = by === undefined ? undefined : await store.people.seat(missionIdOf(traveller), by);
  return seat === undefined ? speech.say("organiser") : whoIs(seat, speech);
}

async function showReleased(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  revision: number,
  affected?: number,
): Promise<void> {
  const { own, now } = traveller.reading;
  const released = await parts.store.missions.revision(missionIdOf(traveller), revision);
  const zone = zoneAt(own, now, traveller.mission.programme.mission.timezone);
  const at = clock(released?.release.at ?? now, zone);
  const waiting = await parts.store.drafts.hasAside(missionIdOf(traveller), traveller.seat.id);
  await redraw(ctx, releasedMessage(traveller.reading, { revision, affected, at, waiting }));
}
