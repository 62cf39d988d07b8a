/** Two cards of one person: made one by an organiser or by whoever recorded either of them, and parted again. */
import { Composer } from "grammy";
import { type Acquaintance, keepsInOrder, sees } from "../domain/acquaintances.ts";
import { merge } from "../domain/same-person.ts";
import { bySeat } from "../domain/seats.ts";
import { askPart, askSame, doublesMessage, type Likely } from "../messages/acquaintance-doubles.ts";
import { enterCardDeed, gone, showCard } from "./acquaintances.ts";
import { aboutKept } from "./card-edits.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { likelySame, pairsAmong } from "./meeting.ts";
import { onMissionPress, onOrganiserPress, type Tapped } from "./press.ts";
import { redraw } from "./respond.ts";

export function merging(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { acquaintances, people } = parts.store;

  onOrganiserPress(parts, composer, "metDoubles", async (ctx, traveller) =>
    redraw(
      ctx,
      doublesMessage(traveller.reading, pairsAmong(await acquaintances.all(missionIdOf(traveller)))),
    ),
  );
  onMissionPress(parts, composer, "metSame", (ctx, traveller, { who, other }) =>
    aboutTwo(parts, ctx, traveller, [who, other], async (pair) => {
      const seats = bySeat(await people.seats(missionIdOf(traveller)));
      const [one, two] = pair;
      const likely = (card: Acquaintance): Likely => ({
        card,
        sees: sees(traveller, card),
        keeps: keepsInOrder(traveller, card),
      });
      return redraw(ctx, askSame(traveller.reading, [likely(one), likely(two)], seats));
    }),
  );
  onMissionPress(parts, composer, "metMerge", (ctx, traveller, { who, other }) =>
    aboutTwo(parts, ctx, traveller, [who, other], async (pair) => {
      const merged = merge(...pair);
      // Somebody has just changed one of them: the reader is to see what they merge.
      if (!(await acquaintances.merge(missionIdOf(traveller), pair, merged))) return gone(ctx);
      await enterCardDeed(parts, traveller, "merge-contacts", merged);
      await ctx.answerCallbackQuery(ctx.speech.say("met-merged"));
      return showCard(parts, ctx, traveller, merged);
    }),
  );
  onMissionPress(parts, composer, "metOther", (ctx, traveller, { who, other }) =>
    aboutTwo(parts, ctx, traveller, [who, other], async ([{ id }]) => {
      const card = await acquaintances.change(missionIdOf(traveller), id, (was) => ({
        ...was,
        others: [...new Set([...(was.others ?? []), other])],
      }));
      return card === undefined ? gone(ctx) : showCard(parts, ctx, traveller, card);
    }),
  );

  onMissionPress(parts, composer, "metPart", (ctx, traveller, { who }) =>
    aboutKept(parts, ctx, traveller, who, async (card) =>
      card.from === undefined ? gone(ctx) : redraw(ctx, askPart(traveller.reading, card)),
    ),
  );
  onMissionPress(parts, composer, "metPartYes", (ctx, traveller, { who }) =>
    aboutKept(parts, ctx, traveller, who, async (card) => {
      const own = card.from?.find((one) => keepsInOrder(traveller, one));
      if (own === undefined || !(await acquaintances.part(missionIdOf(traveller), card))) return gone(ctx);
      await enterCardDeed(parts, traveller, "part-contacts", card);
      await ctx.answerCallbackQuery(ctx.speech.say("met-parted"));
      return showCard(parts, ctx, traveller, own);
    }),
  );

  return composer;
}

/** Two cards that seem to be of one person, one of which the reader keeps in order; that one comes first. */
async function aboutTwo(
  { store }: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  ids: readonly [string, string],
  act: (pair: [Acquaintance, Acquaintance]) => Promise<unknown>,
): Promise<unknown> {
  const mission = missionIdOf(traveller);
  const [card, other] = await Promise.all(ids.map((id) => store.acquaintances.find(mission, id)));
  if (card === undefined || other === undefined || !keepsInOrder(traveller, card)) return gone(ctx);
  return likelySame(traveller, card, [other]).length > 0 ? act([card, other]) : gone(ctx);
}
