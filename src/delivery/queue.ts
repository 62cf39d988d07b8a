import { type JobsOptions, Queue } from "bullmq";
import type { Redis } from "ioredis";
import type { Keys } from "../storage/keys.ts";
import { priorities } from "./sending.ts";

/** What the bot sends by itself. */
export type DeliveryKind =
  | "news"
  | "reminder"
  | "digest"
  | "agreements"
  | "prompt"
  | "survey"
  | "alert"
  | "question"
  | "answer"
  | "mark"
  | "broadcast"
  | "request"
  | "choice"
  | "roll"
  | "rollCard"
  | "progress"
  | "file"
  | "card"
  | "attention";

/** Stands for the organisers' chat where a job or the ledger has a seat; no seat's id has such a sign. */
export const organisersChat = "@organisers";

/** The delegation's chat, likewise. */
export const delegationChat = "@delegation";

/** A person who may be owed something. Ids only: the message is composed when it is sent. */
export interface DeliveryJob {
  readonly mission: string;
  readonly seat: string;
  /** What fell due last of what this is about; programme time, epoch milliseconds. */
  readonly dueAt?: number;
  /** An alert's subject (a seat, or the organisers' chat); of a question its number; of a choice or a roll call its id; of a request to join its id; of a broadcast what is to be done, and its id. */
  readonly about?: string;
}

export type DeliveryQueue = Queue<DeliveryJob, void, DeliveryKind>;

/** How urgent each kind is; alerts are the organisers' business at once. */
const urgency = {
  news: "change",
  question: "change",
  answer: "change",
  card: "card",
  mark: "card",
  attention: "card",
  reminder: "reminder",
  digest: "digest",
  agreements: "digest",
  prompt: "digest",
  survey: "digest",
  alert: "reminder",
  broadcast: "broadcast",
  progress: "card",
  file: "card",
  request: "reminder",
  choice: "broadcast",
  roll: "reminder",
  rollCard: "card",
} as const;

/** The one queue of everything the bot sends by itself. */
export function createQueue(connection: Redis, keys: Keys): DeliveryQueue {
  return new Queue<DeliveryJob, void, DeliveryKind>("delivery", { connection, prefix: keys.queue });
}

/**
 * A job as BullMQ is to hold it. `occasion` and the recipient make its id, so that the same thing found twice is one job
 * while it waits; the ledger does the rest. Nothing is kept of a job that ended, since a kept one would block its id.
 */
export function jobOf(kind: DeliveryKind, data: DeliveryJob, occasion: string) {
  const opts: JobsOptions = {
    jobId: [kind, data.mission, data.seat, occasion].join("."),
    // BullMQ runs jobs without a priority before all others, so every job has one, from 1.
    priority: priorities.indexOf(urgency[kind]) + 1,
    // A delivery ends by being sent or by expiring, never by having been tried often enough.
    attempts: 1_000_000,
    backoff: { type: "telegram" },
    removeOnComplete: true,
    removeOnFail: true,
  };
  return { name: kind, data, opts };
}
