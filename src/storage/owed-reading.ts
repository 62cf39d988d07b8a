/** Whose notes are missing: everybody who was asked about something and has neither written nor had nothing to add. */
import { type OwnEvent, ownProgramme } from "../domain/audience.ts";
import type { Seat } from "../domain/mission.ts";
import { owedNotes, writtenBy } from "../domain/owed-notes.ts";
import { inOrder } from "../domain/seats.ts";
import type { MissionInForce } from "../domain/timetable.ts";
import { allHeads } from "./note-scan.ts";
import type { Store } from "./store.ts";

/** In the order of protocol, with the events each owes notes about at programme time `now`. */
export async function owedByAll(
  store: Store,
  { programme }: MissionInForce,
  now: number,
): Promise<{ seat: Seat; events: OwnEvent[] }[]> {
  const { id } = programme.mission;
  const [members, choices, written] = await Promise.all([
    store.people.members(id),
    store.choices.all(id),
    writtenBy(allHeads(store, id)),
  ]);
  const seats = inOrder(
    members.map(({ seat }) => seat),
    programme.mission,
  );
  const said = await store.prompts.saidByAll(
    id,
    seats.map((seat) => seat.id),
  );
  return seats.flatMap((seat) => {
    const member = members.find((one) => one.seat.id === seat.id);
    if (member === undefined) return [];
    const own = ownProgramme(programme, seat, choices.get(seat.id) ?? {});
    const answers = [...(said.get(seat.id) ?? [])];
    const nothing = new Set(answers.flatMap(([event, { nothing }]) => (nothing ? [event] : [])));
    const heard = { wrote: written.get(seat.id) ?? new Set<string>(), nothing };
    const events = owedNotes(programme, own, member, heard, now);
    return events.length === 0 ? [] : [{ seat, events }];
  });
}
