/** Contacts in chat: the people a delegation met. The list, finding somebody, one card, writing somebody down, files. */
import { Composer } from "grammy";
import { type Acquaintance, byOrganisation, type CardField, matches, sees } from "../domain/acquaintances.ts";
import { isOrganiser } from "../domain/seats.ts";
import { askCard, askFind } from "../messages/acquaintance-edits.ts";
import { CARDS_ON_A_PAGE, cardList, searchWords } from "../messages/acquaintances.ts";
import { contactsFile } from "./contact-files.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { enterDeed } from "./deeds.ts";
import { missionIdOf } from "./guard.ts";
import { cardsIn, cardView, isBare, meet, pairsAmong, pictureIn, visibleCards } from "./meeting.ts";
import { sendItem } from "./note-item.ts";
import { onMissionPress, startOf, type Tapped } from "./press.ts";
import { redraw, respond, withoutButtons } from "./respond.ts";

/** What of a card is to be sent: one field, a remark, a picture, all that stands on it; or whom to look for. */
export type CardAsk = CardField | "remark" | "photo" | "whole" | "search";

/** What the scene of contacts is entered with; without `who` and `field` somebody new is written down. */
export interface CardTask {
  readonly mission: string;
  readonly who?: string;
  readonly field?: CardAsk;
}

export function acquaintances(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store } = parts;

  parts.words.onCommand(composer, "contacts", "contacts", async (ctx) => {
    const said = ctx.message?.text?.startsWith("/") ? ctx.match : "";
    const search = searchWords(typeof said === "string" ? said : "");
    await respond(ctx, await listFor(parts, ctx.traveller, 0, search));
  });
  onMissionPress(parts, composer, "met", async (ctx, traveller, { from, search }) =>
    redraw(ctx, await listFor(parts, traveller, startOf(from), searchWords(search))),
  );
  onMissionPress(parts, composer, "metFind", async (ctx, traveller) => {
    await respond(ctx, askFind(traveller.reading));
    await listen(ctx, { mission: missionIdOf(traveller), field: "search" });
  });
  onMissionPress(parts, composer, "metAdd", async (ctx, traveller) => {
    await respond(ctx, askCard(traveller.reading));
    await listen(ctx, { mission: missionIdOf(traveller) });
  });
  onMissionPress(parts, composer, "metExport", async (ctx, traveller, { form }) => {
    if (form !== "vcf" && form !== "xlsx") return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    await ctx.answerCallbackQuery();
    await ctx.replyWithDocument(await contactsFile(parts, traveller, form));
    return enterCardDeed(parts, traveller, "export-contacts");
  });

  onMissionPress(parts, composer, "metOne", (ctx, traveller, { who }) =>
    aboutCard(parts, ctx, traveller, who, (card) => showCard(parts, ctx, traveller, card)),
  );
  onMissionPress(parts, composer, "metPhotos", (ctx, traveller, { who }) =>
    aboutCard(parts, ctx, traveller, who, async ({ photos = [] }) => {
      await ctx.answerCallbackQuery();
      for (const media of photos) await sendItem(ctx, { key: media.fileId, at: 0, media });
    }),
  );

  onMissionPress(parts, composer, "metKeep", async (ctx, traveller, { item: key }) => {
    const items = await store.unplaced.albumOf(ctx.from.id, key);
    const said = items.find(({ text }) => text !== undefined) ?? items[0];
    const cards = said && (await cardsIn(ctx, said, { typed: true }));
    const [details] = typeof cards === "string" ? [] : (cards ?? []);
    if (details === undefined) return ctx.answerCallbackQuery(ctx.speech.say("note-gone"));
    const photos = items.flatMap((item) => pictureIn(item) ?? []);
    const [card] = await meet(parts, ctx, traveller, [
      photos.length === 0 ? details : { ...details, photos },
    ]);
    await withoutButtons(ctx);
    await store.unplaced.forget(ctx.from.id, items);
    // What stands on a picture is still to be written.
    if (card !== undefined && isBare(card))
      await listen(ctx, { mission: missionIdOf(traveller), who: card.id, field: "whole" });
  });

  return composer;
}

/** What people send unasked and is somebody's card; it stands behind all that waits for words. */
export function cardsUnasked(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  composer.on(["message:contact", "message:document", "message:text"], async (ctx, next) => {
    // A note still open takes whatever comes.
    if ((await parts.store.notes.opened(ctx.from.id)) !== undefined) return next();
    const cards = await cardsIn(ctx, ctx.message);
    if (cards === undefined || cards === "not a card") return next();
    if (cards === "no answer") return ctx.reply(ctx.speech.say("file-no-answer"));
    return meet(parts, ctx, ctx.traveller, cards);
  });
  return composer;
}

/** From here on what the person sends is the answer, until they tap or command something else. */
export async function listen(ctx: MemberContext, task: CardTask): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter("acquaintance", task);
}

/** A page of the cards its reader sees, by organisation; `search` leaves those it is found in. */
export async function listFor(parts: ChatParts, traveller: Traveller, from: number, search: string) {
  const visible = await visibleCards(parts, traveller);
  const found = byOrganisation(search === "" ? visible : visible.filter((card) => matches(card, search)));
  const start = from < found.length ? from : 0;
  return cardList(traveller.reading, {
    page: found.slice(start, start + CARDS_ON_A_PAGE),
    total: found.length,
    from: start,
    search,
    doubles: isOrganiser(traveller.seat) && search === "" ? pairsAmong(visible).length : 0,
  });
}

/** Shows a card in place of the message that was tapped. */
export async function showCard(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  card: Acquaintance,
): Promise<void> {
  await redraw(ctx, await cardView(parts, traveller, card));
}

/** What an organiser did to somebody's card is entered; what people do to their own is their own business. */
export async function enterCardDeed(
  parts: ChatParts,
  traveller: Traveller,
  did: "edit-contact" | "merge-contacts" | "part-contacts" | "delete-contact" | "export-contacts",
  card?: Acquaintance,
): Promise<void> {
  if (!isOrganiser(traveller.seat)) return;
  // Whose card it is stands there, never the name of the person on it.
  await enterDeed(parts, traveller, did, card?.meetings[0].seat);
}

/** A card its reader may see; to anybody else it does not exist. */
export async function aboutCard(
  { store }: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  id: string,
  act: (card: Acquaintance) => Promise<unknown>,
): Promise<unknown> {
  const card = await store.acquaintances.find(missionIdOf(traveller), id);
  return card !== undefined && sees(traveller, card) ? act(card) : gone(ctx);
}

/** There is no such card for them (any more). */
export function gone(ctx: Tapped<MemberContext>) {
  return ctx.answerCallbackQuery({ text: ctx.speech.say("met-gone"), show_alert: true });
}
