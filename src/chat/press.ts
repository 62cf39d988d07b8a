import type { Composer, Context, Filter } from "grammy";
import { onBehalfOf } from "../delivery/reading.ts";
import type { OwnEvent } from "../domain/audience.ts";
import { isOrganiser } from "../domain/seats.ts";
import { type Fields, readFor, readPress, tagOf, type Verb } from "../messages/callback.ts";
import { handleOf } from "../messages/reading.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { travellerOf } from "./guard.ts";

/** The buttons that are about one event. */
type EventVerb = {
  [V in Verb]: "event" extends keyof Fields<V> ? ("mission" extends keyof Fields<V> ? V : never) : never;
}[Verb];

export type Tapped<C extends Context> = Filter<C, "callback_query:data">;

/** Registers what a button does. */
export function onPress<C extends Context, V extends Verb>(
  composer: Composer<C>,
  verb: V,
  handle: (ctx: Tapped<C>, fields: Fields<V>) => Promise<unknown>,
): void {
  composer.on("callback_query:data", async (ctx, next) => {
    const fields = readPress(ctx.callbackQuery.data, verb);
    await (fields === undefined ? next() : handle(ctx, fields));
  });
}

/**
 * Registers what a button of a mission does. The mission is the button's own, whichever one its reader has switched to
 * since; someone without a seat in it gets the answer to an unknown button.
 */
export function onMissionPress<V extends Verb>(
  parts: ChatParts,
  composer: Composer<MemberContext>,
  verb: V,
  handle: (ctx: Tapped<MemberContext>, traveller: Traveller, fields: Fields<V>) => Promise<unknown>,
): void {
  composer.on("callback_query:data", async (ctx, next) => {
    const { data, tag } = readFor(ctx.callbackQuery.data);
    const fields: (Fields<V> & { mission?: string }) | undefined = readPress(data, verb);
    if (fields === undefined || (tag !== undefined && !onBehalfToo.has(verb))) return next();
    const presser = await travellerOf(parts, ctx.from.id, Number(fields.mission));
    const traveller = tag === undefined ? presser : presser && onBehalf(presser, tag);
    await (traveller === undefined ? next() : handle(ctx, traveller, fields));
  });
}

/** What an aide may press for whom they assist; the rest is everybody's own. */
const onBehalfToo: ReadonlySet<Verb> = new Set([
  ...(["programme", "day", "dayOpen", "event", "map", "taxi"] as const),
  ...(["pick", "unpick", "choice", "choose", "unchoose"] as const),
  ...(["here", "away", "awayYes", "awaySkip", "awayUndo"] as const),
]);

/** Somebody as they sit at `seat`, or as the aide of whoever does; nothing for anybody else. */
export async function travellerAs(
  parts: ChatParts,
  user: number,
  { handle, seat }: { readonly handle: number; readonly seat: string },
): Promise<Traveller | undefined> {
  const traveller = await travellerOf(parts, user, handle);
  if (traveller === undefined || traveller.seat.id === seat) return traveller;
  return onBehalf(traveller, tagOf(`seat/${seat}`));
}

/** An aide as the one they assist, if that is still whom the button means. */
function onBehalf(aide: Traveller, tag: string): Traveller | undefined {
  const { principal } = aide.reading;
  if (principal === undefined || tagOf(`seat/${principal.seat.id}`) !== tag) return undefined;
  return { ...aide, seat: principal.seat, reading: onBehalfOf(aide.reading, principal) };
}

/**
 * The same for organisers' buttons: one must be organiser of the button's own mission; to anybody else it is an unknown
 * button.
 */
export function onOrganiserPress<V extends Verb>(
  parts: ChatParts,
  composer: Composer<MemberContext>,
  verb: V,
  handle: (ctx: Tapped<MemberContext>, traveller: Traveller, fields: Fields<V>) => Promise<unknown>,
): void {
  onMissionPress(parts, composer, verb, (ctx, traveller, fields) =>
    isOrganiser(traveller.seat)
      ? handle(ctx, traveller, fields)
      : ctx.answerCallbackQuery(ctx.speech.say("old-button")),
  );
}

/** The same for a button of an event, which must still be in the reader's own programme. */
export function onEventPress<V extends EventVerb>(
  parts: ChatParts,
  composer: Composer<MemberContext>,
  verb: V,
  handle: (ctx: Tapped<MemberContext>, traveller: Traveller, timed: OwnEvent) => Promise<unknown>,
): void {
  onMissionPress(parts, composer, verb, async (ctx, traveller, fields) => {
    const { event }: { event?: string } = fields;
    const timed = eventByHandle(traveller, event ?? "");
    if (timed !== undefined) return handle(ctx, traveller, timed);
    return ctx.answerCallbackQuery({ text: ctx.speech.say("event-gone"), show_alert: true });
  });
}

/** The event of the reader's own programme that a button means. */
export function eventByHandle({ mission, reading }: Traveller, handle: string): OwnEvent | undefined {
  return reading.own.find(({ event }) => handleOf(mission, event.id) === Number(handle));
}

/** Where a page starts, as its button says; a forged one starts at the beginning. */
export function startOf(from: string): number {
  return Math.min(100_000, Math.max(0, Math.trunc(Number(from)) || 0));
}

/** The fields of a button, if a tap on one of this verb is what the update is. */
export function pressedIn<V extends Verb>(ctx: Context, verb: V): Fields<V> | undefined {
  return readPress(ctx.callbackQuery?.data ?? "", verb);
}
