/** `/rollcall`: the roll calls there are, and calling one. For organisers; an escort calls their own people. */
import { Composer } from "grammy";
import { escortedFor } from "../delivery/reading.ts";
import { queueCall } from "../delivery/roll-asking.ts";
import { queueRollCards, readersOf, rollState } from "../delivery/roll-calls.ts";
import { isAway } from "../domain/absences.ts";
import { reachedThrough } from "../domain/aides.ts";
import { escortedIn } from "../domain/escorts.ts";
import {
  type Circle,
  gatheringBucket,
  gatheringRoll,
  placesOf,
  type RollCall,
  rollDueAt,
  teamsAt,
} from "../domain/roll-calls.ts";
import { isOrganiser, wishesAt } from "../domain/seats.ts";
import { endOf, type TimedEvent } from "../domain/timetable.ts";
import type { BotMessage } from "../messages/message.ts";
import { eventBy, handleOf, type Reading } from "../messages/reading.ts";
import { rollCard } from "../messages/roll-calls.ts";
import {
  askCall,
  askCircle,
  circleRef,
  eventPresence,
  ROLLS_ON_A_PAGE,
  rollsPage,
} from "../messages/roll-desk.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { isOld } from "./people.ts";
import { onMissionPress, onOrganiserPress, startOf, type Tapped } from "./press.ts";
import { redraw, respond } from "./respond.ts";
import { enterRollDeed, keepsCard } from "./roll-calls.ts";

/** One called so lately is looked at instead of calling everybody again; programme time, milliseconds. */
const CALLED_JUST_NOW = 10 * 60 * 1000;
/** Events worth a roll call are called, or begin, so near; programme time, milliseconds. */
const NEAR = 3 * 60 * 60 * 1000;
const MOST_EVENTS = 6;

export function calling(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const answering = composer.filter(({ traveller }) => answersForSomebody(parts, traveller));
  parts.words.onCommand(answering, "rollcall", "rollcall", async (ctx) =>
    respond(ctx, await rollsOf(parts, ctx.traveller, 0)),
  );
  const on: OnCaller = (verb, handle) =>
    onMissionPress(parts, composer, verb, async (ctx, traveller, fields) =>
      (await answersForSomebody(parts, traveller)) ? handle(ctx, traveller, fields) : isOld(ctx),
    );

  on("rolls", async (ctx, traveller, { from }) =>
    redraw(ctx, await rollsOf(parts, traveller, startOf(from ?? ""))),
  );
  on("rollNew", async (ctx, traveller) => {
    const circles = await circlesFor(parts, traveller);
    const events = isOrganiser(traveller.seat) ? eventsNear(traveller) : [];
    return redraw(ctx, askCircle(traveller.reading, { circles, events }));
  });
  on("rollAsk", async (ctx, traveller, { of: ref = "" }) => {
    const of = await circleBy(parts, traveller, ref);
    if (of === undefined) return isOld(ctx);
    const places = await peopleOf(parts, traveller, of);
    const seats = new Set(places.map(({ seat }) => seat.id));
    const members = await parts.store.people.members(missionIdOf(traveller));
    const answeredFor = new Set(members.flatMap(({ seat: { id, aideOf } }) => [id, aideOf]));
    const others = places.filter(({ seat }) => !answeredFor.has(seat.id)).length;
    const reached = reachedThrough(seats, members).length;
    return redraw(ctx, askCall(traveller.reading, { of, ref, reached, others }));
  });
  on("rollGo", async (ctx, traveller, { of: ref = "" }) => {
    const of = await circleBy(parts, traveller, ref);
    return of === undefined ? isOld(ctx) : callNow(parts, ctx, traveller, of);
  });

  onOrganiserPress(parts, composer, "eventPresence", async (ctx, traveller, { event: handle }) => {
    const { mission, reading } = traveller;
    const timed = eventBy(mission, handle);
    return timed === undefined ? isOld(ctx) : redraw(ctx, await presenceAt(parts, traveller, reading, timed));
  });

  return composer;
}

/** Who will not come to an event, and how its roll calls stand. */
async function presenceAt(
  { store }: ChatParts,
  { mission }: Traveller,
  reading: Reading,
  timed: TimedEvent,
): Promise<BotMessage> {
  const { id } = mission.programme.mission;
  const { event } = timed;
  const [kept, places, choices] = await Promise.all([
    store.attendance.rolls(id),
    store.people.places(mission.programme.mission),
    store.choices.all(id),
  ]);
  const seats = places.map((place) => place.seat);
  const teams = event.gathering === undefined ? [] : teamsAt(mission.programme, event, seats, choices).keys();
  const own = [...teams].map((of) => gatheringRoll(event.id, of));
  const called = kept.filter((roll) => roll.event === event.id).map((roll) => roll.id);
  const states = await Promise.all(
    [...new Set([...own, ...called])].map((roll) => rollState(store, mission, roll)),
  );
  const away = places.filter((place) => isAway(wishesAt(place), event.id));
  return eventPresence(reading, timed, {
    states: states.filter((state) => state !== undefined).slice(0, ROLLS_ON_A_PAGE),
    away: away.map((place) => {
      const reason = wishesAt(place)?.away?.[event.id]?.reason;
      return { seat: place.seat, ...(reason === undefined ? {} : { reason }) };
    }),
  });
}

type OnCaller = (
  verb: "rolls" | "rollNew" | "rollAsk" | "rollGo",
  handle: (
    ctx: Tapped<MemberContext>,
    traveller: Traveller,
    fields: { readonly from?: string; readonly of?: string },
  ) => Promise<unknown>,
) => void;

/** Organisers do, and escorts of anything. */
async function answersForSomebody(parts: ChatParts, traveller: Traveller): Promise<boolean> {
  return isOrganiser(traveller.seat) || (await circlesFor(parts, traveller)).length > 0;
}

/** Whom somebody may call: an organiser everybody, an escort their own. */
async function circlesFor({ store }: ChatParts, { mission, seat }: Traveller): Promise<Circle[]> {
  if (!isOrganiser(seat)) return escortedFor(store, mission, seat);
  return ["all", ...escortedIn(mission.programme.mission).map(({ of }) => of)];
}

/** What is on, and what people are called to next. */
function eventsNear({ mission, reading: { now } }: Traveller): TimedEvent[] {
  return mission.programme.events
    .filter((timed) => timed.call - NEAR <= now && now < endOf(timed))
    .slice(0, MOST_EVENTS);
}

/** The circle a button means, if its presser may call it. */
async function circleBy(parts: ChatParts, traveller: Traveller, ref: string): Promise<Circle | undefined> {
  const { mission, seat } = traveller;
  const event = mission.programme.events.find(
    (timed) => ref === `e${handleOf(mission, timed.event.id)}`,
  )?.event;
  if (event !== undefined) return isOrganiser(seat) ? `event/${event.id}` : undefined;
  return (await circlesFor(parts, traveller)).find((of) => circleRef(of) === ref);
}

async function peopleOf({ store }: ChatParts, { mission }: Traveller, of: Circle) {
  const { programme } = mission;
  const [places, choices] = await Promise.all([
    store.people.places(mission.programme.mission),
    store.choices.all(programme.mission.id),
  ]);
  return placesOf(of, places, { programme, choices });
}

/** Rings everybody called who has joined; one called just now is shown instead, so that nobody is rung twice. */
async function callNow(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  of: Circle,
): Promise<unknown> {
  const { store, clock } = parts;
  const { mission, seat, reading } = traveller;
  const missionId = missionIdOf(traveller);
  const id = `a${ctx.update.update_id.toString(36)}`;
  const now = clock.now();
  const rolls = await store.attendance.rolls(missionId);
  const lately = rolls.find(
    (one) => one.of === of && !one.id.startsWith("g.") && now - one.at < CALLED_JUST_NOW,
  );
  const closed = lately && (await store.attendance.closing(missionId, lately.id));
  const running = lately !== undefined && closed === undefined && lately.id !== id ? lately : undefined;
  if (running === undefined) {
    const places = await peopleOf(parts, traveller, of);
    const called = places.map((place) => ({
      seat: place.seat.id,
      ...(place.participant === undefined ? {} : { user: place.participant.user }),
    }));
    const event = of.startsWith("event/") ? of.slice("event/".length) : undefined;
    const roll: RollCall = {
      id,
      of,
      by: seat.id,
      at: now,
      called,
      ...(event === undefined ? {} : { event }),
    };
    await store.attendance.begin(missionId, roll);
    await queueCall(parts, missionId, roll);
    await enterRollDeed(parts, traveller, "roll-called", of, event);
    await keepsCard(parts, ctx, traveller, id);
    await queueRollCards(parts, mission, id);
  }
  const state = await rollState(store, mission, running?.id ?? id);
  await ctx.answerCallbackQuery(
    ctx.speech.say(running === undefined ? "roll-called" : "roll-called-already"),
  );
  return state === undefined ? undefined : redraw(ctx, rollCard(reading, state));
}

/** The roll calls somebody answers for: gatherings whose time has come, and those called in chat; the newest first. */
async function rollsOf(parts: ChatParts, traveller: Traveller, from: number) {
  const { store } = parts;
  const { mission, seat, reading } = traveller;
  const { programme } = mission;
  const { id } = programme.mission;
  const [kept, marks, places, choices] = await Promise.all([
    store.attendance.rolls(id),
    store.attendance.all(id),
    store.people.places(mission.programme.mission),
    store.choices.all(id),
  ]);
  const seats = places.map((place) => place.seat);
  const used = new Set(marks.map(({ bucket }) => bucket));
  const gatherings = programme.events
    .filter((timed) => timed.event.gathering !== undefined && rollDueAt(programme, timed) <= reading.now)
    // Of what is over only where anybody was marked.
    .filter((timed) => reading.now < endOf(timed) || used.has(gatheringBucket(timed.event.id)))
    .flatMap((timed) =>
      [...teamsAt(programme, timed.event, seats, choices).keys()].map(
        (of): RollCall => ({
          id: gatheringRoll(timed.event.id, of),
          of,
          event: timed.event.id,
          at: timed.call,
          called: [],
        }),
      ),
    );
  const known = new Set(gatherings.map((roll) => roll.id));
  const all = [...gatherings, ...kept.filter((roll) => !known.has(roll.id))].sort((a, b) => b.at - a.at);
  const own: RollCall[] = [];
  for (const roll of all) {
    if (isOrganiser(seat) || (await readersOf(store, mission, roll)).includes(seat.id)) own.push(roll);
  }
  const shown = own.slice(from, from + ROLLS_ON_A_PAGE);
  const states = await Promise.all(shown.map((roll) => rollState(store, mission, roll.id)));
  return rollsPage(reading, {
    states: states.filter((state) => state !== undefined),
    total: own.length,
    from,
  });
}
