import { createHash, timingSafeEqual } from "node:crypto";
import type { Update } from "grammy/types";
import type { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";

/** What Telegram is told to append to WEBHOOK_URL. */
export const webhookPath = "/telegram";

/** Far more than an update has; in bytes. */
const MOST_BYTES = 1024 * 1024;

export interface WebhookRoute {
  /** The public address, to which the path is appended. */
  readonly url: string;
  readonly secret: string;
  /** Rejects when the update is to come again. */
  readonly receive: (update: Update) => Promise<void>;
}

/**
 * Serves the webhook, under the path of its public address and without it, for a proxy may or may not strip that.
 * Whoever does not show the secret (401) learns nothing; 200 says that the update has been handled, and 503 makes
 * Telegram bring it again: https://core.telegram.org/bots/api#setwebhook
 */
export function addWebhook(routes: Hono, { url, secret, receive }: WebhookRoute): void {
  const expected = digest(secret);
  const tooLarge = bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.body(null, 413) });
  const paths = new Set([webhookPath, new URL(url).pathname.replace(/\/+$/, "") + webhookPath]);
  for (const path of paths) {
    routes.post(path, async (c, next) => {
      const shown = digest(c.req.header("x-telegram-bot-api-secret-token") ?? "");
      return timingSafeEqual(shown, expected) ? next() : c.body(null, 401);
    });
    routes.post(path, tooLarge, async (c) => {
      const update = readUpdate(await c.req.text());
      if (update === undefined) return c.body(null, 400);
      return receive(update).then(
        () => c.body(null, 200),
        () => c.body(null, 503),
      );
    });
  }
}

/** Secrets may differ in length, which alone would tell something; their digests do not. */
function digest(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** Whoever knows the secret is Telegram; that it is an update at all is enough to know. */
function readUpdate(body: string): Update | undefined {
  try {
    const value: unknown = JSON.parse(body);
    const isUpdate = typeof value === "object" && value !== null && "update_id" in value;
    return isUpdate && Number.isSafeInteger(value.update_id) ? (value as Update) : undefined;
  } catch {
    return undefined;
  }
}
