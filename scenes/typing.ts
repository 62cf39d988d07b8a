/** The typing scene: one message of text. Whatever else comes leads out of it, and is not lost. */
import type { Context } from "grammy";
import type { ChatParts, MemberContext, Scene } from "../src/chat/context.ts";
import { travellerOf } from "../src/chat/guard.ts";
import { search } from "../src/chat/note-lists.ts";
import { keepRemarks } from "../src/chat/surveying.ts";
import { typeVoice } from "../src/chat/transcribing.ts";
import { isTyped, type TypingTask } from "../src/chat/typing.ts";
import { outsideForMembers } from "./steps.ts";

export function typingScene(parts: ChatParts) {
  return async (conversation: Scene, _entered: Context, task: TypingTask): Promise<void> => {
    const step = outsideForMembers(conversation);
    const came = await conversation.wait();
    if (!isTyped(parts, came)) return conversation.halt({ next: true });
    const taken = await step((ctx) => take(parts, ctx, task));
    if (!taken) return conversation.halt({ next: true });
  };
}

/** Takes what was typed; false when it is not for this scene any more: the seat is gone. */
async function take(parts: ChatParts, ctx: MemberContext, task: TypingTask): Promise<boolean> {
  const { participant, missions } = ctx.traveller;
  const mission = missions.find(({ programme }) => programme.mission.id === task.mission);
  const traveller = mission && (await travellerOf(parts, participant.user, mission.handle));
  const text = ctx.message?.text;
  if (traveller === undefined || text === undefined) return false;
  if (task.what === "search") await search(parts, ctx, traveller, text);
  else if (task.what === "voice") await typeVoice(parts, ctx, traveller, task, text);
  else await keepRemarks(parts, ctx, traveller, text);
  return true;
}
