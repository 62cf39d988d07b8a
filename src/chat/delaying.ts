/** Delays: one sentence moves what follows, up to the next event that cannot be moved. */
import { Composer } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import { type DelayPlan, delayPlan, type Fit, fits, type NoDelay } from "../domain/delay.ts";
import { isOrganiser } from "../domain/seats.ts";
import { endOf } from "../domain/timetable.ts";
import { readPress } from "../messages/callback.ts";
import { delayChoices, delayEvents, delayMinutes, noDelay } from "../messages/delays.ts";
import { handleOf } from "../messages/reading.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { showLaying } from "./drafting.ts";
import { organisersAmong } from "./guard.ts";
import { onOrganiserPress } from "./press.ts";
import { addEdits } from "./releasing.ts";
import { redraw, respond } from "./respond.ts";

/** How long after its hour an event can still be said to be late. */
const STILL_LATE = 12 * 60 * 60 * 1000;

export function delaying(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const organisers = organisersAmong(composer);

  organisers.command("delay", (ctx) => begin(parts, ctx, ctx.traveller, ctx.match.trim()));
  organisers
    .filter((ctx) => parts.words.delayIn(ctx.message?.text) !== undefined)
    .use((ctx) => begin(parts, ctx, ctx.traveller, parts.words.delayIn(ctx.message?.text) ?? ""));

  onOrganiserPress(parts, composer, "delayFrom", (ctx, traveller, { minutes, event }) => {
    if (Number(minutes) === 0) return redraw(ctx, delayMinutes(traveller.reading));
    if (event === "?")
      return redraw(ctx, delayEvents(traveller.reading, Number(minutes), lateable(traveller)));
    return plan(parts, ctx, traveller, { minutes: Number(minutes), event, fit: "shift", also: [] });
  });
  onOrganiserPress(parts, composer, "delayFit", (ctx, traveller, { minutes, event, fit, also }) => {
    const known = fits.find((one) => one === fit);
    if (known === undefined) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    return plan(parts, ctx, traveller, {
      minutes: Number(minutes),
      event,
      fit: known,
      also: also.split(".").map(Number),
    });
  });

  return composer;
}

async function begin(parts: ChatParts, ctx: MemberContext, traveller: Traveller, said: string) {
  if (!isOrganiser(traveller.seat)) return;
  if (said === "") return respond(ctx, delayMinutes(traveller.reading));
  return plan(parts, ctx, traveller, { minutes: Number(said), event: "0", fit: "shift", also: [] });
}

interface Asked {
  readonly minutes: number;
  /** The handle of the event that is late; 0 for what is next. */
  readonly event: string;
  readonly fit: Fit;
  /** The handles of fixed events that are late as well. */
  readonly also: readonly number[];
}

async function plan(parts: ChatParts, ctx: MemberContext, traveller: Traveller, asked: Asked) {
  const { mission, reading } = traveller;
  const idOf = (number: number) =>
    Object.entries(mission.handles).find(([, handle]) => handle === number)?.[0];
  const { minutes, fit } = asked;
  const from = idOf(Number(asked.event));
  const also = asked.also.flatMap((number) => idOf(number) ?? []);
  const planWith = (one: Fit) =>
    delayPlan(mission.programme, { minutes, now: reading.now, from, fit: one, also });
  const planned = planWith(fit);
  if ("why" in planned) {
    const show = ctx.callbackQuery === undefined ? respond : redraw;
    const events = planned.why === "fixed ahead" ? planned.events : [];
    const late = mission.programme.events.filter(({ event }) => events.includes(event.id));
    return show(ctx, noDelay(reading, planned.why, minutes, late));
  }
  const laying = await addEdits(parts, traveller, planned.edits, {
    how: "delay",
    update: ctx.update.update_id,
    adjusts: shownDraft(ctx),
  });
  const others = otherWays(asked.fit, planWith);
  return showLaying(parts, ctx, traveller, laying, choicesFor(traveller, { ...asked, others }, planned));
}

/**
 * The ways to fit that would lead somewhere else, each somewhere of its own: what begins after the fixed event, say,
 * cannot be shortened before it, and a button that changes nothing is none.
 */
function otherWays(present: Fit, planWith: (fit: Fit) => DelayPlan | NoDelay): Fit[] {
  const stepsOf = (fit: Fit) => {
    const planned = planWith(fit);
    return "why" in planned ? "" : JSON.stringify(planned.steps);
  };
  const known = new Set(["", stepsOf(present)]);
  return fits.filter((fit) => {
    const steps = stepsOf(fit);
    const isNew = !known.has(steps);
    known.add(steps);
    return isNew;
  });
}

/** The draft whose preview has been tapped: another way to fit is the same delay. */
function shownDraft({ callbackQuery }: MemberContext): string | undefined {
  const buttons = callbackQuery?.message?.reply_markup?.inline_keyboard.flat() ?? [];
  const data = buttons.flatMap((one) => ("callback_data" in one ? [one.callback_data] : []));
  return data.map((one) => readPress(one, "draftDo")?.draft).find((draft) => draft !== undefined);
}

function choicesFor(
  { mission, reading }: Traveller,
  asked: Asked & { readonly others: readonly Fit[] },
  { unfit, until }: DelayPlan,
): InlineKeyboardButton[] {
  const next = mission.programme.events.find(({ event }) => event.id === until);
  return delayChoices(reading, { ...asked, hasUnfit: unfit.length > 0, until: next });
}

/** What may be said to be late: not over, or past its hour by less than half a day. */
function lateable({ mission, reading }: Traveller) {
  return mission.programme.events.filter(
    (timed) =>
      endOf(timed) + STILL_LATE > reading.now &&
      timed.start < reading.now + STILL_LATE &&
      handleOf(mission, timed.event.id) > 0,
  );
}
