/** When what is not urgent comes silently. */
import { zoneAt } from "../domain/timetable.ts";
import { isQuiet } from "../domain/wishes.ts";
import type { Recipient } from "./parcel.ts";

/** In quiet hours, or in the middle of an event, as on a night flight, nobody is to be rung for a digest. */
export function isDisturbing({ mission, reading, participant }: Recipient): boolean {
  const { now, own } = reading;
  const { timezone } = mission.programme.mission;
  const quiet = participant.wishes?.quiet;
  const busy = own.some(({ start, end }) => start <= now && end !== undefined && now < end);
  return busy || (quiet !== undefined && isQuiet(quiet, now, zoneAt(own, now, timezone)));
}
