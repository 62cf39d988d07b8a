/** The report on a mission, for organisers: its sections, how events ended, and what is asked in words. */
import { Composer } from "grammy";
import { type EndingSort, endings } from "../domain/report-draft.ts";
import { eventBy, eventIdBy } from "../messages/reading.ts";
import { askDropDocument } from "../messages/report-documents.ts";
import { askReportLanguage, reportMenu } from "../messages/report-menu.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { enterDeed } from "./deeds.ts";
import { missionIdOf, organisersAmong } from "./guard.ts";
import { onOrganiserPress, startOf, type Tapped } from "./press.ts";
import { ask } from "./report-asking.ts";
import { documentPage, endingPage, isSection, sectionPage, standingOf, unsaidOf } from "./report-pages.ts";
import { redraw, respond } from "./respond.ts";

export function reporting(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store } = parts;

  parts.words.onCommand(organisersAmong(composer), "report", "report", async (ctx) =>
    respond(ctx, await menu(parts, ctx.traveller)),
  );
  onOrganiserPress(parts, composer, "report", async (ctx, traveller) =>
    redraw(ctx, await menu(parts, traveller)),
  );
  onOrganiserPress(parts, composer, "reportPart", async (ctx, traveller, { part, from }) =>
    isSection(part)
      ? redraw(ctx, await sectionPage(parts, traveller, part, startOf(from)))
      : ctx.answerCallbackQuery(ctx.speech.say("old-button")),
  );

  onOrganiserPress(parts, composer, "reportAsk", async (ctx, traveller, { what, key, chain }) => {
    const task = await ask(parts, ctx, traveller, { what, key, chain: chain === "1" });
    if (task === undefined) return gone(ctx);
    await ctx.conversation.exitAll();
    return ctx.conversation.enter("report", task);
  });

  onOrganiserPress(parts, composer, "reportEvent", async (ctx, traveller, { event }) =>
    showEnding(parts, ctx, traveller, event),
  );
  onOrganiserPress(parts, composer, "reportClose", async (ctx, traveller, { event, how }) => {
    const timed = eventBy(traveller.mission, event);
    const sort = endings.find((one) => one === how);
    if (timed === undefined || (sort === undefined && how !== "unsay")) return gone(ctx);
    const mission = missionIdOf(traveller);
    const { id } = timed.event;
    if (sort === undefined) await store.reports.drop(mission, "ending", id);
    else await close(parts, ctx, traveller, id, sort);
    await enterDeed(parts, traveller, "report-ending", id);
    return showEnding(parts, ctx, traveller, event);
  });
  onOrganiserPress(parts, composer, "reportRest", async (ctx, traveller) => {
    const { report } = await standingOf(parts, traveller);
    const unsaid = unsaidOf(report, traveller.reading.now);
    await Promise.all(unsaid.map(({ event, how }) => close(parts, ctx, traveller, event, how, 0)));
    if (unsaid.length > 0) await enterDeed(parts, traveller, "report-ending");
    return redraw(ctx, await sectionPage(parts, traveller, "programme", 0));
  });

  onOrganiserPress(parts, composer, "reportDocument", async (ctx, traveller, { document: id }) => {
    const piece = await store.reports.piece(missionIdOf(traveller), "document", id);
    return piece === undefined ? gone(ctx) : redraw(ctx, documentPage(traveller, id, piece.value));
  });
  onOrganiserPress(parts, composer, "reportDrop", async (ctx, traveller, { document: id, sure }) => {
    const mission = missionIdOf(traveller);
    const piece = await store.reports.piece(mission, "document", id);
    if (piece === undefined) return gone(ctx);
    if (sure !== "yes") return redraw(ctx, askDropDocument(traveller.reading, id, piece.value));
    if (await store.reports.drop(mission, "document", id)) await enterDeed(parts, traveller, "report-drop");
    return redraw(ctx, await sectionPage(parts, traveller, "documents", 0));
  });

  return composer;
}

async function menu(parts: ChatParts, traveller: Traveller) {
  const { report } = await standingOf(parts, traveller);
  return reportMenu(traveller.reading, report);
}

async function showEnding(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  handle: string,
): Promise<unknown> {
  const { mission } = traveller;
  const id = eventIdBy(mission, handle);
  const page = id === undefined ? undefined : await endingPage(parts, traveller, id);
  return page === undefined ? gone(ctx) : redraw(ctx, page);
}

/** Says how an event ended; the time that was typed stays, unless it was not held at all. */
function close(
  { store, clock }: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  event: string,
  how: EndingSort,
  seen?: number,
) {
  const who = { by: traveller.seat.id, at: clock.now(), update: ctx.update.update_id };
  const putting = seen === undefined ? who : { ...who, seen };
  return store.reports.put(
    missionIdOf(traveller),
    "ending",
    event,
    (was) => (how === "off" || was?.actual === undefined ? { how } : { how, actual: was.actual }),
    putting,
  );
}

/** There is no such piece of the report (any more). */
export function gone(ctx: Tapped<MemberContext>) {
  return ctx.answerCallbackQuery({ text: ctx.speech.say("report-gone"), show_alert: true });
}

/** Which language is the report to be in? */
export async function askLanguage(parts: ChatParts, traveller: Traveller) {
  const { report } = await standingOf(parts, traveller);
  return askReportLanguage(traveller.reading, report);
}
