import type { Update } from "grammy/types";

/** The kinds of update the bot has a use for; Telegram need not send others. */
export const allowedUpdates = ["message", "edited_message", "callback_query", "my_chat_member"] as const;

/** A way by which updates come: long polling or the webhook. */
export interface Receiver {
  /** Whether updates come this way, or would if it were this process' turn. */
  works(): boolean;
  /** Whether it is this process that asks Telegram for updates. */
  polls(): boolean;
  /** Finishes what is in hand; nothing new is taken once the signal it was started with is aborted. */
  stop(): Promise<void>;
}

/** The webhook: updates are brought from outside. */
export interface WebhookReceiver extends Receiver {
  /** Handles an update. @throws when it has not been handled: Telegram is to deliver it again */
  receive(update: Update): Promise<void>;
}
