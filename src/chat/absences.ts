/** «Не смогу»: somebody says they will not come to an event, gives a reason if they like, or comes after all. */
import { Composer } from "grammy";
import { queueCard, queueForOrganisers } from "../delivery/organisers.ts";
import { mayBeAway, REASON_LIMIT, withAbsence, withoutAbsence, withReason } from "../domain/absences.ts";
import type { OwnEvent } from "../domain/audience.ts";
import { wishesAt } from "../domain/seats.ts";
import type { Wishes } from "../domain/wishes.ts";
import { askAway, awayNoted, reasonNoted } from "../messages/absences.ts";
import { sayTo } from "../messages/behalf.ts";
import { clip } from "../messages/limits.ts";
import { enterOnBehalf, queueTheirCards } from "./behalf.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { onEventPress, type Tapped, travellerAs } from "./press.ts";
import { redraw, respond } from "./respond.ts";
import { cardFor } from "./schedule.ts";

type Handle = (ctx: Tapped<MemberContext>, traveller: Traveller, timed: OwnEvent) => Promise<unknown>;

/** The buttons; and before the scenes, the reason that is awaited. */
export function absences(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store, clock } = parts;
  const on = (verb: "away" | "awayYes" | "awaySkip" | "awayUndo", handle: Handle) =>
    onEventPress(parts, composer, verb, (ctx, traveller, timed) =>
      mayBeAway(timed, traveller.reading.now)
        ? handle(ctx, traveller, timed)
        : ctx.answerCallbackQuery({ text: ctx.speech.say("away-late"), show_alert: true }),
    );

  composer.on("callback_query", async (ctx, next) => {
    // Whoever does something else gives no reason.
    await store.people.awaitReason(ctx.from.id, undefined);
    await next();
  });
  on("away", (ctx, { reading }, timed) => redraw(ctx, askAway(reading, timed)));
  on("awayYes", async (ctx, traveller, timed) => {
    const { id } = timed.event;
    const by = traveller.reading.isOnBehalf ? { by: traveller.participant.seat } : {};
    await change(parts, traveller, id, (wishes) => withAbsence(wishes, id, { at: clock.now(), ...by }));
    await enterOnBehalf(parts, ctx.api, traveller, { did: "aide-away", title: timed.event.title });
    const { id: seat } = traveller.seat;
    await store.people.awaitReason(ctx.from.id, { mission: missionIdOf(traveller), seat, event: id });
    await redraw(ctx, awayNoted(traveller.reading, timed));
  });
  on("awaySkip", (ctx, traveller, timed) => showCard(parts, ctx, traveller, timed));
  on("awayUndo", async (ctx, traveller, timed) => {
    const { id } = timed.event;
    await change(parts, traveller, id, (wishes) => withoutAbsence(wishes, id, clock.now()));
    await enterOnBehalf(parts, ctx.api, traveller, { did: "aide-back", title: timed.event.title });
    await ctx.answerCallbackQuery(sayTo(traveller.reading, "away-undone"));
    await showCard(parts, ctx, traveller, timed);
  });

  composer.on("message", async (ctx, next) => {
    const awaited = await store.people.awaitedReason(ctx.from.id);
    if (awaited === undefined) return next();
    const reason = ctx.message.text?.trim();
    const inForce = ctx.traveller.missions.find(({ programme }) => programme.mission.id === awaited.mission);
    const seat = { handle: inForce?.handle ?? 0, seat: awaited.seat };
    const traveller = inForce && (await travellerAs(parts, ctx.from.id, seat));
    const timed = traveller?.reading.own.find(({ event }) => event.id === awaited.event);
    const fits = reason !== undefined && !parts.words.isCommand(ctx);
    if (!fits || timed === undefined || !traveller?.reading.away?.has(awaited.event)) {
      await store.people.awaitReason(ctx.from.id, undefined);
      return next();
    }
    await change(parts, traveller, awaited.event, (wishes) =>
      withReason(wishes, awaited.event, clip(reason, REASON_LIMIT)),
    );
    await respond(ctx, reasonNoted(traveller.reading, timed));
    return store.people.awaitReason(ctx.from.id, undefined);
  });

  return composer;
}

/** Keeps what somebody says about an event, and has the organisers told of it. */
async function change(
  parts: ChatParts,
  traveller: Traveller,
  event: string,
  how: (wishes: Wishes) => Wishes,
): Promise<void> {
  const mission = missionIdOf(traveller);
  const { id: seat } = traveller.seat;
  const { people } = parts.store;
  if (traveller.reading.isOnBehalf) await people.setWishesFor(mission, seat, how, parts.clock.now());
  else await people.setWishes(mission, seat, how, parts.clock.now());
  const place = await people.place(mission, seat);
  const absence = place && wishesAt(place)?.away?.[event];
  if (absence === undefined) return;
  const { at, reason = "", withdrawnAt = "" } = absence;
  const occasion = `away.${seat}.${event}.${at}.${reason.length}.${withdrawnAt}`;
  await queueForOrganisers(parts, "alert", { mission, about: `away/${seat}/${event}` }, occasion);
  await queueCard(parts, mission);
  await queueTheirCards(parts, mission, traveller.seat);
}

/** The card of the event as it is now. */
async function showCard(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  timed: OwnEvent,
): Promise<void> {
  const { mission, seat } = traveller;
  const now = await travellerAs(parts, ctx.from.id, { handle: mission.handle, seat: seat.id });
  await redraw(ctx, cardFor(now ?? traveller, timed));
}
