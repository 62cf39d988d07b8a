import { randomUUID } from "node:crypto";
import type { MiddlewareFn } from "grammy";
import { isRedisAway } from "../storage/redis.ts";
import type { ChatContext, ChatParts } from "./context.ts";
import { pause } from "./insist.ts";

/** Milliseconds of machine time. */
export interface TurnTimes {
  /** A chat whose process died can be served by another after so long. */
  readonly lease: number;
  /** How often those who wait ask. */
  readonly every: number;
  /** How long one waits before Telegram is asked to bring the update again; it gives us about a minute. */
  readonly patience: number;
}

export const usualTurns: TurnTimes = { lease: 5000, every: 20, patience: 30_000 };

/**
 * Chats side by side, each in order, whichever of several processes Telegram brings an update to: an update waits until
 * its chat is free and no older one of that chat waits too. What comes after a newer one has begun is served after it.
 */
export function takesTurns(
  { store }: Pick<ChatParts, "store">,
  { lease, every, patience }: TurnTimes,
  stopping: AbortSignal,
): MiddlewareFn<ChatContext> {
  const { leases } = store;

  return async (ctx, next) => {
    const chat = chatOf(ctx);
    const holder = `${ctx.update.update_id}:${randomUUID()}`;
    if (!(await wait(chat, ctx.update.update_id, holder))) return next();
    const renewing = setInterval(() => leases.renewTurn(chat, holder, lease).catch(() => {}), lease / 3);
    try {
      await next();
    } finally {
      clearInterval(renewing);
      // Without Redis the turn ends by itself.
      await leases.leaveTurn(chat, holder).catch(() => undefined);
    }
  };

  /** False when Redis is away: then nothing can be done that would need an order, but to tell people so. */
  async function wait(chat: string, update: number, holder: string): Promise<boolean> {
    const until = performance.now() + patience;
    try {
      while (!(await leases.takeTurn(chat, update, holder, lease))) {
        if (stopping.aborted || performance.now() > until) {
          await leases.leaveTurn(chat, holder);
          throw new Error("its chat is still being served");
        }
        await pause(every, stopping);
      }
      return true;
    } catch (error) {
      if (isRedisAway(error)) return false;
      throw error;
    }
  }
}

/** What an update must wait its turn for: its chat, else its sender. */
export function chatOf(ctx: ChatContext): string {
  return String(ctx.chat?.id ?? ctx.from?.id ?? "");
}
