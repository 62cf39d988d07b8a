/** Agreements and assignments in chat: the lists, making one of a note or of words, and what becomes of it. */
import { Composer } from "grammy";
import { nextAgreementInstant, zoneOfHome } from "../domain/agreement-reminders.ts";
import {
  type Agreement,
  type AgreementEdit,
  type AgreementSort,
  agreementSorts,
  byUrgency,
  edited,
  hasPartIn,
  isMine,
  isOverdue,
  newAgreement,
  WHAT_LIMIT,
  wordsOfNote,
} from "../domain/agreements.ts";
import { inOrder, isOrganiser } from "../domain/seats.ts";
import { isDate } from "../domain/timetable.ts";
import { isBlank } from "../domain/words.ts";
import {
  AGREEMENTS_ON_A_PAGE,
  type AgreementField,
  type AgreementList,
  agreementFields,
  agreementLists,
  agreementMessage,
  agreementsPage,
  askDeadline,
  askNewAgreement,
  askOwner,
  askWords,
  todayOf,
} from "../messages/agreements.ts";
import { tagOf } from "../messages/callback.ts";
import { clip } from "../messages/limits.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { bySeat } from "./meeting.ts";
import { onMissionPress, startOf, type Tapped } from "./press.ts";
import { redraw, respond } from "./respond.ts";

/** What the scene of agreements is entered with: the field of one that is typed, or a new one's sort. */
export type AgreementTask = { readonly mission: string } & (
  | { readonly one: string; readonly field: AgreementField }
  | { readonly sort: AgreementSort }
);

export function agreements(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store } = parts;

  parts.words.onCommand(composer, "agreements", "agreements", async (ctx) =>
    respond(ctx, await listFor(parts, ctx.traveller, isOrganiser(ctx.traveller.seat) ? "all" : "mine", 0)),
  );
  onMissionPress(parts, composer, "agreements", async (ctx, traveller, { which, from }) => {
    const list = agreementLists.find((one) => one === which) ?? "mine";
    await redraw(ctx, await listFor(parts, traveller, list, startOf(from)));
  });
  onMissionPress(parts, composer, "agreement", (ctx, traveller, { one }) =>
    about(parts, ctx, traveller, one, async (found) =>
      redraw(ctx, await agreementView(parts, traveller, found)),
    ),
  );

  onMissionPress(parts, composer, "agreementAdd", async (ctx, traveller, { sort }) => {
    if (!isSort(sort)) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    await respond(ctx, askNewAgreement(traveller.reading, sort));
    return listen(ctx, { mission: missionIdOf(traveller), sort });
  });
  onMissionPress(parts, composer, "agreementFrom", async (ctx, traveller, { note: id, sort }) => {
    const note = await store.notes.find(missionIdOf(traveller), id);
    const readable = note !== undefined && (note.seat === traveller.seat.id || isOrganiser(traveller.seat));
    if (!readable || !isSort(sort)) return ctx.answerCallbackQuery(ctx.speech.say("note-gone"));
    const what = wordsOfNote(note);
    if (isBlank(what)) {
      // A voice or a photo says nothing by itself.
      await respond(ctx, askNewAgreement(traveller.reading, sort));
      return listen(ctx, { mission: missionIdOf(traveller), sort });
    }
    return make(parts, ctx, traveller, {
      sort,
      what,
      note: id,
      ...(note.event === undefined ? {} : { event: note.event }),
    });
  });

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

function isSort(sort: string): sort is AgreementSort {
  return agreementSorts.some((one) => one === sort);
}

function editFor(what: string): AgreementEdit | undefined {
  if (what === "done" || what === "dropped" || what === "reopened") return { set: what };
  if (what === "never") return { set: "deadline", deadline: undefined };
  return isDate(what) ? { set: "deadline", deadline: what } : undefined;
}

/** From here on what the person writes is the answer, until they tap or command something else. */
async function listen(ctx: MemberContext, task: AgreementTask): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter("agreement", task);
}

async function owners({ store }: ChatParts, traveller: Traveller, one: Agreement, from: number) {
  const seats = await store.people.seats(missionIdOf(traveller));
  return askOwner(traveller.reading, one, {
    seats: inOrder(seats, traveller.mission.programme.mission),
    from,
  });
}

async function listFor({ store }: ChatParts, traveller: Traveller, which: AgreementList, from: number) {
  const { seat, reading } = traveller;
  const mission = missionIdOf(traveller);
  const [all, seats] = await Promise.all([store.agreements.all(mission), store.people.seats(mission)]);
  const shown = which === "all" && !isOrganiser(seat) ? "mine" : which;
  const today = todayOf(reading);
  const listed = byUrgency(
    all.filter((one) =>
      shown === "mine"
        ? isMine(seat, one)
        : hasPartIn(seat, one) && (shown === "all" || isOverdue(one, today)),
    ),
  );
  const start = from < listed.length ? from : 0;
  const page = listed.slice(start, start + AGREEMENTS_ON_A_PAGE);
  return agreementsPage(reading, {
    which: shown,
    page,
    total: listed.length,
    from: start,
    seats: bySeat(seats),
  });
}

/** Keeps a new one, whose owner is first of all whoever makes it, and shows it to be set right. */
export async function make(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  from: Pick<Agreement, "sort" | "what"> & Partial<Pick<Agreement, "note" | "event">>,
): Promise<void> {
  const { store, clock } = parts;
  const mission = missionIdOf(traveller);
  const id = `${traveller.participant.user.toString(36)}-${ctx.update.update_id.toString(36)}`;
  const by = traveller.seat.id;
  const one = newAgreement(
    { ...from, what: clip(from.what, WHAT_LIMIT), id, owner: { seat: by } },
    { by, at: clock.now() },
  );
  await store.agreements.add(mission, one, nextOf(parts, traveller)(one));
  if (isOrganiser(traveller.seat)) {
    await store.audit.enter(mission, { at: one.madeAt, by, did: "make-agreement", ...aboutDeed(one) });
  }
  const kept = (await store.agreements.find(mission, id)) ?? one;
  await respond(ctx, await agreementView(parts, traveller, kept, { isNew: true }));
}

/** The seat or the event it is about: its words are nobody's but its people's. */
function aboutDeed({ owner, event }: Agreement): { about?: string } {
  const about = "seat" in owner ? owner.seat : event;
  return about === undefined ? {} : { about };
}

function nextOf({ clock }: ChatParts, { mission }: Traveller) {
  const zone = zoneOfHome(mission.programme.mission);
  return (one: Agreement) => nextAgreementInstant([one], { zone, now: clock.now() });
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
  const mayChange = (was: Agreement) => hasPartIn(traveller.seat, was);
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

export async function agreementView(
  { store }: ChatParts,
  traveller: Traveller,
  one: Agreement,
  { isNew = false } = {},
) {
  const { seat, reading } = traveller;
  const mission = missionIdOf(traveller);
  const [seats, note] = await Promise.all([
    store.people.seats(mission),
    one.note === undefined ? undefined : store.notes.find(mission, one.note),
  ]);
  const readsNote = note !== undefined && (note.seat === seat.id || isOrganiser(seat));
  return agreementMessage(reading, one, { seats: bySeat(seats), isNew, readsNote });
}

/** One its reader has a part in; to anybody else it does not exist. */
async function about(
  { store }: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  id: string,
  act: (one: Agreement) => Promise<unknown>,
): Promise<unknown> {
  const found = await store.agreements.find(missionIdOf(traveller), id);
  return found !== undefined && hasPartIn(traveller.seat, found) ? act(found) : gone(ctx);
}

function gone(ctx: Tapped<MemberContext>) {
  return ctx.answerCallbackQuery({ text: ctx.speech.say("agreement-gone"), show_alert: true });
}
