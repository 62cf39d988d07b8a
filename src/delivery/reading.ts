import { awayFrom } from "../domain/absences.ts";
import { ownProgramme } from "../domain/audience.ts";
import { escortsOf } from "../domain/escorts.ts";
import type { Seat } from "../domain/mission.ts";
import type { Member } from "../domain/seats.ts";
import type { MissionInForce } from "../domain/timetable.ts";
import type { Reading } from "../messages/schedule.ts";
import type { Speeches } from "../messages/speech.ts";
import type { Store } from "../storage/store.ts";

/** What a message to a member is composed from, as it is in force at programme time `now`. */
export async function readingFor(
  { store, speeches }: { store: Store; speeches: Speeches },
  mission: MissionInForce,
  { seat, participant }: Member,
  now: number,
): Promise<Reading> {
  const file = mission.programme.mission;
  const choices = await store.choices.of(file.id, seat.id);
  const speech = speeches(participant.language, file.languages[0]);
  return {
    mission,
    seat,
    own: ownProgramme(mission.programme, seat, choices),
    choices,
    away: awayFrom(participant.wishes),
    speech,
    now,
  };
}

/** The seats of those who answer for somebody. */
export async function escortsFor(store: Store, { programme }: MissionInForce, seat: Seat): Promise<Seat[]> {
  const { mission } = programme;
  const chosen = await store.escorts.chosen(mission.id);
  const seats = await Promise.all(
    escortsOf(seat, mission, chosen).map((escort) => store.people.seat(mission.id, escort)),
  );
  return seats.filter((escort) => escort !== undefined);
}
