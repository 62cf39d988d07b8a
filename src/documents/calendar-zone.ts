/** A zone as calendars are told of it: which clock it kept, and when the clock was changed. */
import { DateTime } from "luxon";

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60_000;
/** A change this near may still matter to somebody who moves an event in their calendar. */
const MARGIN = 366 * DAY;

/**
 * A VTIMEZONE (RFC 5545, 3.6.5) for an IANA zone that holds from a year before `from` until a year after `to`, in epoch
 * milliseconds. Lines end with CRLF.
 */
export function timezoneComponent(zone: string, { from, to }: { from: number; to: number }): string {
  const first = DateTime.fromMillis(from - MARGIN, { zone });
  const observances = [observance("19700101T000000", first.offset, first)];
  for (const change of changesBetween(zone, from - MARGIN, to + MARGIN)) {
    const before = DateTime.fromMillis(change - 1, { zone });
    const after = DateTime.fromMillis(change, { zone });
    // The onset is written as the clock had it that was about to be changed.
    const onset = after.setZone("utc").plus({ minutes: before.offset }).toFormat("yyyyMMdd'T'HHmmss");
    observances.push(observance(onset, before.offset, after));
  }
  const lines = ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...observances.flat(), "END:VTIMEZONE"];
  return lines.map((line) => `${line}\r\n`).join("");
}

function observance(onset: string, offsetBefore: number, at: DateTime): string[] {
  const kind = at.isInDST ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${kind}`,
    `DTSTART:${onset}`,
    `TZOFFSETFROM:${offsetText(offsetBefore)}`,
    `TZOFFSETTO:${offsetText(at.offset)}`,
    `TZNAME:${at.toFormat("ZZ")}`,
    `END:${kind}`,
  ];
}

/** Minutes → `+0530`. */
function offsetText(offset: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(Math.abs(offset) / 60))}${two(Math.abs(offset) % 60)}`;
}

/** The instants at which a zone's clock was changed; no zone has changed it twice within a day. */
function changesBetween(zone: string, from: number, to: number): number[] {
  const offsetAt = (at: number) => DateTime.fromMillis(at, { zone }).offset;
  const changes: number[] = [];
  for (let day = from; day < to; day += DAY) {
    let [low, high] = [day, day + DAY];
    if (offsetAt(low) === offsetAt(high)) continue;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle) === offsetAt(low)) low = middle;
      else high = middle;
    }
    changes.push(Math.round(high / MINUTE) * MINUTE);
  }
  return changes;
}
