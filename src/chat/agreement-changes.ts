/** What becomes of an agreement or assignment: who does it, by when, in what words; done, moved, dropped, taken up again. */
import { Composer } from "grammy";
import { type Agreement, type AgreementEdit, edited, hasPartIn } from "../domain/agreements.ts";
import { inOrder, isOrganiser } from "../domain/seats.ts";
import { isDate } from "../domain/timetable.ts";
import { askDeadline, askOwner, askWords } from "../messages/agreement-questions.ts";
import { agreementFields } from "../messages/agreements.ts";
import { tagOf } from "../messages/callback.ts";
import { about, aboutDeed, agreementView, gone, listen, nextOf } from "./agreements.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { onMissionPress, startOf, type Tapped } from "./press.ts";
import { redraw } from "./respond.ts";

export function agreementChanges(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store } = parts;

  onMissionPress(parts, composer, "agreementAsk", (ctx, traveller, { one, field }) =>
    about(parts, ctx, traveller, one, async (found) => {
      const asked = agreementFields.find((name) => name === field);
      if (asked === undefined) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
      if (asked === "owner") await redraw(ctx, await owners(parts, traveller, found, 0));
      else if (asked === "deadline") await redraw(ctx, askDeadline(traveller.reading, found));
      else await redraw(ctx, askWords(traveller.reading, found, asked));
      return listen(ctx, { mission: missionIdOf(traveller), one, field: asked });
    }),
  );
  onMissionPress(parts, composer, "agreementOwners", (ctx, traveller, { one, from }) =>
    about(parts, ctx, traveller, one, async (found) =>
      redraw(ctx, await owners(parts, traveller, found, startOf(from))),
    ),
  );
  onMissionPress(parts, composer, "agreementOwner", (ctx, traveller, { one, seat: tag }) =>
    about(parts, ctx, traveller, one, async (found) => {
      const seat = (await store.people.seats(missionIdOf(traveller))).find(({ id }) => tagOf(id) === tag);
      if (seat === undefined) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
      return change(parts, ctx, traveller, found.id, { set: "owner", owner: { seat: seat.id } });
    }),
  );
  onMissionPress(parts, composer, "agreementDo", (ctx, traveller, { one, what }) =>
    about(parts, ctx, traveller, one, async ({ id }) => {
      const edit = editFor(what);
      if (edit === undefined) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
      return change(parts, ctx, traveller, id, edit);
    }),
  );

  return composer;
}

function editFor(what: string): AgreementEdit | undefined {
  if (what === "done" || what === "dropped" || what === "reopened") return { set: what };
  if (what === "never") return { set: "deadline", deadline: undefined };
  return isDate(what) ? { set: "deadline", deadline: what } : undefined;
}

async function owners({ store }: ChatParts, traveller: Traveller, one: Agreement, from: number) {
  const seats = await store.people.seats(missionIdOf(traveller));
  return askOwner(traveller.reading, one, {
    seats: inOrder(seats, traveller.mission.programme.mission),
    from,
  });
}

/** Changes one on behalf of somebody who has a part in it; undefined when it is none of theirs any more. */
export async function changeAgreement(
  parts: ChatParts,
  traveller: Traveller,
  id: string,
  edit: AgreementEdit,
): Promise<Agreement | undefined> {
  const { store, clock } = parts;
  const mission = missionIdOf(traveller);
  const who = { by: traveller.seat.id, at: clock.now() };
  const mayChange = (was: Agreement) => hasPartIn(traveller, was);
  const changed = await store.agreements.change(
    mission,
    id,
    (was) => (mayChange(was) ? edited(was, edit, who) : was),
    nextOf(parts, traveller),
  );
  if (changed === undefined || !mayChange(changed.was)) return undefined;
  const { was, now } = changed;
  if (now !== was && isOrganiser(traveller.seat)) {
    const did =
      edit.set === "done" || edit.set === "dropped" || edit.set === "reopened" ? edit.set : "change";
    await store.audit.enter(mission, { at: who.at, by: who.by, did: `${did}-agreement`, ...aboutDeed(now) });
  }
  return now;
}

async function change(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  id: string,
  edit: AgreementEdit,
) {
  const now = await changeAgreement(parts, traveller, id, edit);
  return now === undefined ? gone(ctx) : redraw(ctx, await agreementView(parts, traveller, now));
}
