/** Asking Telegram until it answers: what is wrong is said once, however long it lasts. */
import { setTimeout as sleep } from "node:timers/promises";
import { GrammyError, HttpError } from "grammy";
import type { Log } from "../log.ts";

/** Milliseconds of machine time; a wait doubles from the first to the longest. */
export interface Waits {
  readonly first: number;
  readonly longest: number;
}

/** The longest is what people may have to wait after an outage is over. */
export const usualWaits: Waits = { first: 250, longest: 5000 };

/** A trouble that may last. */
export class Trouble {
  readonly #log: Log;
  readonly #waits: Waits;
  #said: string | undefined;
  #wait: number;

  constructor(log: Log, waits: Waits) {
    this.#log = log;
    this.#waits = waits;
    this.#wait = waits.first;
  }

  /** Says what is wrong unless that has been said, and waits before the next try, longer every time. */
  async met(error: unknown, signal: AbortSignal): Promise<void> {
    const sentence = sentenceFor(error);
    if (sentence !== this.#said) this.#log.warn({ why: reasonOf(error) }, sentence);
    this.#said = sentence;
    const asked = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0;
    // Those who failed together shall not return together.
    await pause(Math.max(asked, this.#wait * (0.5 + Math.random() / 2)), signal);
    this.#wait = Math.min(2 * this.#wait, this.#waits.longest);
  }

  over(): void {
    if (this.#said !== undefined) this.#log.info("Telegram answers again");
    this.#said = undefined;
    this.#wait = this.#waits.first;
  }
}

/**
 * Calls Telegram until it answers.
 * @throws GrammyError 401 or 404: it does not know the token, and will not learn it; or the signal's reason
 */
export async function insist<T>(
  call: () => Promise<T>,
  { log, waits, signal }: { log: Log; waits: Waits; signal: AbortSignal },
): Promise<T> {
  const trouble = new Trouble(log, waits);
  for (;;) {
    signal.throwIfAborted();
    try {
      const answer = await call();
      trouble.over();
      return answer;
    } catch (error) {
      if (isUnknownToken(error)) throw error;
      await trouble.met(error, signal);
    }
  }
}

/** https://core.telegram.org/bots/api#making-requests: 401 for a token that is not one any more, 404 for none at all. */
export function isUnknownToken(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);
}

/** Waits, but not beyond the signal. Milliseconds, machine time. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

function sentenceFor(error: unknown): string {
  if (!(error instanceof GrammyError)) return "Telegram cannot be reached; trying again and again";
  const { error_code: code, description } = error;
  if (code === 409 && description.includes("webhook")) {
    return "Another process has set a webhook for this bot: stop that process, or give this one the same WEBHOOK_URL; trying again";
  }
  if (code === 409) {
    return "Another program polls Telegram with this bot's token: stop it, or give this one a bot of its own; trying again";
  }
  if (isUnknownToken(error)) {
    return "Telegram does not know this BOT_TOKEN any more: copy it again from @BotFather and start anew";
  }
  if (error.method === "setWebhook" && code === 400) {
    return `Telegram does not take this WEBHOOK_URL (${description}): correct it; trying again`;
  }
  return code === 429 || code >= 500
    ? "Telegram is there but does not serve; trying again and again"
    : `Telegram refuses ${error.method} (${description}); trying again`;
}

/** What may be logged of an error: of Telegram's, not what was sent; of the network's, not the address with the token. */
export function reasonOf(error: unknown): string {
  if (error instanceof GrammyError) return `${error.error_code} ${error.description}`;
  if (error instanceof HttpError) return reasonOf(error.error);
  return error instanceof Error ? error.message : String(error);
}
