/** The times of a mission against the clocks of its zones and against each other. */
import { type Event, leadMillis, type Mission } from "./mission.ts";
import { type Finding, finding, type Path } from "./problems.ts";
import { readable, type Salvaged, unreadable } from "./salvage.ts";
import { instantOf } from "./zones.ts";

type Draft = Salvaged<Mission>;
type DraftEvent = Salvaged<Event>;

/** A local time of an event in the zone of its venue or of the one it goes to; without it where that cannot be read. */
type Moment = {
  readonly path: Path;
  readonly time: string;
  readonly place: "venue" | "to";
  readonly zone: string | undefined;
};

/** Times no clock shows, and times in the wrong order. */
export function checkTimes(draft: Draft): Finding[] {
  return [...readable(draft.events)].flatMap(([index, event]) => {
    const moments = momentsOf(draft, event, ["events", index]);
    const skipped = Object.values(moments).filter((moment) => kindOf(moment) === "skipped");
    return [
      ...skipped.map(({ path, time, zone }) =>
        finding(path, "time-skipped", { time: clockOf(time), zone: zone ?? "" }),
      ),
      ...wrongOrder(moments),
    ];
  });
}

/** Times the clock shows twice, and leads that fall together. */
export function warnOfTimes(draft: Draft): Finding[] {
  const repeated = [...readable(draft.events)].flatMap(([index, event]) =>
    Object.values(momentsOf(draft, event, ["events", index]))
      .filter((moment) => kindOf(moment) === "earlier of two")
      .map(({ path, time, zone }) =>
        finding(path, "time-repeated", { time: clockOf(time), zone: zone ?? "" }),
      ),
  );
  return [...repeated, ...leadsGivenTwice(draft)];
}

/** From when to when an event lasts, in epoch milliseconds; undefined where its times or zones could not be read. */
export function spanOf(draft: Draft, event: DraftEvent): { start: number; end: number } | undefined {
  const { start, end } = momentsOf(draft, event, []);
  const from = start && instantIn(start);
  if (from === undefined || unreadable(event, "end")) return undefined;
  const until = end === undefined ? from : instantIn(end);
  return until === undefined || until < from ? undefined : { start: from, end: until };
}

type Moments = { start?: Moment; end?: Moment; at?: Moment; departs?: Moment };

function momentsOf(draft: Draft, event: DraftEvent, path: Path): Moments {
  const moment = (field: Path, time: string, place: Moment["place"]): Moment => {
    return { path: [...path, ...field], time, place, zone: zoneAt(draft, event, place) };
  };
  const { start, end, gathering } = event;
  return {
    ...(start && { start: moment(["start"], start, "venue") }),
    ...(end && { end: moment(["end"], end, Object.hasOwn(event, "to") ? "to" : "venue") }),
    ...(gathering?.at && { at: moment(["gathering", "at"], gathering.at, "venue") }),
    ...(gathering?.departs && { departs: moment(["gathering", "departs"], gathering.departs, "venue") }),
  };
}

/** As zonesOf says, but of a file in which the zone, the venue or its id may be missing: then no zone is known. */
function zoneAt(draft: Draft, event: DraftEvent, field: "venue" | "to"): string | undefined {
  if (!Object.hasOwn(event, field)) return draft.timezone;
  const id = event[field];
  const venue = id === undefined ? undefined : draft.venues?.find((candidate) => candidate?.id === id);
  if (venue === undefined || unreadable(venue, "timezone")) return undefined;
  return venue.timezone ?? draft.timezone;
}

function wrongOrder({ start, end, at, departs }: Moments): Finding[] {
  const gathering = [
    ...(at && start ? compare(at, start, "gathering-late", "gathering-late") : []),
    ...(at && departs ? compare(at, departs, "departs-early") : []),
    ...(departs && start ? compare(departs, start, "departs-late") : []),
  ];
  return [
    ...(start && end ? compare(start, end, "end-before-start", "end-at-start") : []),
    // One wrong time of three is often in the wrong order with both others: the first line says enough.
    ...gathering.slice(0, 1),
  ];
}

type OrderCode = "end-before-start" | "end-at-start" | "gathering-late" | "departs-early" | "departs-late";

/** One finding if the first is after the second (or, where that has a code, at the same instant). */
function* compare(first: Moment, second: Moment, after: OrderCode, equal?: OrderCode): Generator<Finding> {
  const [early, late] = instantsToCompare(first, second);
  if (early === undefined || late === undefined || early < late) return;
  const code = early === late ? equal : after;
  // The line stands at the field that is usually wrong, and shows the two times in the order they should have.
  const wrong = code === "gathering-late" || code === "departs-late" ? first : second;
  const values = { first: shownBeside(first, second), second: shownBeside(second, first) };
  if (code) yield finding(wrong.path, code, values);
}

/** Two times of one place can be compared even if its zone is unknown. A skipped time, which has its line, cannot. */
function instantsToCompare(first: Moment, second: Moment): (number | undefined)[] {
  if (first.zone !== undefined && second.zone !== undefined) return [instantIn(first), instantIn(second)];
  if (first.place !== second.place) return [];
  return [first, second].map(({ time }) => instantOf(time, "Etc/UTC").at);
}

function instantIn({ time, zone }: Moment): number | undefined {
  if (zone === undefined) return undefined;
  const instant = instantOf(time, zone);
  return instant.kind === "skipped" ? undefined : instant.at;
}

function kindOf({ time, zone }: Moment) {
  return zone === undefined ? undefined : instantOf(time, zone).kind;
}

/** `10:00`, with the date where the other time is of another day, with the zone where it is of another zone. */
function shownBeside(moment: Moment, other: Moment): string {
  const sameDay = moment.time.slice(0, 10) === other.time.slice(0, 10);
  const time = sameDay ? moment.time.slice(11) : clockOf(moment.time);
  return moment.zone === other.zone ? time : `${time} ${moment.zone}`;
}

/** `2016-11-17 10:00` */
function clockOf(localTime: string): string {
  return localTime.replace("T", " ");
}

function* leadsGivenTwice(draft: Draft): Generator<Finding> {
  for (const [path, leads] of listsOfLeads(draft)) {
    const seen = new Set<number>();
    for (const [index, lead] of readable(leads)) {
      if (seen.has(leadMillis(lead))) yield finding([...path, index], "lead-twice", { value: lead });
      seen.add(leadMillis(lead));
    }
  }
}

function* listsOfLeads(draft: Draft): Generator<[Path, DraftEvent["reminders"]]> {
  for (const [kind, leads] of Object.entries(draft.reminders ?? {})) yield [["reminders", kind], leads];
  for (const [index, { reminders }] of readable(draft.events)) {
    yield [["events", index, "reminders"], reminders];
  }
}
