/** What the tick hands over of broadcasts: whom each task concerns is found out at the moment it falls due. */
import { CLOCK_SKEW } from "../clock.ts";
import {
  type Audience,
  type Broadcast,
  type Circle,
  membersOf,
  unconfirmedOf,
} from "../domain/broadcasts.ts";
import { escortsOf } from "../domain/escorts.ts";
import { inOrder, isOrganiser, type Member } from "../domain/seats.ts";
import type { DueTask } from "../storage/broadcasts.ts";
import type { Store } from "../storage/store.ts";
import { type DeliveryQueue, delegationChat, jobOf } from "./queue.ts";

type Kept = Pick<Store, "broadcasts" | "missions" | "people" | "choices" | "escorts">;

/**
 * Hands over what is due at programme time `now`, and returns when the next thing will be. What was handed over by a
 * process that died before it could say so is handed over again: the jobs are the same, and the ledger ends each once.
 */
export async function handOverBroadcasts(
  store: Kept,
  queue: DeliveryQueue,
  now: number,
): Promise<number | undefined> {
  const { tasks, next } = await store.broadcasts.due(now);
  for (const task of tasks) {
    await handOver(store, queue, task, now);
    await store.broadcasts.handedOver(task, now);
  }
  return next;
}

async function handOver(store: Kept, queue: DeliveryQueue, due: DueTask, now: number): Promise<void> {
  const { mission, id, task } = due;
  if (task === "send") await begin(store, due, now);
  const broadcast = await store.broadcasts.find(mission, id);
  const to = broadcast?.sent?.to;
  if (broadcast === undefined || to === undefined) return;
  const about = due.version === undefined ? `${task}.${id}` : `${task}.${id}.${due.version}`;
  const job = (seat: string) => jobOf("broadcast", { mission, seat, about, dueAt: now }, about);
  switch (task) {
    case "send":
    case "recall":
    case "update":
      await queue.addBulk([...to.map(job), ...(isForTheChat(broadcast) ? [job(delegationChat)] : [])]);
      return showProgress(store, queue, broadcast, { mission, about });
    case "chase":
      return void (await queue.addBulk((await waitingFor(store, mission, broadcast)).map(job)));
    case "escort": {
      const told = await escortsToTell(store, mission, broadcast);
      return void (await queue.addBulk([...told.keys()].map(job)));
    }
  }
}

/** What is important to everybody is posted once in the delegation's chat too; what is for some is not. */
function isForTheChat({ important, audience }: Broadcast): boolean {
  return important === true && audience?.kind === "all";
}

/** Nobody who is not an organiser any more is shown who got it. */
async function showProgress(
  store: Kept,
  queue: DeliveryQueue,
  broadcast: Broadcast,
  { mission, about }: { mission: string; about: string },
): Promise<void> {
  const seat = organiserFor(broadcast, await store.people.members(mission));
  if (seat !== undefined) await queue.addBulk([jobOf("progress", { mission, seat, about }, about)]);
}

/** Who looks after a broadcast: whoever sent it, or another organiser if they are none any more. */
function organiserFor({ by }: Broadcast, members: readonly Member[]): string | undefined {
  const organisers = members.map(({ seat }) => seat).filter(isOrganiser);
  return (organisers.find(({ id }) => id === by) ?? organisers[0])?.id;
}

/** From now on it is sent, and to these people: whoever has joined until now is among them, who has left is not. */
async function begin(store: Kept, { mission, id }: DueTask, now: number): Promise<void> {
  const found = await store.broadcasts.find(mission, id);
  if (found?.state !== "scheduled" || found.audience === undefined) return;
  const people = await circleFor(store, mission, found.audience, now);
  if (people === undefined) return;
  const meant = membersOf(found.audience, found.by, people).map(({ seat }) => seat);
  const seats = inOrder(meant, people.programme.mission).map((seat) => seat.id);
  await store.broadcasts.amend(mission, id, (was) => {
    // Put off or taken back by an organiser meanwhile.
    if (was.state !== "scheduled" || (was.at ?? 0) > now + CLOCK_SKEW) return undefined;
    return { to: { ...was, state: "sent", sent: { at: now, started: Date.now(), to: seats } } };
  });
}

/** What is known about a delegation when an audience is made out at programme time `now`. */
export async function circleFor(
  store: Kept,
  mission: string,
  audience: Audience | undefined,
  now: number,
): Promise<Circle | undefined> {
  const [inForce, members, seats, choices] = await Promise.all([
    store.missions.inForce(mission),
    store.people.members(mission),
    store.people.seats(mission),
    store.choices.all(mission),
  ]);
  if (inForce === undefined) return undefined;
  const earlier =
    audience?.kind === "unconfirmed" ? await store.broadcasts.find(mission, audience.broadcast) : undefined;
  const waiting = earlier === undefined ? [] : await waitingFor(store, mission, earlier);
  return { programme: inForce.programme, members, seats, choices, unconfirmed: new Set(waiting), now };
}

/** Who has been sent a broadcast and has not confirmed it. */
export async function waitingFor(
  store: Pick<Store, "broadcasts">,
  mission: string,
  broadcast: Broadcast,
): Promise<string[]> {
  return unconfirmedOf(broadcast, await store.broadcasts.confirmed(mission, broadcast.id));
}

/** Whom to tell of those who still have not confirmed; where nobody answers for somebody, the organiser who looks after it. */
export async function escortsToTell(
  store: Kept,
  mission: string,
  broadcast: Broadcast,
): Promise<Map<string, Member[]>> {
  const [inForce, members, waiting, chosen] = await Promise.all([
    store.missions.inForce(mission),
    store.people.members(mission),
    waitingFor(store, mission, broadcast),
    store.escorts.chosen(mission),
  ]);
  const bySeat = new Map(members.map((member) => [member.seat.id, member]));
  const told = new Map<string, Member[]>();
  for (const id of waiting) {
    const member = bySeat.get(id);
    if (member === undefined || inForce === undefined) continue;
    const escorts = escortsOf(member.seat, inForce.programme.mission, chosen);
    const escort = escorts.find((one) => bySeat.has(one)) ?? organiserFor(broadcast, members);
    if (escort === undefined) continue;
    told.set(escort, [...(told.get(escort) ?? []), member]);
  }
  return told;
}
