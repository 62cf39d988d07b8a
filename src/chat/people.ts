/** The people of a mission, for organisers only: the list, a seat's card, its readiness. */
import { Composer } from "grammy";
import { aidesOf, principalOf } from "../domain/aides.ts";
import { escortedIn, escortOf } from "../domain/escorts.ts";
import type { Seat } from "../domain/mission.ts";
import { isReadyFlag, readyCounts } from "../domain/readiness.ts";
import { isFound } from "../domain/search.ts";
import type { Place } from "../domain/seats.ts";
import { tagOf } from "../messages/callback.ts";
import type { BotMessage } from "../messages/message.ts";
import { isLost, peopleMessage, SEATS_ON_A_PAGE } from "../messages/people.ts";
import type { Reading } from "../messages/reading.ts";
import { readyPage, seatCard } from "../messages/seat.ts";
import { teamBy, teamTitle } from "../messages/teams.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { enterDeed } from "./deeds.ts";
import { missionIdOf } from "./guard.ts";
import { onOrganiserPress, startOf, type Tapped } from "./press.ts";
import { redraw } from "./respond.ts";

/** How far back the last deed about a seat is looked for. */
const DEEDS_LOOKED_AT = 200;

export function people(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store, clock } = parts;

  onOrganiserPress(parts, composer, "people", async (ctx, traveller, { filter, from }) =>
    redraw(ctx, await peopleList(parts, traveller, filter, startOf(from))),
  );

  onOrganiserPress(parts, composer, "seat", (ctx, traveller, { seat }) =>
    showSeat(parts, ctx, traveller, seat),
  );

  onOrganiserPress(parts, composer, "seatReady", (ctx, traveller, { seat }) =>
    showReadiness(parts, ctx, traveller, seat),
  );
  onOrganiserPress(parts, composer, "seatTick", async (ctx, traveller, { seat: id, flag, on }) => {
    const mission = missionIdOf(traveller);
    const seat = await store.people.seat(mission, id);
    if (seat === undefined || !isReadyFlag(flag)) return isOld(ctx);
    await store.readiness.set(mission, id, flag, on === "1", clock.now());
    await enterDeed(parts, traveller, "seat-ready", id);
    return showReadiness(parts, ctx, traveller, id);
  });

  return composer;
}

/** A button whose subject is no longer there. */
export function isOld(ctx: Tapped<MemberContext>): Promise<unknown> {
  return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
}

/** An answer that has to be read before anything else is done. */
export function warn(ctx: Tapped<MemberContext>, text: string): Promise<unknown> {
  return ctx.answerCallbackQuery({ text, show_alert: true });
}

/** Every seat in the order of protocol, with whoever is in it. */
export function placesOf({ store }: ChatParts, { mission }: Traveller): Promise<Place[]> {
  return store.people.places(mission.programme.mission);
}

/** The organisers' list, by a filter of its buttons. */
export async function peopleList(
  parts: ChatParts,
  traveller: Traveller,
  filter: string,
  from: number,
): Promise<BotMessage> {
  const { store } = parts;
  const id = missionIdOf(traveller);
  const { programme } = traveller.mission;
  const { speech } = traveller.reading;
  const [all, ticked, requests] = await Promise.all([
    placesOf(parts, traveller),
    store.readiness.all(id),
    store.requests.open(id),
  ]);
  const listed = placesIn(traveller, all, filter);
  const team = teamBy(programme.mission, filter);
  const headings: Record<string, string> = {
    out: speech.say("people-filter-out"),
    lost: speech.say("people-filter-lost"),
    ...(team === undefined ? {} : { [filter]: teamTitle(programme.mission, speech, team) }),
    ...(isSearch(filter) ? { [filter]: `🔎 ${filter.slice(1)}` } : {}),
  };
  const heading = headings[filter];
  return peopleMessage(traveller.reading, {
    all,
    listed,
    filter: heading === undefined ? "all" : filter,
    ...(heading === undefined ? {} : { heading }),
    from: Math.min(from, lastPage(listed.length)),
    ready: readyCounts(
      all.map(({ seat }) => seat),
      ticked,
    ),
    requests: requests.length,
  });
}

/** A list grown shorter meanwhile has its last page where the button led beyond it. */
function lastPage(total: number): number {
  return Math.max(0, Math.ceil(total / SEATS_ON_A_PAGE) - 1) * SEATS_ON_A_PAGE;
}

/** A filter may be what somebody looks for, after a question mark. */
function isSearch(filter: string): boolean {
  return filter.startsWith("?");
}

/** By what a seat can be found: who sits there, the office, where it is held, the groups and the bus. */
export function wordsOf(seat: Seat, { mission, speech }: Reading): (string | undefined)[] {
  const { groups = [], vehicles = [] } = mission.programme.mission;
  const teams = [
    ...groups.filter(({ id }) => seat.groups?.includes(id)).map(({ title }) => title),
    ...vehicles.filter(({ id }) => id === seat.vehicle).map(({ name }) => name),
  ];
  const texts = [seat.position, ...(seat.organisation === undefined ? [] : [seat.organisation]), ...teams];
  return [seat.name, ...texts.map((text) => speech.text(text))];
}

/** Those not joined, those unreachable, those of a group or a vehicle; everybody for a filter there is not. */
export function placesIn({ mission, reading }: Traveller, all: readonly Place[], filter: string): Place[] {
  if (isSearch(filter)) return all.filter(({ seat }) => isFound(filter.slice(1), wordsOf(seat, reading)));
  if (filter === "out") return all.filter(({ participant }) => participant === undefined);
  if (filter === "lost") return all.filter(isLost);
  const team = teamBy(mission.programme.mission, filter);
  if (team === undefined) return [...all];
  return all.filter(
    ({ seat }) =>
      team === `vehicle/${seat.vehicle}` || seat.groups?.some((group) => team === `group/${group}`),
  );
}

/** A seat's card as it is now, in place of the message that was tapped. */
export async function showSeat(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  id: string,
): Promise<unknown> {
  const { store, clock } = parts;
  const { reading } = traveller;
  const mission = missionIdOf(traveller);
  const file = traveller.mission.programme.mission;
  const places = await placesOf(parts, traveller);
  const index = places.findIndex(({ seat }) => seat.id === id);
  const place = places[index];
  if (place === undefined) return isOld(ctx);
  const { participant } = place;
  const [ticked, chosen, links, seenAt, { deeds }] = await Promise.all([
    store.readiness.all(mission),
    store.escorts.chosen(mission),
    store.invitations.live({ kind: "seat", mission, seat: id }, clock.now()),
    participant === undefined ? undefined : store.seen.last(participant.user),
    store.audit.page(mission, { from: 0, most: DEEDS_LOOKED_AT }),
  ]);
  const lastDeed = deeds.find(({ about }) => about === id);
  const linkUntil = links[0]?.expiresAt;
  const seats = places.map(({ seat }) => seat);
  const principal = principalOf(place.seat, seats, new Map())?.seat;
  return redraw(
    ctx,
    seatCard(reading, {
      ...place,
      ticked: ticked.get(id) ?? new Set(),
      escorts: escortedIn(file)
        .filter(({ of }) => escortOf(file, of, chosen) === id)
        .map(({ of }) => teamTitle(file, reading.speech, of)),
      ...(principal === undefined ? {} : { principal }),
      aides: aidesOf(place.seat, seats),
      ...(seenAt === undefined ? {} : { seenAt }),
      ...(linkUntil === undefined ? {} : { linkUntil }),
      ...(lastDeed === undefined ? {} : { lastDeed }),
      page: Math.floor(index / SEATS_ON_A_PAGE) * SEATS_ON_A_PAGE,
    }),
  );
}

async function showReadiness(
  { store }: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  id: string,
): Promise<unknown> {
  const mission = missionIdOf(traveller);
  const [seat, ticked] = await Promise.all([store.people.seat(mission, id), store.readiness.all(mission)]);
  if (seat === undefined) return isOld(ctx);
  return redraw(ctx, readyPage(traveller.reading, seat, ticked.get(id) ?? new Set()));
}

/** The seat behind a tag of a button. */
export function placeBy(places: readonly Place[], tag: string): Place | undefined {
  return places.find(({ seat }) => tagOf(`seat/${seat.id}`) === tag);
}
