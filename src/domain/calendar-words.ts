/** Days as people say them without a number: `в пятницу`, `через две недели`, `до конца месяца`, `in a month`, `来週金曜`. */
import type { DateTime } from "luxon";

/** A day said in such words, counted from today; `said` is in lower case. */
export function calendarDay(said: string, today: DateTime): DateTime | undefined {
  const ends = endings.find(([form]) => form.test(said));
  if (ends !== undefined) return today.endOf(ends[1]).startOf("day");
  for (const [form, unit] of spans) {
    const found = form.exec(said);
    if (found === null) continue;
    const number = found
      .slice(1)
      .find((part) => part !== undefined)
      ?.trim();
    const count = number === undefined ? 1 : (counts.get(number) ?? Number(number));
    return Number.isNaN(count) ? undefined : today.plus({ [unit]: count });
  }
  const weekday = weekdays.findIndex((form) => form.test(said));
  if (weekday < 0) return undefined;
  // The day of that name still to come; «next week» is the week that begins on Monday.
  if (/^来週/.test(said)) return today.startOf("week").plus({ weeks: 1, days: weekday });
  return today.plus({ days: ((weekday + 7 - today.weekday) % 7) + 1 });
}

const endings: readonly (readonly [RegExp, "month" | "year"])[] = [
  [
    /^(?:(?:до |к )?кон(?:ец|ца|цу|це)|в конце) (?:этого )?месяца$|^(?:the )?end of (?:the |this )?month$|^(?:今)?月末$/,
    "month",
  ],
  [
    /^(?:(?:до |к )?кон(?:ец|ца|цу|це)|в конце) (?:этого )?года$|^(?:the )?end of (?:the |this )?year$|^(?:今)?年末$/,
    "year",
  ],
];

/** So long from now, at most 99 of each. */
const spans: readonly (readonly [RegExp, "days" | "weeks" | "months"])[] = [
  [/^через (\d{1,2} |\p{L}+ )?(?:день|дня|дней)$|^in (\d{1,2} |\p{L}+ )?days?$|^(\d{1,2})日後$/u, "days"],
  [/^через (\d{1,2} |\p{L}+ )?недел[юиь]$|^in (\d{1,2} |\p{L}+ )?weeks?$|^(\d{1,2})週間後$/u, "weeks"],
  [
    /^через (\d{1,2} |\p{L}+ )?месяц(?:а|ев)?$|^in (\d{1,2} |\p{L}+ )?months?$|^(\d{1,2})(?:か|ヶ|カ|ケ)月後$/u,
    "months",
  ],
];

const counts: ReadonlyMap<string, number> = new Map([
  ["a", 1],
  ["one", 1],
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["два", 2],
  ["две", 2],
  ["три", 3],
  ["четыре", 4],
]);

/** From Monday on. */
const weekdays: readonly RegExp[] = [
  /^(?:(?:в|к|до) )?понедельник[ау]?$|^monday$|^(?:来週の?)?月曜日?$/,
  /^(?:(?:во|в|ко|к|до) )?вторник[ау]?$|^tuesday$|^(?:来週の?)?火曜日?$/,
  /^(?:(?:в|к|до) )?сред[ауые]$|^wednesday$|^(?:来週の?)?水曜日?$/,
  /^(?:(?:в|к|до) )?четверг[ау]?$|^thursday$|^(?:来週の?)?木曜日?$/,
  /^(?:(?:в|к|до) )?пятниц[ауые]$|^friday$|^(?:来週の?)?金曜日?$/,
  /^(?:(?:в|к|до) )?суббот[ауые]$|^saturday$|^(?:来週の?)?土曜日?$/,
  /^(?:(?:в|к|до) )?воскресень[еюя]$|^sunday$|^(?:来週の?)?日曜日?$/,
];
