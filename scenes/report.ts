/** The scene of the report: what organisers write of it, one piece after another; commands and taps lead out of it. */
import type { Context } from "grammy";
import type { ChatParts, MemberContext, Scene } from "../src/chat/context.ts";
import { travellerOf } from "../src/chat/guard.ts";
import { type Taken, take } from "../src/chat/report-answers.ts";
import type { ReportTask } from "../src/chat/report-asking.ts";
import { isOrganiser } from "../src/domain/seats.ts";
import { outsideForMembers } from "./steps.ts";

export function reportScene(parts: ChatParts) {
  return async (conversation: Scene, _entered: Context, task: ReportTask): Promise<void> => {
    const step = outsideForMembers(conversation);
    let now = task;
    for (;;) {
      const came = await conversation.wait();
      if (!isWritten(parts, came)) return conversation.halt({ next: true });
      const asked = now;
      const taken: Taken = await step((ctx) => takeFor(parts, ctx, asked));
      if (taken === "elsewhere") return conversation.halt({ next: true });
      if (taken === "done") return;
      now = taken;
    }
  };
}

/** Words that are no command, or a file. */
function isWritten(parts: ChatParts, came: Context): boolean {
  const { message } = came;
  if (message?.photo !== undefined || message?.document !== undefined) return true;
  return message?.text !== undefined && !parts.words.isCommand(came);
}

/** Whoever no longer organises the mission has nothing to say here. */
async function takeFor(parts: ChatParts, ctx: MemberContext, task: ReportTask): Promise<Taken> {
  const { participant, missions } = ctx.traveller;
  const mission = missions.find(({ programme }) => programme.mission.id === task.mission);
  const traveller = mission && (await travellerOf(parts, participant.user, mission.handle));
  if (traveller === undefined || !isOrganiser(traveller.seat)) return "elsewhere";
  return take(parts, ctx, traveller, task);
}
