/** Agreements and assignments in chat: the lists, one of them, and making one of a note or of words. */
import { Composer } from "grammy";
import { nextAgreementInstant } from "../domain/agreement-reminders.ts";
import {
  type Agreement,
  type AgreementSort,
  agreementSorts,
  byUrgency,
  hasPartIn,
  isMine,
  isOverdue,
  newAgreement,
  WHAT_LIMIT,
  wordsOfNote,
} from "../domain/agreements.ts";
import { zoneOfHome } from "../domain/event-zones.ts";
import { withMark } from "../domain/notes.ts";
import { bySeat, isOrganiser } from "../domain/seats.ts";
import { isBlank } from "../domain/words.ts";
import { agreementMessage } from "../messages/agreement-page.ts";
import { askNewAgreement } from "../messages/agreement-questions.ts";
import {
  AGREEMENTS_ON_A_PAGE,
  type AgreementField,
  type AgreementList,
  agreementLists,
  agreementsPage,
  todayOf,
} from "../messages/agreements.ts";
import { clip } from "../messages/limits.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { ownsOrOrganises } from "./note-page.ts";
import { onMissionPress, startOf, type Tapped } from "./press.ts";
import { redraw, respond } from "./respond.ts";

/** What the scene of agreements is entered with: the field of one that is typed, or a new one's sort. */
export type AgreementTask = { readonly mission: string } & (
  | { readonly one: string; readonly field: AgreementField }
  | { readonly sort: AgreementSort; readonly note?: string; readonly event?: string }
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
    if (note === undefined || !ownsOrOrganises(traveller, note) || !isSort(sort))
      return ctx.answerCallbackQuery(ctx.speech.say("note-gone"));
    const from = { sort, note: id, ...(note.event === undefined ? {} : { event: note.event }) };
    const what = wordsOfNote(note);
    if (!isBlank(what)) return make(parts, ctx, traveller, { ...from, what });
    // A voice or a photo says nothing by itself.
    await respond(ctx, askNewAgreement(traveller.reading, sort));
    return listen(ctx, { mission: missionIdOf(traveller), ...from });
  });

  return composer;
}

function isSort(sort: string): sort is AgreementSort {
  return agreementSorts.some((one) => one === sort);
}

/** From here on what the person writes is the answer, until they tap or command something else. */
export async function listen(ctx: MemberContext, task: AgreementTask): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter("agreement", task);
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
        ? isMine(traveller, one)
        : hasPartIn(traveller, one) && (shown === "all" || isOverdue(one, today)),
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
    { by, user: traveller.participant.user, at: clock.now() },
  );
  await store.agreements.add(mission, one, nextOf(parts, traveller)(one));
  // Who looks through notes for agreements finds it.
  if (one.note !== undefined)
    await store.notes.amend(mission, one.note, ({ marks }) => ({ marks: withMark(marks, "agreement") }));
  if (isOrganiser(traveller.seat)) {
    await store.audit.enter(mission, { at: one.madeAt, by, did: "make-agreement", ...aboutDeed(one) });
  }
  const kept = (await store.agreements.find(mission, id)) ?? one;
  await respond(ctx, await agreementView(parts, traveller, kept, { isNew: true }));
}

/** The seat or the event it is about: its words are nobody's but its people's. */
export function aboutDeed({ owner, event }: Agreement): { about?: string } {
  const about = "seat" in owner ? owner.seat : event;
  return about === undefined ? {} : { about };
}

/** When the owner of an agreement is to be looked at next: programme time. */
export function nextOf({ clock }: ChatParts, { mission }: Traveller) {
  const zone = zoneOfHome(mission.programme.mission);
  return (one: Agreement) => nextAgreementInstant([one], { zone, now: clock.now() });
}

/** One agreement, as its reader sees it. */
export async function agreementView(
  { store }: ChatParts,
  traveller: Traveller,
  one: Agreement,
  { isNew = false } = {},
) {
  const { reading } = traveller;
  const mission = missionIdOf(traveller);
  const [seats, note] = await Promise.all([
    store.people.seats(mission),
    one.note === undefined ? undefined : store.notes.find(mission, one.note),
  ]);
  const isReadable = note !== undefined && ownsOrOrganises(traveller, note);
  return agreementMessage(reading, one, { seats: bySeat(seats), isNew, readsNote: isReadable });
}

/** One its reader has a part in; to anybody else it does not exist. */
export async function about(
  { store }: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  id: string,
  act: (one: Agreement) => Promise<unknown>,
): Promise<unknown> {
  const found = await store.agreements.find(missionIdOf(traveller), id);
  return found !== undefined && hasPartIn(traveller, found) ? act(found) : gone(ctx);
}

/** There is no such agreement for them (any more). */
export function gone(ctx: Tapped<MemberContext>) {
  return ctx.answerCallbackQuery({ text: ctx.speech.say("agreement-gone"), show_alert: true });
}
