/** Broadcasts, for organisers: writing one, confirming, looking after those that are scheduled or sent. */
import { Composer } from "grammy";
import type { Broadcast } from "../domain/broadcasts.ts";
import { isOrganiser } from "../domain/seats.ts";
import { broadcastList } from "../messages/broadcast-accounts.ts";
import { audienceQuestion, chosen, groupsQuestion, withGroup } from "./broadcast-audience.ts";
import { careFor, lookAfter, viewOf } from "./broadcast-care.ts";
import { confirm, putAway, setTime } from "./broadcast-confirm.ts";
import { askForTime, askForWords, audienceNow, beginBroadcast, goOn, listen } from "./broadcast-drafts.ts";
import { about, nobody, tooLate } from "./broadcast-steps.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf, organisersAmong } from "./guard.ts";
import { onMissionPress, onOrganiserPress, startOf, type Tapped } from "./press.ts";
import { redraw, withoutButtons } from "./respond.ts";

type Tap = Tapped<MemberContext>;

export function broadcasts(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store } = parts;

  parts.words.onCommand(organisersAmong(composer), "broadcast", "broadcast", (ctx) =>
    beginBroadcast(parts, ctx, ctx.traveller),
  );
  onOrganiserPress(parts, composer, "cast", (ctx, traveller) => beginBroadcast(parts, ctx, traveller));
  onOrganiserPress(parts, composer, "casts", async (ctx, traveller, { from }) => {
    const all = await store.broadcasts.all(missionIdOf(traveller));
    const shown = all.filter(({ state, items }) => state !== "dropped" && items.length > 0);
    await redraw(ctx, broadcastList(traveller.reading, shown, startOf(from)));
  });

  onOrganiserPress(parts, composer, "castTo", (ctx, traveller, { cast, kind, which }) =>
    about(parts, ctx, traveller, cast, async (broadcast) => {
      if (broadcast.state !== "draft") return tooLate(ctx);
      if (["g", "p", "m"].includes(kind)) {
        return chooseGroup(parts, ctx, traveller, broadcast, { kind, which });
      }
      const answer = await chosen(parts, traveller, broadcast, { kind, which });
      if (answer === undefined) return tooLate(ctx);
      if ("ask" in answer) return redraw(ctx, answer.ask);
      const { audience } = answer;
      if ((await audienceNow(parts, traveller, { ...broadcast, audience })) === 0) return nobody(ctx);
      await withoutButtons(ctx);
      return amendAndGoOn(parts, ctx, traveller, cast, (was) => ({ ...was, audience }));
    }),
  );

  onOrganiserPress(parts, composer, "castDo", (ctx, traveller, { cast, what }) =>
    about(parts, ctx, traveller, cast, (broadcast) => act(parts, ctx, traveller, broadcast, what)),
  );
  onOrganiserPress(parts, composer, "castSend", (ctx, traveller, { cast, version }) =>
    about(parts, ctx, traveller, cast, (broadcast) =>
      confirm(parts, ctx, traveller, broadcast, Number(version)),
    ),
  );
  lookAfter(parts, composer);
  return composer;
}

/** «Принято» under a broadcast: it counts once, and works whatever state the mission is in. */
export function confirmations(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store, clock } = parts;
  onMissionPress(parts, composer, "castOk", async (ctx, traveller, { cast }) => {
    const mission = missionIdOf(traveller);
    const { seat } = traveller;
    const broadcast = await store.broadcasts.find(mission, cast);
    const mine = broadcast?.sent?.to.includes(seat.id) ?? false;
    if (!mine && isOrganiser(seat)) return ctx.answerCallbackQuery(ctx.speech.say("cast-ok-preview"));
    if (!mine) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    await store.broadcasts.confirm(mission, cast, seat.id, clock.now());
    const principal = traveller.reading.principal?.seat.id;
    if (principal !== undefined && broadcast?.sent?.to.includes(principal)) {
      await store.broadcasts.confirm(mission, cast, principal, clock.now());
      await store.audit.enter(mission, {
        ...{ at: clock.now(), by: seat.id },
        ...{ did: "aide-confirm", about: principal },
      });
    }
    await ctx.answerCallbackQuery(ctx.speech.say("cast-ok-thanks"));
    return withoutButtons(ctx);
  });
  return composer;
}

/** Changes a draft and asks for what it still lacks. */
async function amendAndGoOn(
  parts: ChatParts,
  ctx: Tap,
  traveller: Traveller,
  id: string,
  change: (was: Broadcast) => Broadcast,
): Promise<unknown> {
  const amended = await parts.store.broadcasts.amend(missionIdOf(traveller), id, (was) =>
    was.state === "draft" ? { to: { ...change(was), version: was.version + 1 } } : undefined,
  );
  if (amended === undefined) return tooLate(ctx);
  return listen(ctx, traveller, id, await goOn(parts, ctx, traveller, amended));
}

async function chooseGroup(
  parts: ChatParts,
  ctx: Tap,
  traveller: Traveller,
  draft: Broadcast,
  { kind, which: group }: { kind: string; which: string },
) {
  const known = traveller.mission.programme.mission.groups?.some(({ id }) => id === group);
  const amended =
    known && kind !== "g"
      ? await parts.store.broadcasts.amend(missionIdOf(traveller), draft.id, (was) =>
          was.state === "draft"
            ? {
                to: {
                  ...was,
                  audience: withGroup(was.audience, group, kind === "p"),
                  version: was.version + 1,
                },
              }
            : undefined,
        )
      : draft;
  if (amended === undefined) return tooLate(ctx);
  const at = known && kind !== "g" ? { group } : { from: startOf(group) };
  return redraw(ctx, await groupsQuestion(parts, traveller, amended, at));
}

async function act(parts: ChatParts, ctx: Tap, traveller: Traveller, broadcast: Broadcast, what: string) {
  const { store } = parts;
  const mission = missionIdOf(traveller);
  const { id, state } = broadcast;
  const isDraft = state === "draft";
  switch (what) {
    case "view":
      return redraw(ctx, await viewOf(parts, traveller, broadcast));
    case "done":
    case "on":
      if (!isDraft) return tooLate(ctx);
      if (
        what === "on" &&
        (await audienceNow(parts, traveller, broadcast)) === 0 &&
        broadcast.audience !== undefined
      )
        return nobody(ctx);
      await withoutButtons(ctx);
      return listen(ctx, traveller, id, await goOn(parts, ctx, traveller, broadcast));
    case "whom":
      return isDraft ? redraw(ctx, await audienceQuestion(parts, traveller, broadcast)) : tooLate(ctx);
    case "loud":
    case "quiet":
      if (isDraft) await withoutButtons(ctx);
      return amendAndGoOn(parts, ctx, traveller, id, (was) => ({
        ...was,
        important: what === "loud",
      }));
    case "now":
      if (!isDraft && state !== "scheduled") return tooLate(ctx);
      await withoutButtons(ctx);
      return listen(ctx, traveller, id, await setTime(parts, ctx, traveller, id, "now"));
    case "time":
      if (!isDraft && state !== "scheduled") return tooLate(ctx);
      return listen(ctx, traveller, id, await askForTime(parts, ctx, traveller, broadcast));
    case "text": {
      const emptied = await store.broadcasts.amend(mission, id, (was) => {
        if (was.state !== "draft" && was.state !== "scheduled") return undefined;
        const { at: _, edited: __, ...rest } = was;
        return {
          to: { ...rest, state: "draft", items: [], version: was.version + 1 },
          noLongerDue: "send",
        };
      });
      if (emptied === undefined) return tooLate(ctx);
      await withoutButtons(ctx);
      if (state === "scheduled") await ctx.reply(traveller.reading.speech.say("cast-held"));
      return listen(ctx, traveller, id, await askForWords(parts, ctx, traveller, emptied));
    }
    case "off":
    case "drop":
    case "back":
      return putAway(parts, ctx, traveller, broadcast, what);
    default:
      return careFor(parts, ctx, traveller, broadcast, what);
  }
}
