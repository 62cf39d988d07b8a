/**
 * What the owner of agreements and assignments is reminded of, derived like everything the bot sends by itself: once a
 * week what they have to do, the day before a deadline, the day after it if it is still not done; and what somebody
 * else has given them, within the hour. At nine in the morning, by the clock at home.
 */
import { DateTime } from "luxon";
import { type Agreement, isLive, ownerSeat } from "./agreements.ts";
import { dateIn, instantOf } from "./zones.ts";

export interface AgreementReminder {
  /** `agreements/week.2016-11-21`, `agreements/before.<id>.<deadline>`, …; the slash keeps it apart from events' ids. */
  readonly identity: string;
  readonly kind: "given" | "before" | "after" | "week";
  /** Which it is about; a week's list is about all that are live. */
  readonly about: readonly string[];
  readonly dueAt: number;
  readonly expiresAt: number;
}

const HOUR_OF_DAY = "09:00";
const MINUTE = 60_000;
/** Whoever gives somebody something to do has so long to say by when. */
const GIVEN_AFTER = 10 * MINUTE;
/** What several people give one within half an hour is told at once. */
const GIVEN_EVERY = 30 * MINUTE;
const WEEK = 7 * 24 * 60 * MINUTE;

/** What of all this is worth a sound: the week's list and a deadline tomorrow, unless people are on the mission. */
export function isSounding(
  list: readonly AgreementReminder[],
  { now, span }: { now: number; span: { readonly from: number; readonly to: number } },
): boolean {
  const isOnMission = span.from <= now && now < span.to;
  return !isOnMission && list.some(({ kind }) => kind === "week" || kind === "before");
}

/**
 * Every reminder of one owner's list due at `now` or before, with those that have expired, and the next to come. Past
 * weeks are not gone through: of the weekly lists there is the last one due and the next.
 */
export function agreementRemindersOf(
  list: readonly Agreement[],
  { zone, now }: { zone: string; now: number },
): AgreementReminder[] {
  const live = list.filter(isLive);
  return [
    ...live.flatMap((one) => [...given(one), ...aroundDeadline(one, zone)]),
    ...weekly(live, zone, now),
  ].sort((a, b) => a.dueAt - b.dueAt);
}

/** The first instant after `now` at which something of an owner's list can be due. */
export function nextAgreementInstant(
  list: readonly Agreement[],
  where: { zone: string; now: number },
): number | undefined {
  return agreementRemindersOf(list, where).find(({ dueAt }) => dueAt > where.now)?.dueAt;
}

function given(one: Agreement): AgreementReminder[] {
  const seat = ownerSeat(one);
  if (seat === undefined || seat === one.ownedBy) return [];
  const dueAt = Math.ceil((one.ownedSince + GIVEN_AFTER) / GIVEN_EVERY) * GIVEN_EVERY;
  const identity = `agreements/given.${one.id}.${one.ownedSince}`;
  return [{ identity, kind: "given", about: [one.id], dueAt, expiresAt: dueAt + WEEK }];
}

function aroundDeadline(one: Agreement, zone: string): AgreementReminder[] {
  const { id, deadline } = one;
  if (deadline === undefined) return [];
  const since = Math.max(one.ownedSince, one.deadlineSince ?? one.madeAt);
  const at = (date: string) => instantOf(`${date}T${HOUR_OF_DAY}`, zone).at;
  const midnight = (date: string) => instantOf(`${date}T00:00`, zone).at;
  const [eve, day, next] = [-1, 0, 1].map((days) => dayFrom(deadline, days)) as [string, string, string];
  const both: AgreementReminder[] = [
    {
      identity: `agreements/before.${id}.${deadline}`,
      kind: "before",
      about: [id],
      dueAt: at(eve),
      // On the day itself «tomorrow» would no longer be true.
      expiresAt: midnight(day),
    },
    {
      identity: `agreements/after.${id}.${deadline}`,
      kind: "after",
      about: [id],
      dueAt: at(next),
      expiresAt: at(next) + WEEK,
    },
  ];
  return both.filter(({ dueAt }) => dueAt > since);
}

/** The last Monday's list and the next Monday's; a list is about what was there when it was due. */
function weekly(live: readonly Agreement[], zone: string, now: number): AgreementReminder[] {
  if (live.length === 0) return [];
  // Where the clock has been set back behind all of them, the first list is still to come.
  const since = Math.min(...live.map(({ ownedSince }) => ownedSince));
  const today = DateTime.fromMillis(Math.max(now, since), { zone });
  const monday = today.startOf("week").toFormat("yyyy-MM-dd");
  return [monday, dayFrom(monday, 7)].flatMap((date): AgreementReminder[] => {
    const dueAt = instantOf(`${date}T${HOUR_OF_DAY}`, zone).at;
    const about = live.filter(({ ownedSince }) => ownedSince < dueAt).map(({ id }) => id);
    if (about.length === 0) return [];
    const expiresAt = instantOf(`${dayFrom(date, 6)}T00:00`, zone).at;
    return [{ identity: `agreements/week.${date}`, kind: "week", about, dueAt, expiresAt }];
  });
}

/** A date so many days later. */
export function dayFrom(date: string, days: number): string {
  return dateIn("utc", Date.parse(`${date}T12:00Z`) + days * (WEEK / 7));
}
