/** The revisions of a programme: who released what and when, and what it changed in a few words. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Seat } from "../domain/mission.ts";
import type { MissionInForce, Programme, Release } from "../domain/timetable.ts";
import { dateIn } from "../domain/zones.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { differenceLines } from "./drafts.ts";
import { type BotMessage, button, pager, rows } from "./message.ts";
import { whoIs } from "./names.ts";
import type { Reading } from "./reading.ts";
import { gistOf } from "./revision-gist.ts";
import { clock, shortDay } from "./times.ts";

/** How many revisions a page of history lists. */
export const REVISIONS_ON_A_PAGE = 8;

interface Line extends Release {
  readonly number: number;
}

export function historyPage(
  reading: Reading,
  {
    lines,
    seats,
    from,
    compared = new Map(),
  }: {
    lines: readonly Line[];
    seats: readonly Seat[];
    from: number;
    /** Of each revision the programme before it and its own, where there is one to compare with. */
    compared?: ReadonlyMap<number, readonly [Programme, Programme]>;
  },
): BotMessage {
  const { mission, speech } = reading;
  const shown = lines.slice(from, from + REVISIONS_ON_A_PAGE);
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.say("history-heading")),
        ...shown.map((line) => {
          const programmes = compared.get(line.number);
          const gist = programmes && gistOf(reading, ...programmes);
          const whose = lineOf(reading, line, seats);
          return gist === undefined ? whose : `${whose}\n${gist}`;
        }),
      ],
      "\n\n",
    ),
    buttons: rows(
      ...shown.map(({ number }) =>
        button(
          speech.say("history-button", { revision: number }),
          press("revision", { mission: mission.handle, revision: number }),
        ),
      ),
      pager({ from, size: REVISIONS_ON_A_PAGE, total: lines.length }, (start) =>
        press("history", { mission: mission.handle, from: start }),
      ),
      backToDesk(reading),
    ),
  };
}

/** `№ 4, 17 ноября, 10:42, задержка: Секретарь делегации` */
function lineOf({ mission, speech }: Reading, { number, at, how, by }: Line, seats: readonly Seat[]): string {
  const zone = mission.programme.mission.timezone;
  const seat = seats.find(({ id }) => id === by);
  const what = speech.say(`how-${how}`);
  if (at === 0) return speech.say("history-first", { revision: number, how: what });
  const when = `${shortDay(dateIn(zone, at), speech.language)}, ${clock(at, zone)}`;
  const who = seat === undefined ? speech.say("organiser") : whoIs(seat, speech);
  return speech.say("history-line", { revision: number, when, how: what, who });
}

export function revisionMessage(
  reading: Reading,
  {
    before,
    shown,
    seats,
  }: { before: MissionInForce | undefined; shown: MissionInForce; seats: readonly Seat[] },
): BotMessage {
  const { mission, speech } = reading;
  const number = shown.programme.revision;
  const where = { mission: mission.handle, revision: number };
  const isInForce = number === mission.programme.revision;
  return {
    text: FormattedString.join(
      [
        FormattedString.b(lineOf(reading, { ...shown.release, number }, seats)),
        ...(before === undefined
          ? [speech.say("history-beginning")]
          : differenceLines(reading, before, shown)),
      ],
      "\n\n",
    ),
    buttons: rows(
      isInForce ? undefined : button(speech.say("button-restore-revision"), press("restore", where)),
      button(speech.say("button-reception"), press("reception", { ...where, from: 0 })),
      button(speech.say("button-history"), press("history", { mission: mission.handle, from: 0 })),
    ),
  };
}
