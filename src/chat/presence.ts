/** «Я на месте»: somebody says that they are there, at a gathering or when they are called. */
import { Composer } from "grammy";
import { queueRollCards, rollState } from "../delivery/roll-calls.ts";
import {
  bucketOf,
  gatheringBucket,
  gatheringRoll,
  type Mark,
  mayBeHere,
  teamOf,
} from "../domain/roll-calls.ts";
import type { TimedEvent } from "../domain/timetable.ts";
import { sayTo } from "../messages/behalf.ts";
import { hereLabel } from "../messages/roll-answers.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { isOld, warn } from "./people.ts";
import { eventByHandle, onMissionPress, type Tapped } from "./press.ts";
import { withButtons } from "./respond.ts";

export function presence(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  onMissionPress(parts, composer, "here", async (ctx, traveller, { roll }) => {
    const [, handle] = /^g(\d+)(?:~.*)?$/.exec(roll) ?? [];
    return handle === undefined
      ? isCalled(parts, ctx, traveller, roll)
      : isGathered(parts, ctx, traveller, handle);
  });
  return composer;
}

/** At a gathering of one's own programme. */
async function isGathered(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  handle: string,
): Promise<unknown> {
  const { seat, mission, reading } = traveller;
  const timed = eventByHandle(traveller, handle);
  if (timed === undefined) return warn(ctx, ctx.speech.say("event-gone"));
  if (!mayBeHere(timed, reading.now)) return warn(ctx, ctx.speech.say("here-late"));
  const team = teamOf(timed.event, seat, mission.programme.mission);
  const bucket = gatheringBucket(timed.event.id);
  const roll = team === undefined ? bucket : gatheringRoll(timed.event.id, team);
  return mark(parts, ctx, traveller, { roll, event: timed.event.id, timed });
}

/** In a roll call that was called in chat. */
async function isCalled(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  id: string,
): Promise<unknown> {
  const state = await rollState(parts.store, traveller.mission, id);
  const isMeant = state?.standings.some(({ seat }) => seat.id === traveller.seat.id) ?? false;
  if (state === undefined || !isMeant) return isOld(ctx);
  const { event } = state.roll;
  return mark(parts, ctx, traveller, {
    roll: id,
    ...(event === undefined ? {} : { event }),
    ...(state.timed === undefined ? {} : { timed: state.timed }),
  });
}

/** Notes that the reader is there, and shows it on the button. */
async function mark(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  { roll, event, timed }: { roll: string; event?: string; timed?: TimedEvent },
): Promise<unknown> {
  const { store, clock } = parts;
  const { seat, participant, mission, reading } = traveller;
  const { isOnBehalf } = reading;
  const id = missionIdOf(traveller);
  const bucket = bucketOf(roll);
  const sitting = isOnBehalf ? (await store.people.member(id, seat.id))?.participant : participant;
  const said: Mark = {
    bucket,
    seat: seat.id,
    ...(sitting === undefined ? {} : { user: sitting.user }),
    presence: "present",
    at: clock.now(),
    by: participant.seat,
    ...(event === undefined ? {} : { event }),
  };
  const outcome = await store.attendance.mark(id, roll, said, { self: !isOnBehalf });
  if (outcome === "closed") return warn(ctx, ctx.speech.say("here-closed"));
  if (outcome === "gone") return isOld(ctx);
  const kept = (await store.attendance.marks(id, roll)).find(
    (one) => one.seat === seat.id && one.user === said.user,
  );
  await ctx.answerCallbackQuery(sayTo(reading, outcome === "marked" ? "here-noted" : "here-already"));
  await showOnButton(ctx, hereLabel(reading, kept?.at ?? said.at, timed));
  return queueRollCards(parts, mission, roll);
}

/** The button that was tapped says from now on that it has been. */
async function showOnButton(ctx: Tapped<MemberContext>, label: string): Promise<void> {
  const { data, message } = ctx.callbackQuery;
  const before = message !== undefined && "reply_markup" in message ? message.reply_markup : undefined;
  if (before === undefined) return;
  const inline_keyboard = before.inline_keyboard.map((row) =>
    row.map((one) => ("callback_data" in one && one.callback_data === data ? { ...one, text: label } : one)),
  );
  await withButtons(ctx, { inline_keyboard });
}
