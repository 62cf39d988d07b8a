import {
  type ConversationBuilder,
  type ConversationData,
  conversations,
  createConversation,
  type VersionedState,
} from "@grammyjs/conversations";
import { type ApiClientOptions, Bot, Composer, type MiddlewareFn } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { Scenes } from "../storage/scenes.ts";
import { absenceReplies } from "./absence-replies.ts";
import { absences } from "./absences.ts";
import { acquaintances, cardsUnasked } from "./acquaintances.ts";
import { agreementChanges } from "./agreement-changes.ts";
import { agreements } from "./agreements.ts";
import { asking, writing } from "./asking.ts";
import { assisting } from "./assisting.ts";
import { binding } from "./binding.ts";
import { broadcastEdits } from "./broadcast-edits.ts";
import { broadcasts, confirmations } from "./broadcasts.ts";
import { calendar } from "./calendar.ts";
import { calling } from "./calling.ts";
import { cardEdits } from "./card-edits.ts";
import { changing } from "./changing.ts";
import { choosing } from "./choosing.ts";
import type { ChatContext, ChatParts, MemberContext, SceneContext } from "./context.ts";
import { dayPictures } from "./day-pictures.ts";
import { delaying } from "./delaying.ts";
import { delegation } from "./delegation.ts";
import { deliveries } from "./deliveries.ts";
import { desk } from "./desk.ts";
import { drafting } from "./drafting.ts";
import { editing } from "./editing.ts";
import { exporting } from "./exporting.ts";
import { files } from "./files.ts";
import { answersTaps, hidesDrafts, identify, ignoresItself, members, tellsTheTruth } from "./guard.ts";
import { help } from "./help.ts";
import { history } from "./history.ts";
import { inviting } from "./inviting.ts";
import { joining, outsiders } from "./joining.ts";
import { merging } from "./merging.ts";
import { news } from "./news.ts";
import { noteLists } from "./note-lists.ts";
import { notePage } from "./note-page.ts";
import { notes } from "./notes.ts";
import { groups } from "./organisers-chat.ts";
import { overview } from "./overview.ts";
import { owing } from "./owing.ts";
import { people } from "./people.ts";
import { presence } from "./presence.ts";
import { prompting } from "./prompting.ts";
import { questions } from "./questions.ts";
import { replies } from "./replies.ts";
import { replying } from "./replying.ts";
import { reportPicking } from "./report-picking.ts";
import { reporting } from "./reporting.ts";
import { asking as askingAccess, requests } from "./requests.ts";
import { rollCalls } from "./roll-calls.ts";
import { rollWords } from "./roll-words.ts";
import { SceneDrafts } from "./scene-drafts.ts";
import { schedule } from "./schedule.ts";
import { seatChanges } from "./seat-changes.ts";
import { seating } from "./seating.ts";
import { settings } from "./settings.ts";
import { surveying } from "./surveying.ts";
import { teams } from "./teams.ts";
import { transcribing } from "./transcribing.ts";
import { perseveres, type Trying } from "./tries.ts";
import { unplaced } from "./unplaced.ts";
import { isSlashCommand } from "./words.ts";

/** Conversations of several steps, by the name they are entered by. */
export type SceneBuilders = Readonly<Record<string, ConversationBuilder<ChatContext, SceneContext>>>;

/** To be raised when a scene's steps change: the plugin then drops scenes begun before, and what was given stays. */
const SCENES_VERSION = 1;

export interface BotOptions {
  readonly scenes: SceneBuilders;
  readonly client: ApiClientOptions;
  readonly me?: UserFromGetMe;
  /** Lets chats be served side by side, each in order. */
  readonly order: MiddlewareFn<ChatContext>;
  readonly trying: Omit<Trying, "givesUp">;
}

/**
 * The bot's order of service: each chat in order, tell the truth on failure, answer every tap, each update once but
 * three times if need be, who is it, what they reply to, their scene, then what they asked for; what nobody understood comes last.
 */
export function createBot(
  token: string,
  parts: ChatParts,
  { scenes, client, me, order, trying }: BotOptions,
): Bot<ChatContext> {
  const { redis, keys } = parts.store;
  const drafts = new SceneDrafts(new Scenes<VersionedState<ConversationData>>(redis, keys));
  const service = new Composer<ChatContext>();
  service.use(drafts.kept, identify(parts), groups(parts), broadcastEdits(parts), editing(parts));
  members(service).use(
    replying(parts, { delivered: true }),
    absenceReplies(parts),
    replies(parts),
    absences(parts),
    rollWords(parts),
  );
  service.use(
    conversations<ChatContext, SceneContext>({
      storage: { type: "context", version: SCENES_VERSION, adapter: drafts.adapter },
    }),
  );
  for (const [id, build] of Object.entries(scenes)) service.use(createConversation(build, id));
  service.use(joining(parts), askingAccess(parts), outsiders(parts));

  const features = new Composer<MemberContext>();
  features.use(settings(parts), confirmations(parts), hidesDrafts);
  features.use(schedule(parts), dayPictures(parts), calendar(parts), news(parts), notes(parts), help(parts));
  features.use(choosing(parts), presence(parts), rollCalls(parts), calling(parts));
  features.use(noteLists(parts), notePage(parts), transcribing(parts), owing(parts));
  features.use(prompting(parts), surveying(parts));
  features.use(acquaintances(parts), cardEdits(parts), merging(parts));
  features.use(agreements(parts), agreementChanges(parts));
  features.use(reporting(parts), reportPicking(parts), exporting(parts));
  features.use(desk(parts), changing(parts), drafting(parts), delaying(parts), history(parts));
  features.use(asking(parts), questions(parts), overview(parts), binding(parts));
  features.use(files(parts), inviting(parts), broadcasts(parts), deliveries(parts));
  features.use(people(parts), seatChanges(parts), seating(parts), teams(parts), requests(parts));
  features.use(delegation(parts), assisting(parts));
  features.filter(isSlashCommand, (ctx) => ctx.reply(ctx.speech.say("unknown-command")));
  features.use(replying(parts), writing(parts), cardsUnasked(parts), unplaced(parts));
  features.on("callback_query", (ctx) => ctx.answerCallbackQuery(ctx.speech.say("old-button")));
  members(service).use(features);

  const bot = new Bot<ChatContext>(token, { client, ...(me === undefined ? {} : { botInfo: me }) });
  bot.use(order, ignoresItself, tellsTheTruth(parts), answersTaps);
  bot.use(perseveres(parts, service, { ...trying, givesUp: ({ chatId }) => drafts.drop(chatId) }));
  return bot;
}
