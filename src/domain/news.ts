/**
 * News: what a person is still to be told. It is derived from what they were last told and never stored, so that quick
 * releases, undone ones, outages and crashes all end in the one right notice, or in none.
 */
import { combinedProgramme, type Principal } from "./aides.ts";
import { type Choices, ownProgramme } from "./audience.ts";
import { callOf, changesBetween, type EventChange, isNews, type OwnProgramme } from "./changes.ts";
import { eveningHourOf } from "./digests.ts";
import type { Seat } from "./mission.ts";
import { nextDay, type Programme, type Release, zoneAt } from "./timetable.ts";
import { dateIn, instantOf } from "./zones.ts";

/** What of a seat decides which events are its own, and the revision they were told of. */
export interface Told {
  readonly revision: number;
  readonly role?: Seat["role"];
  readonly groups?: Seat["groups"];
  /** The same of the principal whose programme an aide was told of too. */
  readonly for?: { readonly seat: string } & Pick<Seat, "role" | "groups">;
  /** Ids of the events they were told are called off, while these are not in the programme. */
  readonly calledOff?: readonly string[];
  /** How often they have been told since they joined: makes each notice one of its own. */
  readonly step: number;
}

/** A notice that was confirmed: it told of the revisions after one, up to another. Programme time. */
export interface Confirmation {
  readonly after: number;
  readonly revision: number;
  readonly at: number;
}

/** So many earlier confirmations are kept of each person. */
const CONFIRMATIONS_KEPT = 50;

/** What a notice's successor keeps of it: all that has been confirmed. */
export function confirmationsOf({ confirmedBefore = [], ...notice }: Notice): readonly Confirmation[] {
  const { confirmedAt: at, from, revision } = notice;
  const all =
    at === undefined ? confirmedBefore : [...confirmedBefore, { after: from.revision, revision, at }];
  return all.slice(-CONFIRMATIONS_KEPT);
}

/** A change notice somebody was sent; it stands until a newer one takes its place. */
export interface Notice {
  /** The revision the notice names. */
  readonly revision: number;
  /** What they knew before it: until it is confirmed, a newer notice tells all that has changed since then. */
  readonly from: Told;
  readonly chat: number;
  readonly message: number;
  /** Programme time, epoch milliseconds. */
  readonly sentAt: number;
  readonly confirmedAt?: number;
  /** The earlier notices that were confirmed, the newest last: who has confirmed a revision has, whatever came after. */
  readonly confirmedBefore?: readonly Confirmation[];
  /** The earlier notice this one has taken the place of, while that is still to be removed from the chat. */
  readonly replaces?: { readonly chat: number; readonly message: number };
}

const DAY = 24 * 60 * 60 * 1000;

export function toldOf(seat: Seat, revision: number, step = 0, principal?: Seat): Told {
  return {
    revision,
    step,
    ...placeIn(seat),
    ...(principal === undefined ? {} : { for: { seat: principal.id, ...placeIn(principal) } }),
  };
}

/** What of a seat decides which events are its own. */
function placeIn({ role, groups }: Seat): Pick<Seat, "role" | "groups"> {
  return { ...(role === undefined ? {} : { role }), ...(groups === undefined ? {} : { groups }) };
}

/** What somebody was told, as to the principal they assist now: to begin or to cease assisting is no news by itself. */
export function toldFor({ for: was, ...told }: Told, principal: Seat | undefined): Told {
  if (principal === undefined) return told;
  return { ...told, for: was?.seat === principal.id ? was : { seat: principal.id, ...placeIn(principal) } };
}

/** Whether two states are one to the person; how often they were told is not part of it. */
export function sameTold(one: Told, other: Told): boolean {
  return one.revision === other.revision && standingOf(one) === standingOf(other);
}

/** The role and the groups as one word, and those of the principal: equal where they are. */
export function standingOf({
  role = "delegate",
  groups = [],
  for: principal,
}: Pick<Told, "role" | "groups" | "for">): string {
  const own = [role, ...[...groups].sort()].join("+");
  return principal === undefined ? own : `${own}>${principal.seat}+${standingOf({ ...principal })}`;
}

/**
 * The programme as a seat was told of it. Its picks are those of today: a person knows what they picked, and only what
 * others did is news to them.
 */
export function asTold(
  programme: Programme,
  seat: Seat,
  told: Told,
  choices: Choices,
  principal?: Principal,
): OwnProgramme {
  const then = (one: Seat, place: Pick<Seat, "role" | "groups">): Seat => {
    const { role: _, groups: __, ...rest } = one;
    return { ...rest, ...placeIn({ ...rest, ...place }) };
  };
  const seatThen = then(seat, told);
  if (principal === undefined || told.for?.seat !== principal.seat.id)
    return { programme, seat: seatThen, events: ownProgramme(programme, seatThen, choices) };
  const principalThen = { ...principal, seat: then(principal.seat, told.for) };
  const events = combinedProgramme(programme, { seat: seatThen, choices, principal: principalThen });
  return { programme, seat: seatThen, events, principal: principalThen.seat };
}

/**
 * The programme as the delegation's chat is told of it: every group's events and none that is the organisers' own, with
 * nothing in it that is one person's business.
 */
export function generalProgramme(programme: Programme): OwnProgramme {
  const seat: Seat = { id: "delegation", position: "" };
  const isPublic = programme.mission.state !== "draft";
  const events = programme.events.filter(({ event }) => isPublic && event.audience !== "organisers");
  return { programme, seat, events: events.map((timed) => ({ ...timed, undecided: false })) };
}

export type News =
  /** Nothing is different for this person. */
  | { readonly kind: "none" }
  /** Only the wording is: cards are redrawn, nobody is rung. */
  | { readonly kind: "wording" }
  /** A mission «проект» has been approved, or has gone back to being one. */
  | { readonly kind: "approved" | "withdrawn" }
  | {
      readonly kind: "changes";
      readonly changes: readonly EventChange[];
      /** Those of them nobody has told this person yet in any form. */
      readonly fresh: readonly EventChange[];
    };

/**
 * What one notice has to say: all that has changed since what was last told, and, where the notice before it was never
 * confirmed, all since what was known before that one.
 */
export function newsOf({
  told,
  heard,
  known,
  calledOff = [],
  after,
  now,
}: {
  readonly told: OwnProgramme;
  /** What they may have read besides: a notice was on its way when the process died. */
  readonly heard?: OwnProgramme | undefined;
  /** What they knew before the notice they have not confirmed, if there is one. */
  readonly known?: OwnProgramme | undefined;
  /** What they were told is called off. */
  readonly calledOff?: readonly string[];
  readonly after: OwnProgramme;
  readonly now: number;
}): News {
  const isDraft = isHidden(after);
  if (isHidden(told) !== isDraft || (heard !== undefined && isHidden(heard) !== isDraft))
    return { kind: isDraft ? "withdrawn" : "approved" };
  const sinceTold = changesBetween(told, after);
  const sinceHeard = heard === undefined ? [] : changesBetween(heard, after);
  const all = [...sinceTold, ...sinceHeard.filter(({ id }) => !sinceTold.some((change) => change.id === id))];
  const fresh = all.filter((change) => isNews(change, now)).map((change) => asRestored(change, calledOff));
  if (fresh.length === 0) return { kind: all.length === 0 ? "none" : "wording" };
  if (known === undefined || isHidden(known)) return { kind: "changes", changes: fresh, fresh };
  const sinceKnown = changesBetween(known, after)
    .filter((change) => isNews(change, now))
    .map((change) => asRestored(change, calledOff));
  // What was changed and has been changed back is still news to whoever was told of the first.
  const undone = fresh.filter(({ id }) => !sinceKnown.some((change) => change.id === id));
  return { kind: "changes", changes: [...sinceKnown, ...undone], fresh };
}

/** What is new again after it was called off, as those who were told of that see it. */
function asRestored(change: EventChange, calledOff: readonly string[]): EventChange {
  return change.before === undefined && calledOff.includes(change.id)
    ? { ...change, restored: true }
    : change;
}

/** What somebody has been told is called off once they are told this news too; what is in the programme again is not. */
export function calledOffWith(
  news: News,
  before: readonly string[],
  { events }: Programme,
): Pick<Told, "calledOff"> {
  const told = news.kind === "changes" ? news.changes.filter(({ gone }) => gone === "cancelled") : [];
  const ids = new Set([...before, ...told.map(({ id }) => id)]);
  for (const { event } of events) ids.delete(event.id);
  return ids.size === 0 ? {} : { calledOff: [...ids] };
}

/** Whether a mission «проект» is not for these eyes yet. */
export function isHidden({ programme, seat }: OwnProgramme): boolean {
  return programme.mission.state === "draft" && seat.role !== "organiser";
}

/**
 * When a notice is due: at once if it was released so, if the person's seat has changed, or if something changed is less
 * than a day ahead; else it is gathered till the evening after the release. Programme time.
 */
export function dueAt(
  changes: readonly EventChange[],
  {
    releases,
    own,
    seatChanged,
  }: { releases: readonly Pick<Release, "at" | "atOnce">[]; own: OwnProgramme; seatChanged: boolean },
): number {
  const first = Math.min(...releases.map(({ at }) => at));
  if (seatChanged || releases.length === 0) return Number.NEGATIVE_INFINITY;
  const urgent = releases.filter(({ atOnce }) => atOnce).map(({ at }) => at);
  const near = changes.map((change) => callOf(change) - DAY);
  return Math.min(...urgent, ...near, eveningAfter(first, own));
}

/** The evening hour that follows an instant, where the person is then. */
function eveningAfter(at: number, { programme, events }: OwnProgramme): number {
  return eveningIn(zoneAt(events, at, programme.mission.timezone), at, programme);
}

function eveningIn(zone: string, at: number, programme: Programme): number {
  const date = dateIn(zone, at);
  const hour = eveningHourOf(programme);
  const tonight = instantOf(`${date}T${hour}`, zone).at;
  return tonight > at ? tonight : instantOf(`${nextDay(date)}T${hour}`, zone).at;
}

/**
 * The instants at which a notice of a release can fall due to anybody, besides the release itself: sorted, each once.
 * `events` are those of the revision before and of this one.
 */
export function newsInstantsOf(
  before: Programme | undefined,
  after: Programme,
  release: Pick<Release, "at">,
): number[] {
  const events = [...(before?.events ?? []), ...after.events];
  const zones = new Set([after.mission.timezone, ...events.flatMap(({ zone, endZone }) => [zone, endZone])]);
  const evenings = [...zones].map((zone) => eveningIn(zone, release.at, after));
  const last = Math.max(...evenings);
  const near = events.map(({ call }) => call - DAY).filter((at) => release.at < at && at < last);
  return [...new Set([...evenings, ...near])].sort((a, b) => a - b);
}
