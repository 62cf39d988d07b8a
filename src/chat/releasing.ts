/** From edits to a revision: the draft is kept, laid upon what is in force, shown, and released once. */
import { principalOf } from "../domain/aides.ts";
import type { Choices } from "../domain/audience.ts";
import { type Clash, clashesOf, newClashes } from "../domain/clashes.ts";
import { type Draft, peopleIn } from "../domain/drafts.ts";
import { type Applied, applyEdits, type Draftable, type Edit } from "../domain/edits.ts";
import { type FilePeople, filePeople, seatChanges } from "../domain/file-people.ts";
import { asTold, newsOf, toldOf } from "../domain/news.ts";
import type { Member } from "../domain/seats.ts";
import { type MissionInForce, type Origin, type Programme, programmeOf } from "../domain/timetable.ts";
import type { ChatParts, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";

/** A draft laid upon the revision it was made on, ready to be looked at. */
export interface LaidDraft {
  readonly kind: "laid";
  readonly draft: Draft;
  readonly stored: string;
  readonly state: Draftable;
  readonly after: Programme;
}

export type Laying =
  | LaidDraft
  | { readonly kind: "none" }
  /** Somebody has released another revision since the draft was begun; `base` is the one it was begun on. */
  | { readonly kind: "stale"; readonly draft: Draft; readonly base: MissionInForce }
  /** The edits cannot be applied. */
  | { readonly kind: "refused"; readonly draft: Draft; readonly why: Extract<Applied, { ok: false }> };

export interface DraftWay {
  readonly how: Origin;
  readonly update: number;
  /** Begins anew instead of gathering. */
  readonly anew?: boolean;
  /** The number of the revision the edits bring back. */
  readonly restores?: number;
  /** The id of the draft somebody has before their eyes and makes otherwise: it is not replaced but adjusted. */
  readonly adjusts?: string | undefined;
}

/**
 * Adds edits to the organiser's draft, or begins one. Nothing is kept of edits that cannot be applied. What has been
 * gathered is laid aside, not lost, when something else is begun: a delay has no time to wait for it. Any other draft is
 * quickly made again; the one that takes its place says so.
 */
export async function addEdits(
  { store }: ChatParts,
  traveller: Traveller,
  edits: readonly Edit[],
  { how, update, anew = how !== "change", restores, adjusts }: DraftWay,
): Promise<Laying> {
  const { mission, seat } = traveller;
  const id = missionIdOf(traveller);
  const kept = await store.drafts.of(id, seat.id);
  if (kept?.draft.lastUpdate === update) return lay(mission, kept.draft, kept.stored);
  const isGathered = kept?.draft.how === "change";
  const gathered = anew ? undefined : (isGathered ? kept : await store.drafts.takeUp(id, seat.id))?.draft;
  const isAdjusted = kept !== undefined && kept.draft.id === adjusts;
  const replaced = isAdjusted ? kept.draft.replaces : isGathered ? undefined : kept?.draft.how;
  const draft: Draft = {
    id: gathered?.id ?? update.toString(36),
    base: gathered?.base ?? mission.programme.revision,
    edits: [...(gathered?.edits ?? []), ...edits],
    how,
    atOnce: gathered?.atOnce ?? false,
    lastUpdate: update,
    ...(restores === undefined ? {} : { restores }),
    ...(replaced === undefined ? {} : { replaces: replaced }),
  };
  // What cannot be applied even to what is in force now is refused before anything is kept.
  const laid = lay(mission, { ...draft, base: mission.programme.revision }, "");
  if (laid.kind === "refused") return laid;
  if (isGathered && how !== "change") await store.drafts.putAside(id, seat.id, kept);
  return lay(
    mission,
    draft,
    (await store.drafts.save(id, seat.id, draft)).stored,
    await baseOf(store, id, draft),
  );
}

/**
 * The programme as the changes an organiser has gathered would make it: what they change next is read against that. A
 * draft that cannot be laid upon what is in force leaves the programme as it is.
 */
export async function asDrafted({ store }: ChatParts, traveller: Traveller): Promise<Traveller> {
  const { mission, seat, reading } = traveller;
  const kept = await store.drafts.of(missionIdOf(traveller), seat.id);
  const laid = kept?.draft.how === "change" ? lay(mission, kept.draft, kept.stored) : undefined;
  if (laid?.kind !== "laid") return traveller;
  const drafted = { ...mission, programme: laid.after, aside: laid.state.aside };
  return { ...traveller, mission: drafted, reading: { ...reading, mission: drafted } };
}

/** The organiser's draft as it stands; when that has been released or dropped, the one laid aside for it. */
export async function presentDraft({ store }: ChatParts, traveller: Traveller): Promise<Laying> {
  const id = missionIdOf(traveller);
  const { id: owner } = traveller.seat;
  const kept = (await store.drafts.of(id, owner)) ?? (await store.drafts.takeUp(id, owner));
  if (kept === undefined) return { kind: "none" };
  return lay(traveller.mission, kept.draft, kept.stored, await baseOf(store, id, kept.draft));
}

/** Lays the draft upon what is in force now; edits of events that are gone meanwhile are left out. */
export async function layAnew({ store }: ChatParts, traveller: Traveller, draft: Draft): Promise<Laying> {
  const { mission, seat } = traveller;
  const state = { mission: mission.programme.mission, aside: mission.aside };
  const edits: Edit[] = [];
  for (const edit of draft.edits) if (applyEdits(state, [...edits, edit]).ok) edits.push(edit);
  if (edits.length === 0) {
    await store.drafts.drop(missionIdOf(traveller), seat.id);
    return { kind: "none" };
  }
  const anew = { ...draft, base: mission.programme.revision, edits };
  return lay(mission, anew, (await store.drafts.save(missionIdOf(traveller), seat.id, anew)).stored);
}

function baseOf({ missions }: ChatParts["store"], id: string, { base }: Draft) {
  return missions.revision(id, base);
}

function lay(inForce: MissionInForce, draft: Draft, stored: string, base = inForce): Laying {
  if (draft.base !== inForce.programme.revision) return { kind: "stale", draft, base };
  const applied = applyEdits({ mission: inForce.programme.mission, aside: inForce.aside }, draft.edits);
  if (!applied.ok) return { kind: "refused", draft, why: applied };
  const { mission, aside } = applied.state;
  const after = programmeOf(mission, draft.base + 1, aside);
  return { kind: "laid", draft, stored, state: applied.state, after };
}

export interface Consequences {
  readonly members: number;
  /** Who is to be told something. */
  readonly affected: readonly Member[];
  /** Clashes that are not there yet. */
  readonly clashes: readonly Clash[];
  /** What the people of a file would change. */
  readonly people?: FilePeople;
}

/** What a release of the draft would mean for people. */
export async function consequencesOf(
  { store }: ChatParts,
  traveller: Traveller,
  { draft, after }: Pick<LaidDraft, "draft" | "after">,
): Promise<Consequences> {
  const id = missionIdOf(traveller);
  const [seats, members, choices] = await Promise.all([
    store.people.seats(id),
    store.people.members(id),
    store.choices.all(id),
  ]);
  const before = traveller.mission.programme;
  const { now } = traveller.reading;
  // Whoever releases it knows.
  const others = members.filter((member) => member.seat.id !== traveller.seat.id);
  const listed = peopleIn(draft);
  const joined = new Set(members.map(({ seat }) => seat.id));
  const take = draft.takesPeople ?? false;
  const { set } = listed === undefined ? { set: [] } : seatChanges(listed, seats, { joined, take });
  const becomes = new Map(set.map((seat) => [seat.id, seat]));
  const affected = others.filter(({ seat }) => {
    const picks: Choices = choices.get(seat.id) ?? {};
    const principal = principalOf(seat, seats, choices);
    const toldBefore = toldOf(seat, before.revision, 0, principal?.seat);
    const told = asTold(before, seat, toldBefore, picks, principal);
    const next = becomes.get(seat.id) ?? seat;
    const toldAfter = toldOf(next, after.revision, 0, principal?.seat);
    const then = asTold(after, next, toldAfter, picks, principal);
    const { kind } = newsOf({ told, after: then, now });
    return kind !== "none" && kind !== "wording";
  });
  // Who has not joined yet cannot be in two places either.
  const people = seats.map((seat) => ({ seat, choices: choices.get(seat.id) ?? {} }));
  const then = people.map((one) => ({ ...one, seat: becomes.get(one.seat.id) ?? one.seat }));
  const clashes = newClashes(clashesOf(before, people), clashesOf(after, then));
  return {
    members: others.length,
    affected,
    clashes,
    ...(listed === undefined ? {} : { people: filePeople(listed, seats, joined) }),
  };
}

export type Releasing =
  | { readonly kind: "released"; readonly revision: number }
  | { readonly kind: "stale" | "gone" };

/**
 * Releases a laid draft. An update handled twice after a crash finds its own release and says so. Whoever releases knows
 * what they have done, and is told no more of it.
 */
export async function releaseDraft(
  parts: ChatParts,
  traveller: Traveller,
  { draft, stored, state }: LaidDraft,
): Promise<Releasing> {
  const { store, clock } = parts;
  const { seat } = traveller;
  const id = missionIdOf(traveller);
  const at = clock.now();
  const listed = peopleIn(draft);
  const joined = new Set((await store.people.participants(id)).map((one) => one.seat));
  const take = draft.takesPeople ?? false;
  const outcome = await store.missions.release(id, {
    base: draft.base,
    state,
    release: { at, atOnce: draft.atOnce, how: draft.how, by: seat.id, draft: draft.id },
    from: { owner: seat.id, stored },
    seats: listed && ((now) => seatChanges(listed, now, { joined, take })),
  });
  if (outcome.kind !== "released") return outcome;
  await wasReleased(parts, traveller, outcome.revision);
  return outcome;
}

/** Within so many deeds of the log a release is looked for that a crash may have kept out of it. */
const LATELY = 50;

/** What goes with a release; done again it does no harm. */
async function wasReleased(
  { store, clock }: ChatParts,
  traveller: Traveller,
  revision: number,
): Promise<void> {
  const { seat, participant } = traveller;
  const id = missionIdOf(traveller);
  const deed = { by: seat.id, did: "release", about: String(revision) };
  const { deeds } = await store.audit.page(id, { from: 0, most: LATELY });
  const isEntered = deeds.some(({ did, about }) => did === deed.did && about === deed.about);
  if (!isEntered) await store.audit.enter(id, { at: clock.now(), ...deed });
  const step = (participant.told?.step ?? 0) + 1;
  const upToDate = (participant.told?.revision ?? 1) === revision - 1;
  const { principal } = traveller.reading;
  if (upToDate) await store.people.setTold(id, seat.id, toldOf(seat, revision, step, principal?.seat));
}

/** The revision a draft has become, if it has. What a crash kept from being done with the release is made good. */
export async function releasedFrom(
  parts: ChatParts,
  traveller: Traveller,
  draft: string,
): Promise<number | undefined> {
  const history = await parts.store.missions.history(missionIdOf(traveller));
  const revision = history.find((line) => line.draft === draft && line.by === traveller.seat.id)?.number;
  if (revision !== undefined) await wasReleased(parts, traveller, revision);
  return revision;
}
