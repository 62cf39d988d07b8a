/** Notes proposed for the press: whoever works with them is told of each once, in an evening digest while there is one to come. */
import { digestsOf } from "../domain/digests.ts";
import type { Seat } from "../domain/mission.ts";
import { isOf } from "../domain/notes.ts";
import { isPressSecretary } from "../domain/press.ts";
import { isOrganiser } from "../domain/seats.ts";
import type { MissionInForce } from "../domain/timetable.ts";
import { proposalsMessage } from "../messages/note-lists.ts";
import type { LedgerEntry } from "../storage/ledger.ts";
import { proposedNotes } from "../storage/note-scan.ts";
import type { Store } from "../storage/store.ts";
import { deliver, type Recipient, written } from "./parcel.ts";

const BEGINS = "press/";

/** Whether somebody reads what is proposed for the press. */
export function readsProposals({ programme }: MissionInForce, seat: Seat): boolean {
  return isOrganiser(seat) || isPressSecretary(programme.mission, seat);
}

/** Has everybody looked at who reads proposals: there is one. */
export async function wakeForProposals(store: Store, mission: MissionInForce, now: number): Promise<void> {
  const { id } = mission.programme.mission;
  const readers = (await store.people.members(id)).filter(({ seat }) => readsProposals(mission, seat));
  await store.prompts.wake(readers.map(({ seat }) => ({ mission: id, seat: seat.id, at: now })));
}

/** Where no evening digest is to come any more, what is proposed is told without a sound. */
export async function settleProposals(recipient: Recipient): Promise<void> {
  const { mission, participant, reading } = recipient;
  const { wishes } = participant;
  const isAhead = digestsOf(mission.programme, reading.own, wishes).some(
    ({ kind, dueAt }) => kind === "evening" && dueAt > reading.now,
  );
  if (isAhead || wishes?.muteAll) return;
  const identities = await newProposals(recipient);
  if (identities.length === 0) return;
  await deliver(recipient, {
    identities,
    send: written(proposalsMessage(reading, identities.length)),
    silent: true,
    priority: "digest",
    expiresAt: Number.POSITIVE_INFINITY,
  });
}

/** The identities of what waits to be released and the recipient has not been told of; one's own notes are no news. */
export async function newProposals({ parts, mission, seat, ended }: Recipient): Promise<string[]> {
  if (!readsProposals(mission, seat)) return [];
  const proposed = await proposedNotes(parts.store, mission.programme.mission.id);
  return proposed
    .filter((head) => !isOf(head, seat.id))
    .map(({ id }) => `${BEGINS}${id}`)
    .filter((identity) => !ended(identity));
}

/** How many a digest already sent told of. */
export function proposedWithin(ledger: ReadonlyMap<string, LedgerEntry>, digest: string): number {
  return [...ledger].filter(([identity, { within }]) => identity.startsWith(BEGINS) && within === digest)
    .length;
}
