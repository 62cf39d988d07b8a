/** What the bot asked somebody to type: words to look for, what a voice says, remarks at the end. */
import type { Context } from "grammy";
import type { ChatParts, MemberContext } from "./context.ts";

export type TypingTask =
  | { readonly what: "search"; readonly mission: string }
  | { readonly what: "voice"; readonly mission: string; readonly note: string; readonly item: string }
  | { readonly what: "survey"; readonly mission: string };

/** Waits for one message of text; whatever was asked for before is not waited for any more. */
export async function asksFor(ctx: MemberContext, task: TypingTask): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter("typing", task);
}

/** Whether a message is what was asked for; a command leads out of it, and so does a tap. */
export function isTyped(parts: ChatParts, came: Context): boolean {
  return came.message?.text !== undefined && !parts.words.isCommand(came);
}
