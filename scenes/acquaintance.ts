/** The scene of contacts: somebody to be written down, or one field of a card typed anew. */
import type { Context } from "grammy";
import { type CardTask, enterCardDeed } from "../src/chat/acquaintances.ts";
import type { ChatParts, MemberContext, Scene } from "../src/chat/context.ts";
import { missionIdOf } from "../src/chat/guard.ts";
import { cardsIn, cardView, isVcf, meet } from "../src/chat/meeting.ts";
import { respond } from "../src/chat/respond.ts";
import { type CardField, keepsInOrder, withField } from "../src/domain/acquaintances.ts";
import { isEmail, isPhone, lineOf } from "../src/domain/card-text.ts";
import { isBlank } from "../src/domain/words.ts";
import { outsideForMembers } from "./steps.ts";

export function acquaintanceScene(parts: ChatParts) {
  return async (conversation: Scene, _entered: Context, task: CardTask): Promise<void> => {
    const step = outsideForMembers(conversation);
    for (;;) {
      const came = await conversation.wait();
      if (!isForTheCard(parts, came, task)) return conversation.halt({ next: true });
      const outcome = await step((ctx) => answer(parts, ctx, task));
      if (outcome === "elsewhere") return conversation.halt({ next: true });
      if (outcome === "done") return;
    }
  };
}

/** A field is typed; a new card may also be a Telegram contact or a file. */
function isForTheCard({ words }: ChatParts, came: Context, { field }: CardTask): boolean {
  const { message } = came;
  if (message === undefined || words.isCommand(came)) return false;
  if (message.text !== undefined) return true;
  if (field !== undefined) return false;
  return message.contact !== undefined || (message.document !== undefined && isVcf(message.document));
}

type Outcome = "done" | "again" | "elsewhere";

/** Whoever has switched missions meanwhile is not in this scene. */
async function answer(parts: ChatParts, ctx: MemberContext, task: CardTask): Promise<Outcome> {
  if (missionIdOf(ctx.traveller) !== task.mission || ctx.message === undefined) return "elsewhere";
  const { who, field } = task;
  if (who !== undefined && field !== undefined) return setField(parts, ctx, { who, field });
  const cards = await cardsIn(ctx, ctx.message, { typed: true });
  if (cards === "not a card" || cards === "no answer" || cards === undefined) {
    await ctx.reply(ctx.speech.say(cards === "no answer" ? "file-no-answer" : "met-not-a-card"));
    return "again";
  }
  await meet(parts, ctx, ctx.traveller, cards);
  return "done";
}

/** What is wrong with what was typed, where it has a form of its own. */
const complaints: Partial<Record<CardField, string>> = { phone: "met-not-phone", email: "met-not-email" };

async function setField(
  parts: ChatParts,
  ctx: MemberContext,
  { who, field }: { who: string; field: CardField },
): Promise<Outcome> {
  const { traveller, speech } = ctx;
  const { acquaintances } = parts.store;
  const mission = missionIdOf(traveller);
  const said = ctx.message?.text ?? "";
  const clears = /^\s*[-–—]\s*$/.test(said);
  const text = clears && field !== "name" ? undefined : lineOf(said);
  if (text !== undefined && !isFit(field, text)) {
    await ctx.reply(speech.say(complaints[field] ?? "met-words"));
    return "again";
  }
  const was = await acquaintances.find(mission, who);
  const card =
    was !== undefined && keepsInOrder(traveller.seat, was)
      ? await acquaintances.change(mission, who, (now) => withField(now, field, text))
      : undefined;
  if (card === undefined) {
    await ctx.reply(speech.say("met-gone"));
    return "done";
  }
  await enterCardDeed(parts, traveller, "edit-contact", card);
  await respond(ctx, await cardView(parts, traveller, card));
  return "done";
}

/** Several phones or e-mails stand behind one another. */
function isFit(field: CardField, text: string): boolean {
  const list = text.split(/[,;]/).map((one) => one.trim());
  if (field === "phone") return list.every(isPhone);
  if (field === "email") return list.every(isEmail);
  return !isBlank(text) && /[\p{L}\p{N}]/u.test(text);
}
