/** Which notes are owed: people were asked, or nudged, and have neither written nor said that there is nothing. */
import { isAway } from "./absences.ts";
import type { OwnEvent } from "./audience.ts";
import { heldFollowers } from "./held.ts";
import { isAsked } from "./note-takers.ts";
import type { NoteHead } from "./notes.ts";
import { firstMoment, promptsOf } from "./prompts.ts";
import { type Member, owedTo } from "./seats.ts";
import type { Programme } from "./timetable.ts";

/** What one person has said so far: the events they wrote about, and those they have nothing to add to. */
export interface Heard {
  readonly wrote: ReadonlySet<string>;
  readonly nothing: ReadonlySet<string>;
}

/**
 * The events of a person's own programme, over by now, about which they are expected to write and have not. Whoever
 * joined afterwards is expected to if the question came only then, as in the evening digest.
 */
export function owedNotes(
  programme: Programme,
  own: readonly OwnEvent[],
  { seat, participant }: Member,
  heard: Heard,
  now: number,
): OwnEvent[] {
  const { joinedAt, wishes } = participant;
  const waiting = heldFollowers(own);
  const owed = own.filter(
    (timed) =>
      isAsked(timed, seat) &&
      !waiting.has(timed.event.id) &&
      !isAway(wishes, timed.event.id) &&
      firstMoment(timed) <= now &&
      !heard.wrote.has(timed.event.id) &&
      !heard.nothing.has(timed.event.id),
  );
  const missed = (timed: OwnEvent) => firstMoment(timed) <= joinedAt;
  if (!owed.some(missed)) return owed;
  const asked = owedTo(participant, (wishes) => promptsOf(programme, own, seat, wishes)).filter(
    ({ dueAt }) => dueAt <= now,
  );
  return owed.filter((timed) => !missed(timed) || asked.some(({ eventId }) => eventId === timed.event.id));
}

/** The events each of several people wrote about, by seat. */
export async function writtenBy(heads: AsyncIterable<NoteHead>): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  for await (const { seat, event, former } of heads) {
    // What was written before somebody took the seat is not theirs.
    if (event === undefined || former) continue;
    const events = found.get(seat) ?? new Set();
    found.set(seat, events.add(event));
  }
  return found;
}
