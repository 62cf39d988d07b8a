import type { ChatContext, MemberContext, Scene } from "../src/chat/context.ts";

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

function isMember(ctx: ChatContext): ctx is MemberContext {
  return ctx.traveller !== undefined;
}
