/** History: the revisions of a programme, each as a difference, any restored as a new one; and who has confirmed it. */
import { Composer } from "grammy";
import { receptionPage } from "../delivery/reception.ts";
import type { Programme } from "../domain/timetable.ts";
import { historyPage, REVISIONS_ON_A_PAGE, revisionMessage } from "../messages/history.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { showLaying } from "./drafting.ts";
import { missionIdOf, organisersAmong } from "./guard.ts";
import { onOrganiserPress, startOf, type Tapped } from "./press.ts";
import { addEdits } from "./releasing.ts";
import { redraw, respond } from "./respond.ts";

export function history(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store } = parts;
  const page = async (traveller: Traveller, from: number) => {
    const id = missionIdOf(traveller);
    const [lines, seats] = await Promise.all([store.missions.history(id), store.people.seats(id)]);
    const shown = lines.slice(from, from + REVISIONS_ON_A_PAGE);
    return historyPage(traveller.reading, {
      lines,
      seats,
      from,
      compared: await comparedIn(parts, id, shown),
    });
  };

  parts.words.onCommand(organisersAmong(composer), "history", "history", async (ctx) =>
    respond(ctx, await page(ctx.traveller, 0)),
  );
  onOrganiserPress(parts, composer, "history", async (ctx, traveller, { from }) => {
    await leaveList(parts, ctx, traveller);
    return redraw(ctx, await page(traveller, startOf(from)));
  });

  onOrganiserPress(parts, composer, "revision", async (ctx, traveller, { revision }) => {
    const id = missionIdOf(traveller);
    const number = Number(revision);
    const [before, shown, seats] = await Promise.all([
      store.missions.revision(id, number - 1),
      store.missions.revision(id, number),
      store.people.seats(id),
    ]);
    if (shown === undefined) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    return redraw(ctx, revisionMessage(traveller.reading, { before, shown, seats }));
  });

  onOrganiserPress(parts, composer, "restore", async (ctx, traveller, { revision }) => {
    const earlier = await store.missions.revision(missionIdOf(traveller), Number(revision));
    if (earlier === undefined) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    const { programme, aside } = earlier;
    const laying = await addEdits(
      parts,
      traveller,
      [{ do: "replace", with: { mission: programme.mission, aside } }],
      { how: "restore", update: ctx.update.update_id, restores: programme.revision },
    );
    return showLaying(parts, ctx, traveller, laying);
  });

  onOrganiserPress(parts, composer, "reception", async (ctx, traveller, { revision, from }) => {
    const asked = { revision: Number(revision), from: startOf(from) };
    const where = ctx.callbackQuery.message;
    const { seat } = traveller;
    // Only its first page is redrawn by itself: nobody is taken back to it from another.
    if (asked.from > 0) await leaveList(parts, ctx, traveller);
    else if (where !== undefined) {
      const list = { revision: asked.revision, chat: where.chat.id, message: where.message_id };
      await store.live.open(missionIdOf(traveller), seat.id, list);
    }
    return redraw(ctx, await receptionPage(store, traveller.reading, asked));
  });

  return composer;
}

/** Each of some revisions with the one before it. */
async function comparedIn(
  { store }: ChatParts,
  id: string,
  revisions: readonly { readonly number: number }[],
): Promise<Map<number, readonly [Programme, Programme]>> {
  const compared = new Map<number, readonly [Programme, Programme]>();
  for (const { number } of revisions) {
    const [before, after] = await Promise.all([
      store.missions.revision(id, number - 1),
      store.missions.revision(id, number),
    ]);
    if (before !== undefined && after !== undefined)
      compared.set(number, [before.programme, after.programme]);
  }
  return compared;
}

/** A list of who has confirmed is no longer redrawn in a message that shows something else. */
export async function leaveList(
  { store }: ChatParts,
  { callbackQuery: { message } }: Tapped<MemberContext>,
  traveller: Traveller,
): Promise<void> {
  if (message === undefined) return;
  const where = { chat: message.chat.id, message: message.message_id };
  await store.live.leave(missionIdOf(traveller), traveller.seat.id, where);
}
