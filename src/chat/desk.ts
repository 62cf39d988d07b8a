/** The organisers' desk: one menu that leads to everything organisers do. */
import { Composer } from "grammy";
import { deskMessage, deskPartMessage, isDeskPart } from "../messages/desk.ts";
import type { ChatParts, MemberContext } from "./context.ts";
import { organisersAmong } from "./guard.ts";
import { leaveList } from "./history.ts";
import { onOrganiserPress } from "./press.ts";
import { redraw, respond } from "./respond.ts";

export function desk(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  parts.words.onCommand(organisersAmong(composer), "desk", "desk", (ctx) =>
    respond(ctx, deskMessage(ctx.traveller.reading)),
  );
  onOrganiserPress(parts, composer, "desk", async (ctx, traveller) => {
    await leaveList(parts, ctx, traveller);
    return redraw(ctx, deskMessage(traveller.reading));
  });
  onOrganiserPress(parts, composer, "deskPart", (ctx, { reading }, { part }) =>
    redraw(ctx, isDeskPart(part) ? deskPartMessage(reading, part) : deskMessage(reading)),
  );
  return composer;
}
