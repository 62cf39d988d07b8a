/** Organisers attach an aide to whoever is to be told, asked and confirmed for through them. */
import { Composer } from "grammy";
import { mayAssist } from "../domain/aides.ts";
import type { Seat } from "../domain/mission.ts";
import { inOrder } from "../domain/seats.ts";
import { press, pressFor, tagOf } from "../messages/callback.ts";
import { assistNews } from "../messages/member-news.ts";
import { askPrincipal, NOBODY } from "../messages/seat-questions.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { enterDeed } from "./deeds.ts";
import { missionIdOf } from "./guard.ts";
import { isOld, showSeat, warn } from "./people.ts";
import { onOrganiserPress, startOf, type Tapped } from "./press.ts";
import { redraw } from "./respond.ts";
import { todayOf } from "./schedule.ts";
import { tell } from "./telling.ts";

export function assisting(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();

  onOrganiserPress(parts, composer, "seatAide", async (ctx, traveller, { seat: id, from }) => {
    const seats = await seatsOf(parts, traveller);
    const seat = seats.find((one) => one.id === id);
    if (seat === undefined) return isOld(ctx);
    const others = seats.filter((one) => one.id !== id);
    return redraw(ctx, askPrincipal(traveller.reading, seat, { seats: others, from: startOf(from) }));
  });
  onOrganiserPress(parts, composer, "setAide", (ctx, traveller, { seat, of }) =>
    attach(parts, ctx, traveller, seat, of),
  );

  return composer;
}

async function seatsOf({ store }: ChatParts, { mission }: Traveller): Promise<Seat[]> {
  const { mission: file } = mission.programme;
  return inOrder(await store.people.seats(file.id), file);
}

/** From here on what the aide is told is of both; to begin or to cease is no news of the programme. */
async function attach(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  id: string,
  tag: string,
): Promise<unknown> {
  const { store } = parts;
  const mission = missionIdOf(traveller);
  const seats = await seatsOf(parts, traveller);
  const principal = seats.find((one) => tagOf(`seat/${one.id}`) === tag);
  if (principal === undefined && tag !== NOBODY) return isOld(ctx);
  if (principal !== undefined && !mayAssist(id, principal.id, seats))
    return warn(ctx, ctx.speech.say("aide-circle"));
  const before = seats.find((one) => one.id === seats.find((seat) => seat.id === id)?.aideOf);
  const change = await store.seating.change(mission, id, (seat) => {
    if (seat.aideOf === principal?.id) return seat;
    const { aideOf: _, ...alone } = seat;
    return principal === undefined ? alone : { ...alone, aideOf: principal.id };
  });
  if (change.kind === "gone" || change.kind === "last organiser") return isOld(ctx);
  if (change.kind === "changed") {
    await store.people.setToldFor(mission, id, principal, parts.clock.now());
    await enterDeed(parts, traveller, principal === undefined ? "seat-aide-none" : "seat-aide", id);
    const subject = principal ?? before;
    const member = await store.people.member(mission, id);
    if (member !== undefined && subject !== undefined) {
      const { handle } = traveller.mission;
      const date = todayOf(traveller.reading);
      const day = principal && pressFor(principal.id, press("day", { mission: handle, date }));
      await tell(parts, ctx.api, mission, member, (speech) => assistNews(speech, subject, day));
    }
  }
  return showSeat(parts, ctx, traveller, id);
}
