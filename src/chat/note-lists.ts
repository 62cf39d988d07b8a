/** Lists of notes in chat: one's own, all for organisers, the delegation's; searched and narrowed. */
import { Composer } from "grammy";
import { readsProposals } from "../delivery/proposals.ts";
import { forThePress, marks, type Sieve } from "../domain/notes.ts";
import { inOrder, isOrganiser } from "../domain/seats.ts";
import { whoIs } from "../messages/names.ts";
import {
  askForWords,
  foundPage,
  NOTES_ON_A_PAGE,
  notesPage,
  siftChoices,
  siftings,
  siftMenu,
} from "../messages/note-lists.ts";
import type { Whose } from "../messages/note-page.ts";
import { eventIdBy } from "../messages/reading.ts";
import { sift } from "../storage/note-scan.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { onMissionPress, onOrganiserPress, startOf } from "./press.ts";
import { redraw, respond } from "./respond.ts";
import { asksFor } from "./typing.ts";

/** Longer than anybody looks for, short enough to be shown above what was found. */
const MOST_WORDS = 120;

export function noteLists(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store } = parts;

  parts.words.onCommand(composer, "notes", "notes", async (ctx) => {
    const words = wordsAfter(ctx.message?.text);
    await store.sieves.clear(missionIdOf(ctx.traveller), ctx.traveller.seat.id);
    if (words !== "") return search(parts, ctx, ctx.traveller, words);
    const whose = isOrganiser(ctx.traveller.seat) ? "all" : "mine";
    return respond(ctx, await listPage(parts, ctx.traveller, whose, 0));
  });
  onMissionPress(parts, composer, "notes", async (ctx, traveller, { whose, from }) => {
    await store.sieves.clear(missionIdOf(traveller), traveller.seat.id);
    return redraw(ctx, await listPage(parts, traveller, allowed(traveller, whose), startOf(from)));
  });

  onMissionPress(parts, composer, "noteSearch", async (ctx, traveller) => {
    await asksFor(ctx, { what: "search", mission: missionIdOf(traveller) });
    await respond(ctx, askForWords(traveller.reading, isOrganiser(traveller.seat)));
  });
  onMissionPress(parts, composer, "found", async (ctx, traveller, { from }) =>
    redraw(ctx, await found(parts, traveller, startOf(from))),
  );

  onOrganiserPress(parts, composer, "sift", async (ctx, traveller) => {
    const sieve = await store.sieves.of(missionIdOf(traveller), traveller.seat.id);
    return redraw(ctx, siftMenu(traveller.reading, sieve, await authorsOf(parts, traveller)));
  });
  onOrganiserPress(parts, composer, "siftBy", async (ctx, traveller, { what, from }) => {
    const by = siftings.find((one) => one === what);
    if (by === undefined) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    const seats = inOrder(
      await store.people.seats(missionIdOf(traveller)),
      traveller.mission.programme.mission,
    );
    return redraw(ctx, siftChoices(traveller.reading, by, { from: startOf(from), seats }));
  });
  onOrganiserPress(parts, composer, "siftTo", async (ctx, traveller, { what, value }) => {
    const mission = missionIdOf(traveller);
    const was = await store.sieves.of(mission, traveller.seat.id);
    const sieve = sifted(traveller, was, what, value);
    if (sieve === undefined) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    await store.sieves.set(mission, traveller.seat.id, sieve);
    return redraw(ctx, await found(parts, traveller, 0));
  });

  return composer;
}

/** What stands behind the command. */
function wordsAfter(text = ""): string {
  return text.startsWith("/") ? text.replace(/^\/\S+\s*/, "").trim() : "";
}

/** Looks for words in one's notes; organisers in everybody's, within whatever they have narrowed the list to. */
export async function search(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  words: string,
): Promise<void> {
  const mission = missionIdOf(traveller);
  const { words: _, ...was } = await parts.store.sieves.of(mission, traveller.seat.id);
  const looked = words.slice(0, MOST_WORDS).trim();
  await parts.store.sieves.set(mission, traveller.seat.id, { ...was, words: looked });
  await respond(ctx, await found(parts, traveller, 0));
}

async function found(parts: ChatParts, traveller: Traveller, from: number) {
  const mission = missionIdOf(traveller);
  const organises = isOrganiser(traveller.seat);
  const kept = await parts.store.sieves.of(mission, traveller.seat.id);
  // Whoever organises no longer finds their own notes only, whatever they narrowed the list to before.
  const words = kept.words === undefined ? {} : { words: kept.words };
  const sieve: Sieve = organises ? kept : { ...words, seat: traveller.seat.id, present: true };
  const page = await sift(parts.store, mission, sieve, { from, most: NOTES_ON_A_PAGE });
  const authors = organises ? await authorsOf(parts, traveller) : undefined;
  const shown = { ...page, from, ...(authors === undefined ? {} : { authors }) };
  return foundPage(traveller.reading, shown, { sieve, organises });
}

function sifted({ mission }: Traveller, was: Sieve, what: string, value: string): Sieve | undefined {
  const { event: _e, seat: _s, mark: _m, ...words } = was;
  const { event, seat, mark } = was;
  const others = {
    ...(event === undefined || what === "event" ? {} : { event }),
    ...(seat === undefined || what === "author" ? {} : { seat }),
    ...(mark === undefined || what === "mark" ? {} : { mark }),
    ...words,
  };
  if (what === "all") return {};
  if (value === "-") return others;
  if (what === "author") return { ...others, seat: value };
  if (what === "event") {
    return { ...others, event: eventIdBy(mission, value) ?? null };
  }
  const chosen = marks.find((one) => one === value);
  return what === "mark" && chosen !== undefined ? { ...others, mark: chosen } : undefined;
}

function allowed(traveller: Traveller, whose: string): Whose {
  if (whose === "all" && isOrganiser(traveller.seat)) return "all";
  if (whose === "press" && readsProposals(traveller.mission, traveller.seat)) return "press";
  return whose === "shared" ? "shared" : "mine";
}

export async function listPage(parts: ChatParts, traveller: Traveller, whose: Whose, from: number) {
  const { store } = parts;
  const mission = missionIdOf(traveller);
  const where = { from, most: NOTES_ON_A_PAGE };
  const [page, authors, work] = await Promise.all([
    whose === "shared" || whose === "press"
      ? sift(store, mission, { readers: whose === "press" ? forThePress : ["delegation"] }, where)
      : store.notes.page(mission, { ...(whose === "mine" ? { seat: traveller.seat.id } : {}), ...where }),
    whose === "mine" ? undefined : authorsOf(parts, traveller),
    isOrganiser(traveller.seat) ? store.notes.untyped(mission, { from: 0, most: 1 }) : undefined,
  ]);
  const shown = { ...page, from, ...(authors === undefined ? {} : { authors }) };
  return notesPage(traveller.reading, shown, {
    whose,
    readsPress: readsProposals(traveller.mission, traveller.seat),
    ...(work === undefined ? {} : { work: { untyped: work.total } }),
  });
}

/** Names of everybody who may have written, by seat. */
export async function authorsOf(
  { store }: Pick<ChatParts, "store">,
  { reading, mission }: Traveller,
): Promise<Map<string, string>> {
  const seats = await store.people.seats(mission.programme.mission.id);
  return new Map(seats.map((seat) => [seat.id, whoIs(seat, reading.speech)]));
}
