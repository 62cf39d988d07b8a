/** Groups and vehicles, for organisers: who is in them, and who answers for them. */
import { Composer } from "grammy";
import { type Escorted, escortOf } from "../domain/escorts.ts";
import { tagOf } from "../messages/callback.ts";
import { escortNews } from "../messages/member-news.ts";
import { NONE } from "../messages/seat.ts";
import { askEscort, teamBy, teamCard, teamsMessage, teamTitle } from "../messages/teams.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { enterDeed } from "./deeds.ts";
import { missionIdOf } from "./guard.ts";
import { renewCommands } from "./menu.ts";
import { isOld, placesIn, placesOf } from "./people.ts";
import { onOrganiserPress, startOf, type Tapped } from "./press.ts";
import { redraw } from "./respond.ts";
import { tell } from "./telling.ts";

export function teams(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store } = parts;
  const teamOf = ({ mission }: Traveller, tag: string) => teamBy(mission.programme.mission, tag);

  onOrganiserPress(parts, composer, "teams", (ctx, { reading }, { from }) =>
    redraw(ctx, teamsMessage(reading, startOf(from))),
  );
  onOrganiserPress(parts, composer, "team", (ctx, traveller, { of: tag }) => {
    const of = teamOf(traveller, tag);
    return of === undefined ? isOld(ctx) : showTeam(parts, ctx, traveller, of);
  });

  onOrganiserPress(parts, composer, "escort", async (ctx, traveller, { of: tag, from }) => {
    const of = teamOf(traveller, tag);
    if (of === undefined) return isOld(ctx);
    const [places, chosen] = await Promise.all([
      placesOf(parts, traveller),
      store.escorts.chosen(missionIdOf(traveller)),
    ]);
    const seats = places.map(({ seat }) => seat);
    return redraw(ctx, askEscort(traveller.reading, of, { seats, from: startOf(from), chosen }));
  });
  onOrganiserPress(parts, composer, "setEscort", async (ctx, traveller, { of: tag, seat: id }) => {
    const mission = missionIdOf(traveller);
    const of = teamOf(traveller, tag);
    if (of === undefined) return isOld(ctx);
    const file = traveller.mission.programme.mission;
    const before = escortOf(file, of, await store.escorts.chosen(mission));
    if (id === NONE) {
      await store.escorts.forget(mission, of);
    } else {
      if ((await store.people.seat(mission, id)) === undefined) return isOld(ctx);
      await store.escorts.choose(mission, of, id);
      const member = await store.people.member(mission, id);
      if (member !== undefined && id !== traveller.seat.id) {
        await tell(parts, ctx.api, mission, member, (speech) =>
          escortNews(speech, teamTitle(file, speech, of)),
        );
      }
    }
    const after = escortOf(file, of, await store.escorts.chosen(mission));
    // Whoever answers for somebody is offered to call the roll.
    for (const seat of new Set([before, after])) {
      const member = seat === undefined ? undefined : await store.people.member(mission, seat);
      if (member !== undefined) await renewCommands(parts, ctx.api, member.participant.user);
    }
    await enterDeed(parts, traveller, "team-escort", of);
    return showTeam(parts, ctx, traveller, of);
  });

  return composer;
}

/** The card of a group or a vehicle as it is now. */
export async function showTeam(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  of: Escorted,
): Promise<unknown> {
  const { store, clock } = parts;
  const mission = missionIdOf(traveller);
  const group = of.startsWith("group/") ? of.slice("group/".length) : undefined;
  const [places, chosen, live] = await Promise.all([
    placesOf(parts, traveller),
    store.escorts.chosen(mission),
    group === undefined ? [] : store.invitations.live({ kind: "group", mission, group }, clock.now()),
  ]);
  const [last] = live;
  const usesLeft = live.reduce((sum, invitation) => sum + invitation.usesLeft, 0);
  return redraw(
    ctx,
    teamCard(traveller.reading, {
      of,
      places: placesIn(traveller, places, tagOf(of)),
      chosen,
      seats: places.map(({ seat }) => seat),
      ...(last === undefined ? {} : { links: { usesLeft, until: last.expiresAt } }),
    }),
  );
}
