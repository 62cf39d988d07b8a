/** A line of the general programme, which guests and hosts hold: when, what, where, and for whom. */
import type { Mission } from "../domain/mission.ts";
import type { TimedEvent } from "../domain/timetable.ts";
import type { Speech } from "../messages/speech.ts";
import { span, zoneName } from "../messages/times.ts";
import type { Column, Lines, Piece } from "./paper.ts";

/** How a row is made: what it is about, and in which words. */
export interface Row {
  readonly timed: TimedEvent;
  readonly mission: Mission;
  readonly speech: Speech;
  readonly held: boolean;
  readonly cancelled: boolean;
}

export const generalColumns: readonly Column[] = [
  { heading: "paper-time", width: 20 },
  { heading: "paper-event", width: 46 },
  { heading: "paper-place", width: 34 },
];

export function generalRow(row: Row): Lines[] {
  return [whenLines(row), titleLines(row), placeLines(row)];
}

/** `10:00–10:30`, with the zone where it is not the mission's. An hour still awaited is not printed as if it were known. */
export function whenLines({ timed, mission, speech, held }: Row): Piece[] {
  const when = { text: span(timed, speech.language).text, bold: true };
  const elsewhere = timed.zone === timed.endZone && timed.zone !== mission.timezone;
  return [
    held ? { ...when, strike: true } : when,
    ...(elsewhere ? [{ text: `(${zoneName(timed.zone, timed.start, speech.language)})` }] : []),
    ...(held ? [{ text: speech.say("paper-held"), italics: true }] : []),
  ];
}

/** The title, for which groups it is, and what is not settled about it. */
export function titleLines({ timed: { event }, mission, speech }: Row): Lines {
  const marks = [
    ...(event.status === "tentative" ? [speech.say("mark-tentative")] : []),
    ...(event.optional ? [speech.say("mark-optional")] : []),
    ...(event.choice === undefined ? [] : [speech.say("mark-undecided")]),
  ];
  const groups = (mission.groups ?? [])
    .filter(({ id }) => event.groups?.includes(id))
    .map(({ title }) => speech.text(title));
  return [
    [{ text: speech.text(event.title) }, ...marks.map((mark) => ({ text: ` ${mark}`, italics: true }))],
    ...(groups.length === 0
      ? []
      : [{ text: speech.say("paper-for", { who: speech.list(groups) }), italics: true }]),
  ];
}

/** The venue, its address and the room; of a way both its ends. */
export function placeLines({ timed: { event }, mission, speech }: Row): Piece[] {
  const venueOf = (id: string | undefined) => mission.venues?.find((venue) => venue.id === id);
  const [venue, to] = [venueOf(event.venue), venueOf(event.to)];
  const names = [venue, to].flatMap((one) => (one === undefined ? [] : [speech.text(one.name)]));
  const address = to === undefined ? venue?.address : undefined;
  return [
    ...(names.length === 0 ? [] : [{ text: names.join(" → ") }]),
    ...(event.room === undefined ? [] : [{ text: speech.text(event.room) }]),
    ...(address === undefined ? [] : [{ text: speech.text(address), color: "404040" }]),
  ];
}
