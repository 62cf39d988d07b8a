/** What organisers change about a seat: its role, its groups, its vehicle. */
import { Composer } from "grammy";
import type { Seat } from "../domain/mission.ts";
import { isOrganiser, type Member } from "../domain/seats.ts";
import { tagOf } from "../messages/callback.ts";
import { roleNews, vehicleNews } from "../messages/member-news.ts";
import { plain } from "../messages/message.ts";
import { groupsPage, NONE, pageOfTeam, vehiclesPage } from "../messages/seat.ts";
import { askRole } from "../messages/seat-questions.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { enterDeed } from "./deeds.ts";
import { missionIdOf } from "./guard.ts";
import { renewCommands } from "./menu.ts";
import { isOld, placesOf, showSeat, warn } from "./people.ts";
import { onOrganiserPress, startOf, type Tapped } from "./press.ts";
import { redraw } from "./respond.ts";
import { tell } from "./telling.ts";

export function seatChanges(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store } = parts;
  const seatOf = (traveller: Traveller, id: string) => store.people.seat(missionIdOf(traveller), id);

  onOrganiserPress(parts, composer, "seatRole", async (ctx, traveller, { seat }) => {
    const place = (await placesOf(parts, traveller)).find((one) => one.seat.id === seat);
    return place === undefined ? isOld(ctx) : redraw(ctx, askRole(traveller.reading, place));
  });
  onOrganiserPress(parts, composer, "setRole", (ctx, traveller, { seat, role }) =>
    role === "organiser" || role === "delegate" ? setRole(parts, ctx, traveller, seat, role) : isOld(ctx),
  );

  onOrganiserPress(parts, composer, "seatGroups", async (ctx, traveller, { seat: id, from }) => {
    const seat = await seatOf(traveller, id);
    const { groups = [] } = traveller.mission.programme.mission;
    if (seat === undefined) return isOld(ctx);
    return redraw(ctx, groupsPage(traveller.reading, seat, groups, startOf(from)));
  });
  onOrganiserPress(parts, composer, "seatGroup", async (ctx, traveller, { seat: id, group: tag, on }) => {
    const { groups = [] } = traveller.mission.programme.mission;
    const index = groups.findIndex((one) => tagOf(`group/${one.id}`) === tag);
    const group = groups[index];
    if (group === undefined) return isOld(ctx);
    const change = await store.seating.change(missionIdOf(traveller), id, (seat) =>
      withGroup(seat, group.id, on === "1"),
    );
    if (change.kind === "gone" || change.kind === "last organiser") return isOld(ctx);
    if (change.kind === "changed") await changed(parts, traveller, "seat-groups", id);
    return redraw(ctx, groupsPage(traveller.reading, change.seat, groups, pageOfTeam(index)));
  });

  onOrganiserPress(parts, composer, "seatVehicles", async (ctx, traveller, { seat: id, from }) => {
    const seat = await seatOf(traveller, id);
    return seat === undefined
      ? isOld(ctx)
      : redraw(ctx, vehiclesPage(traveller.reading, seat, startOf(from)));
  });
  onOrganiserPress(parts, composer, "seatVehicle", (ctx, traveller, { seat, vehicle }) =>
    setVehicle(parts, ctx, traveller, seat, vehicle),
  );

  return composer;
}

async function setRole(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  id: string,
  role: "organiser" | "delegate",
): Promise<unknown> {
  const { store } = parts;
  const mission = missionIdOf(traveller);
  const change = await store.seating.change(mission, id, (seat) =>
    isOrganiser(seat) === (role === "organiser") ? seat : { ...seat, role },
  );
  if (change.kind === "gone") return isOld(ctx);
  if (change.kind === "last organiser") return warn(ctx, ctx.speech.say("last-organiser"));
  if (change.kind === "changed") {
    await changed(parts, traveller, role === "organiser" ? "seat-organiser" : "seat-delegate", id);
    const member = await store.people.member(mission, id);
    if (member !== undefined) {
      // Who gives it up reads so in place of the question.
      if (id !== traveller.seat.id)
        await tell(parts, ctx.api, mission, member, (speech) => roleNews(speech, change.seat));
      await renewCommands(parts, ctx.api, member.participant.user);
    }
  }
  // Who has given up the role may no longer see the card.
  if (id === traveller.seat.id && role === "delegate") {
    return redraw(ctx, { text: plain(ctx.speech.say("role-given-up")) });
  }
  return showSeat(parts, ctx, traveller, id);
}

/** Tells those whose role or vehicle has become another with a release; `before` are the members as they were. */
export async function tellOfSeats(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  before: readonly Member[],
): Promise<void> {
  const mission = missionIdOf(traveller);
  const { vehicles = [] } = traveller.mission.programme.mission;
  const was = new Map(before.map((member) => [member.seat.id, member.seat]));
  for (const member of await parts.store.people.members(mission)) {
    const { seat, participant } = member;
    const earlier = was.get(seat.id);
    if (earlier === undefined || seat.id === traveller.seat.id) continue;
    if (isOrganiser(earlier) !== isOrganiser(seat)) {
      await tell(parts, ctx.api, mission, member, (speech) => roleNews(speech, seat));
      await renewCommands(parts, ctx.api, participant.user);
    }
    if (earlier.vehicle !== seat.vehicle) {
      const vehicle = vehicles.find(({ id }) => id === seat.vehicle);
      await tell(parts, ctx.api, mission, member, (speech) =>
        vehicleNews(speech, vehicle && speech.text(vehicle.name)),
      );
    }
  }
}

/** In the order they were given: a group goes last. */
function withGroup({ groups = [], ...seat }: Seat, group: string, on: boolean): Seat {
  if (groups.includes(group) === on) return groups.length === 0 ? seat : { ...seat, groups };
  const changed = on ? [...groups, group] : groups.filter((one) => one !== group);
  return changed.length === 0 ? seat : { ...seat, groups: changed };
}

async function setVehicle(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  id: string,
  tag: string,
): Promise<unknown> {
  const { store } = parts;
  const mission = missionIdOf(traveller);
  const { vehicles = [] } = traveller.mission.programme.mission;
  const index = vehicles.findIndex((one) => tagOf(`vehicle/${one.id}`) === tag);
  const vehicle = vehicles[index];
  if (vehicle === undefined && tag !== NONE) return isOld(ctx);
  const change = await store.seating.change(mission, id, (seat) => {
    if (seat.vehicle === vehicle?.id) return seat;
    const { vehicle: _, ...without } = seat;
    return vehicle === undefined ? without : { ...without, vehicle: vehicle.id };
  });
  if (change.kind === "gone" || change.kind === "last organiser") return isOld(ctx);
  if (change.kind === "changed") {
    await changed(parts, traveller, "seat-vehicle", id);
    const member = await store.people.member(mission, id);
    if (member !== undefined) {
      await tell(parts, ctx.api, mission, member, (speech) =>
        vehicleNews(speech, vehicle && speech.text(vehicle.name)),
      );
    }
  }
  return redraw(ctx, vehiclesPage(traveller.reading, change.seat, pageOfTeam(index)));
}

/** Enters the change, and has its person looked at for what of the programme is news to them now. */
async function changed(parts: ChatParts, traveller: Traveller, did: string, seat: string): Promise<void> {
  await parts.store.stirred.add(missionIdOf(traveller), seat);
  await enterDeed(parts, traveller, did, seat);
}
