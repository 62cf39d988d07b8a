/** Three tries an update, and then it is out of the way: set aside for the developer, with nobody waiting behind it. */
import { type Composer, Context, GrammyError, HttpError, type MiddlewareFn } from "grammy";
import { judge } from "../delivery/telegram.ts";
import { isRedisAway } from "../storage/redis.ts";
import type { ChatContext, ChatParts } from "./context.ts";
import { pause, reasonOf } from "./insist.ts";

const MOST_TRIES = 3;

/** Machine times in milliseconds; tests shorten them. */
export interface TryTimes {
  /** Between two tries; the update's chat waits with it, and no other. */
  readonly between: number;
  /** How long one try may wait for a Telegram that does not answer, before it counts as failed. */
  readonly patience: number;
}

export const usualTries: TryTimes = { between: 400, patience: 20_000 };

export interface Trying {
  readonly times: TryTimes;
  /** Ends all waiting: what has not succeeded is left for Telegram to deliver again. */
  readonly stopping: AbortSignal;
  readonly counts: { handled: number; failed: number; setAside: number };
  /** Is called for an update that has failed for good, before it is set aside. */
  readonly givesUp: (ctx: Context) => Promise<void>;
}

/** The update failed for good, and is kept; `cause` is what its last try failed with. */
export class GivenUp extends Error {
  override readonly name = "GivenUp";
}

/**
 * Serves each update once. A try is counted in Redis before it is made, so that an update which kills the process is
 * given up as well. Whatever leaves here as an error has not been handled, except {@link GivenUp}.
 */
export function perseveres(
  parts: ChatParts,
  service: Composer<ChatContext>,
  trying: Trying,
): MiddlewareFn<ChatContext> {
  const { store, log } = parts;
  const { times, stopping, counts } = trying;
  const serve = service.middleware();
  let suspects: Promise<unknown> = Promise.resolve();

  return async (ctx) => {
    throwIfStopping();
    const begun = await store.updates.begin(ctx.update.update_id, "first");
    if (begun === "handled") return;
    if (ctx.callbackQuery !== undefined) answerOnce(ctx);
    if (begun !== "begun before") return serveFrom(ctx, begun);
    // It, or one beside it, killed a process. Alone, only the guilty one will be counted as tried when that repeats.
    const turn = suspects.then(() => serveFrom(ctx, undefined));
    suspects = turn.catch(() => undefined);
    return turn;
  };

  async function serveFrom(ctx: ChatContext, begun: number | undefined): Promise<void> {
    const update = ctx.update.update_id;
    let cause: unknown = new Error(`the program ended while trying, ${MOST_TRIES} times`);
    for (let given = begun; ; given = undefined) {
      throwIfStopping();
      const tries = given ?? (await store.updates.begin(update, "further"));
      if (tries === "handled") return;
      if (Number(tries) > MOST_TRIES) break;
      try {
        await tryPatiently(ctx);
        return await done(update);
      } catch (error) {
        if (isRedisAway(error) || stopping.aborted) throw error;
        counts.failed += 1;
        log.warn({ update, tries, err: loggable(error) }, "an update failed");
        cause = error;
        if (Number(tries) >= MOST_TRIES) break;
        await pause(times.between, stopping);
      }
    }
    await trying.givesUp(ctx);
    await store.updates.setAside({ update: ctx.update, error: wholeOf(cause), at: Date.now() });
    counts.setAside += 1;
    log.error({ update, err: loggable(cause) }, "an update is set aside: it failed for good");
    throw new GivenUp("an update failed for good", { cause });
  }

  function throwIfStopping(): void {
    if (stopping.aborted) throw new Error("the program is stopping");
  }

  /** While Telegram is out of reach a try goes on: nothing is wrong with the update, and nobody could be told. */
  async function tryPatiently(ctx: ChatContext): Promise<void> {
    const until = performance.now() + times.patience;
    for (let wait = times.between; ; wait *= 2) {
      try {
        return await serveOnce(ctx);
      } catch (error) {
        const verdict = error instanceof GrammyError || error instanceof HttpError ? judge(error) : undefined;
        // Nobody is there any more to read the answer.
        if (verdict?.kind === "gone") return;
        const ms = verdict?.kind === "wait" ? (verdict.ms ?? wait) : Number.POSITIVE_INFINITY;
        if (stopping.aborted || performance.now() + ms > until) throw error;
        await pause(ms, stopping);
      }
    }
  }

  /** Each try begins with a context as it came, whatever the last one left in its own. */
  async function serveOnce({ update, api, me }: ChatContext): Promise<void> {
    await serve(new Context(update, api, me) as ChatContext, async () => {});
  }

  /** The effect is there and the person has been answered: a Redis that fails now changes neither. */
  async function done(update: number): Promise<void> {
    counts.handled += 1;
    try {
      await store.updates.done(update);
    } catch (error) {
      if (!isRedisAway(error)) throw error;
    }
  }
}

/** A tap answered by an earlier try, or minutes old, cannot be answered any more: no try is to fail by that. */
function answerOnce(ctx: ChatContext): void {
  let answered = false;
  ctx.api.config.use(async (call, method, payload, signal) => {
    if (method !== "answerCallbackQuery") return call(method, payload, signal);
    type Answer = Awaited<ReturnType<typeof call<typeof method>>>;
    const done: Answer = { ok: true, result: true as never };
    if (answered) return done;
    const answer = await call(method, payload, signal);
    answered = answer.ok;
    return !answer.ok && answer.description.includes("query is too old") ? done : answer;
  });
}

/** A mistake of the program with its stack; an answer of Telegram's without what was sent. */
function loggable(error: unknown): unknown {
  return error instanceof GrammyError || error instanceof HttpError ? reasonOf(error) : error;
}

function wholeOf(error: unknown): string {
  return (error instanceof Error ? error.stack : undefined) ?? String(error);
}
