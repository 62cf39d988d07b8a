/** A reply to what organisers were told of an absence: it is passed on, like an answer, to whoever said it. */
import { Composer } from "grammy";
import { absenceBehind } from "../domain/absences.ts";
import { isOrganiser, wishesAt } from "../domain/seats.ts";
import { absenceSaid } from "../messages/absence-replies.ts";
import type { ChatContext, ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf, travellerOf } from "./guard.ts";
import { noteItemOf } from "./note-item.ts";
import { take } from "./replies.ts";

/** Stands before all that awaits words: whoever replies to the news of an absence means that. */
export function absenceReplies(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  composer.on("message", async (ctx, next) => {
    const { reply_to_message: to } = ctx.message;
    if (to?.from?.id !== ctx.me.id) return next();
    const { participant, missions } = ctx.traveller;
    const where = { chat: participant.chat, message: to.message_id };
    for (const { handle } of missions) {
      const traveller = await travellerOf(parts, participant.user, handle);
      if (traveller && (await takeToAbsence(parts, ctx, traveller, { seat: traveller.seat.id, where })))
        return;
    }
    return next();
  });
  return composer;
}

/**
 * Passes an organiser's reply on, as the answer to a question that the first such reply opens; the seat, or the chat, is
 * whose message was replied to. False when that is no news of an absence, or there is nothing to pass on.
 */
export async function takeToAbsence(
  parts: ChatParts,
  ctx: ChatContext,
  traveller: Traveller,
  replied: { readonly seat: string; readonly where: { readonly chat: number; readonly message: number } },
): Promise<boolean> {
  const { store, speeches } = parts;
  if (!isOrganiser(traveller.seat) || ctx.message === undefined) return false;
  const id = missionIdOf(traveller);
  const identity = (await store.ledger.identityOf(id, replied.seat, replied.where)) ?? "";
  const about = absenceBehind(identity);
  if (about === undefined || noteItemOf(ctx.message, 0) === undefined) return false;
  const { seat, event } = about;
  const { programme } = traveller.mission;
  const place = await store.people.place(id, seat);
  const said = place && wishesAt(place)?.away?.[event];
  // An absence goes with the person: whoever sits there now has said nothing, or of themselves.
  const isTheirs = said?.at === about.at || (place?.participant?.joinedAt ?? 0) < about.at;
  const absence = isTheirs ? said : undefined;
  const by = absence?.by ?? seat;
  const speaker = await store.people.member(id, by);
  if (place === undefined || absence === undefined || speaker === undefined) {
    await ctx.reply(ctx.speech.say("reply-absent-left"));
    return true;
  }
  const { at } = absence;
  const speech = speeches(speaker.participant.language, programme.mission.languages[0]);
  const absent = by === seat ? undefined : place.seat;
  const text = absenceSaid(speech, programme, { event, absence, absent });
  const piece = { by, of: "asker", at, items: [{ key: "away", at, text }] } as const;
  const number = await store.questions.ask(id, identity, { seat: by, about: "question" }, piece);
  const question = await store.questions.find(id, number);
  return question !== undefined && (await take(parts, ctx, traveller, question));
}
