/** Help, whom to call, what is kept, and which of several missions is meant. */
import { Composer } from "grammy";
import { escortsFor } from "../delivery/reading.ts";
import { askMission, helpMessage, needHelp, privacyMessage } from "../messages/help.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { standingOf } from "./menu.ts";
import { onMissionPress } from "./press.ts";
import { redraw, respond } from "./respond.ts";

export function help(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();

  parts.words.onCommand(composer, "help", "help", async (ctx) =>
    respond(ctx, helpMessage(ctx.speech, await standingOf(parts, ctx.traveller))),
  );
  parts.words.onCommand(composer, undefined, "needhelp", (ctx) => showContacts(parts, ctx, ctx.traveller));
  onMissionPress(parts, composer, "contacts", (ctx, traveller) => showContacts(parts, ctx, traveller));
  parts.words.onCommand(composer, "privacy", undefined, (ctx) =>
    respond(ctx, privacyMessage(ctx.traveller.reading)),
  );

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

async function showContacts(parts: ChatParts, ctx: MemberContext, { mission, seat, reading }: Traveller) {
  return respond(ctx, needHelp(reading, await escortsFor(parts.store, mission, seat)));
}
