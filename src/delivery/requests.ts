/** Requests to join: each organiser gets one message about each, whatever number of missions they organise. */
import { isOrganiser, type Member } from "../domain/seats.ts";
import type { MissionInForce } from "../domain/timetable.ts";
import { requestMessage } from "../messages/requests.ts";
import type { Store } from "../storage/store.ts";
import { deliver, type Recipient, written } from "./parcel.ts";
import { type DeliveryQueue, jobOf } from "./queue.ts";

/** An organiser, and the mission whose ledger holds what they were told of requests: the first they organise. */
export interface RequestReader extends Member {
  readonly mission: MissionInForce;
}

/** Every organiser once. */
export async function requestReaders({ missions, people }: Store): Promise<RequestReader[]> {
  const readers = new Map<number, RequestReader>();
  for (const mission of await missions.all()) {
    for (const member of await people.members(mission.programme.mission.id)) {
      const { user } = member.participant;
      if (isOrganiser(member.seat) && !readers.has(user)) readers.set(user, { ...member, mission });
    }
  }
  return [...readers.values()];
}

/** The missions a person organises. */
export async function missionsOrganisedBy(
  { missions, people }: Store,
  user: number,
): Promise<MissionInForce[]> {
  const [all, seats] = await Promise.all([missions.all(), people.seatsOfUser(user)]);
  const members = await Promise.all(
    all.map(({ programme: { mission } }) => people.member(mission.id, seats[mission.id] ?? "")),
  );
  return all.filter((_, index) => {
    const member = members[index];
    return member !== undefined && member.participant.user === user && isOrganiser(member.seat);
  });
}

/** Queues a request for everybody who may decide it. */
export async function announceRequest(store: Store, queue: DeliveryQueue, id: string): Promise<void> {
  const readers = await requestReaders(store);
  await queue.addBulk(
    readers.map(({ mission, seat }) =>
      jobOf("request", { mission: mission.programme.mission.id, seat: seat.id, about: id }, id),
    ),
  );
}

/** How the ledger knows the message about a request. */
export function requestIdentity(id: string): string {
  return `request/${id}`;
}

/** Tells an organiser of a request, if nobody has decided it yet. */
export async function settleRequest(recipient: Recipient, id: string): Promise<void> {
  const { parts, reading, seat, participant, ended } = recipient;
  const identity = requestIdentity(id);
  const request = await parts.store.requests.find(id);
  if (request === undefined || !isOrganiser(seat) || ended(identity)) return;
  const missions = await missionsOrganisedBy(parts.store, participant.user);
  await deliver(recipient, {
    identities: [identity],
    send: written(requestMessage(reading, request, missions)),
    silent: false,
    priority: "reminder",
    expiresAt: Number.POSITIVE_INFINITY,
  });
}
