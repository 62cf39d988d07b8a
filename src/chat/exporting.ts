/** Asking for files that take a while: the report, what the mission brought home, one's own materials. */
import { Composer } from "grammy";
import { aboutFile } from "../delivery/making.ts";
import { jobOf } from "../delivery/queue.ts";
import { type Language, languages } from "../domain/mission.ts";
import { type FileKind, resultKinds } from "../messages/making.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { onMissionPress, onOrganiserPress, type Tapped } from "./press.ts";
import { askLanguage } from "./reporting.ts";
import { redraw } from "./respond.ts";

export function exporting(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();

  onOrganiserPress(parts, composer, "reportBuild", async (ctx, traveller, { language }) => {
    if (language === "-") return redraw(ctx, await askLanguage(parts, traveller));
    const chosen = languages.find((one) => one === language);
    if (chosen === undefined) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    return request(parts, ctx, traveller, "report", chosen);
  });
  onOrganiserPress(parts, composer, "result", async (ctx, traveller, { what }) => {
    const kind = resultKinds.find((one) => one === what);
    if (kind === undefined) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    return request(parts, ctx, traveller, kind, ctx.speech.language);
  });
  onMissionPress(parts, composer, "mine", (ctx, traveller) =>
    request(parts, ctx, traveller, "mine", ctx.speech.language),
  );

  return composer;
}

/** Has a file made; a tap handled twice is one request. */
async function request(
  { queue, store, clock }: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  kind: FileKind,
  language: Language,
): Promise<void> {
  const mission = missionIdOf(traveller);
  const about = aboutFile(kind, language, ctx.update.update_id);
  const { name, data, opts } = jobOf("file", { mission, seat: traveller.seat.id, about }, about);
  await queue.add(name, data, opts);
  if (kind === "mine") return;
  await store.audit.enter(mission, { at: clock.now(), by: traveller.seat.id, did: `file-${kind}` });
}
