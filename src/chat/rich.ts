/** Answers as rich messages, where the Bot API server knows them. */
import { GrammyError } from "grammy";
import { judge } from "../delivery/telegram.ts";
import type { BotMessage } from "../messages/message.ts";
import type { RichMessage } from "../messages/rich.ts";
import type { ChatContext, ChatParts } from "./context.ts";
import { respond } from "./respond.ts";

/**
 * Answers with a rich message, or with the plain form: where there is no rich one, the server does not know of any
 * (which is remembered), or refuses this one.
 */
export async function respondRichly(
  { store, log }: ChatParts,
  ctx: ChatContext,
  rich: RichMessage | undefined,
  plain: BotMessage,
): Promise<unknown> {
  const server = ctx.api.options?.apiRoot ?? "";
  if (rich === undefined || ctx.chat === undefined) return respond(ctx, plain);
  if ((await store.abilities.of(server, "rich")) === false) return respond(ctx, plain);
  try {
    const markup = rich.buttons === undefined ? {} : { reply_markup: rich.buttons };
    return await ctx.api.sendRichMessage(ctx.chat.id, { blocks: rich.blocks }, markup);
  } catch (error) {
    if (!(error instanceof GrammyError) || judge(error).kind === "wait") throw error;
    // An unknown method is answered so (Bot API, making requests); any other refusal is about this message.
    if (error.error_code === 404) await store.abilities.note(server, "rich", false);
    else log.warn({ why: error.description }, "a rich message was refused and sent in plain form");
    return respond(ctx, plain);
  }
}
