/** News for the organisers: to their chat where one is bound, else to each of them. */
import { escortsOf } from "../domain/escorts.ts";
import { aboutPiece, mayAnswer, type Question } from "../domain/questions.ts";
import { isOrganiser, type Member } from "../domain/seats.ts";
import type { MissionInForce } from "../domain/timetable.ts";
import type { Store } from "../storage/store.ts";
import { type DeliveryJob, type DeliveryKind, type DeliveryQueue, jobOf, organisersChat } from "./queue.ts";

export interface QueueParts {
  readonly store: Store;
  readonly queue: DeliveryQueue;
}

/** The organisers of a mission who have joined. */
export async function organisersOf({ people }: Store, mission: string): Promise<Member[]> {
  return (await people.members(mission)).filter(({ seat }) => isOrganiser(seat));
}

/** Queues a job for the organisers' chat, or for every organiser; `occasion` tells it from others of its kind. */
export async function queueForOrganisers(
  parts: QueueParts,
  kind: DeliveryKind,
  job: Omit<DeliveryJob, "seat">,
  occasion: string,
): Promise<void> {
  const bound = await parts.store.chats.bound(job.mission, "organisers");
  if (bound === undefined) return queueForEachOrganiser(parts, kind, job, occasion);
  const one = jobOf(kind, { ...job, seat: organisersChat }, occasion);
  await parts.queue.add(one.name, one.data, one.opts);
}

export async function queueForEachOrganiser(
  { store, queue }: QueueParts,
  kind: DeliveryKind,
  job: Omit<DeliveryJob, "seat">,
  occasion: string,
): Promise<void> {
  const organisers = await organisersOf(store, job.mission);
  await queue.addBulk(organisers.map(({ seat }) => jobOf(kind, { ...job, seat: seat.id }, occasion)));
}

/**
 * Has the card of alerts drawn anew, where there is a chat for it. Whatever changes before the drawing begins is one
 * job; what changes later makes another, so that the card always ends as things are.
 */
export async function queueCard({ store, queue }: QueueParts, mission: string): Promise<void> {
  if ((await store.chats.bound(mission, "organisers")) === undefined) return;
  const drawn = await store.chats.cardsDrawn(mission);
  const { name, data, opts } = jobOf("attention", { mission, seat: organisersChat }, String(drawn));
  await queue.add(name, data, opts);
}

/**
 * Queues what somebody asks for whoever is to answer: the organisers' chat or every organiser, and for a call for help
 * the escorts too. The answer is how many will get it.
 */
export async function queueQuestion(
  { store, queue }: QueueParts,
  { programme: { mission } }: MissionInForce,
  question: Question,
  index: number,
): Promise<number> {
  const [members, bound] = await Promise.all([
    store.people.members(mission.id),
    store.chats.bound(mission.id, "organisers"),
  ]);
  const asker = members.find(({ seat }) => seat.id === question.seat)?.seat;
  const escorts =
    asker !== undefined && question.about === "place"
      ? escortsOf(asker, mission, await store.escorts.chosen(mission.id))
      : [];
  const each = members.filter(
    ({ seat }) => escorts.includes(seat.id) || (bound === undefined && isOrganiser(seat)),
  );
  const others = each.map(({ seat }) => seat.id).filter((seat) => seat !== question.seat);
  const to = bound === undefined ? others : [organisersChat, ...others];
  const about = aboutPiece(question.id, index);
  const occasion = `${about}.${question.pieces[index]?.items.length}`;
  await queue.addBulk(to.map((seat) => jobOf("question", { mission: mission.id, seat, about }, occasion)));
  return to.length;
}

/** Queues an answer for the asker. */
export async function queueAnswer(
  { queue }: QueueParts,
  mission: string,
  question: Question,
  index: number,
): Promise<void> {
  const about = aboutPiece(question.id, index);
  const occasion = `${about}.${question.pieces[index]?.items.length}`;
  const { name, data, opts } = jobOf("answer", { mission, seat: question.seat, about }, occasion);
  await queue.add(name, data, opts);
}

/** Has every copy of a question show what has become of it. */
export async function queueMarks(
  { store, queue }: QueueParts,
  { programme }: MissionInForce,
  question: Question,
): Promise<void> {
  const mission = programme.mission.id;
  const [members, asker] = await Promise.all([
    store.people.members(mission),
    store.people.seat(mission, question.seat),
  ]);
  if (asker === undefined) return;
  const may = members.filter(({ seat }) => mayAnswer(seat, question, asker, programme.mission));
  const readers = [organisersChat, ...may.map(({ seat }) => seat.id)];
  const occasion = `${question.id}.${question.pieces.length}.${question.closed?.at ?? "open"}`;
  const job = (seat: string) => jobOf("mark", { mission, seat, about: String(question.id) }, occasion);
  await queue.addBulk(readers.map(job));
}
