/** How the report names events, owners, dates and hours. */
import type { AgreementLine, Debt, ProgrammeLine } from "../domain/report.ts";
import { dayOf, type TimedEvent } from "../domain/timetable.ts";
import { whoIs } from "../messages/names.ts";
import type { Speech } from "../messages/speech.ts";
import { clock, dates, dayAndMonth, span } from "../messages/times.ts";

/** `Секретарь: заметки о событиях «Круглый стол» — до 25 ноября 2016 г.` */
export function debtLine({ what, who, events = [], count = 0, by }: Debt, speech: Speech): string {
  return speech.say("report-debt", {
    who: who === "organisers" ? speech.say("report-organisers") : whoIs(who, speech),
    what: speech.say(`debt-${what}`, {
      count,
      events: speech.list(events.map((event) => speech.text(event))),
    }),
    by: dates(by, by, speech.language),
  });
}

/** Whoever is to do what was agreed: one of ours, or as people wrote it. */
export function ownerOf({ owner }: Pick<AgreementLine, "owner">, speech: Speech): string {
  return "seat" in owner ? whoIs(owner.seat, speech) : owner.words;
}

/** Until when; empty where no day was set. */
export function deadlineOf({ deadline }: Pick<AgreementLine, "deadline">, speech: Speech): string {
  return deadline === undefined ? "" : dates(deadline, deadline, speech.language);
}

/** `17 ноября, 11:00–11:25` */
export function when(timed: TimedEvent, speech: Speech): string {
  return `${dayAndMonth(dayOf(timed), speech.language)}, ${span(timed, speech.language).text}`;
}

/** `Круглый стол, 17 ноября` */
export function titleWithDay(timed: TimedEvent, speech: Speech): string {
  return `${speech.text(timed.event.title)}, ${dayAndMonth(dayOf(timed), speech.language)}`;
}

/** `11:05–11:40` by the clocks of where it began and ended, or only when it began. */
export function actualSpan(
  { zone, endZone }: TimedEvent,
  { start, end }: NonNullable<ProgrammeLine["actual"]>,
): string {
  return [clock(start, zone), ...(end === undefined ? [] : [clock(end, endZone)])].join("–");
}
