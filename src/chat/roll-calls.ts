/** The card of a roll call: looking at it, ticking for whoever does not tap, closing and opening it. */
import { Composer } from "grammy";
import { queueForOrganisers } from "../delivery/organisers.ts";
import { cardOf, queueRollCards, readersOf, rollState } from "../delivery/roll-calls.ts";
import { escortedIn } from "../domain/escorts.ts";
import { bucketOf, gatheringRoll, isMissing, type Mark, type Standing } from "../domain/roll-calls.ts";
import { isOrganiser } from "../domain/seats.ts";
import { type Fields, tagOf } from "../messages/callback.ts";
import { eventBy } from "../messages/reading.ts";
import { type RollState, rollCard } from "../messages/roll-calls.ts";
import { askClose } from "../messages/roll-desk.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { enterDeed } from "./deeds.ts";
import { missionIdOf } from "./guard.ts";
import { isOld, warn } from "./people.ts";
import { onMissionPress, startOf, type Tapped } from "./press.ts";
import { redraw } from "./respond.ts";

type RollVerb =
  | "roll"
  | "rollTick"
  | "rollClose"
  | "rollCloseYes"
  | "rollReopen"
  | "rollWrite"
  | "rollWriteTo";

/** A button of a roll call that its reader answers for; to anybody else it is an unknown one. */
export function onRollPress<V extends RollVerb>(
  parts: ChatParts,
  composer: Composer<MemberContext>,
  verb: V,
  handle: (
    ctx: Tapped<MemberContext>,
    traveller: Traveller,
    state: RollState,
    fields: Fields<V>,
  ) => Promise<unknown>,
): void {
  onMissionPress(parts, composer, verb, async (ctx, traveller, fields) => {
    const { roll }: { roll?: string } = fields;
    const state = await rollFor(parts, traveller, rollId(traveller, roll ?? ""));
    return state === undefined ? isOld(ctx) : handle(ctx, traveller, state, fields);
  });
}

/** A roll call as it stands, for whoever may see it: organisers, its escort, and whoever called it. */
export async function rollFor(
  { store }: ChatParts,
  { mission, seat }: Traveller,
  id: string | undefined,
): Promise<RollState | undefined> {
  const state = id === undefined ? undefined : await rollState(store, mission, id);
  if (state === undefined) return undefined;
  if (isOrganiser(seat)) return state;
  return (await readersOf(store, mission, state.roll)).includes(seat.id) ? state : undefined;
}

/** The id a button's short name stands for. */
function rollId({ mission }: Traveller, ref: string): string | undefined {
  const [, handle, tag] = /^g(\d+)~(.+)$/.exec(ref) ?? [];
  if (handle === undefined) return ref;
  const event = eventBy(mission, handle)?.event;
  const team = escortedIn(mission.programme.mission).find(({ of }) => tagOf(of) === tag)?.of;
  return event === undefined || team === undefined ? undefined : gatheringRoll(event.id, team);
}

export function rollCalls(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store, clock } = parts;

  onRollPress(parts, composer, "roll", (ctx, { reading }, state, { from }) =>
    redraw(ctx, rollCard(reading, state, startOf(from))),
  );
  onRollPress(parts, composer, "rollTick", async (ctx, traveller, state, { seat: tag, on, from }) => {
    const standing = state.standings.find(({ seat }) => tagOf(seat.id) === tag);
    if (standing === undefined) return isOld(ctx);
    const mission = missionIdOf(traveller);
    const { id } = state.roll;
    const outcome =
      on === "1"
        ? await store.attendance.mark(mission, id, markOf(state, standing, traveller, clock.now()), {
            self: false,
          })
        : await store.attendance.unmark(
            mission,
            id,
            standing.mark ?? { bucket: bucketOf(id), seat: standing.seat.id },
          );
    if (outcome === "closed") return warn(ctx, ctx.speech.say("roll-closed-already"));
    await showAgain(parts, ctx, traveller, id, startOf(from));
    return queueRollCards(parts, traveller.mission, id);
  });

  onRollPress(parts, composer, "rollClose", (ctx, { reading }, state) =>
    state.closing === undefined
      ? redraw(ctx, askClose(reading, state))
      : warn(ctx, ctx.speech.say("roll-closed-already")),
  );
  onRollPress(parts, composer, "rollCloseYes", async (ctx, traveller, state) => {
    const { id } = state.roll;
    if (!(await close(parts, traveller, state))) await warn(ctx, ctx.speech.say("roll-closed-already"));
    return showAgain(parts, ctx, traveller, id, 0);
  });
  onRollPress(parts, composer, "rollReopen", async (ctx, traveller, { roll }) => {
    if (await store.attendance.reopen(missionIdOf(traveller), roll.id)) {
      await enterRollDeed(parts, traveller, "roll-reopened", roll.of, roll.event);
      await queueRollCards(parts, traveller.mission, roll.id);
    }
    return showAgain(parts, ctx, traveller, roll.id, 0);
  });

  return composer;
}

/** What an escort or an organiser says of somebody. */
function markOf(
  { roll }: RollState,
  { seat, participant }: Standing,
  { seat: by }: Traveller,
  at: number,
): Mark {
  return {
    bucket: bucketOf(roll.id),
    seat: seat.id,
    presence: "present",
    at,
    by: by.id,
    ...(participant === undefined ? {} : { user: participant.user }),
    ...(roll.event === undefined ? {} : { event: roll.event }),
  };
}

/** Ends a roll call: whoever was not seen is absent, or excused where they said so. False when it has been ended. */
async function close(parts: ChatParts, traveller: Traveller, state: RollState): Promise<boolean> {
  const { store, clock } = parts;
  const { roll, standings } = state;
  const mission = missionIdOf(traveller);
  const closing = { at: clock.now(), by: traveller.seat.id };
  const before = await store.attendance.marks(mission, roll.id);
  const words = standings
    .filter(({ mark, seat }) => mark === undefined || mark.seat !== seat.id)
    .map((standing) => {
      const presence = standing.state === "waiting" ? ("absent" as const) : standing.state;
      const mark = { ...markOf(state, standing, traveller, closing.at), presence };
      // Of somebody who sat there before them.
      const instead = before.find(({ seat }) => seat === standing.seat.id);
      return instead === undefined ? { mark } : { mark, instead };
    });
  const called = standings.map(({ seat, participant }) => ({
    seat: seat.id,
    ...(participant === undefined ? {} : { user: participant.user }),
  }));
  if (!(await store.attendance.close(mission, { ...roll, called }, closing, words))) return false;
  await enterRollDeed(parts, traveller, "roll-closed", roll.of, roll.event);
  await queueRollCards(parts, traveller.mission, roll.id);
  if (standings.some(isMissing)) {
    const about = `roll/${roll.id}`;
    await queueForOrganisers(parts, "alert", { mission, about }, `${about}.${closing.at}`);
  }
  return true;
}

/** Enters what was done about a roll call by the title people know it by. */
export async function enterRollDeed(
  parts: ChatParts,
  traveller: Traveller,
  did: string,
  of: string,
  event: string | undefined,
): Promise<void> {
  await enterDeed(parts, traveller, did, of === "all" ? (event ?? of) : (of.split("/")[1] ?? of));
}

async function showAgain(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  id: string,
  from: number,
): Promise<unknown> {
  const state = await rollFor(parts, traveller, id);
  return state === undefined ? isOld(ctx) : redraw(ctx, rollCard(traveller.reading, state, from));
}

/** The message whose button was tapped becomes the caller's card of the roll call: they need no second one below it. */
export async function keepsCard(
  { store, clock }: ChatParts,
  { callbackQuery: { message } }: Tapped<MemberContext>,
  traveller: Traveller,
  roll: string,
): Promise<void> {
  if (message === undefined) return;
  const card = {
    outcome: "delivered",
    at: clock.now(),
    chat: message.chat.id,
    message: message.message_id,
  } as const;
  const { seat } = traveller;
  await store.ledger.enter(missionIdOf(traveller), seat.id, new Map([[cardOf(roll), card]]));
}
