/** How times and days are shown: as text in the event's zone, never the server's. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Language } from "../domain/mission.ts";
import { endOf, type TimedEvent } from "../domain/timetable.ts";
import { clockIn, dateIn, offsetOf } from "../domain/zones.ts";
import type { Speech } from "./speech.ts";

/** The forms officials know: day before month, and a clock of 24 hours. */
const locales: Record<Language, string> = { ru: "ru", en: "en-GB", ja: "ja" };

/** `10:15` */
export function clock(at: number, zone: string): string {
  return clockIn(zone, at);
}

/**
 * `10:15` inside a date_time entity with an empty format: it shows as written, and a tap shows the reader's own time
 * (Bot API, date-time entity formatting).
 */
export function tappable(at: number, zone: string, text = clock(at, zone)): FormattedString {
  return FormattedString.time(text, Math.floor(at / 1000), "");
}

/** `четверг, 17 ноября` */
export function longDay(date: string, language: Language): string {
  // 2月29日(月): Japanese sets the day of the week short behind the date.
  const weekday = language === "ja" ? "short" : "long";
  return inWords(date, language, { weekday, day: "numeric", month: "long" });
}

/** `чт, 17 ноября` */
export function shortDay(date: string, language: Language): string {
  return inWords(date, language, { weekday: "short", day: "numeric", month: "short" });
}

/** `17 ноября` */
export function dayAndMonth(date: string, language: Language): string {
  return inWords(date, language, { day: "numeric", month: "long" });
}

/** `17.11`, in the order of the language: for buttons, where the title needs the room. */
export function numericDay(date: string, language: Language): string {
  return inWords(date, language, { day: "2-digit", month: "2-digit" });
}

/** `17 ноября, 10:25` */
export function dayAndClock(at: number, zone: string, language: Language): string {
  return `${dayAndMonth(dateIn(zone, at), language)}, ${clock(at, zone)}`;
}

/** `16–18 ноября 2016 г.` */
export function dates(from: string, to: string, language: Language): string {
  const form = formatter(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  if (from === to) return form.format(noonOf(from)).replaceAll(/[\u2009\u202F\u00A0]/g, " ");
  // The range CLDR has for Japanese is all digits and slashes.
  if (language === "ja") return `${form.format(noonOf(from))}～${dayAndMonth(to, language)}`;
  const range = form.formatRange(noonOf(from), noonOf(to));
  // CLDR sets thin and unbreakable spaces around the dash, which some phones show as boxes.
  return range.replaceAll(/[\u2009\u202F\u00A0]/g, " ");
}

function inWords(date: string, language: Language, form: Intl.DateTimeFormatOptions): string {
  return formatter(language, { ...form, timeZone: "UTC" }).format(noonOf(date));
}

function noonOf(date: string): Date {
  return new Date(`${date}T12:00Z`);
}

/** The zone by the name people know: `Красноярск`, `Krasnoyarsk Time`. */
export function zoneName(zone: string, at: number, language: Language): string {
  const named = (timeZoneName: "shortGeneric" | "longGeneric") =>
    formatter(language, { timeZone: zone, timeZoneName })
      .formatToParts(at)
      .find(({ type }) => type === "timeZoneName")?.value ?? zone;
  const short = named("shortGeneric");
  // Letters like JST say little to a reader.
  return /^[A-Z]{2,5}$/.test(short) ? named("longGeneric") : short;
}

/** Making a formatter costs a hundred times its use, and few are needed: a handful of forms in three languages. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, form]);
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locales[language], form);
  formatters.set(key, made);
  return made;
}

/** How many hours a zone is ahead of another at an instant; halves and quarters exist. */
export function hoursAhead(zone: string, other: string, at: number): number {
  return (offsetOf(zone, at) - offsetOf(other, at)) / 60;
}

/** `до 08:00`, for an event that began on an earlier day: only its end matters now. */
export function until({ end, endZone }: TimedEvent & { end: number }, speech: Speech): FormattedString {
  return speech.rich("until", { time: tappable(end, endZone) });
}

/** `11:00–11:25`; the end says its day and zone where they are not those of the start. */
export function span(timed: TimedEvent, language: Language): FormattedString {
  const { start, end, zone, endZone } = timed;
  if (end === undefined) return tappable(start, zone);
  if (zone === endZone && sameDay(timed)) {
    return FormattedString.join([tappable(start, zone), tappable(end, endZone)], "–");
  }
  const from =
    zone === endZone ? clock(start, zone) : `${clock(start, zone)} (${zoneName(zone, start, language)})`;
  const day = sameDay(timed)
    ? ""
    : `${dayAndMonth(dateIn(endZone, end), language)}${language === "ja" ? " " : ", "}`;
  const to =
    zone === endZone ? clock(end, endZone) : `${clock(end, endZone)} (${zoneName(endZone, end, language)})`;
  return FormattedString.join([tappable(start, zone, from), tappable(end, endZone, `${day}${to}`)], " – ");
}

/** `11:30–12:30 (Los Angeles)`: hours read where another clock is in force say by which they are. */
export function spanAmong(timed: TimedEvent, around: string, language: Language): FormattedString {
  const hours = span(timed, language);
  const { start, zone, endZone } = timed;
  // On the way between two zones the hours name both.
  if (zone !== endZone && timed.end !== undefined) return hours;
  if (offsetOf(zone, start) === offsetOf(around, start)) return hours;
  return FormattedString.join([hours, `(${zoneName(zone, start, language)})`], " ");
}

function sameDay(timed: TimedEvent): boolean {
  return dateIn(timed.zone, timed.start) === dateIn(timed.endZone, endOf(timed));
}
