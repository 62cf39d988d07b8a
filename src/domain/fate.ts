/** What became, or will become, of the reminders of one event for one person, and why there are none. */
import { isAway } from "./absences.ts";
import { type Choices, concerns, type OwnEvent, ownProgramme } from "./audience.ts";
import { type DigestKind, digestsOf } from "./digests.ts";
import { heldFollowers } from "./held.ts";
import { type Reminder, remindersOf } from "./reminders.ts";
import { isOrganiser, type Member, owedTo } from "./seats.ts";
import { type Programme, zoneAt } from "./timetable.ts";
import type { Wishes } from "./wishes.ts";

/** How a delivery ended, as the ledger has it. */
export interface Ending {
  readonly outcome: "delivered" | "superseded" | "expired" | "unreachable" | "failed";
  readonly at: number;
  readonly within?: string;
}

export type Fate =
  /** It ended so, at that instant of programme time. */
  | { readonly kind: "ended"; readonly ending: Ending }
  /** It will be due then. */
  | { readonly kind: "ahead"; readonly dueAt: number }
  /** It was due before they joined, or changed their wishes. */
  | { readonly kind: "before"; readonly since: number }
  /** It is due, and on its way. */
  | { readonly kind: "on its way" }
  | { readonly kind: "none"; readonly because: NoReminder };

export type NoReminder =
  | "gone"
  | "draft"
  | "organisers"
  | "group"
  | "choice"
  | "muted"
  | "away"
  | "muted all"
  | "quiet"
  /** It is held, or waits with one that is: it will be reminded of once it has an hour. */
  | "held"
  | "after held"
  | "programme";

export interface Case extends Member {
  readonly programme: Programme;
  readonly choices: Choices;
  readonly ledger: ReadonlyMap<string, Ending>;
  readonly event: string;
  /** Programme time, epoch milliseconds. */
  readonly now: number;
}

/** The answer for one person and event, a fate for each reminder there was or is. */
export function fatesOf(asked: Case): Fate[] {
  const { programme, participant, ledger, event } = asked;
  const own = ownProgramme(programme, asked.seat, asked.choices);
  const inForce = remindersOf(programme, own, participant.wishes).filter(({ eventId }) => eventId === event);
  const owed = new Set(
    owedTo(participant, (wishes) => remindersOf(programme, own, wishes)).map(({ identity }) => identity),
  );
  // A reminder of an earlier revision, or of a wish since given up, stands in the ledger alone.
  const past = [...ledger].filter(
    ([identity]) => identity.startsWith(`${event}.`) && !inForce.some((one) => one.identity === identity),
  );
  const fates = [
    ...past.map(([, ending]): Fate => ({ kind: "ended", ending })),
    ...inForce.map((reminder) => fateOf(reminder, asked, owed.has(reminder.identity))),
  ];
  const because = whyNone(asked);
  // What has been reminded of and is held now will be again.
  const waits = because === "held" || because === "after held";
  return fates.length > 0 && !waits ? fates : [...fates, { kind: "none", because }];
}

function fateOf({ identity, dueAt }: Reminder, { ledger, participant, now }: Case, owed: boolean): Fate {
  const ending = ledger.get(identity);
  if (ending !== undefined) return { kind: "ended", ending };
  if (dueAt > now) return { kind: "ahead", dueAt };
  const { joinedAt, wishedAt } = participant;
  return owed ? { kind: "on its way" } : { kind: "before", since: Math.max(joinedAt, wishedAt ?? joinedAt) };
}

function whyNone({ programme, seat, participant, choices, event: id }: Case): NoReminder {
  const event = programme.events.find((timed) => timed.event.id === id)?.event;
  const { wishes = {} } = participant;
  if (event === undefined) return "gone";
  if (programme.mission.state === "draft" && !isOrganiser(seat)) return "draft";
  if (event.audience === "organisers" && !isOrganiser(seat)) return "organisers";
  if (!concerns(event, seat)) return "group";
  const own = ownProgramme(programme, seat, choices);
  if (!own.some((timed) => timed.event.id === id)) return "choice";
  if (wishes.muteAll) return "muted all";
  if (isAway(wishes, id)) return "away";
  if (wishes.muted?.includes(id)) return "muted";
  const isReminded = (events: typeof own, wished: Wishes) =>
    remindersOf(programme, events, wished).some(({ eventId }) => eventId === id);
  if (heldFollowers(own).has(id)) {
    const going = own.map((timed) => ({ ...timed, held: false }));
    const isHeld = own.some((timed) => timed.event.id === id && timed.held);
    if (isReminded(going, wishes)) return isHeld ? "held" : "after held";
  }
  const { quiet: _, ...awake } = wishes;
  return isReminded(own, awake) ? "quiet" : "programme";
}

/** Something that will be sent, to so many: a reminder of an event, or a digest. */
export interface Upcoming {
  readonly dueAt: number;
  readonly what: { readonly event: string } | { readonly digest: DigestKind };
  /** Where its instant is to be read. */
  readonly zone: string;
  readonly recipients: number;
}

/** The next deliveries to a mission's members, the same thing at the same instant together, the soonest first. */
export function upcomingOf(
  programme: Programme,
  members: readonly (Member & { readonly choices: Choices })[],
  now: number,
): Upcoming[] {
  const found = new Map<string, Upcoming>();
  const duePerProgramme = new Map<string, ReturnType<typeof dueAhead>>();
  for (const { seat, participant, choices } of members) {
    if (participant.unreachableSince !== undefined) continue;
    const own = ownProgramme(programme, seat, choices);
    // Most of a group share one programme and have no wishes of their own.
    const key = JSON.stringify([own.map(({ event }) => event.id), participant.wishes ?? {}]);
    const due = duePerProgramme.get(key) ?? dueAhead(programme, own, participant.wishes, now);
    duePerProgramme.set(key, due);
    for (const [name, one] of due) {
      found.set(name, { ...one, recipients: (found.get(name)?.recipients ?? 0) + 1 });
    }
  }
  return [...found.values()].sort((a, b) => a.dueAt - b.dueAt);
}

/** What lies ahead of one person, each thing by a name of its own. */
function dueAhead(
  programme: Programme,
  own: readonly OwnEvent[],
  wishes: Wishes | undefined,
  now: number,
): [string, Omit<Upcoming, "recipients">][] {
  const { timezone } = programme.mission;
  const zones = new Map(own.map(({ event, zone }) => [event.id, zone]));
  const reminders = remindersOf(programme, own, wishes).map(
    ({ dueAt, eventId }): [string, Omit<Upcoming, "recipients">] => [
      `${dueAt}/${eventId}`,
      { dueAt, what: { event: eventId }, zone: zones.get(eventId) ?? timezone },
    ],
  );
  const digests = digestsOf(programme, own, wishes).map(
    ({ dueAt, kind }): [string, Omit<Upcoming, "recipients">] => [
      `${dueAt}/digest/${kind}`,
      { dueAt, what: { digest: kind }, zone: zoneAt(own, dueAt, timezone) },
    ],
  );
  return [...reminders, ...digests].filter(([, { dueAt }]) => dueAt > now);
}
