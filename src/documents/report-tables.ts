/** The tables of the report: who, the programme as it was held, people met, what was agreed, what follows. */
import type { FileChild } from "docx";
import type { AgreementLine, ProgrammeLine } from "../domain/report.ts";
import { dayOf } from "../domain/timetable.ts";
import { nameAndOffice, whoIs } from "../messages/names.ts";
import type { Speech } from "../messages/speech.ts";
import { dates, dayAndMonth, span } from "../messages/times.ts";
import { tableOf } from "./paper.ts";
import type { PrintedReport } from "./printed-report.ts";
import { column, heading2, line } from "./report-paragraphs.ts";
import { actualSpan, deadlineOf, ownerOf, titleWithDay, when } from "./report-words.ts";

/** Who was of the delegation; where roll was called, how often they were expected and came, and each roll call. */
export function delegation({ report, speech }: PrintedReport): FileChild[] {
  const { organisations, rolls } = report.delegation;
  const called = rolls.length > 0;
  const people = organisations.flatMap(({ people }) => people);
  const list = tableOf(
    [
      column(speech, "number", 7),
      column(speech, "who", called ? 39 : 46),
      column(speech, "organisation", 30),
      ...(called
        ? [column(speech, "planned", 12), column(speech, "came", 12)]
        : [column(speech, "role", 17)]),
    ],
    people.map(({ seat, planned, came }, index) => [
      line(String(index + 1)),
      line(nameAndOffice(seat, speech)),
      line(seat.organisation === undefined ? "" : speech.text(seat.organisation)),
      ...(called
        ? // Whoever was on no list has not stayed away.
          [planned, came].map((count) => line(planned === 0 ? "—" : String(count)))
        : [line(speech.say(`report-role-${seat.role ?? "delegate"}`))]),
    ]),
  );
  if (!called) return [list];
  return [
    list,
    heading2(speech.say("report-rolls")),
    tableOf(
      [
        column(speech, "event", 46),
        column(speech, "planned", 18),
        column(speech, "came", 18),
        column(speech, "excused", 18),
      ],
      rolls.map(({ event, planned, came, excused }) => [
        line(titleWithDay(event, speech)),
        ...[planned, came, excused].map((count) => line(String(count))),
      ]),
    ),
  ];
}

/** What was planned, what came of it, and what had been changed before. */
export function programmeTable(lines: readonly ProgrammeLine[], speech: Speech): FileChild {
  return tableOf(
    [
      column(speech, "planned-time", 25),
      column(speech, "event", 41),
      column(speech, "held", 18),
      column(speech, "mark", 16),
    ],
    lines.map((one) => {
      const { event, first, course, ending, actual } = one;
      const planned = first ?? event;
      const now = course === "changed" ? [{ text: `→ ${when(event, speech)}` }] : [];
      const [day, hours] = [
        dayAndMonth(dayOf(planned), speech.language),
        span(planned, speech.language).text,
      ];
      const outcome = speech.say(`report-ending-${ending ?? "open"}`);
      return [
        [{ text: day }, { text: hours }, ...now],
        line(speech.text(event.event.title)),
        [
          ...(ending === "off" ? [] : [{ text: actual === undefined ? "" : actualSpan(event, actual) }]),
          { text: outcome, bold: ending === "off" || ending === "changed" },
        ].filter(({ text }) => text !== ""),
        line(course === "same" ? "" : speech.say(`report-course-${course}`)),
      ];
    }),
  );
}

/** Whom the delegation met; how to reach them only where they agreed. */
export function contacts({ report, speech }: PrintedReport): FileChild[] {
  return [
    tableOf(
      [
        column(speech, "organisation", 24),
        column(speech, "person", 26),
        column(speech, "channel", 22),
        column(speech, "met-by", 28),
      ],
      report.contacts.map(({ name, position, organisation, channels, share, metBy, event, interest }) => [
        line(organisation ?? "—"),
        [
          ...(name === undefined ? [] : [{ text: name, bold: true }]),
          ...(position === undefined ? [] : [{ text: position }]),
        ],
        channels.length > 0
          ? channels.map((text) => ({ text }))
          : [{ text: speech.say(`report-share-${share}`), italics: true }],
        [
          ...metBy.map((seat) => ({ text: whoIs(seat, speech) })),
          ...(event === undefined ? [] : [{ text: titleWithDay(event, speech), italics: true }]),
          ...(interest === undefined ? [] : [{ text: interest }]),
        ],
      ]),
    ),
  ];
}

/** What was agreed and assigned: who, by when, how it stands. */
export function agreementsTable(list: readonly AgreementLine[], speech: Speech): FileChild {
  return tableOf(
    [
      column(speech, "number", 6),
      column(speech, "item", 32),
      column(speech, "owner", 24),
      column(speech, "deadline", 15),
      column(speech, "state", 23),
    ],
    list.map((one, index) => [
      line(String(index + 1)),
      [
        { text: one.what },
        { text: speech.say(`report-sort-${one.sort}`), italics: true },
        ...(one.to === undefined ? [] : [{ text: speech.say("report-to", { to: one.to }), italics: true }]),
      ],
      [
        { text: ownerOf(one, speech) },
        ...(one.helpers === undefined
          ? []
          : [{ text: speech.say("report-helpers", { who: one.helpers }), italics: true }]),
      ],
      line(deadlineOf(one, speech) || "—"),
      [
        { text: speech.say(one.overdue ? "report-state-overdue" : `report-state-${one.state}`) },
        ...(one.event === undefined ? [] : [{ text: titleWithDay(one.event, speech), italics: true }]),
      ],
    ]),
  );
}

/** What is to be done when the mission is over, by date. */
export function followup({ report, speech }: PrintedReport): FileChild[] {
  return [
    tableOf(
      [column(speech, "date", 26), column(speech, "todo", 46), column(speech, "owner", 28)],
      report.followup.map((one) => {
        const date = line(dates(one.date, one.date, speech.language));
        return "step" in one
          ? [date, line(speech.say(`report-step-${one.step}`)), line(speech.say("report-organisers"))]
          : [date, line(one.agreement.what), line(ownerOf(one.agreement, speech))];
      }),
    ),
  ];
}

/** The programme as it was first, and the list of people. */
export function annexes({ report, speech }: PrintedReport): FileChild[] {
  const planned = report.programme.flatMap(({ first }) => (first === undefined ? [] : [first]));
  const people = report.delegation.organisations.flatMap((group) => group.people);
  return [
    heading2(speech.say("report-annex-programme")),
    tableOf(
      [column(speech, "date", 22), column(speech, "planned-time", 24), column(speech, "event", 54)],
      planned.map((timed) => [
        line(dayAndMonth(dayOf(timed), speech.language)),
        line(span(timed, speech.language).text),
        line(speech.text(timed.event.title)),
      ]),
    ),
    heading2(speech.say("report-annex-people")),
    tableOf(
      [column(speech, "number", 8), column(speech, "person", 50), column(speech, "organisation", 42)],
      people.map(({ seat }, index) => [
        line(String(index + 1)),
        line(nameAndOffice(seat, speech)),
        line(seat.organisation === undefined ? "" : speech.text(seat.organisation)),
      ]),
    ),
  ];
}
