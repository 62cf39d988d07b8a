/** What is left to do when the mission is over. */
import { zoneOfHome } from "./event-zones.ts";
import type { AgreementLine, FollowUp } from "./report.ts";
import { endOf, type Programme } from "./timetable.ts";
import { dateIn } from "./zones.ts";

/** A week, a month, three and six months after the mission; and whatever has been promised by a date. */
export function followUp(last: Programme, agreements: readonly AgreementLine[]): FollowUp[] {
  const end = dateIn(zoneOfHome(last.mission), Math.max(...last.events.map(endOf)));
  const steps: FollowUp[] = [
    { date: monthsAfter(end, 0, 7), step: "week" },
    { date: monthsAfter(end, 1), step: "month" },
    { date: monthsAfter(end, 3), step: "quarter" },
    { date: monthsAfter(end, 6), step: "half" },
  ];
  const promised = agreements.flatMap((agreement): FollowUp[] =>
    agreement.deadline !== undefined && agreement.state !== "done"
      ? [{ date: agreement.deadline, agreement }]
      : [],
  );
  return [...steps, ...promised].sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
}

/** The same day so many months on, or the last of its month where that has no such day. */
function monthsAfter(date: string, months: number, days = 0): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const at = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last) + days));
  return at.toISOString().slice(0, 10);
}
