/** For organisers: what will be sent next, and why somebody did not get something. */
import { Composer } from "grammy";
import { fatesOf, upcomingOf } from "../domain/fate.ts";
import { inOrder } from "../domain/seats.ts";
import { askWhatMissed, askWhoMissed, upcomingMessage, whyMessage } from "../messages/deliveries.ts";
import { eventBy } from "../messages/reading.ts";
import { audienceNow } from "./broadcast-drafts.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf, organisersAmong } from "./guard.ts";
import { onOrganiserPress, startOf } from "./press.ts";
import { redraw, respond } from "./respond.ts";

export function deliveries(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const organisers = organisersAmong(composer);
  const { store } = parts;

  organisers.command("deliveries", async (ctx) => respond(ctx, await upcoming(parts, ctx.traveller)));

  onOrganiserPress(parts, composer, "upcoming", async (ctx, traveller) =>
    redraw(ctx, await upcoming(parts, traveller)),
  );

  onOrganiserPress(parts, composer, "missedBy", async (ctx, traveller, { from }) => {
    const members = await store.people.members(missionIdOf(traveller));
    const seats = inOrder(
      members.map(({ seat }) => seat),
      traveller.mission.programme.mission,
    );
    return redraw(ctx, askWhoMissed(traveller.reading, seats, startOf(from)));
  });
  onOrganiserPress(parts, composer, "missed", async (ctx, traveller, { seat, from }) => {
    const member = await store.people.member(missionIdOf(traveller), seat);
    if (member === undefined) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    return redraw(ctx, askWhatMissed(traveller.reading, member.seat, startOf(from)));
  });
  onOrganiserPress(parts, composer, "why", async (ctx, traveller, { seat, event: handle }) => {
    const { mission, reading } = traveller;
    const { programme } = mission;
    const id = missionIdOf(traveller);
    const member = await store.people.member(id, seat);
    const event = eventBy(mission, handle)?.event.id;
    if (member === undefined || event === undefined)
      return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    const [choices, ledger] = await Promise.all([store.choices.of(id, seat), store.ledger.of(id, seat)]);
    const fates = fatesOf({ ...member, programme, choices, ledger, event, now: reading.now });
    return redraw(ctx, whyMessage(reading, member.seat, event, fates));
  });

  return composer;
}

async function upcoming(parts: ChatParts, traveller: Traveller) {
  const { store } = parts;
  const id = missionIdOf(traveller);
  const { now } = traveller.reading;
  const [members, choices, broadcasts] = await Promise.all([
    store.people.members(id),
    store.choices.all(id),
    store.broadcasts.all(id),
  ]);
  const asked = members.map((member) => ({ ...member, choices: choices.get(member.seat.id) ?? {} }));
  const scheduled = await Promise.all(
    broadcasts.flatMap((broadcast) => {
      const { state, at } = broadcast;
      if (state !== "scheduled" || at === undefined) return [];
      return [(async () => ({ at, broadcast, people: await audienceNow(parts, traveller, broadcast) }))()];
    }),
  );
  return upcomingMessage(traveller.reading, upcomingOf(traveller.mission.programme, asked, now), scheduled);
}
