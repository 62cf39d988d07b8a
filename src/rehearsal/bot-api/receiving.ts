import type { Handlers } from "./parameters.ts";
import type { Polling } from "./polling.ts";
import { conflict } from "./refusal.ts";
import type { UpdateQueue } from "./updates.ts";
import type { Webhook } from "./webhook.ts";
import type { World } from "./world.ts";

/** How a bot gets its updates, and what it is. */
export function receivingMethods(world: World, queue: UpdateQueue, polling: Polling, webhook: Webhook) {
  return {
    getMe: () => world.bot,
    logOut: () => true as const,
    close: () => true as const,
    getUpdates: (args, { closed }) => {
      if (webhook.isSet) {
        throw conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      }
      return polling.poll(args, closed);
    },
    setWebhook: (args) => {
      if (args.url) polling.interrupt("terminated by setWebhook request");
      webhook.set(args);
      return true as const;
    },
    deleteWebhook: (args) => {
      webhook.stop();
      if (args.drop_pending_updates) queue.drop();
      return true as const;
    },
    getWebhookInfo: () => webhook.info(),
  } satisfies Partial<Handlers>;
}
