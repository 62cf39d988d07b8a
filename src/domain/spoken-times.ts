/** Times as people type them in a chat: `18:30`, `завтра 9:00`, `17 Nov 18:30`, `明日 9時`. */
import { DateTime } from "luxon";
import { calendarDay } from "./calendar-words.ts";
import { instantOf } from "./zones.ts";

/** What a typed time comes to. */
export type SpokenTime =
  | {
      readonly ok: true;
      /** Epoch milliseconds. */
      readonly at: number;
      /** The same on the wall there: `2016-11-17T18:30`. */
      readonly local: string;
    }
  | { readonly ok: false; readonly why: "not a time" | "past" | "does not exist" };

/** What was read, before anybody has looked whether a clock or a calendar ever shows it. */
interface Clock {
  readonly hour: number;
  readonly minute: number;
}
type Day =
  | { readonly ahead: number }
  | { readonly year?: number; readonly month: number; readonly day: number };

/** Longer texts are no times. */
const LONGEST = 60;

/**
 * The instant that a typed local time means at `now` (epoch milliseconds) in an IANA zone. Without a day it is that of
 * the date given as `day` (`2016-11-17`), or today's; without a year the date nearest to now. A time the clock shows twice is the first of the two that is still ahead; one
 * that has been is past, and one that no clock or calendar shows does not exist.
 */
export function localTimeIn(
  text: string,
  { now, zone, day }: { readonly now: number; readonly zone: string; readonly day?: string },
): SpokenTime {
  const today = DateTime.fromMillis(now, { zone });
  const meant = readingsOf(text, day).map(({ day, clock }) => localOf(day, clock, today));
  if (meant.length === 0) return { ok: false, why: "not a time" };
  const local = meant.find((one) => one !== undefined);
  if (local === undefined || instantOf(local, zone).kind === "skipped")
    return { ok: false, why: "does not exist" };
  const shown = DateTime.fromISO(local, { zone }).getPossibleOffsets();
  const at = shown
    .map((time) => time.toMillis())
    .sort((a, b) => a - b)
    .find((time) => time > now);
  return at === undefined ? { ok: false, why: "past" } : { ok: true, at, local };
}

/** What a typed date comes to: `2016-12-01`. */
export type SpokenDate =
  | { readonly ok: true; readonly date: string }
  | { readonly ok: false; readonly why: "not a date" | "past" | "does not exist" };

/**
 * The date that typed words mean at `now` (epoch milliseconds) in an IANA zone: as {@link localTimeIn} reads days, and
 * also `в пятницу`, `in two weeks`, `月末`, `01.12.16`, `2016/12/1`. Without a year it is the date nearest to now.
 */
export function localDateIn(
  text: string,
  { now, zone }: { readonly now: number; readonly zone: string },
): SpokenDate {
  const said = text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim();
  if (said.length > LONGEST) return { ok: false, why: "not a date" };
  const today = DateTime.fromMillis(now, { zone }).startOf("day");
  const bare = said.replace(/^(?:до|к|не позднее|by|until|before|on) /, "").replace(/ ?(?:までに?|に)$/, "");
  const day = dayOf(withWholeYear(bare));
  const spoken = calendarDay(bare, today) ?? calendarDay(said, today);
  if (day === undefined && spoken === undefined) return { ok: false, why: "not a date" };
  const meant =
    day === undefined ? spoken : "ahead" in day ? today.plus({ days: day.ahead }) : dateOf(day, today);
  if (meant === undefined) return { ok: false, why: "does not exist" };
  const date = meant.toFormat("yyyy-MM-dd");
  return date < today.toFormat("yyyy-MM-dd") ? { ok: false, why: "past" } : { ok: true, date };
}

/** A year in two digits is of this century; slashes stand between a year and its day. */
function withWholeYear(said: string): string {
  return said
    .replace(/^(\d{1,2}\.\d{1,2})\.(\d{2})$/, "$1.20$2")
    .replace(/^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, "$1-$2-$3");
}

/** Everything a text may mean: «17.11 18.30» could also be read from its end, but from its beginning first. */
function readingsOf(text: string, otherwise: string | undefined): { day: Day; clock: Clock }[] {
  const said = text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim();
  if (said.length > LONGEST) return [];
  const alone = clockOf(said);
  if (alone !== undefined) {
    return [{ day: (otherwise === undefined ? undefined : dayOf(otherwise)) ?? { ahead: 0 }, clock: alone }];
  }
  return [...said].flatMap((_, place) => {
    // A number is never cut in two.
    if (place === 0 || /\d\d/.test(said.slice(place - 1, place + 1))) return [];
    const [head, tail] = [said.slice(0, place), said.slice(place)];
    return [
      [head, tail],
      [tail, head],
    ].flatMap(([first = "", second = ""]) => {
      const day = dayOf(first);
      const clock = clockOf(second);
      return day === undefined || clock === undefined ? [] : [{ day, clock }];
    });
  });
}

/** `18:30`, `18.30`, `6:30 pm`, `18時30分`, `午後6時半`, with the little words around it. */
function clockOf(text: string): Clock | undefined {
  const said = text.replace(/^[ ,]*(?:(?:в|at|から) )?/, "").replace(/[ ,]*(?:に|の)?$/, "");
  const digits = /^(\d{1,2})(?:[:.](\d{2}))? ?(am|pm|a\.m\.|p\.m\.)?$/.exec(said);
  if (digits !== null) {
    const [, hour, minute, half] = digits;
    if (minute === undefined && half === undefined) return undefined;
    return { hour: halved(Number(hour), half?.charAt(0)), minute: Number(minute ?? 0) };
  }
  const kanji = /^(午前|午後)?(\d{1,2})時(?:(\d{1,2})分|(半))?$/.exec(said);
  if (kanji === null) return undefined;
  const [, half, hour, minute, thirty] = kanji;
  const halfOfDay = half === undefined ? undefined : half === "午後" ? "p" : "a";
  return { hour: halved(Number(hour), halfOfDay), minute: thirty ? 30 : Number(minute ?? 0) };
}

/** An hour of the half of the day that was named; 13 p.m. is no hour. */
function halved(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour > 12) return Number.NaN;
  return (hour % 12) + (half === "p" ? 12 : 0);
}

const daysAhead: ReadonlyMap<string, number> = new Map([
  ...["сегодня", "today", "今日", "本日", "きょう"].map((word) => [word, 0] as const),
  ...["завтра", "tomorrow", "明日", "あした", "あす"].map((word) => [word, 1] as const),
  ...["послезавтра", "the day after tomorrow", "明後日", "あさって"].map((word) => [word, 2] as const),
]);

/** `завтра`, `17.11`, `17.11.2016`, `17 ноября`, `17 Nov 2016`, `Nov 17`, `11月17日`, `2016-11-17`. */
function dayOf(text: string): Day | undefined {
  const said = text.replace(/^[ ,]*(?:на |on )?/, "").replace(/[ ,]*(?:の|に)?$/, "");
  const ahead = daysAhead.get(said);
  if (ahead !== undefined) return { ahead };
  for (const [form, order] of dates) {
    const found = form.exec(said);
    if (found === null) continue;
    const part = (name: "d" | "m" | "y") => found[order.indexOf(name) + 1];
    const month = monthOf(part("m") ?? "");
    if (month === undefined) continue;
    const year = part("y");
    return { month, day: Number(part("d")), ...(year === undefined ? {} : { year: Number(year) }) };
  }
  return undefined;
}

/** How dates are written, and the order of day, month and year in each. */
const dates: readonly (readonly [RegExp, "dmy" | "mdy" | "ymd"])[] = [
  [/^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?\.?$/, "dmy"],
  [/^(\d{1,2})(?:st|nd|rd|th)? ?(\p{L}+)\.?,?(?: (\d{4}))?(?: г\.?| года)?$/u, "dmy"],
  [/^(\p{L}+)\.? ?(\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/u, "mdy"],
  [/^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日$/, "ymd"],
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, "ymd"],
];

const months: readonly (readonly string[])[] = [
  ["января", "январь", "january"],
  ["февраля", "февраль", "february"],
  ["марта", "march"],
  ["апреля", "апрель", "april"],
  ["мая", "май", "may"],
  ["июня", "июнь", "june"],
  ["июля", "июль", "july"],
  ["августа", "august"],
  ["сентября", "сентябрь", "september"],
  ["октября", "октябрь", "october"],
  ["ноября", "ноябрь", "november"],
  ["декабря", "декабрь", "december"],
];

/** A month by its number or by the beginning of its name. */
function monthOf(said: string): number | undefined {
  if (/^\d+$/.test(said)) return Number(said);
  const place = months.findIndex((names) => said.length >= 3 && names.some((name) => name.startsWith(said)));
  return place < 0 ? undefined : place + 1;
}

/** `2016-11-17T18:30`, if the calendar has that day and the clock that time. */
function localOf(day: Day, { hour, minute }: Clock, today: DateTime): string | undefined {
  // Not an hour the clock has: 25:00, 18:75, 13 p.m.
  if (!(hour < 24 && minute < 60)) return undefined;
  const date = "ahead" in day ? today.startOf("day").plus({ days: day.ahead }) : dateOf(day, today);
  if (date === undefined) return undefined;
  const time = [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
  return `${date.toFormat("yyyy-MM-dd")}T${time}`;
}

function dateOf(
  { year, month, day }: Exclude<Day, { ahead: number }>,
  today: DateTime,
): DateTime | undefined {
  const years = year === undefined ? [today.year - 1, today.year, today.year + 1] : [year];
  return years
    .map((one) => DateTime.utc(one, month, day))
    .filter((date) => date.isValid)
    .sort((a, b) => distance(a, today) - distance(b, today))[0];
}

function distance(date: DateTime, today: DateTime): number {
  return Math.abs(date.toMillis() - today.toMillis());
}
