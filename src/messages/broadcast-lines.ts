/** What messages about a broadcast say alike: a moment, an audience, what a button does. */
import type { Audience, Broadcast } from "../domain/broadcasts.ts";
import { zoneAt } from "../domain/timetable.ts";
import { dateIn } from "../domain/zones.ts";
import { press } from "./callback.ts";
import type { Reading } from "./reading.ts";
import { clock, dayAndMonth, zoneName } from "./times.ts";

/** The zone times are typed and shown in: where the programme is at that moment. */
export function zoneHere({ mission, now }: Reading): string {
  const { events, mission: file } = mission.programme;
  return zoneAt(events, now, file.timezone);
}

/** `17 ноября, 18:30 (Красноярск)` */
export function momentOf(reading: Reading, at: number): string {
  const { speech } = reading;
  const zone = zoneHere(reading);
  return speech.say("cast-moment", {
    day: dayAndMonth(dateIn(zone, at), speech.language),
    time: clock(at, zone),
    zone: zoneName(zone, at, speech.language),
  });
}

/** What a button carries that does something to a broadcast. */
export function doing({ mission }: Reading, { id }: Pick<Broadcast, "id">, what: string): string {
  return press("castDo", { mission: mission.handle, cast: id, what });
}

/** `Кому: все участники` */
export function audienceLine({ mission, speech }: Reading, audience: Audience): string {
  const { mission: file, events } = mission.programme;
  switch (audience.kind) {
    case "groups": {
      const titles = (file.groups ?? [])
        .filter(({ id }) => audience.groups.includes(id))
        .map(({ title }) => speech.text(title));
      return speech.say("cast-audience-groups", { groups: speech.list(titles) });
    }
    case "event": {
      const event = events.find((timed) => timed.event.id === audience.event)?.event;
      return speech.say("cast-audience-event", {
        event: event === undefined ? "—" : speech.text(event.title),
      });
    }
    case "all":
    case "undecided":
    case "unconfirmed":
      return speech.say(`cast-audience-${audience.kind}`);
  }
}
