import type { Context } from "grammy";
import type { ChatContext, ChatParts, MemberContext, Scene } from "../src/chat/context.ts";

/**
 * Runs a step of a scene outside of it, once: what happens there (storing, answering) is not repeated when the scene is
 * replayed, and only what it returns, which must be JSON, is remembered.
 */
export function outside(conversation: Scene) {
  return <T>(step: (ctx: ChatContext) => Promise<T> | T): Promise<T> => conversation.external(step);
}

/** The same for scenes of members; someone who has lost their seat meanwhile leaves the scene. */
export function outsideForMembers(conversation: Scene) {
  return async <T>(step: (ctx: MemberContext) => Promise<T> | T): Promise<T> => {
    const result = await conversation.external(async (ctx) =>
      isMember(ctx) ? { value: await step(ctx) } : { value: undefined, left: true },
    );
    if ("left" in result) return conversation.halt({ next: true });
    return result.value;
  };
}

/** What became of an answer: understood, to be given once more, or meant for something else than this scene. */
export type Understood = "done" | "again" | "elsewhere";

/** A scene of one question, whose answer is words: it waits until it understands them. Commands and taps lead out of it. */
export function untilUnderstood<Task>(
  { words }: ChatParts,
  answer: (ctx: MemberContext, task: Task) => Promise<Understood>,
) {
  return async (conversation: Scene, _entered: Context, task: Task): Promise<void> => {
    const step = outsideForMembers(conversation);
    for (;;) {
      const came = await conversation.wait();
      if (came.message?.text === undefined || words.isCommand(came)) return conversation.halt({ next: true });
      const outcome = await step((ctx) => answer(ctx, task));
      if (outcome === "elsewhere") return conversation.halt({ next: true });
      if (outcome === "done") return;
    }
  };
}

function isMember(ctx: ChatContext): ctx is MemberContext {
  return ctx.traveller !== undefined;
}
