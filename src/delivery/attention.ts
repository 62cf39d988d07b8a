import { absencesOf } from "../domain/absences.ts";
import { bySeat, isTaken } from "../domain/seats.ts";
import type { MissionInForce } from "../domain/timetable.ts";
import { type Attention, NAMED } from "../messages/attention.ts";
import { proposedNotes } from "../storage/note-scan.ts";
import type { Store } from "../storage/store.ts";

/** How long a refused message is worth attention; programme time, milliseconds. */
const FAILED_FOR = 24 * 60 * 60 * 1000;

/** What requires the organisers' attention at programme time `now`. */
export async function attentionOf(
  store: Store,
  { programme }: MissionInForce,
  now: number,
): Promise<Attention> {
  const { people, questions, ledger, requests } = store;
  const { id } = programme.mission;
  const [places, open, asking, proposals] = await Promise.all([
    people.places(programme.mission),
    questions.page(id, { which: "open", from: 0, most: NAMED }),
    requests.open(id),
    proposedNotes(store, id),
  ]);
  const members = places.filter(isTaken);
  const unreachable = members.filter(({ participant }) => participant.unreachableSince !== undefined);
  const failed = await ledger.failedSince(
    id,
    members.map(({ seat }) => seat.id),
    now - FAILED_FOR,
  );
  return {
    requests: asking.length,
    waiting: open.total,
    questions: open.questions,
    proposed: proposals.length,
    unreachable: unreachable.map(({ seat }) => seat),
    failed,
    absences: absencesOf(places, programme.events, now),
    seats: bySeat(places.map(({ seat }) => seat)),
  };
}
