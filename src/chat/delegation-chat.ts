/** Members ask about their own programme in a bound group: the answer is for the asker's eyes only. */
import { type Api, Composer, GrammyError } from "grammy";
import { judge, send } from "../delivery/telegram.ts";
import { isOrganiser } from "../domain/seats.ts";
import { nextDay } from "../domain/timetable.ts";
import { answeredPrivately, cannotAnswer } from "../messages/delegation-chat.ts";
import { type BotMessage, plain, textAndEntities } from "../messages/message.ts";
import type { Reading } from "../messages/reading.ts";
import { dayMessage, nowMessage, programmeMessage } from "../messages/schedule.ts";
import { travellersHere } from "./binding.ts";
import type { ChatContext, ChatParts } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { respond } from "./respond.ts";
import { todayOf } from "./schedule.ts";

/** What can be asked in a group, by command or by a plain word beside the bot's name. */
const answers = {
  today: (reading: Reading) => dayMessage(reading, todayOf(reading)),
  tomorrow: (reading: Reading) => dayMessage(reading, nextDay(todayOf(reading))),
  now: nowMessage,
  programme: programmeMessage,
} as const;
type Asked = keyof typeof answers;

const isAsked = (word: string | undefined): word is Asked =>
  word !== undefined && Object.hasOwn(answers, word);

/** Whoever has no seat in the mission of the group is told nothing, not even that there is something to tell. */
export function asides(parts: ChatParts): Composer<ChatContext> {
  const composer = new Composer<ChatContext>();

  composer.on("message:text", async (ctx, next) => {
    const asked = askedIn(parts, ctx, ctx.message.text);
    if (asked === undefined) return next();
    const here = await travellersHere(parts, ctx);
    const meant = ctx.traveller && missionIdOf(ctx.traveller);
    const one = here.find(({ traveller }) => missionIdOf(traveller) === meant) ?? here[0];
    if (one === undefined) return next();
    const { reading, seat, mission } = one.traveller;
    const isDraft = mission.programme.mission.state === "draft" && !isOrganiser(seat);
    const answer = isDraft ? { text: plain(ctx.speech.say("mission-draft")) } : answers[asked](reading);
    if (await whisper(parts, ctx, answer)) return;
    const sent = await send(ctx.api, one.traveller.participant.chat, answer);
    if (sent.kind === "wait") throw new Error(sent.why);
    await respond(
      ctx,
      sent.kind === "sent" ? answeredPrivately(reading) : cannotAnswer(ctx.speech, ctx.me.username),
    );
  });

  return composer;
}

/** What a message asks for: `/today`, or «@bot сегодня»; a word alone is the group's own talk. */
function askedIn({ words }: ChatParts, ctx: ChatContext, text: string): Asked | undefined {
  const name = `@${ctx.me.username}`.toLowerCase();
  const said = text.trim().toLowerCase();
  const [, command, to] = /^\/(\w+)(@\w+)?$/.exec(said) ?? [];
  if (command !== undefined)
    return isAsked(command) && (to === undefined || to === name) ? command : undefined;
  if (!said.includes(name)) return undefined;
  const word = words.meaningOf(said.replace(name, " ").replace(/^[\s,:]+/u, ""));
  return isAsked(word) ? word : undefined;
}

/**
 * Answers so that only the asker sees it (Bot API 10.2, ephemeral messages). False where that cannot be done: the server
 * is older, or the bot no administrator of the group.
 */
async function whisper({ store }: ChatParts, ctx: ChatContext, answer: BotMessage): Promise<boolean> {
  const { chat, from, api } = ctx;
  if (chat === undefined || from === undefined) return false;
  const server = api.options?.apiRoot ?? "";
  const known = await store.abilities.of(server, "ephemeral");
  if (known === false) return false;
  const thread = ctx.msg?.is_topic_message ? ctx.msg.message_thread_id : undefined;
  const where = { chat: chat.id, user: from.id, thread };
  try {
    // An older server takes no notice of what it does not know, and would show everybody: it is tried with nothing.
    if (known === undefined) {
      const can = await tries(api, where);
      await store.abilities.note(server, "ephemeral", can);
      if (!can) return false;
    }
    await say(api, where, { text: answer.text });
    return true;
  } catch (error) {
    if (!(error instanceof GrammyError) || judge(error).kind === "wait") throw error;
    return false;
  }
}

interface Where {
  readonly chat: number;
  readonly user: number;
  readonly thread: number | undefined;
}

function say(api: Api, { chat, user, thread }: Where, message: BotMessage) {
  const { text, entities } = textAndEntities(message);
  return api.sendMessage(chat, text, {
    entities,
    ephemeral_message_parameters: { receiver_user_id: user },
    ...(thread === undefined ? {} : { message_thread_id: thread }),
  });
}

/** Whether the server knows of ephemeral messages, by one that says nothing and is gone at once. */
async function tries(api: Api, where: Where): Promise<boolean> {
  const { message_id, ephemeral_message_id: id } = await say(api, where, { text: plain("…") });
  if (id === undefined) {
    await api.deleteMessage(where.chat, message_id);
    return false;
  }
  await api.deleteEphemeralMessage(where.chat, where.user, id);
  return true;
}
