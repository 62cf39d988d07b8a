/** Correcting a card: its fields, where the person was met, its pictures, whether it may be shown, deleting it. */
import { Composer } from "grammy";
import {
  type Acquaintance,
  type CardField,
  cardFields,
  keepsInOrder,
  ownMeeting,
  withMeeting,
  withoutMember,
} from "../domain/acquaintances.ts";
import { isOrganiser } from "../domain/seats.ts";
import {
  askCardDelete,
  askCardEvent,
  askCardField,
  askPhoto,
  askPhotosOff,
  askRemark,
  askShare,
  editMenu,
} from "../messages/acquaintance-edits.ts";
import { aboutCard, enterCardDeed, gone, listen, listFor, showCard } from "./acquaintances.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { eventByHandle, onMissionPress, type Tapped } from "./press.ts";
import { redraw } from "./respond.ts";
import { candidatesFor } from "./unplaced.ts";

export function cardEdits(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();

  onMissionPress(parts, composer, "metEdit", (ctx, traveller, { who }) =>
    aboutKept(parts, ctx, traveller, who, (card) =>
      redraw(ctx, editMenu(traveller.reading, card, ownMeeting(traveller, card))),
    ),
  );
  onMissionPress(parts, composer, "metField", (ctx, traveller, { who, field }) =>
    aboutKept(parts, ctx, traveller, who, (card) => ask(ctx, traveller, card, field)),
  );
  onMissionPress(parts, composer, "metEvent", (ctx, traveller, { who, event }) =>
    aboutKept(parts, ctx, traveller, who, ({ id }) => {
      const met = eventByHandle(traveller, event)?.event.id;
      return showChanged(parts, ctx, traveller, id, (was) => withMeeting(traveller, was, { event: met }));
    }),
  );
  onMissionPress(parts, composer, "metShare", (ctx, traveller, { who, share }) =>
    aboutKept(parts, ctx, traveller, who, ({ id }) => {
      if (share !== "yes" && share !== "no" && share !== "unknown")
        return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
      return showChanged(parts, ctx, traveller, id, (was) => ({ ...was, share, asked: true }));
    }),
  );
  onMissionPress(parts, composer, "metPhotosOff", (ctx, traveller, { who }) =>
    aboutKept(parts, ctx, traveller, who, ({ id }) =>
      showChanged(parts, ctx, traveller, id, ({ photos: _, ...was }) => was),
    ),
  );

  onMissionPress(parts, composer, "metDelete", (ctx, traveller, { who }) =>
    aboutKept(parts, ctx, traveller, who, (card) => redraw(ctx, askCardDelete(traveller.reading, card))),
  );
  onMissionPress(parts, composer, "metDeleteYes", (ctx, traveller, { who }) =>
    aboutKept(parts, ctx, traveller, who, async (card) => {
      await forget(parts, traveller, card);
      await ctx.answerCallbackQuery(ctx.speech.say("met-deleted"));
      return redraw(ctx, await listFor(parts, traveller, 0, ""));
    }),
  );

  return composer;
}

/** Organisers delete a card; whoever met the person only takes back their own part of it, if others have met them too. */
async function forget(parts: ChatParts, traveller: Traveller, card: Acquaintance): Promise<void> {
  const { acquaintances } = parts.store;
  const mission = missionIdOf(traveller);
  const left = isOrganiser(traveller.seat) ? undefined : withoutMember(traveller, card);
  if (left === undefined) await acquaintances.delete(mission, card.id);
  else await acquaintances.change(mission, card.id, (was) => withoutMember(traveller, was) ?? was);
  await enterCardDeed(parts, traveller, "delete-contact", card);
}

/** Asks for what a button of the menu of fields names. */
async function ask(ctx: Tapped<MemberContext>, traveller: Traveller, card: Acquaintance, field: string) {
  const { reading } = traveller;
  const task = { mission: missionIdOf(traveller), who: card.id };
  if (field === "event") return redraw(ctx, askCardEvent(reading, card, candidatesFor(reading)));
  if (field === "share") return redraw(ctx, askShare(reading, card));
  if (field === "photosOff") return redraw(ctx, askPhotosOff(reading, card));
  if (field === "photo") {
    await redraw(ctx, askPhoto(reading, card));
    return listen(ctx, { ...task, field });
  }
  const own = ownMeeting(traveller, card);
  if (field === "remark" && own !== undefined) {
    await redraw(ctx, askRemark(reading, card, own.remark));
    return listen(ctx, { ...task, field });
  }
  if (!isCardField(field)) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
  await redraw(ctx, askCardField(reading, card, field));
  return listen(ctx, { ...task, field });
}

export function isCardField(field: string): field is CardField {
  return cardFields.some((one) => one === field);
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
    keepsInOrder(traveller, card) ? act(card) : gone(ctx),
  );
}

/** Changes a card on behalf of somebody who keeps it in order; undefined when it is gone, or none of theirs any more. */
export async function changeCard(
  parts: ChatParts,
  traveller: Traveller,
  id: string,
  change: (was: Acquaintance) => Acquaintance,
): Promise<Acquaintance | undefined> {
  const { acquaintances } = parts.store;
  const mission = missionIdOf(traveller);
  const was = await acquaintances.find(mission, id);
  if (was === undefined || !keepsInOrder(traveller, was)) return undefined;
  const card = await acquaintances.change(mission, id, change);
  if (card !== undefined) await enterCardDeed(parts, traveller, "edit-contact", card);
  return card;
}

async function showChanged(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  id: string,
  change: (was: Acquaintance) => Acquaintance,
) {
  const card = await changeCard(parts, traveller, id, change);
  return card === undefined ? gone(ctx) : showCard(parts, ctx, traveller, card);
}
