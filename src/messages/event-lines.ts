/** What the programme says of one event: its hours, how it stands, when and where people gather, their bus, the place. */
import { FormattedString } from "@grammyjs/parse-mode";
import { attending, isMissed } from "../domain/absences.ts";
import { type OwnEvent, vehiclesFor } from "../domain/audience.ts";
import {
  dayOf,
  endOf,
  eventsOn,
  type MissionInForce,
  onAndNext,
  type TimedEvent,
  zoneAt,
} from "../domain/timetable.ts";
import { dateIn } from "../domain/zones.ts";
import { signOf } from "./behalf.ts";
import { plain } from "./message.ts";
import type { Reading } from "./reading.ts";
import type { Speech } from "./speech.ts";
import { clock, shortDay, spanAmong, tappable, until } from "./times.ts";

/** How an event stands: over, on, the next one, or later. */
export type Mark = "past" | "on" | "next" | "later";

/** How each event of an own programme stands; what the reader will not come to is neither on nor next. */
export function marksOf(reading: Reading): (timed: OwnEvent) => Mark {
  const { own, now } = reading;
  const { on, next } = onAndNext(attending(own, reading), now);
  return (timed) => {
    // First what is on: a held event is, though its hour may be over.
    if (on.includes(timed)) return "on";
    if (endOf(timed) <= now) return "past";
    return next.includes(timed) ? "next" : "later";
  };
}

/** What stands before the hours of an event. */
export const signs: Record<Mark, string> = { past: "✓ ", on: "▶️ ", next: "➡️ ", later: "" };

/** What to know of an event on a day; `whole`: also what is only of use on the way there. */
export function eventLines(
  reading: Reading,
  timed: OwnEvent,
  mark: Mark,
  { date, whole = false }: { date?: string; whole?: boolean } = {},
): FormattedString {
  const { mission, speech, now } = reading;
  const { event, end } = timed;
  const spillsOver = date !== undefined && end !== undefined && dayOf(timed) < date;
  const when = FormattedString.join([signs[mark], hoursOn(reading, timed, date)]);
  const title = [
    FormattedString.b(speech.text(event.title)),
    ...(event.status === "tentative" ? [plain(speech.say("mark-tentative"))] : []),
    ...(timed.undecided ? [plain(speech.say("mark-undecided"))] : []),
    ...(event.choice !== undefined && !timed.undecided ? [plain(speech.say("mark-picked"))] : []),
    ...(event.optional ? [plain(speech.say("mark-optional"))] : []),
  ];
  const lines = [when, FormattedString.join([FormattedString.join(title, " "), signOf(timed)])];
  if (isMissed(reading, timed)) lines.push(plain(awayMark(reading, timed)));
  // What is over needs no directions, and what is on no gathering.
  if (mark !== "past") {
    if (timed.held) lines.push(plain(speech.say("held")));
    // Until it begins, what is on is the gathering; nobody knows when to gather for what is held.
    if (event.gathering !== undefined && !timed.held && (whole || now < timed.start) && !spillsOver) {
      lines.push(gatheringLine(timed, speech));
      // A bus is worth knowing of early, if one has a bus; when some bus leaves, only on the way.
      if (whole || mark === "on" || busOf(reading, timed).length > 0) lines.push(...busLines(reading, timed));
    }
    const where = placeOf(mission, timed, speech);
    if (where !== undefined) lines.push(plain(`📍 ${where}`));
  }
  return FormattedString.join(lines, "\n");
}

/** That the reader, or whoever it is about, will not come. */
export function awayMark({ speech, isOnBehalf }: Reading, { of }: OwnEvent): string {
  return speech.say(isOnBehalf || of === "principal" ? "mark-away-for" : "mark-away");
}

/** The clock a day is lived by: that of its first event, not of a flight that only lands in it. */
export function zoneOn(events: readonly OwnEvent[], date: string): string | undefined {
  return events.find((timed) => dayOf(timed) === date)?.zone ?? events[0]?.zone;
}

/**
 * `11:00–11:25`, or until when what began on an earlier day goes on; by which clock, where that is not the day's, or
 * without a day the one the reader lives by.
 */
export function hoursOn(
  { mission, own, speech, now }: Reading,
  timed: OwnEvent,
  date?: string,
): FormattedString {
  const { end } = timed;
  const spillsOver = date !== undefined && end !== undefined && dayOf(timed) < date;
  if (spillsOver) return until({ ...timed, end }, speech);
  const around =
    date === undefined
      ? zoneAt(own, now, mission.programme.mission.timezone)
      : (zoneOn(eventsOn(own, date), date) ?? timed.zone);
  return spanAmong(timed, around, speech.language);
}

/** `⏰ Сбор в 10:15, холл гостиницы`; with its day where people gather the evening before. */
export function gatheringLine(timed: TimedEvent, speech: Speech): FormattedString {
  const { call, zone } = timed;
  const place = timed.event.gathering?.place;
  return speech.rich(place === undefined ? "gathering" : "gathering-at", {
    time: tappable(call, zone, gatheringTime(timed, speech)),
    place: place === undefined ? "" : speech.text(place),
  });
}

/** `10:15`, or `23:50 (чт, 17 нояб.)` before an event that begins after midnight. */
export function gatheringTime(timed: TimedEvent, { language }: Speech): string {
  const { call, zone } = timed;
  const day = dateIn(zone, call);
  return day === dayOf(timed) ? clock(call, zone) : `${clock(call, zone)} (${shortDay(day, language)})`;
}

/** `🚌 Автобус № 2, отправление в 10:30`; whoever has a seat in one of the buses reads of that one. */
export function busLines(reading: Reading, timed: TimedEvent & Pick<OwnEvent, "of">): FormattedString[] {
  const { mission, speech } = reading;
  const { departs, zone } = timed;
  const own = busOf(reading, timed);
  const vehicles = (mission.programme.mission.vehicles ?? []).filter(({ id }) => own.includes(id));
  const bus = speech.list(
    vehicles.map(({ name, plate }) => {
      return plate === undefined ? speech.text(name) : `${speech.text(name)} (${plate})`;
    }),
  );
  if (departs === undefined) return bus === "" ? [] : [plain(`🚌 ${bus}`)];
  const time = tappable(departs, zone);
  return [bus === "" ? speech.rich("departs", { time }) : speech.rich("bus-departs", { bus, time })];
}

/** The buses the reader, or whom they assist, may take to an event. */
function busOf(
  { principal, seat }: Reading,
  { event, of }: TimedEvent & Pick<OwnEvent, "of">,
): readonly string[] {
  return vehiclesFor(event, of === "principal" ? (principal?.seat ?? seat) : seat);
}

/** `Мемориал Победы` with the room, or from where to where. */
export function placeOf(
  { programme }: Pick<MissionInForce, "programme">,
  { event }: TimedEvent,
  speech: Speech,
): string | undefined {
  const nameOf = (id: string | undefined) => {
    const venue = programme.mission.venues?.find((one) => one.id === id);
    return venue === undefined ? undefined : speech.text(venue.name);
  };
  const from = nameOf(event.venue);
  const to = nameOf(event.to);
  const room = event.room === undefined ? undefined : speech.text(event.room);
  if (from !== undefined && to !== undefined) return `${from} → ${to}`;
  return speech.list([from ?? to, room].filter((part) => part !== undefined)) || undefined;
}
