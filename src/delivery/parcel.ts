/** One parcel to one recipient: send, and enter in the ledger how it ended. */
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Api } from "grammy";
import type { Clock } from "../clock.ts";
import type { Member } from "../domain/seats.ts";
import type { MissionInForce } from "../domain/timetable.ts";
import type { Log } from "../log.ts";
import type { BotMessage } from "../messages/message.ts";
import type { Reading } from "../messages/reading.ts";
import type { Speeches } from "../messages/speech.ts";
import type { LedgerEntry } from "../storage/ledger.ts";
import { isRedisAway } from "../storage/redis.ts";
import type { Store } from "../storage/store.ts";
import type { MakesFiles } from "./made-files.ts";
import { queueCard, queueForOrganisers } from "./organisers.ts";
import type { DeliveryQueue } from "./queue.ts";
import { principalOf } from "./reading.ts";
import { type Priority, withSending } from "./sending.ts";
import { type SendingOptions, type SendResult, send } from "./telegram.ts";

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
  /** How often at most a card that shows how far something has come is edited, in milliseconds of machine time. */
  readonly cardEvery: number;
  /** Makes the files people ask for. */
  readonly makes: MakesFiles;
}

/** Who is written to: the person, the programme in force, and what has already ended, read afresh for every job. */
export interface Recipient extends Member {
  readonly parts: DeliveryParts;
  readonly mission: MissionInForce;
  readonly reading: Reading;
  readonly ended: (identity: string) => boolean;
  readonly entryOf: (identity: string) => LedgerEntry | undefined;
  /** Where the recipient is a bound group: its topic, and what is to be done when it moves or is lost. */
  readonly group?: {
    readonly thread: number | undefined;
    readonly moved: (to: number) => Promise<void>;
    readonly lost: () => Promise<void>;
    /** Whether the group is still what it was when the message was composed. */
    readonly isBound: () => Promise<boolean>;
  };
}

/** Something to send, how, and the deliveries that end by it; the first identity stands for the message. */
export interface Parcel {
  readonly identities: readonly string[];
  readonly send: (api: Api, chat: number, how: SendingOptions) => Promise<SendResult>;
  readonly silent: boolean;
  readonly priority: Priority;
  /** Programme time after which it would no longer be true. */
  readonly expiresAt: number;
  /** A print of what it says, where it is to be kept true. */
  readonly says?: string;
}

/** Where a message is that has been sent. */
export interface SentMessage {
  readonly chat: number;
  readonly message: number;
}

/** Sends a message of ours. */
export function written(message: BotMessage): Parcel["send"] {
  return (api, chat, how) => send(api, chat, message, how);
}

/** Sends a parcel and enters how it ended; the answer is the message, if there is one. @throws Later when it has to be tried again */
export async function deliver(recipient: Recipient, parcel: Parcel): Promise<SentMessage | undefined> {
  const { parts, mission, reading, seat, participant, group } = recipient;
  const { now } = reading;
  const all = parcel.identities.map((identity) => ({ identity }));
  if (participant.unreachableSince !== undefined) {
    await endUnreachable(recipient, all);
    return undefined;
  }
  if (parcel.expiresAt <= now) {
    // The gate would not let it through, now or ever.
    await enter(recipient, all, { outcome: "expired" });
    return undefined;
  }
  const { chat } = participant;
  // The gate counts machine time.
  const deadline = Date.now() + parcel.expiresAt - now;
  const how = {
    priority: parcel.priority,
    ...(Number.isFinite(deadline) ? { deadline } : {}),
    isStillTrue: () => isStillTrue(recipient),
  };
  const result = await withSending(how, () =>
    parcel.send(parts.api, chat, { silent: parcel.silent, paid: parts.paid, thread: group?.thread }),
  );
  const where = { mission: mission.programme.mission.id, seat: seat.id };
  switch (result.kind) {
    case "sent": {
      const [first, ...within] = all;
      const { message, messages } = result;
      const several = messages === undefined ? {} : { messages };
      const delivered = { outcome: "delivered", chat: result.chat, message, ...several } as const;
      const entries = entriesOf(within, { ...delivered, at: now, within: first?.identity ?? "" });
      const says = parcel.says === undefined ? {} : { says: parcel.says };
      if (first !== undefined) entries.set(first.identity, { ...delivered, at: now, ...says });
      await untilRedisIsBack(() => parts.store.ledger.enter(where.mission, where.seat, entries));
      if (result.chat !== chat) await group?.moved(result.chat);
      return { chat: result.chat, message };
    }
    case "gone":
      parts.log.info({ ...where, why: result.why }, "unreachable");
      if (group !== undefined) {
        await group.lost();
        return undefined;
      }
      await parts.store.people.setUnreachable(where.mission, where.seat, now);
      await endUnreachable(recipient, all);
      return undefined;
    case "wait":
      throw new Later(result.why, result.ms);
    case "failed":
      parts.log.error({ ...where, why: result.why }, "Telegram refused a message for good");
      await enter(recipient, all, { outcome: "failed" });
      await queueCard(parts, where.mission);
      return undefined;
  }
}

/** Whether a message is still composed from what is in force: the programme, the picks, the seat and who sits there. */
async function isStillTrue(recipient: Recipient): Promise<boolean> {
  const { parts, mission, reading, seat, participant, group } = recipient;
  const { missions, people, choices } = parts.store;
  const { id } = mission.programme.mission;
  if (group !== undefined) {
    const [now, isBound] = await Promise.all([missions.inForce(id), group.isBound()]);
    return now?.programme.revision === mission.programme.revision && isBound;
  }
  const [inForce, member, picks] = await Promise.all([
    missions.inForce(id),
    people.member(id, seat.id),
    choices.of(id, seat.id),
  ]);
  const principal = member && (await principalOf(parts.store, id, member.seat));
  return (
    inForce?.programme.revision === mission.programme.revision &&
    member?.participant.chat === participant.chat &&
    isDeepStrictEqual([member.seat, picks, principal], [seat, reading.choices, reading.principal])
  );
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

/** Ends what cannot be delivered and queues the news for the organisers; their jobs tell each of them once. */
async function endUnreachable(recipient: Recipient, list: readonly { identity: string }[]): Promise<void> {
  const { parts, mission, seat } = recipient;
  const { id } = mission.programme.mission;
  await queueForOrganisers(parts, "alert", { mission: id, about: seat.id }, seat.id);
  await enter(recipient, list, { outcome: "unreachable" });
  await queueCard(parts, id);
}

/** Enters how deliveries to a recipient ended without being sent. */
export function enter(
  recipient: Recipient,
  list: readonly { identity: string }[],
  entry: Omit<LedgerEntry, "at">,
): Promise<void> {
  const { parts, mission, seat, reading } = recipient;
  const entries = entriesOf(list, { ...entry, at: reading.now });
  return parts.store.ledger.enter(mission.programme.mission.id, seat.id, entries);
}

function entriesOf(list: readonly { identity: string }[], entry: LedgerEntry): Map<string, LedgerEntry> {
  return new Map(list.map(({ identity }) => [identity, entry]));
}
