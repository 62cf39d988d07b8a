import { type Api, type Bot, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import type { Log } from "../log.ts";
import type { Leases } from "../storage/leases.ts";
import type { ChatContext } from "./context.ts";
import { InHand } from "./in-hand.ts";
import { Trouble, type Waits } from "./insist.ts";
import { allowedUpdates, type Receiver } from "./receiver.ts";
import { Tenure, type TenureTimes } from "./tenure.ts";

/** How long Telegram holds a request when there is nothing new, in seconds. */
const LONG_POLL = 30;
/** How many updates one answer brings at most, and so how many are in hand: the most Telegram allows. */
const AT_ONCE = 100;
/**
 * How long the next request waits for what is in hand; milliseconds of machine time. Who asks twice from the same
 * update within half a second is given that one only (github.com/tdlib/telegram-bot-api, process_get_updates_query),
 * which is in hand already.
 */
const REST = 550;
/** A poller that has heard nothing for so long is not polling; milliseconds of machine time. */
const SILENT_AFTER = 60_000;
/** How long the last confirmation may take; unconfirmed updates come again, and have no effect again. Milliseconds. */
const LAST_WORD = 1000;

export interface PollingParts {
  readonly leases: Leases;
  readonly log: Log;
  readonly stopping: AbortSignal;
  readonly tenure: TenureTimes;
  readonly waits: Waits;
}

/**
 * Long polling by one process at a time, in which an update is confirmed only after it has been handled, and yet no
 * chat waits for another: while one takes its time, what came later is fetched again and again from it on, and what is
 * new in that is served beside it. (grammY's own runner waits for a whole batch or confirms too early; it also waits
 * ever longer when Telegram is away, and gives up on a 409.) A webhook left over is removed.
 */
export function startPolling(bot: Bot<ChatContext>, parts: PollingParts): Receiver {
  const { leases, log, stopping, waits } = parts;
  const tenure = new Tenure({ leases, log, times: parts.tenure });
  let heard = performance.now();
  const polling = poll();

  return {
    works: () => (tenure.isOurs ? performance.now() - heard < SILENT_AFTER : tenure.isSure),
    polls: () => tenure.isOurs,
    stop: async () => {
      await polling;
      await tenure.stop();
    },
  };

  async function poll(): Promise<void> {
    for (;;) {
      const held = await tenure.ours(stopping);
      if (held === undefined) return;
      heard = performance.now();
      const handled = await pollUntil(AbortSignal.any([held, stopping]));
      if (stopping.aborted && !held.aborted) await confirm(handled);
    }
  }

  /** Answers with the number of the first update that has not been handled, as far as it got; 0: it got nowhere. */
  async function pollUntil(end: AbortSignal): Promise<number> {
    const trouble = new Trouble(log, waits);
    const inHand = new InHand(bot, log);
    let hookRemoved = false;
    while (!end.aborted) {
      try {
        if (!hookRemoved) hookRemoved = await bot.api.deleteWebhook();
        inHand.take(await fetchFrom(inHand.offset, inHand.isEmpty ? LONG_POLL : 0, end));
      } catch (error) {
        if (end.aborted) break;
        if (error instanceof GrammyError && error.error_code === 409) tenure.doubt();
        await trouble.met(error, end);
        continue;
      }
      trouble.over();
      heard = performance.now();
      await inHand.rest(REST, end);
    }
    await inHand.settled();
    return inHand.offset;
  }

  async function fetchFrom(offset: number, timeout: number, end: AbortSignal): Promise<Update[]> {
    end.throwIfAborted();
    const call = new AbortController();
    const hangUp = () => call.abort();
    end.addEventListener("abort", hangUp, { once: true });
    try {
      const how = { offset, limit: AT_ONCE, timeout, allowed_updates: allowedUpdates };
      return await bot.api.getUpdates(how, forGrammy(call.signal));
    } finally {
      end.removeEventListener("abort", hangUp);
    }
  }

  async function confirm(offset: number): Promise<void> {
    if (offset === 0) return;
    const overdue = AbortSignal.timeout(LAST_WORD);
    await bot.api.getUpdates({ offset, limit: 1, timeout: 0 }, forGrammy(overdue)).catch(() => undefined);
  }
}

/** grammY's types know a signal of another package's, of which it uses what all signals have. */
function forGrammy(signal: AbortSignal): Parameters<Api["getUpdates"]>[1] {
  return signal as unknown as Parameters<Api["getUpdates"]>[1];
}
