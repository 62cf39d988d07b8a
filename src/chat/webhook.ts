import { type Bot, BotError } from "grammy";
import type { Log } from "../log.ts";
import type { ChatContext } from "./context.ts";
import { insist, reasonOf, type Waits } from "./insist.ts";
import { allowedUpdates, type WebhookReceiver } from "./receiver.ts";

/** How many updates Telegram may bring at once; more than the bot's pace lets it answer in a second. */
const CONNECTIONS = 40;

export interface WebhookParts {
  /** Where Telegram brings updates to. */
  readonly url: string;
  /** What Telegram shows with each update: 1 to 256 of A–Z, a–z, 0–9, _ and -. */
  readonly secret: string;
  readonly log: Log;
  readonly stopping: AbortSignal;
  readonly waits: Waits;
}

/**
 * Sets the webhook, and handles what it brings. It stays set when the process stops, for other replicas may live and
 * updates wait at Telegram if none does; a process that polls removes it.
 */
export function startWebhook(bot: Bot<ChatContext>, parts: WebhookParts): WebhookReceiver {
  const { url, secret, log, stopping } = parts;
  const inHand = new Set<Promise<void>>();
  let isSet = false;
  const setting = set();

  return {
    works: () => isSet,
    polls: () => false,
    receive: async (update) => {
      if (stopping.aborted) throw new Error("the program is stopping");
      const work = bot.handleUpdate(update);
      inHand.add(work);
      try {
        await work;
      } catch (error) {
        const why = reasonOf(error instanceof BotError ? error.error : error);
        log.warn({ update: update.update_id, why }, "an update is to come again");
        throw error;
      } finally {
        inHand.delete(work);
      }
    },
    stop: async () => {
      await setting;
      await Promise.allSettled(inHand);
    },
  };

  async function set(): Promise<void> {
    const how = { secret_token: secret, allowed_updates: allowedUpdates, max_connections: CONNECTIONS };
    try {
      await insist(() => bot.api.setWebhook(url, how), { log, waits: parts.waits, signal: stopping });
      isSet = true;
      log.info({ url }, "Telegram brings updates to the webhook");
    } catch (error) {
      if (!stopping.aborted) log.error({ why: reasonOf(error) }, "the webhook cannot be set");
    }
  }
}
