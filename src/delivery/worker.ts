import { type Job, Worker } from "bullmq";
import type { Redis } from "ioredis";
import { RENEW_LEASE_EVERY } from "../storage/ledger.ts";
import { settleDelegationChat } from "./delegation-chat.ts";
import { settleFile } from "./making.ts";
import { settleMember } from "./member.ts";
import { settleChat } from "./organisers-chat.ts";
import { type DeliveryParts, Later } from "./parcel.ts";
import { type DeliveryJob, type DeliveryKind, delegationChat, organisersChat } from "./queue.ts";

/** Machine times of delivery, in milliseconds; tests shorten them. */
export interface DeliveryTimes {
  /** The first wait after a failure of the network or of Telegram; it doubles from there. */
  readonly retryAfter: number;
  readonly retryAtMost: number;
  /** How soon a job is tried again while another sends to its recipient. */
  readonly busyAgain: number;
  /** How soon a job whose worker died is taken up by another. */
  readonly stalledAfter: number;
  /** How often at most a card that shows how far something has come is edited. */
  readonly cardEvery: number;
}

export const usualTimes: DeliveryTimes = {
  retryAfter: 500,
  retryAtMost: 8_000,
  busyAgain: 50,
  stalledAfter: 8_000,
  cardEvery: 4_000,
};

/** Few at a time: an urgent message waits behind those in flight. */
export const CONCURRENCY = 12;

const FILES_AT_ONCE = 2;

export type DeliveryWorker = Worker<DeliveryJob, void, DeliveryKind>;

/** Starts a worker that turns jobs into messages. `connection` must wait for Redis rather than fail fast. */
export function startWorker(connection: Redis, parts: DeliveryParts, times = usualTimes): DeliveryWorker {
  const worker = new Worker<DeliveryJob, void, DeliveryKind>(
    "delivery",
    (job) => deliver(parts, job, times),
    {
      connection,
      prefix: parts.store.keys.queue,
      concurrency: CONCURRENCY,
      lockDuration: times.stalledAfter,
      stalledInterval: Math.min(1000, times.stalledAfter),
      // A job that was in the hands of many dying workers is still owed.
      maxStalledCount: 1_000_000,
      settings: {
        backoffStrategy: (attempts, _type, error) =>
          error instanceof Later && error.ms !== undefined ? error.ms : backOff(attempts, times),
      },
    },
  );
  worker.on("error", (error) => parts.log.warn({ err: error.message }, "delivery is waiting"));
  worker.on("failed", (job, error) => {
    if (!(error instanceof Later))
      parts.log.error({ job: job?.id, err: error }, "delivery will be tried again");
  });
  return worker;
}

/** Doubling with jitter in the upper half, so that those who failed together do not return together. */
function backOff(attempts: number, { retryAfter, retryAtMost }: DeliveryTimes): number {
  const ceiling = Math.min(retryAtMost, retryAfter * 2 ** Math.min(attempts - 1, 20));
  return Math.round(ceiling * (0.5 + Math.random() / 2));
}

/** Who settles what a recipient is owed. */
function settlerOf(seat: string) {
  if (seat === organisersChat) return settleChat;
  return seat === delegationChat ? settleDelegationChat : settleMember;
}

/** One job at a time for one recipient: two must not settle the same things side by side. */
async function deliver(
  parts: DeliveryParts,
  job: Job<DeliveryJob, void, DeliveryKind>,
  { busyAgain }: DeliveryTimes,
): Promise<void> {
  const { mission, seat } = job.data;
  // Whoever waits for a file is to be reminded meanwhile.
  if (job.name === "file") return makeFile(parts, job);
  const settle = settlerOf(seat);
  const held = await holding(parts, `${mission}/${seat}`, job, () => settle(parts, job.name, job.data));
  if (!held) throw new Later("another job is sending to them", busyAgain);
}

/** A few files at a time in all processes together: they take long, and must not keep reminders from their workers. */
async function makeFile(parts: DeliveryParts, job: Job<DeliveryJob, void, DeliveryKind>): Promise<void> {
  for (let place = 0; place < FILES_AT_ONCE; place++) {
    if (await holding(parts, `@file/${place}`, job, () => settleFile(parts, job.data))) return;
  }
  throw new Later("other files are being made", 500);
}

/** Does something while holding a lease; false when another job holds it. */
async function holding(
  { store: { ledger } }: DeliveryParts,
  what: string,
  job: Job<DeliveryJob, void, DeliveryKind>,
  act: () => Promise<void>,
): Promise<boolean> {
  const holder = job.id ?? what;
  if (!(await ledger.lease(what, holder))) return false;
  const renewing = setInterval(() => {
    // A renewal that fails is made good by the next; the lease outlives three of them.
    ledger.renew(what, holder).catch(() => {});
  }, RENEW_LEASE_EVERY);
  try {
    await act();
  } finally {
    clearInterval(renewing);
    await ledger.release(what, holder);
  }
  return true;
}
