/** The scene of agreements: a new one in words, or one field of it; commands and taps lead out of it. */
import { changeAgreement } from "../src/chat/agreement-changes.ts";
import { type AgreementTask, agreementView, make } from "../src/chat/agreements.ts";
import type { ChatParts, MemberContext } from "../src/chat/context.ts";
import { missionIdOf } from "../src/chat/guard.ts";
import { respond } from "../src/chat/respond.ts";
import { type AgreementEdit, WHAT_LIMIT, WHO_LIMIT } from "../src/domain/agreements.ts";
import { zoneOfHome } from "../src/domain/event-zones.ts";
import { localDateIn } from "../src/domain/spoken-times.ts";
import { cleaned, isBlank } from "../src/domain/words.ts";
import type { AgreementField } from "../src/messages/agreements.ts";
import { type Understood, untilUnderstood } from "./steps.ts";

export function agreementScene(parts: ChatParts) {
  return untilUnderstood<AgreementTask>(parts, (ctx, task) => answer(parts, ctx, task));
}

/** Whoever has switched missions meanwhile is not in this scene. */
async function answer(parts: ChatParts, ctx: MemberContext, task: AgreementTask): Promise<Understood> {
  const { traveller, speech } = ctx;
  if (missionIdOf(traveller) !== task.mission) return "elsewhere";
  const said = cleaned(ctx.message?.text ?? "");
  if ("sort" in task) {
    const what = withinLimit(said, WHAT_LIMIT);
    if (what === undefined) return again(ctx, "agreement-words");
    const { mission: _, ...from } = task;
    await make(parts, ctx, traveller, { ...from, what });
    return "done";
  }
  const one = await parts.store.agreements.find(task.mission, task.one);
  if (task.field === "owner" && one?.sort === "assignment") return again(ctx, "agreement-choose-owner");
  const edit = editOf(task.field, said, traveller);
  if (typeof edit === "string") return again(ctx, edit);
  const now = await changeAgreement(parts, traveller, task.one, edit);
  if (now === undefined) {
    await ctx.reply(speech.say("agreement-gone"));
    return "done";
  }
  await respond(ctx, await agreementView(parts, traveller, now));
  return "done";
}

/** What typed words do to a field, or the sentence that says why they do nothing. */
function editOf(
  field: AgreementField,
  said: string,
  { reading }: MemberContext["traveller"],
): AgreementEdit | string {
  if (field === "deadline") {
    const zone = zoneOfHome(reading.mission.programme.mission);
    const date = localDateIn(said, { now: reading.now, zone });
    if (!date.ok) return date.why === "past" ? "agreement-date-past" : "agreement-not-a-date";
    return { set: "deadline", deadline: date.date };
  }
  const text = withinLimit(said, field === "what" ? WHAT_LIMIT : WHO_LIMIT);
  if (text === undefined) return field === "what" ? "agreement-words" : "agreement-who-words";
  return field === "owner" ? { set: "owner", owner: { words: text } } : { set: field, text };
}

function withinLimit(said: string, limit: number): string | undefined {
  return isBlank(said) || said.length > limit ? undefined : said;
}

async function again(ctx: MemberContext, why: string): Promise<"again"> {
  await ctx.reply(ctx.speech.say(why));
  return "again";
}
