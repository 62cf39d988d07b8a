/** How each event ended, in chat: the list, and one event with its three buttons. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { ProgrammeLine, Report } from "../domain/report.ts";
import { endings } from "../domain/report-draft.ts";
import { dayOf } from "../domain/timetable.ts";
import { press } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import { handleOf, type Reading } from "./reading.ts";
import { sectionHead, toMenu } from "./report-menu.ts";
import { clock, shortDay, span } from "./times.ts";

export const ENDINGS_ON_A_PAGE = 8;
const TITLE = 120;

const signs = { held: "✅", changed: "🔸", off: "✖️", open: "▫️" } as const;

/** `rest`: how many of those that are over nobody has said anything about. */
export function endingsSection(
  reading: Reading,
  report: Report,
  { from, rest }: { from: number; rest: number },
): BotMessage {
  const { mission, speech } = reading;
  const shown = report.programme.slice(from, from + ENDINGS_ON_A_PAGE);
  const lines = shown.map((line, index) =>
    plain(`${signs[line.ending ?? "open"]} ${from + index + 1}. ${clip(titled(line, reading), TITLE)}`),
  );
  return {
    text: FormattedString.join(
      [...sectionHead(reading, report, "programme"), FormattedString.join(lines, "\n")],
      "\n\n",
    ),
    buttons: rows(
      ...shown.map((line, index) =>
        button(
          `${signs[line.ending ?? "open"]} ${from + index + 1}. ${speech.text(line.event.event.title)}`,
          press("reportEvent", { mission: mission.handle, event: handleOf(mission, line.event.event.id) }),
        ),
      ),
      pager({ from, size: ENDINGS_ON_A_PAGE, total: report.programme.length }, (start) =>
        press("reportPart", { mission: mission.handle, part: "programme", from: start }),
      ),
      rest === 0
        ? undefined
        : button(
            speech.say("button-report-rest", { count: rest }),
            press("reportRest", { mission: mission.handle }),
          ),
      toMenu(reading),
    ),
  };
}

/** `чт, 17 нояб. 15:00 Круглый стол` */
function titled({ event }: ProgrammeLine, { speech }: Reading): string {
  const when = `${shortDay(dayOf(event), speech.language)} ${clock(event.start, event.zone)}`;
  return `${when} ${speech.text(event.event.title)}`;
}

/** One event: planned, moved, and what is said of how it ended. */
export function endingMessage(reading: Reading, line: ProgrammeLine, lastBy: string | undefined): BotMessage {
  const { mission, speech } = reading;
  const { event, first, course, ending, actual } = line;
  const handle = handleOf(mission, event.event.id);
  const to = (how: string) => press("reportClose", { mission: mission.handle, event: handle, how });
  const planned = first ?? event;
  const day = shortDay(dayOf(planned), speech.language);
  const facts = [
    `${speech.say("report-column-planned-time")}: ${day}, ${span(planned, speech.language).text}`,
    ...(course === "changed"
      ? [`→ ${shortDay(dayOf(event), speech.language)}, ${span(event, speech.language).text}`]
      : []),
    ...(course === "same" ? [] : [speech.say(`report-course-${course}`)]),
    `${signs[ending ?? "open"]} ${speech.say(`report-ending-${ending ?? "open"}`)}`,
    ...(actual === undefined
      ? []
      : [
          speech.say("report-actual", {
            time: [
              clock(actual.start, event.zone),
              ...(actual.end === undefined ? [] : [clock(actual.end, event.endZone)]),
            ].join("–"),
          }),
        ]),
    ...(lastBy === undefined ? [] : [speech.say("report-line-by", { who: clip(lastBy, TITLE) })]),
  ];
  const back = button(
    speech.say("button-report-back"),
    press("reportPart", { mission: mission.handle, part: "programme", from: pageOf(line, reading) }),
  );
  return {
    text: FormattedString.join(
      [FormattedString.b(clip(speech.text(event.event.title), 300)), plain(facts.join("\n"))],
      "\n",
    ),
    // What the programme itself has called off nobody can have attended.
    buttons:
      course === "cancelled"
        ? rows(back)
        : rows(
            ...endings.map((how) =>
              button(`${ending === how ? "✓ " : ""}${speech.say(`button-report-${how}`)}`, to(how)),
            ),
            ending === "off"
              ? undefined
              : button(
                  speech.say("button-report-actual"),
                  press("reportAsk", { mission: mission.handle, what: "actual", key: handle, chain: 0 }),
                ),
            ending === undefined ? undefined : button(speech.say("button-report-unsay"), to("unsay")),
            back,
          ),
  };
}

/** The list opens where the event stands. */
function pageOf({ event }: ProgrammeLine, { mission }: Reading): number {
  const index = mission.programme.events.findIndex((timed) => timed.event.id === event.event.id);
  return Math.max(0, index - (index % ENDINGS_ON_A_PAGE));
}
