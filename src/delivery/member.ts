/** What one member is owed now: still true? → compose → send → ledger. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Api } from "grammy";
import { CLOCK_SKEW, type Clock } from "../clock.ts";
import { digestsOf } from "../domain/digests.ts";
import { remindersOf, settle } from "../domain/reminders.ts";
import { isOrganiser, type Member, owedTo } from "../domain/seats.ts";
import { type MissionInForce, zoneAt } from "../domain/timetable.ts";
import { isQuiet } from "../domain/wishes.ts";
import type { Log } from "../log.ts";
import { unreachableAlert } from "../messages/alerts.ts";
import { digestMessage } from "../messages/digest.ts";
import type { BotMessage } from "../messages/message.ts";
import { reminderMessage } from "../messages/reminder.ts";
import type { Reading } from "../messages/schedule.ts";
import type { Speeches } from "../messages/speech.ts";
import { hasEnded, type LedgerEntry } from "../storage/ledger.ts";
import { isRedisAway } from "../storage/redis.ts";
import type { Store } from "../storage/store.ts";
import { type DeliveryJob, type DeliveryKind, type DeliveryQueue, jobOf } from "./queue.ts";
import { readingFor } from "./reading.ts";
import { type Priority, withSending } from "./sending.ts";
import { send } from "./telegram.ts";

/** How soon the ledger is tried again while Redis is away, in milliseconds of machine time. */
const ENTER_AGAIN = 50;

/** A delivery that has to be tried again, after so many milliseconds of machine time if it is known how many. */
export class Later extends Error {
  readonly ms: number | undefined;

  constructor(why: string, ms?: number) {
    super(why);
    this.ms = ms;
  }
}

export interface DeliveryParts {
  readonly store: Store;
  readonly queue: DeliveryQueue;
  readonly api: Api;
  readonly clock: Clock;
  readonly speeches: Speeches;
  readonly log: Log;
  /** Whether what the bot sends by itself goes as paid broadcasts. */
  readonly paid: boolean;
}

/** The person, the programme in force, and what has already ended, read afresh for every job. */
interface Desk extends Member {
  readonly parts: DeliveryParts;
  readonly mission: MissionInForce;
  readonly reading: Reading;
  readonly ended: (identity: string) => boolean;
}

/** Something to send, and the deliveries that end by it; the first identity stands for the message. */
interface Parcel {
  readonly identities: readonly string[];
  readonly message: BotMessage;
  readonly silent: boolean;
  readonly priority: Priority;
  /** Programme time after which it would no longer be true. */
  readonly expiresAt: number;
}

/** Settles what a job says one member may be owed. @throws Later when it has to be tried again */
export async function settleMember(
  parts: DeliveryParts,
  kind: DeliveryKind,
  job: DeliveryJob,
): Promise<void> {
  const { store, clock } = parts;
  const [mission, member, ledger] = await Promise.all([
    store.missions.inForce(job.mission),
    store.people.member(job.mission, job.seat),
    store.ledger.of(job.mission, job.seat),
  ]);
  if (mission === undefined || member === undefined) return;
  const now = presentFor(job, clock.now());
  const reading = await readingFor(parts, mission, member, now);
  const desk = { ...member, parts, mission, reading, ended: (id: string) => hasEnded(ledger.get(id), now) };
  if (kind === "reminder") await settleReminders(desk);
  else if (kind === "digest") await settleDigests(desk);
  else await settleAlert(desk, job.about ?? "");
}

/** What was found due by a clock a little ahead of ours is due: nobody will find it again. */
function presentFor({ dueAt = 0 }: DeliveryJob, now: number): number {
  return dueAt <= now + CLOCK_SKEW ? Math.max(now, dueAt) : now;
}

async function settleReminders(desk: Desk): Promise<void> {
  const { mission, reading, participant, ended } = desk;
  const { now, own } = reading;
  const reminders = owedTo(participant, (wishes) => remindersOf(mission.programme, own, wishes));
  const { send, superseded, expired } = settle(reminders, { now, since: participant.joinedAt, ended });
  await enter(desk, superseded, { outcome: "superseded" });
  await enter(desk, expired, { outcome: "expired" });
  if (send.length === 0) return;
  const events = own.filter(({ event }) => send.some(({ eventId }) => eventId === event.id));
  await deliver(desk, {
    identities: send.map(({ identity }) => identity),
    message: reminderMessage(reading, events),
    silent: send.every(({ silent }) => silent),
    priority: "reminder",
    expiresAt: Math.min(...send.map(({ expiresAt }) => expiresAt)),
  });
}

async function settleDigests(desk: Desk): Promise<void> {
  const { mission, reading, participant, ended } = desk;
  const { now, own } = reading;
  const due = owedTo(participant, (wishes) => digestsOf(mission.programme, own, wishes)).filter(
    ({ identity, dueAt }) => dueAt <= now && !ended(identity),
  );
  await enter(
    desk,
    due.filter(({ expiresAt }) => expiresAt <= now),
    { outcome: "expired" },
  );
  for (const digest of due.filter(({ expiresAt }) => expiresAt > now)) {
    await deliver(desk, {
      identities: [digest.identity],
      message: digestMessage(reading, digest),
      silent: isDisturbing(desk),
      priority: "digest",
      expiresAt: digest.expiresAt,
    });
  }
}

/** In quiet hours, or in the middle of an event, as on a night flight, nobody is to be rung for a digest. */
function isDisturbing({ mission, reading, participant }: Desk): boolean {
  const { now, own } = reading;
  const { timezone } = mission.programme.mission;
  const quiet = participant.wishes?.quiet;
  const busy = own.some(({ start, end }) => start <= now && end !== undefined && now < end);
  return busy || (quiet !== undefined && isQuiet(quiet, now, zoneAt(own, now, timezone)));
}

/** Tells an organiser that somebody cannot be reached, if that is still so. */
async function settleAlert(desk: Desk, about: string): Promise<void> {
  const { parts, mission, reading, seat, ended } = desk;
  const subject = await parts.store.people.member(mission.programme.mission.id, about);
  const since = subject?.participant.unreachableSince;
  const identity = `alert/unreachable.${about}.${since}`;
  if (!isOrganiser(seat) || subject === undefined || since === undefined || ended(identity)) return;
  const message = unreachableAlert(reading, subject.seat);
  await deliver(desk, {
    identities: [identity],
    message,
    silent: false,
    priority: "reminder",
    expiresAt: Number.POSITIVE_INFINITY,
  });
}

/** Sends a parcel and enters how it ended. */
async function deliver(desk: Desk, parcel: Parcel): Promise<void> {
  const { parts, mission, reading, seat, participant } = desk;
  const { now } = reading;
  const all = parcel.identities.map((identity) => ({ identity }));
  if (participant.unreachableSince !== undefined) return endUnreachable(desk, all);
  const { chat } = participant;
  // The gate counts machine time.
  const deadline = Date.now() + parcel.expiresAt - now;
  const how = { priority: parcel.priority, ...(Number.isFinite(deadline) ? { deadline } : {}) };
  const result = await withSending(how, () =>
    send(parts.api, chat, parcel.message, { silent: parcel.silent, paid: parts.paid }),
  );
  const where = { mission: mission.programme.mission.id, seat: seat.id };
  switch (result.kind) {
    case "sent": {
      const [first, ...within] = all;
      const delivered = { outcome: "delivered", chat, message: result.message } as const;
      const entries = entriesOf(within, { ...delivered, at: now, within: first?.identity ?? "" });
      if (first !== undefined) entries.set(first.identity, { ...delivered, at: now });
      return untilRedisIsBack(() => parts.store.ledger.enter(where.mission, where.seat, entries));
    }
    case "gone":
      parts.log.info({ ...where, why: result.why }, "unreachable");
      await parts.store.people.setUnreachable(where.mission, where.seat, now);
      return endUnreachable(desk, all);
    case "wait":
      throw new Later(result.why, result.ms);
    case "failed":
      parts.log.error({ ...where, why: result.why }, "Telegram refused a message for good");
      return enter(desk, all, { outcome: "failed" });
  }
}

/** What has been sent and is not in the ledger would be sent again. */
async function untilRedisIsBack(enter: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await enter();
    } catch (error) {
      if (!isRedisAway(error)) throw error;
      await sleep(ENTER_AGAIN);
    }
  }
}

/** Ends what cannot be delivered and queues the news for every organiser; their jobs tell each of them once. */
async function endUnreachable(desk: Desk, list: readonly { identity: string }[]): Promise<void> {
  const { parts, mission, seat } = desk;
  const { id } = mission.programme.mission;
  const organisers = (await parts.store.people.members(id)).filter((member) => isOrganiser(member.seat));
  await parts.queue.addBulk(
    organisers.map((organiser) =>
      jobOf("alert", { mission: id, seat: organiser.seat.id, about: seat.id }, seat.id),
    ),
  );
  await enter(desk, list, { outcome: "unreachable" });
}

function enter(
  desk: Desk,
  list: readonly { identity: string }[],
  entry: Omit<LedgerEntry, "at">,
): Promise<void> {
  const { parts, mission, seat, reading } = desk;
  const entries = entriesOf(list, { ...entry, at: reading.now });
  return parts.store.ledger.enter(mission.programme.mission.id, seat.id, entries);
}

function entriesOf(list: readonly { identity: string }[], entry: LedgerEntry): Map<string, LedgerEntry> {
  return new Map(list.map(({ identity }) => [identity, entry]));
}
