import { type Context, GrammyError } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import { type BotMessage, textAndEntities } from "../messages/message.ts";

/** Answers with a new message. */
export async function respond(ctx: Context, message: BotMessage) {
  const { text, entities } = textAndEntities(message);
  const markup = message.keyboard ?? message.buttons;
  return ctx.reply(text, { entities, ...(markup === undefined ? {} : { reply_markup: markup }) });
}

/** Answers a tap by redrawing the message it was on, so that a chat does not fill up while paging. */
export async function redraw(ctx: Context, message: BotMessage): Promise<void> {
  const where = ctx.callbackQuery?.message;
  const redrawn =
    where !== undefined && (await edit(ctx, { chat: where.chat.id, message: where.message_id }, message));
  // A message that can no longer be edited is answered by a new one.
  if (!redrawn) await respond(ctx, message);
}

/** Changes a message of the bot's; false when it is gone or can no longer be changed. Changing nothing is no mistake. */
export async function edit(
  { api }: Context,
  { chat, message: id }: { chat: number; message: number },
  message: BotMessage,
): Promise<boolean> {
  const { text, entities } = textAndEntities(message);
  const markup = message.buttons === undefined ? {} : { reply_markup: message.buttons };
  try {
    await api.editMessageText(chat, id, text, { entities, ...markup });
    return true;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    return error.description.includes("message is not modified");
  }
}

/** Takes the buttons off a message whose question has been answered. */
export async function withoutButtons(ctx: Context): Promise<void> {
  await withButtons(ctx, undefined);
}

/** Gives the message that was tapped other buttons. */
export async function withButtons(ctx: Context, buttons: InlineKeyboardMarkup | undefined): Promise<void> {
  try {
    await ctx.editMessageReplyMarkup(buttons === undefined ? {} : { reply_markup: buttons });
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
  }
}
