/** Groups: replies to questions come from the organisers' chat, members ask there for themselves. Else the bot is silent. */
import { Composer } from "grammy";
import { organisersChat } from "../delivery/queue.ts";
import { takeToAbsence } from "./absence-replies.ts";
import { bindingInGroups, organisedHere } from "./binding.ts";
import type { ChatContext, ChatParts, MemberContext } from "./context.ts";
import { asides } from "./delegation-chat.ts";
import { missionIdOf } from "./guard.ts";
import { closing } from "./questions.ts";
import { questionAt, take } from "./replies.ts";

/** What happens in groups. */
export function groups(parts: ChatParts): Composer<ChatContext> {
  const composer = new Composer<ChatContext>();
  const { store } = parts;
  const inGroups = composer.chatType(["group", "supergroup"]);
  inGroups.use(bindingInGroups(parts), asides(parts));

  const known = inGroups.filter((ctx): ctx is typeof ctx & MemberContext => ctx.traveller !== undefined);
  known.on("message", async (ctx, next) => {
    const { reply_to_message: to } = ctx.message;
    if (to?.from?.id !== ctx.me.id) return next();
    const where = { chat: ctx.chat.id, message: to.message_id };
    for (const { traveller, kind } of await organisedHere(parts, ctx)) {
      if (kind !== "organisers") continue;
      const question = await questionAt(parts, missionIdOf(traveller), organisersChat, where);
      if (question !== undefined && (await take(parts, ctx, traveller, question))) return;
      if (await takeToAbsence(parts, ctx, traveller, { seat: organisersChat, where })) return;
      const card = await store.chats.card(missionIdOf(traveller));
      if (card?.message === where.message)
        return void (await ctx.reply(ctx.speech.say("attention-no-reply")));
    }
    return next();
  });
  const taps = new Composer<MemberContext>();
  closing(parts, taps);
  known.use(taps);

  return composer;
}
