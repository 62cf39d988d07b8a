import { type Api, GrammyError, HttpError } from "grammy";
import { type BotMessage, textAndEntities } from "../messages/message.ts";
import { isGateClosed, isOutdated } from "./gate.ts";

/** What became of one attempt to send. */
export type SendResult =
  | {
      readonly kind: "sent";
      readonly chat: number;
      readonly message: number;
      /** All of them where there are several, as of an album. */
      readonly messages?: readonly number[];
    }
  /** Nobody is there to read: blocked, deleted, never started. */
  | { readonly kind: "gone"; readonly why: string }
  /**
   * Telegram asks to wait, or did not answer; milliseconds, where it says so. While the program is stopping nothing
   * goes out any more, so there is no waiting for it in this process.
   */
  | {
      readonly kind: "wait";
      readonly ms: number | undefined;
      readonly why: string;
      readonly stopping?: boolean;
    }
  /** Telegram will never take this message. */
  | { readonly kind: "failed"; readonly why: string };

/** What Telegram says when a chat cannot be written to, besides 403; the last line is about groups and their topics. */
const goneAnswers = [
  ...[/chat not found/, /user is deactivated/, /PEER_ID_INVALID/],
  ...[/not enough rights to send/, /CHAT_WRITE_FORBIDDEN/, /TOPIC_CLOSED/, /message thread not found/],
];

export interface SendingOptions {
  readonly silent?: boolean;
  /** As a paid broadcast, beyond the pace bots have for nothing (sendMessage, allow_paid_broadcast). */
  readonly paid?: boolean;
  /** The topic, in a forum. */
  readonly thread?: number | undefined;
  /** The message of that chat it answers, if that is still there. */
  readonly replyTo?: number | undefined;
}

/** Sends one message, following a group that became a supergroup; throws only what is a mistake of the program. */
export async function send(
  api: Api,
  chat: number,
  message: BotMessage,
  options: SendingOptions = {},
): Promise<SendResult> {
  const { text, entities } = textAndEntities(message);
  const markup = message.keyboard ?? message.buttons;
  return attempt(chat, (where) =>
    api.sendMessage(where, text, {
      entities,
      ...howToSend(options),
      ...(options.paid ? { allow_paid_broadcast: true } : {}),
      ...(markup === undefined ? {} : { reply_markup: markup }),
    }),
  );
}

/** What every method that sends is told of how to send. */
export function howToSend({ silent = false, thread, replyTo }: SendingOptions) {
  return {
    disable_notification: silent,
    ...(thread === undefined ? {} : { message_thread_id: thread }),
    ...(replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true as const } }),
  };
}

/** Makes a call that sends one message, and once more in the supergroup that a group has become. */
export async function attempt(
  chat: number,
  post: (chat: number) => Promise<{ readonly message_id: number }>,
): Promise<SendResult> {
  try {
    const { message_id: message } = await post(chat);
    return { kind: "sent", chat, message };
  } catch (error) {
    const moved = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;
    if (moved !== undefined && moved !== chat) return attempt(moved, post);
    return judge(error);
  }
}

/** Sorts a failed call by what is to be done about it. */
export function judge(error: unknown): Exclude<SendResult, { kind: "sent" }> {
  // It is to be composed anew, at once.
  if (isOutdated(error)) return { kind: "wait", ms: 0, why: "no longer true" };
  if (isGateClosed(error))
    return { kind: "wait", ms: undefined, why: "the program is stopping", stopping: true };
  if (error instanceof HttpError) return { kind: "wait", ms: undefined, why: "no answer" };
  if (!(error instanceof GrammyError)) throw error;
  const why = error.description;
  const { error_code: code, parameters } = error;
  if (code === 429) return { kind: "wait", ms: (parameters.retry_after ?? 1) * 1000, why };
  if (code >= 500) return { kind: "wait", ms: undefined, why };
  if (code === 403 || goneAnswers.some((answer) => answer.test(why))) return { kind: "gone", why };
  return { kind: "failed", why };
}

/** What became of a change to a message already sent. */
export type ChangeResult =
  | { readonly kind: "done" }
  /** The message is gone, too old, or not to be changed so. */
  | { readonly kind: "refused"; readonly why: string }
  | Extract<SendResult, { kind: "wait" }>;

/** Edits a message of the bot's; to change nothing is no mistake. */
export function changeMessage(
  api: Api,
  { chat, message: id }: { readonly chat: number; readonly message: number },
  message: BotMessage,
): Promise<ChangeResult> {
  const { text, entities } = textAndEntities(message);
  const markup = message.buttons === undefined ? {} : { reply_markup: message.buttons };
  return changed(() => api.editMessageText(chat, id, text, { entities, ...markup }));
}

/** Deletes a message of the bot's, which Telegram allows for 48 hours (Bot API, deleteMessage). */
export function removeMessage(
  api: Api,
  { chat, message: id }: { readonly chat: number; readonly message: number },
): Promise<ChangeResult> {
  return changed(() => api.deleteMessage(chat, id));
}

/** Puts a message of the bot's on top of its chat, without a sound. */
export function pinMessage(
  api: Api,
  { chat, message: id }: { readonly chat: number; readonly message: number },
): Promise<ChangeResult> {
  return changed(() => api.pinChatMessage(chat, id, { disable_notification: true }));
}

export function unpinMessage(
  api: Api,
  { chat, message: id }: { readonly chat: number; readonly message: number },
): Promise<ChangeResult> {
  return changed(() => api.unpinChatMessage(chat, id));
}

async function changed(call: () => Promise<unknown>): Promise<ChangeResult> {
  try {
    await call();
    return { kind: "done" };
  } catch (error) {
    const result = judge(error);
    if (result.kind === "wait") return result;
    return result.why.includes("message is not modified")
      ? { kind: "done" }
      : { kind: "refused", why: result.why };
  }
}
