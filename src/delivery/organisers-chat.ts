/** What the organisers' chat is owed; while there is none, each organiser is. */
import type { Seat } from "../domain/mission.ts";
import type { MissionInForce } from "../domain/timetable.ts";
import type { BoundChat } from "../storage/chats.ts";
import { hasEnded } from "../storage/ledger.ts";
import { settleAlert } from "./alerts.ts";
import { settleCard } from "./card.ts";
import { queueForEachOrganiser } from "./organisers.ts";
import type { DeliveryParts, Recipient } from "./parcel.ts";
import { settleMark, settleQuestion } from "./questions.ts";
import { type DeliveryJob, type DeliveryKind, delegationChat, organisersChat } from "./queue.ts";
import { readingFor } from "./reading.ts";

/** Settles what a job says the chat may be owed. @throws Later when it has to be tried again */
export async function settleChat(parts: DeliveryParts, kind: DeliveryKind, job: DeliveryJob): Promise<void> {
  const { store } = parts;
  const mission = await store.missions.inForce(job.mission);
  const bound = await store.chats.bound(job.mission, "organisers");
  if (mission === undefined) return;
  if (bound !== undefined) await settle(await recipientOf(parts, mission, bound), kind, job.about ?? "");
  // Whatever the chat could not take, since it is lost, goes to each of them.
  const rings = kind === "alert" || kind === "question";
  if (rings && (await store.chats.bound(job.mission, "organisers")) === undefined) {
    await queueForEachOrganiser(
      parts,
      kind,
      { mission: job.mission, about: job.about ?? "" },
      job.about ?? "",
    );
  }
}

async function settle(recipient: Recipient, kind: DeliveryKind, about: string): Promise<void> {
  if (kind === "question") await settleQuestion(recipient, about);
  else if (kind === "mark") await settleMark(recipient, about);
  else if (kind === "attention") await settleCard(recipient);
  else if (kind === "alert") await settleAlert(recipient, about);
}

/** The chat as a recipient: it reads what organisers read, in the language of whoever bound it. */
async function recipientOf(
  parts: DeliveryParts,
  mission: MissionInForce,
  bound: BoundChat,
): Promise<Recipient> {
  const { store } = parts;
  const now = parts.clock.now();
  const seat: Seat = { id: organisersChat, position: bound.title, role: "organiser" };
  const participant = {
    seat: seat.id,
    user: 0,
    chat: bound.chat,
    language: bound.language,
    joinedAt: bound.at,
  };
  const [ledger, reading] = await Promise.all([
    store.ledger.of(bound.mission, seat.id),
    readingFor(parts, mission, { seat, participant }, now),
  ]);
  return {
    ...{ seat, participant, parts, mission, reading },
    ended: (identity) => hasEnded(ledger.get(identity), now),
    entryOf: (identity) => ledger.get(identity),
    group: groupOf(parts, bound, now),
  };
}

/** A bound chat as one sends to it: its topic, and what is to be done when it moves or is lost. */
export function groupOf(
  parts: Pick<DeliveryParts, "store" | "queue">,
  bound: BoundChat,
  now: number,
): NonNullable<Recipient["group"]> {
  const { chats } = parts.store;
  return {
    thread: bound.thread,
    moved: async (to) => void (await chats.moved(bound.chat, to)),
    lost: () => loseChat(parts, bound, now),
    isBound: async () => (await chats.bound(bound.mission, bound.kind))?.chat === bound.chat,
  };
}

/** The bot was removed from a bound chat: the binding ends, and every organiser is told. */
export async function loseChat(
  parts: Pick<DeliveryParts, "store" | "queue">,
  bound: BoundChat,
  now: number,
): Promise<void> {
  await parts.store.chats.lose(bound, now);
  await queueForEachOrganiser(
    parts,
    "alert",
    { mission: bound.mission, about: bound.kind === "organisers" ? organisersChat : delegationChat },
    `lost.${bound.kind}.${now}`,
  );
}
