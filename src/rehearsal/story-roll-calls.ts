/** The gathering at which the roll is called: some tap, one is ticked by the organiser, and what is left is closed. */
import { textIn } from "../domain/mission.ts";
import type { Programme } from "../domain/timetable.ts";
import type { Speeches } from "../messages/speech.ts";
import type { Cast, Taps } from "./cast.ts";
import type { Stage } from "./stage.ts";
import type { Trouble } from "./story-changes.ts";

const MINUTE = 60_000;
/** After every reminder of a gathering that a mission has by default. */
const BEFORE_CALL = 10 * MINUTE;
/** Enough of a title to know its button by. */
const LABEL = 20;

/** The first gathering for everybody at which buses wait; none where the mission has no such thing. */
export function rollCallsOf({ mission, events }: Programme, speeches: Speeches, now: number): Trouble[] {
  const gathering = events.find(
    ({ event, call }) =>
      event.gathering !== undefined &&
      (event.vehicles?.length ?? 0) > 1 &&
      event.groups === undefined &&
      call - BEFORE_CALL > now,
  );
  if (gathering === undefined) return [];
  const own = mission.languages[0] ?? "ru";
  const speech = speeches(own);
  const act = async (stage: Stage, { organiser, delegates }: Cast, taps: Taps) => {
    for (const player of delegates.slice(0, -1)) {
      const here = speeches(player.language).say("button-here");
      if (player.person.screen().includes(`[ ${here} ]`)) await taps(player, here);
    }
    const by = (label: string) => taps({ person: organiser }, label);
    await organiser.sends("/rollcall");
    const bus = mission.vehicles?.find(({ id }) => gathering.event.vehicles?.includes(id));
    await by(`⏳ ${bus === undefined ? "" : textIn(bus.name, own)}`);
    // The last delegate was seen, and did not tap.
    const late = delegates.at(-1);
    const tick = late === undefined ? "" : `▫️ ${textIn(late.seat.position, own).slice(0, LABEL)}`;
    if (tick !== "" && organiser.screen().includes(`[ ${tick}`)) await by(tick);
    await by(speech.say("button-roll-close"));
    await by(speech.say("button-roll-close-yes"));
    await stage.turn(stage.clock.now() + MINUTE);
  };
  return [{ day: gathering.day, at: gathering.call - BEFORE_CALL, act }];
}
