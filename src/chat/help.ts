/** Help, whom to call, what is kept, and which of several missions is meant. */
import { Composer } from "grammy";
import { escortsOf } from "../domain/escorts.ts";
import type { Seat } from "../domain/mission.ts";
import { askMission, helpMessage, needHelp, privacyMessage } from "../messages/help.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { onMissionPress } from "./press.ts";
import { redraw, respond } from "./respond.ts";

export function help(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();

  parts.words.onCommand(composer, "help", "help", (ctx) =>
    respond(ctx, helpMessage(ctx.speech, ctx.traveller.seat, ctx.traveller.missions.length)),
  );
  parts.words.onCommand(composer, undefined, "needhelp", async (ctx) =>
    respond(ctx, needHelp(ctx.traveller.reading, await escortsFor(parts, ctx.traveller))),
  );
  onMissionPress(parts, composer, "contacts", async (ctx, traveller) =>
    respond(ctx, needHelp(traveller.reading, await escortsFor(parts, traveller))),
  );
  parts.words.onCommand(composer, "privacy", undefined, (ctx) => respond(ctx, privacyMessage(ctx.speech)));

  parts.words.onCommand(composer, "missions", undefined, (ctx) =>
    respond(ctx, askMission(ctx.speech, ctx.traveller.missions, missionIdOf(ctx.traveller))),
  );
  onMissionPress(parts, composer, "mission", async (ctx, chosen) => {
    const id = missionIdOf(chosen);
    await parts.store.people.switchTo(ctx.from.id, id);
    await redraw(ctx, askMission(ctx.speech, chosen.missions, id));
    await ctx.answerCallbackQuery(ctx.speech.say("mission-set"));
  });

  return composer;
}

/** The seats of those who answer for somebody. */
async function escortsFor({ store }: ChatParts, { seat, mission }: Traveller): Promise<Seat[]> {
  const { mission: file } = mission.programme;
  const chosen = await store.escorts.chosen(file.id);
  const seats = await Promise.all(
    escortsOf(seat, file, chosen).map((escort) => store.people.seat(file.id, escort)),
  );
  return seats.filter((escort) => escort !== undefined);
}
