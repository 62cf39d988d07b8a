/** The scene of contacts: somebody to be written down, one field of a card, its pictures, or whom to look for. */
import type { Context } from "grammy";
import type { CardAsk, CardTask } from "../src/chat/acquaintances.ts";
import { listFor } from "../src/chat/acquaintances.ts";
import { changeCard, isCardField } from "../src/chat/card-edits.ts";
import type { ChatParts, MemberContext, Scene } from "../src/chat/context.ts";
import { missionIdOf } from "../src/chat/guard.ts";
import { cardsIn, cardView, isBare, isVcf, meet, pictureIn } from "../src/chat/meeting.ts";
import { respond } from "../src/chat/respond.ts";
import {
  type Acquaintance,
  type CardField,
  MOST_PHOTOS,
  ownMeeting,
  REMARK_LIMIT,
  withDetails,
  withField,
  withMeeting,
  withPhoto,
} from "../src/domain/acquaintances.ts";
import { isEmail, isPhone, lineOf, readCardText } from "../src/domain/card-text.ts";
import { cleaned, isBlank } from "../src/domain/words.ts";
import { searchWords } from "../src/messages/acquaintances.ts";
import { clip } from "../src/messages/limits.ts";
import { outsideForMembers } from "./steps.ts";

/** What is waited for. The pictures of an album come one by one: what belongs to `album` still does to the card. */
interface Awaited {
  readonly task: CardTask;
  readonly album: string | null;
}

type Outcome = Awaited | "done" | "again" | "elsewhere";

export function acquaintanceScene(parts: ChatParts) {
  return async (conversation: Scene, _entered: Context, given: CardTask): Promise<void> => {
    const step = outsideForMembers(conversation);
    let awaited: Awaited = { task: given, album: null };
    for (;;) {
      const came = await conversation.wait();
      const now: Awaited = awaited;
      if (!isAwaited(parts, came, now)) return conversation.halt({ next: true });
      const outcome: Outcome = await step((ctx) => answer(parts, ctx, now));
      if (outcome === "elsewhere") return conversation.halt({ next: true });
      if (outcome === "done") return;
      if (outcome !== "again") awaited = outcome;
    }
  };
}

/** Fields are typed; a new card may also be a Telegram contact, a file or a picture. */
function isAwaited({ words }: ChatParts, came: Context, { task: { field }, album }: Awaited): boolean {
  const { message } = came;
  if (message === undefined || words.isCommand(came)) return false;
  const isPicture = pictureIn(message) !== undefined;
  if (album !== null && message.media_group_id === album) return isPicture;
  if (field === "photo") return isPicture && album === null;
  if (message.text !== undefined) return true;
  if (field !== undefined) return false;
  return (
    message.contact !== undefined || isPicture || (message.document !== undefined && isVcf(message.document))
  );
}

/** Whoever has switched missions meanwhile is not in this scene. */
async function answer(parts: ChatParts, ctx: MemberContext, awaited: Awaited): Promise<Outcome> {
  const { task, album } = awaited;
  const { message, traveller } = ctx;
  if (missionIdOf(traveller) !== task.mission || message === undefined) return "elsewhere";
  const { who, field } = task;
  if (who === undefined) return field === "search" ? find(parts, ctx) : writeDown(parts, ctx, task);
  const picture = pictureIn(message);
  if (picture !== undefined) {
    const isMore = album !== null;
    const card = await changeCard(parts, traveller, who, (was) =>
      withCaption(traveller, withPhoto(was, picture), message.caption),
    );
    // The first of an album has answered for all of it.
    if (isMore && card !== undefined) return "again";
    const isKept = card?.photos?.some(({ fileId }) => fileId === picture.fileId) ?? true;
    if (!isKept) await ctx.reply(ctx.speech.say("met-photos-full", { count: MOST_PHOTOS }));
    else await show(parts, ctx, card);
    return message.media_group_id === undefined ? "done" : { task, album: message.media_group_id };
  }
  const edit = editOf(field, message.text ?? "", traveller);
  if (typeof edit === "string") {
    await ctx.reply(ctx.speech.say(edit));
    return "again";
  }
  await show(parts, ctx, await changeCard(parts, traveller, who, edit));
  return "done";
}

/** What is written under a picture is remarked on the person, where the writer has met them and it is not yet said. */
function withCaption(traveller: MemberContext["traveller"], card: Acquaintance, caption = ""): Acquaintance {
  const own = ownMeeting(traveller, card);
  const said = cleaned(caption);
  if (own === undefined || isBlank(said) || own.remark?.includes(said)) return card;
  const remark = [own.remark, said].filter((part) => part !== undefined).join("\n");
  return withMeeting(traveller, card, { remark: clip(remark, REMARK_LIMIT) });
}

async function find(parts: ChatParts, ctx: MemberContext): Promise<Outcome> {
  const search = searchWords(ctx.message?.text ?? "");
  if (search === "") {
    await ctx.reply(ctx.speech.say("met-words"));
    return "again";
  }
  await respond(ctx, await listFor(parts, ctx.traveller, 0, search));
  return "done";
}

/** Somebody new. What stands on a picture sent without words is waited for, and so is the rest of its album. */
async function writeDown(parts: ChatParts, ctx: MemberContext, task: CardTask): Promise<Outcome> {
  const { message } = ctx;
  const cards = message && (await cardsIn(ctx, message, { typed: true }));
  if (cards === undefined || typeof cards === "string") {
    await ctx.reply(ctx.speech.say(cards === "no answer" ? "file-no-answer" : "met-not-a-card"));
    return "again";
  }
  const [card] = await meet(parts, ctx, ctx.traveller, cards);
  const album = message?.media_group_id ?? null;
  if (card === undefined || (album === null && !isBare(card))) return "done";
  return { task: { ...task, who: card.id, field: isBare(card) ? "whole" : "photo" }, album };
}

async function show(parts: ChatParts, ctx: MemberContext, card: Acquaintance | undefined): Promise<void> {
  if (card === undefined) await ctx.reply(ctx.speech.say("met-gone"));
  else await respond(ctx, await cardView(parts, ctx.traveller, card));
}

/** What is wrong with what was typed, where it has a form of its own. */
const complaints: Partial<Record<CardField, string>> = { phone: "met-not-phone", email: "met-not-email" };

/** What typed words do to a card, or the sentence that says why they do nothing. A dash clears what may be empty. */
function editOf(
  field: CardAsk | undefined,
  said: string,
  traveller: MemberContext["traveller"],
): ((was: Acquaintance) => Acquaintance) | string {
  const clears = /^\s*[-–—]\s*$/.test(said);
  if (field === "remark") {
    const remark = clears ? undefined : cleaned(said);
    if (remark !== undefined && (isBlank(remark) || remark.length > REMARK_LIMIT)) return "met-remark-words";
    return (was) => withMeeting(traveller, was, { remark });
  }
  if (field !== undefined && isCardField(field)) {
    const text = clears && field !== "name" ? undefined : lineOf(said);
    if (text !== undefined && !isFit(field, text)) return complaints[field] ?? "met-words";
    return (was) => withField(was, field, text);
  }
  const details = readCardText(said);
  return Object.keys(details).length === 0 ? "met-not-a-card" : (was) => withDetails(was, details);
}

/** Several phones or e-mails stand behind one another. */
function isFit(field: CardField, text: string): boolean {
  const list = text.split(/[,;]/).map((one) => one.trim());
  if (field === "phone") return list.every(isPhone);
  if (field === "email") return list.every(isEmail);
  return !isBlank(text) && /[\p{L}\p{N}]/u.test(text);
}
