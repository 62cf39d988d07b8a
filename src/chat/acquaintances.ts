/** Contacts in chat: the people a delegation met. The list, one card, correcting it, whether it may be shown, files. */
import { Composer, InputFile } from "grammy";
import { contactsSheet } from "../documents/contacts-sheet.ts";
import { contactsVcf } from "../documents/contacts-vcf.ts";
import {
  type Acquaintance,
  alike,
  byOrganisation,
  type CardField,
  cardFields,
  keepsInOrder,
  matches,
  sees,
  withEvent,
} from "../domain/acquaintances.ts";
import { isOrganiser } from "../domain/seats.ts";
import {
  askCard,
  askCardDelete,
  askCardEvent,
  askCardField,
  editMenu,
} from "../messages/acquaintance-edits.ts";
import {
  CARDS_ON_A_PAGE,
  cardList,
  dateOfMeeting,
  eventTitle,
  meetingLine,
  searchWords,
  titleOfCard,
  whoMet,
} from "../messages/acquaintances.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { bySeat, cardsIn, cardView, meet, visibleCards, wordsOf } from "./meeting.ts";
import { eventByHandle, onMissionPress, startOf, type Tapped } from "./press.ts";
import { redraw, respond, withoutButtons } from "./respond.ts";
import { candidatesFor } from "./unplaced.ts";

/** What the scene of contacts is entered with: whose field is typed, or nobody's for a new card. */
export interface CardTask {
  readonly mission: string;
  readonly who?: string;
  readonly field?: CardField;
}

export function acquaintances(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store } = parts;

  parts.words.onCommand(composer, "contacts", "contacts", async (ctx) => {
    const said = ctx.message?.text?.startsWith("/") ? ctx.match : "";
    await respond(
      ctx,
      await listFor(parts, ctx.traveller, 0, searchWords(typeof said === "string" ? said : "")),
    );
  });
  onMissionPress(parts, composer, "met", async (ctx, traveller, { from, search }) =>
    redraw(ctx, await listFor(parts, traveller, startOf(from), searchWords(search))),
  );
  onMissionPress(parts, composer, "metOne", (ctx, traveller, { who }) =>
    aboutCard(parts, ctx, traveller, who, (card) => showCard(parts, ctx, traveller, card)),
  );
  onMissionPress(parts, composer, "metAdd", async (ctx, traveller) => {
    await respond(ctx, askCard(traveller.reading));
    await listen(ctx, { mission: missionIdOf(traveller) });
  });
  onMissionPress(parts, composer, "metExport", async (ctx, traveller, { form }) => {
    if (form !== "vcf" && form !== "xlsx") return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    await ctx.answerCallbackQuery();
    return ctx.replyWithDocument(await exported(parts, traveller, form));
  });

  onMissionPress(parts, composer, "metEdit", (ctx, traveller, { who }) =>
    aboutKept(parts, ctx, traveller, who, (card) => redraw(ctx, editMenu(traveller.reading, card))),
  );
  onMissionPress(parts, composer, "metField", (ctx, traveller, { who, field }) =>
    aboutKept(parts, ctx, traveller, who, async (card) => {
      const { reading } = traveller;
      if (field === "event") return redraw(ctx, askCardEvent(reading, card, candidatesFor(reading)));
      if (!isCardField(field)) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
      await redraw(ctx, askCardField(reading, card, field));
      return listen(ctx, { mission: missionIdOf(traveller), who: card.id, field });
    }),
  );
  onMissionPress(parts, composer, "metEvent", (ctx, traveller, { who, event }) =>
    aboutKept(parts, ctx, traveller, who, async ({ id }) => {
      const timed = eventByHandle(traveller, event);
      const change = (was: Acquaintance) => withEvent(was, traveller.seat.id, timed?.event.id);
      return showChanged(parts, ctx, traveller, id, change);
    }),
  );
  onMissionPress(parts, composer, "metShare", (ctx, traveller, { who, share }) =>
    aboutKept(parts, ctx, traveller, who, ({ id }) => {
      if (share !== "yes" && share !== "no" && share !== "unknown")
        return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
      return showChanged(parts, ctx, traveller, id, (was) => ({ ...was, share, asked: true }));
    }),
  );
  onMissionPress(parts, composer, "metDelete", (ctx, traveller, { who }) =>
    aboutKept(parts, ctx, traveller, who, (card) => redraw(ctx, askCardDelete(traveller.reading, card))),
  );
  onMissionPress(parts, composer, "metDeleteYes", (ctx, traveller, { who }) =>
    aboutKept(parts, ctx, traveller, who, async (card) => {
      await store.acquaintances.delete(missionIdOf(traveller), card.id);
      await enterCardDeed(parts, traveller, "delete-contact", card);
      await ctx.answerCallbackQuery(ctx.speech.say("met-deleted"));
      return redraw(ctx, await listFor(parts, traveller, 0, ""));
    }),
  );

  onMissionPress(parts, composer, "metKeep", async (ctx, traveller, { item: key }) => {
    const item = await store.notes.unplaced(ctx.from.id, key);
    const text = item && wordsOf(item);
    const cards = text === undefined ? undefined : await cardsIn(ctx, { text }, { typed: true });
    if (cards === undefined || typeof cards === "string")
      return ctx.answerCallbackQuery(ctx.speech.say("note-gone"));
    await meet(parts, ctx, traveller, cards);
    await withoutButtons(ctx);
    return store.notes.forgetUnplaced(ctx.from.id, key);
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

export function isCardField(field: string): field is CardField {
  return cardFields.some((one) => one === field);
}

/** From here on what the person writes is the answer, until they tap or command something else. */
async function listen(ctx: MemberContext, task: CardTask): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter("acquaintance", task);
}

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

/** Every pair of cards that seem to be of one person, each once. */
export function pairsAmong(cards: readonly Acquaintance[]): [Acquaintance, Acquaintance][] {
  return cards.flatMap((card, index) =>
    alike(card, cards.slice(index + 1)).map((other): [Acquaintance, Acquaintance] => [card, other]),
  );
}

export async function showCard(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  card: Acquaintance,
): Promise<void> {
  await redraw(ctx, await cardView(parts, traveller, card));
}

async function showChanged(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  id: string,
  change: (was: Acquaintance) => Acquaintance,
) {
  const card = await parts.store.acquaintances.change(missionIdOf(traveller), id, change);
  if (card === undefined) return gone(ctx);
  await enterCardDeed(parts, traveller, "edit-contact", card);
  return showCard(parts, ctx, traveller, card);
}

/** What an organiser did to somebody's card is entered; what people do to their own is their own business. */
export async function enterCardDeed(
  { store, clock }: ChatParts,
  traveller: Traveller,
  did: "edit-contact" | "merge-contacts" | "part-contacts" | "delete-contact" | "export-contacts",
  card?: Acquaintance,
): Promise<void> {
  if (!isOrganiser(traveller.seat)) return;
  // Whose card it is stands there, never the name of the person on it.
  const about = card === undefined ? {} : { about: card.meetings[0].seat };
  await store.audit.enter(missionIdOf(traveller), { at: clock.now(), by: traveller.seat.id, did, ...about });
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
  return card !== undefined && sees(traveller.seat, card) ? act(card) : gone(ctx);
}

/** A card its reader may change. */
export function aboutKept(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  id: string,
  act: (card: Acquaintance) => Promise<unknown>,
): Promise<unknown> {
  return aboutCard(parts, ctx, traveller, id, async (card) =>
    keepsInOrder(traveller.seat, card) ? act(card) : gone(ctx),
  );
}

export function gone(ctx: Tapped<MemberContext>) {
  return ctx.answerCallbackQuery({ text: ctx.speech.say("met-gone"), show_alert: true });
}

/** Everybody the traveller may see as a file. */
async function exported(parts: ChatParts, traveller: Traveller, form: "vcf" | "xlsx"): Promise<InputFile> {
  const { reading } = traveller;
  const { speech, now } = reading;
  const cards = byOrganisation(await visibleCards(parts, traveller));
  const seats = bySeat(await parts.store.people.seats(missionIdOf(traveller)));
  await enterCardDeed(parts, traveller, "export-contacts");
  if (form === "vcf") {
    const taken = cards.map((card) => ({
      card,
      title: titleOfCard(card, speech),
      met: card.meetings.map((meeting) => meetingLine(reading, meeting, seats)).join("\n"),
    }));
    return new InputFile(new TextEncoder().encode(contactsVcf(taken, now)), "contacts.vcf");
  }
  const lines = cards.map((card) => ({
    card,
    event: speech.list([...new Set(card.meetings.flatMap(({ event }) => eventTitle(reading, event) ?? []))]),
    date: dateOfMeeting(reading, card.meetings[0]),
    by: speech.list([...new Set(card.meetings.map((meeting) => whoMet(meeting, seats, speech)))]),
  }));
  return new InputFile(await contactsSheet(lines, speech), "contacts.xlsx");
}
